// The bar at the top: the workbook's name, the menus, and the commands that are used most.
#include <cmath>
#include <iterator>
#include <optional>

#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/frame/workplace.h"
#include "editor/items/rows.h"

namespace canvasbook {

namespace {

// The menu that is open under its title.
void draw_menu(App& app, Menu menu, ImVec2 at) {
  constexpr std::string_view prefix = "menu/";
  std::vector<MenuRow> rows;
  std::optional<int> group;
  for (const Command& command : commands()) {
    if (command.menu != menu) continue;
    if (group.value_or(command.group) != command.group) rows.emplace_back();
    group = command.group;
    rows.push_back(menu_row(app, command, prefix));
  }
  ImGui::SetNextWindowPos(at);
  const int chosen = popup_menu(app, (std::string(menu_key(menu)) + "/popup").c_str(), rows);
  if (chosen >= 0) app.run_command(std::string_view(rows[static_cast<size_t>(chosen)].key).substr(prefix.size()));
}

void view_menus(App& app, ImVec2 at) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  ImFont* font = theme.fonts.small;
  const float height = theme.px(26);
  ImVec2 open_at{};
  std::optional<Menu> shown;
  const bool mouse_moved = ImGui::GetIO().MouseDelta.x != 0;
  bool any_open = false;
  std::optional<Menu> stepped_to;
  constexpr int count = static_cast<int>(std::size(all_menus));
  for (int i = 0; i < count; ++i) {
    if (!ImGui::IsPopupOpen((std::string(menu_key(all_menus[i])) + "/popup").c_str())) continue;
    any_open = true;
    if (app.input.take(Key::right, {})) stepped_to = all_menus[(i + 1) % count];
    if (app.input.take(Key::left, {})) stepped_to = all_menus[(i + count - 1) % count];
  }
  for (const Menu menu : all_menus) {
    const std::string key(menu_key(menu));
    const std::string label = words.text(key);
    const float width = width_of_line(font, label) + theme.px(16);
    ImGui::SetCursorScreenPos(at);
    const bool pressed = invisible_button(key.c_str(), {width, height});
    const bool under_mouse = ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + height}, false);
    const std::string popup = key + "/popup";
    const bool slid_to = any_open && under_mouse && mouse_moved && !ImGui::IsPopupOpen(popup.c_str());
    if (pressed || slid_to || stepped_to == menu) ImGui::OpenPopup(popup.c_str());
    const bool open = ImGui::IsPopupOpen(popup.c_str());
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (open || under_mouse) list->AddRectFilled(at, {at.x + width, at.y + height}, theme.colours.hover, theme.px(6));
    list->AddText(font, font->FontSize, {at.x + theme.px(8), std::floor(at.y + (height - font->FontSize) / 2)},
                  theme.colours.text, label.c_str());
    app.parts.add(key, at, {at.x + width, at.y + height});
    if (open) {
      shown = menu;
      open_at = {at.x, at.y + height + theme.px(2)};
    }
    at.x += width;
  }
  if (shown) draw_menu(app, *shown, open_at);
}

std::string saved_words(const App& app) {
  const Session& session = *app.session();
  const Catalog& words = app.catalog();
  if (app.is_file_gone()) return words.text("window.gone");
  if (!session.is_saved()) return words.text("window.unsaved");
  if (session.file().empty()) return words.text("window.never_saved");
  const std::string& at = session.saved_at();
  // the clock's time of day is behind the date: "2026-11-21 12:40"
  return at.size() < 16 ? words.text("window.saved") : words.text("window.saved_at", {{"time", at.substr(11)}});
}

}  // namespace

void view_top_bar(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine({area.from.x, area.to.y}, area.to, theme.colours.border);
  const PartContext parts{theme, app.parts};
  const float y = std::floor((area.from.y + area.to.y - theme.px(36)) / 2);

  // the way back to the start screen
  const ImVec2 logo{area.from.x + theme.px(14), y};
  ImGui::SetCursorScreenPos(logo);
  const bool goes_home = invisible_button("command.close/logo", {theme.px(36), theme.px(36)});
  app.parts.add_last("command.close/logo");
  name_by_tooltip(app, "command.close");
  list->AddRectFilled(logo, {logo.x + theme.px(36), logo.y + theme.px(36)}, theme.colours.accent, theme.px(9));
  draw_icon(list, theme.fonts.text, theme.px(22), {logo.x + theme.px(18), logo.y + theme.px(18)},
            theme.colours.accent_text, icons::canvas);

  const float x = area.from.x + theme.px(62);
  const float title_room = theme.px(330);
  const std::string own = app.session()->title();
  const std::string title = own.empty() ? words.text("window.unnamed") : own;
  const std::string state = saved_words(app);
  const float state_width = width_of_line(theme.fonts.small, state);
  const float title_width = std::min(width_of_line(theme.fonts.bold, title), title_room - state_width - theme.px(12));
  clipped_text(list, theme.fonts.bold, {x, area.from.y + theme.px(8)}, title_width + 1, theme.colours.text, title);
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                {x + title_width + theme.px(12), area.from.y + theme.px(10)}, theme.colours.muted, state.c_str());

  float cursor = x + theme.px(350);
  for (const char* key : {"command.undo", "command.redo"}) {
    const Command& command = *find_command(key);
    ImGui::SetCursorScreenPos({cursor, y});
    if (button(parts, key, "", command.icon, ButtonStyle::plain, is_enabled(command, app))) app.run_command(key);
    name_by_tooltip(app, key);
    cursor += button_width(parts, "", command.icon) + theme.px(2);
  }
  const char* const add_key = workplace_of(app).add_label(app);
  ImGui::SetCursorScreenPos({cursor + theme.px(10), y});
  const bool adds = is_enabled(*find_command("command.add_note"), app);
  if (button(parts, "command.add_note", words.text(add_key), icons::add, ButtonStyle::plain, adds)) {
    app.run_command("command.add_note");
  }

  struct Entry {
    const char* key;
    ButtonStyle style;
    bool label;
  };
  const Entry entries[] = {{"command.export", ButtonStyle::primary, true},
                           {"command.save", ButtonStyle::plain, true},
                           {"command.language", ButtonStyle::plain, false},
                           {"command.theme", ButtonStyle::plain, false}};
  float right = area.to.x - theme.px(16);
  const char* pressed = nullptr;
  for (const Entry& entry : entries) {
    const Command& command = *find_command(entry.key);
    const std::string label = entry.label ? words.text(entry.key) : std::string();
    right -= button_width(parts, label, command.icon);
    ImGui::SetCursorScreenPos({right, y});
    if (button(parts, entry.key, label, command.icon, entry.style, is_enabled(command, app))) pressed = entry.key;
    if (!entry.label) name_by_tooltip(app, entry.key);
    right -= theme.px(6);
  }
  view_menus(app, {x - theme.px(8), area.from.y + theme.px(31)});
  if (pressed != nullptr) app.run_command(pressed);
  if (goes_home) app.run_command("command.close");
}

}  // namespace canvasbook
