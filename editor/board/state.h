// What the window keeps of a board from frame to frame: how near it is, what the mouse is doing, what was laid out.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "editor/parts/text_at_rest.h"
#include "model/base/shared.h"
#include "model/item_edits.h"
#include "model/segments.h"
#include "model/workbook.h"

namespace canvasbook {

// Where a card stands among the notes of its block; pixels at a zoom of 100 %.
struct CardPlace {
  float top = 0;
  float height = 0;
  float text_height = 0;
  std::uint32_t column = 0;
};

// A block as it was laid out, or the parking lot. Lengths are pixels at a zoom of 100 % unless they are of the screen.
struct BlockLayout {
  std::string id;                            // `parking_lot` for the parking lot
  const std::vector<Note>* notes = nullptr;  // of the section that BoardState holds
  float card_width = 0;
  float left = 0;                                   // of the first column
  float column_step = 0;                            // from one column to the next
  std::vector<CardPlace> cards;                     // as the notes
  std::vector<std::vector<std::uint32_t>> columns;  // indices of the cards, from top to bottom
  float height = 0;

  ImVec2 from, to;              // on the screen: the whole block
  ImVec2 inner_from, inner_to;  // on the screen: where its notes show
  float zoom = 1;
  float scroll = 0;                  // pixels of the screen
  std::optional<float> next_scroll;  // that the next frame begins with
  bool is_shown = true;              // no for the parking lot while it is folded
};

inline constexpr int smallest_zoom = 25;  // percent
inline constexpr int largest_zoom = 200;

// What the heads of the blocks have room for, so that no title is cut: sign, title and button; title and button; or the
// title alone, with the button at the foot of the block.
enum class BlockHead { full, plain, bare };

struct BoardState {
  int zoom_percent =
      100;  // at 100 the board fits the window, above it is larger, below only what stands on it is smaller
  float zoom() const { return static_cast<float>(zoom_percent) / 100; }
  bool parking_is_open = false;

  // What the pressed mouse does.
  enum class Doing { nothing, pressing, dragging, banding, panning };
  Doing doing = Doing::nothing;
  std::string pressed_note;
  bool selects_on_release = false;  // a click on one of several selected notes selects it alone
  ImVec2 pressed_at{};
  std::optional<std::string> drop_block;  // that dragged notes would go to
  ItemIds selected_before;                // a rubber band adds to these

  // The window on the board.
  ImVec2 area_from{}, area_to{};
  ImVec2 scroll{};
  std::optional<ImVec2> next_scroll;
  std::string block_to_show;

  // What is laid out, and for what.
  std::optional<Shared<Section>> section;
  std::uint64_t revision = 0;
  std::vector<Segment> segments;
  IdIndex<Segment> segment_index;
  ImVec2 size{};  // of the whole canvas, at 100 %
  float parking_width = 0;
  ImFont* font = nullptr;
  float font_size = 0;  // a new font may stand where an old one stood
  BlockHead head = BlockHead::full;
  float bare_width = 0;          // where heads are bare: of the blocks up to this width, others are plain
  float title_size = 0;          // of all blocks alike
  bool heads_have_icons = true;  // as the heads were fitted last
  bool heads_have_numbers = true;
  std::vector<BlockLayout> blocks;  // as on the board; the parking lot is the last
  std::unordered_map<std::string, TextAtRest> texts;
  size_t measured_notes = 0;  // texts measured since the start, for tests
};

}  // namespace canvasbook
