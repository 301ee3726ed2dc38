// Where the talk goes on after an answer: chosen from a list, shown beside the answer.
#pragma once

#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

// The answer at the cursor can lead on.
bool can_choose_next_step(const App& app);

// Opens the list of ends, cues and sections for it, which begins at the step that it has.
void choose_next_step(App& app);

// The room that a row leaves for it at the right of its answers, pixels.
float room_for_next_step(const ItemDrawing& drawing, float width);

// What an answer leads to, as a button that opens the list, by name or, where the row is narrow, as a filled sign; of
// one that leads nowhere it is faint, but where somebody works. `at`: the upper right corner of its room.
void view_next_step(const ItemDrawing& drawing, const Answer& answer, ImVec2 at, bool is_at_work);

}  // namespace canvasbook
