// What leads from service standards to the items of check lists that measure them, and back.
#pragma once

#include <string>
#include <vector>

#include "editor/frame/popup_menu.h"
#include "editor/items/rows.h"

namespace canvasbook {

// Adds items that measure the chosen standards to the check list of the workbook; of several it is asked which, and
// without one which is to be made. Where one has an item of such a standard already, it is asked whether there is to be
// another.
bool shows_standards(const App& app);  // the shown section is one of service standards
bool can_check_standards(const App& app);
void check_standards(App& app);

// Which items measure the standard at the cursor, in one line; empty where none does.
std::string words_of_checks(const App& app);

// The same as rows of its menu, a line before them; and going to the item of such a row, which is counted without it.
std::vector<MenuRow> menu_of_checks(const App& app);
void go_to_check(App& app, size_t place);

// The room below the texts of an item for the standard that it measures; and that standard, a click leads to it.
float room_for_standard(const ItemDrawing& drawing, const CheckItem& item);
void draw_standard(const ItemDrawing& drawing, const CheckItem& item, ImVec2 at, float width);

}  // namespace canvasbook
