// What visits come to as JSON, for `results --to json`.
#include "model/base/json.h"
#include "model/file/results_file.h"

namespace canvasbook {

namespace {

Json part_or_null(const std::optional<double>& part) { return part ? Json(*part) : Json(); }

Json row_as_json(const ResultRow& row) {
  const ResultFigure& figure = row.figure;
  Json object = Json::object();
  if (!row.id.empty()) object["id"] = row.id;
  object["name"] = row.name;
  if (!row.group.empty()) object["section"] = row.group;
  object["visits"] = figure.visits;
  object["score"] = part_or_null(figure.score);
  object["least"] = figure.score ? Json(figure.least) : Json();
  object["most"] = figure.score ? Json(figure.most) : Json();
  object["not_applicable"] = part_or_null(figure.part_not_applicable());
  object["failed"] = row.failed;
  if (!row.comments.empty()) {
    for (const VisitComment& comment : row.comments) {
      object["comments"].push_back({{"visit", comment.visit}, {"text", comment.text}});
    }
  }
  return object;
}

Json visit_as_json(const VisitScore& score) {
  const VisitHead& head = score.visit->head;
  return {{"id", score.visit->id},        {"place", head.place}, {"shopper", head.shopper},
          {"date", write_date(head.day)}, {"time", head.time},   {"score", part_or_null(score.score)},
          {"failed", score.failed}};
}

Json changes_as_json(const RoundChanges& changes) {
  constexpr std::string_view names[] = {"better", "worse", "still_broken"};
  Json items = Json::array();
  for (const RoundChange& change : changes.items) {
    items.push_back({{"change", names[static_cast<size_t>(change.kind)]},
                     {"item", change.item},
                     {"text", change.text},
                     {"before", change.before},
                     {"now", change.now},
                     {"visits_before", change.visits_before},
                     {"visits_now", change.visits_now}});
  }
  return {{"before", changes.before}, {"now", changes.now}, {"items", std::move(items)}};
}

Json day_or_null(const std::optional<Date>& day) { return day ? Json(write_date(*day)) : Json(); }

Json action_as_json(const VisitAction& action, const Date& today) {
  return {{"id", action.id},
          {"item", action.item},
          {"place", action.place},
          {"text", action.text},
          {"owner", action.owner},
          {"due", day_or_null(action.due)},
          {"overdue", is_overdue(action, today)},
          {"checked", day_or_null(action.checked)},
          {"outcome", action.outcome},
          {"done", action.done}};
}

Json actions_as_json(const ReportedActions& actions, const Date& today) {
  Json all = Json::array();
  for (const auto* some : {&actions.open, &actions.closed}) {
    for (const VisitAction* action : *some) all.push_back(action_as_json(*action, today));
  }
  return all;
}

}  // namespace

std::string results_as_json(const VisitResults& results, ResultsBy by, PointsRule rule, std::optional<double> target,
                            const ReportedActions& actions, const Date& today) {
  Json object = {{"rule", rule == PointsRule::of_maximum ? "of_maximum" : "above_least"},
                 {"total", row_as_json(results.total)},
                 {"target", part_or_null(target)},
                 {"drafts", results.drafts},
                 {"trend", part_or_null(results.trend)},
                 {"by", results_by_names[static_cast<size_t>(by)]}};
  object["rows"] = Json::array();
  for (const ResultRow& row : rows_by(results, by)) object["rows"].push_back(row_as_json(row));
  object["visits"] = Json::array();
  for (const VisitScore& score : results.visits) object["visits"].push_back(visit_as_json(score));
  object["changes"] = changes_as_json(results.changes);
  object["actions"] = actions_as_json(actions, today);
  return json_text(object);
}

}  // namespace canvasbook
