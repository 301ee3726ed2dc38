// The findings that need the printed page.
#pragma once

#include <vector>

#include "export/pages.h"
#include "model/review/finding.h"
#include "model/workbook.h"

namespace canvasbook {

// One finding for each block whose notes did not all fit the canvas: a canvas is read at one glance on
// one page.
std::vector<Finding> find_overfull(const Pages& pages);

// How many of the pages count for a budget: those that hold what the author wrote, not cover and contents.
size_t count_text_pages(const Pages& pages);

// One finding for each document, and for each section with the deeper ones behind it, that takes more of the pages than
// its budget.
std::vector<Finding> find_over_budget(const Workbook& workbook, const Pages& pages);

}  // namespace canvasbook
