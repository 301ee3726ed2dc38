#include "model/visit_gathering.h"

#include <algorithm>
#include <utility>

#include "model/kinds/sheet_cells.h"
#include "model/text/text.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

constexpr size_t left_out = static_cast<size_t>(-1);

}  // namespace

VisitGathering::VisitGathering(const Visits& visits, const Checklist& list)
    : list_(list), items_(items_in_order(list)), names_(list) {
  for (const auto& visit : visits.visits) {
    known_ids_.insert(visit->id);
    known_heads_.insert(visit->head);
  }
}

std::string VisitGathering::key_of(const std::string& name, const VisitHead& head) {
  if (!name.empty()) return "\t" + name;
  return head.place + '\n' + head.shopper + '\n' + write_date(head.day) + '\n' + head.time;
}

Visit* VisitGathering::new_visit_for(const std::string& name, const VisitHead& head, size_t line) {
  if (!by_name_.contains(key_of(name, head))) return visit_for(name, head, line);
  import_.doubled.push_back(head);
  return nullptr;
}

Visit* VisitGathering::visit_for(const std::string& name, const VisitHead& head, size_t line) {
  const auto [place, is_new] = by_name_.emplace(key_of(name, head), gathered_.size());
  if (!is_new) {
    if (place->second == left_out) return nullptr;
    Visit& visit = gathered_[place->second];
    if (visit.head != head) add_problem({ImportProblemKind::other_head, line, name});
    return &visit;
  }
  const bool is_named = !head.place.empty() || !head.shopper.empty();
  if (known_ids_.contains(name) || (is_named && !known_heads_.insert(head).second)) {
    place->second = left_out;
    import_.doubled.push_back(head);
    return nullptr;
  }
  Visit& visit = gathered_.emplace_back();
  visit.head = head;
  visit.marks.assign(items_.size(), not_marked);
  return &visit;
}

void VisitGathering::add_answer(Visit& visit, const ListName& name, std::string_view answer, size_t line) {
  const std::string said(trim(answer));
  if (!name.item) {
    if (!said.empty()) visit.proofs[name.line] = said;
    return;
  }
  const CheckItem& item = *items_[*name.item];
  const ItemScale scale = scale_of(list_, item);
  const auto mark = read_answer(scale, said);
  if (!mark) {
    const OwnScale own = scale.own == nullptr ? OwnScale() : *scale.own;
    return add_problem({ImportProblemKind::bad_answer, line, said, item.text, scale.built_in, own});
  }
  std::int8_t& kept = visit.marks[*name.item];
  if (kept != not_marked && *mark != not_marked) {
    return add_problem({ImportProblemKind::answered_twice, line, said, item.text});
  }
  if (*mark != not_marked) {
    kept = static_cast<std::int8_t>(*mark);
    ++import_.answers;
  }
}

void VisitGathering::add_texts(Visit& visit, const ListName& name, std::string_view comment, std::string_view proof) {
  if (!name.item) return;
  const std::string& item = items_[*name.item]->id;
  if (!trim(comment).empty()) visit.comments[item] = std::string(trim(comment));
  if (!trim(proof).empty()) visit.proofs[item] = std::string(trim(proof));
}

void VisitGathering::add_problem(ImportProblem problem) {
  ++import_.problem_count;
  if (import_.problems.size() < most_problems) import_.problems.push_back(std::move(problem));
}

bool VisitGathering::read_when(VisitHead& head, std::string_view date, std::string_view time, size_t line) {
  if (trim(date).empty()) {
    add_problem({ImportProblemKind::no_date, line});
    return false;
  }
  const auto day = read_typed_date(date);
  if (!day) {
    add_problem({ImportProblemKind::bad_date, line, std::string(date)});
    return false;
  }
  auto read = read_time(time);
  if (!read) {
    add_problem({ImportProblemKind::bad_time, line, std::string(time)});
    return false;
  }
  head.day = *day;
  head.time = std::move(*read);
  return true;
}

VisitsImport VisitGathering::take() {
  for (Visit& visit : gathered_) {
    visit.finished = missing_marks(list_, visit.marks).empty();
    if (!visit.finished) ++import_.unfinished;
  }
  if (import_.is_good()) import_.visits = std::move(gathered_);
  return std::move(import_);
}

}  // namespace canvasbook
