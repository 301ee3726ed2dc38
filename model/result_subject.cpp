#include "model/result_subject.h"

#include <algorithm>
#include <utility>

#include "model/kinds/checklist_openers.h"

namespace canvasbook {

namespace {

constexpr char between_fields = '\x1f';  // stands in no name
constexpr std::string_view subject_mark = "visits";

bool applies_in(const Checklist& list, const Visit& visit, std::string_view part) {
  const Marks marks = has_openers(list) ? marks_by_id(list, visit.marks) : Marks();
  size_t at = 0;
  for (const CheckGroup& group : list.groups) {
    for (const CheckItem& item : group.items) {
      const auto mark = visit.marks[at++];
      if (group.id != part && item.id != part) continue;
      if (mark != not_marked && mark != mark_not_applicable && !is_closed(list, item, marks)) return true;
    }
  }
  return false;
}

}  // namespace

ResultSubject subject_of(ResultsBy by, const std::string& id, const std::optional<std::string>& place) {
  ResultSubject subject;
  subject.place = place;
  switch (by) {
    case ResultsBy::place:
      subject.place = id;
      break;
    case ResultsBy::shopper:
      subject.shopper = id;
      break;
    case ResultsBy::month:
      subject.month = id;
      break;
    case ResultsBy::section:
    case ResultsBy::item:
      subject.part = id;
      break;
  }
  return subject;
}

std::string write_subject(const ResultSubject& subject) {
  std::string text(subject_mark);
  const auto add = [&](char name, const std::string& value) { (((text += between_fields) += name) += '=') += value; };
  if (subject.place) add('p', *subject.place);
  if (subject.shopper) add('s', *subject.shopper);
  if (!subject.month.empty()) add('m', subject.month);
  if (!subject.part.empty()) add('i', subject.part);
  if (!subject.visit.empty()) add('v', subject.visit);
  return text;
}

std::optional<ResultSubject> read_subject(std::string_view text) {
  if (!text.starts_with(subject_mark)) return std::nullopt;
  text.remove_prefix(subject_mark.size());
  ResultSubject subject;
  while (!text.empty()) {
    if (text.size() < 3 || text[0] != between_fields || text[2] != '=') return std::nullopt;
    const char name = text[1];
    const size_t end = std::min(text.find(between_fields, 1), text.size());
    const std::string value(text.substr(3, end - 3));
    text.remove_prefix(end);
    if (name == 'p') subject.place = value;
    if (name == 's') subject.shopper = value;
    if (name == 'm') subject.month = value;
    if (name == 'i') subject.part = value;
    if (name == 'v') subject.visit = value;
  }
  return subject;
}

bool is_counted_in(const Visits& visits, const Visit& visit, const ResultFilter& filter, const ResultSubject& subject) {
  if (!visit.finished || !takes(filter, visit)) return false;
  if (subject.place && visit.head.place != *subject.place) return false;
  if (subject.shopper && visit.head.shopper != *subject.shopper) return false;
  if (!subject.month.empty() && !write_date(visit.head.day).starts_with(subject.month)) return false;
  if (!subject.visit.empty() && visit.id != subject.visit) return false;
  const Checklist* list = list_of(visits, visit);
  return list != nullptr && (subject.part.empty() || applies_in(*list, visit, subject.part));
}

std::string name_of_part(const Visits& visits, std::string_view part) {
  for (size_t i = visits.revisions.size(); i > 0; --i) {
    for (const CheckGroup& group : visits.revisions[i - 1]->list.groups) {
      if (group.id == part) return group.title;
      for (const CheckItem& item : group.items) {
        if (item.id == part) return item.text;
      }
    }
  }
  return {};
}

}  // namespace canvasbook
