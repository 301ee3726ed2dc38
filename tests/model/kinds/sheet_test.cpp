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

TEST_CASE("the place of a change is a cell of the row that is asked about, of another one, or a column") {
  Sheet sheet;
  for (const char* id : {"a", "b", "c"}) sheet.columns.emplace_back().id = id;
  sheet.rows = {{"r", {{"a", "1"}}, {}}, {"s", {}, {}}};
  CHECK_FALSE(first_change(sheet, sheet, "r"));
  Sheet both = set_cell(set_cell(sheet, "r", "c", "2"), "s", "b", "3");
  CHECK(first_change(sheet, both, "s") == SheetPlace{"s", "b"});
  CHECK(first_change(both, sheet, "r") == SheetPlace{"r", "c"});
  CHECK(first_change(sheet, both, "section") == SheetPlace{"r", "c"});
  both.rows.erase(both.rows.begin());
  both.rows[0].cells.clear();
  CHECK_FALSE(first_change(sheet, both, "s"));  // a whole row went
  const Sheet fewer = remove_column(sheet, "a");
  CHECK(first_change(fewer, sheet, "r") == SheetPlace{{}, "a"});
  CHECK(first_change(sheet, fewer, "r") == SheetPlace{{}, "b"});
  CHECK(first_change(sheet, remove_column(sheet, "c"), "r") == SheetPlace{{}, "b"});
  CHECK(first_change(sheet, move_column(sheet, "c", -1), "r") == SheetPlace{{}, "c"});
  CHECK_FALSE(first_change(sheet, Sheet{}, "r"));
}

}  // namespace canvasbook::model_kinds_sheet_test
