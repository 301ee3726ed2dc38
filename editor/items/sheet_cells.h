// The cells of a sheet in the window, each in the way of its column's type: marks are toggled, choices are chosen from
// a menu, numbers stand at the right, and what does not suit the type has a sign.
#pragma once

#include "editor/items/rows.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// The column of a cell in a row of the table, or nullptr.
const SheetColumn* shown_column(const ItemDrawing& drawing, const FieldPlace& place);

// Draws a cell at rest; false where its text is to be drawn as it is.
bool draw_sheet_cell(const ItemDrawing& drawing, const ItemCell& cell, const SheetColumn& column, ImVec2 from,
                     ImVec2 to);

// How far from the left of its room the text of a cell at rest stands: a number stands at the right.
float shift_of_sheet_text(const ItemDrawing& drawing, const ItemCell& cell, const SheetColumn& column);

// What a click or Enter does; false where the cell is to be written in.
bool press_sheet_cell(const ItemDrawing& drawing, const FieldPlace& place);

// The values of a choice that are offered: those of the column, then others that were written in it.
std::vector<std::string> offered_choices(const Sheet& sheet, const SheetColumn& column);

// Where a choice that was written holds another value than is offered, says so and what is offered.
void tell_of_own_value(const ItemDrawing& drawing, const FieldPlace& place);

void draw_choice_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
