#include "model/sheet.h"

#include <algorithm>

#include "model/item_lists.h"

namespace canvasbook {

const std::string& cell_text(const SheetRow& row, const SheetColumn& column) {
  static const std::string none;
  const auto found = row.cells.find(column.id);
  return found == row.cells.end() ? none : found->second;
}

const SheetColumn* find_column(const Sheet& sheet, std::string_view role) {
  const auto found = std::ranges::find(sheet.columns, role, &SheetColumn::role);
  return found == sheet.columns.end() ? nullptr : &*found;
}

Sheet set_cell(Sheet sheet, std::string_view row, std::string_view column, std::string text) {
  const auto found = std::ranges::find(sheet.rows, row, &SheetRow::id);
  if (found == sheet.rows.end() || find_item(sheet.columns, column) == nullptr) return sheet;
  if (text.empty()) {
    found->cells.erase(std::string(column));
  } else {
    found->cells[std::string(column)] = std::move(text);
  }
  return sheet;
}

Sheet remove_column(Sheet sheet, std::string_view column) {
  if (find_item(sheet.columns, column) == nullptr) return sheet;
  sheet.columns = remove_item(std::move(sheet.columns), column);
  for (SheetRow& row : sheet.rows) row.cells.erase(std::string(column));
  return sheet;
}

}  // namespace canvasbook
