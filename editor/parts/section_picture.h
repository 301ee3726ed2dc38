// What a section that is no board looks like on a small sheet of paper: its own titles, texts and rows as bars.
#pragma once

#include "editor/parts/theme.h"
#include "model/workbook.h"

namespace canvasbook {

// From the corner down to where the sheet ends; what has no room is left out.
void draw_section_picture(ImDrawList* list, const Theme& theme, const Section& section, ImVec2 from, ImVec2 to);

}  // namespace canvasbook
