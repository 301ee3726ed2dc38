// A short text at rest as it prints: bold and italic, without the marks of Markdown, which are seen where it is
// written.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "editor/parts/text_at_rest.h"
#include "editor/parts/theme.h"
#include "editor/text/rows.h"

namespace canvasbook {

// Whether a text may have marks of emphasis, code or links; one that has none is a plain text to all below.
bool may_have_emphasis(std::string_view source);

// How it is laid out at rest in a font and a width, in pixels; valid as long as the fonts of the theme. Of a line that
// paper takes for more than a paragraph, such as a list, the marks stay.
TextMetrics emphasis_metrics(const Theme& theme, std::string_view source, ImFont* font, float width);

// Lays it out anew where something of it changed.
void lay_out_emphasis_at_rest(TextAtRest& kept, const Theme& theme, const std::string& source, ImFont* font,
                              float width);

// Draws the rows of a text laid out by emphasis_metrics that show in the clip rectangle.
void draw_emphasis(ImDrawList* list, const Theme& theme, ImFont* font, const TextRows& rows, std::u32string_view text,
                   ImVec2 at, ImU32 colour);

}  // namespace canvasbook
