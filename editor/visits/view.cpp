// A section of visits: the list and the form of one of them, beside each other or, in a narrow window, one below the
// other.
#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/frame/command_table.h"
#include "editor/items/controls.h"
#include "editor/parts/workbook_icons.h"
#include "editor/visits/behind.h"
#include "editor/visits/commands.h"
#include "editor/visits/form.h"
#include "editor/visits/keys.h"
#include "editor/visits/list.h"
#include "editor/visits/results.h"
#include "editor/visits/state.h"
#include "editor/visits/visits_view.h"

namespace canvasbook {

namespace {

constexpr float least_beside = 600;  // logical pixels, as all below
constexpr float list_least = 240;
constexpr float list_most = 340;
constexpr float list_part = 0.36F;
constexpr float list_height_least = 230;
constexpr float list_height_part = 0.42F;

void view_no_visits(App& app, const Area& area) {
  const Catalog& words = app.catalog();
  const bool has_list = can_begin_visit(app);
  app.state<VisitsState>().searches = false;
  const EmptyState state{icon_of(Content(Visits{})), words.text("visits.empty_title"),
                         words.text(has_list ? "visits.empty_text" : "visits.empty_gone"), "visits/empty",
                         words.text(has_list ? "visits.new" : "command.remove_section")};
  const bool pressed = view_empty(app, state, area);
  const bool entered = has_list && std::exchange(app.state<VisitsState>().opens, false);
  if (pressed || entered) app.run_command(has_list ? "command.new_visit" : "command.remove_section");
}

}  // namespace

void view_visits(App& app, const Area& area) {
  Session& session = *app.session();
  VisitsState& state = app.state<VisitsState>();
  if (session.visits()->visits.empty()) return view_no_visits(app, area);
  const std::string section = session.section()->id;
  leave_results_for_visit(app);
  if (shows_results(app)) return view_results(app, area);
  const auto is_left = [&] {
    return session.visits() == nullptr || session.section()->id != section || session.visits()->visits.empty();
  };
  const bool was_writing = session.is_writing();
  hold_search(app);
  if (!was_writing && !state.searches) use_visit_keys(app);
  if (app.session() == nullptr || is_left()) return;
  if (shows_results(app)) return view_results(app, area);
  const bool shows_caret = session.takes_caret_into_view();
  const bool brings = !session.take_item_to_show().empty() || shows_caret;
  session.take_field_to_show();
  if (brings) leave_behind_for_visit(app, shown_visits(session));
  const Area below = draw_results_switch(app, area);
  if (is_left() || shows_results(app)) return;
  const Theme& theme = app.theme;
  Area list = below;
  Area form = below;
  if (below.width() >= theme.px(least_beside)) {
    const float width = std::clamp(below.width() * list_part, theme.px(list_least), theme.px(list_most));
    list.to.x = form.from.x = std::floor(below.from.x + width);
  } else {
    const float height = std::max(theme.px(list_height_least), below.height() * list_height_part);
    list.to.y = form.from.y = std::floor(below.from.y + height);
  }
  view_visit_list(app, shown_visits(session), list, brings);
  if (app.session() != nullptr && !is_left() && !shows_results(app))
    view_visit_form(app, shown_visits(session), form, brings);
  app.keys_in_search = state.searches;
}

}  // namespace canvasbook
