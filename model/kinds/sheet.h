// The kind `sheet`: rows in typed columns, printed as a table or as cards. A service standard is a row whose columns
// have the roles situation, action, wording, measure, target, unit, reason, responsible.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/language.h"
#include "model/base/unknown_fields.h"
#include "model/kinds/fields.h"

namespace canvasbook {

// A `touchpoint` is a link: the cell holds the id of the row that defines it, see touchpoints.h.
enum class ColumnType { text, number, money, percent, date, choice, check, touchpoint };
inline constexpr std::array<std::string_view, 8> column_type_names{"text", "number", "money", "percent",
                                                                   "date", "choice", "check", "touchpoint"};

inline constexpr int widest_column = 2000;

struct SheetColumn {
  std::string id;    // unique in its sheet
  std::string role;  // what the column means, see GLOSSARY.md
  std::string title;
  ColumnType type = ColumnType::text;
  std::vector<std::string> choices;  // of a choice
  int share = 0;                     // of the width, 1 … 12; 0: by the content
  UnknownFields unknown;
  int width = 0;  // in the window, logical pixels; 0: by its share

  bool operator==(const SheetColumn&) const = default;
};

struct SheetRow {
  std::string id;
  std::map<std::string, std::string> cells;  // text by column id; a checked cell is "yes", a date is ISO
  UnknownFields unknown;

  bool operator==(const SheetRow&) const = default;
};

enum class SheetLayout { table, cards };
inline constexpr std::array<std::string_view, 2> sheet_layout_names{"table", "cards"};

struct Sheet {
  static constexpr bool is_list_of_items = true;

  SheetLayout layout = SheetLayout::table;
  std::vector<SheetColumn> columns;
  std::vector<SheetRow> rows;

  bool operator==(const Sheet&) const = default;
};

// The text of a cell, empty where there is none.
const std::string& cell_text(const SheetRow& row, const SheetColumn& column);

// The first column with a role, or nullptr.
const SheetColumn* find_column(const Sheet& sheet, std::string_view role);

// The column that rows are called by: their situation, or else the first text; nullptr where there is neither.
const SheetColumn* title_column(const Sheet& sheet);

// What a row is called by: its text in that column, or empty.
const std::string& name_of_row(const Sheet& sheet, const SheetRow& row);

// Whether a row says nothing in any column; what it keeps of removed columns does not count.
bool is_blank(const Sheet& sheet, const SheetRow& row);

// A column that is computed from others: see sheet_formulas.h.
bool is_calculated(const SheetColumn& column);

// Whether a unit stands at its number without a space, as the percent sign does in English: "95%".
bool stands_at_number(std::string_view unit, Language language);

// Pure edits beside those of item_lists.h. A row or column that is not there leaves the sheet as it was.
Sheet set_cell(Sheet sheet, std::string_view row, std::string_view column, std::string text);
Sheet remove_column(Sheet sheet, std::string_view column);  // with its cells
Sheet add_column(Sheet sheet, SheetColumn column, size_t position);
Sheet set_column(Sheet sheet, const SheetColumn& column);  // the one with the same id

// A value that a choice column offers; `was` is what it was called before, empty for a new one.
struct OfferedChoice {
  std::string was;
  std::string now;
};

// The column offers these values, trimmed, without empty and repeated ones. Cells that hold a renamed one follow.
Sheet set_choices(Sheet sheet, std::string_view column, const std::vector<OfferedChoice>& choices);

Sheet move_column(Sheet sheet, std::string_view column, int step);  // so many places to the right; at an end it stays

// A cell, or with an empty row a column.
struct SheetPlace {
  std::string row;
  std::string column;

  bool operator==(const SheetPlace&) const = default;
};

// Where a sheet is not as it was before: the first column that is not, or the one next to columns that are gone; else
// the first cell, of `row` before other rows. Nothing where no row but whole ones came or went.
std::optional<SheetPlace> first_change(const Sheet& before, const Sheet& after, std::string_view row);

template <class Visitor, OneOf<SheetColumn> Value>
void describe(Visitor& visitor, Value& column) {
  visitor.local_id("id", column.id);
  visitor.code("role", column.role);
  visitor.text("title", column.title);
  visitor.choice("type", column.type, column_type_names);
  visitor.texts("choices", column.choices);
  visitor.number("share", column.share, 0, 0, 12);
  visitor.number("width", column.width, 0, 0, widest_column);
  visitor.unknown(column.unknown);
}

template <class Visitor, OneOf<SheetRow> Value>
void describe(Visitor& visitor, Value& row) {
  visitor.id("id", row.id);
  visitor.cells("cells", row.cells);
  visitor.unknown(row.unknown);
}

template <class Visitor, OneOf<Sheet> Value>
void describe(Visitor& visitor, Value& sheet) {
  visitor.choice("layout", sheet.layout, sheet_layout_names);
  visitor.local_list("columns", sheet.columns);
  visitor.list("rows", sheet.rows);
}

// The list that a new item goes to where nothing says where.
inline auto& main_list(Sheet& content) { return content.rows; }

}  // namespace canvasbook
