// Items that are dragged by the handle of a row.
#pragma once

#include "editor/items/rows.h"

namespace canvasbook {

// Begins to drag an item and those selected with it. Rows that are sorted or left out for looking at them keep their
// order: that is said.
void take_hold(const ItemDrawing& drawing, const std::string& item);

// Shows where the dragged items would go: the row under the mouse, and on which side of it; moves them once the button
// is let go, and leaves them where they are by Escape and outside of the window.
void drag_items(const ItemDrawing& drawing, ImVec2 rows_from);

}  // namespace canvasbook
