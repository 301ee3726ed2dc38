// The visits behind a figure of the results: what the list shows of them alone. Internal to editor/visits/.
#pragma once

#include <string>

#include "editor/visits/shown_results.h"

namespace canvasbook {

// "North · March 2026"; empty for all that the results counted.
std::string words_of_behind(const App& app, const Visits& visits, const VisitsBehind& behind);

// Which visits the list shows alone; nullptr for all. A visit that one is led to and that is none of them brings all
// back.
const VisitsBehind* behind_here(const App& app);
void leave_behind_for_visit(App& app, const ShownVisits& shown);

// Takes Escape and Alt+Left, which lead back to the results; where nothing led from there Escape shows all visits.
bool take_behind_keys(App& app);

// The line above the list that says so, with its two buttons; returns its height, 0 where it shows all and nothing
// leads back. `count`: how many visits these are.
float draw_behind(App& app, const ShownVisits& shown, const Area& line, size_t count);

}  // namespace canvasbook
