// Pocket cards, four to a sheet. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// Cards a quarter of an upright page each, from left to right and from top to bottom, with marks to cut along.
void layout_pocket_cards(const PrintPart& part, const PocketCards& cards, LayoutContext& context);

}  // namespace canvasbook
