// The place to fill in, such as [40], that the mouse is at in a text which nobody writes in.
#pragma once

#include <optional>

#include "editor/items/rows.h"

namespace canvasbook {

// In code points of the text as the field has it; `at` is where the text is drawn, `width` its room, pixels.
std::optional<TextRange> blank_under_mouse(const ItemDrawing& drawing, const ItemCell& cell, ImVec2 at, float width);

}  // namespace canvasbook
