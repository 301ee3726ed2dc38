// Markdown as it looks while it is written: in faces, sizes and colours of what it means, with the marks that the caret
// touches.
#pragma once

#include <imgui.h>

#include <string_view>

#include "editor/parts/theme.h"
#include "editor/text/rows.h"

namespace canvasbook {

// How Markdown is laid out in a width, in a field or at rest; valid as long as the fonts of the theme.
TextMetrics markdown_metrics(const Theme& theme, float width);

// Whether rows are laid out by markdown_metrics of this theme and width; the fonts of another theme are gone.
bool is_laid_out_for(const TextRows& rows, const Theme& theme, float width);

// Whether a row belongs to a block of code; never where the text is not Markdown.
bool is_row_of_code(const TextRows& rows, size_t row);

// Draws the rows of a text laid out by markdown_metrics that show in the clip rectangle; costs what is seen.
void draw_markdown(ImDrawList* list, const Theme& theme, const TextRows& rows, std::u32string_view text, ImVec2 at);

}  // namespace canvasbook
