// Columns of a table that have no room of their own on a page.
#pragma once

#include "export/print_blocks.h"

namespace canvasbook {

// The table with each column that stands below another in the cells of that one: a line of its own, its title before
// the text. The first column always stands by itself.
SheetBlock with_columns_below(const SheetBlock& sheet);

}  // namespace canvasbook
