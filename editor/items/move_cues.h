// Moving the chosen cues to another section of answers of the document, chosen from a list.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// Cues or answers are chosen, and the document has another section of answers.
bool can_move_cues(const App& app);
void choose_section_for_cues(App& app);

}  // namespace canvasbook
