// Where the cards of a board stand: laid out once for a value of the board and a width, then only looked up, so that a
// frame costs what is seen of a board and not what is on it.
#pragma once

#include <functional>
#include <optional>

#include "editor/board/state.h"
#include "editor/frame/workplace.h"
#include "editor/parts/theme.h"

namespace canvasbook {

class Session;
struct Theme;

// Room between the cards of a block, and between them and its edges; logical pixels.
inline constexpr float card_gap = 8;
inline constexpr float card_pad_x = 10;
inline constexpr float card_pad_y = 8;
inline constexpr float card_foot = 22;  // the line of types, marks and the sign of details
inline constexpr float head_height = 46;

// Lays out anew what changed since the last call: the notes of the shown board, the segments, the room. `size` is that
// of the canvas at a zoom of 100 %, `parking_width` the width of the parking lot, all in pixels. Returns whether
// something changed.
bool lay_out_board(BoardState& state, Session& session, const Theme& theme, ImVec2 size, float parking_width);

// The rectangle of a block on a canvas of a size, at 100 %.
struct BlockPlace {
  ImVec2 from;
  ImVec2 to;
};
BlockPlace place_of_block(const Board& board, const GridPlace& place, const Theme& theme, ImVec2 size);

BlockLayout* layout_of_block(BoardState& state, std::string_view block);

// Where a note is laid out; nothing for one that is not on the board as it was laid out last.
struct NoteAt {
  BlockLayout* block = nullptr;
  size_t index = 0;
};
std::optional<NoteAt> find_on_layout(BoardState& state, std::string_view note);

// The rectangle of a card on the screen.
BlockPlace card_on_screen(const BlockLayout& block, size_t index);

// Calls visit(index) for the cards that show between two heights of the screen, column by column.
void visit_cards(const BlockLayout& block, float from_y, float to_y, const std::function<void(size_t)>& visit);

// The card at a point of the screen.
std::optional<size_t> card_at(const BlockLayout& block, ImVec2 point);

// Before which card, or behind the last one, notes that are dropped at a point go; and the line that shows it.
struct DropPlace {
  size_t before = 0;
  ImVec2 line_from;
  ImVec2 line_to;
};
DropPlace drop_place(const BlockLayout& block, ImVec2 point);

// The block beyond an edge of a block that is nearest to a point; nullptr where there is none.
BlockLayout* neighbour_of(BoardState& state, const BlockLayout& block, Direction direction, ImVec2 point);

}  // namespace canvasbook
