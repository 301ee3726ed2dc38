// How wide the columns of a table are, and how large its text: so that no word is broken while there is room.
// Internal to export/.
#pragma once

#include <optional>
#include <vector>

namespace canvasbook {

// What the content of a column asks for, in thousandths of the font size.
struct ColumnNeed {
  int whole = 0;  // its longest line, unbroken
  int least = 0;  // its longest word, or the longest part of one between two hyphens
  int share = 0;  // of the width, as its author says; 0: by the content
};

// How a table is set. All lengths are points.
struct TableSetting {
  float size = 0;  // of the font
  float line = 0;
  float pad = 0;              // on either side of a cell's text
  std::vector<float> widths;  // of the columns, with their pads; together at most the room but for rounding
};

// The largest type at which each column has what it needs at least, and most of them a little more where type of 8
// points allows that; nothing where even the smallest is too large. Columns with a share of
// the width get it; without any, each is as wide as its content where all fit unbroken, else they share by content.
std::optional<TableSetting> fit_columns(const std::vector<ColumnNeed>& needs, float room);

// The smallest type, where not even the needs fit: the narrow columns have theirs, words of the others are cut.
TableSetting squeeze_columns(const std::vector<ColumnNeed>& needs, float room);

}  // namespace canvasbook
