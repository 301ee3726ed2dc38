// Moving the chosen cues to another section of answers of the document, chosen from a list, or gaps to a cue.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// Cues or answers are chosen, and the document has another section of answers.
bool can_move_cues(const App& app);
void choose_section_for_cues(App& app);

// The same with a cue of the document whose other words they become: gaps are chosen, and there are cues.
bool can_join_cues(const App& app);
void choose_cue_for_gaps(App& app);

}  // namespace canvasbook
