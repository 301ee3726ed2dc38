// A section of items, whatever its kind, as a workplace.
#pragma once

#include "editor/frame/workplace.h"

namespace canvasbook {

const Workplace& items_workplace();

// Adds behind the cursor, in a section of items an item of the outermost list: in an answer the next cue. Elsewhere it
// does what Workplace::add does.
void add_next_item(App& app);

}  // namespace canvasbook
