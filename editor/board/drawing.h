// The parts of the board's view, one file each. Internal to editor/; board.cpp puts them together.
#pragma once

#include <optional>
#include <string>

#include "editor/board/layout.h"
#include "editor/frame/views.h"

namespace canvasbook {

// What the parts are drawn with. The board is the one that the frame began with, whatever they do to it.
struct BoardDrawing {
  App& app;
  Session& session;
  const Board& board;
  const Theme& theme;
  BoardState& state;

  PartContext parts() const { return {theme, app.parts}; }
};

// What is under the mouse, as the windows say that lie above one another.
struct BoardHover {
  BlockLayout* block = nullptr;  // its notes or its ground
  bool on_canvas = false;        // the ground between the blocks, or a block
};

// Below this the notes are too small to be read: neither text nor shadow is drawn.
inline constexpr float least_legible_zoom = 0.45F;

// The fonts in which a board is drawn at a zoom; measured all alike.
struct BoardFonts {
  ImFont* note;
  ImFont* small;
  ImFont* small_bold;
};
BoardFonts board_fonts(const Theme& theme, float zoom);

ImU32 with_alpha(ImU32 colour, float alpha);

// notes.cpp: the notes of a block or of the parking lot, in a window of their own.
void view_notes(const BoardDrawing& drawing, const Block* block, BlockLayout& layout, BoardHover& hover);

// block.cpp: ground and head of a block, and what stands in it while it is empty.
void view_block(const BoardDrawing& drawing, const Block& block, BlockLayout& layout, BoardHover& hover);
BlockHead head_of_width(const BoardState& state, float width);                   // of a block, pixels at 100 %
float block_foot(const BoardDrawing& drawing, const Block& block, float width);  // below its notes, pixels at 100 %
void fit_heads(const BoardDrawing& drawing);  // chooses head and title size for all blocks of the board

// note_bar.cpp: what the selected notes are given, or the segments that the board can be looked at for.
float note_bar_height(const BoardDrawing& drawing);
void view_note_bar(const BoardDrawing& drawing, const Area& area);

// parking.cpp: the strip under the board.
float parking_height(const BoardDrawing& drawing, float room);
void view_parking(const BoardDrawing& drawing, const Area& area, BoardHover& hover);

// mouse.cpp: selecting, the rubber band, dragging notes, panning.
void use_board_mouse(const BoardDrawing& drawing, const BoardHover& hover);
bool cancel_board_mouse(BoardState& state);  // true where the mouse was doing something

// details.cpp: the sheet for the longer text of a note.
void view_details(const BoardDrawing& drawing, const Area& area);

// keys.cpp: the keys that are no commands.
void use_board_keys(const BoardDrawing& drawing);

}  // namespace canvasbook
