// The rules for unit economics, each where it speaks and where it is silent.
#include <doctest/doctest.h>

#include "tests/book.h"
#include "tests/findings.h"

namespace canvasbook::economics_test {

using samples::subjects_of;

namespace {

// Rows of: name, average order, purchases a year, years, margin, cost.
Sheet sheet_of(const std::vector<std::vector<std::string>>& rows) {
  Sheet sheet;
  for (const char* role :
       {"segment", "average_order", "purchases_per_year", "years", "margin_percent", "acquisition_cost"}) {
    sheet.columns.push_back({role, role, role, ColumnType::text, {}, 0, {}});
  }
  for (const std::vector<std::string>& texts : rows) {
    SheetRow row;
    row.id = "row" + std::to_string(sheet.rows.size());
    for (size_t i = 0; i < texts.size(); ++i) row.cells[sheet.columns[i].id] = texts[i];
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Workbook workbook_of(const std::vector<std::vector<std::string>>& rows, const std::vector<std::string>& segments = {}) {
  Board board;
  Block block;
  block.id = "segments";
  block.role = segments_role;
  for (const std::string& name : segments) {
    Note note;
    note.id = "s" + std::to_string(block.notes.size());
    note.text = name;
    block.notes.push_back(std::move(note));
  }
  board.blocks.push_back(std::move(block));
  return samples::make_workbook(
      {samples::make_document_of("d", {samples::make_section_of("canvas", "business_model", board),
                                       samples::make_section_of("economics", "economics", sheet_of(rows))})});
}

}  // namespace

TEST_CASE("a client that costs more than it brings is told, one that comes once and loses is told as that alone") {
  const Workbook workbook = workbook_of({{"earns", "100", "10", "2", "50", "900"},     // 1,000 against 900
                                         {"loses", "100", "10", "2", "50", "1001"},    // 1,000 against 1,001
                                         {"once", "100", "1", "1", "50", "51"},        // 50 against 51
                                         {"once earns", "100", "1", "1", "50", "50"},  // 50 against 50
                                         {"unknown", "100", "10", "2", "", "900"}});
  CHECK(subjects_of(workbook, "cost_above_profit") == "row1 ");
  CHECK(subjects_of(workbook, "first_order_loses") == "row2 ");
}

TEST_CASE("segments without figures are one finding, once any has some; capitals and spaces do not count") {
  const std::vector<std::string> names{"Neighbours: 80 orders a day", "Offices", "Parties"};
  CHECK(subjects_of(workbook_of({}, names), "segment_without_figures").empty());
  CHECK(subjects_of(workbook_of({{"Neighbours", "100"}}, names), "segment_without_figures").empty());
  const Workbook workbook = workbook_of({{" neighbours", "100", "10", "2", "50", "900"}, {"Offices"}}, names);
  CHECK(subjects_of(workbook, "segment_without_figures") == "economics ");
  for (const Finding& finding : review(workbook)) {
    if (finding.rule == "segment_without_figures") {
      CHECK(*argument_of(finding, "segments") == "“Offices”, “Parties”");
    }
  }
}

}  // namespace canvasbook::economics_test
