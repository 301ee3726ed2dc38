// The figures of results in words: signs of the language, ranges of few visits, sentences of the summary.
#include "model/result_words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/sample_visits.h"

namespace canvasbook::result_words_test {

namespace {

const Catalog& english() { return Catalog::of(Language::en); }
const Catalog& russian() { return Catalog::of(Language::ru); }

bool says(const std::vector<std::string>& sentences, std::string_view part) {
  return std::ranges::any_of(sentences, [&](const std::string& one) { return one.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("percent follow the language and have a decimal at most") {
  CHECK(percent_words(0.825, english()) == "82.5\u00A0%");
  CHECK(percent_words(0.825, russian()) == "82,5\u00A0%");
  CHECK(percent_words(1, russian()) == "100\u00A0%");
  CHECK(percent_words(2.0 / 3, english(), true) == "67\u00A0%");
}

TEST_CASE("a figure of few visits is whole and has its range, one of many has a decimal, one of none says so") {
  ResultFigure figure{3, 0.7512, 0.5, 0.95, 30, 3};
  CHECK(figure_words(figure, english()) == "75\u00A0% (50–95\u00A0%)");
  figure.visits = 1;
  CHECK(figure_words(figure, english()) == "75\u00A0%");
  figure.visits = few_visits;
  CHECK(figure_words(figure, russian()) == "75,1\u00A0%");
  CHECK(not_applicable_words(figure, english()) == "10\u00A0%");
  CHECK(figure_words({}, english()) == "n/a");
  CHECK(figure_words({}, russian()) == "н/п");
}

TEST_CASE("a visit passes only where there is a score, and fails without one as well") {
  VisitScore score;
  CHECK(verdict_words(score, true, english()).empty());
  score.failed = {"greeting"};
  CHECK(verdict_words(score, true, english()) == "not passed");
  score.failed.clear();
  score.score = 1;
  CHECK(verdict_words(score, true, english()) == "passed");
  CHECK(verdict_words(score, false, english()).empty());
}

TEST_CASE("without visits it is said whether none are finished or a filter takes none") {
  ResultFilter filter;
  CHECK(extent_words(results_of({}, filter), filter, english()) == english().text("results.no_visits"));
  filter.since = Date{2027, 1, 1};
  const VisitResults none = results_of(samples::sound_visits(), filter);
  CHECK(extent_words(none, filter, english()) == english().text("results.none_taken"));
}

TEST_CASE("months and changes are worded") {
  CHECK(month_words("2026-05", english()) == "May 2026");
  CHECK(month_words("2026-05", russian()) == "май 2026\u00A0г.");
  CHECK(change_words(0.124, english()) == "+12\u00A0points");
  CHECK(change_words(-0.08, russian()) == "−8\u00A0п.\u00A0п.");
  CHECK(change_words(0.001, english()) == "0\u00A0points");
}

TEST_CASE("the summary says the score, that visits are few, the best place, what failed, the trend and the drafts") {
  const Visits visits = samples::sound_visits();
  for (const Catalog* words : {&english(), &russian()}) {
    const auto sentences = summary_sentences(results_of(visits), *words);
    CHECK(says(sentences, words->text("results.few_visits")));
    CHECK(says(sentences, "North — 88\u00A0% (83–92\u00A0%)"));
    CHECK(says(sentences, words->text("results.failed_visits", {{"count", "1"}, {"all", "4"}})));
    CHECK(says(sentences, words->text("results.drafts", {{"count", "1"}})));
    CHECK_FALSE(says(sentences, words->text("results.trend_none")));
  }
  ResultFilter filter;
  filter.place = "South";
  CHECK(says(summary_sentences(results_of(visits, filter), english()), english().text("results.trend_none")));
  CHECK(summary_sentences(results_of({}), english()).empty());
}

TEST_CASE("beside a figure of the summary stands the number of its visits") {
  const auto sentences = summary_sentences(results_of(samples::sound_visits()), english());
  CHECK(says(sentences, "North — 88\u00A0% (83–92\u00A0%), n\u00A0=\u00A02"));
  CHECK(says(sentences, ", n\u00A0=\u00A04."));
}

TEST_CASE("the summary says how many places reach the target, by the figures that it tells") {
  const VisitResults results = results_of(samples::sound_visits());
  CHECK(says(summary_sentences(results, english(), 0.85), "1 of 2 places reaches the target of 85\u00A0%."));
  CHECK(says(summary_sentences(results, english(), 0.88), "1 of 2 places"));  // North is told with 88 %
  CHECK(says(summary_sentences(results, english(), 0.9), "0 of 2 places reach"));
  CHECK(says(summary_sentences(results, russian(), 0.2), "достигли 2 места из 2"));
  ResultFilter filter;
  filter.place = "South";
  const VisitResults south = results_of(samples::sound_visits(), filter);
  CHECK(says(summary_sentences(south, english(), 0.85),
             english().text("results.target_missed", {{"target", "85\u00A0%"}})));
  CHECK_FALSE(says(summary_sentences(results, english()), "target"));
}

TEST_CASE("a trend over few visits is told without a decimal") {
  const VisitResults results = results_of(samples::sound_visits());
  REQUIRE(results.trend.has_value());
  for (const std::string& sentence : summary_sentences(results, english())) {
    if (sentence.find("a month") == std::string::npos) continue;
    CAPTURE(sentence);
    CHECK(sentence.find('.') == sentence.size() - 1);
  }
}

TEST_CASE("the rule for points is said where points were given") {
  ResultFilter filter;
  CHECK(counting_words(filter, true, english()).find("3 of 5 is 60") != std::string::npos);
  filter.rule = PointsRule::above_least;
  CHECK(counting_words(filter, true, english()).find("3 of 5 is 50") != std::string::npos);
  CHECK(counting_words(filter, false, english()).find("3 of 5") == std::string::npos);
}

}  // namespace canvasbook::result_words_test
