// Laying a board out as a canvas on one landscape page. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// Text as large as fits, one size for all cards, never under 7 points. What does not fit continues on following pages
// under its block's name; a mark on the canvas leads there.
void layout_canvas(const PrintPart& part, const Canvas& canvas, LayoutContext& context);

}  // namespace canvasbook
