#include "export/layout/columns_below.h"

namespace canvasbook {

namespace {

void add_below(Spans& cell, const std::string& title, const Spans& text) {
  if (text.empty()) return;
  cell.push_back({(cell.empty() ? "" : "\n") + title + ": ", false, true, false, {}});
  cell.insert(cell.end(), text.begin(), text.end());
}

}  // namespace

SheetBlock with_columns_below(const SheetBlock& sheet) {
  SheetBlock result;
  std::vector<bool> is_below;
  for (const SheetBlock::Column& column : sheet.columns) {
    is_below.push_back(column.below && !result.columns.empty());
    if (!is_below.back()) result.columns.push_back(column);
  }
  for (const SheetBlock::Row& row : sheet.rows) {
    SheetBlock::Row& made = result.rows.emplace_back(SheetBlock::Row{row.item, {}, row.subject});
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (c < is_below.size() && is_below[c]) {
        add_below(made.cells.back(), sheet.columns[c].title, row.cells[c]);
      } else {
        made.cells.push_back(row.cells[c]);
      }
    }
  }
  return result;
}

}  // namespace canvasbook
