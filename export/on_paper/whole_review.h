// The review of a workbook with what only its pages show.
#pragma once

#include <vector>

#include "export/text/fonts.h"
#include "model/review/review.h"
#include "model/workbook.h"

namespace canvasbook {

// The whole review: that of the model, and that of the pages of the workbook's own size; dismissed findings marked.
// `today` as of review().
std::vector<Finding> review_with_pages(const Workbook& workbook, Fonts& fonts, const IsUntouched& is_untouched = {},
                                       const Date& today = {});

}  // namespace canvasbook
