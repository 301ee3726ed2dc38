// What a marked check list comes to: weights, "partly", what does not apply, what is critical, and both conventions.
#include "model/kinds/checklist_score.h"

#include <doctest/doctest.h>

namespace canvasbook::checklist_score_test {

namespace {

CheckItem item(const char* id, double weight = 1, bool critical = false, Scale scale = Scale::inherited) {
  CheckItem made;
  made.id = id;
  made.weight = weight;
  made.critical = critical;
  made.scale = scale;
  return made;
}

Checklist list_of(std::vector<CheckItem> items, Scale scale = Scale::yes_no_partly) {
  Checklist checklist;
  checklist.scale = scale;
  checklist.groups.push_back({"g", "Group", std::move(items), {}});
  return checklist;
}

Score total(const Checklist& checklist, const Marks& marks, PointsRule rule = PointsRule::of_maximum) {
  return score_checklist(checklist, marks, rule).total;
}

}  // namespace

TEST_CASE("an item counts by its weight, and what is done partly counts half") {
  const Checklist checklist = list_of({item("a", 3), item("b", 1), item("c", 2)});
  const Score score = total(checklist, {{"a", mark_yes}, {"b", mark_no}, {"c", mark_partly}});
  CHECK(score.reached == doctest::Approx(4));
  CHECK(score.possible == doctest::Approx(6));
  CHECK(*score.part() == doctest::Approx(4.0 / 6));
  CHECK(score.unmarked == 0);
}

TEST_CASE("what does not apply leaves both sums, and where nothing applies there is no score") {
  const Checklist checklist = list_of({item("a", 3), item("b", 5)});
  const Score half = total(checklist, {{"a", mark_yes}, {"b", mark_not_applicable}});
  CHECK(half.possible == doctest::Approx(3));
  CHECK(*half.part() == doctest::Approx(1));
  const Score none = total(checklist, {{"a", mark_not_applicable}, {"b", mark_not_applicable}});
  CHECK_FALSE(none.part().has_value());
  CHECK(none.unmarked == 0);
}

TEST_CASE("what is not marked yet is no failure: it counts in neither sum") {
  const Score score = total(list_of({item("a"), item("b", 3)}), {{"a", mark_yes}});
  CHECK(*score.part() == doctest::Approx(1));
  CHECK(score.unmarked == 1);
  CHECK_FALSE(total(list_of({item("a")}), {}).part().has_value());
}

TEST_CASE("a critical item that is not done in full fails the check, and the score stays") {
  const Checklist checklist = list_of({item("a", 9), item("b", 1, true)});
  const Score partly = total(checklist, {{"a", mark_yes}, {"b", mark_partly}});
  CHECK(partly.failed == std::vector<std::string>{"b"});
  CHECK(*partly.part() == doctest::Approx(0.95));
  CHECK(total(checklist, {{"a", mark_no}, {"b", mark_yes}}).failed.empty());
  CHECK(total(checklist, {{"b", mark_not_applicable}}).failed.empty());
  CHECK(total(checklist, {}).failed.empty());  // nobody has looked at it yet
  CHECK(score_checklist(checklist, {{"b", mark_no}}).groups.front().failed == std::vector<std::string>{"b"});
}

TEST_CASE("an item of weight 0 adds to neither sum, and where nothing has a weight there is no score") {
  const Checklist checklist = list_of({item("a", 0), item("b", 0.5), item("c", 1.5)});
  const Score score = total(checklist, {{"a", mark_no}, {"b", mark_yes}, {"c", mark_no}});
  CHECK(score.weight == doctest::Approx(2));
  CHECK(*score.part() == doctest::Approx(0.25));
  CHECK_FALSE(total(checklist, {{"a", mark_yes}}).part().has_value());
  const Checklist nothing = list_of({item("a", 0), item("b", 0, true)});
  const Score none = total(nothing, {{"a", mark_yes}, {"b", mark_no}});
  CHECK_FALSE(none.part().has_value());
  CHECK(none.failed == std::vector<std::string>{"b"});  // what is critical is, whatever it weighs
}

TEST_CASE("a critical item on a scale of points passes from its threshold on, without one with the best mark alone") {
  Checklist checklist = list_of({item("a", 1, true)}, Scale::points_5);
  CHECK(total(checklist, {{"a", 4}}).failed.size() == 1);
  checklist.groups[0].items[0].threshold = 4;
  CHECK(total(checklist, {{"a", 4}}).failed.empty());
  CHECK(total(checklist, {{"a", 3}}).failed.size() == 1);
  CHECK(total(checklist, {{"a", mark_not_applicable}}).failed.empty());
  checklist.scale = Scale::yes_no_partly;  // it has no such mark
  CHECK(total(checklist, {{"a", mark_partly}}).failed.size() == 1);
  checklist.groups[0].items[0].threshold = 9;
  checklist.scale = Scale::points_5;
  CHECK(total(checklist, {{"a", 4}}).failed.size() == 1);
}

TEST_CASE("what a critical item passes with is said in words") {
  CheckItem critical = item("a", 1, true);
  const Catalog& english = Catalog::of(Language::en);
  CHECK(critical_words(Scale::yes_no, critical, english) == "critical");
  CHECK(critical_words(Scale::points_7, critical, english) == "critical: 7 of 7");
  critical.threshold = 4;
  CHECK(critical_words(Scale::points_5, critical, english) == "critical: at least 4 of 5");
  CHECK(critical_words(Scale::points_5, critical, Catalog::of(Language::ru)) == "критично: не ниже 4 из 5");
}

TEST_CASE("shares of the weight are whole percent that add up to 100, and none where nothing has a weight") {
  CHECK(shares_of_weight({1, 1, 1}) == std::vector<int>{34, 33, 33});
  CHECK(shares_of_weight({1.5, 6.5, 0}) == std::vector<int>{19, 81, 0});
  CHECK(shares_of_weight({0.1, 0.2, 0.7}) == std::vector<int>{10, 20, 70});
  CHECK(shares_of_weight({5}) == std::vector<int>{100});
  CHECK(shares_of_weight({0, 0}).empty());
  CHECK(shares_of_weight({}).empty());
}

TEST_CASE("points count as part of the most, or from the least upwards") {
  const Checklist checklist = list_of({item("a")}, Scale::points_5);
  CHECK(*total(checklist, {{"a", 3}}).part() == doctest::Approx(0.6));
  CHECK(*total(checklist, {{"a", 3}}, PointsRule::above_least).part() == doctest::Approx(0.5));
  CHECK(*total(checklist, {{"a", 1}}, PointsRule::above_least).part() == doctest::Approx(0));
  CHECK(*total(checklist, {{"a", 5}}, PointsRule::above_least).part() == doctest::Approx(1));
}

TEST_CASE("items on different scales matter by their weights alone") {
  const Checklist checklist = list_of({item("a", 1, false, Scale::points_10), item("b", 1, false, Scale::yes_no)});
  CHECK(*total(checklist, {{"a", 10}, {"b", mark_no}}).part() == doctest::Approx(0.5));
  CHECK(*total(checklist, {{"a", 5}, {"b", mark_yes}}).part() == doctest::Approx(0.75));
}

TEST_CASE("each group has a score of its own, and the total is that of all items") {
  Checklist checklist = list_of({item("a", 2)});
  checklist.groups.push_back({"h", "Other", {item("b", 3), item("c", 1)}, {}});
  const ChecklistScore score = score_checklist(checklist, {{"a", mark_yes}, {"b", mark_no}, {"c", mark_yes}});
  REQUIRE(score.groups.size() == 2);
  CHECK(*score.groups[0].part() == doctest::Approx(1));
  CHECK(*score.groups[1].part() == doctest::Approx(0.25));
  CHECK(*score.total.part() == doctest::Approx(0.5));
  CHECK(score.total.weight == 6);
}

TEST_CASE("a list without items has no score") {
  CHECK_FALSE(total(Checklist{}, {}).part().has_value());
  CHECK_FALSE(total(list_of({}), {}).part().has_value());
}

TEST_CASE("the marks of a scale are offered from its first to what does not apply") {
  CHECK(marks_of(Scale::yes_no) == std::vector<int>{mark_yes, mark_no, mark_not_applicable});
  CHECK(marks_of(Scale::yes_no_partly) == std::vector<int>{mark_yes, mark_partly, mark_no, mark_not_applicable});
  CHECK(marks_of(Scale::points_5) == std::vector<int>{1, 2, 3, 4, 5, mark_not_applicable});
  CHECK(marks_of(Scale::points_10).size() == 11);
}

}  // namespace canvasbook::checklist_score_test
