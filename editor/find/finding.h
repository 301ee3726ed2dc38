// Finding and replacing in the whole workbook: what can be done with what the panel keeps (state.h). The panel is drawn
// by panel.cpp.
#pragma once

#include <optional>

#include "editor/frame/app.h"
#include "model/find.h"

namespace canvasbook {

// The answer to the query of the panel; `current` and `groups` then belong to it.
const Found& found_hits(App& app, bool at_once = false);

// Opens the panel and gives it the keys; a line that is selected in a text becomes the query.
void begin_finding(App& app, bool replaces);

// Whether a command has begun a writing in the document while the panel had the keys: they belong there then.
bool writing_began_elsewhere(const App& app);

// Gives the keys back to the document; the second also closes the panel.
void leave_finding(App& app);
void end_finding(App& app);

// Goes `by` hits on or back, round at the ends; from what is shown where none was gone to. Without a query opens the
// panel.
void step_hit(App& app, int by);

// Draws the hits that are seen, from ImGui's cursor to the end of the window; returns the one that was clicked.
std::optional<size_t> draw_hits(App& app, const Found& found);

// Goes to a hit, as a click on it does: the keys are then the document's.
void choose_hit(App& app, size_t hit);

// Replaces the hit that was gone to and goes on to the next; without one only goes there.
void replace_current_hit(App& app);

// All of them, as one step of the history; the status line says how many.
void replace_every_hit(App& app);

}  // namespace canvasbook
