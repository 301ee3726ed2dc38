// The rules for what is to be done about the results of visits.
#include <array>

#include "model/kinds/visit_actions.h"
#include "model/review/rules.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// Calls visit(action) for each that is open.
template <class Visit>
void for_each_open_action(const DocumentReview& at, Visit visit) {
  for_each_judged<Visits>(at, [&](const Section&, const Visits& visits) {
    for (const VisitAction& action : visits.actions) {
      if (!action.done) visit(action);
    }
  });
}

void find_overdue_actions(const DocumentReview& at, std::string_view rule) {
  for_each_open_action(at, [&](const VisitAction& action) {
    if (!is_overdue(action, at.all.today)) return;
    at.add(rule, {action.id}, {{"action", at.quoted(action.text)}, {"date", at.catalog.date(*action.due)}});
  });
}

void find_actions_without_owner(const DocumentReview& at, std::string_view rule) {
  for_each_open_action(at, [&](const VisitAction& action) {
    if (!blank(action.owner)) return;
    at.add(rule, {action.id}, {{"action", at.quoted(action.text)}}).field = owner_field;
  });
}

void find_actions_without_due(const DocumentReview& at, std::string_view rule) {
  for_each_open_action(at, [&](const VisitAction& action) {
    if (action.due) return;
    at.add(rule, {action.id}, {{"action", at.quoted(action.text)}}).field = due_field;
  });
}

}  // namespace

std::span<const Rule> visit_action_rules() {
  using enum Harm;
  static constexpr std::array rules{Rule{"action_overdue", lacking, find_overdue_actions},
                                    Rule{"action_without_owner", lacking, find_actions_without_owner},
                                    Rule{"action_without_due", lacking, find_actions_without_due}};
  return rules;
}

}  // namespace canvasbook
