// One note as a card.
#pragma once

#include "editor/board/card.h"
#include "editor/board/drawing.h"

namespace canvasbook {

struct CardLook {
  bool chosen = false;
  bool hovered = false;
  bool dimmed = false;
};

// Draws a card into the current window. `block` is nullptr for a parked note. The card that is written in answers to
// keys and mouse itself.
void draw_card(const BoardDrawing& drawing, const Block* block, const BlockLayout& layout, size_t index, CardLook look);

// Whether a note serves a segment, so that it stays bright when the board is looked at for that segment.
bool serves(const Block* block, const Note& note, std::string_view segment);

}  // namespace canvasbook
