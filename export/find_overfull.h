// The findings that need the printed page.
#pragma once

#include <vector>

#include "export/pages.h"
#include "model/review.h"

namespace canvasbook {

// One finding for each block whose notes did not all fit the canvas (method row M3).
std::vector<Finding> find_overfull(const Pages& pages);

}  // namespace canvasbook
