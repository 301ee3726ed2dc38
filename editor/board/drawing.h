// The parts of the board's view, one file each. Internal to editor/; board.cpp puts them together.
#pragma once

#include <optional>
#include <string>

#include "editor/board/card.h"
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

// The fonts in which texts are drawn at 100 % (the parking lot) or at the zoom of the board; measured all alike.
FontsAtZoom board_fonts(const Theme& theme, float zoom);

// notes.cpp: those notes of a block or of the parking lot that show in the current window.
void view_notes(const BoardDrawing& drawing, const Block* block, BlockLayout& layout, BoardHover& hover);

// block.cpp: ground and head of a block, and what stands in it while it is empty.
void view_block(const BoardDrawing& drawing, const Block& block, BlockLayout& layout, BoardHover& hover);

// segment_filter.cpp: the row above the board.
float segment_filter_height(const BoardDrawing& drawing);
void view_segment_filter(const BoardDrawing& drawing, const Area& area);

// note_bar.cpp: what the selected notes are given, in the head of the parking lot; and where it begins, pixels of the
// screen.
float left_of_note_bar(const BoardDrawing& drawing);
void view_note_bar(const BoardDrawing& drawing);

// parking.cpp: the strip under the board, and the room in its head for the bar of the selected notes.
float parking_height(const BoardDrawing& drawing, float room);
BlockPlace room_for_note_bar(const BoardDrawing& drawing);
void view_parking(const BoardDrawing& drawing, const Area& area, BoardHover& hover);

// mouse.cpp: selecting, the rubber band, dragging notes, panning.
void use_board_mouse(const BoardDrawing& drawing, const BoardHover& hover);
void view_board_menus(const BoardDrawing& drawing);  // what a right click offers
void open_board_menu(const BoardDrawing& drawing);   // of the note at the cursor, else of the chosen block
bool cancel_board_mouse(BoardState& state);          // true where the mouse was doing something

// details.cpp: the sheet for the longer text of a note.
void view_details(const BoardDrawing& drawing, const Area& area);

// keys.cpp: the keys that are no commands.
void use_board_keys(const BoardDrawing& drawing);

}  // namespace canvasbook
