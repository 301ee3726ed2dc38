// The rules for goals and their metrics, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::metrics_test {

using samples::subjects_of;

namespace {

SheetColumn column_of(const char* id, const char* role, ColumnType type = ColumnType::text) {
  return {id, role, std::string("Title of ") + id, type, {}, 0, {}};
}

// So many goals, each with a metric, and the ticks of the first of them.
Workbook metrics(size_t count, const char* easy, const char* clear, const char* number_of_tests = "1") {
  Sheet goals;
  goals.columns = {column_of("n", "number"), column_of("goal", "goal"), column_of("metric", "measure")};
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i + 1);
    goals.rows.push_back(
        {"goal" + number, {{"n", number}, {"goal", "Goal"}, {"metric", i == 0 ? "Guests back" : ""}}, {}});
  }
  goals.rows.push_back({"empty", {{"n", "99"}}, {}});
  Sheet tests;
  tests.columns = {column_of("n", "number"), column_of("easy", "test", ColumnType::check),
                   column_of("clear", "test", ColumnType::check), column_of("why", "test")};
  tests.rows = {{"tests", {{"n", number_of_tests}, {"easy", easy}, {"clear", clear}}, {}}};
  return samples::make_workbook(
      {samples::make_document_of("d", {samples::make_section_of("goals", "metrics", goals),
                                       samples::make_section_of("tests_of", "metrics", tests)})});
}

}  // namespace

TEST_CASE("five goals are enough; rows without a goal do not count") {
  CHECK(subjects_of(metrics(5, "yes", "yes"), "too_many_goals").empty());
  CHECK(subjects_of(metrics(6, "yes", "yes"), "too_many_goals") == "goals ");
}

TEST_CASE("a metric has the ticks of all its tests in the row of its number") {
  CHECK(subjects_of(metrics(2, "yes", "yes"), "metric_without_tests").empty());
  CHECK(subjects_of(metrics(2, "yes", ""), "metric_without_tests") == "goal1 ");
  CHECK(subjects_of(metrics(2, "yes", "yes", "2"), "metric_without_tests") == "goal1 ");
  for (const Finding& finding : review(metrics(2, "yes", ""))) {
    CHECK(finding.rule == "metric_without_tests");
    REQUIRE(argument_of(finding, "tests") != nullptr);
    CHECK(*argument_of(finding, "tests") == "“Title of clear”");
  }
}

TEST_CASE("a document without a sheet of tests is not asked for them") {
  Workbook workbook = metrics(2, "", "");
  Document document = *workbook.documents[0];
  document.sections.pop_back();
  CHECK(subjects_of(samples::make_workbook({document}), "metric_without_tests").empty());
}

}  // namespace canvasbook::metrics_test
