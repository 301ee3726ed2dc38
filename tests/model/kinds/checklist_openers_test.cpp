// Items of a check list that are asked only once another one is marked badly.
#include "model/kinds/checklist_openers.h"

#include <doctest/doctest.h>

#include "model/item_edits.h"
#include "model/kinds/checklist_score.h"

namespace canvasbook::checklist_openers_test {

namespace {

CheckItem item(const char* id, double weight = 1, const char* opens_on = "") {
  CheckItem made;
  made.id = id;
  made.text = std::string("Text of ") + id;
  made.weight = weight;
  made.opens_on = opens_on;
  return made;
}

// a opens b; c stands alone.
Checklist sample() {
  Checklist checklist;
  checklist.scale = Scale::yes_no_partly;
  checklist.groups = {{"g", "Group", {item("a"), item("b", 2, "a"), item("c")}, {}}, {"h", "Other", {item("d")}, {}}};
  return checklist;
}

std::string order_of(const Checklist& checklist) {
  std::string ids;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& one : group.items) ids += one.id;
    ids += "/";
  }
  return ids;
}

bool is_b_closed(const Marks& marks) {
  const Checklist checklist = sample();
  return is_closed(checklist, *find_check(checklist, "b"), marks);
}

}  // namespace

TEST_CASE("an item that belongs to another one is asked once that is answered no or partly") {
  CHECK(is_b_closed({}));
  CHECK(is_b_closed({{"a", mark_yes}}));
  CHECK(is_b_closed({{"a", mark_not_applicable}}));
  CHECK_FALSE(is_b_closed({{"a", mark_no}}));
  CHECK_FALSE(is_b_closed({{"a", mark_partly}}));
}

TEST_CASE("on a scale of points at most half of the best mark opens") {
  CHECK(opens(Scale::points_5, 2));
  CHECK_FALSE(opens(Scale::points_5, 3));
  CHECK(opens(Scale::points_10, 5));
  CHECK_FALSE(opens(Scale::points_10, 6));
  const Catalog& english = Catalog::of(Language::en);
  CHECK(opens_words(Scale::points_5, "1.2", english) == "if 2 or less in 1.2");
  CHECK(opens_words(Scale::yes_no, "1.2", english) == "if “no” in 1.2");
}

TEST_CASE("a closed item is left out of the score as one that does not apply, whatever mark it has") {
  const Checklist checklist = sample();
  const Score closed = score_checklist(checklist, {{"a", mark_yes}, {"b", mark_no}, {"c", mark_yes}}).total;
  CHECK(*closed.part() == doctest::Approx(1));
  CHECK(closed.possible == doctest::Approx(2));
  CHECK(closed.closed == 1);
  CHECK(closed.asked() == 3);
  CHECK(closed.marked() == 2);
  CHECK(closed.unmarked == 1);  // d
  const Score open = score_checklist(checklist, {{"a", mark_no}, {"b", mark_yes}, {"c", mark_yes}}).total;
  CHECK(open.possible == doctest::Approx(4));
  CHECK(*open.part() == doctest::Approx(0.75));
  CHECK(open.closed == 0);
}

TEST_CASE("a critical item that is closed fails nothing") {
  Checklist checklist = sample();
  checklist.groups[0].items[1].critical = true;
  CHECK(score_checklist(checklist, {{"a", mark_yes}, {"b", mark_no}}).total.failed.empty());
  CHECK(score_checklist(checklist, {{"a", mark_no}, {"b", mark_no}}).total.failed == std::vector<std::string>{"b"});
}

TEST_CASE("rings and chains are refused, and where a file has them their items are asked like any other") {
  const Checklist checklist = sample();
  CHECK(fault_of_opener(checklist, "a", "a") == OpenerFault::itself);
  CHECK(fault_of_opener(checklist, "a", "b") == OpenerFault::ring);
  CHECK(fault_of_opener(checklist, "c", "b") == OpenerFault::chained);
  CHECK(fault_of_opener(checklist, "a", "c") == OpenerFault::opens_others);
  CHECK(fault_of_opener(checklist, "c", "gone") == OpenerFault::missing);
  CHECK(fault_of_opener(checklist, "c", "a") == OpenerFault::none);
  CHECK(set_opener(checklist, "a", "b") == checklist);
  Checklist ring = checklist;
  ring.groups[0].items[0].opens_on = "b";
  for (const CheckItem& one : ring.groups[0].items) CHECK_FALSE(is_closed(ring, one, {}));
}

TEST_CASE("an item goes behind what opens it and what that opens already, and stays when it is asked always again") {
  Checklist checklist = set_opener(sample(), "d", "a");
  CHECK(order_of(checklist) == "abdc//");
  CHECK(find_check(checklist, "d")->opens_on == "a");
  checklist = set_opener(std::move(checklist), "d", "");
  CHECK(order_of(checklist) == "abdc//");
  CHECK(find_check(checklist, "d")->opens_on.empty());
}

TEST_CASE("copies are opened by the copy of what opened the originals, or by that itself") {
  IdSource fresh(1);
  const ItemEdit both = duplicate_items(sample(), {"a", "b"}, fresh);
  const auto& two = std::get<Checklist>(both.content);
  CHECK(find_check(two, both.added[1])->opens_on == both.added[0]);
  const ItemEdit one = duplicate_items(sample(), {"b"}, fresh);
  CHECK(find_check(std::get<Checklist>(one.content), one.added[0])->opens_on == "a");
  Checklist other;
  other.groups.push_back({"o", "", {item("x")}, {}});
  const ItemEdit elsewhere = insert_copies(other, "x", sample(), {"b"}, fresh);
  CHECK(find_check(std::get<Checklist>(elsewhere.content), elsewhere.added[0])->opens_on.empty());
}

}  // namespace canvasbook::checklist_openers_test
