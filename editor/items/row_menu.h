// The menu of a row of items: of its dots, of a right click and of the menu key.
#pragma once

#include <optional>
#include <string>

#include "editor/items/rows.h"

namespace canvasbook {

// Opens the menu of an item, which is selected as a whole then; at the mouse where no place is given.
void open_item_menu(const ItemDrawing& drawing, const std::string& item, std::optional<ImVec2> at = {});

// Draws it where it is open, and does what is chosen in it.
void draw_item_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
