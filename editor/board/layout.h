// Where the blocks of a board and their cards stand: as on paper, rows and columns are as large as what they hold
// needs, and nothing is clipped. Laid out once for a value of the board and a room, then only looked up, so that a
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
inline constexpr float head_height = 42;  // of a block with a title of up to two lines
// The size of a note's letters, in logical pixels, below which nobody reads them: the 7 points of the paper.
inline constexpr float least_letters = 9;

// Lays out anew what changed since the last call: the notes of the shown board, the segments, the room. `room` is that
// of the screen which the canvas has, `parking_width` the width of the parking lot, in pixels. The canvas is as large
// as fits the room, up to 100 %; where not even letters of `least_letters` fit, it is as wide as the room and higher.
// While a note is written neither size nor columns change, only rows, unless the room has another width; nor do they
// before a press that ends the writing is let go, so that nothing moves away from under it.
void lay_out_board(BoardState& state, Session& session, const Theme& theme, const BoardLook& look, ImVec2 room,
                   float parking_width);

// The rectangle of a block or a frame on the canvas, at 100 %.
BlockPlace place_on_grid(const BoardGrid& grid, const GridPlace& place);

// Where the button that adds a note to a block stands on the screen.
BlockPlace add_button_place(const Theme& theme, const BlockLayout& block);

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
