// Other words that clients have for a cue: a dialog with one line.
#pragma once

#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

// The cursor is at a cue or at an answer to one.
bool can_name_synonyms(const App& app);
void name_synonyms(App& app);

// The way to them below a cue; of one that has none it is faint, but where somebody works. `at`: its left top, `width`
// its room.
void view_synonyms(const ItemDrawing& drawing, const Response& response, ImVec2 at, float width, bool is_at_work);

}  // namespace canvasbook
