#include "model/visit_gathering.h"

#include <algorithm>
#include <utility>

#include "model/kinds/sheet_cells.h"
#include "model/standard_checks.h"
#include "model/text/text.h"
#include "model/visit_answers.h"

namespace canvasbook {

namespace {

constexpr size_t left_out = static_cast<size_t>(-1);

std::string title_of_line(const Checklist& list, const std::string& line) {
  const auto found = std::ranges::find(list.head, line, &FormLine::id);
  return found == list.head.end() ? line : found->title;
}

}  // namespace

VisitGathering::VisitGathering(const Visits& visits, const Checklist& list)
    : visits_(visits), list_(list), items_(items_in_order(list)), names_(list), said_(items_.size()) {
  for (const auto& visit : visits.visits) {
    known_ids_.insert(visit->id);
    known_[visit->head].visits.push_back(&*visit);
  }
}

std::string VisitGathering::key_of(const std::string& name, const VisitHead& head) {
  if (!name.empty()) return "\t" + name;
  return head.place + '\n' + head.shopper + '\n' + write_date(head.day) + '\n' + head.time;
}

VisitGathering::Content VisitGathering::content_of(const Checklist& list, const Visit& visit) {
  Content content;
  const std::vector<const CheckItem*> items = items_in_order(list);
  for (size_t i = 0; i < std::min(items.size(), visit.marks.size()); ++i) {
    if (visit.marks[i] != not_marked) content["mark " + items[i]->id] = std::to_string(visit.marks[i]);
  }
  for (const auto& [id, text] : visit.comments) content["comment " + id] = text;
  for (const auto& [id, text] : visit.proofs) content["proof " + id] = text;
  return content;
}

Visit* VisitGathering::new_visit_for(const std::string& name, const VisitHead& head, size_t line) {
  if (known_ids_.contains(name)) {
    import_.doubled.push_back({head, line});
    return nullptr;
  }
  Gathered& one = gathered_.emplace_back();
  one.name = name;
  one.line = line;
  one.visit.head = head;
  one.visit.marks.assign(items_.size(), not_marked);
  return &one.visit;
}

Visit* VisitGathering::visit_for(const std::string& name, const VisitHead& head, size_t line) {
  const auto [place, is_new] = by_name_.emplace(key_of(name, head), gathered_.size());
  if (is_new) {
    Visit* visit = new_visit_for(name, head, line);
    if (visit == nullptr) place->second = left_out;
    return visit;
  }
  if (place->second == left_out) return nullptr;
  Visit& visit = gathered_[place->second].visit;
  if (visit.head != head) add_problem({ImportProblemKind::other_head, line, name});
  return &visit;
}

void VisitGathering::add_answer(Visit& visit, const ListName& name, std::string_view answer, size_t line) {
  const std::string said(trim(answer));
  if (!name.item) {
    return add_text(visit.proofs, name.line, said, title_of_line(list_, name.line), line);
  }
  const CheckItem& item = *items_[*name.item];
  const ItemScale scale = scale_of(list_, item);
  const auto [known, is_new] = said_[*name.item].try_emplace(said);
  if (is_new) known->second = read_answer(scale, said);
  const std::optional<int>& mark = known->second;
  if (!mark) {
    const OwnScale own = scale.own == nullptr ? OwnScale() : *scale.own;
    const bool is_ambiguous = says_several_levels(scale, said);
    const auto kind = is_ambiguous ? ImportProblemKind::ambiguous_answer : ImportProblemKind::bad_answer;
    return add_problem({kind, line, said, name_of_check(item), scale.built_in, own});
  }
  std::int8_t& kept = visit.marks[*name.item];
  if (kept != not_marked && *mark != not_marked) {
    return add_problem({ImportProblemKind::answered_twice, line, said, name_of_check(item)});
  }
  if (*mark != not_marked) kept = static_cast<std::int8_t>(*mark);
}

void VisitGathering::add_texts(Visit& visit, const ListName& name, std::string_view comment, std::string_view proof,
                               size_t line) {
  if (!name.item) {
    const std::string_view text = trim(comment).empty() ? trim(proof) : trim(comment);
    if (!text.empty()) add_problem({ImportProblemKind::text_of_none, line, std::string(text)});
    return;
  }
  const CheckItem& item = *items_[*name.item];
  add_text(visit.comments, item.id, comment, name_of_check(item), line);
  add_text(visit.proofs, item.id, proof, name_of_check(item), line);
}

void VisitGathering::add_text(VisitTexts& texts, const std::string& id, std::string_view text, const std::string& item,
                              size_t line) {
  const std::string said(trim(text));
  if (said.empty()) return;
  const std::string& kept = texts.emplace(id, said).first->second;
  if (kept != said) add_problem({ImportProblemKind::text_twice, line, said, item});
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

void VisitGathering::read_contents(KnownVisits& known) const {
  if (!known.contents.empty()) return;
  for (const Visit* visit : known.visits) {
    const Checklist* made_with = list_of(visits_, *visit);
    known.contents.push_back(content_of(made_with == nullptr ? list_ : *made_with, *visit));
  }
}

void VisitGathering::sort_out(Gathered& one, std::set<std::string>& keys, std::set<std::string>& texts) {
  Visit& visit = one.visit;
  const VisitHead& head = visit.head;
  const Content content = content_of(list_, visit);
  const bool is_named = !head.place.empty() || !head.shopper.empty();
  const auto known = known_.find(head);
  if (known != known_.end()) read_contents(known->second);
  const auto has_all = [&](const Content& other) {
    return is_named ? std::ranges::includes(other, content) : other == content;
  };
  const bool is_there = known != known_.end() && std::ranges::any_of(known->second.contents, has_all);
  const std::string key = key_of(one.name, head);
  std::string text = key + key_of({}, head);
  for (const auto& [id, said] : content) text += '\n' + id + '\n' + said;
  if (is_there || !texts.insert(text).second) {
    import_.doubled.push_back({head, one.line});
    return;
  }
  const bool is_second = !keys.insert(key).second && (is_named || !one.name.empty());
  if (is_second) return add_problem({ImportProblemKind::same_visit, one.line});
  if (is_named && known != known_.end()) return add_problem({ImportProblemKind::known_visit, one.line});
  visit.finished = missing_marks(list_, visit.marks).empty();
  if (!visit.finished) ++import_.unfinished;
  import_.answers += visit.marks.size() - static_cast<size_t>(std::ranges::count(visit.marks, not_marked));
  import_.visits.push_back(std::move(visit));
}

VisitsImport VisitGathering::take() {
  std::set<std::string> keys;
  std::set<std::string> texts;
  for (Gathered& one : gathered_) sort_out(one, keys, texts);
  std::ranges::stable_sort(import_.problems, {}, &ImportProblem::line);
  std::ranges::stable_sort(import_.doubled, {}, &LeftOutVisit::line);
  if (!import_.is_good()) import_.visits.clear();
  return std::move(import_);
}

}  // namespace canvasbook
