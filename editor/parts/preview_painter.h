// Painting laid-out pages on the screen: the very pages that print.
#pragma once

#include "editor/parts/theme.h"
#include "export/pages.h"
#include "export/text/fonts.h"

namespace canvasbook {

// Paints a page with its top left corner at `at`, `scale` pixels to the point. Glyphs stand where the paper has them.
void paint_page(ImDrawList* list, const Theme& theme, const Page& page, ImVec2 at, float scale, Fonts& fonts);

// The item whose run is under a point of the page (in points), or else that of the first run in a box there that leads
// to another place; or nothing.
std::uint32_t item_at(const Page& page, float x, float y);

}  // namespace canvasbook
