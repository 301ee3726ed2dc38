// What a section of items looks like before it is drawn: rows of cells, each a text of an item, laid out once for a
// value of the section and a width, then only looked up. One ItemKind a kind of section says what its rows are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/app.h"
#include "editor/item_state.h"
#include "editor/views.h"
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

  // The controls above the rows: draws them at ImGui's cursor in a width; returns their height. Only measures where
  // `draws` is false.
  virtual float controls(const ItemDrawing&, ImVec2, float, bool) const { return 0; }

  // What stands in a row beside its texts.
  virtual void decorate(const ItemDrawing&, const ItemRow&, ImVec2, ImVec2) const {}

  // The words of the button that adds the first or a further item, and of the sentence while there is none.
  virtual const char* add_key() const = 0;
  virtual const char* empty_key() const = 0;
};

const ItemKind& kind_of(const Content& content);  // of a section that has items

// The fonts that cells are written in.
ImFont* font_of(const Theme& theme, CellStyle style);

// The height of a text in a width; measured once.
float text_height(ItemState& state, const Theme& theme, std::string_view text, CellStyle style, float width);

// Lays the rows of the shown section out anew where it or the room changed.
void lay_out_items(const ItemDrawing& drawing, const ItemKind& kind, float width);

inline constexpr float cell_pad = 8;  // logical pixels, at both sides of a text

// Where a cell is among the rows, or nothing.
struct CellAt {
  size_t row = 0;
  size_t cell = 0;
};
std::optional<CellAt> find_cell(const ItemState& state, const FieldPlace& place);
std::optional<CellAt> cursor_cell(const ItemDrawing& drawing);  // of the session; the first cell of its item

// The cell that Tab (1) or Shift+Tab (-1) leads to.
std::optional<CellAt> next_cell(const ItemState& state, CellAt from, int step);

inline const ItemCell& cell_at(const ItemState& state, CellAt at) { return state.rows[at.row].cells[at.cell]; }

// item_keys.cpp: the keys that are no commands, and what follows Enter and Tab in a text.
void use_item_keys(const ItemDrawing& drawing);
void go_on_after(const ItemDrawing& drawing, const FieldPlace& written);
void tab_from(const ItemDrawing& drawing, const FieldPlace& place, int step);

}  // namespace canvasbook
