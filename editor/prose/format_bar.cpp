#include "editor/prose/format_bar.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "editor/frame/popup_menu.h"
#include "editor/frame/tooltip.h"

namespace canvasbook {

namespace {

constexpr const char* menu_of_table = "table/menu";
constexpr float button_size = 32;  // logical pixels

struct NamedTableCommand {
  const char* key;
  TableCommand command;
};

constexpr NamedTableCommand table_commands[] = {
    {"table.row_above", TableCommand::row_above},     {"table.row_below", TableCommand::row_below},
    {"table.column_left", TableCommand::column_left}, {"table.column_right", TableCommand::column_right},
    {"table.remove_row", TableCommand::remove_row},   {"table.remove_column", TableCommand::remove_column},
    {"table.remove", TableCommand::remove_table},
};

bool bar_button(App& app, const TextFormat& format, ImVec2 from, bool is_set) {
  const Theme& theme = app.theme;
  const float size = theme.px(button_size);
  ImGui::SetCursorScreenPos(from);
  const bool pressed = invisible_button(format.key, {size, size});
  app.parts.add_last(format.key);
  const bool hovered = ImGui::IsItemHovered();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 to{from.x + size, from.y + size};
  if (hovered || is_set) {
    list->AddRectFilled(from, to, is_set ? theme.colours.selection : theme.colours.hover, theme.px(6));
  }
  const ImU32 ink = is_set ? theme.colours.accent : theme.colours.muted;
  draw_sign(list, theme, format, theme.px(20), {(from.x + to.x) / 2, (from.y + to.y) / 2}, ink);
  if (hovered) {
    const std::string keys = shortcut_text(format.shortcut, app.catalog());
    tooltip(app, app.catalog().text(format.key) + (keys.empty() ? "" : "  " + keys));
  }
  return pressed;
}

void open_table_menu(ImVec2 at) {
  ImGui::SetNextWindowPos(at);
  ImGui::OpenPopup(menu_of_table);
}

std::optional<TableCommand> table_menu(App& app) {
  if (!ImGui::IsPopupOpen(menu_of_table)) return std::nullopt;
  std::vector<MenuRow> rows;
  for (const NamedTableCommand& named : table_commands) {
    if (named.command == TableCommand::column_left || named.command == TableCommand::remove_row) rows.emplace_back();
    rows.push_back({named.key, app.catalog().text(named.key)});
  }
  const int chosen = popup_menu(app, menu_of_table, rows);
  if (chosen < 0) return std::nullopt;
  for (const NamedTableCommand& named : table_commands) {
    if (rows[static_cast<size_t>(chosen)].key == named.key) return named.command;
  }
  return std::nullopt;
}

}  // namespace

BarChoice format_bar(App& app, const Area& area, std::optional<ImVec2> menu_at) {
  const Theme& theme = app.theme;
  const Session& session = *app.session();
  const bool is_writing = session.view().editing == Editing::prose;
  fill_panel(app, area);
  ImGui::GetWindowDrawList()->AddRectFilled({area.from.x, area.to.y - theme.px(1)}, area.to, theme.colours.border);
  const std::span<const TextFormat> formats = text_formats();
  const float step = std::min(theme.px(button_size + 2), area.width() / static_cast<float>(formats.size()));
  ImVec2 at{std::floor(area.from.x + (area.width() - step * static_cast<float>(formats.size())) / 2),
            std::floor(area.from.y + (area.height() - theme.px(button_size)) / 2)};
  BarChoice choice;
  for (const TextFormat& format : formats) {
    const bool is_set = is_writing && format.is_set != nullptr && format.is_set(session.field);
    if (bar_button(app, format, at, is_set)) {
      const bool is_table = is_set && format.icon == icons::table;
      if (is_table) menu_at = ImVec2{at.x, area.to.y};
      if (!is_table) choice.format = &format;
    }
    at.x += step;
  }
  if (menu_at) open_table_menu(*menu_at);
  choice.command = table_menu(app);
  return choice;
}

}  // namespace canvasbook
