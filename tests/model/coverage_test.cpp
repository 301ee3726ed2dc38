// Coverage: what touchpoints and segments have of the other parts, and the holes.
#include "model/coverage.h"

#include <doctest/doctest.h>

#include "tests/book.h"

namespace canvasbook::coverage_test {

namespace {

SheetColumn column_of(const char* role, ColumnType type = ColumnType::text) {
  return {role, role, role, type, {}, 0, {}};
}

// Two touchpoints, of which the first has a standard with words and an item that measures it.
Workbook touchpoints() {
  Sheet plan;
  plan.columns = {column_of("touchpoint"), column_of("owner")};
  plan.rows = {{"door", {{"touchpoint", "The door"}, {"owner", "Shift leader"}}, {}},
               {"till", {{"touchpoint", "The till"}}, {}},
               {"blank", {}, {}}};
  Sheet standards;
  standards.columns = {column_of("situation"), column_of("wording"), column_of("at", ColumnType::touchpoint)};
  standards.rows = {{"greet", {{"situation", "A guest\ncomes in"}, {"wording", "Good morning"}, {"at", "door"}}, {}},
                    {"other", {{"situation", "Elsewhere"}, {"at", "gone"}}, {}}};
  Checklist list;
  list.groups.resize(1);
  CheckItem item;
  item.id = "item";
  item.text = "Greeted first";
  item.standard = "greet";
  list.groups[0].items = {item};
  return samples::make_workbook(
      {samples::make_document_of("plan", {samples::make_section_of("p", "touchpoint_plan", plan)}),
       samples::make_document_of("rules", {samples::make_section_of("r", "standards", standards)}),
       samples::make_document_of("checks", {samples::make_section_of("c", "checklist", list)})});
}

}  // namespace

TEST_CASE(
    "a touchpoint has its owner, standards, the items that measure them and their words; what it lacks is a hole") {
  const Coverage coverage = coverage_of_touchpoints(touchpoints(), "plan");
  REQUIRE(coverage.rows.size() == 2);
  CHECK(coverage.rows[0].name == "The door");
  CHECK(coverage.rows[0].cells ==
        std::vector<CoverageCell>{{"Shift leader"}, {"A guest comes in"}, {"Greeted first"}, {"Good morning"}});
  CHECK(coverage.rows[1].holes() == 4);
  CHECK(coverage.holes() == 4);
  REQUIRE(coverage.worst() != nullptr);
  CHECK(coverage.worst()->name == "The till");
  CHECK_FALSE(coverage.has_results);
  CHECK(coverage_of_touchpoints(touchpoints(), "rules").rows.empty());
  CHECK(coverage_of_touchpoints(touchpoints(), "gone").rows.empty());
}

TEST_CASE("the result of a touchpoint is that of its items in the last month with visits") {
  Workbook workbook = touchpoints();
  Visits visits;
  visits.checklist = "c";
  const Checklist list = *content_of<Checklist>(workbook, "c");
  visits.revisions.push_back(Shared<ListRevision>({"r", {2026, 1, 1}, "List", list, {}}));
  for (const auto& [month, mark] : std::vector<std::pair<int, int>>{{3, 0}, {4, 2}, {4, 0}}) {
    Visit visit;
    visit.id = "v" + std::to_string(visits.visits.size());
    visit.head.day = {2026, month, 5};
    visit.revision = "r";
    visit.finished = true;
    visit.marks = {static_cast<std::int8_t>(mark)};
    visits.visits.push_back(Shared<Visit>(std::move(visit)));
  }
  workbook = add_document(std::move(workbook),
                          samples::make_document_of("seen", {samples::make_section_of("v", "visits", visits)}));
  const Coverage coverage = coverage_of_touchpoints(workbook, "plan");
  CHECK(coverage.has_results);
  REQUIRE(coverage.rows[0].result.has_value());
  CHECK(*coverage.rows[0].result == doctest::Approx(0.5));  // of April alone
  CHECK_FALSE(coverage.rows[1].result.has_value());
}

TEST_CASE("a segment has the notes that serve it, and where there are such sheets its portrait and its economics") {
  const auto block_of = [](const char* role, std::vector<Note> notes) {
    Block block;
    block.id = block.role = role;
    block.notes = std::move(notes);
    return block;
  };
  Note offices;
  offices.id = "offices";
  offices.text = "Offices: 60 orders a month";
  Note parties = offices;
  parties.id = "parties";
  parties.text = "Parties";
  Note box;
  box.id = "box";
  box.text = "A box for twelve";
  box.segments = {"offices"};
  Board board;
  board.blocks = {block_of("customer_segments", {offices, parties}), block_of("value_propositions", {box})};
  const Document canvas = samples::make_document_of("canvas", {samples::make_section_of("b", "business_model", board)});
  const Coverage alone = coverage_of_segments(samples::make_workbook({canvas}), "canvas");
  REQUIRE(alone.columns.size() == 4);
  CHECK(alone.rows[0].cells[0] == CoverageCell{"A box for twelve"});
  CHECK(alone.rows[0].holes() == 3);
  CHECK(alone.worst()->id == "parties");
  Sheet figures;
  figures.columns = {column_of("segment"), column_of("average_order"),  column_of("purchases_per_year"),
                     column_of("years"),   column_of("margin_percent"), column_of("acquisition_cost")};
  figures.rows = {{"f",
                   {{"segment", "offices"},
                    {"average_order", "$10"},
                    {"purchases_per_year", "10"},
                    {"years", "2"},
                    {"margin_percent", "50"}},
                   {}}};
  const Coverage with = coverage_of_segments(
      samples::make_workbook(
          {canvas, samples::make_document_of("e", {samples::make_section_of("f", "economics", figures)})}),
      "canvas");
  REQUIRE(with.columns.size() == 5);
  CHECK(with.rows[0].cells[4] == CoverageCell{"$100"});  // 10 × 10 × 2 × 0.5
  CHECK(with.rows[1].cells[4].empty());
}

}  // namespace canvasbook::coverage_test
