// The text field: draws a TextCore and gives it keys, characters and the mouse.
#pragma once

#include <limits>

#include "editor/parts/widgets.h"
#include "editor/system/input_queue.h"
#include "editor/text/core.h"

namespace canvasbook {

// How plain text of a font is laid out in a width; the same for a note at rest and in the field, so that nothing jumps.
// Lasts when the fonts are built anew: it then measures with the one that took the place of `font`.
TextMetrics text_metrics(ImFont* font, float width);

// The height of a row of plain text, in pixels.
float row_height_of(const ImFont* font);

// Lays a plain text out in a font and a width, unless it already is; returns whether it was laid out anew.
bool lay_out(TextCore& core, ImFont* font, float width);

// The width of a text of one line.
inline constexpr float any_width = std::numeric_limits<float>::infinity();

// Draws the rows of a plain text that show in the clip rectangle.
void draw_rows(ImDrawList* list, ImFont* font, const TextRows& rows, std::u32string_view text, ImVec2 at, ImU32 colour);

struct TextFieldResult {
  bool changed = false;
  bool left = false;      // Escape, or a click elsewhere
  bool finished = false;  // Enter where it does not break lines
};

// A core with markdown_metrics is drawn as Markdown, any other in the font and colour.
// `enter_finishes`: Enter ends the editing and Shift+Enter breaks the line; else Enter breaks the line.
TextFieldResult text_field(const PartContext& context, std::string_view key, TextCore& core, InputQueue& input,
                           ImFont* font, ImVec2 at, float width, ImU32 colour, bool enter_finishes);

}  // namespace canvasbook
