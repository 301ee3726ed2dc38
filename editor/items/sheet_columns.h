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

inline constexpr float cell_arrow_room = 18;  // logical pixels, as below: of a choice
inline constexpr float title_menu_room = 28;  // of a title
inline constexpr float warning_room = 22;     // in front of what does not suit its column

const char* column_type_key(ColumnType type);  // of its name

// Whether a title is one that a new table gives its columns, such as "Column 2".
bool is_numbered_title(const std::string& title, Language language);

// The cell that is written, as "item/field"; empty for none. The widths of columns depend on it: they follow what a
// cell says once it is left.
std::string written_cell(const Session& session);

// The widths of the columns for the room that there is, see column_share.h, and the least that they need in all, in
// pixels.
std::vector<float> column_widths(const ItemDrawing& drawing, const Sheet& sheet, float width);
float least_sheet_width(const ItemDrawing& drawing);

// The edges of the titles, by which columns are drawn to a width; a double click gives it back.
void draw_column_edges(const ItemDrawing& drawing, const ItemRow& titles, ImVec2 from, ImVec2 to);

// A new column at a place, whose title is then written.
void insert_column(const ItemDrawing& drawing, size_t position);
void shift_column(const ItemDrawing& drawing, const std::string& column, int step);
void set_sheet_layout(const ItemDrawing& drawing, SheetLayout layout);

// The menu of a column: opens at a point; is drawn while it is open.
void open_column_menu(const ItemDrawing& drawing, const std::string& column, ImVec2 at);
void draw_column_menu(const ItemDrawing& drawing);

}  // namespace canvasbook
