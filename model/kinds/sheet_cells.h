// Blocks of cells: filling them from a spreadsheet, copying, clearing and summing them. Text is never refused: what
// does not suit the type of its column is kept as it was typed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/identifier.h"
#include "model/kinds/cell_texts.h"
#include "model/text/delimited_text.h"

namespace canvasbook {

// What was done to a sheet, the ids of its new rows, and how many texts found no column.
struct SheetEdit {
  Sheet sheet;
  std::vector<std::string> added;
  size_t left_out = 0;
};

// Writes a block of cells from one column to the right, into the rows of these places and then into new ones. Cells
// beyond the last column are left out.
SheetEdit fill_cells(Sheet sheet, std::span<const size_t> rows, size_t first_column, const CellRows& block,
                     IdSource& fresh);

// A block of cells: places in the list of rows, in the order in which they are shown, and in that of columns, the last
// one included.
struct CellRange {
  std::vector<size_t> rows;
  size_t first_column = 0;
  size_t last_column = 0;

  bool is_one() const { return rows.size() == 1 && first_column == last_column; }
  bool operator==(const CellRange&) const = default;
};

// The cells between two, of the rows that are shown; nothing where one of them is not there.
std::optional<CellRange> cells_between(const Sheet& sheet, const std::vector<size_t>& shown_rows, std::string_view row,
                                       std::string_view column, std::string_view other_row,
                                       std::string_view other_column);
CellRows texts_of(const Sheet& sheet, const CellRange& cells);
Sheet clear_cells(Sheet sheet, const CellRange& cells);

// What cells come to: how many are written in, how many of these are numbers, and the sum of the numbers.
struct CellSum {
  size_t written = 0;
  size_t numbers = 0;
  double sum = 0;
};
CellSum sum_of(const Sheet& sheet, const CellRange& cells);

// New rows behind a row, with an unknown id at the end.
SheetEdit insert_rows(Sheet sheet, std::string_view after, const CellRows& block, IdSource& fresh);

}  // namespace canvasbook
