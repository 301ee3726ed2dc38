// Check lists that were filled in, for tests.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/visits_of_list.h"
#include "tests/samples.h"

namespace canvasbook::samples {

inline CheckItem check_item(std::string id, double weight = 1, bool critical = false, Scale scale = Scale::inherited) {
  CheckItem item;
  item.text = "Item " + id;
  item.id = std::move(id);
  item.weight = weight;
  item.critical = critical;
  item.scale = scale;
  return item;
}

// Two groups: the door with a sign (weight 3) and a light; the bar with a greeting that is critical and the taste,
// which is marked with 1 … 5 points. A receipt proves the visit.
inline Checklist hall_list() {
  Checklist list;
  list.scale = Scale::yes_no_partly;
  list.head = {{"receipt", "Receipt no.", {}}};
  list.groups.push_back({"door", "Door", {check_item("sign", 3), check_item("light")}, {}});
  list.groups.push_back(
      {"bar", "Bar", {check_item("greeting", 1, true), check_item("taste", 1, false, Scale::points_5)}, {}});
  return list;
}

// A finished visit; `marks` as in files.
inline Visits with_visit(Visits visits, const Checklist& list, VisitHead head, std::string_view marks,
                         IdSource& fresh) {
  AddedVisit added = add_visit(std::move(visits), list, "Hall", std::move(head), fresh);
  std::vector<const CheckItem*> items = items_in_order(list);
  const auto values = marks_from_text(marks);
  REQUIRE(values.has_value());
  REQUIRE(values->size() == items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    added.visits = set_mark(std::move(added.visits), added.visit, items[i]->id, (*values)[i]);
  }
  return set_finished(std::move(added.visits), added.visit, true);
}

// A document with the check list `hall` and behind it its visits, section `visits`.
inline Document document_with(Visits visits, Checklist list = hall_list()) {
  visits.checklist = "hall";
  Section hall = make_section("hall", std::move(list));
  hall.title = "Hall";
  Section filled = make_section("visits", std::move(visits));
  filled.role = visits_role;
  filled.title = "Visits";
  return make_document_of("control", {std::move(hall), std::move(filled)});
}

inline Workbook workbook_with(Visits visits, Checklist list = hall_list()) {
  return make_workbook({document_with(std::move(visits), std::move(list))});
}

// Five visits of three months: two places, two shoppers, comments; one failed, one is a draft.
inline Visits sound_visits() {
  IdSource fresh(11);
  Visits visits = with_visit({}, hall_list(), {"North", "Anna", {2026, 3, 2}, "10:30"}, "2205", fresh);
  const auto last = [&] { return visits.visits.back()->id; };
  visits = with_visit(std::move(visits), hall_list(), {"North", "Boris", {2026, 3, 9}, ""}, "2-23", fresh);
  visits = with_visit(std::move(visits), hall_list(), {"South", "Anna", {2026, 4, 1}, ""}, "0121", fresh);
  visits = set_comment(visits, last(), "sign", "The lamp is broken");
  visits = with_visit(std::move(visits), hall_list(), {"South", "Anna", {2026, 5, 5}, ""}, "0225", fresh);
  visits = set_comment(visits, last(), "sign", "Still dark");
  visits = set_proof(visits, last(), "receipt", "No. 17");
  return add_visit(std::move(visits), hall_list(), "Hall", {"South", "Boris", {2026, 5, 6}, ""}, fresh).visits;
}

}  // namespace canvasbook::samples
