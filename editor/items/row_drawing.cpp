#include "editor/items/row_drawing.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/frame/tooltip.h"
#include "editor/items/row_drag.h"
#include "editor/items/row_menu.h"
#include "editor/items/scrolling.h"

namespace canvasbook {

namespace {

// The item that a place in a row belongs to, pixels from its left and top: the answer in whose line it is, or the
// row's.
std::string item_at(const ItemRow& row, ImVec2 place) {
  std::string item = row.item;
  for (const ItemCell& cell : row.cells) {
    const bool is_in_line =
        place.x >= cell.left && place.y >= cell.top && place.y < cell.top + cell.height + cell.below;
    if (is_in_line && !cell.place.item.empty()) item = cell.place.item;
  }
  return item;
}

class RowDrawing {
 public:
  RowDrawing(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 rows_from)
      : drawing_(drawing),
        kind_(kind),
        rows_from_(rows_from),
        list_(ImGui::GetWindowDrawList()),
        chosen_cells_(drawing.session.selected_cells()),
        cells_(drawing, kind) {}

  CellDone draw() {
    const auto& rows = drawing_.state.rows;
    // The titles of a table stay in view: what scrolls below them is cut there.
    const bool pins = !rows.empty() && rows.front().look == RowLook::table_head;
    const ImVec2 clip = list_->GetClipRectMin();
    const float head = pins ? std::max(rows_from_.y, clip.y) : clip.y;
    const float pinned = pins ? rows.front().height : kind_.pinned_height(drawing_);
    ImGui::PushClipRect({clip.x, head + pinned}, list_->GetClipRectMax(), true);
    const float from = list_->GetClipRectMin().y - rows_from_.y;
    const float to = list_->GetClipRectMax().y - rows_from_.y;
    auto row = std::ranges::partition_point(rows, [&](const ItemRow& one) { return one.top + one.height < from; });
    if (pins && row == rows.begin()) ++row;
    for (; row != rows.end() && row->top < to; ++row) draw_row(*row);
    draw_what_is_written_unseen(from, to, pins);
    ImGui::PopClipRect();
    if (pins) {
      shift_ = head - rows_from_.y;
      draw_row(rows.front());
      shift_ = 0;
    }
    open_asked_menu();
    return cells_.done();
  }

 private:
  // The field that has the keys must take them even where it was scrolled away.
  void draw_what_is_written_unseen(float from, float to, bool pins) {
    if (drawing_.session.view().editing != Editing::field || cells_.has_written()) return;
    const auto at = find_cell(drawing_.state, {drawing_.session.view().edited, drawing_.session.view().field});
    if (!at || (pins && at->row == 0)) return;
    const ItemRow& row = drawing_.state.rows[at->row];
    if (row.top + row.height < from || row.top >= to)
      cells_.draw(row, row.cells[at->cell], {rows_from_.x, rows_from_.y + row.top});
  }

  // A right click asks for the menu of the item that it hits, unless a word below the mouse has one of its own.
  void open_asked_menu() {
    ItemState& state = drawing_.state;
    if (ImGui::IsMouseReleased(1) && std::exchange(state.asks_for_menu, false) && under_mouse_ != nullptr) {
      const ImVec2 mouse = ImGui::GetMousePos();
      open_item_menu(drawing_,
                     item_at(*under_mouse_, {mouse.x - rows_from_.x, mouse.y - rows_from_.y - under_mouse_->top}));
    }
    if (!ImGui::IsMouseClicked(1)) return;
    state.asks_for_menu = under_mouse_ != nullptr && !drawing_.app.has_dialog() && !menu_is_open() &&
                          !drawing_.app.state<SpellingMarks>().asked;
  }

  void draw_row(const ItemRow& row) {
    const ImVec2 from{rows_from_.x, rows_from_.y + row.top + shift_};
    const ImVec2 to{from.x + drawing_.state.width, from.y + row.height};
    drawing_.app.parts.add("item/" + row.item, from, to);
    const ImVec2 with_handle{from.x - drawing_.px(handle_room), from.y};
    const bool is_under_mouse = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(with_handle, to);
    if (is_under_mouse && !row.item.empty()) under_mouse_ = &row;
    if (drawing_.state.aside > 0 && is_in_table(row) && row.cells.size() > 1) return draw_row_aside(row, from, to);
    draw_ground(row, from, to);
    for (const ItemCell& cell : row.cells) cells_.draw(row, cell, from);
    if (!row.item.empty()) draw_handle(row, from, to);
    kind_.decorate(drawing_, row, from, to);
  }

