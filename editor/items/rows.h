// What a section of items looks like before it is drawn: rows of cells, each a text of an item, laid out once for a
// value of the section and a width, then only looked up. One ItemKind a kind of section says what its rows are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/views.h"
#include "editor/items/state.h"
#include "model/item_edits.h"

namespace canvasbook {

// What the kinds are drawn with. The section is the one that the frame began with, whatever they do to it.
struct ItemDrawing {
  App& app;
  Session& session;
  const Section& section;
  ItemState& state;
  const Theme& theme;

  const Catalog& words() const { return app.catalog(); }
  PartContext parts() const { return {theme, app.parts}; }
  float px(float logical) const { return theme.px(logical); }
};

// Where a cell is among the rows.
struct CellAt {
  size_t row = 0;
  size_t cell = 0;
};

// One kind of section: its rows, and what stands in them beside the texts. Stateless; one object a kind.
class ItemKind {
 public:
  ItemKind() = default;
  virtual ~ItemKind() = default;
  ItemKind(const ItemKind&) = delete;
  ItemKind& operator=(const ItemKind&) = delete;

  // The widest that the sheet gets, logical pixels; 0 for all the room there is.
  virtual float widest() const { return 900; }

  // The rows for a width in pixels, their cells in the order of Tab. Cells are placed from left to right; those with
  // the same `left` stand below one another.
  virtual std::vector<ItemRow> rows(const ItemDrawing& drawing, float width) const = 0;

  // The controls above the rows: draws them at ImGui's cursor in a width; returns their height.
  virtual float controls(const ItemDrawing&, ImVec2, float) const { return 0; }

  // The width in pixels that the rows need; where there is less room they scroll sideways.
  virtual float least_width(const ItemDrawing&) const { return 0; }

  // Whether there is any item, so that nothing has to be said of what to do first.
  virtual bool has_items(const ItemDrawing& drawing) const { return !drawing.state.rows.empty(); }

  // Draws what a cell holds while it is not written in; false where its text is to be drawn as it is.
  virtual bool draw_cell(const ItemDrawing&, const ItemRow&, const ItemCell&, ImVec2, ImVec2) const { return false; }

  // Whether Tab and Enter lead to writing in a cell, rather than only to it.
  virtual bool writes_in(const ItemDrawing&, const FieldPlace&) const { return true; }

  // Does what a click or Enter in a cell means; false where it is to be written in.
  virtual bool press_cell(const ItemDrawing&, const FieldPlace&) const { return false; }

  // Answers keys of its own; whether it took one. Without a cursor the place is missing.
  virtual bool use_keys(const ItemDrawing&, std::optional<CellAt>) const { return false; }

  // The height of what it draws at the upper edge of the window now, over the rows; see finish.
  virtual float pinned_height(const ItemDrawing&) const { return 0; }

  // What stands above all rows, such as a menu.
  virtual void finish(const ItemDrawing&) const {}

  // What stands in a row beside its texts.
  virtual void decorate(const ItemDrawing&, const ItemRow&, ImVec2, ImVec2) const {}

  // Whether that button stands below the rows; the kind has its own ways to add otherwise.
  virtual bool has_add_button(const ItemDrawing&) const { return true; }

  // The words of the button that adds the first or a further item, and of the sentence while there is none.
  virtual const char* add_key() const = 0;
  virtual const char* empty_key() const = 0;
};

// The fonts that cells are written in.
ImFont* font_of(const Theme& theme, CellStyle style);

// The height of a text in a width; measured once.
float text_height(ItemState& state, const Theme& theme, std::string_view text, CellStyle style, float width);

// Lays the rows of the shown section out anew where it or the room changed.
void lay_out_items(const ItemDrawing& drawing, const ItemKind& kind, float width);

inline constexpr float cell_pad = 8;   // logical pixels, at both sides of a text
inline constexpr float table_pad = 7;  // above and below a text in a table

// Where a cell is among the rows, or nothing.
std::optional<CellAt> find_cell(const ItemState& state, const FieldPlace& place);
std::optional<CellAt> cursor_cell(const ItemDrawing& drawing);  // of the session; the first cell of its item

// The cell that Tab (1) or Shift+Tab (-1) leads to.
std::optional<CellAt> next_cell(const ItemState& state, CellAt from, int step);

inline const ItemCell& cell_at(const ItemState& state, CellAt at) { return state.rows[at.row].cells[at.cell]; }

inline bool is_in_table(const ItemRow& row) { return row.look == RowLook::table || row.look == RowLook::table_head; }

// The room for the text of a cell.
float text_width(const ItemDrawing& drawing, const ItemCell& cell);

// Goes to a cell as Tab does: writes in it where its kind has it so.
void enter_cell(const ItemDrawing& drawing, const FieldPlace& place);

// keys.cpp: the keys that are no commands, and what follows Enter and Tab in a text.
void use_item_keys(const ItemDrawing& drawing);
void go_on_after(const ItemDrawing& drawing, const FieldPlace& written);
void tab_from(const ItemDrawing& drawing, const FieldPlace& place, int step);

}  // namespace canvasbook
