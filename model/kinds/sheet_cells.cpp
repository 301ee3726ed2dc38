#include "model/kinds/sheet_cells.h"

#include <algorithm>

#include "model/kinds/item_lists.h"
#include "model/kinds/sheet_formulas.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void put(SheetRow& row, const SheetColumn& column, std::string text) {
  if (is_calculated(column)) return;
  text = kept_cell(column.type, std::move(text));
  if (text.empty()) {
    row.cells.erase(column.id);
  } else {
    row.cells[column.id] = std::move(text);
  }
}

void put_row(SheetRow& row, SheetEdit& edit, size_t from, const std::vector<std::string>& cells) {
  const std::vector<SheetColumn>& columns = edit.sheet.columns;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (from + i < columns.size()) {
      put(row, columns[from + i], cells[i]);
    } else if (!trim(cells[i]).empty()) {
      ++edit.left_out;
    }
  }
}

}  // namespace

SheetEdit fill_cells(Sheet sheet, std::span<const size_t> rows, size_t first_column, const CellRows& block,
                     IdSource& fresh) {
  SheetEdit edit{std::move(sheet), {}};
  for (size_t i = 0; i < block.size(); ++i) {
    const bool is_new = i >= rows.size();
    if (is_new) {
      edit.sheet.rows.push_back({fresh.next(), {}, {}});
      edit.added.push_back(edit.sheet.rows.back().id);
    }
    put_row(is_new ? edit.sheet.rows.back() : edit.sheet.rows[rows[i]], edit, first_column, block[i]);
  }
  return edit;
}

std::optional<CellRange> cells_between(const Sheet& sheet, const std::vector<size_t>& shown_rows, std::string_view row,
                                       std::string_view column, std::string_view other_row,
                                       std::string_view other_column) {
  const auto row_place = [&](std::string_view id) {
    return std::ranges::find_if(shown_rows, [&](size_t place) { return sheet.rows[place].id == id; });
  };
  const auto column_place = [&](std::string_view id) {
    return static_cast<size_t>(std::ranges::find(sheet.columns, id, &SheetColumn::id) - sheet.columns.begin());
  };
  const auto first = row_place(row);
  const auto second = row_place(other_row);
  const size_t left = column_place(column);
  const size_t right = column_place(other_column);
  if (std::max(first, second) == shown_rows.end() || std::max(left, right) >= sheet.columns.size()) return std::nullopt;
  return CellRange{
      {std::min(first, second), std::max(first, second) + 1}, std::min(left, right), std::max(left, right)};
}

CellRows texts_of(const Sheet& sheet, const CellRange& cells) {
  CellRows texts;
  for (const size_t row : cells.rows) {
    texts.emplace_back();
    for (size_t c = cells.first_column; c <= cells.last_column; ++c) {
      texts.back().push_back(shown_cell(sheet, sheet.rows[row], sheet.columns[c]));
    }
  }
  return texts;
}

Sheet clear_cells(Sheet sheet, const CellRange& cells) {
  for (const size_t row : cells.rows) {
    for (size_t c = cells.first_column; c <= cells.last_column; ++c) sheet.rows[row].cells.erase(sheet.columns[c].id);
  }
  return sheet;
}

CellSum sum_of(const Sheet& sheet, const CellRange& cells) {
  CellSum told;
  for (const auto& row : texts_of(sheet, cells)) {
    for (size_t c = 0; c < row.size(); ++c) {
      if (trim(row[c]).empty()) continue;
      ++told.written;
      const auto number = number_in(sheet.columns[cells.first_column + c].type, row[c]);
      if (!number) continue;
      ++told.numbers;
      told.sum += *number;
    }
  }
  return told;
}

SheetEdit insert_rows(Sheet sheet, std::string_view after, const CellRows& block, IdSource& fresh) {
  SheetEdit edit{std::move(sheet), {}};
  std::vector<SheetRow> rows;
  for (const std::vector<std::string>& cells : block) {
    SheetRow& row = rows.emplace_back();
    row.id = fresh.next();
    edit.added.push_back(row.id);
    put_row(row, edit, 0, cells);
  }
  const auto place = place_in(edit.sheet.rows, after);
  edit.sheet.rows.insert(place == edit.sheet.rows.end() ? place : place + 1, rows.begin(), rows.end());
  return edit;
}

}  // namespace canvasbook
