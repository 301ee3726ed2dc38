#include "editor/visits/shown_results.h"

#include "editor/session/visit_texts.h"
#include "editor/visits/action_parts.h"
#include "editor/visits/commands.h"
#include "editor/visits/state.h"

namespace canvasbook {

SectionResults& results_here(App& app) { return app.state<ResultsState>().sections[app.session()->section()->id]; }

bool shows_results(const App& app) {
  if (!shows_visits(app)) return false;
  const auto& sections = app.state<ResultsState>().sections;
  const auto here = sections.find(app.session()->section()->id);
  return here != sections.end() && here->second.are_shown && !app.session()->visits()->visits.empty();
}

bool can_switch_results(const App& app) { return shows_visits(app) && !app.session()->visits()->visits.empty(); }

void switch_results(App& app) {
  if (!can_switch_results(app)) return;
  app.session()->end_writing();
  if (!can_switch_results(app)) return;  // the visit in which nothing was written is gone
  SectionResults& here = results_here(app);
  here.are_shown = !here.are_shown;
  here.leads_back = false;
  if (here.are_shown) here.behind.reset();
  app.session()->deselect();  // no key is meant for what is not seen
  app.session()->hold_still();
  app.state<VisitsState>().searches = false;
  app.focused_field.clear();
}

void leave_results_for_visit(App& app) {
  if (!shows_results(app)) return;
  const View& view = app.session()->view();
  const bool is_at_target = view.editing == Editing::visit && view.field == target_field;
  if (is_at_target || is_at_visit_action(app)) return;  // these stand below the results as well
  const bool is_led_to = find_visit(*app.session()->visits(), view.item_to_show) != nullptr;
  if (view.editing == Editing::visit || !view.selected.empty() || is_led_to) results_here(app).are_shown = false;
}

}  // namespace canvasbook
