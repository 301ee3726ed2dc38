// What is to be done about the results of visits, and the target that places are to reach. A report that is computed
// later shows what is still open. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/kinds/visits.h"

namespace canvasbook {

inline constexpr double highest_target = 100;  // percent

// "85", "82.5", "82,5 %": a target in percent, from 0 to 100 in whole tenths; nothing for another text.
std::optional<double> read_target(std::string_view text);

// The target of visits, 0 … 1.
std::optional<double> target_part(const Visits& visits);

// The action with an id, or nullptr.
const VisitAction* find_action(const Visits& visits, std::string_view action);

// Open, with a day by which it was due.
bool is_overdue(const VisitAction& action, const Date& today);

// What the item of an action is called in the latest revision that has it; empty for none. It points into the visits.
std::string_view item_of_action(const Visits& visits, const VisitAction& action);

// The actions that a report shows. They point into the visits.
struct ReportedActions {
  std::vector<const VisitAction*> open;    // the earliest due first, those without a day last: overdue ones are first
  std::vector<const VisitAction*> closed;  // done and checked in the last round or later, the latest first

  bool empty() const { return open.empty() && closed.empty(); }
};
// `place`: of this one and of those everywhere; empty for all. `round`: the month of the last round, "2026-05"; without
// one no closed action is shown.
ReportedActions reported_actions(const Visits& visits, std::string_view place, std::string_view round);

// Pure edits: each returns the visits after it. An action that is not there changes nothing.

// At the end; its id is a new one.
struct AddedAction {
  Visits visits;
  std::string action;  // id
};
AddedAction add_action(Visits visits, VisitAction action, IdSource& fresh);

// In place of the one with its id.
Visits set_action(Visits visits, VisitAction action);

// What becomes done is checked on this day, unless it was before.
Visits set_action_done(Visits visits, std::string_view action, bool done, const Date& today);

Visits remove_actions(Visits visits, const std::set<std::string, std::less<>>& gone);

// Percent, or none.
Visits set_target(Visits visits, std::optional<double> target);

}  // namespace canvasbook
