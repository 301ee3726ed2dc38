// What visits come to: each rule by a table that was worked out by hand, and what holds for any visits.
#include "model/visit_results.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/own_scales.h"
#include "tests/sample_visits.h"

namespace canvasbook::visit_results_test {

namespace {

using doctest::Approx;
using samples::check_item;
using samples::hall_list;
using samples::with_visit;

// The table. Of the list `hall` the weights are sign 3, light 1, greeting 1 (critical), taste 1 (of 5 points).
//
//  day    place  shopper  sign light greeting taste   reached / possible
//  2 Mar  North  Anna     yes  yes   no       5       3 + 1 + 0 + 1     / 6 = 5/6, failed
//  9 Mar  North  Boris    yes  –     yes      3       3 + 1 + 0.6       / 5 = 0.92
//  1 Apr  South  Anna     no   part  yes      1       0 + 0.5 + 1 + 0.2 / 6 = 1.7/6
//  5 May  South  Anna     no   yes   yes      5       0 + 1 + 1 + 1     / 6 = 0.5
Visits table() {
  IdSource fresh(7);
  Visits visits = with_visit({}, hall_list(), {"North", "Anna", {2026, 3, 2}, ""}, "2205", fresh);
  visits = with_visit(std::move(visits), hall_list(), {"North", "Boris", {2026, 3, 9}, ""}, "2-23", fresh);
  visits = with_visit(std::move(visits), hall_list(), {"South", "Anna", {2026, 4, 1}, ""}, "0121", fresh);
  return with_visit(std::move(visits), hall_list(), {"South", "Anna", {2026, 5, 5}, ""}, "0225", fresh);
}

const ResultRow& row(const std::vector<ResultRow>& rows, std::string_view id) {
  const auto found = std::ranges::find(rows, id, &ResultRow::id);
  REQUIRE(found != rows.end());
  return *found;
}

// One visit of a list with one item in each of its scales.
VisitResults of_one(Scale scale, std::string_view mark, PointsRule rule = PointsRule::of_maximum) {
  Checklist list;
  list.scale = scale;
  list.groups.push_back({"g", "Group", {check_item("a")}, {}});
  IdSource fresh(3);
  ResultFilter filter;
  filter.rule = rule;
  return results_of(with_visit({}, list, {"North", "Anna", {2026, 3, 2}, ""}, mark, fresh), filter);
}

}  // namespace

TEST_CASE("each visit has the score of the check list, and several visits the mean of theirs") {
  const Visits visits = table();
  const VisitResults results = results_of(visits);
  REQUIRE(results.visits.size() == 4);
  CHECK(*results.visits[0].score == Approx(5.0 / 6));
  CHECK(*results.visits[1].score == Approx(4.6 / 5));
  CHECK(*results.visits[2].score == Approx(1.7 / 6));
  CHECK(*results.visits[3].score == Approx(0.5));
  const ResultFigure& total = results.total.figure;
  CHECK(total.visits == 4);
  CHECK(*total.score == Approx((5.0 / 6 + 0.92 + 1.7 / 6 + 0.5) / 4));
  CHECK(total.least == Approx(1.7 / 6));
  CHECK(total.most == Approx(0.92));
  CHECK(total.marks == 16);
  CHECK(total.not_applicable == 1);
  CHECK(*total.part_not_applicable() == Approx(1.0 / 16));
}

TEST_CASE("a critical item below its threshold fails the visit, and the score stays") {
  const Visits visits = table();
  const VisitResults results = results_of(visits);
  CHECK(results.visits[0].failed == std::vector<std::string>{"greeting"});
  CHECK(results.total.failed == std::vector<std::string>{visits.visits[0]->id});
  CHECK(row(results.places, "North").failed.size() == 1);
  CHECK(row(results.sections, "bar").failed.size() == 1);
  CHECK(row(results.sections, "door").failed.empty());
  const auto failed = failed_critical_items(results);
  REQUIRE(failed.size() == 1);
  CHECK(failed[0]->id == "greeting");
}

TEST_CASE("places, shoppers, months and sections have means of their own visits") {
  const Visits visits = table();
  const VisitResults results = results_of(visits);
  CHECK(*row(results.places, "North").figure.score == Approx((5.0 / 6 + 0.92) / 2));
  CHECK(*row(results.places, "South").figure.score == Approx((1.7 / 6 + 0.5) / 2));
  CHECK(*row(results.shoppers, "Boris").figure.score == Approx(0.92));
  CHECK(row(results.shoppers, "Anna").figure.visits == 3);
  CHECK(row(results.months, "2026-03").figure.visits == 2);
  // door: 4/4, 3/3, 0.5/4, 1/4; bar: 1/2, 1.6/2, 1.2/2, 2/2
  CHECK(*row(results.sections, "door").figure.score == Approx((1 + 1 + 0.125 + 0.25) / 4));
  CHECK(*row(results.sections, "bar").figure.score == Approx((0.5 + 0.8 + 0.6 + 1) / 4));
  REQUIRE(results.heat.size() == 2);
  CHECK(*results.heat[0][0].score == Approx(1));
  CHECK(*results.heat[1][0].score == Approx(0.1875));
  CHECK(results.distribution == std::array<size_t, 10>{0, 0, 1, 0, 0, 1, 0, 0, 1, 1});
}

TEST_CASE("an item's score is the mean of the parts of its best mark, where it applies") {
  const Visits visits = table();
  const VisitResults results = results_of(visits);
  CHECK(*row(results.items, "sign").figure.score == Approx(0.5));
  CHECK(*row(results.items, "light").figure.score == Approx(2.5 / 3));
  CHECK(row(results.items, "light").figure.visits == 3);
  CHECK(*row(results.items, "light").figure.part_not_applicable() == Approx(0.25));
  CHECK(*row(results.items, "taste").figure.score == Approx((1 + 0.6 + 0.2 + 1) / 4));
  const auto weakest = weakest_items(results);
  REQUIRE(weakest.size() == 4);
  CHECK(weakest[0]->id == "sign");
  CHECK(weakest[1]->id == "taste");
  CHECK(weakest[0]->group == "Door");
}

TEST_CASE("a scale of points counts by the rule that is asked for") {
  CHECK(*of_one(Scale::points_5, "3").total.figure.score == Approx(0.6));
  CHECK(*of_one(Scale::points_5, "3", PointsRule::above_least).total.figure.score == Approx(0.5));
  CHECK(*of_one(Scale::points_7, "1").total.figure.score == Approx(1.0 / 7));
  CHECK(*of_one(Scale::points_7, "1", PointsRule::above_least).total.figure.score == Approx(0));
  CHECK(*of_one(Scale::points_10, "x", PointsRule::above_least).total.figure.score == Approx(1));
  CHECK(*of_one(Scale::yes_no_partly, "1", PointsRule::above_least).total.figure.score == Approx(0.5));
  CHECK(*of_one(Scale::yes_no, "0").total.figure.score == Approx(0));
}

TEST_CASE("where nothing applies, or nothing has a weight, there is no score") {
  const VisitResults none = of_one(Scale::yes_no, "-");
  CHECK_FALSE(none.total.figure.score.has_value());
  CHECK(none.total.figure.visits == 0);
  CHECK(none.visits.size() == 1);
  Checklist list;
  list.groups.push_back({"g", "Group", {check_item("a", 0)}, {}});
  IdSource fresh(3);
  const Visits visits = with_visit({}, list, {"North", "Anna", {2026, 3, 2}, ""}, "0", fresh);
  const VisitResults unweighted = results_of(visits);
  CHECK_FALSE(unweighted.total.figure.score.has_value());
  CHECK_FALSE(unweighted.items[0].is_counted);
  CHECK(*unweighted.items[0].figure.score == Approx(0));
}

TEST_CASE("drafts are left out and told; days, a place and a shopper can be asked for") {
  Visits visits = table();
  visits = set_finished(visits, visits.visits[3]->id, false);
  CHECK(results_of(visits).drafts == 1);
  CHECK(results_of(visits).visits.size() == 3);
  ResultFilter filter;
  filter.since = Date{2026, 3, 9};
  filter.until = Date{2026, 4, 1};
  CHECK(results_of(visits, filter).visits.size() == 2);
  CHECK(results_of(visits, filter).drafts == 0);
  filter.place = "South";
  CHECK(results_of(visits, filter).visits.size() == 1);
  filter.shopper = "Boris";
  CHECK(results_of(visits, filter).visits.empty());
}

TEST_CASE("shoppers at one place are held against each other") {
  const Visits visits = table();
  const VisitResults results = results_of(visits);
  REQUIRE(results.spreads.size() == 1);
  CHECK(results.spreads[0].place == "North");
  CHECK(results.spreads[0].shoppers[0].name == "Anna");
  CHECK(results.spreads[0].spread == Approx(0.92 - 5.0 / 6));
}

TEST_CASE("two points are no trend; of three months it is the slope of the line that is nearest to them") {
  Visits visits = table();
  const std::string last = visits.visits[3]->id;
  CHECK_FALSE(results_of(remove_visits(visits, {last})).trend.has_value());
  // March (5/6 + 0.92) / 2, April 1.7/6, May 0.5: (May - March) / 2
  CHECK(*results_of(visits).trend == Approx((0.5 - (5.0 / 6 + 0.92) / 2) / 2));
}

TEST_CASE("between the last two rounds an item got better or worse, or is still broken") {
  Visits visits = table();
  visits = set_mark(visits, visits.visits[3]->id, "greeting", mark_no);
  const VisitResults results = results_of(visits);
  const RoundChanges& changes = results.changes;
  CHECK(changes.before == "2026-04");
  CHECK(changes.now == "2026-05");
  REQUIRE(changes.items.size() == 4);
  CHECK(changes.items[0].item == "taste");  // 0.2 to 1
  CHECK(changes.items[0].kind == ItemChangeKind::better);
  CHECK(changes.items[0].visits_before == 1);
  CHECK(changes.items[0].visits_now == 1);
  CHECK(changes.items[1].item == "light");  // 0.5 to 1
  CHECK(changes.items[2].item == "greeting");
  CHECK(changes.items[2].kind == ItemChangeKind::worse);
  CHECK(changes.items[3].item == "sign");
  CHECK(changes.items[3].kind == ItemChangeKind::still_broken);
  CHECK(results_of(remove_visits(visits, {visits.visits[2]->id, visits.visits[3]->id})).changes.before.empty());
}

TEST_CASE("items are matched by id across revisions of the list, and called as in the latest") {
  Visits visits = table();
  Checklist changed = hall_list();
  changed.groups[0].items[0].text = "The sign is lit";
  changed.groups[0].items.erase(changed.groups[0].items.begin() + 1);
  changed.groups[1].items.push_back(check_item("till"));
  IdSource fresh(9);
  visits = with_visit(std::move(visits), changed, {"North", "Anna", {2026, 6, 1}, ""}, "2252", fresh);
  const VisitResults results = results_of(visits);
  CHECK(row(results.items, "sign").name == "The sign is lit");
  CHECK(row(results.items, "sign").figure.visits == 5);
  CHECK(row(results.items, "light").figure.visits == 3);  // only earlier lists have it
  CHECK(row(results.items, "till").figure.visits == 1);
  CHECK(results.items.back().id == "light");
  CHECK(results.sections.size() == 2);
}

TEST_CASE("comments stand with their item, the latest first") {
  Visits visits = table();
  visits = set_comment(visits, visits.visits[0]->id, "sign", "Dark");
  visits = set_comment(visits, visits.visits[3]->id, "sign", "Still dark");
  const VisitResults results = results_of(visits);
  const auto& comments = row(results.items, "sign").comments;
  REQUIRE(comments.size() == 2);
  CHECK(comments[0].text == "Still dark");
}

TEST_CASE("without visits there is nothing, and nothing is said of it") {
  const VisitResults results = results_of({});
  CHECK_FALSE(results.total.figure.score.has_value());
  CHECK(results.items.empty());
  CHECK_FALSE(results.trend.has_value());
  CHECK(results.total.figure.is_few());
}

namespace {

// Any visits of a list with all scales, weights and what is critical.
struct AnyVisits {
  Checklist list;
  Visits visits;
};

int any_mark(ItemScale scale, bool may_apply_not = true) {
  std::vector<int> marks = marks_of(scale);
  if (!may_apply_not) marks.pop_back();
  return *rc::gen::elementOf(marks);
}

AnyVisits any_visits() {
  AnyVisits any;
  any.list.scales.push_back(samples::own_scale("speed", "Speed", {{"slow", 10}, {"usual", 30}, {"fast", 40}}));
  const int groups = *rc::gen::inRange(1, 4);
  for (int g = 0; g < groups; ++g) {
    any.list.groups.push_back({"g" + std::to_string(g), "Group", {}, {}});
    const int items = *rc::gen::inRange(1, 5);
    for (int i = 0; i < items; ++i) {
      const int own = static_cast<int>(scale_names.size());  // behind the scales of the program
      const int scale = *rc::gen::inRange(0, own + 1);
      any.list.groups.back().items.push_back(check_item("g" + std::to_string(g) + "i" + std::to_string(i),
                                                        *rc::gen::inRange(0, 101) / 10.0, *rc::gen::inRange(0, 3) == 0,
                                                        scale < own ? static_cast<Scale>(scale) : Scale::inherited));
      if (scale == own) any.list.groups.back().items.back().own_scale = "speed";
    }
  }
  IdSource fresh(5);
  const int visits = *rc::gen::inRange(1, 9);
  for (int v = 0; v < visits; ++v) {
    const VisitHead head{"Place " + std::to_string(*rc::gen::inRange(0, 3)),
                         "Shopper " + std::to_string(*rc::gen::inRange(0, 3)),
                         {2026, *rc::gen::inRange(1, 6), *rc::gen::inRange(1, 29)},
                         ""};
    AddedVisit added = add_visit(std::move(any.visits), any.list, "List", head, fresh);
    for (const CheckItem* item : items_in_order(any.list)) {
      if (*rc::gen::inRange(0, 6) == 0) continue;
      added.visits = set_mark(std::move(added.visits), added.visit, item->id, any_mark(scale_of(any.list, *item)));
    }
    any.visits = set_finished(std::move(added.visits), added.visit, true);
  }
  return any;
}

ResultFilter any_filter() {
  ResultFilter filter;
  if (*rc::gen::arbitrary<bool>()) filter.rule = PointsRule::above_least;
  return filter;
}

bool is_part(const std::optional<double>& part) { return !part || (*part >= 0 && *part <= 1 + 1e-9); }

}  // namespace

TEST_CASE("an item on a scale without points has no score in the results, and the visit is counted without it") {
  Checklist list;
  list.scales.push_back(samples::own_scale("none", "None", {{"a", 0}, {"b", 0}}));
  list.groups.push_back({"g", "Group", {check_item("a", 1, true), check_item("b")}, {}});
  list.groups[0].items[0].own_scale = "none";
  IdSource fresh(3);
  const VisitResults results = results_of(with_visit({}, list, {"North", "Anna", {2026, 3, 2}, ""}, "12", fresh));
  CHECK(*results.total.figure.score == Approx(1));
  CHECK_FALSE(row(results.items, "a").figure.score.has_value());
  CHECK_FALSE(row(results.items, "a").is_counted);
  CHECK(failed_critical_items(results).empty());
}

TEST_CASE("the order in which visits were entered does not matter") {
  const bool is_right = rc::check([] {
    const AnyVisits any = any_visits();
    Visits turned = any.visits;
    std::ranges::reverse(turned.visits);
    const ResultFilter filter = any_filter();
    const VisitResults one = results_of(any.visits, filter);
    const VisitResults other = results_of(turned, filter);
    RC_ASSERT(one.total == other.total);
    RC_ASSERT(one.items == other.items);
    RC_ASSERT(one.changes == other.changes);
    RC_ASSERT(one.spreads == other.spreads);
  });
  CHECK(is_right);
}

TEST_CASE("no score is below nothing or above all, and the range holds the mean") {
  const bool is_right = rc::check([] {
    const AnyVisits any = any_visits();
    const VisitResults results = results_of(any.visits, any_filter());
    std::vector<ResultRow> rows{results.total};
    for (const ResultsBy by : {ResultsBy::place, ResultsBy::month, ResultsBy::section, ResultsBy::item}) {
      for (const ResultRow& one : rows_by(results, by)) rows.push_back(one);
    }
    for (const ResultRow& one : rows) {
      RC_ASSERT(is_part(one.figure.score));
      if (one.figure.score) RC_ASSERT(one.figure.least <= *one.figure.score && *one.figure.score <= one.figure.most);
    }
  });
  CHECK(is_right);
}

TEST_CASE("what does not apply changes the points of no other item") {
  const bool is_right = rc::check([] {
    const AnyVisits any = any_visits();
    const auto items = items_in_order(any.list);
    const std::string id = items[*rc::gen::inRange<size_t>(0, items.size())]->id;
    const Visits changed = set_mark(any.visits, any.visits.visits[0]->id, id, mark_not_applicable);
    const ResultFilter filter = any_filter();
    const VisitResults before = results_of(any.visits, filter);
    const VisitResults after = results_of(changed, filter);
    RC_ASSERT(before.items.size() == after.items.size());
    for (size_t i = 0; i < before.items.size(); ++i) {
      if (before.items[i].id != id) RC_ASSERT(before.items[i] == after.items[i]);
    }
  });
  CHECK(is_right);
}

TEST_CASE("a better answer never lowers a score") {
  const bool is_right = rc::check([] {
    const AnyVisits any = any_visits();
    const auto items = items_in_order(any.list);
    const CheckItem& item = *items[*rc::gen::inRange<size_t>(0, items.size())];
    const ItemScale scale = scale_of(any.list, item);
    const int one = any_mark(scale, false);
    const int other = any_mark(scale, false);
    const std::string visit = any.visits.visits[0]->id;
    const ResultFilter filter = any_filter();
    const VisitResults worse = results_of(set_mark(any.visits, visit, item.id, std::min(one, other)), filter);
    const VisitResults better = results_of(set_mark(any.visits, visit, item.id, std::max(one, other)), filter);
    RC_ASSERT(worse.total.figure.score.has_value() == better.total.figure.score.has_value());
    if (worse.total.figure.score) RC_ASSERT(*better.total.figure.score >= *worse.total.figure.score - 1e-9);
    RC_ASSERT(better.total.failed.size() <= worse.total.failed.size());
  });
  CHECK(is_right);
}

TEST_CASE("where nothing applies in any visit, nothing has a score") {
  const bool is_right = rc::check([] {
    AnyVisits any = any_visits();
    for (auto& shared : any.visits.visits) {
      Visit visit = *shared;
      std::ranges::fill(visit.marks, static_cast<std::int8_t>(mark_not_applicable));
      shared = std::move(visit);
    }
    const VisitResults results = results_of(any.visits, any_filter());
    RC_ASSERT_FALSE(results.total.figure.score.has_value());
    for (const ResultRow& item : results.items) RC_ASSERT_FALSE(item.figure.score.has_value());
    RC_ASSERT(results.total.failed.empty());
  });
  CHECK(is_right);
}

}  // namespace canvasbook::visit_results_test
