#include "editor/items/row_menu.h"

#include <algorithm>

#include "editor/frame/popup_menu.h"
#include "editor/items/kinds.h"
#include "editor/items/standard_checks.h"

namespace canvasbook {

namespace {

// In a table the commands say that rows are meant, not the cell below the mouse.
void name_rows(const ItemDrawing& drawing, std::vector<MenuRow>& rows, std::string_view prefix) {
  struct Name {
    const char* command;
    const char* of_one;
    const char* of_several;
  };
  constexpr Name names[] = {{"command.cut", "items.cut_row", "items.cut_rows"},
                            {"command.copy", "items.copy_row", "items.copy_rows"},
                            {"command.duplicate", "items.duplicate_row", "items.duplicate_rows"},
                            {"command.remove", "items.remove_row", "items.remove_rows"}};
  const bool is_one = drawing.session.view().selected.size() == 1;
  for (const Name& name : names) {
    const auto row = std::ranges::find(rows, std::string(prefix) + name.command, &MenuRow::key);
    if (row != rows.end()) row->label = drawing.words().text(is_one ? name.of_one : name.of_several);
  }
}

}  // namespace

void open_item_menu(const ItemDrawing& drawing, const std::string& item, std::optional<ImVec2> at) {
  Session& session = drawing.session;
  session.end_writing_for(item);
  if (!session.view().selected.contains(item)) session.select_item(item, false);
  session.set_cursor(item);
  session.point_at_all_of_item();
  drawing.state.menu_of = item;
  drawing.state.menu_at = at;
}

void draw_item_menu(const ItemDrawing& drawing) {
  if (!std::exchange(drawing.state.menu_of, {}).empty()) ImGui::OpenPopup("items/menu");
  const Section* now = drawing.session.section();  // an action may have led elsewhere
  if (!ImGui::IsPopupOpen("items/menu") || now == nullptr || now->id != drawing.section.id) return;
  constexpr std::string_view prefix = "items/";
  constexpr const char* keys[] = {"command.add_note",
                                  "command.duplicate",
                                  "command.move_up",
                                  "command.move_down",
                                  "command.synonyms",
                                  "command.move_cues",
                                  "command.join_cues",
                                  "command.check_standards",
                                  "command.evidence",
                                  "command.opener",
                                  nullptr,
                                  "command.cut",
                                  "command.copy",
                                  "command.paste",
                                  nullptr,
                                  "command.remove"};
  constexpr const char* keys_of_answer[] = {"command.add_note",  "command.duplicate",
                                            "command.move_up",   "command.move_down",
                                            "command.next_step", nullptr,
                                            "command.cut",       "command.copy",
                                            "command.paste",     nullptr,
                                            "command.remove"};
  const ItemKind& kind = kind_of(now->content);
  const bool is_answer = kind.outer_item(drawing.session) != drawing.session.view().cursor;
  std::vector<MenuRow> rows =
      is_answer ? rows_of_commands(drawing.app, keys_of_answer, prefix) : rows_of_commands(drawing.app, keys, prefix);
  rows.front().label = drawing.words().text(kind.add_key_at(drawing.session));
  rows.insert(rows.begin(),
              {.key = "items/chosen", .label = kind.chosen_words(drawing), .enabled = false, .is_note = true});
  if (std::holds_alternative<Sheet>(now->content)) name_rows(drawing, rows, prefix);
  const size_t checks = rows.size();
  for (MenuRow& row : menu_of_checks(drawing.app)) rows.push_back(std::move(row));
  if (drawing.state.menu_at) stand_menu_at(drawing.theme, rows, *drawing.state.menu_at);
  const int chosen = popup_menu(drawing.app, "items/menu", rows);
  if (chosen < 0) return;
  const auto place = static_cast<size_t>(chosen);
  if (place > checks) return go_to_check(drawing.app, place - checks - 1);
  drawing.app.run_command(std::string_view(rows[place].key).substr(prefix.size()));
}

}  // namespace canvasbook
