// The kind `visits`: check lists that were filled in, each with the revision of the list that it was made with, so that
// later changes of the list spoil none of them. What they come to is computed: see model/visit_results.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "model/base/date.h"
#include "model/base/identifier.h"
#include "model/base/shared.h"
#include "model/base/unknown_fields.h"
#include "model/kinds/checklist_score.h"

namespace canvasbook {

// A check list as it was when visits were made with it.
struct ListRevision {
  std::string id;  // unique in its section
  Date day;        // of the first visit that was entered with it
  std::string title;
  Checklist list;  // without a trial run; the ids of its items are those of the list
  UnknownFields unknown;

  bool operator==(const ListRevision&) const = default;
};

using VisitMarks = std::vector<std::int8_t>;            // see checklist_score.h, or not_marked
using VisitTexts = std::map<std::string, std::string>;  // none is empty

// Where, who and when.
struct VisitHead {
  std::string place;
  std::string shopper;
  Date day;
  std::string time;  // "HH:MM", or empty

  bool operator==(const VisitHead&) const = default;
  // By day and time, then by place and shopper.
  bool operator<(const VisitHead& other) const;
};

// A check list that was filled in once.
struct Visit {
  std::string id;
  VisitHead head;
  std::string revision;   // id
  VisitMarks marks;       // one an item, in the order of the revision
  VisitTexts comments;    // by the id of the item
  VisitTexts proofs;      // such as the number of the receipt: by the id of a head line of the list, or of an item
  bool finished = false;  // else it is a draft, which results leave out
  UnknownFields unknown;

  bool operator==(const Visit&) const = default;
};

// What is to be done about a result. It is open until it is done; see visit_actions.h.
struct VisitAction {
  std::string id;
  std::string item;   // of the check list, by id, whether it is there or gone; empty: none in particular
  std::string place;  // empty: everywhere
  std::string text;   // what is to be done
  std::string owner;  // by role
  std::optional<Date> due = {};
  std::optional<Date> checked = {};  // the day on which it was seen whether it helped
  std::string outcome;               // what was seen then
  bool done = false;
  UnknownFields unknown;

  bool operator==(const VisitAction&) const = default;
};

// Copies share their visits: a step of undo costs a pointer a visit.
struct Visits {
  static constexpr bool is_list_of_items = false;

  std::string checklist;                        // id of the section; empty where that is gone
  std::optional<double> target = {};            // the score that every place is to reach: percent, whole tenths
  std::vector<Shared<ListRevision>> revisions;  // in the order in which they arose
  std::vector<Shared<Visit>> visits;            // in the order in which they were entered
  std::vector<VisitAction> actions;             // in the order in which they were entered

  bool operator==(const Visits&) const = default;
};

// The items of a list in its order, across its groups. They point into it.
std::vector<const CheckItem*> items_in_order(const Checklist& list);

// The revision or visit with an id, or nullptr.
const ListRevision* find_revision(const Visits& visits, std::string_view revision);
const Visit* find_visit(const Visits& visits, std::string_view visit);

// The list that a visit was made with; nullptr where it has none or another number of items than the visit marks.
const Checklist* list_of(const Visits& visits, const Visit& visit);

// Whether a text is a time of day, "09:05", or empty.
bool is_visit_time(std::string_view text);

// Marks as one text, a character an item: "." not marked, "-" does not apply, "0" … "9", "x" for ten; and back, or
// nothing where a character is none of these.
std::string marks_text(const VisitMarks& marks);
std::optional<VisitMarks> marks_from_text(std::string_view text);

// The items that are asked and have no mark, by id and in order: what a visit lacks before it is finished.
std::vector<std::string> missing_marks(const Checklist& list, const VisitMarks& marks);
std::vector<std::string> missing_marks(const Visits& visits, const Visit& visit);

// The visit with the same head, or nullptr: it would be doubled. A visit without a place and a shopper is like none.
const Visit* find_same_visit(const Visits& visits, const VisitHead& head);

// The places and the shoppers that visits name, each once, in the order of the alphabet.
std::set<std::string> places_of(const Visits& visits);
std::set<std::string> shoppers_of(const Visits& visits);

// Calls each(Visit&) for every visit, const where the visits are. One that it changes becomes a value of its own.
template <class AnyVisits, class Each>
void for_each_visit(AnyVisits& visits, Each each) {
  for (auto& shared : visits.visits) {
    if constexpr (std::is_const_v<AnyVisits>) {
      each(*shared);
    } else {
      Visit changed = *shared;
      each(changed);
      if (changed != *shared) shared = std::move(changed);
    }
  }
}

// Pure edits: each returns the visits after it. A visit or item that is not there changes nothing.

// An unmarked draft made with a list as it is now: with the last revision where that is equal, else with a new one.
struct AddedVisit {
  Visits visits;
  std::string visit;  // id
};
AddedVisit add_visit(Visits visits, const Checklist& list, std::string_view title, VisitHead head, IdSource& fresh);

// The same of a visit that is filled in already, but for its id and revision; its marks are those of the list's items.
AddedVisit add_visit(Visits visits, const Checklist& list, std::string_view title, Visit filled, IdSource& fresh);
// Several at once.
Visits add_visits(Visits visits, const Checklist& list, std::string_view title, std::vector<Visit> filled,
                  IdSource& fresh);

// A mark that the item's scale does not have changes nothing; none takes it away.
Visits set_mark(Visits visits, std::string_view visit, std::string_view item, std::optional<int> mark);
// An empty text takes it away.
Visits set_comment(Visits visits, std::string_view visit, std::string_view item, std::string text);
Visits set_proof(Visits visits, std::string_view visit, std::string_view line, std::string text);
// With a time that is none the head stays as it was.
Visits set_head(Visits visits, std::string_view visit, VisitHead head);
Visits set_finished(Visits visits, std::string_view visit, bool finished);

// Revisions that no visit was made with go too.
Visits remove_visits(Visits visits, const std::set<std::string, std::less<>>& gone);

// With other ids of items, lines and groups, and links to them, in the revisions and in what visits and actions say
// about them: the list is a copy.
Visits with_list_ids(Visits visits, const std::map<std::string, std::string, std::less<>>& now);

}  // namespace canvasbook
