// The rules for plans and ledgers, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::plans_test {

namespace {

SheetColumn column_of(const char* role, ColumnType type = ColumnType::text) {
  return {role, role, role, type, {}, 0, {}};
}

Workbook workbook_of(Sheet sheet) {
  return samples::make_workbook({samples::make_document_of("d", {samples::make_section_of("s", "plan", sheet)})});
}

std::string subjects_on(const Workbook& workbook, std::string_view rule, const Date& today) {
  std::string subjects;
  for (const Finding& finding : review(workbook, {}, today)) {
    if (finding.rule == rule) subjects += finding.subject + " ";
  }
  return subjects;
}

}  // namespace

TEST_CASE("a row whose day has passed asks for its result; on the day itself it is not late") {
  Sheet sheet;
  sheet.columns = {column_of("step"), column_of("due", ColumnType::date), column_of("result")};
  sheet.rows = {{"open", {{"step", "Ask"}, {"due", "2026-11-20"}}, {}},
                {"done", {{"step", "Ask"}, {"due", "2026-11-20"}, {"result", "Asked"}}, {}},
                {"undated", {{"step", "Ask"}}, {}},
                {"typed", {{"step", "Ask"}, {"due", "soon"}}, {}}};
  CHECK(subjects_on(workbook_of(sheet), "row_overdue", {2026, 11, 20}).empty());
  CHECK(subjects_on(workbook_of(sheet), "row_overdue", {2026, 11, 21}) == "open ");
  sheet.columns.pop_back();  // a sheet that does not ask what came of it
  CHECK(subjects_on(workbook_of(sheet), "row_overdue", {2026, 11, 21}).empty());
}

TEST_CASE("a minus says how it was put right; plus and zero need no words") {
  Sheet sheet;
  sheet.columns = {column_of("moment"), column_of("expectation_state", ColumnType::choice), column_of("put_right")};
  sheet.columns[1].choices = {"plus", "zero", "minus"};
  sheet.rows = {{"plus", {{"moment", "Order"}, {"expectation_state", "plus"}}, {}},
                {"minus", {{"moment", "Order"}, {"expectation_state", "minus"}}, {}},
                {"mended", {{"moment", "Order"}, {"expectation_state", "minus"}, {"put_right", "Paid back"}}, {}}};
  CHECK(samples::subjects_of(workbook_of(sheet), "minus_not_put_right") == "minus ");
}

}  // namespace canvasbook::plans_test
