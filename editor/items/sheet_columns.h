// The columns of a sheet in the window: their widths, their menu, and the actions on them; each is a step.
#pragma once

#include <string>
#include <vector>

#include "editor/items/rows.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// The sheet that the rows were laid out for, and the column of a title's place or nullptr.
const Sheet& shown_sheet(const ItemDrawing& drawing);
const SheetColumn* shown_title(const ItemDrawing& drawing, const FieldPlace& place);

const char* column_type_key(ColumnType type);  // of its name

// The least width of a column in pixels, and the widths for the room that there is.
float least_column_width(const ItemDrawing& drawing, const SheetColumn& column);
std::vector<float> column_widths(const ItemDrawing& drawing, const Sheet& sheet, float width);

// A new column at a place, whose title is then written.
void insert_column(const ItemDrawing& drawing, size_t position);
void shift_column(const ItemDrawing& drawing, const std::string& column, int step);
void set_sheet_layout(const ItemDrawing& drawing, SheetLayout layout);

// The menu of a column: opens at a point; is drawn while it is open.
void open_column_menu(const ItemDrawing& drawing, const std::string& column, ImVec2 at);
void draw_column_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
