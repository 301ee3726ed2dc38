// What the visits of the shown section come to, in their place: the report as it prints, above it what it is of. A
// click on a figure leads to the visits behind it, and from there one comes back.
#pragma once

#include "editor/frame/views.h"
#include "editor/visits/parts.h"
#include "editor/visits/results_state.h"

namespace canvasbook {

// Of the shown section, which has visits.
SectionResults& results_here(App& app);

// Whether results are shown; changing to them and to the visits.
bool shows_results(const App& app);
bool can_switch_results(const App& app);
void switch_results(App& app);

// The visits show themselves where something led to one of them: a search, a finding, a step back.
void leave_results_for_visit(App& app);

// Visits or results, at the top of an area; returns what is left of it below.
Area draw_results_switch(App& app, const Area& area);

void view_results(App& app, const Area& area);

// To the visits that a subject names, see write_subject; nothing for another text.
void show_visits_behind(App& app, const std::string& subject);

}  // namespace canvasbook