  // A row that is scrolled sideways: its first cell stays in view, above the others.
  void draw_row_aside(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const float left = from.x + drawing_.state.aside;
    const float edge = left + row.cells.front().width;
    const ImVec2 clip_from = list_->GetClipRectMin();
    const ImVec2 clip_to = list_->GetClipRectMax();
    ItemRow first = row;
    first.cells.resize(1);
    first.cells.front().left = drawing_.state.aside;
    ItemRow others = row;
    others.cells.erase(others.cells.begin());
    ImGui::PushClipRect({edge, clip_from.y}, clip_to, true);
    draw_ground(row, from, to);
    for (size_t i = 1; i < row.cells.size(); ++i) cells_.draw(row, row.cells[i], from);
    kind_.decorate(drawing_, others, from, to);
    ImGui::PopClipRect();
    ImGui::PushClipRect({left, clip_from.y}, {edge, clip_to.y}, true);
    draw_ground(first, from, to);
    cells_.draw(first, first.cells.front(), from);
    kind_.decorate(drawing_, first, from, to);
    ImGui::PopClipRect();
    if (!row.item.empty()) draw_handle(row, {left, from.y}, to);
    draw_side_shade(drawing_.theme, edge, 1, from.y, to.y);
  }

  // What stands below the cells of a row: the card, the lines of a table, what is chosen.
  void draw_ground(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing_.theme;
    const View& view = drawing_.session.view();
    const bool chosen = !row.item.empty() && view.selected.contains(row.item) &&
                        (view.selected.size() > 1 || (is_in_table(row) && view.field.empty())) && !chosen_cells_;
    if (row.look == RowLook::card || row.look == RowLook::line) {
      list_->AddRectFilled(from, to, chosen ? theme.colours.selection : theme.colours.panel, theme.px(8));
      list_->AddRect(from, to, theme.colours.border, theme.px(8));
    } else if (is_in_table(row)) {
      const bool head = row.look == RowLook::table_head;
      list_->AddRectFilled(from, to,
                           chosen ? theme.colours.selection
                           : head ? theme.colours.hover
                                  : theme.colours.panel);
      list_->AddRect(from, {to.x, to.y + 1}, theme.colours.border);  // one line between two rows
      if (chosen_cells_ && !chosen_cells_->is_one()) draw_chosen_cells(row, from);
      for (size_t i = 1; i < row.cells.size(); ++i) {
        const float x = std::floor(from.x + row.cells[i].left);
        list_->AddLine({x, from.y}, {x, to.y}, theme.colours.border);
      }
    }
  }

  void draw_chosen_cells(const ItemRow& row, ImVec2 from) {
    const auto& sheet = std::get<Sheet>(drawing_.section.content);
    const auto chosen = [&](const std::string& column) {
      const auto begin = sheet.columns.begin() + static_cast<std::ptrdiff_t>(chosen_cells_->first_column);
      const auto end = sheet.columns.begin() + static_cast<std::ptrdiff_t>(chosen_cells_->last_column) + 1;
      return std::ranges::find(begin, end, column, &SheetColumn::id) != end;
    };
    const bool is_row = row.look == RowLook::table && drawing_.session.view().selected.contains(row.item);
    if (!is_row || chosen_cells_->last_column >= sheet.columns.size()) return;
    for (const ItemCell& cell : row.cells) {
      if (!chosen(cell.place.field)) continue;
      list_->AddRectFilled({from.x + cell.left + 1, from.y + 1}, {from.x + cell.left + cell.width, from.y + row.height},
                           drawing_.theme.colours.selection);
    }
  }

  void draw_handle(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing_.theme;
    const View& view = drawing_.session.view();
    const ImVec2 handle{from.x - theme.px(handle_room), from.y};
    ImGui::SetCursorScreenPos(handle);
    const std::string key = "item/" + row.item + "/handle";
    const ImVec2 size{theme.px(handle_room - 4), std::min(to.y - from.y, theme.px(34))};
    invisible_button(key.c_str(), size);
    drawing_.app.parts.add_last(key);
    const bool over_row = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(handle, to);
    const bool chosen = view.selected.contains(row.item);
    if (over_row || chosen || ImGui::IsItemActive()) {
      const ImU32 colour = chosen ? theme.colours.accent : theme.colours.faint;
      for (const float x : {7.0F, 13.0F}) {
        for (const float y : {11.0F, 17.0F, 23.0F}) {
          list_->AddCircleFilled({handle.x + theme.px(x), handle.y + theme.px(y)}, theme.px(3) / 2, colour);
        }
      }
    }
    ItemState& state = drawing_.state;
    name_by_tooltip(drawing_.app, "items.handle");
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, theme.px(4))) take_hold(drawing_, row.item);
    if (ImGui::IsItemHovered()) under_mouse_ = &row;
    if (!ImGui::IsItemDeactivated() || !state.dragged.empty()) return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyShift) return drawing_.session.extend_item_selection({row.item, {}});
    if (io.KeyCtrl) return drawing_.session.select_item(row.item, true);
    open_item_menu(drawing_, row.item);
  }

  const ItemDrawing& drawing_;
  const ItemKind& kind_;
  ImVec2 rows_from_;
  ImDrawList* list_;
  const std::optional<CellRange> chosen_cells_;
  CellDrawing cells_;
  const ItemRow* under_mouse_ = nullptr;
  float shift_ = 0;  // of the row that is drawn, for titles that stay in view
};

}  // namespace

CellDone draw_item_rows(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 rows_from) {
  return RowDrawing(drawing, kind, rows_from).draw();
}

}  // namespace canvasbook
