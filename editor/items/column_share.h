// How the columns of a table share its width. Pure; all lengths are pixels.
#pragma once

#include <vector>

namespace canvasbook {

// What a column asks for.
struct ColumnWish {
  float least = 0;          // in which no word is broken
  float wanted = 0;         // in which its texts have room; not below `least`
  float drawn = 0;          // the width that it was drawn to, 0 for none: it has that, or its least
  bool takes_rest = false;  // texts do; dates, numbers, ticks and choices stay as narrow as they are
  int share = 1;            // of what is left when all have what they want
};

// The least width of the table.
float least_of_columns(const std::vector<ColumnWish>& columns);

// The widths, in whole pixels and as wide as the room together, or wider where the least widths are. Room goes to what
// is narrow by kind first, then to texts as far as they want it, then to texts by their shares.
std::vector<float> share_width(const std::vector<ColumnWish>& columns, float room);

}  // namespace canvasbook
