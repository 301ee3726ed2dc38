#include "editor/items/controls.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr float pad = 10;  // logical pixels, as all below
constexpr float icon_room = 20;
constexpr float arrow_room = 16;

}  // namespace

// As wide as the label of a chosen one, which is bold, so that choosing moves nothing.
float chip_width(const Theme& theme, std::string_view label, char32_t icon, bool opens_menu) {
  float width = width_of_line(theme.fonts.small_bold, label) + theme.px(2 * pad);
  if (icon != 0) width += theme.px(label.empty() ? icon_room - pad : icon_room);
  if (opens_menu) width += theme.px(arrow_room);
  return std::ceil(width);
}

bool chip(App& app, std::string_view key, std::string_view label, ImVec2 at, float width, ChipStyle style,
          char32_t icon, bool opens_menu, bool enabled) {
  const Theme& theme = app.theme;
  const Colours& colours = theme.colours;
  if (width <= 0) width = chip_width(theme, label, icon, opens_menu);
  const ImVec2 to{at.x + width, at.y + theme.px(chip_height)};
  ImGui::SetCursorScreenPos(at);
  ImGui::BeginDisabled(!enabled);
  const bool pressed = invisible_button(std::string(key).c_str(), {width, theme.px(chip_height)});
  const bool hovered = ImGui::IsItemHovered();
  ImGui::EndDisabled();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 fill = style == ChipStyle::chosen   ? colours.accent
                     : style == ChipStyle::marked ? colours.selection
                     : hovered && enabled         ? colours.hover
                                                  : colours.panel;
  list->AddRectFilled(at, to, fill, theme.px(7));
  list->AddRect(at, to, style == ChipStyle::bare && !(hovered && enabled) ? colours.border : colours.accent,
                theme.px(7));
  ImU32 ink = style == ChipStyle::chosen   ? colours.accent_text
              : style == ChipStyle::marked ? colours.accent
                                           : colours.text;
  if (!enabled) ink = colours.faint;
  const bool is_open_mark = icon == icons::unmarked || icon == icons::box;
  ImFont* font = style == ChipStyle::chosen ? theme.fonts.small_bold : theme.fonts.small;
  const float room =
      width - theme.px(icon != 0 && !label.empty() ? icon_room : 0) - theme.px(opens_menu ? arrow_room : 0);
  const float label_width = width_of_line(font, label);
  const float middle = (at.y + to.y) / 2;
  float x = at.x;
  if (icon != 0) {
    const float centre = label.empty() ? at.x + width / 2 : at.x + theme.px(pad + 7);
    draw_icon(list, theme.fonts.text, theme.px(17), {centre, middle}, is_open_mark && enabled ? colours.muted : ink,
              icon);
    if (!label.empty()) x += theme.px(icon_room);
  }
  const float inside = room - theme.px(pad);
  const float slack = icon != 0 || opens_menu ? theme.px(pad) : std::max(theme.px(2), (room - label_width) / 2);
  clipped_text(list, font, {std::floor(x + slack), std::floor(middle - font->FontSize / 2)}, inside, ink, label);
  tooltip_where_cut(app, font, inside, std::string(label));
  if (opens_menu) {
    draw_icon(list, theme.fonts.text, theme.px(16), {to.x - theme.px(arrow_room), middle}, colours.muted,
              icons::expand);
  }
  app.parts.add(key, at, to, label_width <= inside + 1);
  return pressed && enabled;
}

bool quiet_link(const ItemDrawing& drawing, const std::string& key, char32_t icon, std::string_view label,
                const std::string& whole, ImVec2 at, float width, bool is_faint) {
  const Theme& theme = drawing.theme;
  ImGui::SetCursorScreenPos(at);
  const bool pressed = invisible_button(key.c_str(), {width, theme.px(22)});
  drawing.app.parts.add_last(key);
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) tooltip(drawing.app, whole);
  const ImU32 at_rest = is_faint ? theme.colours.faint : theme.colours.muted;
  const ImU32 colour = hovered ? theme.colours.accent : at_rest;
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_icon(list, theme.fonts.text, theme.px(14), {at.x + theme.px(7), at.y + theme.px(11)}, colour, icon);
  clipped_text(list, theme.fonts.small, {at.x + theme.px(20), at.y + theme.px(3)}, width - theme.px(20), colour, label);
  return pressed;
}

void draw_adding_cell(const ItemDrawing& drawing, const ItemCell& cell, ImVec2 from, ImVec2 to) {
  const Theme& theme = drawing.theme;
  const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
  const ImU32 ink = hovered ? theme.colours.accent : theme.colours.muted;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = (from.y + to.y) / 2;
  draw_icon(list, theme.fonts.text, theme.px(18), {from.x + theme.px(cell_pad + 8), middle}, ink, icons::add);
  clipped_text(list, theme.fonts.text,
               {from.x + theme.px(cell_pad + 24), std::floor(middle - theme.fonts.text->FontSize / 2)},
               to.x - from.x - theme.px(2 * cell_pad + 24), ink, drawing.words().text(cell.placeholder));
}

bool is_typing(const App& app) {
  return std::ranges::any_of(app.input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::text && event.character >= ' ';
  });
}

}  // namespace canvasbook
