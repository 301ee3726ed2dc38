// Where a row of the navigator that is dragged would stand.
#pragma once

#include <optional>
#include <vector>

#include "editor/navigator/rows.h"

namespace canvasbook {

// A place for a dragged row, counted without it, and where its line is drawn.
struct NavigatorDrop {
  size_t document = 0;  // only of a section
  size_t position = 0;
  float y = 0;
};

// The row that is dragged; nullptr where none is.
const NavigatorRow* dragged_row(const App& app, const std::vector<NavigatorRow>& rows);

// Its place under the mouse; nothing where none is dragged, or it cannot go there.
std::optional<NavigatorDrop> drop_of(const App& app, const std::vector<NavigatorRow>& rows);

// Moves the dragged row to its place.
void drop_dragged_row(App& app, const std::vector<NavigatorRow>& rows);

// Scrolls the shown window while something is dragged to its upper or lower end.
void scroll_while_dragging(const App& app);

}  // namespace canvasbook
