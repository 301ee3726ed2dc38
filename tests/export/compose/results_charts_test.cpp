// What visits come to as charts: the figures, their number of visits, what is too little to speak of.
#include "export/compose/results_charts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/sample_visits.h"

namespace canvasbook::results_charts_test {

namespace {

using Kind = PrintChart::Kind;

Visits visits_at(const std::string& place, const std::vector<Date>& days, std::string_view marks, Visits visits = {}) {
  IdSource fresh(days.size() * 100 + visits.visits.size());
  for (const Date& day : days) {
    visits = samples::with_visit(std::move(visits), samples::hall_list(), {place, "Anna", day, ""}, marks, fresh);
  }
  return visits;
}

// North has everything in order but the sign half the time; South has two visits.
Visits two_places() {
  Visits visits = visits_at("North", {{2026, 1, 5}, {2026, 1, 12}, {2026, 2, 2}, {2026, 4, 6}, {2026, 4, 7}}, "1225");
  visits = visits_at("South", {{2026, 1, 6}, {2026, 4, 8}}, "0225", std::move(visits));
  return visits;
}

std::vector<std::string> labels_of(const PrintChart& chart) {
  std::vector<std::string> labels;
  for (const PrintChart::Row& row : chart.rows) labels.push_back(row.label);
  return labels;
}

const Catalog& english() { return Catalog::of(Language::en); }

}  // namespace

TEST_CASE("places are bars from the best to the weakest, few visits whole, hollow and with their number") {
  const VisitResults results = results_of(two_places());
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    const PrintChart chart = chart_of_rows(results, ResultsBy::place, 0.9, words);
    CHECK(chart.kind == Kind::bars);
    CHECK(labels_of(chart) == std::vector<std::string>{"North", "South"});
    // the sign weighs 3 of 6
    const PrintChart::Value& north = chart.rows[0].values.front();
    CHECK(*north.part == doctest::Approx(0.75));
    CHECK(north.words == "75\u00A0%");
    CHECK(north.notes == std::vector<std::string>{"n\u00A0=\u00A05"});
    CHECK_FALSE(north.is_rough);
    const PrintChart::Value& south = chart.rows[1].values.front();
    CHECK(south.words == "50\u00A0%");
    CHECK(south.notes.back() == "n\u00A0=\u00A02");
    CHECK(south.is_rough);
    CHECK(chart.note == words.text("results.hollow", {{"count", "5"}}));
    REQUIRE(chart.target.has_value());
    CHECK(chart.target->words == words.text("results.target", {{"value", "90\u00A0%"}}));
  }
}

TEST_CASE("figures are written as the language has them") {
  Visits visits = visits_at("North", {{2026, 1, 5}, {2026, 1, 12}, {2026, 2, 2}, {2026, 3, 2}}, "1225");
  visits = visits_at("North", {{2026, 4, 6}, {2026, 4, 7}}, "2224", std::move(visits));
  const VisitResults results = results_of(visits);
  const auto words_in = [&](Language language) {
    return chart_of_rows(results, ResultsBy::place, {}, Catalog::of(language)).rows[0].values[0].words;
  };
  // (4 × 0.75 + 2 × 5.8 / 6) / 6
  CHECK(words_in(Language::ru) == "82,2\u00A0%");
  CHECK(words_in(Language::en) == "82.2\u00A0%");
}

TEST_CASE("months are a trend in their order, with a gap where no visit was") {
  const PrintChart chart = chart_of_months(results_of(two_places()), 0.9, english());
  CHECK(chart.kind == Kind::trend);
  CHECK(labels_of(chart) == std::vector<std::string>{"Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026"});
  CHECK(chart.rows[0].values[0].part.has_value());
  CHECK_FALSE(chart.rows[2].values[0].part.has_value());
  CHECK(chart.rows[0].values[0].notes.back() == "n\u00A0=\u00A03");
  CHECK(chart.scale.size() == 3);
}

TEST_CASE("two months make no trend, and the chart says so") {
  const PrintChart chart =
      chart_of_months(results_of(visits_at("North", {{2026, 1, 5}, {2026, 2, 5}}, "1225")), {}, english());
  CHECK(chart.kind == Kind::columns);
  CHECK(chart.note.starts_with(english().text("results.trend_none")));
  CHECK(chart.rows.size() == 2);
}

TEST_CASE("years without visits are one gap") {
  const Visits visits = visits_at("North", {{1926, 1, 5}, {2026, 1, 5}, {2026, 3, 5}}, "1225");
  CHECK(labels_of(chart_of_months(results_of(visits), {}, english())) ==
        std::vector<std::string>{"Jan 1926", "…", "Jan 2026", "Feb 2026", "Mar 2026"});
}

TEST_CASE("the heat map has a cell for each place and section, and words for its greys") {
  for (const Language language : {Language::ru, Language::en}) {
    const PrintChart chart = heat_map_of(results_of(two_places()), Catalog::of(language));
    CHECK(chart.kind == Kind::heat_map);
    CHECK(chart.value_titles == std::vector<std::string>{"Door", "Bar"});
    REQUIRE(chart.rows.size() == 2);
    for (const PrintChart::Row& row : chart.rows) REQUIRE(row.values.size() == 2);
    CHECK(*chart.rows[1].values[0].part == doctest::Approx(0.25));
    CHECK(*chart.rows[1].values[1].part == doctest::Approx(1));
    CHECK(chart.scale.size() == 5);
    CHECK(chart.scale[1].words == "60–75\u00A0%");
    CHECK(std::ranges::is_sorted(chart.scale, {}, &PrintChart::Mark::part));
  }
}

TEST_CASE("the distribution has ten columns, the highest one whole") {
  const PrintChart chart = chart_of_distribution(results_of(two_places()), english());
  REQUIRE(chart.rows.size() == 10);
  CHECK(chart.rows[0].label == "0–10\u00A0%");
  CHECK(chart.rows[9].label == "90–100\u00A0%");
  CHECK(chart.rows[7].values[0].words == "5");  // 75 %
  CHECK(*chart.rows[7].values[0].part == doctest::Approx(1));
  CHECK(chart.rows[5].values[0].words == "2");  // 50 %
  CHECK(*chart.rows[0].values[0].part == doctest::Approx(0));
  CHECK(chart.note == "n\u00A0=\u00A07");
}

TEST_CASE("the weakest items are bars that lead to the items, no more than asked for") {
  const PrintChart chart = chart_of_weakest(results_of(two_places()), 1, english());
  REQUIRE(chart.rows.size() == 1);
  CHECK(chart.rows[0].item == "sign");
  CHECK(chart_of_weakest(results_of(two_places()), 10, english()).rows.size() == 1);  // the others are in order
}

TEST_CASE("without visits the charts have no rows") {
  const VisitResults none = results_of(Visits{});
  CHECK(chart_of_rows(none, ResultsBy::place, {}, english()).rows.empty());
  CHECK(chart_of_months(none, {}, english()).rows.empty());
  CHECK(heat_map_of(none, english()).rows.empty());
  CHECK(chart_of_distribution(none, english()).rows.empty());
  CHECK(chart_of_weakest(none, 5, english()).rows.empty());
}

}  // namespace canvasbook::results_charts_test
