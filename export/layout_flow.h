// Laying running text out on upright pages. Internal to export/.
#pragma once

#include "export/layout_context.h"
#include "export/print_document.h"

namespace canvasbook {

// Headings stay with their text, at least two lines of a paragraph stand on either side of a page break, the head of a
// table repeats and its rows stay whole while they fit a page.
void layout_flow(const PrintPart& part, const Flow& flow, LayoutContext& context);

}  // namespace canvasbook
