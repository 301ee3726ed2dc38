// The cells of the rows of a section of items as they are drawn: at rest, at the cursor, and the one that is written
// in.
#pragma once

#include "editor/items/rows.h"

namespace canvasbook {

// What was done in a cell, to act on when all are drawn: an action replaces the rows.
struct CellDone {
  enum class What { nothing, changed, finished, left };
  What what = What::nothing;
  FieldPlace place;
};

// Draws the cells of one frame and answers the mouse in them.
class CellDrawing {
 public:
  CellDrawing(const ItemDrawing& drawing, const ItemKind& kind);

  // A cell of a row whose upper left corner is at a place of the screen.
  void draw(const ItemRow& row, const ItemCell& cell, ImVec2 row_from);

  const CellDone& done() const { return done_; }
  bool has_written() const { return has_written_; }  // the cell that is written in was among them

 private:
  struct Box {
    ImVec2 from;
    ImVec2 to;
    ImVec2 text_from;
    float text_width = 0;
    float rounding = 0;
  };

  Box box_of(const ItemRow& row, const ItemCell& cell, ImVec2 row_from) const;
  bool is_written(const ItemCell& cell) const;
  bool selects_by_press(const ItemRow& row, const ItemCell& cell, const Box& box);
  void begin_field_at_mouse(const ItemRow& row, const ItemCell& cell, const Box& box) const;
  void choose_pressed_blank(const ItemCell& cell) const;
  void write(const std::string& key, const ItemRow& row, const ItemCell& cell, const Box& box);
  void draw_at_rest(const ItemRow& row, const ItemCell& cell, const Box& box) const;

  const ItemDrawing& drawing_;
  const ItemKind& kind_;
  ImDrawList* list_;
  const bool at_edge_;  // the mouse draws at a column, and presses no cell
  CellDone done_;
  bool has_written_ = false;
};

}  // namespace canvasbook
