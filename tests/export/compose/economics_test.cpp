// The economics of the examples, worked out by hand.
#include <doctest/doctest.h>

#include "model/kinds/sheet_formulas.h"
#include "tests/paper.h"

namespace canvasbook::economics_of_examples_test {

namespace {

const Sheet& segments_of(const Workbook& workbook) {
  const Sheet* sheet = content_of<Sheet>(workbook, "economics_segments");
  REQUIRE(sheet != nullptr);
  return *sheet;
}

double yearly_turnover(const Sheet& sheet) {
  double sum = 0;
  for (const SheetRow& row : sheet.rows) sum += calculate(sheet, row, "yearly_turnover").value.value_or(0);
  return sum;
}

}  // namespace

TEST_CASE("the turnover of the segments is what the notes of the canvas come to in a year") {
  // Takeaway 594,000 + passes 176,000 + boxes 252,000 + working in 259,200 + parents 201,600 = 1,482,800 a month
  CHECK(yearly_turnover(segments_of(paper::example("ru"))) == doctest::Approx(1'482'800 * 12));
  // Takeaway 13,530 + passes 2,750 + boxes 4,500 + working in 4,680 + parents 3,900 = 29,360 a month
  CHECK(yearly_turnover(segments_of(paper::example("en"))) == doctest::Approx(29'360 * 12));
}

TEST_CASE("an office of the Russian example, step by step") {
  const Workbook workbook = paper::example("ru");
  const Sheet& sheet = segments_of(workbook);
  const SheetRow& office = sheet.rows[1];
  CHECK(calculate(sheet, office, "lifetime_turnover").value == doctest::Approx(378'000));  // 4,200 × 30 × 3
  CHECK(calculate(sheet, office, "lifetime_profit").value == doctest::Approx(189'000));    // half of it
  CHECK(calculate(sheet, office, "profit_to_cost").value == doctest::Approx(31.5));        // ÷ 6,000
  CHECK(calculate(sheet, office, "payback_orders").value == doctest::Approx(3));  // 6,000 ÷ 2,100 = 2.9, rounded up
  CHECK(calculate(sheet, office, "payback_months").value == doctest::Approx(2));  // 2,100 × 30 ÷ 12 = 5,250; 1.1
}

}  // namespace canvasbook::economics_of_examples_test
