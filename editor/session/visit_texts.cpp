#include "editor/session/visit_texts.h"

#include <algorithm>

#include "model/kinds/sheet_cells.h"
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

bool can_keep_in_visit(std::string_view part, std::string_view text, const Date& today) {
  if (part == date_part) return typed_day(text, today).has_value();
  return part != time_part || read_time(trim(text)).has_value();
}

Visits with_visit_text(Visits visits, std::string_view visit, std::string_view part, std::string_view text,
                       const Date& today) {
  const Visit* before = find_visit(visits, visit);
  if (before == nullptr || !can_keep_in_visit(part, text, today)) return visits;
  if (const auto item = id_in(part, comment_field)) {
    return set_comment(std::move(visits), visit, *item, std::string(text));
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
  const Visit* old = find_visit(*was, step.item);
  const Visit* now = find_visit(*is, step.item);
  if (old == nullptr || now == nullptr) return std::nullopt;
  auto part = changed_part(*is, *old, *now);
  return part ? std::optional(FieldPlace{now->id, std::move(*part)}) : std::nullopt;
}

}  // namespace canvasbook
