// Which visits a figure of results comes from.
#include "model/result_subject.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/sample_visits.h"

namespace canvasbook::result_subject_test {

namespace {

// The places of the visits behind a subject, in the order in which they were entered.
std::vector<std::string> behind(const ResultSubject& subject, const ResultFilter& filter = {}) {
  const Visits visits = samples::sound_visits();
  std::vector<std::string> days;
  for_each_visit(visits, [&](const Visit& visit) {
    if (is_counted_in(visits, visit, filter, subject)) days.push_back(write_date(visit.head.day));
  });
  return days;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("a subject that is written and read is the same, whatever the names") {
  ResultSubject subject = subject_of(ResultsBy::place, "Café = “North”, 2nd floor\nback");
  CHECK(read_subject(write_subject(subject)) == subject);
  subject.month = "2026-05";
  subject.part = "door";
  subject.shopper = "";
  CHECK(read_subject(write_subject(subject)) == subject);
  CHECK(read_subject(write_subject({})) == ResultSubject());
  CHECK_FALSE(read_subject("door").has_value());
  CHECK_FALSE(read_subject("visits and more").has_value());
}

TEST_CASE("behind a figure are the finished visits that it counts") {
  CHECK(behind(subject_of(ResultsBy::place, "South")) == Days{"2026-04-01", "2026-05-05"});
  CHECK(behind(subject_of(ResultsBy::shopper, "Boris")) == Days{"2026-03-09"});
  CHECK(behind(subject_of(ResultsBy::month, "2026-03")) == Days{"2026-03-02", "2026-03-09"});
  ResultFilter later;
  later.since = Date{2026, 5, 1};
  CHECK(behind(subject_of(ResultsBy::place, "South"), later) == Days{"2026-05-05"});
}

TEST_CASE("behind an item or a section are the visits where it has a mark that applies") {
  CHECK(behind(subject_of(ResultsBy::item, "light")) == Days{"2026-03-02", "2026-04-01", "2026-05-05"});
  CHECK(behind(subject_of(ResultsBy::section, "door")).size() == 4);
  CHECK(behind(subject_of(ResultsBy::item, "gone")).empty());
  ResultSubject cell = subject_of(ResultsBy::section, "bar");
  cell.place = "North";
  CHECK(behind(cell) == Days{"2026-03-02", "2026-03-09"});
}

TEST_CASE("the visits that a filter takes are counted as the results count them") {
  const Visits visits = samples::sound_visits();
  for (const char* place : {"", "North", "South", "West"}) {
    ResultFilter filter;
    filter.place = place;
    const VisitResults results = results_of(visits, filter);
    CHECK(count_taken(visits, filter) == TakenVisits{results.visits.size(), results.drafts});
  }
}

TEST_CASE("a section and an item are called as in the latest list that has them") {
  const Visits visits = samples::sound_visits();
  CHECK(name_of_part(visits, "door") == "Door");
  CHECK(name_of_part(visits, "taste") == "Item taste");
  CHECK(name_of_part(visits, "gone").empty());
}

}  // namespace canvasbook::result_subject_test
