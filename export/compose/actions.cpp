// What is to be done about the results of visits, as tables.
#include <algorithm>

#include "export/compose/section.h"
#include "model/result_words.h"

namespace canvasbook {

namespace {

// "3 May 2026: the lamp shines".
std::string checked_words(const VisitAction& action, const Catalog& words) {
  std::string outcome = printed_text(action.outcome);
  if (!action.checked) return outcome;
  const std::string date = words.date(*action.checked);
  return outcome.empty() ? date : words.text("results.checked_outcome", {{"date", date}, {"outcome", outcome}});
}

}  // namespace

SheetBlock table_of_actions(const std::vector<const VisitAction*>& actions, const Visits& visits,
                            std::optional<Date> today, const Catalog& words) {
  const auto is_checked = [](const VisitAction* action) { return action->checked || !action->outcome.empty(); };
  const bool has_checked = std::ranges::any_of(actions, is_checked);
  SheetBlock table;
  table.columns = {{words.text("results.action"), Alignment::left, 5},
                   {words.text("results.by.item"), Alignment::left, 4},
                   {words.text("results.by.place"), Alignment::left, 3},
                   {words.text("results.owner"), Alignment::left, 3},
                   {words.text("results.due"), Alignment::left, 3}};
  if (has_checked) table.columns.push_back({words.text("results.checked"), Alignment::left, 4});
  for (const VisitAction* action : actions) {
    const std::string place = action->place.empty() ? words.text("results.action_everywhere") : action->place;
    const std::string item(item_of_action(visits, *action));
    SheetBlock::Row row{action->id,
                        {plain_cell(action->text), plain_cell(item), plain_cell(place), plain_cell(action->owner),
                         plain_cell(due_words(*action, today, words))}};
    if (has_checked) row.cells.push_back(plain_cell(checked_words(*action, words)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace canvasbook
