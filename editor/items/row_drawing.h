// The rows of a section of items as they are drawn: what stands below their cells, and the handles by which items are
// chosen and dragged.
#pragma once

#include "editor/items/cell_drawing.h"

namespace canvasbook {

// Draws the rows that are in view, and the one that is written in wherever it is; the titles of a table stay in view. A
// right click opens the menu of the item that it hits. Returns what was done in a cell.
CellDone draw_item_rows(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 rows_from);

}  // namespace canvasbook
