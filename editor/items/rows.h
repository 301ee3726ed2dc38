// What a section of items looks like before it is drawn: rows of cells, each a text of an item, laid out once for a
// value of the section and a width, then only looked up. One ItemKind a kind of section says what its rows are.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/ask_before_removing.h"
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
  bool operator==(const CellAt&) const = default;
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

  // What the rows depend on beside the section and the width, in any words.
  virtual std::string rows_depend_on(const ItemDrawing&) const { return {}; }

  // The controls above the rows: draws them at ImGui's cursor in a width; returns their height.
  virtual float controls(const ItemDrawing&, ImVec2, float) const { return 0; }

  // The width in pixels that the rows need; where there is less room they scroll sideways.
  virtual float least_width(const ItemDrawing&) const { return 0; }

  // Draws what a cell holds while it is not written in; false where its text is to be drawn as it is.
  virtual bool draw_cell(const ItemDrawing&, const ItemRow&, const ItemCell&, ImVec2, ImVec2) const { return false; }

  // How far from the left of its room the text of a cell at rest is drawn.
  virtual float text_shift(const ItemDrawing&, const ItemRow&, const ItemCell&) const { return 0; }

  // Whether what is typed at a cell is written in it.
  virtual bool writes_in(const ItemDrawing&, const FieldPlace&) const { return true; }

  // Whether a text is still the one that it was made with and only waits for another: who begins to write it has all of
  // it selected.
  virtual bool is_as_made(const ItemDrawing&, const FieldPlace&) const { return false; }

  // Does what a click or Enter in a cell means; false where it is to be written in.
  virtual bool press_cell(const ItemDrawing&, const FieldPlace&) const { return false; }

  // Answers keys of its own; whether it took one. Without a cursor the place is missing.
  virtual bool use_keys(const ItemDrawing&, std::optional<CellAt>) const { return false; }

  // The same while a text is written, before the text gets them.
  virtual bool use_keys_in_text(const ItemDrawing&) const { return false; }

  // The height of what it draws at the upper edge of the window now, over the rows; see finish.
  virtual float pinned_height(const ItemDrawing&) const { return 0; }

  // What stands above all rows, such as a menu.
  virtual void finish(const ItemDrawing&) const {}

  // What stands in a row beside its texts.
  virtual void decorate(const ItemDrawing&, const ItemRow&, ImVec2, ImVec2) const {}

  // Whether that button stands below the rows; the kind has its own ways to add otherwise.
  virtual bool has_add_button(const ItemDrawing&) const { return true; }

  // Makes the first item where there is none, and begins to write it.
  virtual void add_first(const ItemDrawing& drawing) const { drawing.session.add_item({}); }

  // Looks at what was written in a cell that is left now.
  virtual void leave_cell(const ItemDrawing&, const FieldPlace&) const {}

  // The words of the button that adds the first or a further item, and of the sentence while there is none.
  virtual const char* add_key() const = 0;
  virtual const char* empty_key(const Section& section) const = 0;

  // The words of what Insert adds at the cursor, where that is not what add_key() says.
  virtual const char* add_key_at(const Session&) const { return add_key(); }

  // The words of how many items were pasted.
  virtual const char* pasted_key(const Session&) const { return "items.pasted"; }

  // What the menu is of: the chosen items in words.
  virtual std::string chosen_words(const ItemDrawing& drawing) const {
    return words_of_removed(drawing.app, drawing.session.view().selected);
  }

  // The item that the next one of the outermost list comes behind; empty for its end.
  virtual std::string outer_item(const Session& session) const { return session.view().cursor; }

  // What the status line says of the keys while one writes in an item, and wherever the cursor is.
  virtual const char* writing_hint_key() const = 0;
  virtual const char* hint_key(const Session& session) const {
    return session.is_writing() ? writing_hint_key() : "window.hint_items";
  }
};

// The fonts that cells are written in.
ImFont* font_of(const Theme& theme, CellStyle style);

// Lays out what a cell says, or something said in its place, as it is drawn while nobody writes in it: emphasis as it
// prints, and in titles, which print without, as it is written.
void lay_out_cell_at_rest(TextAtRest& kept, const Theme& theme, const ItemCell& cell, const std::string& source,
                          float width);

// The height of a text in a width; measured once.
float text_height(ItemState& state, const Theme& theme, std::string_view text, CellStyle style, float width);

// Lays the rows of the shown section out anew where it or the room changed.
void lay_out_items(const ItemDrawing& drawing, const ItemKind& kind, float width);

inline constexpr float items_margin = 28;  // logical pixels, as all below: around the rows
inline constexpr float handle_room = 26;   // at the left of the rows
inline constexpr float cell_pad = 8;       // at both sides of a text
inline constexpr float table_pad = 7;      // above and below a text in a table

// Where a cell is among the rows, or nothing.
std::optional<CellAt> find_cell(const ItemState& state, const FieldPlace& place);
std::optional<CellAt> cursor_cell(const ItemDrawing& drawing);  // of the session; the first cell of its item

// The cell that Tab (1) or Shift+Tab (-1) leads to.
std::optional<CellAt> next_cell(const ItemState& state, CellAt from, int step);

inline const ItemCell& cell_at(const ItemState& state, CellAt at) { return state.rows[at.row].cells[at.cell]; }

inline bool is_in_table(const ItemRow& row) { return row.look == RowLook::table || row.look == RowLook::table_head; }

// The room for the text of a cell.
float text_width(const ItemDrawing& drawing, const ItemCell& cell);

// keys.cpp: the keys that are no commands, and where Enter and Tab lead from a cell.
void use_item_keys(const ItemDrawing& drawing);

void begin_to_write(const ItemDrawing& drawing, const FieldPlace& place);  // as Enter and F2 do
void enter_from(const ItemDrawing& drawing, const FieldPlace& place);
void tab_from(const ItemDrawing& drawing, const FieldPlace& place, int step);
// As Shift does: to the cells or rows up to there.
void extend_selection(const ItemDrawing& drawing, const FieldPlace& place);
// Several cells go into cells; any other text is left to the field.
void paste_while_writing(const ItemDrawing& drawing);

}  // namespace canvasbook
