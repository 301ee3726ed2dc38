#include "editor/items/scrolling.h"

#include <algorithm>

#include "editor/items/kinds.h"

namespace canvasbook {

namespace {

constexpr float edge_shadow = 14;  // logical pixels
constexpr ImU32 shade = 0x38U << IM_COL32_A_SHIFT;

// Where the rows are wider than the room for them: brings a cell into it, beside the first column.
void follow_sideways(const ItemDrawing& drawing, CellAt at) {
  const float needed = drawing.px(2 * items_margin + handle_room) + drawing.state.width;
  if (needed <= ImGui::GetWindowWidth()) return;
  const float first = fixed_width(drawing, ImGui::GetWindowWidth() - drawing.px(2 * items_margin + handle_room));
  if (at.cell == 0 && first > 0) return;
  const ItemCell& cell = cell_at(drawing.state, at);
  const float from = drawing.px(items_margin + handle_room) + cell.left;
  const float room = ImGui::GetWindowWidth() - drawing.px(items_margin);
  const float before = drawing.px(items_margin + handle_room) + first;
  const float scroll = ImGui::GetScrollX();
  if (from + cell.width > scroll + room) ImGui::SetScrollX(std::min(from - before, from + cell.width - room));
  if (from - before < scroll) ImGui::SetScrollX(std::max(0.0F, from - before));
}

// The lower edge of the chosen rows from one on, such as those that were pasted, as far as they fit in a height.
float end_of_chosen(const ItemDrawing& drawing, size_t from, float height) {
  const auto& rows = drawing.state.rows;
  const ItemIds& selected = drawing.session.view().selected;
  float end = rows[from].top + rows[from].height;
  for (size_t i = from + 1; i < rows.size() && selected.contains(rows[i].item); ++i) {
    const float next = rows[i].top + rows[i].height;
    if (next - rows[from].top > height) break;
    end = next;
  }
  return end;
}

}  // namespace

float fixed_width(const ItemDrawing& drawing, float room) {
  const auto& rows = drawing.state.rows;
  if (rows.empty() || rows.front().look != RowLook::table_head || rows.front().cells.size() < 2) return 0;
  const float width = rows.front().cells.front().width;
  return width < room / 2 ? width : 0;
}

void draw_side_shade(const Theme& theme, float edge, int away, float top, float bottom) {
  const ImU32 clear = theme.colours.text & ~IM_COL32_A_MASK;
  const ImU32 dark = clear | shade;
  const float end = edge + static_cast<float>(away) * theme.px(edge_shadow);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (away > 0) {
    list->AddRectFilledMultiColor({edge, top}, {end, bottom}, dark, clear, clear, dark);
  } else {
    list->AddRectFilledMultiColor({end, top}, {edge, bottom}, clear, dark, dark, clear);
  }
}

void draw_more_at_side(const ItemDrawing& drawing, float top) {
  drawing.state.more_at_side = ImGui::GetScrollX() < ImGui::GetScrollMaxX() - 1;
  if (!drawing.state.more_at_side) return;
  const ImVec2 clip = ImGui::GetWindowDrawList()->GetClipRectMax();
  draw_side_shade(drawing.theme, clip.x, -1, std::max(top, ImGui::GetWindowPos().y),
                  std::min(top + drawing.state.height, clip.y));
}

float stay_where_one_looks(const ItemDrawing& drawing) {
  const float moved = std::exchange(drawing.state.moved, 0.0F);
  if (moved == 0) return ImGui::GetScrollY();
  const float scroll = std::max(0.0F, ImGui::GetScrollY() + moved);
  ImGui::SetScrollY(scroll);
  return scroll;
}

void bring_into_view(const ItemDrawing& drawing, float rows_top, float view_height, bool caret_moved) {
  const std::string item = drawing.session.take_item_to_show();
  const std::string field = drawing.session.take_field_to_show();
  const View& view = drawing.session.view();
  if ((item.empty() && !caret_moved) || drawing.state.rows.empty()) return;
  const auto row_to_show = std::ranges::find(drawing.state.rows, item, &ItemRow::item);
  const bool is_at_cursor = item.empty() || item == view.cursor || row_to_show == drawing.state.rows.end();
  std::optional<CellAt> at;
  if (!field.empty()) at = find_cell(drawing.state, {item, field});
  caret_moved = caret_moved && !at;
  if (caret_moved) at = find_cell(drawing.state, {view.edited, view.field});
  if (!at && is_at_cursor) at = cursor_cell(drawing);
  const float room = drawing.px(12);
  const ItemRow& first = drawing.state.rows.front();
  const float pinned =
      first.look == RowLook::table_head ? first.height : kind_of(drawing.section.content).pinned_height(drawing);
  const float above = room + pinned;
  float top = 0;
  float height = 0;
  if (at) {
    const ItemRow& row = drawing.state.rows[at->row];
    const ItemCell& cell = row.cells[at->cell];
    follow_sideways(drawing, *at);
    if (row.look == RowLook::table_head) return;  // it is always in view
    const bool whole = row.height < view_height / 2;
    top = row.top + (whole ? 0 : cell.top);
    height = whole ? row.height : cell.height;
    if (whole && !caret_moved && view.anchor == view.cursor) {
      height = end_of_chosen(drawing, at->row, view_height - above - room) - top;
    }
    if (caret_moved && height > view_height / 2) {
      const TextRectangle caret = drawing.session.field.caret_rectangle();
      top = row.top + cell.top + caret.y;
      height = caret.height;
    }
  } else {
    if (row_to_show == drawing.state.rows.end()) return;
    top = row_to_show->top;
    height = row_to_show->height;
  }
  const float scroll = stay_where_one_looks(drawing);
  if (rows_top + top - above < scroll) ImGui::SetScrollY(std::max(0.0F, rows_top + top - above));
  if (rows_top + top + height + room > scroll + view_height) {
    ImGui::SetScrollY(rows_top + top + height + room - view_height);
  }
}

}  // namespace canvasbook
