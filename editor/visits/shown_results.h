// Whether the visits of a section are shown or what they come to. Internal to editor/visits/, but for the commands.
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

}  // namespace canvasbook
