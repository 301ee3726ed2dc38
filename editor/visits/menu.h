// The menu of a visit in the list. Internal to editor/visits/.
#pragma once

#include <optional>

#include "editor/frame/app.h"

namespace canvasbook {

// Opens it with what is selected, or, where the visit is none of that, with this one alone. Without a place it stands
// at the mouse.
void open_visit_menu(App& app, const std::string& visit, std::optional<ImVec2> at);

// Draws it while it is open and runs what is chosen.
void draw_visit_menu(App& app);

}  // namespace canvasbook
