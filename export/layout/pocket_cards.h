// Cards to cut out, several to a sheet. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// Cards an even part of an upright page each, two side by side, from left to right and from top to bottom, with marks
// to cut along.
void layout_pocket_cards(const PrintPart& part, const PocketCards& cards, LayoutContext& context);

}  // namespace canvasbook
