#include "model/kinds/item_lists.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook {

namespace {

std::string ids_of(const std::vector<Answer>& answers) {
  std::string ids;
  for (const Answer& answer : answers) ids += answer.id + " ";
  return ids;
}

std::string ids_of(const std::vector<Response>& responses) {
  std::string ids;
  for (const Response& response : responses) ids += response.id + "(" + ids_of(response.answers) + ") ";
  return ids;
}

const std::vector<Answer> three{{"a", "one", {}}, {"b", "two", {}}, {"c", "three", {}}};

std::vector<Response> two_cues() {
  return {samples::make_response("x", "X", {"1", "2"}), samples::make_response("y", "Y", {"1"})};
}

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

TEST_CASE("an answer is added, replaced and removed inside its cue") {
  CHECK(ids_of(add_inner(two_cues(), "y", Answer{"new", {}, {}}, 0)) == "x(x_1 x_2 ) y(new y_1 ) ");
  CHECK(set_inner(two_cues(), Answer{"y_1", "changed", {}})[1].answers[0].text == "changed");
  CHECK(ids_of(remove_inner(two_cues(), "x_1")) == "x(x_2 ) y(y_1 ) ");
}

TEST_CASE("an answer moves inside its cue and to another one") {
  CHECK(ids_of(move_inner(two_cues(), "x_1", "x", 1)) == "x(x_2 x_1 ) y(y_1 ) ");
  CHECK(ids_of(move_inner(two_cues(), "x_1", "y", 0)) == "x(x_2 ) y(x_1 y_1 ) ");
  CHECK(ids_of(move_inner(two_cues(), "y_1", "x", 99)) == "x(x_1 x_2 y_1 ) y() ");
}

TEST_CASE("a cue or an answer that is not there leaves all cues as they were") {
  CHECK(add_inner(two_cues(), "z", Answer{"new", {}, {}}) == two_cues());
  CHECK(move_inner(two_cues(), "x_1", "z", 0) == two_cues());
  CHECK(move_inner(two_cues(), "z", "y", 0) == two_cues());
  CHECK(remove_inner(two_cues(), "z") == two_cues());
}

TEST_CASE("items of a check list move between its groups") {
  const auto groups = move_inner(samples::make_checklist("c").groups, "c_sign", "c_bar", 0);
  CHECK(groups[0].items.empty());
  REQUIRE(groups[1].items.size() == 2);
  CHECK(groups[1].items[0].id == "c_sign");
}

}  // namespace canvasbook
