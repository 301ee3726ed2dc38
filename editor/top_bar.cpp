// The bar at the top: the workbook's name, the menus, and the commands that are used most.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "editor/frame/command_table.h"
#include "editor/frame/line_field.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/frame/workplace.h"
#include "editor/items/rows.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

namespace {

// The menu that is open under its title.
void draw_menu(App& app, Menu menu, ImVec2 at) {
  constexpr std::string_view prefix = "menu/";
  std::vector<MenuRow> rows;
  std::optional<int> group;
  for (const Command& command : commands()) {
    if (command.menu != menu || !is_offered(command, app)) continue;
    if (group.value_or(command.group) != command.group) rows.emplace_back();
    group = command.group;
    rows.push_back(menu_row(app, command, prefix));
  }
  ImGui::SetNextWindowPos(at);
  command_menu(app, (std::string(menu_key(menu)) + "/popup").c_str(), rows, prefix);
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
  if (app.input.take(Key::f10, plain)) stepped_to = all_menus[0];
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
    if (pressed) open_menu_of_button(app, popup);
    if (slid_to || stepped_to == menu) ImGui::OpenPopup(popup.c_str());
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

// What is drawn where the company stands, which a click writes.
struct TopBarState {
  float scroll = 0;  // pixels, of the name that is written

  void forget_workbook() { *this = {}; }
};

void write_company(App& app, ImVec2 from, ImVec2 to) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  ImFont* font = theme.fonts.bold;
  float& scroll = app.state<TopBarState>().scroll;
  if (lay_out(session.field, font, any_width)) scroll = 0;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, to, theme.colours.panel, theme.px(6));
  list->AddRect(from, to, theme.colours.accent, theme.px(6), 0, theme.px(2));
  const float top = std::floor((from.y + to.y - session.field.height()) / 2);
  const ImVec2 text_from{from.x + theme.px(8), top};
  const ImVec2 text_to{to.x - theme.px(6), top + session.field.height()};
  if (session.field.text().empty()) {
    clipped_text(list, font, text_from, text_to.x - text_from.x, theme.colours.faint,
                 app.catalog().text("company.hint"));
  }
  const LineFieldResult result = write_line(app, "top/company/text", session.field, scroll, font, text_from, text_to);
  app.parts.add("top/company", from, to);
  if (result.changed) session.take_over_field();
  if (!result.entered && !result.left) return;
  session.end_writing();
  // what is shown below must not answer to the key that ended the writing
  while (app.input.take(Key::enter, {}) || app.input.take(Key::escape, {})) continue;
}

std::string shown_name(const App& app) {
  const std::string own = app.session()->title();
  return own.empty() ? app.catalog().text("window.unnamed") : own;
}

constexpr float behind_name = 20;  // logical pixels, before it is told whether it is saved

// The room in pixels that the name needs: with the longest of what is often told behind it, so that nothing moves when
// the workbook is written in or saved.
float room_for_name(const App& app) {
  const Theme& theme = app.theme;
  float told = width_of_line(theme.fonts.small, saved_words(app));
  for (const char* key : {"window.unsaved", "window.never_saved"}) {
    told = std::max(told, width_of_line(theme.fonts.small, app.catalog().text(key)));
  }
  return std::ceil(width_of_line(theme.fonts.bold, shown_name(app)) + theme.px(behind_name) + told) + 1;
}

// The company, else the title of the first document, and whether it is saved; `room` in pixels.
void view_name(App& app, ImVec2 at, float room) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  const float height = theme.px(26);
  const ImVec2 from{at.x - theme.px(8), at.y - theme.px(5)};
  if (session.view().editing == Editing::company) return write_company(app, from, {at.x + room, from.y + height});
  const std::string title = shown_name(app);
  const std::string state = saved_words(app);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float whole_title = width_of_line(theme.fonts.bold, title);
  constexpr float most_for_state = 0.75F;  // of the room
  const float for_state = std::max(std::floor(room * most_for_state), room - theme.px(behind_name) - whole_title);
  const float state_width = std::min(width_of_line(theme.fonts.small, state) + 1, for_state);
  const float width = std::min(whole_title, room - state_width - theme.px(behind_name));
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button("top/company", {width + theme.px(16), height});
  app.parts.add_last("top/company");
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) {
    list->AddRectFilled(from, {from.x + width + theme.px(16), from.y + height}, theme.colours.hover, theme.px(6));
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    tooltip_where_cut(app, theme.fonts.bold, width, title);
  }
  clipped_text(list, theme.fonts.bold, at, width + 1, theme.colours.text, title);
  clipped_text(list, theme.fonts.small, {at.x + width + theme.px(behind_name), at.y + theme.px(2)}, state_width,
               theme.colours.muted, state);
  if (!pressed) return;
  session.begin_company();
  session.field.select_all();
}

// What the bar gives up, one after the other, until the rest has room: the labels, then what the menus have as well.
enum class GivenUp { nothing, adding_label, saving_label, export_label, looks, steps, adding, saving, everything };
constexpr GivenUp all_given_up[] = {GivenUp::nothing,      GivenUp::adding_label, GivenUp::saving_label,
                                    GivenUp::export_label, GivenUp::looks,        GivenUp::steps,
                                    GivenUp::adding,       GivenUp::saving,       GivenUp::everything};

