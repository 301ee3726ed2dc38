// A table to read from afar. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// Upright pages of the size of canvases, as few as hold letters that are read from 2 m; then as large as fit these.
void layout_wall_sheet(const PrintPart& part, const WallSheet& sheet, LayoutContext& context);

}  // namespace canvasbook
