#include "editor/frame/dialog_fields.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace canvasbook {

namespace {

void draw_ring(const Theme& theme, ImVec2 from, ImVec2 to) {
  const float gap = theme.px(2);
  ImGui::GetWindowDrawList()->AddRect({from.x - gap, from.y - gap}, {to.x + gap, to.y + gap}, theme.colours.accent,
                                      theme.px(9), 0, theme.px(2));
}

void draw_mark(const Theme& theme, ImVec2 centre, MarkShape shape, MarkState state) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float half = theme.px(9);
  const ImVec2 from{centre.x - half, centre.y - half};
  const ImVec2 to{centre.x + half, centre.y + half};
  const ImU32 accent = theme.colours.accent;
  const float line = theme.px(1.5F);
  if (shape == MarkShape::circle) {
    list->AddCircle(centre, half - line / 2, state == MarkState::on ? accent : theme.colours.faint, 0,
                    state == MarkState::on ? theme.px(2) : line);
    if (state == MarkState::on) list->AddCircleFilled(centre, theme.px(4.5F), accent);
    return;
  }
  if (state == MarkState::off) {
    list->AddRect(from, to, theme.colours.faint, theme.px(4), 0, line);
    return;
  }
  list->AddRectFilled(from, to, accent, theme.px(4));
  if (state == MarkState::partly) {
    list->AddRectFilled({from.x + theme.px(4), centre.y - theme.px(1)}, {to.x - theme.px(4), centre.y + theme.px(1)},
                        theme.colours.accent_text);
  } else {
    draw_icon(list, theme.fonts.text, theme.px(16), centre, theme.colours.accent_text, icons::check);
  }
}

}  // namespace

void DialogFocus::set(std::string key) {
  key_ = std::move(key);
  is_new_ = true;
}

void DialogFocus::step(const std::vector<std::string>& order, int by) {
  const auto count = static_cast<int>(order.size());
  const auto at = static_cast<int>(std::ranges::find(order, key_) - order.begin());
  key_ = order[static_cast<size_t>((at + by + count) % count)];
}

void DialogFocus::take_tabs(App& app, const std::vector<std::string>& order) {
  while (app.input.take(Key::tab, {})) step(order, 1);
  while (app.input.take(Key::tab, shift)) step(order, -1);
}

void DialogFocus::begin(App& app, bool arrows) {
  const std::vector<std::string> order = std::exchange(order_, {});
  const bool may_be_unknown = std::exchange(is_new_, false);
  if (std::ranges::find(order, key_) == order.end()) {
    if (may_be_unknown || order.empty()) return;
    key_ = order.front();
  }
  if (!app.focused_field.empty()) return;
  take_tabs(app, order);
  if (!arrows) return;
  while (app.input.take(Key::right, {}) || app.input.take(Key::down, {})) step(order, 1);
  while (app.input.take(Key::left, {}) || app.input.take(Key::up, {})) step(order, -1);
}

void DialogFocus::end(App& app) {
  if (app.focused_field.empty() || std::ranges::find(order_, key_) == order_.end()) return;
  take_tabs(app, order_);
}

bool DialogFocus::add(std::string_view key) {
  order_.emplace_back(key);
  if (key_.empty()) key_ = key;
  return key_ == key;
}

void DialogFocus::show(std::string_view key, float at) {
  if (key_ == key && std::exchange(shown_, key_) != key) ImGui::SetScrollHereY(at);
}

