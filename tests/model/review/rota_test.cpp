// The rule for the plan of mystery visits.
#include <doctest/doctest.h>

#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::rota_test {

using samples::subjects_of;

namespace {

// Rows of date, place and shopper, named r0, r1 …
Workbook plan_of(const std::vector<std::vector<std::string>>& visits) {
  Sheet sheet;
  for (const char* role : {"date", "place", "shopper"}) {
    SheetColumn column;
    column.id = column.role = column.title = role;
    sheet.columns.push_back(column);
  }
  for (const std::vector<std::string>& visit : visits) {
    SheetRow row;
    row.id = "r" + std::to_string(sheet.rows.size());
    row.cells = {{"date", visit[0]}, {"place", visit[1]}, {"shopper", visit[2]}};
    sheet.rows.push_back(row);
  }
  Section section = samples::make_section("plan", std::move(sheet));
  section.role = "visit_rota";
  return samples::make_workbook({samples::make_document_of("doc", {section})});
}

constexpr const char* rule = "shopper_twice_in_a_row";

}  // namespace

TEST_CASE("the same shopper at the same place twice in a row is found at the second visit") {
  CHECK(subjects_of(plan_of({{"", "North", "Ann"}, {"", "South", "Ann"}, {"", "north", "ann "}}), rule) == "r2 ");
  CHECK(subjects_of(plan_of({{"", "North", "Ann"}, {"", "North", "Bob"}, {"", "North", "Ann"}}), rule).empty());
  CHECK(subjects_of(plan_of({{"", "North", ""}, {"", "North", ""}, {"", "", "Ann"}, {"", "", "Ann"}}), rule).empty());
}

TEST_CASE("visits follow each other by their days, wherever they stand in the plan") {
  CHECK(subjects_of(
            plan_of({{"2026-03-01", "North", "Ann"}, {"2026-09-01", "North", "Ann"}, {"2026-06-01", "North", "Bob"}}),
            rule)
            .empty());
  CHECK(subjects_of(
            plan_of({{"2026-09-01", "North", "Ann"}, {"2026-03-01", "North", "Bob"}, {"2026-06-01", "North", "Ann"}}),
            rule) == "r0 ");
}

}  // namespace canvasbook::rota_test
