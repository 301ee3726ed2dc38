#include "editor/visits/menu.h"

#include <utility>

#include "editor/frame/popup_menu.h"
#include "editor/visits/commands.h"
#include "editor/visits/parts.h"
#include "editor/visits/state.h"

namespace canvasbook {

void open_visit_menu(App& app, const std::string& visit, std::optional<ImVec2> at) {
  Session& session = *app.session();
  const bool is_selected = session.view().selected.contains(visit);
  if (!is_selected) go_to_part(app, visit, {});
  session.set_cursor(visit);
  session.point_at_all_of_item();
  session.hold_still();
  VisitsState& state = app.state<VisitsState>();
  state.searches = false;
  state.opens_menu = true;
  state.menu_at = at;
}

void draw_visit_menu(App& app) {
  constexpr const char* name = "visits/menu";
  constexpr std::string_view prefix = "visit_menu/";
  VisitsState& state = app.state<VisitsState>();
  if (std::exchange(state.opens_menu, false)) ImGui::OpenPopup(name);
  if (!ImGui::IsPopupOpen(name) || !shows_visits(app)) return;
  constexpr const char* keys[] = {"command.write", "command.finish_visit", "command.duplicate", nullptr,
                                  "command.cut",   "command.copy",         "command.paste",     nullptr,
                                  "command.remove"};
  std::vector<MenuRow> rows = rows_of_commands(app, keys, prefix);
  rows.front().label = app.catalog().text("visits.open");
  if (state.menu_at) stand_menu_at(app.theme, rows, *state.menu_at);
  command_menu(app, name, rows, prefix);
}

}  // namespace canvasbook
