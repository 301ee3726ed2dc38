// A table in a text, however it is written: Markdown, cells parted by tabs, CSV.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/text/delimited_text.h"

namespace canvasbook {

struct TableText {
  CellRows rows;                   // none is empty; they may differ in length
  std::vector<size_t> lines = {};  // of each row the one it begins on, from 1
  std::string around;              // of Markdown: all that stands outside of the table, as it is written
  bool is_markdown = false;        // a table of pipes
  size_t stray_quotes = 0;         // cells that begin with a quote which is a part of their text, see read_delimited
};

// Any text is taken. A table of pipes is one where Markdown has it; further tables below the same head go on with it,
// others count as what stands around; comments in cells, such as the ids of an export, are passed over. Else cells are
// parted by tabs, semicolons or commas, whichever gives more rows of one length, or by what a first line such as
// "sep=;" says; a text without any is rows of one cell. Empty columns at the end are left out. Lines of a cell are
// parted by line feeds. A line without a tab among rows of tabs that all have the same length goes on with the last
// cell above, but for the first row: so word processors copy cells of several paragraphs.
TableText read_table_text(std::string_view text);

// The same of what was pasted; nothing where it has neither a table of pipes nor a tab.
std::optional<TableText> read_pasted_table(std::string_view text);

}  // namespace canvasbook
