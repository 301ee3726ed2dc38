// The parking lot under the board: a bar with the number of its notes that opens to a strip. In the bar stands what the
// selected notes are given, see note_bar.cpp.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/board/drawing.h"
#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr float bar_height = 36;  // logical pixels

bool is_open(const BoardDrawing& drawing) { return drawing.state.parking_is_open; }

// What stands at the left of the head.
struct ParkingHead {
  std::string title;
  float title_from = 0;
  std::string number;
  float pill_from = 0;
  float pill_width = 0;
  float end = 0;
};

ParkingHead head_of_parking(const BoardDrawing& drawing) {
  const Theme& theme = drawing.theme;
  ParkingHead head;
  head.title = drawing.app.catalog().text("parking.title");
  head.title_from = drawing.state.blocks.back().from.x + theme.px(36);
  head.number = std::to_string(drawing.board.parking.size());
  head.pill_from = head.title_from + width_of_line(theme.fonts.small_bold, head.title) + theme.px(8);
  head.pill_width = std::max(theme.px(22), width_of_line(theme.fonts.small, head.number) + theme.px(12));
  head.end = head.pill_from + head.pill_width + theme.px(14);
  return head;
}

// The title and the number, as far as the bar of the selected notes leaves room.
void draw_head(const BoardDrawing& drawing, const ParkingHead& head, float middle, float right) {
  const Theme& theme = drawing.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  ImFont* bold = theme.fonts.small_bold;
  ImFont* small = theme.fonts.small;
  const float y = std::floor(middle - bold->FontSize / 2);
  if (head.title_from + width_of_line(bold, head.title) > right) return;
  list->AddText(bold, bold->FontSize, {head.title_from, y}, theme.colours.text, head.title.c_str());
  if (head.pill_from + head.pill_width > right) return;
  const float to = head.pill_from + head.pill_width;
  list->AddRectFilled({head.pill_from, middle - theme.px(10)}, {to, middle + theme.px(10)}, theme.colours.hover,
                      theme.px(10));
  list->AddText(small, small->FontSize, {head.pill_from + (head.pill_width - width_of_line(small, head.number)) / 2, y},
                theme.colours.muted, head.number.c_str());
  if (drawing.app.settings.hints_shown && right - head.end > theme.px(160)) {
    clipped_text(list, small, {head.end, y}, right - head.end, theme.colours.faint,
                 drawing.app.catalog().text("parking.hint"));
  }
}

// The strip scrolls by itself. The scroll bar lies in the room beside the cards, so that they are as wide with it as
// without.
void view_parked_notes(const BoardDrawing& drawing, BlockLayout& layout, BoardHover& hover) {
  const Theme& theme = drawing.theme;
  const ImVec2 size{layout.inner_to.x - layout.inner_from.x, layout.inner_to.y - layout.inner_from.y};
  if (size.x < 1 || size.y < 1) return;
  ImGui::SetCursorScreenPos(layout.inner_from);
  ImGui::SetNextWindowContentSize({size.x, std::max(1.0F, layout.height)});
  if (layout.next_scroll) ImGui::SetNextWindowScroll({-1, *layout.next_scroll});
  layout.next_scroll.reset();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, theme.px(7));
  const std::string name = "notes/" + (*drawing.state.section)->id + "/" + layout.id;
  ImGui::BeginChild(name.c_str(), size, false, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar(2);
  layout.scroll = ImGui::GetScrollY();
  view_notes(drawing, nullptr, layout, hover);
  ImGui::EndChild();
}

}  // namespace

float parking_height(const BoardDrawing& drawing, float room) {
  const Theme& theme = drawing.theme;
  const float bar = theme.px(bar_height) + theme.px(8);
  if (!is_open(drawing)) return bar;
  if (drawing.board.parking.empty()) return bar + theme.px(34);  // a sentence that says what it is for
  float row = theme.px(38);                                      // of the first cards, one row of them
  if (!drawing.state.blocks.empty()) {
    for (const CardPlace& card : drawing.state.blocks.back().cards) {
      if (card.top > theme.px(4)) break;
      row = std::max(row, card.height);
    }
  }
  return bar + std::min(row + theme.px(14), std::floor(room * 0.3F));
}

BlockPlace room_for_note_bar(const BoardDrawing& drawing) {
  const Theme& theme = drawing.theme;
  const BlockLayout& layout = drawing.state.blocks.back();
  return {{head_of_parking(drawing).end, layout.from.y},
          {layout.to.x - theme.px(40), layout.from.y + theme.px(bar_height)}};
}

void view_parking(const BoardDrawing& drawing, const Area& area, BoardHover& hover) {
  const Theme& theme = drawing.theme;
  const Catalog& words = drawing.app.catalog();
  BoardState& state = drawing.state;
  BlockLayout& layout = state.blocks.back();
  const bool open = is_open(drawing);
  const bool chosen =
      state.drop_block ? state.drop_block == parking_lot : open && drawing.session.view().block == parking_lot;
  const size_t count = drawing.board.parking.size();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(layout.from, layout.to, theme.colours.panel, theme.px(10));
  list->AddRect(layout.from, layout.to, chosen ? theme.colours.accent : theme.colours.border, theme.px(10), 0,
                theme.px(chosen ? 2.0F : 1.0F));
  drawing.app.parts.add("parking", layout.from, layout.to);

  const float height = theme.px(bar_height);
  const float right = layout.to.x - theme.px(40);
  const float bar = left_of_note_bar(drawing);
  ImGui::SetCursorScreenPos(layout.from);
  const bool toggles = invisible_button("parking/fold", {bar - layout.from.x, height});
  drawing.app.parts.add_last("parking/fold");
  const ImU32 ink = ImGui::IsItemHovered() ? theme.colours.accent : theme.colours.muted;
  const float middle = layout.from.y + height / 2;
  draw_icon(list, theme.fonts.text, theme.px(20), {layout.from.x + theme.px(20), middle}, ink,
            open ? icons::expand : icons::collapse);
  draw_head(drawing, head_of_parking(drawing), middle, std::min(right, bar - theme.px(4)));
  ImGui::SetCursorScreenPos({right, layout.from.y + theme.px(3)});
  const bool adds = invisible_button("parking/add", {theme.px(32), theme.px(30)});
  drawing.app.parts.add_last("parking/add");
  if (ImGui::IsItemHovered()) {
    list->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), theme.colours.hover, theme.px(8));
    tooltip(drawing.app, words.text("note.add"));
  }
  draw_icon(list, theme.fonts.text, theme.px(19), {right + theme.px(16), middle}, theme.colours.muted, icons::add);
  if (ImGui::IsMouseHoveringRect(area.from, area.to) && ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered()) {
    hover.block = open ? &layout : nullptr;
  }
  if (open) {
    view_parked_notes(drawing, layout, hover);
    if (count == 0) {
      wrapped_text(list, theme.fonts.small, {layout.inner_from.x + theme.px(14), layout.inner_from.y + theme.px(4)},
                   layout.inner_to.x - layout.inner_from.x - theme.px(28), theme.colours.faint,
                   words.text("parking.empty"));
    }
  }
  if (toggles) state.parking_is_open = !open;
  if (toggles && open && drawing.session.view().block == parking_lot && !drawing.board.blocks.empty()) {
    drawing.session.end_writing();
    drawing.session.choose_block(drawing.board.blocks.front().id);
  }
  if (adds) {
    state.parking_is_open = true;
    drawing.session.add_note(std::string(parking_lot));
  }
}

}  // namespace canvasbook
