// Scales that a check list defines itself: what their levels give, by a table worked out by hand, and how they are
// edited.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "model/kinds/checklist_openers.h"
#include "model/kinds/checklist_scales.h"
#include "model/kinds/visits.h"
#include "tests/own_scales.h"

namespace canvasbook::own_scale_test {

namespace {

using doctest::Approx;
using samples::impression;
using samples::own_scale;

CheckItem item(const char* id, double weight = 1, bool critical = false, const char* own = "") {
  CheckItem made;
  made.id = id;
  made.weight = weight;
  made.critical = critical;
  made.own_scale = own;
  return made;
}

Checklist list_of(std::vector<CheckItem> items, std::vector<OwnScale> scales) {
  Checklist list;
  list.scales = std::move(scales);
  list.groups.push_back({"g", "Group", std::move(items), {}});
  return list;
}

Score total(const Checklist& list, const Marks& marks, PointsRule rule = PointsRule::of_maximum) {
  return score_checklist(list, marks, rule).total;
}

}  // namespace

// Impression: Great 100, Okay 50, Poor 0. Speed: fast 40, usual 30, slow 10; the most is 40.
//
//  item   weight  scale        mark    points / most   weight × part
//  a      2       impression   Okay     50 / 100       1
//  b      1       speed        usual    30 / 40        0.75
//  c      1       yes / no     yes                     1
//  d      1       impression   n/a                     leaves both sums
//                                                      2.75 / 4
TEST_CASE("a mark on an own scale gives its points as a part of the most that the scale has") {
  const OwnScale speed = own_scale("speed", "Speed", {{"fast", 40}, {"usual", 30}, {"slow", 10}});
  const Checklist list = list_of(
      {item("a", 2, false, "impression"), item("b", 1, false, "speed"), item("c"), item("d", 1, false, "impression")},
      {impression(), speed});
  const Marks marks{{"a", 1}, {"b", 1}, {"c", mark_yes}, {"d", mark_not_applicable}};
  for (const PointsRule rule :
       {PointsRule::of_maximum, PointsRule::above_least}) {  // levels say themselves what they give
    const Score score = total(list, marks, rule);
    CHECK(score.reached == Approx(2.75));
    CHECK(score.possible == Approx(4));
    CHECK(*score.part() == Approx(0.6875));
  }
}

TEST_CASE("a critical item on an own scale passes with its most points, or with those that it is set to") {
  CheckItem critical = item("a", 1, true, "impression");
  Checklist list = list_of({critical}, {impression()});
  CHECK(total(list, {{"a", 0}}).failed.empty());
  CHECK(total(list, {{"a", 1}}).failed == std::vector<std::string>{"a"});
  CHECK(critical_words(scale_of(list, list.groups[0].items[0]), critical, Catalog::of(Language::en)) == "critical");
  critical.least_points = 50;
  list.groups[0].items[0] = critical;
  CHECK(total(list, {{"a", 1}}).failed.empty());
  CHECK(total(list, {{"a", 2}}).failed == std::vector<std::string>{"a"});
  CHECK(critical_words(scale_of(list, list.groups[0].items[0]), critical, Catalog::of(Language::en)) ==
        "critical: at least “Okay”");
  CHECK(critical_words(scale_of(list, list.groups[0].items[0]), critical, Catalog::of(Language::ru)) ==
        "критично: не ниже «Okay»");
}

TEST_CASE("on a scale without points an item is asked and not counted, and nothing fails") {
  const OwnScale none = own_scale("none", "None", {{"a", 0}, {"b", 0}});
  const Checklist list = list_of({item("x", 5, true, "none"), item("y")}, {none});
  const Score score = total(list, {{"x", 1}, {"y", mark_yes}});
  CHECK(score.weight == 1);
  CHECK(score.possible == 1);
  CHECK(*score.part() == 1);
  CHECK(score.failed.empty());
  CHECK(score.asked() == 2);
  CHECK_FALSE(total(list_of({item("x", 5, true, "none")}, {none}), {{"x", 0}}).part().has_value());
  CHECK(part_of_best(ItemScale(none), 0, PointsRule::of_maximum) == 0);
}

TEST_CASE("an own scale offers its levels in their order, called by their words or else by their points") {
  const OwnScale scale = own_scale("s", "S", {{"Great", 100}, {"", 50}, {"Poor", 0}});
  const Catalog& words = Catalog::of(Language::en);
  CHECK(marks_of(ItemScale(scale)) == std::vector<int>{0, 1, 2, mark_not_applicable});
  CHECK(mark_words(ItemScale(scale), 0, words) == "Great");
  CHECK(mark_words(ItemScale(scale), 1, words) == "50");
  CHECK(mark_words(ItemScale(scale), mark_not_applicable, words) == "n/a");
  CHECK(is_mark_of(ItemScale(scale), 2));
  CHECK_FALSE(is_mark_of(ItemScale(scale), 3));
  OwnScale long_one = own_scale("l", "L", {});
  for (int i = 0; i < 13; ++i) long_one.levels.push_back({std::to_string(i), "level " + std::to_string(i), 100 - i});
  CHECK(marks_of(ItemScale(long_one)).size() == most_levels + 1);  // so that each has a sign in files
  const VisitMarks marks{0, 10, mark_not_applicable};
  CHECK(marks_text(marks) == "0x-");
}

TEST_CASE("an item inherits the own scale of its list, and one that the list does not have is none") {
  Checklist list = list_of({item("a"), item("b", 1, false, "gone")}, {impression()});
  list.own_scale = "impression";
  CHECK(scale_of(list, list.groups[0].items[0]).own == &list.scales[0]);
  CHECK(scale_of(list, list.groups[0].items[1]).own == &list.scales[0]);
  list.own_scale = "gone";
  CHECK(scale_of(list, list.groups[0].items[1]) == Scale::yes_no);
}

TEST_CASE("what is at most half of the best points opens an item, and the levels that do are named") {
  const OwnScale scale = impression();
  CHECK_FALSE(opens(ItemScale(scale), 0));
  CHECK(opens(ItemScale(scale), 1));
  CHECK(opens(ItemScale(scale), 2));
  CHECK_FALSE(opens(ItemScale(scale), mark_not_applicable));
  CHECK(opens_words(ItemScale(scale), "1.2", Catalog::of(Language::en)) == "if “Okay”, “Poor” in 1.2");
}

TEST_CASE("what is wrong with a scale is told") {
  CHECK(fault_of_scale(impression()) == ScaleFault::none);
  CHECK(fault_of_scale(own_scale("s", "S", {{"a", 100}})) == ScaleFault::few_levels);
  CHECK(fault_of_scale(own_scale("s", "S", {{"a", 0}, {"b", 0}})) == ScaleFault::no_points);
  CHECK(fault_of_scale(own_scale("s", "S", {{"a", 100}, {" ", 0}})) == ScaleFault::empty_words);
  CHECK(fault_of_scale(own_scale("s", "S", {{"Всё", 100}, {"все ", 0}})) == ScaleFault::same_words);
  OwnScale many = own_scale("s", "S", {});
  for (int i = 0; i < 12; ++i) many.levels.push_back({std::to_string(i), std::to_string(i), i});
  CHECK(fault_of_scale(many) == ScaleFault::many_levels);
}

TEST_CASE("levels that are moved or removed take the marks of the trial run with them, and visits keep theirs") {
  Checklist list = list_of({item("a", 1, false, "impression"), item("b", 1, false, "impression")}, {impression()});
  list.groups[0].items[0].trial_mark = 0;
  list.groups[0].items[1].trial_mark = 1;
  OwnScale turned = impression();
  std::ranges::reverse(turned.levels);
  turned.levels.erase(turned.levels.begin() + 1);  // Okay
  const Checklist after = set_own_scale(list, turned);
  CHECK(marks_of_trial(after) == Marks{{"a", 1}});
  CHECK(part_of_best(scale_of(after, after.groups[0].items[0]), 1, PointsRule::of_maximum) == 1);
}

TEST_CASE("a scale that is removed leaves its items to the scale of the list") {
  Checklist list = list_of({item("a", 1, true, "impression"), item("b")}, {impression()});
  list.groups[0].items[0].trial_mark = 2;
  list.groups[0].items[0].least_points = 50;
  CHECK(count_items_on(list, "impression") == 1);
  const Checklist after = remove_own_scale(list, "impression");
  CHECK(after.scales.empty());
  CHECK(after.groups[0].items[0].own_scale.empty());
  CHECK(after.groups[0].items[0].least_points == 0);
  CHECK(after.groups[0].items[0].trial_mark == not_marked);
  list.own_scale = "impression";
  CHECK(count_items_on(list, "impression") == 2);
  CHECK(remove_own_scale(list, "impression").own_scale.empty());
}

namespace {

// Any scale of two to eleven levels, with any points.
OwnScale any_scale(const std::string& id) {
  OwnScale scale = own_scale(id, id, {});
  const int levels = *rc::gen::inRange(2, 12);
  for (int i = 0; i < levels; ++i) {
    scale.levels.push_back({std::to_string(i), "level " + std::to_string(i), *rc::gen::inRange(0, 101)});
  }
  return scale;
}

}  // namespace

TEST_CASE("a better level never lowers a score, no score is above all, and what does not apply changes no other part") {
  const bool is_right = rc::check([] {
    const Checklist list = list_of({item("a", *rc::gen::inRange(0, 101) / 10.0, *rc::gen::arbitrary<bool>(), "one"),
                                    item("b", *rc::gen::inRange(0, 101) / 10.0, false, "other"), item("c")},
                                   {any_scale("one"), any_scale("other")});
    const OwnScale& scale = list.scales[0];
    const auto any_level = [](const OwnScale& of) {
      return static_cast<int>(*rc::gen::inRange<size_t>(0, of.levels.size()));
    };
    int worse = any_level(scale);
    int better = any_level(scale);
    if (points_of(scale, worse) > points_of(scale, better)) std::swap(worse, better);
    const Marks marks{{"b", any_level(list.scales[1])}, {"c", mark_yes}};
    const auto with = [&](int mark) {
      Marks all = marks;
      all["a"] = mark;
      return total(list, all);
    };
    RC_ASSERT(with(worse).part().has_value() == with(better).part().has_value());
    if (with(worse).part()) {
      RC_ASSERT(*with(better).part() >= *with(worse).part() - 1e-9);
      RC_ASSERT(*with(better).part() <= 1 + 1e-9);
      RC_ASSERT(*with(worse).part() >= -1e-9);
    }
    RC_ASSERT(with(better).failed.size() <= with(worse).failed.size());
    RC_ASSERT(std::abs(with(mark_not_applicable).reached - total(list, marks).reached) < 1e-9);
    RC_ASSERT(std::abs(with(mark_not_applicable).possible - total(list, marks).possible) < 1e-9);
  });
  CHECK(is_right);
}

}  // namespace canvasbook::own_scale_test
