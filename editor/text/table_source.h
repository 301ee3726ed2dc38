// A line of a pipe table: its cells and where one writes in them. Tables are drawn and edited as tables where every
// line says the same about its columns; anything else stays the text that it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "editor/text/words.h"

namespace canvasbook {

// Places are counted from the beginning of the line.
struct TableCell {
  size_t bar = 0;       // before it
  size_t next_bar = 0;  // behind it; the end of the line where it has none
  TextRange stretch;    // with the bar before it, in the last cell also that behind it; stretches have no gaps
  TextRange content;    // where one writes: between the bars, without one blank at each side
  size_t text_end = 0;  // behind the last of it that is no blank
  bool operator==(const TableCell&) const = default;
};

enum class CellAlignment : std::uint8_t { left, centre, right };

struct TableSource {
  std::vector<TableCell> cells;           // one at least
  std::vector<CellAlignment> alignments;  // of the line of dashes below the head; none for any other line
  bool may_be_head = false;               // no paragraph goes on in this line

  bool is_dashes() const { return !alignments.empty(); }
};

// Reads a line that begins with a bar behind blanks; bars behind a backslash are text.
TableSource read_table_source(std::u32string_view line);

// Whether lines that follow each other are a table: a head, dashes below it for as many columns, and rows of no more
// cells. `line` gives the source of each.
template <class LineOf>
bool is_table(size_t lines, const LineOf& line) {
  if (lines < 2 || !line(0).may_be_head || line(0).is_dashes() || !line(1).is_dashes()) return false;
  if (line(0).cells.size() != line(1).cells.size()) return false;
  for (size_t i = 2; i < lines; ++i) {
    if (line(i).cells.size() > line(0).cells.size()) return false;
  }
  return true;
}

}  // namespace canvasbook
