// One note as a card.
#pragma once

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

// The sign of a segment: its letter in its colour; hollow where `filled` is false. Returns its width.
float draw_segment_sign(ImDrawList* list, const Theme& theme, const Segment& segment, ImVec2 from, float size,
                        bool filled, float alpha = 1);
float segment_sign_width(const Theme& theme, const Segment& segment, float size);

// Whether a note serves a segment, so that it stays bright when the board is looked at for that segment.
bool serves(const Block* block, const Note& note, std::string_view segment);

}  // namespace canvasbook
