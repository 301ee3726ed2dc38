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

TEST_CASE("the best mark has as many points as its scale") {
  CHECK(largest_points(Scale::points_5) == 5);
  CHECK(largest_points(Scale::points_7) == 7);
  CHECK(largest_points(Scale::points_10) == 10);
  CHECK(largest_points(Scale::yes_no) == 1);
  CHECK(largest_points(Scale::yes_no_partly) == 1);
}

}  // namespace canvasbook::model_kinds_checklist_test
