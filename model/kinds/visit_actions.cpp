#include "model/kinds/visit_actions.h"

#include <algorithm>
#include <cmath>

#include "model/kinds/cell_texts.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Later than any day.
constexpr int no_day = 99999999;

int order_of_due(const VisitAction* action) { return action->due ? order_of(*action->due) : no_day; }

std::string_view without_sign(std::string_view text) {
  text = trim(text);
  return text.ends_with('%') ? trim(text.substr(0, text.size() - 1)) : text;
}

}  // namespace

std::optional<double> read_target(std::string_view text) {
  const auto number = read_number(without_sign(text));
  if (!number || *number < 0 || *number > highest_target) return std::nullopt;
  const double target = std::round(*number * 10) / 10;
  constexpr double rounding = 1e-9;  // of the reading
  if (std::abs(target - *number) > rounding) return std::nullopt;
  return target + 0.0;  // no -0
}

std::optional<double> target_part(const Visits& visits) {
  return visits.target ? std::optional(*visits.target / highest_target) : std::nullopt;
}

const VisitAction* find_action(const Visits& visits, std::string_view action) {
  const auto found = std::ranges::find(visits.actions, action, &VisitAction::id);
  return found == visits.actions.end() ? nullptr : &*found;
}

bool is_overdue(const VisitAction& action, const Date& today) {
  return !action.done && action.due && order_of(*action.due) < order_of(today);
}

std::string_view item_of_action(const Visits& visits, const VisitAction& action) {
  if (action.item.empty()) return {};
  for (auto revision = visits.revisions.rbegin(); revision != visits.revisions.rend(); ++revision) {
    const CheckItem* item = find_check((*revision)->list, action.item);
    if (item != nullptr) return item->text;
  }
  return {};
}

ReportedActions reported_actions(const Visits& visits, std::string_view place, std::string_view round) {
  ReportedActions reported;
  for (const VisitAction& action : visits.actions) {
    if (!place.empty() && !action.place.empty() && action.place != place) continue;
    if (!action.done) {
      reported.open.push_back(&action);
    } else if (!round.empty() && action.checked && write_date(*action.checked).substr(0, 7) >= round) {
      reported.closed.push_back(&action);
    }
  }
  std::ranges::stable_sort(reported.open, {}, order_of_due);
  std::ranges::stable_sort(reported.closed, std::ranges::greater(),
                           [](const VisitAction* action) { return order_of(*action->checked); });
  return reported;
}

AddedAction add_action(Visits visits, VisitAction action, IdSource& fresh) {
  action.id = fresh.next();
  std::string id = action.id;
  visits.actions.push_back(std::move(action));
  return {std::move(visits), std::move(id)};
}

Visits set_action(Visits visits, VisitAction action) {
  const auto found = std::ranges::find(visits.actions, action.id, &VisitAction::id);
  if (found != visits.actions.end()) *found = std::move(action);
  return visits;
}

Visits set_action_done(Visits visits, std::string_view action, bool done, const Date& today) {
  const auto found = std::ranges::find(visits.actions, action, &VisitAction::id);
  if (found == visits.actions.end()) return visits;
  found->done = done;
  if (done && !found->checked) found->checked = today;
  return visits;
}

Visits remove_actions(Visits visits, const std::set<std::string, std::less<>>& gone) {
  std::erase_if(visits.actions, [&](const VisitAction& action) { return gone.contains(action.id); });
  return visits;
}

Visits set_target(Visits visits, std::optional<double> target) {
  visits.target = target;
  return visits;
}

}  // namespace canvasbook
