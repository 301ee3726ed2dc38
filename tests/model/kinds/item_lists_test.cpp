#include "model/kinds/item_lists.h"

#include <doctest/doctest.h>

#include "model/kinds/responses.h"

namespace canvasbook::item_lists_test {

namespace {

std::string ids_of(const std::vector<Answer>& answers) {
  std::string ids;
  for (const Answer& answer : answers) ids += answer.id + " ";
  return ids;
}

const std::vector<Answer> three{{"a", "one", {}}, {"b", "two", {}}, {"c", "three", {}}};

}  // namespace

TEST_CASE("an item is added where it is asked for, at the end without a place or past it") {
  CHECK(ids_of(add_item(three, Answer{"new", {}, {}}, 0)) == "new a b c ");
  CHECK(ids_of(add_item(three, Answer{"new", {}, {}}, 2)) == "a b new c ");
  CHECK(ids_of(add_item(three, Answer{"new", {}, {}})) == "a b c new ");
  CHECK(ids_of(add_item(three, Answer{"new", {}, {}}, 99)) == "a b c new ");
}

TEST_CASE("an item moves to the place that it then has") {
  CHECK(ids_of(move_item(three, "a", 1)) == "b a c ");
  CHECK(ids_of(move_item(three, "a", 2)) == "b c a ");
  CHECK(ids_of(move_item(three, "c", 0)) == "c a b ");
  CHECK(ids_of(move_item(three, "b", 99)) == "a c b ");
  CHECK(move_item(three, "b", 1) == three);
}

TEST_CASE("an item is found, replaced and removed by its id") {
  REQUIRE(find_item(three, "b") != nullptr);
  CHECK(find_item(three, "b")->text == "two");
  CHECK(set_item(three, Answer{"b", "changed", {}})[1].text == "changed");
  CHECK(ids_of(remove_item(three, "b")) == "a c ");
}

TEST_CASE("an item that is not there leaves the list as it was") {
  CHECK(find_item(three, "z") == nullptr);
  CHECK(set_item(three, Answer{"z", "changed", {}}) == three);
  CHECK(remove_item(three, "z") == three);
  CHECK(move_item(three, "z", 0) == three);
}

}  // namespace canvasbook::item_lists_test
