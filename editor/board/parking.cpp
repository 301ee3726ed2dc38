// The parking lot under the board: a bar with the number of its notes that opens to a strip.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/board/drawing.h"
#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr float bar_height = 36;  // logical pixels

bool is_open(const BoardDrawing& drawing) { return drawing.state.parking_is_open; }

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
  ImGui::SetCursorScreenPos(layout.from);
  const bool toggles = invisible_button("parking/fold", {right - layout.from.x, height});
  drawing.app.parts.add_last("parking/fold");
  const ImU32 ink = ImGui::IsItemHovered() ? theme.colours.accent : theme.colours.muted;
  const float middle = layout.from.y + height / 2;
  draw_icon(list, theme.fonts.text, theme.px(20), {layout.from.x + theme.px(20), middle}, ink,
            open ? icons::expand : icons::collapse);
  ImFont* bold = theme.fonts.small_bold;
  ImFont* small = theme.fonts.small;
  const std::string title = words.text("parking.title");
  float x = layout.from.x + theme.px(36);
  const float y = std::floor(middle - bold->FontSize / 2);
  list->AddText(bold, bold->FontSize, {x, y}, theme.colours.text, title.c_str());
  x += width_of_line(bold, title) + theme.px(8);
  const std::string number = std::to_string(count);
  const float number_width = width_of_line(small, number);
  const float pill = std::max(theme.px(22), number_width + theme.px(12));
  list->AddRectFilled({x, middle - theme.px(10)}, {x + pill, middle + theme.px(10)}, theme.colours.hover, theme.px(10));
  list->AddText(small, small->FontSize, {x + (pill - number_width) / 2, y}, theme.colours.muted, number.c_str());
  x += pill + theme.px(14);
  if (drawing.app.settings.hints_shown && right - x > theme.px(160)) {
    clipped_text(list, small, {x, y}, right - x, theme.colours.faint, words.text("parking.hint"));
  }
  ImGui::SetCursorScreenPos({right, layout.from.y + theme.px(3)});
  const bool adds = invisible_button("parking/add", {theme.px(32), theme.px(30)});
  drawing.app.parts.add_last("parking/add");
  if (ImGui::IsItemHovered()) {
    list->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), theme.colours.hover, theme.px(8));
    tooltip(drawing.app, words.text("command.add_note"));
  }
  draw_icon(list, theme.fonts.text, theme.px(19), {right + theme.px(16), middle}, theme.colours.muted, icons::add);
  if (ImGui::IsMouseHoveringRect(area.from, area.to) && ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered()) {
    hover.block = open ? &layout : nullptr;
  }
  if (open) {
    view_parked_notes(drawing, layout, hover);
    if (count == 0) {
      wrapped_text(list, small, {layout.inner_from.x + theme.px(14), layout.inner_from.y + theme.px(4)},
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
