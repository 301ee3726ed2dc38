#include "model/item_uses.h"

#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/paper.h"

namespace canvasbook::item_uses_test {

TEST_CASE("an item is named by rows, lines and notes, but not by what goes with it") {
  const Workbook workbook = samples::linked_workbook();
  REQUIRE(find_uses(workbook, {"t1"}).size() == 1);
  CHECK(find_uses(workbook, {"t1"})[0].item == "s1");
  CHECK(find_uses(workbook, {"t1", "s1"}).empty());
  CHECK(find_uses(workbook, {"t2"}).empty());
  const Content& answers = find_section(workbook, "answers")->content;
  CHECK(find_uses(workbook, with_what_they_hold(answers, {"dear"})).size() == 1);
  CHECK(find_uses(paper::example("en"), all_items_of(Prose{})).empty());
}

}  // namespace canvasbook::item_uses_test
