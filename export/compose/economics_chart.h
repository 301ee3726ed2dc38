// The chart that compares what a client of each segment brings. Internal to export/.
#pragma once

#include "export/print_blocks.h"
#include "model/base/catalog.h"
#include "model/kinds/sheet.h"

namespace canvasbook {

// A bar a row of unit economics, the highest lifetime profit first, beside it what winning a client costs. Without rows
// where fewer than two have figures, or these are in different currencies.
PrintChart chart_of_economics(const Sheet& sheet, const Catalog& words);

}  // namespace canvasbook
