// Where writing begins in a document that was just made.
#pragma once

#include "editor/session/session.h"

namespace canvasbook {

// The shown section takes the keys: a board in a new note of the block that is filled first, prose at the first place
// that is to be filled in, which is selected, else at its beginning; items at the first text of the first one that
// holds no others, or of a new one.
void begin_first_text(Session& session);

}  // namespace canvasbook
