// What the visits of the shown section come to, in their place: the report as it prints, above it what it is of. A
// click on a figure leads to the visits behind it, and from there one comes back.
#pragma once

#include "editor/frame/views.h"

namespace canvasbook {

// Visits or results, at the top of an area; returns what is left of it below.
Area draw_results_switch(App& app, const Area& area);

void view_results(App& app, const Area& area);

// To the visits that a subject names, see write_subject; nothing for another text.
void show_visits_behind(App& app, const std::string& subject);

}  // namespace canvasbook
