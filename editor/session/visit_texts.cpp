#include "editor/session/visit_texts.h"

#include <algorithm>

#include "model/kinds/checklist_cells.h"
#include "model/kinds/sheet_cells.h"
#include "model/kinds/visit_actions.h"
#include "model/text/text.h"
#include "model/visit_answers.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

// The end of a part behind its kind: the id of an item or of a head line.
std::optional<std::string_view> id_in(std::string_view part, std::string_view kind) {
  if (!part.starts_with(kind)) return std::nullopt;
  return part.substr(kind.size());
}

std::string text_in(const VisitTexts& texts, std::string_view key) {
  const auto found = texts.find(std::string(key));
  return found == texts.end() ? std::string() : found->second;
}

std::optional<Date> typed_day(std::string_view text, const Date& today) {
  return read_date(kept_cell(ColumnType::date, std::string(trim(text)), today));
}

// The first key that has another text, or none.
std::optional<std::string> changed_key(const VisitTexts& before, const VisitTexts& after) {
  for (const VisitTexts* texts : {&before, &after}) {
    for (const auto& entry : *texts) {
      if (text_in(before, entry.first) != text_in(after, entry.first)) return entry.first;
    }
  }
  return std::nullopt;
}

std::optional<std::string> changed_part(const Visits& visits, const Visit& before, const Visit& after) {
  const Checklist* list = list_of(visits, after);
  if (list != nullptr && before.marks.size() == after.marks.size()) {
    const auto first = std::ranges::mismatch(before.marks, after.marks).in1;
    const auto at = static_cast<size_t>(first - before.marks.begin());
    if (first != before.marks.end()) return std::string(mark_part) + items_in_order(*list)[at]->id;
  }
  if (const auto key = changed_key(before.comments, after.comments)) return std::string(comment_field) + *key;
  if (const auto key = changed_key(before.proofs, after.proofs)) return std::string(proof_field) + *key;
  if (before.head.place != after.head.place) return std::string(place_field);
  if (before.head.shopper != after.head.shopper) return std::string(shopper_field);
  if (before.head.day != after.head.day) return std::string(date_part);
  if (before.head.time != after.head.time) return std::string(time_part);
  return std::nullopt;
}

std::string text_of_day(const std::optional<Date>& day) { return day ? write_date(*day) : std::string(); }

std::string text_of_action(const VisitAction& action, std::string_view part) {
  if (part == action_field) return action.text;
  if (part == owner_field) return action.owner;
  if (part == outcome_field) return action.outcome;
  if (part == due_field) return text_of_day(action.due);
  return part == checked_field ? text_of_day(action.checked) : std::string();
}

VisitAction with_action_text(VisitAction action, std::string_view part, std::string_view text, const Date& today) {
  if (part == action_field) action.text = text;
  if (part == owner_field) action.owner = text;
  if (part == outcome_field) action.outcome = text;
  if (part == due_field) action.due = typed_day(text, today);
  if (part == checked_field) action.checked = typed_day(text, today);
  return action;
}

std::optional<std::string> changed_part(const VisitAction& before, const VisitAction& after) {
  for (const std::string_view part : {action_field, owner_field, due_field, checked_field, outcome_field}) {
    if (text_of_action(before, part) != text_of_action(after, part)) return std::string(part);
  }
  return std::nullopt;
}

}  // namespace

std::string text_of_visit(const Visit& visit, std::string_view part) {
  if (part == place_field) return visit.head.place;
  if (part == shopper_field) return visit.head.shopper;
  if (part == date_part) return write_date(visit.head.day);
  if (part == time_part) return visit.head.time;
  if (const auto item = id_in(part, comment_field)) return text_in(visit.comments, *item);
  if (const auto line = id_in(part, proof_field)) return text_in(visit.proofs, *line);
  return {};
}

std::optional<std::string> text_in_visits(const Visits& visits, std::string_view item, std::string_view part) {
  if (item.empty()) {
    if (part != target_field) return std::nullopt;
    return visits.target ? write_weight(*visits.target) : std::string();
  }
  if (const VisitAction* action = find_action(visits, item)) return text_of_action(*action, part);
  const Visit* visit = find_visit(visits, item);
  return visit == nullptr ? std::nullopt : std::optional(text_of_visit(*visit, part));
}

bool can_keep_in_visit(std::string_view part, std::string_view text, const Date& today) {
  if (part == target_field) return trim(text).empty() || read_target(text).has_value();
  if (part == due_field || part == checked_field) return trim(text).empty() || typed_day(text, today).has_value();
  if (part == date_part) return typed_day(text, today).has_value();
  return part != time_part || read_time(trim(text)).has_value();
}

Visits with_visit_text(Visits visits, std::string_view item, std::string_view part, std::string_view text,
                       const Date& today) {
  if (item.empty() && part == target_field && can_keep_in_visit(part, text, today)) {
    return set_target(std::move(visits), read_target(text));
  }
  if (const VisitAction* action = find_action(visits, item)) {
    if (!can_keep_in_visit(part, text, today)) return visits;
    VisitAction changed = with_action_text(*action, part, text, today);
    return set_action(std::move(visits), std::move(changed));
  }
  const std::string_view visit = item;
  const Visit* before = find_visit(visits, visit);
  if (before == nullptr || !can_keep_in_visit(part, text, today)) return visits;
  if (const auto check = id_in(part, comment_field)) {
    return set_comment(std::move(visits), visit, *check, std::string(text));
  }
  if (const auto line = id_in(part, proof_field)) return set_proof(std::move(visits), visit, *line, std::string(text));
  VisitHead head = before->head;
  if (part == place_field) head.place = text;
  if (part == shopper_field) head.shopper = text;
  if (part == date_part) head.day = *typed_day(text, today);
  if (part == time_part) head.time = *read_time(trim(text));
  return set_head(std::move(visits), visit, std::move(head));
}

std::optional<FieldPlace> changed_in_visit(const Workbook& before, const Workbook& after, const Step& step) {
  const Visits* was = content_of<Visits>(before, step.place);
  const Visits* is = content_of<Visits>(after, step.place);
  if (was == nullptr || is == nullptr) return std::nullopt;
  const VisitAction* action_before = find_action(*was, step.item);
  const VisitAction* action = find_action(*is, step.item);
  if (action_before != nullptr && action != nullptr) {
    auto changed = changed_part(*action_before, *action);
    return changed ? std::optional(FieldPlace{action->id, std::move(*changed)}) : std::nullopt;
  }
  const Visit* old = find_visit(*was, step.item);
  const Visit* now = find_visit(*is, step.item);
  if (old == nullptr || now == nullptr) return std::nullopt;
  auto part = changed_part(*is, *old, *now);
  return part ? std::optional(FieldPlace{now->id, std::move(*part)}) : std::nullopt;
}

}  // namespace canvasbook
