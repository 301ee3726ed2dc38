// The visits of the example tell a story, in both languages the same: the firm gets better, one place falls at the
// farewell since its senior has left, one place gives no receipts, one shopper is stricter than the others, and the
// order is repeated since the standard was changed.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "model/file/workbook_file.h"
#include "model/visit_results.h"
#include "model/visits_of_list.h"
#include "tests/samples.h"

namespace canvasbook::example_visits_test {

namespace {

constexpr Language told_in[] = {Language::ru, Language::en};

struct Names {
  std::string falling;
  std::string without_receipts;
  std::string strict;
};

Names names_in(Language language) {
  if (language == Language::ru) return {"Садовая", "Заречье", "Гость В"};
  return {"Orchard Street", "Riverside", "Guest C"};
}

Workbook example(Language language) {
  auto loaded = load_workbook(samples::example_path(language).string());
  REQUIRE(loaded.has_value());
  return *loaded;
}

const Visits& visits_in(const Workbook& workbook) {
  const std::vector<VisitsPlace> places = all_visits(workbook);
  REQUIRE(places.size() == 1);
  return *places.front().visits;
}

double score_of(const std::vector<ResultRow>& rows, std::string_view id) {
  const auto found = std::ranges::find(rows, id, &ResultRow::id);
  REQUIRE(found != rows.end());
  REQUIRE(found->figure.score.has_value());
  return *found->figure.score;
}

double item_score(const Visits& visits, std::string_view item, const ResultFilter& filter) {
  return score_of(results_of(visits, filter).items, item);
}

}  // namespace

TEST_CASE("the example has three check lists, and visits of six months, with a draft and comments") {
  for (const Language language : told_in) {
    const Workbook workbook = example(language);
    size_t lists = 0;
    for (const auto& document : workbook.documents) {
      for (const auto& section : document->sections)
        lists += std::holds_alternative<Checklist>(section->content) ? 1 : 0;
    }
    CHECK(lists == 3);
    const Visits& visits = visits_in(workbook);
    CHECK(visits.revisions.size() == 2);
    CHECK(visits.revisions.back()->list == *current_list(workbook, visits));
    const VisitResults results = results_of(visits);
    CHECK(results.visits.size() == 48);
    CHECK(results.drafts == 1);
    CHECK(results.places.size() == 4);
    CHECK(results.shoppers.size() == 3);
    CHECK(results.months.size() == 6);
    std::set<std::string> comments;
    size_t count = 0;
    for_each_visit(visits, [&](const Visit& visit) {
      count += visit.comments.size();
      for (const auto& comment : visit.comments) comments.insert(comment.second);
    });
    CHECK(count >= 40);
    CHECK(comments.size() == count);  // each says something of its own
  }
}

TEST_CASE("the visits of the example are the same in both languages but for their words") {
  const Workbook russian = example(Language::ru);
  const Workbook english = example(Language::en);
  const Visits& ours = visits_in(russian);
  const Visits& theirs = visits_in(english);
  REQUIRE(ours.visits.size() == theirs.visits.size());
  const auto keys = [](const VisitTexts& texts) {
    std::set<std::string> keys;
    for (const auto& text : texts) keys.insert(text.first);
    return keys;
  };
  for (size_t i = 0; i < ours.visits.size(); ++i) {
    const Visit& one = *ours.visits[i];
    const Visit& other = *theirs.visits[i];
    CHECK(one.id == other.id);
    CHECK(one.head.day == other.head.day);
    CHECK(one.head.time == other.head.time);
    CHECK(one.marks == other.marks);
    CHECK(one.revision == other.revision);
    CHECK(one.finished == other.finished);
    CHECK(keys(one.comments) == keys(other.comments));
    CHECK(keys(one.proofs) == keys(other.proofs));
  }
}

TEST_CASE("in the example the firm gets better while one place falls, at the farewell month by month") {
  for (const Language language : told_in) {
    const Workbook workbook = example(language);
    const Visits& visits = visits_in(workbook);
    const VisitResults all = results_of(visits);
    REQUIRE(all.trend.has_value());
    CHECK(*all.trend > 0.02);
    ResultFilter filter;
    for (const ResultRow& place : all.places) {
      filter.place = place.id;
      const VisitResults results = results_of(visits, filter);
      REQUIRE(results.trend.has_value());
      CHECK((*results.trend < 0) == (place.id == names_in(language).falling));
    }
    filter.place = names_in(language).falling;
    double before = 1;
    for (int month = 6; month <= 11; ++month) {
      filter.since = Date{2026, month, 1};
      filter.until = Date{2026, month, 30};
      const double now = score_of(results_of(visits, filter).sections, "ms_bye");
      CHECK(now < before);
      before = now;
    }
  }
}

TEST_CASE("in the example the critical item fails at one place again and again") {
  for (const Language language : told_in) {
    const Workbook workbook = example(language);
    const VisitResults all = results_of(visits_in(workbook));
    const std::vector<const ResultRow*> failed = failed_critical_items(all);
    REQUIRE(failed.size() == 1);
    CHECK(failed.front()->id == "ms_bye_receipt");
    CHECK(failed.front()->failed.size() == 8);
    for (const ResultRow& place : all.places) {
      if (place.id == names_in(language).without_receipts) CHECK(place.failed.size() == 7);
    }
  }
}

TEST_CASE("in the example one shopper is stricter than the others at each place") {
  for (const Language language : told_in) {
    const Workbook workbook = example(language);
    const VisitResults all = results_of(visits_in(workbook));
    REQUIRE(all.spreads.size() == 4);
    for (const PlaceSpread& spread : all.spreads) {
      REQUIRE(spread.shoppers.size() == 3);
      CHECK(spread.shoppers.front().id == names_in(language).strict);
    }
  }
}

TEST_CASE("in the example the weakest item got better when its standard was changed") {
  for (const Language language : told_in) {
    const Workbook workbook = example(language);
    const Visits& visits = visits_in(workbook);
    const VisitResults all = results_of(visits);
    CHECK(weakest_items(all).front()->id == "ms_greet_repeat");
    const Date changed = visits.revisions.back()->day;
    CHECK(changed.month == 9);
    CHECK(item_score(visits, "ms_greet_repeat", {{}, Date{2026, 8, 31}, {}, {}}) < 0.4);
    CHECK(item_score(visits, "ms_greet_repeat", {changed, {}, {}, {}}) > 0.8);
  }
}

}  // namespace canvasbook::example_visits_test
