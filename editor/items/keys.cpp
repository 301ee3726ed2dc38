// The keys of a section of items that are no commands of their own: moving the cursor, and what Enter and Tab lead to.
#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/workplace.h"
#include "editor/items/controls.h"
#include "editor/items/kinds.h"
#include "editor/items/rows.h"

namespace canvasbook {

namespace {

constexpr int page_step = 8;  // rows

void point_at(const ItemDrawing& drawing, CellAt at, bool extend) {
  const FieldPlace place = cell_at(drawing.state, at).place;
  if (!extend) return drawing.session.point_at(place);
  drawing.session.extend_item_selection(place.item);
  drawing.session.view.field = place.field;
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
    if (!state.rows[r].cells.empty()) return nearest_in(state, r, left, step);
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

bool is_empty(const ItemRow& row) {
  return std::ranges::all_of(row.cells, [](const ItemCell& cell) { return cell.text->empty(); });
}

// What is typed while nothing is written begins to write: behind the text, in a sheet in its place.
void write_what_is_typed(const ItemDrawing& drawing, CellAt at) {
  if (!is_typing(drawing.app)) return;
  if (!kind_of(drawing).writes_in(drawing, cell_at(drawing.state, at).place)) {
    kind_of(drawing).press_cell(drawing, cell_at(drawing.state, at).place);
    return;
  }
  drawing.session.begin_field(cell_at(drawing.state, at).place);
  if (std::holds_alternative<Sheet>(drawing.section.content)) drawing.session.field.select_all();
}

}  // namespace

void enter_cell(const ItemDrawing& drawing, const FieldPlace& place) {
  if (kind_of(drawing).writes_in(drawing, place)) return drawing.session.begin_field(place);
  drawing.session.point_at(place);
}

void go_on_after(const ItemDrawing& drawing, const FieldPlace& written) {
  Session& session = drawing.session;
  session.pause_writing();  // its next field may follow
  const auto at = find_cell(drawing.state, written);
  if (!at || written.item.empty()) return;
  const ItemRow& row = drawing.state.rows[at->row];
  if (is_in_table(row)) {  // down the column, as in a spreadsheet
    if (const auto below = cell_below(drawing.state, *at, 1))
      return enter_cell(drawing, cell_at(drawing.state, *below).place);
    if (session.leave_blank()) return;
    session.add_item(row.item);
    if (session.view.edited != row.item) session.begin_field({session.view.edited, written.field});
    return;
  }
  const std::string* text = find_field(session.section()->content, written);
  const bool last = at->cell + 1 == row.cells.size();
  if (!last) return session.begin_field(row.cells[at->cell + 1].place);
  if (text != nullptr && text->empty() && at->cell > 0 && row.item != written.item) {
    // An inner item that says nothing is the way out: it goes, and a new outer one follows.
    session.view.selected = {written.item};
    workplace_of(drawing.app).remove(drawing.app);
    if (drawing.app.has_dialog()) return;
    const std::vector<std::string> left = items_in_order(session.section()->content);
    if (std::ranges::find(left, row.item) != left.end()) session.add_item(row.item);
    return;
  }
  if (is_empty(row) && text != nullptr && text->empty()) {  // an item that says nothing goes
    session.view.selected = {row.item.empty() ? written.item : row.item};
    return workplace_of(drawing.app).remove(drawing.app);
  }
  if (row.look == RowLook::heading) return tab_from(drawing, written, 1);
  session.add_item(written.item);
}

void tab_from(const ItemDrawing& drawing, const FieldPlace& place, int step) {
  const auto at = find_cell(drawing.state, place);
  const auto next = at ? next_cell(drawing.state, *at, step) : std::nullopt;
  if (next) return enter_cell(drawing, cell_at(drawing.state, *next).place);
  const bool in_table = at && drawing.state.rows[at->row].look == RowLook::table;
  if (step > 0 && in_table && drawing.session.leave_blank()) return;
  if (step > 0 && in_table) return drawing.session.add_item(drawing.state.rows[at->row].item);
  drawing.session.point_at(place);
}

void use_item_keys(const ItemDrawing& drawing) {
  App& app = drawing.app;
  ItemState& state = drawing.state;
  if (app.has_dialog() || app.text_field_is_active() || menu_is_open() || state.rows.empty()) return;
  auto at = cursor_cell(drawing);
  if (std::exchange(state.opens_cell, false) && at) {
    const FieldPlace place = cell_at(state, *at).place;
    if (!kind_of(drawing).press_cell(drawing, place)) drawing.session.begin_field(place);
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
  if (app.input.take(Key::tab, plain)) return tab_from(drawing, cell_at(state, *at).place, 1);
  if (app.input.take(Key::tab, shift)) return tab_from(drawing, cell_at(state, *at).place, -1);
  if (app.input.take(Key::escape, plain)) {
    drawing.session.view.selected.clear();
    drawing.session.view.cursor.clear();
    drawing.session.view.field.clear();
    return;
  }
  write_what_is_typed(drawing, *at);
}

}  // namespace canvasbook
