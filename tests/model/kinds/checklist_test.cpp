#include "model/kinds/checklist.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::model_kinds_checklist_test {

TEST_CASE("an item is marked on its own scale, else on that of its list") {
  Checklist checklist = samples::make_checklist("c");
  CHECK(scale_of(checklist, checklist.groups[0].items[0]) == Scale::yes_no_partly);
  CHECK(scale_of(checklist, checklist.groups[1].items[0]) == Scale::points_5);
  checklist.scale = Scale::inherited;
  CHECK(scale_of(checklist, checklist.groups[0].items[0]) == Scale::yes_no);
}

TEST_CASE("an item is found by its id in whichever group it stands") {
  Checklist checklist = samples::make_checklist("c");
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& item : group.items) CHECK(find_check(checklist, item.id) == &item);
  }
  CHECK(find_check(checklist, checklist.groups[0].id) == nullptr);
}

TEST_CASE("the best mark has as many points as its scale") {
  CHECK(largest_points(Scale::points_5) == 5);
  CHECK(largest_points(Scale::points_7) == 7);
  CHECK(largest_points(Scale::points_10) == 10);
  CHECK(largest_points(Scale::yes_no) == 1);
  CHECK(largest_points(Scale::yes_no_partly) == 1);
}

TEST_CASE("a threshold goes with the number of points that it was out of") {
  Checklist before = samples::make_checklist("c");
  before.groups[1].items[0].threshold = 4;  // on a scale of its own
  Checklist after = before;
  after.scale = Scale::yes_no;
  CHECK(with_scales(before, after).groups[1].items[0].threshold == 4);
  after.groups[1].items[0].scale = Scale::points_7;
  CHECK(with_scales(before, after).groups[1].items[0].threshold == 0);
}

TEST_CASE("items at the edge of their group are carried over into the next one, those at the ends of the list stay") {
  Checklist checklist;
  for (const char* group : {"1", "2", "3"}) {
    checklist.groups.push_back({group, {}, {}, {}});
    for (const char* item : {"a", "b"}) {
      checklist.groups.back().items.emplace_back().id = std::string(item) + group;
    }
  }
  const auto told = [](const Checklist& list) {
    std::string ids;
    for (const CheckGroup& group : list.groups) {
      for (const CheckItem& item : group.items) ids += item.id;
      ids += " ";
    }
    return ids;
  };
  const CarriedChecks up = carry_over_groups(checklist, {"a1", "b2", "a3", "b3"}, -1);
  CHECK(told(up.checklist) == "a1b1 a2b2a3b3  ");
  CHECK(up.carried == std::set<std::string, std::less<>>{"a3", "b3"});
  const CarriedChecks down = carry_over_groups(checklist, {"b1", "a2", "b2", "b3"}, 1);
  CHECK(told(down.checklist) == "a1 b1 a2b2a3b3 ");
  CHECK(down.carried == std::set<std::string, std::less<>>{"b1", "a2", "b2"});
}

}  // namespace canvasbook::model_kinds_checklist_test
