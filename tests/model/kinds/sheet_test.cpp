#include "model/kinds/sheet.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/book.h"

namespace canvasbook::model_kinds_sheet_test {

TEST_CASE("a cell is read by its column; one that is not there is empty") {
  const Sheet sheet = samples::make_standards("r");
  REQUIRE(find_column(sheet, "target") != nullptr);
  CHECK(cell_text(sheet.rows[0], *find_column(sheet, "target")) == "30");
  CHECK(cell_text(SheetRow{}, *find_column(sheet, "target")).empty());
  CHECK(find_column(sheet, "wording") == nullptr);
}

TEST_CASE("a cell is set where row and column are, and an empty one is not kept") {
  const Sheet sheet = samples::make_standards("r");
  CHECK(set_cell(sheet, "r", "target", "45").rows[0].cells.at("target") == "45");
  CHECK_FALSE(set_cell(sheet, "r", "target", "").rows[0].cells.contains("target"));
  CHECK(set_cell(sheet, "r", "nothing", "45") == sheet);
  CHECK(set_cell(sheet, "nobody", "target", "45") == sheet);
}

TEST_CASE("a column goes with all its cells") {
  const Sheet sheet = samples::make_standards("r");
  const Sheet after = remove_column(sheet, "unit");
  CHECK(after.columns.size() == sheet.columns.size() - 1);
  CHECK_FALSE(after.rows[0].cells.contains("unit"));
  CHECK(after.rows[0].cells.contains("target"));
  CHECK(remove_column(sheet, "nothing") == sheet);
}

TEST_CASE("a renamed choice changes in its cells; empty and repeated ones are not offered") {
  Sheet sheet = samples::make_standards("r");
  const std::string column = sheet.columns[0].id;
  sheet.columns[0].type = ColumnType::choice;
  sheet.columns[0].choices = {"Hall", "Door", "Bar"};
  sheet.rows = {{"r1", {{column, "Door"}}, {}}, {"r2", {{column, "Bar"}}, {}}, {"r3", {}, {}}};
  const Sheet after =
      set_choices(sheet, column, {{"Hall", "Door"}, {"Door", "Hall"}, {"Bar", " "}, {"", "Door"}, {"", " Yard "}});
  CHECK(after.columns[0].choices == std::vector<std::string>{"Door", "Hall", "Yard"});
  CHECK(after.rows[0].cells.at(column) == "Hall");  // two that change places keep apart
  CHECK(after.rows[1].cells.at(column) == "Bar");   // what is offered no longer stays where it was chosen
  CHECK(after.rows[2].cells.empty());
  CHECK(set_choices(sheet, "nothing", {}) == sheet);
}

TEST_CASE("a row is called by its situation, or else by the first text") {
  Sheet sheet = samples::make_standards("r");
  std::rotate(sheet.columns.begin(), sheet.columns.begin() + 1, sheet.columns.end());
  CHECK(name_of_row(sheet, sheet.rows[0]) == "A guest comes in");
  sheet = remove_column(std::move(sheet), "situation");
  CHECK(name_of_row(sheet, sheet.rows[0]) == "Greets first");
  sheet.columns.front().type = ColumnType::touchpoint;  // which holds an id
  CHECK(name_of_row(sheet, sheet.rows[0]) == "Time to the greeting");
  CHECK(name_of_row(sheet, SheetRow{}).empty());
  CHECK(title_column(Sheet{}) == nullptr);
  CHECK(name_of_row(Sheet{}, sheet.rows[0]).empty());
}

TEST_CASE("a row is blank when no column of its sheet has words in it") {
  const Sheet sheet = samples::make_standards("r");
  CHECK_FALSE(is_blank(sheet, sheet.rows[0]));
  CHECK(is_blank(sheet, {"new", {}, {}}));
  CHECK(is_blank(sheet, {"spaces", {{"action", " \n"}}, {}}));
  CHECK(is_blank(sheet, {"removed", {{"a column that is gone", "words"}}, {}}));
}

}  // namespace canvasbook::model_kinds_sheet_test
