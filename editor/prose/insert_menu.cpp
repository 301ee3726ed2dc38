#include "editor/prose/insert_menu.h"

#include <algorithm>
#include <cmath>

#include "editor/parts/interface_icons.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float insert_row = 30;  // logical pixels, as the others
constexpr float insert_width = 260;

// Behind the shown section, since a template's part is a section of its own.
constexpr TextFormat part_of_template{
    .key = "command.insert_section", .icon = icons::add, .is_insertable = true, .command = "command.insert_section"};

std::u32string_view filter_of(const TextCore& field, const InsertMenu& menu) {
  const size_t caret = field.cursor().caret;
  return std::u32string_view(field.text()).substr(menu.slash + 1, caret - menu.slash - 1);
}

std::u32string in_small_letters(std::u32string text) {
  std::ranges::transform(text, text.begin(), to_lower);
  return text;
}

bool has_slash(const TextCore& field, const InsertMenu& menu) {
  const size_t caret = field.cursor().caret;
  if (field.has_selection() || caret <= menu.slash || menu.slash >= field.text().size()) return false;
  return field.text()[menu.slash] == '/' && filter_of(field, menu).find_first_of(U" \n/") == std::u32string_view::npos;
}

Area area_of_menu(const Theme& theme, const TextCore& field, ImVec2 text_at, size_t rows) {
  const TextRectangle caret = field.caret_rectangle();
  const ImVec2 size{theme.px(insert_width), theme.px(insert_row) * static_cast<float>(rows) + theme.px(12)};
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImVec2 from{text_at.x + caret.x, text_at.y + caret.y + caret.height + theme.px(4)};
  if (from.y + size.y > screen.y) {  // beside the caret, so that the text above stays in sight
    from.x += theme.px(24);
    from.y = std::max(0.0F, screen.y - size.y - theme.px(4));
  }
  from.x = std::max(0.0F, std::min(from.x, screen.x - size.x));
  return {from, {from.x + size.x, from.y + size.y}};
}

Area area_of_row(const Theme& theme, const Area& menu, size_t row) {
  const float y = menu.from.y + theme.px(6) + theme.px(insert_row) * static_cast<float>(row);
  return {{menu.from.x + theme.px(6), y}, {menu.to.x - theme.px(6), y + theme.px(insert_row)}};
}

}  // namespace

std::vector<const TextFormat*> offered_formats(const App& app, const InsertMenu& menu) {
  const TextCore& field = app.session()->field;
  std::vector<const TextFormat*> offered;
  if (!has_slash(field, menu)) return offered;
  const std::u32string filter = in_small_letters(std::u32string(filter_of(field, menu)));
  const auto offer = [&](const TextFormat& format) {
    const std::u32string name = in_small_letters(to_editable(app.catalog().text(format.key)));
    const bool fits = name.find(filter) != std::u32string::npos;
    if (format.is_insertable && fits) offered.push_back(&format);
  };
  for (const TextFormat& format : text_formats()) offer(format);
  offer(part_of_template);
  return offered;
}

void follow_slash(const App& app, std::optional<InsertMenu>& menu, bool typed) {
  const TextCore& field = app.session()->field;
  if (menu && !has_slash(field, *menu)) menu.reset();
  if (menu || !typed || field.has_selection() || field.is_in_table()) return;
  const auto is_slash = [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::text && event.character == '/';
  };
  if (std::ranges::none_of(app.input.events(), is_slash)) return;
  // What was typed behind it may have come in the same frame.
  const std::u32string_view before = std::u32string_view(field.text()).substr(0, field.cursor().caret);
  const size_t slash = before.rfind(U'/');
  if (slash == std::u32string_view::npos || field.rows().is_verbatim(slash)) return;
  const bool may_begin = slash == 0 || before[slash - 1] == '\n' || is_blank(before[slash - 1]);
  const InsertMenu fresh{slash, field.changes() - 1, 0};  // a slash begins a step of its own
  if (may_begin && has_slash(field, fresh)) menu = fresh;
}

const TextFormat* use_insert_menu(App& app, std::optional<InsertMenu>& menu, ImVec2 text_at, bool& takes_click) {
  if (!menu) return nullptr;
  const std::vector<const TextFormat*> offered = offered_formats(app, *menu);
  if (offered.empty()) return nullptr;  // until what was mistyped is corrected
  if (app.input.take(Key::escape, plain)) {
    menu.reset();
    return nullptr;
  }
  size_t& pointed = menu->pointed;
  while (app.input.take(Key::down, plain)) pointed = (pointed + 1) % offered.size();
  while (app.input.take(Key::up, plain)) pointed = (pointed + offered.size() - 1) % offered.size();
  pointed = std::min(pointed, offered.size() - 1);
  const Area area = area_of_menu(app.theme, app.session()->field, text_at, offered.size());
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  takes_click = contains(area.from, area.to, mouse);
  for (size_t i = 0; i < offered.size(); ++i) {
    const Area row = area_of_row(app.theme, area, i);
    if (!contains(row.from, row.to, mouse)) continue;
    if (app.input.pointer_asks()) pointed = i;
    if (ImGui::IsMouseClicked(0)) return offered[i];
  }
  return app.input.take(Key::enter, plain) ? offered[pointed] : nullptr;
}

void draw_insert_menu(App& app, InsertMenu& menu, ImVec2 text_at) {
  const std::vector<const TextFormat*> offered = offered_formats(app, menu);
  if (offered.empty()) return;
  menu.pointed = std::min(menu.pointed, offered.size() - 1);
  const Theme& theme = app.theme;
  const Area area = area_of_menu(theme, app.session()->field, text_at, offered.size());
  ImDrawList* list = ImGui::GetForegroundDrawList();
  draw_shadow(list, theme, area.from, area.to, theme.px(8), 0.2F);
  list->AddRectFilled(area.from, area.to, theme.colours.panel, theme.px(8));
  list->AddRect(area.from, area.to, theme.colours.border, theme.px(8));
  for (size_t i = 0; i < offered.size(); ++i) {
    const TextFormat& format = *offered[i];
    const auto [from, to] = area_of_row(theme, area, i);
    if (menu.pointed == i) list->AddRectFilled(from, to, theme.colours.selection, theme.px(6));
    const float middle = (from.y + to.y) / 2;
    ImFont* font = theme.fonts.text;
    draw_sign(list, theme, format, theme.px(18), {from.x + theme.px(16), middle}, theme.colours.muted);
    clipped_text(list, font, {from.x + theme.px(36), std::floor(middle - font->FontSize / 2)},
                 to.x - from.x - theme.px(40), theme.colours.text, app.catalog().text(format.key));
    app.parts.add(std::string("insert/") + format.key, from, to);
  }
}

void insert_format(TextCore& field, const InsertMenu& menu, const TextFormat& format) {
  field.select(menu.slash, field.cursor().caret);
  field.erase(TextMove::left);
  if (format.apply != nullptr) format.apply(field);
  field.unite_changes(menu.changes);
}

}  // namespace canvasbook
