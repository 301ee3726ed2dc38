// The keys of all sections of items, one rule for every kind: README.md has it as a table.
//
// A cell that one comes to is chosen, an empty one is written in at once, and so is a text that Enter leads to outside
// of tables. What was just made and says nothing goes when it is left.
#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/workplace.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/items/row_menu.h"
#include "editor/items/rows.h"
#include "model/item_text_pasted.h"
#include "model/placeholders.h"
#include "model/table_import.h"
#include "model/text/delimited_text.h"
#include "model/text/table_text.h"

namespace canvasbook {

namespace {

constexpr int page_step = 8;  // rows

// Where the arrows lead: a run of entries begins anew there.
void point_at(const ItemDrawing& drawing, CellAt at, bool extend) {
  drawing.state.run = {};
  const FieldPlace place = cell_at(drawing.state, at).place;
  if (!extend) return drawing.session.point_at(place);
  extend_selection(drawing, place);
}

// The cell of a row that lies nearest to a left edge: its first coming from above, its last coming from below.
CellAt nearest_in(const ItemState& state, size_t row, float left, int step) {
  const auto& cells = state.rows[row].cells;
  size_t best = 0;
  for (size_t i = 1; i < cells.size(); ++i) {
    const float distance = std::abs(cells[i].left - left);
    const float least = std::abs(cells[best].left - left);
    if (distance < least || (distance == least && step < 0)) best = i;
  }
  return {row, best};
}

std::optional<CellAt> cell_below(const ItemState& state, CellAt from, int step) {
  const auto& cells = state.rows[from.row].cells;
  const float left = cells[from.cell].left;
  const auto inside = static_cast<std::ptrdiff_t>(from.cell) + step;
  if (inside >= 0 && inside < std::ssize(cells) && cells[static_cast<size_t>(inside)].left == left) {
    return CellAt{from.row, static_cast<size_t>(inside)};
  }
  for (auto row = static_cast<std::ptrdiff_t>(from.row) + step; row >= 0 && row < std::ssize(state.rows); row += step) {
    const auto r = static_cast<size_t>(row);
    if (state.rows[r].cells.empty()) continue;
    const bool same_columns = is_in_table(state.rows[r]) && state.rows[r].cells.size() == cells.size();
    return same_columns ? CellAt{r, from.cell} : nearest_in(state, r, left, step);
  }
  return std::nullopt;
}

// Several rows on; at the ends the last or first one.
std::optional<CellAt> cell_far(const ItemState& state, CellAt from, int rows) {
  const auto last = static_cast<std::ptrdiff_t>(state.rows.size()) - 1;
  auto row = std::clamp(static_cast<std::ptrdiff_t>(from.row) + rows, std::ptrdiff_t{0}, last);
  const int back = rows > 0 ? -1 : 1;
  while (row >= 0 && row <= last && state.rows[static_cast<size_t>(row)].cells.empty()) row += back;
  if (row < 0 || row > last) return std::nullopt;
  return nearest_in(state, static_cast<size_t>(row), cell_at(state, from).left, 1);
}

// Where the keys begin: at the first item, or where there is none yet at the first text.
std::optional<CellAt> first_cell(const ItemState& state) {
  const auto begins = [](const ItemRow& row) { return !row.item.empty() && !row.cells.empty(); };
  auto row = std::ranges::find_if(state.rows, begins);
  if (row == state.rows.end())
    row = std::ranges::find_if(state.rows, [](const ItemRow& one) { return !one.cells.empty(); });
  if (row == state.rows.end()) return std::nullopt;
  return CellAt{static_cast<size_t>(row - state.rows.begin()), 0};
}

const ItemKind& kind_of(const ItemDrawing& drawing) { return kind_of(drawing.section.content); }

bool is_adding(const ItemState& state, size_t row) {
  return row < state.rows.size() && state.rows[row].tag == adding_row;
}

// The first cell of the next row that has any, but for those that add; nothing behind the last.
std::optional<CellAt> next_row(const ItemState& state, size_t row) {
  for (size_t r = row + 1; r < state.rows.size(); ++r) {
    if (!state.rows[r].cells.empty() && !is_adding(state, r)) return CellAt{r, 0};
  }
  return std::nullopt;
}

// The cell of the next item in a row that holds several.
std::optional<CellAt> next_of_row(const ItemState& state, CellAt from) {
  if (from.cell + 1 >= state.rows[from.row].cells.size()) return std::nullopt;
  return CellAt{from.row, from.cell + 1};
}

// A further item behind a row, of the list that ends there, to be written in.
void add_behind(const ItemDrawing& drawing, size_t row) {
  const ItemState& state = drawing.state;
  if (is_adding(state, row + 1)) {
    kind_of(drawing).press_cell(drawing, state.rows[row + 1].cells.front().place);
  } else {
    drawing.session.add_item(std::string(state.rows[row].item));
  }
}

// Goes to a cell: an empty one is written in at once, any other is chosen.
void go_to(const ItemDrawing& drawing, const FieldPlace& place, bool is_empty) {
  if (is_empty && kind_of(drawing).writes_in(drawing, place)) return drawing.session.begin_field(place);
  drawing.session.point_at(place);
}

void go_to(const ItemDrawing& drawing, CellAt to) {
  const ItemCell& cell = cell_at(drawing.state, to);
  go_to(drawing, cell.place, cell.text->empty());
}

// Enter goes on writing behind a text: a letter typed there does not take its place. A cell of a table is chosen.
void go_on_writing(const ItemDrawing& drawing, CellAt to) {
  const FieldPlace place = cell_at(drawing.state, to).place;
  const bool is_text = !is_in_table(drawing.state.rows[to.row]) && kind_of(drawing).writes_in(drawing, place);
  is_text ? drawing.session.begin_field(place) : go_to(drawing, to);
}

// The cell of its row in which the run of entries began that a cell belongs to.
size_t run_column(const ItemState& state, CellAt at) {
  return state.run.at == cell_at(state, at).place ? state.run.begin : at.cell;
}

// A row of a table that Tab goes on to begins a run of its own.
void keep_run(const ItemDrawing& drawing, CellAt from, CellAt to) {
  ItemState& state = drawing.state;
  const bool is_next_row = to.row > from.row;
  state.run = {cell_at(state, to).place, is_next_row ? to.cell : run_column(state, from)};
}

// A further row at the end of a table, to be written in from a column on; a placeholder begins with its name.
void add_row_below(const ItemDrawing& drawing, size_t row, size_t column) {
  add_behind(drawing, row);
  const auto& sheet = std::get<Sheet>(drawing.session.section()->content);
  if (placeholder_column(sheet) != nullptr) return;  // without one the value would be nobody's
  const auto& columns = sheet.columns;
  if (column < columns.size()) go_to(drawing, FieldPlace{drawing.session.view().cursor, columns[column].id}, true);
}

// Enter in a table: one row down, in the column in which the run of entries began.
void enter_in_table(const ItemDrawing& drawing, CellAt from) {
  const ItemState& state = drawing.state;
  const size_t column = run_column(state, from);
  const auto next = next_row(state, from.row);
  if (next) return go_to(drawing, CellAt{next->row, std::min(column, state.rows[next->row].cells.size() - 1)});
  if (!drawing.session.leave_blank()) add_row_below(drawing, from.row, column);
}

// What is typed at a cell takes the place of its text, or does what a click there does.
void write_what_is_typed(const ItemDrawing& drawing, CellAt at) {
  if (!is_typing(drawing.app)) return;
  const FieldPlace place = cell_at(drawing.state, at).place;
  if (!kind_of(drawing).writes_in(drawing, place)) {
    kind_of(drawing).press_cell(drawing, place);
    return;
  }
  drawing.session.begin_field(place);
  drawing.session.field.select_all();
}

// The menu of the item at the cursor, below its cell.
void open_menu_below(const ItemDrawing& drawing, CellAt at) {
  const ItemState& state = drawing.state;
  const ItemRow& row = state.rows[at.row];
  const ItemCell& cell = row.cells[at.cell];
  const std::string item = row.item.empty() ? std::string() : cell.place.item;
  if (item.empty()) return;
  open_item_menu(drawing, item,
                 ImVec2{state.rows_from.x + cell.left, state.rows_from.y + row.top + cell.top + cell.height});
}

}  // namespace

void extend_selection(const ItemDrawing& drawing, const FieldPlace& place) {
  Session& session = drawing.session;
  if (session.at_cell() && drawing.state.rows.front().look == RowLook::table_head) return session.extend_cells(place);
  session.extend_item_selection(place);
}

void paste_while_writing(const ItemDrawing& drawing) {
  const auto& events = drawing.app.input.events();
  const auto pastes = [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::key_down && ((event.key == Key::v && event.modifiers == control) ||
                                                        (event.key == Key::insert && event.modifiers == shift));
  };
  const auto pressed = std::ranges::find_if(events, pastes);
  if (pressed == events.end()) return;
  const char* clipboard = ImGui::GetClipboardText();
  if (clipboard == nullptr) return;
  const std::string text = clipboard;
  Session& session = drawing.session;
  const CellRows cells = read_block(text);
  if (cells.size() == 1 && cells.front().size() == 1 && reads_as_cells(text)) {  // its text, without the quotes
    drawing.app.input.take(pressed->key, pressed->modifiers);
    session.field.insert(cells.front().front());
    return session.take_over_field();
  }
  const bool is_untouched = !session.field.can_undo() || session.field.text().empty();
  const bool is_column = std::holds_alternative<Sheet>(drawing.section.content) && session.field.text().empty() &&
                         cells.size() > 1;  // into one cell nobody means several lines
  const bool is_table = import_kind_of(drawing.section.content) && read_pasted_table(text);
  const FieldPlace place{session.view().edited, session.view().field};
  const bool are_items = session.field.text().empty() && reads_as_items(drawing.section.content, place, cells);
  if (!is_untouched || !(reads_as_cells(text) || is_column || is_table || are_items)) return;
  drawing.app.input.take(pressed->key, pressed->modifiers);
  workplace_of(drawing.app).paste(drawing.app, text);
}

void begin_to_write(const ItemDrawing& drawing, const FieldPlace& place) {
  drawing.session.begin_field(place);
  if (kind_of(drawing).is_as_made(drawing, place)) drawing.session.field.select_all();
}

void enter_from(const ItemDrawing& drawing, const FieldPlace& place) {
  const ItemState& state = drawing.state;
  Session& session = drawing.session;
  session.pause_writing();  // what was just made stays if its next cell follows
  const auto at = find_cell(state, place);
  if (!at) return;
  if (std::holds_alternative<Sheet>(drawing.section.content)) return enter_in_table(drawing, *at);
  const auto next = next_row(state, at->row);
  if (place.item != state.rows[at->row].item) {  // an answer beside its cue: down to the next one
    const auto below = next_of_row(state, *at);
    if (below) return go_on_writing(drawing, *below);
    if (!session.leave_blank()) return session.add_item(place.item);
    return next ? go_on_writing(drawing, *next) : add_behind(drawing, at->row);
  }
  const bool list_ends = !next || is_adding(state, at->row + 1);
  if (!list_ends) return go_on_writing(drawing, *next);
  if (!session.leave_blank()) return add_behind(drawing, at->row);
  if (next) go_on_writing(drawing, *next);
}

void tab_from(const ItemDrawing& drawing, const FieldPlace& place, int step) {
  const ItemState& state = drawing.state;
  const auto at = find_cell(state, place);
  if (!at) return drawing.session.end_writing();
  auto next = next_cell(state, *at, step);
  while (next && is_adding(state, next->row)) next = next_cell(state, *next, step);
  if (next) {
    keep_run(drawing, *at, *next);
    return go_to(drawing, *next);
  }
  if (step < 0) return drawing.session.point_at(place);
  if (!drawing.session.leave_blank()) add_behind(drawing, at->row);
}

void use_item_keys(const ItemDrawing& drawing) {
  App& app = drawing.app;
  ItemState& state = drawing.state;
  if (app.has_dialog() || app.text_field_is_active() || menu_is_open()) return;
  auto at = cursor_cell(drawing);
  const bool opens = std::exchange(state.opens_cell, false);
  const bool waits_for_first = !at && !state.on_trial && is_empty_list(drawing.section.content);
  if (waits_for_first && (opens || is_typing(app))) return kind_of(drawing).add_first(drawing);
  if (state.rows.empty()) return;
  if (opens && at) {
    const FieldPlace place = cell_at(state, *at).place;
    if (!kind_of(drawing).press_cell(drawing, place)) begin_to_write(drawing, place);
    return;
  }
  if (kind_of(drawing).use_keys(drawing, at)) return;
  if (!at) {
    const bool wanted = app.input.take(Key::down, plain) || app.input.take(Key::tab, plain);
    if (const auto first = first_cell(state); wanted && first) point_at(drawing, *first, false);
    return;
  }
  for (const bool extend : {false, true}) {
    const Modifiers modifiers = extend ? shift : plain;
    const auto go = [&](Key key, std::optional<CellAt> target) {
      if (!target || !app.input.take(key, modifiers)) return false;
      point_at(drawing, *target, extend);
      return true;
    };
    constexpr int all = 1 << 30;
    if (go(Key::down, cell_below(state, *at, 1)) || go(Key::up, cell_below(state, *at, -1)) ||
        go(Key::right, next_cell(state, *at, 1)) || go(Key::left, next_cell(state, *at, -1)) ||
        go(Key::page_down, cell_far(state, *at, page_step)) || go(Key::page_up, cell_far(state, *at, -page_step)) ||
        go(Key::home, cell_far(state, *at, -all)) || go(Key::end, cell_far(state, *at, all))) {
      return;
    }
  }
  if (menu_is_asked_for(app)) return open_menu_below(drawing, *at);
  if (app.input.take(Key::tab, plain)) return tab_from(drawing, cell_at(state, *at).place, 1);
  if (app.input.take(Key::tab, shift)) return tab_from(drawing, cell_at(state, *at).place, -1);
  if (app.input.take(Key::escape, plain)) {
    if (!drawing.session.leave_blank()) drawing.session.deselect();
    return;
  }
  write_what_is_typed(drawing, *at);
}

}  // namespace canvasbook
