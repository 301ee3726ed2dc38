// Rows of cells as spreadsheets put them on the clipboard: a line a row, cells parted by tabs, quoted where they hold a
// tab, a line feed or a quote. A cell that begins with a quote but is not in quotes, as where it is not closed or more
// of the cell follows, ends where any other does, and the quote is a part of its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

using CellRows = std::vector<std::vector<std::string>>;

// Any text is taken: malformed bytes become U+FFFD, the rest normal form C. One without tabs is rows of one cell. Empty
// rows are left out.
CellRows read_cells(std::string_view text);

// The same with its empty rows, so that what stands below them keeps its place; those at the end are left out.
CellRows read_block(std::string_view text);

struct DelimitedText {
  CellRows rows;
  std::vector<size_t> lines;  // of each row the one it begins on, from 1
  size_t stray_quotes = 0;    // cells that begin with a quote which is a part of their text
};

// The same of a text whose cells are parted by another sign, as in CSV files; without its empty rows, and with line
// feeds alone in cells of several lines.
DelimitedText read_delimited(std::string_view text, char delimiter);

// Whether a text can only be meant as cells: it has tabs, or is cells of which one is in quotes for its line feed.
bool reads_as_cells(std::string_view text);

std::string write_cells(const CellRows& rows);

}  // namespace canvasbook
