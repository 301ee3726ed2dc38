// The items of a visit by group: what is looked at, what good looks like, the marks, a comment. Internal to
// editor/visits/.
#pragma once

#include "editor/visits/fields.h"

namespace canvasbook {

// Draws them below a point, and the button that ends the visit; returns their height.
float draw_visit_items(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done);

}  // namespace canvasbook
