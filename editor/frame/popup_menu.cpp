#include "editor/frame/popup_menu.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/frame/dialog_fields.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float padding = 6;  // logical pixels, as the others
constexpr float menu_row_height = 32;
constexpr float line_height = 9;

float width_of_menu(const Theme& theme, const std::vector<MenuRow>& rows) {
  float width = 0;
  for (const MenuRow& row : rows) {
    const float shortcut = row.shortcut.empty() ? 0 : width_of_line(theme.fonts.small, row.shortcut) + theme.px(32);
    width = std::max(width, width_of_line(theme.fonts.text, row.label) + shortcut);
  }
  return std::ceil(width + theme.px(38 + 16));
}

void draw_line(const Theme& theme, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::GetWindowDrawList()->AddLine({at.x + theme.px(8), at.y + theme.px(4)},
                                      {at.x + width - theme.px(8), at.y + theme.px(4)}, theme.colours.border);
  ImGui::Dummy({1, theme.px(line_height)});
}

float height_of_lines(const Theme& theme, const std::vector<MenuRow>& rows) {
  const auto lines = std::ranges::count_if(rows, [](const MenuRow& row) { return row.key.empty(); });
  return theme.px(static_cast<float>(lines) * line_height + 2 * padding);
}

bool is_of_dialog(const ImGuiPopupData& popup) {
  return popup.Window != nullptr && (popup.Window->Flags & ImGuiWindowFlags_Modal) != 0;
}

float names_in(const std::vector<MenuRow>& rows) {
  return static_cast<float>(std::ranges::count_if(rows, [](const MenuRow& row) { return !row.key.empty(); }));
}

// Lower where a long menu would be higher than the window below its bar.
float height_of_row(const Theme& theme, const std::vector<MenuRow>& rows) {
  const float room = ImGui::GetIO().DisplaySize.y - theme.px(72) - height_of_lines(theme, rows);
  return std::floor(std::clamp(room / names_in(rows), theme.fonts.text->FontSize + 2, theme.px(menu_row_height)));
}

bool draw_row(App& app, const MenuRow& row, ImVec2 size, bool pointed) {
  const Theme& theme = app.theme;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + size.x, from.y + size.y};
  const bool pressed = invisible_button(row.key.c_str(), size);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (pointed && row.enabled) list->AddRectFilled(from, to, theme.colours.selection, theme.px(6));
  const ImU32 mark = row.enabled ? theme.colours.muted : theme.colours.faint;
  if (row.swatch != 0) {
    const ImVec2 centre{from.x + theme.px(18), (from.y + to.y) / 2};
    const float radius = theme.px(row.checked ? 10.0F : 8.0F);
    list->AddCircleFilled(centre, radius, row.swatch);
    list->AddCircle(centre, radius, theme.colours.muted);
    ImFont* font = theme.fonts.small_bold;
    const ImVec2 mark_size = size_of_line(font, row.swatch_mark);
    if (!row.checked) {
      list->AddText(font, font->FontSize,
                    {std::floor(centre.x - mark_size.x / 2), std::floor(centre.y - mark_size.y / 2)},
                    theme.colours.text, row.swatch_mark.c_str());
    }
  }
  if (const char32_t icon = row.checked ? icons::check : row.icon; icon != 0) {
    draw_icon(list, theme.fonts.text, theme.fonts.text->FontSize * 1.1F, {from.x + theme.px(18), (from.y + to.y) / 2},
              row.swatch != 0 ? theme.colours.text
              : row.checked   ? theme.colours.accent
                              : mark,
              icon);
  }
  const float y = std::floor((from.y + to.y - theme.fonts.text->FontSize) / 2);
  list->AddText(theme.fonts.text, theme.fonts.text->FontSize, {from.x + theme.px(38), y},
                row.enabled   ? theme.colours.text
                : row.is_note ? theme.colours.muted
                              : theme.colours.faint,
                row.label.c_str());
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                {to.x - theme.px(12) - width_of_line(theme.fonts.small, row.shortcut), y + theme.px(1)}, mark,
                row.shortcut.c_str());
  app.parts.add(row.key, from, to);
  return pressed && row.enabled;
}

bool can_point_at(const MenuRow& row) { return !row.key.empty() && row.enabled; }

