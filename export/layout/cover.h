// The first page of a book. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// One upright page: the company at the head, the title in the upper third, author, date and revision at the foot.
void layout_cover(const PrintPart& part, const Cover& cover, LayoutContext& context);

}  // namespace canvasbook