bool dialog_button(App& app, DialogFocus& focus, std::string_view key, std::string_view label, char32_t icon,
                   ButtonStyle style, bool enabled, float width) {
  const PartContext parts{app.theme, app.parts};
  bool pressed = button(parts, key, label, icon, style, enabled, width);
  if (!enabled) return false;
  if (pressed) focus.set(std::string(key));
  if (focus.add(key)) {
    draw_ring(app.theme, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
    pressed = app.input.take(Key::space, {}) || app.input.take(Key::enter, {}) || pressed;
  }
  return pressed;
}

std::string_view dialog_answers(App& app, DialogFocus& focus, std::initializer_list<const char*> keys,
                                bool can_confirm) {
  ImGui::Dummy({1, app.theme.px(8)});
  std::string_view pressed;
  for (const char* key : keys) {
    const bool is_first = key == *keys.begin();
    const std::string label = app.catalog().text(key);
    if (!is_first) flow_beside({app.theme, app.parts}, label);
    const ButtonStyle style = is_first ? ButtonStyle::primary : ButtonStyle::plain;
    if (dialog_button(app, focus, key, label, 0, style, !is_first || can_confirm)) pressed = key;
  }
  focus.end(app);
  return pressed;
}

float dialog_option_width(const App& app, std::string_view label) {
  return width_of_line(app.theme.fonts.text, label) + app.theme.px(18 + 8 + 12);
}

bool dialog_option(App& app, DialogFocus& focus, std::string_view key, std::string_view label, MarkShape shape,
                   MarkState state, float width, bool enabled) {
  const Theme& theme = app.theme;
  const ImVec2 size{width > 0 ? width : dialog_option_width(app, label), theme.px(32)};
  bool pressed = invisible_button(std::string(key).c_str(), size);
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (enabled && ImGui::IsItemHovered()) list->AddRectFilled(from, to, theme.colours.hover, theme.px(7));
  const float middle = std::floor((from.y + to.y) / 2);
  draw_mark(theme, {from.x + theme.px(6 + 9), middle}, shape, state);
  const float x = from.x + theme.px(18 + 6 + 8);
  clipped_text(list, theme.fonts.text, {x, std::floor(middle - theme.fonts.text->FontSize / 2)}, to.x - x,
               enabled ? theme.colours.text : theme.colours.muted, label);
  app.parts.add(key, from, to, width > 0 || x + width_of_line(theme.fonts.text, label) <= to.x + 1);
  if (!enabled) return false;
  if (pressed) focus.set(std::string(key));
  if (focus.add(key)) {
    draw_ring(theme, {from.x + theme.px(2), from.y + theme.px(2)}, {to.x - theme.px(2), to.y - theme.px(2)});
    pressed = app.input.take(Key::space, {}) || pressed;
  }
  return pressed;
}

LineFieldResult dialog_field(App& app, DialogFocus& focus, std::string_view key, LineField& field, float width,
                             std::string_view placeholder) {
  const bool focused = focus.add(key);
  if (focused) {
    app.focused_field = key;
  } else if (app.focused_field == key) {
    app.focused_field.clear();
  }
  const LineFieldResult result = line_field(app, key, field, width, placeholder);
  if (!focused && app.focused_field == key) focus.set(std::string(key));
  return result;
}

void begin_at_top() {
  if (ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);
}

void dialog_notice(const App& app, std::string_view text, char32_t icon, ImU32 colour, float right_room) {
  const Theme& theme = app.theme;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float indent = theme.px(44);
  const float room = width - indent - theme.px(12) - right_room;
  const float height = wrapped_height(theme.fonts.text, room, text) + theme.px(20);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, {from.x + width, from.y + height}, theme.colours.hover, theme.px(8));
  draw_icon(list, theme.fonts.text, theme.px(20),
            {from.x + theme.px(23), from.y + theme.px(10) + theme.fonts.text->FontSize / 2}, colour, icon);
  wrapped_text(list, theme.fonts.text, {from.x + indent, from.y + theme.px(10)}, room, theme.colours.text, text);
  ImGui::Dummy({width, height});
}

std::string size_text(const Catalog& catalog, std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024;
  const std::uint64_t kilobytes = std::max<std::uint64_t>(1, (bytes + kilo / 2) / kilo);
  if (kilobytes < 10 * kilo) return catalog.text("size.kilobytes", {{"size", std::to_string(kilobytes)}});
  return catalog.text("size.megabytes", {{"size", std::to_string((kilobytes + kilo / 2) / kilo)}});
}

void draw_path(ImDrawList* list, ImFont* font, ImVec2 at, float width, ImU32 colour, const std::string& path) {
  std::string shown = path;
  for (size_t slash = path.find('/', 1); slash != std::string::npos && width_of_line(font, shown) > width;
       slash = path.find('/', slash + 1)) {
    shown = "…" + path.substr(slash);
  }
  clipped_text(list, font, at, width, colour, shown);
}

}  // namespace canvasbook