// The next row up (-1) or down (1) that can be chosen, round the ends.
int next_row(const std::vector<MenuRow>& rows, int from, int step) {
  const int count = static_cast<int>(rows.size());
  if (from < 0 && step < 0) from = count;
  for (int i = 1; i <= count; ++i) {
    const int row = ((from + step * i) % count + count) % count;
    if (can_point_at(rows[static_cast<size_t>(row)])) return row;
  }
  return from;
}

void point_by_arrows(App& app, const std::vector<MenuRow>& rows) {
  OpenMenu& menu = app.open_menu;
  const auto step = [&](int rows_down) {
    menu.row = next_row(rows, menu.row, rows_down);
    menu.is_answered = false;
    menu.typed.clear();
  };
  while (app.input.take(Key::down, {})) step(1);
  while (app.input.take(Key::up, {})) step(-1);
  const auto go_to_end = [&](int beside, int rows_down) {
    const int row = next_row(rows, beside, rows_down);
    if (row != beside) menu.row = row;
    menu.is_answered = false;
    menu.typed.clear();
  };
  while (app.input.take(Key::home, {})) go_to_end(-1, 1);
  while (app.input.take(Key::end, {})) go_to_end(static_cast<int>(rows.size()), -1);
}

// The first row that begins with what was typed; -1 for none.
int row_beginning_with(const std::vector<MenuRow>& rows, const std::string& typed) {
  const auto row = std::ranges::find_if(rows, [&](const MenuRow& each) {
    return can_point_at(each) && to_loose_search_form(each.label).starts_with(typed);
  });
  return row == rows.end() ? -1 : static_cast<int>(row - rows.begin());
}

// Points at the row that begins with the letters typed so far, else at one that begins with the last of them.
void point_by_letters(App& app, const std::vector<MenuRow>& rows) {
  OpenMenu& menu = app.open_menu;
  const std::vector<InputEvent> events = app.input.events();
  for (const InputEvent& event : events) {
    if (event.kind != InputEvent::Kind::text || event.character == U' ') continue;
    app.input.take_text(event.character);
    std::string letter;
    append_utf8(letter, event.character);
    letter = to_loose_search_form(letter);
    for (const std::string& typed : {menu.typed + letter, letter}) {
      const int row = row_beginning_with(rows, typed);
      if (row < 0) continue;
      menu.row = row;
      menu.typed = typed;
      menu.is_answered = false;
      break;
    }
  }
}

// Closes a menu that has stayed open; returns whether the row that the arrows have come to is still to be ticked.
bool is_answered_by_enter(App& app, const std::vector<MenuRow>& rows) {
  const OpenMenu& menu = app.open_menu;
  if (!menu.stays || !app.input.take(Key::enter, {})) return false;
  ImGui::CloseCurrentPopup();
  const bool is_pointed = menu.row >= 0 && can_point_at(rows[static_cast<size_t>(menu.row)]);
  return is_pointed && !menu.is_answered && !rows[static_cast<size_t>(menu.row)].checked;
}

// Moves the pointed row by the arrows and by first letters; returns whether it was chosen by Enter, Space or its own
// letter.
bool use_keys(App& app, const std::vector<MenuRow>& rows) {
  int& pointed = app.open_menu.row;
  point_by_arrows(app, rows);
  if (app.input.take(Key::escape, {})) ImGui::CloseCurrentPopup();
  if (is_answered_by_enter(app, rows)) return true;
  for (size_t i = 0; i < rows.size(); ++i) {
    const char32_t letter = rows[i].letter;
    if (letter == 0 || !can_point_at(rows[i])) continue;
    if (!app.input.take_text(to_upper(letter)) && !app.input.take_text(to_lower(letter))) continue;
    pointed = static_cast<int>(i);
    return true;
  }
  point_by_letters(app, rows);
  const bool pressed = app.input.take(Key::enter, {}) || app.input.take(Key::space, {});
  return pressed && pointed >= 0 && can_point_at(rows[static_cast<size_t>(pointed)]);
}

}  // namespace

ImVec2 size_of_menu(const Theme& theme, const std::vector<MenuRow>& rows) {
  return {width_of_menu(theme, rows) + theme.px(2 * padding),
          names_in(rows) * height_of_row(theme, rows) + height_of_lines(theme, rows)};
}

