// The visit at the cursor as a form: what it comes to, head, proofs, items with their marks and comments. Internal to
// editor/visits/.
#pragma once

#include "editor/frame/views.h"
#include "editor/visits/parts.h"

namespace canvasbook {

// Draws it and does what was asked for in it; `brings`: the part at the cursor into view.
void view_visit_form(App& app, const ShownVisits& shown, const Area& area, bool brings);

}  // namespace canvasbook
