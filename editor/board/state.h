// What the window keeps of a board from frame to frame: how near it is, what the mouse is doing, what was laid out.
#pragma once

#include <imgui.h>

#include <cmath>
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

// The text of a note in a width, in pixels at a zoom of 100 %.
struct NoteMeasure {
  float width = 0;
  float height = 0;
  float last_row = 0;  // how wide the last row is
  bool cut = false;    // a word is wider than a row
};

// What was measured of a text, by width.
struct NoteMeasures {
  std::string text;
  std::vector<NoteMeasure> measures;
};

// Where a card stands among the notes of its block; pixels at a zoom of 100 %.
struct CardPlace {
  float top = 0;
  float height = 0;
  float text_height = 0;
  float caption_height = 0;   // of the types, below the text
  bool marks_beside = false;  // the marks stand beside the last line of the text or the caption, else below
  std::uint32_t column = 0;
};

// A rectangle of the canvas at 100 %, or of the screen.
struct BlockPlace {
  ImVec2 from;
  ImVec2 to;
};

// Where the title of a block stands in it, and the width in which it breaks; pixels at a zoom of 100 %.
struct TitlePlace {
  float left = 0;
  float top = 0;
  float width = 0;
};

// A block as it was laid out, or the parking lot. Lengths are pixels at a zoom of 100 % unless they are of the screen.
struct BlockLayout {
  std::string id;                            // `parking_lot` for the parking lot
  const std::vector<Note>* notes = nullptr;  // of the section that BoardState holds
  BlockPlace place;                          // on the canvas; empty for the parking lot
  float head = 0;                            // height of sign and title
  TitlePlace title;
  float question = 0;  // height of what an empty block asks; 0 where it asks nothing
  float card_width = 0;
  float left = 0;                                   // of the first column
  float column_step = 0;                            // from one column to the next
  std::vector<std::string> captions;                // as the notes: what stands below their texts, see card.h
  std::vector<CardPlace> cards;                     // as the notes
  std::vector<std::vector<std::uint32_t>> columns;  // indices of the cards, from top to bottom
  float height = 0;                                 // of the cards
  bool cut = false;                                 // a word of a card is wider than a row

  ImVec2 from, to;              // on the screen: the whole block
  ImVec2 inner_from, inner_to;  // on the screen: where its notes show
  float zoom = 1;
  float scroll = 0;                  // of the parking lot, pixels of the screen
  std::optional<float> next_scroll;  // that the next frame begins with
  bool is_shown = true;              // no for the parking lot while it is folded
};

// The canvas as it was laid out: pixels at a zoom of 100 %.
struct BoardGrid {
  ImVec2 origin;  // of the first column and row
  float gap = 0;
  std::vector<float> columns;
  std::vector<float> rows;
  ImVec2 size;  // of the whole canvas
};

inline constexpr int smallest_zoom = 25;  // percent
inline constexpr int largest_zoom = 200;

// What the heads of the blocks show, whether the questions of empty ones, and the words before the causes of a cost.
struct BoardLook {
  bool icons = true;
  bool numbers = true;
  bool hints = true;
  std::string causes;
  bool operator==(const BoardLook&) const = default;
};

// The segment that a note is named like, found for a revision of the workbook; empty for none.
struct LikeSegment {
  std::uint64_t revision = 0;
  std::string note;
  std::string segment;
};

struct BoardState {
  std::optional<int> chosen_zoom;  // percent; nothing while the board fits the window
  float fit = 1;                   // the zoom at which it does, or the least legible one
  float zoom() const { return chosen_zoom ? static_cast<float>(*chosen_zoom) / 100 : fit; }
  int zoom_percent() const { return static_cast<int>(std::lround(zoom() * 100)); }

  // What the pressed mouse does.
  enum class Doing { nothing, pressing, dragging, banding, panning };
  Doing doing = Doing::nothing;
  bool selects_on_release = false;  // a click on one of several selected notes selects it alone
  bool parking_is_open = false;
  std::string parking_of;   // the section on which it was opened: on another board it is folded; empty while it is
  bool is_written = false;  // a note was being written as it was laid out last; see lay_out_board
  std::string pressed_note;
  ImVec2 pressed_at{};
  std::optional<std::string> drop_block;  // that dragged notes would go to
  std::string drop_segment;               // that dragged notes would be tied to; empty for none
  ItemIds selected_before;                // a rubber band adds to these

  LikeSegment like_segment;       // that is offered
  std::optional<ImVec2> menu_at;  // where the menu of a note or block stands that a key opened
  std::unordered_map<std::string, std::string> parked_from;  // the block where a note stood that was put aside
  std::string menu_to_open;  // key of the part of the note's bar whose menu a command asked for; empty for none

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
  ImVec2 room{};  // of the screen, that the canvas has
  float parking_width = 0;
  float font_size = 0;  // a new font may stand where an old one stood
  ImFont* font = nullptr;
  BoardLook look;
  BoardGrid grid;
  std::vector<BlockLayout> blocks;                         // as on the board; the parking lot is the last
  std::unordered_map<std::string, NoteMeasures> measures;  // by note
  std::unordered_map<std::string, TextAtRest> texts;
  size_t measured_notes = 0;  // texts measured since the start, for tests
};

}  // namespace canvasbook