MenuRow menu_row(const App& app, const Command& command, std::string_view prefix) {
  return {std::string(prefix) + command.key,
          name_of(command, app),
          shortcut_text(command, app.catalog()),
          command.icon,
          is_enabled(command, app) && (command.is_idle == nullptr || !command.is_idle(app)),
          command.is_checked != nullptr && command.is_checked(app)};
}

int popup_menu(App& app, const char* name, const std::vector<MenuRow>& rows, AfterChoice after) {
  const Theme& theme = app.theme;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(padding), theme.px(padding)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  int chosen = -1;
  if (ImGui::BeginPopup(name, ImGuiWindowFlags_NoNavInputs)) {
    if (ImGui::IsWindowAppearing()) app.open_menu = {};
    app.open_menu.stays = after == AfterChoice::stay_open;
    int& pointed = app.open_menu.row;
    if (use_keys(app, rows)) chosen = pointed;
    const bool moved = ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0;
    const float width = width_of_menu(theme, rows);
    const float height = height_of_row(theme, rows);
    for (size_t i = 0; i < rows.size(); ++i) {
      const int index = static_cast<int>(i);
      if (rows[i].key.empty()) {
        draw_line(theme, width);
        continue;
      }
      if (draw_row(app, rows[i], {width, height}, pointed == index)) chosen = index;
      if (moved && ImGui::IsItemHovered()) pointed = index;
    }
    if (chosen >= 0) app.open_menu.is_answered = true;
    if (chosen >= 0 && after == AfterChoice::close) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
  }
  ImGui::PopStyleVar(2);
  return chosen;
}

std::vector<MenuRow> rows_of_commands(const App& app, std::span<const char* const> keys, std::string_view prefix) {
  std::vector<MenuRow> rows;
  for (const char* key : keys) {
    const Command* command = key == nullptr ? nullptr : find_command(key);
    if (command == nullptr) {
      rows.emplace_back();
    } else if (is_offered(*command, app)) {
      rows.push_back(menu_row(app, *command, prefix));
    }
  }
  return rows;
}

void command_menu(App& app, const char* name, const std::vector<MenuRow>& rows, std::string_view prefix) {
  const int chosen = popup_menu(app, name, rows);
  if (chosen >= 0) app.run_command(std::string_view(rows[static_cast<size_t>(chosen)].key).substr(prefix.size()));
}

bool menu_is_asked_for(App& app) { return app.input.take(Key::menu, plain) || app.input.take(Key::f10, shift); }

void stand_menu_at(const Theme& theme, const std::vector<MenuRow>& rows, ImVec2 at) {
  const ImVec2 size = size_of_menu(theme, rows);
  const ImVec2 room = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({std::clamp(at.x, 0.0F, std::max(0.0F, room.x - size.x)),
                           std::clamp(at.y, 0.0F, std::max(0.0F, room.y - size.y))});
}

void open_menu_of_button(const App& app, const std::string& name) {
  if (ImGui::GetID(name.c_str()) != app.closed_menu) ImGui::OpenPopup(name.c_str());
}

void close_window_of_answered_dialog(const App& app) {
  const ImVector<ImGuiPopupData>& open = ImGui::GetCurrentContext()->OpenPopupStack;
  if (!app.has_dialog() && !open.empty() && is_of_dialog(open.front())) ImGui::ClosePopupToLevel(0, true);
}

void close_menus_clicked_beside(App& app) {
  if (!ImGui::IsMouseClicked(0)) return;
  app.closed_menu = 0;
  const ImVector<ImGuiPopupData>& open = ImGui::GetCurrentContext()->OpenPopupStack;
  const auto is_menu = [](const ImGuiPopupData& popup) { return popup.Window != nullptr && !is_of_dialog(popup); };
  const auto holds_mouse = [](const ImGuiPopupData& popup) {
    return popup.Window != nullptr && popup.Window->Rect().Contains(ImGui::GetIO().MousePos);
  };
  if (open.empty() || !is_menu(open.back()) ||
      std::any_of(open.begin(), open.end(), [&](const auto& popup) { return is_menu(popup) && holds_mouse(popup); })) {
    return;
  }
  app.closed_menu = open.back().PopupId;
  ImGui::ClosePopupToLevel(open.Size - 1, true);
}

bool menu_is_open() { return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel); }

}  // namespace canvasbook
