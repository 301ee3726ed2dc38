// A poster of rules. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// One upright page of the size of canvases, its letters as large as fit; where even small ones do not, further pages.
void layout_poster(const PrintPart& part, const Poster& poster, LayoutContext& context);

}  // namespace canvasbook
