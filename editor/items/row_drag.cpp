#include "editor/items/row_drag.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace canvasbook {

namespace {

// Whether rows of these looks are items of one list.
bool stand_together(RowLook one, RowLook other) {
  const auto as_card = [](RowLook look) { return look == RowLook::line ? RowLook::card : look; };
  return as_card(one) == as_card(other);
}

}  // namespace

void take_hold(const ItemDrawing& drawing, const std::string& item) {
  if (drawing.session.sheet_view() == nullptr) {
    drawing.state.dragged = item;
  } else {
    drawing.app.say(drawing.words().text("items.order_is_kept"));
  }
}

void drag_items(const ItemDrawing& drawing, ImVec2 rows_from) {
  ItemState& state = drawing.state;
  if (state.dragged.empty()) return;
  if (drawing.app.input.take(Key::escape, {})) {
    state.dragged.clear();
    ImGui::ClearActiveID();
    return;
  }
  const auto dragged = std::ranges::find(state.rows, state.dragged, &ItemRow::item);
  const float y = ImGui::GetIO().MousePos.y - rows_from.y;
  const ItemRow* target = nullptr;
  for (const ItemRow& row : state.rows) {
    if (dragged == state.rows.end() || row.item.empty() || !stand_together(row.look, dragged->look)) continue;
    if (target == nullptr || y >= row.top) target = &row;
  }
  if (target == nullptr) return state.dragged.clear();
  const ImVec2 room = ImGui::GetWindowPos();
  const ImVec2 end{room.x + ImGui::GetWindowWidth(), room.y + ImGui::GetWindowHeight()};
  if (!ImGui::IsMouseHoveringRect(room, end, false)) {  // let go of there, they stay where they are
    if (!ImGui::IsMouseDown(0)) state.dragged.clear();
    return;
  }
  const Side side = y > target->top + target->height / 2 ? Side::behind : Side::before;
  const float line = std::floor(rows_from.y + target->top + (side == Side::behind ? target->height + 3 : -4));
  ImGui::GetWindowDrawList()->AddRectFilled({rows_from.x, line}, {rows_from.x + state.width, line + 3},
                                            drawing.theme.colours.accent, 2);
  if (ImGui::IsMouseDown(0)) return;
  const std::string item = std::exchange(state.dragged, {});
  if (!drawing.session.view().selected.contains(item)) drawing.session.select_item(item, false);
  drawing.session.move_items_to(target->item, side);
}

}  // namespace canvasbook
