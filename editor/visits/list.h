// The list of visits at the left: the latest first, with what is searched for. Internal to editor/visits/.
#pragma once

#include <vector>

#include "editor/frame/views.h"
#include "editor/visits/parts.h"

namespace canvasbook {

// Places in Visits::visits in the order of the list; without those that the search leaves out.
const std::vector<size_t>& visits_in_order(App& app, const ShownVisits& shown);

// Chooses a visit of the list; `extends` from the one that was chosen alone.
void choose_visit(App& app, const std::string& visit, bool extends);

// The next letter is the first of a search.
void begin_search(App& app);

// At the beginning of a frame: the search has the keys, or lets go of them.
void hold_search(App& app);

// Draws the list and answers to the mouse; `brings`: what the cursor is at into view.
void view_visit_list(App& app, const ShownVisits& shown, const Area& area, bool brings);

// "draft", "failed"; empty where there is nothing to tell.
std::string state_of_visit(const App& app, const ShownVisits& shown, const Visit& visit);

}  // namespace canvasbook
