// How a section of items is scrolled: what is asked for comes into view, what one looks at stays there, and of a table
// that is wider than its room the first column does.
#pragma once

#include "editor/items/rows.h"

namespace canvasbook {

// The width of the first column, where it stays in view while the others are scrolled sideways; 0 where it does not.
float fixed_width(const ItemDrawing& drawing, float room);

// The shade of what lies above the rows at one side: darkest at the edge, to its right (1) or to its left (-1).
void draw_side_shade(const Theme& theme, float edge, int away, float top, float bottom);

// One at the right edge where more of the table is to be seen; `top` is that of the rows.
void draw_more_at_side(const ItemDrawing& drawing, float top);

// Where rows above the cursor became lower or higher, scrolls by as much; returns how far the rows are scrolled then.
float stay_where_one_looks(const ItemDrawing& drawing);

// Brings what is asked for, or the caret, into view. `rows_top` is how far below the top of what is scrolled the rows
// begin.
void bring_into_view(const ItemDrawing& drawing, float rows_top, float view_height, bool caret_moved);

}  // namespace canvasbook
