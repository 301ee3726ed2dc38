// A table in a Markdown source as cells, and the edits of it: each keeps it a table, and what is not edited as it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/text/table_source.h"
#include "editor/text/words.h"

namespace canvasbook {

// What is to stand in place of `range`, and where caret and anchor stand behind it.
struct TextEdit {
  TextRange range;
  std::u32string inserted;
  size_t caret = 0;
  size_t anchor = 0;
};

enum class TableCommand { row_above, row_below, column_left, column_right, remove_row, remove_column, remove_table };

// Places are those of the whole text. Rows do not count the dashes: 0 is the head.
class PipeTable {
 public:
  // `where` are the lines of a table, from the beginning of the first to the end of the last.
  PipeTable(std::u32string_view text, TextRange where);

  struct Cell {
    size_t row = 0;
    size_t column = 0;
    bool operator==(const Cell&) const = default;
  };

  size_t rows() const { return lines_.size() - 1; }
  size_t cells_in(size_t row) const { return line(row).source.cells.size(); }

  // The cell at a place; at the dashes the last one of the head.
  Cell cell_at(size_t place) const;

  TextRange content(Cell cell) const;
  size_t text_end(Cell cell) const;  // without blanks at the end

  // The nearest place in a cell: never beside a bar, between a backslash and its bar, or behind blanks at the end
  // unless they are `kept`.
  size_t allowed(size_t place, bool kept = false) const;

  // The cells before and behind, in reading order; nothing at the ends.
  std::optional<Cell> before(Cell cell) const;
  std::optional<Cell> behind(Cell cell) const;

  // What is left of [begin, end) of the table when the texts in its cells are erased.
  std::u32string emptied(TextRange range) const;

  // Replaces a part of the text in one cell, bars and line feeds in `inserted` made text of a cell.
  TextEdit written(Cell cell, TextRange range, std::u32string_view inserted) const;

  TextEdit commanded(TableCommand command, Cell at) const;

 private:
  struct Line {
    size_t begin = 0;
    std::u32string_view text;
    TableSource source;
  };

  const Line& line(size_t row) const { return lines_[row == 0 ? 0 : row + 1]; }
  const TableCell& cell(Cell place) const { return line(place.row).source.cells[place.column]; }
  std::vector<std::u32string> with_column(size_t column) const;
  std::vector<std::u32string> without_column(size_t column) const;
  TextEdit rewritten(const std::vector<std::u32string>& lines, Cell caret) const;

  std::u32string_view text_;
  TextRange where_;
  std::vector<Line> lines_;  // the head, the dashes, the rows
};

// A text as it stands in a cell: line feeds become blanks, bars get a backslash.
std::u32string as_text_of_cell(std::u32string_view text);

}  // namespace canvasbook
