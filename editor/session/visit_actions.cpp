#include "editor/session/visit_actions.h"

#include <algorithm>

#include "model/visit_results.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// Changes an action of the shown section, if it is there.
template <class Change>
void change_action(Session& session, const std::string& id, const char* step, Change change) {
  if (session.visits() == nullptr) return;
  session.pause_writing();
  const VisitAction* found = find_action(*session.visits(), id);
  if (found == nullptr) return;
  VisitAction changed = *found;
  change(changed);
  if (changed == *found) return;
  session.record_content(set_action(*session.visits(), std::move(changed)), step, id);
}

bool has_open_action(const Visits& visits, const std::string& item) {
  return std::ranges::any_of(visits.actions,
                             [&](const VisitAction& action) { return !action.done && action.item == item; });
}

}  // namespace

std::string begin_visit_action(Session& session, VisitAction action) {
  session.end_writing();
  if (session.visits() == nullptr) return {};
  const Workbook before = session.workbook();
  const bool is_blank = action.item.empty() && action.place.empty();
  AddedAction added = add_action(*session.visits(), std::move(action), session.ids());
  session.record_content(std::move(added.visits), "step.add_action", added.action);
  if (is_blank) session.keep_in_mind(added.action, before);
  session.begin_visit_text({added.action, std::string(action_field)});
  return added.action;
}

bool begin_action_of_weakest(Session& session) {
  session.end_writing();
  if (session.visits() == nullptr) return false;
  const Visits visits = *session.visits();
  const VisitResults results = results_of(visits);
  const std::vector<const ResultRow*> weakest = weakest_items(results);
  const auto first =
      std::ranges::find_if(weakest, [&](const ResultRow* row) { return !has_open_action(visits, row->id); });
  if (first == weakest.end()) return false;
  VisitAction action;
  action.item = (*first)->id;
  begin_visit_action(session, std::move(action));
  return true;
}

void set_action_item(Session& session, const std::string& action, const std::string& item) {
  change_action(session, action, "step.action_item", [&](VisitAction& changed) { changed.item = item; });
}

void set_action_place(Session& session, const std::string& action, const std::string& place) {
  change_action(session, action, "step.action_place", [&](VisitAction& changed) { changed.place = place; });
}

void finish_visit_action(Session& session, const std::string& action, bool done, const Date& today) {
  if (session.visits() == nullptr) return;
  session.pause_writing();
  session.record_content(set_action_done(*session.visits(), action, done, today),
                         done ? "step.finish_action" : "step.reopen_action", action);
}

void remove_visit_action(Session& session, const std::string& action) {
  if (session.visits() == nullptr || session.leave_blank()) return;
  const std::string section = session.section()->id;
  session.record_content(remove_actions(*session.visits(), {action}), "step.remove_items", section);
  session.deselect();
}

}  // namespace canvasbook
