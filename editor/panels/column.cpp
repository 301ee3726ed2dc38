#include "editor/panels/column.h"

#include <cmath>

namespace canvasbook {

Column::Column(App& app, const char* name, const Area& area) : app_(app), theme_(app.theme) {
  ImGui::SetCursorScreenPos({area.from.x + theme_.px(16), area.from.y});
  ImGui::BeginChild(name, {area.width() - theme_.px(24), area.height() - theme_.px(8)}, false,
                    ImGuiWindowFlags_NoBackground);
  width = ImGui::GetContentRegionAvail().x - theme_.px(8);
}

Column::~Column() { ImGui::EndChild(); }

float Column::text(ImFont* font, ImU32 colour, std::string_view value, float indent, float after) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float left = theme_.px(indent);
  const float height = wrapped_text(ImGui::GetWindowDrawList(), font, {at.x + left, at.y}, width - left, colour, value);
  ImGui::Dummy({width, height + theme_.px(after) - ImGui::GetStyle().ItemSpacing.y});
  return height;
}

void Column::heading(std::string_view value) {
  ImGui::Dummy({width, theme_.px(6)});
  text(theme_.fonts.bold, theme_.colours.text, value, 0, 8);
}

bool Column::card(const std::string& key, std::string_view value, char32_t icon, ImU32 colour, char32_t sign) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float indent = theme_.px(36);
  const float room = width - indent - theme_.px(sign == 0 ? 10 : 30);
  const float text_height = wrapped_height(theme_.fonts.small, room, value);
  const float height = text_height + theme_.px(18);
  const bool pressed = invisible_button(key.c_str(), {width, height});
  app_.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(at, {at.x + width, at.y + height}, hovered ? theme_.colours.selection : theme_.colours.hover,
                      theme_.px(8));
  const float middle = std::floor(at.y + height / 2);
  draw_icon(list, theme_.fonts.text, theme_.fonts.text->FontSize, {at.x + theme_.px(19), middle}, colour, icon);
  if (sign != 0 && hovered) {
    draw_icon(list, theme_.fonts.text, theme_.px(18), {at.x + width - theme_.px(17), middle}, theme_.colours.accent,
              sign);
  }
  wrapped_text(list, theme_.fonts.small, {at.x + indent, at.y + theme_.px(9)}, room, theme_.colours.text, value);
  return pressed;
}

}  // namespace canvasbook