// A command at the right end of the bar.
struct BarEntry {
  const char* key;
  ButtonStyle style;
  GivenUp without_label;  // from here on
  GivenUp gone;
};
constexpr BarEntry bar_entries[] = {
    {"command.export", ButtonStyle::primary, GivenUp::export_label, GivenUp::everything},
    {"command.save", ButtonStyle::plain, GivenUp::saving_label, GivenUp::saving},
    {"command.language", ButtonStyle::plain, GivenUp::nothing, GivenUp::looks},
    {"command.theme", ButtonStyle::plain, GivenUp::nothing, GivenUp::looks}};
constexpr const char* step_commands[] = {"command.undo", "command.redo"};
constexpr float before_adding = 10;        // logical pixels, from the steps to the button that adds
constexpr float around_name = 20;          // at both sides of what stands behind it
constexpr float name_before_labels = 420;  // a name up to this is whole before buttons have labels

// Without the dots that a menu has where a command asks first.
std::string label_of_entry(const App& app, const BarEntry& entry, GivenUp given_up) {
  constexpr std::string_view dots = "…";
  std::string label = given_up < entry.without_label ? app.catalog().text(entry.key) : std::string();
  if (label.ends_with(dots)) label.resize(label.size() - dots.size());
  return label;
}

// Running text has nothing to add to.
bool has_adding_button(const App& app, GivenUp given_up) {
  return given_up < GivenUp::adding && app.session()->prose() == nullptr;
}

std::string adding_label(const App& app, GivenUp given_up) {
  return given_up < GivenUp::adding_label ? app.catalog().text(workplace_of(app).add_label(app)) : std::string();
}

// The width in pixels of all that stands behind the name.
float width_behind_name(const App& app, const PartContext& parts, GivenUp given_up) {
  const Theme& theme = app.theme;
  float width = theme.px(16);
  for (const BarEntry& entry : bar_entries) {
    if (given_up >= entry.gone) continue;
    width += button_width(parts, label_of_entry(app, entry, given_up), find_command(entry.key)->icon) + theme.px(6);
  }
  if (given_up < GivenUp::steps) {
    for (const char* key : step_commands) width += button_width(parts, "", find_command(key)->icon) + theme.px(2);
  }
  if (!has_adding_button(app, given_up)) return width;
  return width + theme.px(before_adding) + button_width(parts, adding_label(app, given_up), icons::add);
}

float width_of_menus(const App& app) {
  float width = 0;
  for (const Menu menu : all_menus) {
    width += width_of_line(app.theme.fonts.small, app.catalog().text(menu_key(menu))) + app.theme.px(16);
  }
  return width;
}

// How the bar makes the most of its width.
struct BarLayout {
  GivenUp given_up = GivenUp::everything;
  float name_room = 0;  // pixels
};

// `width` in pixels, from where the name begins: a name that is not very long is whole, the menus below it always.
BarLayout lay_out_bar(const App& app, const PartContext& parts, float width) {
  const Theme& theme = app.theme;
  const float needed = room_for_name(app);
  const float least = width_of_menus(app);
  const float whole = std::max(least, std::min(needed, theme.px(name_before_labels)));
  BarLayout layout{GivenUp::everything, least};
  for (const float wanted : {whole, least}) {
    for (const GivenUp given_up : all_given_up) {
      if (wanted == whole && given_up > GivenUp::export_label) break;  // no button goes for a whole name
      const float most = width - theme.px(2 * around_name) - width_behind_name(app, parts, given_up);
      if (most >= wanted) return {given_up, std::clamp(needed, least, most)};
    }
  }
  return layout;
}

}  // namespace

void view_top_bar(App& app, const Area& area) {
  const Theme& theme = app.theme;
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
  const auto [given_up, room] = lay_out_bar(app, parts, area.to.x - x);
  view_name(app, {x, area.from.y + theme.px(8)}, room);

  float cursor = x + room + theme.px(around_name);
  const char* pressed = nullptr;
  if (given_up < GivenUp::steps) {
    for (const char* key : step_commands) {
      const Command& command = *find_command(key);
      ImGui::SetCursorScreenPos({cursor, y});
      if (button(parts, key, "", command.icon, ButtonStyle::plain, is_enabled(command, app))) pressed = key;
      if (ImGui::IsItemHovered()) tooltip(app, name_of(command, app));
      cursor += button_width(parts, "", command.icon) + theme.px(2);
    }
  }
  if (has_adding_button(app, given_up)) {
    const std::string label = adding_label(app, given_up);
    ImGui::SetCursorScreenPos({cursor + theme.px(before_adding), y});
    const bool adds = is_enabled(*find_command("command.add_note"), app);
    if (button(parts, "command.add_note", label, icons::add, ButtonStyle::plain, adds)) pressed = "command.add_note";
    if (label.empty()) name_by_tooltip(app, workplace_of(app).add_label(app));
  }

  float right = area.to.x - theme.px(16);
  for (const BarEntry& entry : bar_entries) {
    if (given_up >= entry.gone) continue;
    const Command& command = *find_command(entry.key);
    const std::string label = label_of_entry(app, entry, given_up);
    right -= button_width(parts, label, command.icon);
    ImGui::SetCursorScreenPos({right, y});
    if (button(parts, entry.key, label, command.icon, entry.style, is_enabled(command, app))) pressed = entry.key;
    if (label.empty()) name_by_tooltip(app, entry.key);
    right -= theme.px(6);
  }
  view_menus(app, {x - theme.px(8), area.from.y + theme.px(31)});
  if (pressed != nullptr) app.run_command(pressed);
  if (goes_home) app.run_command("command.close");
}

}  // namespace canvasbook
