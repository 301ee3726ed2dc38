// Where the talk goes on after an answer: chosen from a list, shown beside the answer.
#pragma once

#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

// The answer at the cursor can lead on.
bool can_choose_next_step(const App& app);

// Opens the list of ends, cues and sections for it, which begins at the step that it has.
void choose_next_step(App& app);

// The height of the line below an answer that tells where it leads, pixels.
float height_of_next_step(const ItemDrawing& drawing);

// What an answer leads to, as a quiet line that opens the list; of one that leads nowhere it is faint, but where
// somebody works. `at`: its upper left corner.
void view_next_step(const ItemDrawing& drawing, const Answer& answer, ImVec2 at, float width, bool is_at_work);

}  // namespace canvasbook
