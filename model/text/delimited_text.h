// Rows of cells as spreadsheets put them on the clipboard: a line a row, cells parted by tabs, quoted where they hold a
// tab, a line feed or a quote.
#pragma once

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

std::string write_cells(const CellRows& rows);

}  // namespace canvasbook
