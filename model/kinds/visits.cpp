#include "model/kinds/visits.h"

#include <algorithm>
#include <tuple>

#include "model/kinds/checklist_openers.h"
#include "model/kinds/field_visitors.h"

namespace canvasbook {

namespace {

constexpr std::string_view mark_signs = ".-0123456789x";  // from not_marked on

template <class Change>
Visits change_visit(Visits visits, std::string_view id, Change change) {
  const auto found = std::ranges::find_if(visits.visits, [&](const auto& visit) { return visit->id == id; });
  if (found == visits.visits.end()) return visits;
  Visit changed = **found;
  change(changed);
  if (changed != **found) *found = std::move(changed);
  return visits;
}

void put(VisitTexts& texts, std::string_view key, std::string text) {
  if (text.empty()) {
    texts.erase(std::string(key));
  } else {
    texts.insert_or_assign(std::string(key), std::move(text));
  }
}

std::set<std::string> names_in(const Visits& visits, std::string VisitHead::*name) {
  std::set<std::string> names;
  for (const auto& visit : visits.visits) {
    if (!(visit->head.*name).empty()) names.insert(visit->head.*name);
  }
  return names;
}

const Checklist* list_of_visit(const Visits& visits, std::string_view id) {
  const Visit* visit = find_visit(visits, id);
  return visit == nullptr ? nullptr : list_of(visits, *visit);
}

}  // namespace

bool VisitHead::operator<(const VisitHead& other) const {
  const int own_day = order_of(day);
  const int other_day = order_of(other.day);
  return std::tie(own_day, time, place, shopper) < std::tie(other_day, other.time, other.place, other.shopper);
}

std::vector<const CheckItem*> items_in_order(const Checklist& list) {
  std::vector<const CheckItem*> items;
  for (const CheckGroup& group : list.groups) {
    for (const CheckItem& item : group.items) items.push_back(&item);
  }
  return items;
}

const ListRevision* find_revision(const Visits& visits, std::string_view revision) {
  const auto found = std::ranges::find_if(visits.revisions, [&](const auto& one) { return one->id == revision; });
  return found == visits.revisions.end() ? nullptr : &**found;
}

const Visit* find_visit(const Visits& visits, std::string_view visit) {
  const auto found = std::ranges::find_if(visits.visits, [&](const auto& one) { return one->id == visit; });
  return found == visits.visits.end() ? nullptr : &**found;
}

const Checklist* list_of(const Visits& visits, const Visit& visit) {
  const ListRevision* revision = find_revision(visits, visit.revision);
  if (revision == nullptr || items_in_order(revision->list).size() != visit.marks.size()) return nullptr;
  return &revision->list;
}

bool is_visit_time(std::string_view text) {
  if (text.empty()) return true;
  const auto is_digit = [&](size_t at, char most) { return text[at] >= '0' && text[at] <= most; };
  if (text.size() != 5 || text[2] != ':') return false;
  return is_digit(0, '2') && is_digit(1, text[0] == '2' ? '3' : '9') && is_digit(3, '5') && is_digit(4, '9');
}

std::string marks_text(const VisitMarks& marks) {
  std::string text;
  for (const std::int8_t mark : marks) text += mark_signs[static_cast<size_t>(mark - not_marked)];
  return text;
}

std::optional<VisitMarks> marks_from_text(std::string_view text) {
  VisitMarks marks;
  for (const char sign : text) {
    const size_t at = mark_signs.find(sign);
    if (at == std::string_view::npos) return std::nullopt;
    marks.push_back(static_cast<std::int8_t>(static_cast<int>(at) + not_marked));
  }
  return marks;
}

std::vector<std::string> missing_marks(const Checklist& list, const VisitMarks& marks) {
  std::vector<std::string> missing;
  const Marks by_id = marks_by_id(list, marks);
  const std::vector<const CheckItem*> items = items_in_order(list);
  for (size_t i = 0; i < items.size() && i < marks.size(); ++i) {
    if (marks[i] == not_marked && !is_closed(list, *items[i], by_id)) missing.push_back(items[i]->id);
  }
  return missing;
}

std::vector<std::string> missing_marks(const Visits& visits, const Visit& visit) {
  const Checklist* list = list_of(visits, visit);
  return list == nullptr ? std::vector<std::string>() : missing_marks(*list, visit.marks);
}

const Visit* find_same_visit(const Visits& visits, const VisitHead& head) {
  if (head.place.empty() && head.shopper.empty()) return nullptr;
  const auto found = std::ranges::find_if(visits.visits, [&](const auto& visit) { return visit->head == head; });
  return found == visits.visits.end() ? nullptr : &**found;
}

std::set<std::string> places_of(const Visits& visits) { return names_in(visits, &VisitHead::place); }
std::set<std::string> shoppers_of(const Visits& visits) { return names_in(visits, &VisitHead::shopper); }

AddedVisit add_visit(Visits visits, const Checklist& list, std::string_view title, VisitHead head, IdSource& fresh) {
  Visit draft;
  draft.head = std::move(head);
  draft.marks.assign(items_in_order(list).size(), not_marked);
  return add_visit(std::move(visits), list, title, std::move(draft), fresh);
}

AddedVisit add_visit(Visits visits, const Checklist& list, std::string_view title, Visit filled, IdSource& fresh) {
  std::vector<Visit> one;
  one.push_back(std::move(filled));
  visits = add_visits(std::move(visits), list, title, std::move(one), fresh);
  std::string id = visits.visits.back()->id;
  return {std::move(visits), std::move(id)};
}

Visits add_visits(Visits visits, const Checklist& list, std::string_view title, std::vector<Visit> filled,
                  IdSource& fresh) {
  if (filled.empty()) return visits;
  Checklist bare = without_trial(list);
  const bool is_same = !visits.revisions.empty() && visits.revisions.back()->list == bare;
  if (!is_same) {
    const Date day = filled.front().head.day;
    visits.revisions.emplace_back(ListRevision{fresh.next(), day, std::string(title), std::move(bare), {}});
  }
  for (Visit& visit : filled) {
    visit.id = fresh.next();
    visit.revision = visits.revisions.back()->id;
    visits.visits.emplace_back(std::move(visit));
  }
  return visits;
}

Visits set_mark(Visits visits, std::string_view visit, std::string_view item, std::optional<int> mark) {
  const Checklist* list = list_of_visit(visits, visit);
  if (list == nullptr) return visits;
  const std::vector<const CheckItem*> items = items_in_order(*list);
  const auto found = std::ranges::find(items, item, &CheckItem::id);
  const int value = mark.value_or(not_marked);
  if (found == items.end() || !is_mark_of(scale_of(*list, **found), value)) return visits;
  const auto at = static_cast<size_t>(found - items.begin());
  return change_visit(std::move(visits), visit,
                      [&](Visit& changed) { changed.marks[at] = static_cast<std::int8_t>(value); });
}

Visits set_comment(Visits visits, std::string_view visit, std::string_view item, std::string text) {
  const Checklist* list = list_of_visit(visits, visit);
  if (list == nullptr || find_check(*list, item) == nullptr) return visits;
  return change_visit(std::move(visits), visit, [&](Visit& changed) { put(changed.comments, item, std::move(text)); });
}

Visits set_proof(Visits visits, std::string_view visit, std::string_view line, std::string text) {
  const Checklist* list = list_of_visit(visits, visit);
  if (list == nullptr) return visits;
  const bool is_head = std::ranges::find(list->head, line, &FormLine::id) != list->head.end();
  if (!is_head && find_check(*list, line) == nullptr) return visits;
  return change_visit(std::move(visits), visit, [&](Visit& changed) { put(changed.proofs, line, std::move(text)); });
}

Visits set_head(Visits visits, std::string_view visit, VisitHead head) {
  if (!is_visit_time(head.time)) return visits;
  return change_visit(std::move(visits), visit, [&](Visit& changed) { changed.head = std::move(head); });
}

Visits set_finished(Visits visits, std::string_view visit, bool finished) {
  return change_visit(std::move(visits), visit, [&](Visit& changed) { changed.finished = finished; });
}

Visits remove_visits(Visits visits, const std::set<std::string, std::less<>>& gone) {
  std::erase_if(visits.visits, [&](const auto& visit) { return gone.contains(visit->id); });
  std::set<std::string_view> used;
  for (const auto& visit : visits.visits) used.insert(visit->revision);
  std::erase_if(visits.revisions, [&](const auto& revision) { return !used.contains(revision->id); });
  return visits;
}

Visits with_list_ids(Visits visits, const std::map<std::string, std::string, std::less<>>& now) {
  const auto change = [&](std::string& id) {
    if (const auto found = now.find(id); found != now.end()) id = found->second;
  };
  const auto change_keys = [&](VisitTexts& texts) {
    VisitTexts changed;
    for (const auto& [key, text] : texts) {
      std::string id = key;
      change(id);
      changed.emplace(std::move(id), text);
    }
    texts = std::move(changed);
  };
  for (auto& shared : visits.revisions) {
    ListRevision revision = *shared;
    IdVisitor ids(change);
    describe(ids, revision.list);
    LinkVisitor links(change);
    describe(links, revision.list);
    if (revision != *shared) shared = std::move(revision);
  }
  for_each_visit(visits, [&](Visit& visit) {
    change_keys(visit.comments);
    change_keys(visit.proofs);
  });
  for (VisitAction& action : visits.actions) change(action.item);
  return visits;
}

}  // namespace canvasbook
