// Columns that are computed: the figure, or what it lacks in words, never a wrong one.
#include "model/kinds/sheet_formulas.h"

#include <doctest/doctest.h>

#include "model/kinds/sheet_cells.h"
#include "model/kinds/sheet_view.h"

namespace canvasbook::sheet_formulas_test {

namespace {

SheetColumn column(const char* role) {
  SheetColumn made;
  made.id = made.role = made.title = role;
  return made;
}

// A sheet with one row: chats an hour, minutes, parallel chats, peak factor, absence.
Sheet staff(std::vector<std::string> texts) {
  Sheet sheet;
  for (const char* role : {"chats_per_hour", "minutes_per_chat", "parallel_chats", "peak_factor", "absence_percent"}) {
    sheet.columns.push_back(column(role));
  }
  sheet.columns.push_back(column("staff_needed"));
  SheetRow row;
  row.id = "row";
  for (size_t i = 0; i < texts.size(); ++i) {
    if (!texts[i].empty()) row.cells[sheet.columns[i].id] = texts[i];
  }
  sheet.rows.push_back(row);
  return sheet;
}

std::string words(const Sheet& sheet, Language language = Language::en) {
  return words_of_calculation(sheet, sheet.rows[0], sheet.columns.back(), Catalog::of(language));
}

}  // namespace

TEST_CASE("the staff that chats need is rounded up once, at the end") {
  CHECK(words(staff({"40", "6", "2"})) == "2");
  CHECK(words(staff({"41", "6", "2"})) == "3");
  CHECK(words(staff({"40", "6", "2", "1.5"})) == "3");
  CHECK(words(staff({"40", "6", "2", "1,5", "10 %"})) == "4");  // 3 ÷ 0.9
  CHECK(words(staff({"0", "6", "2"})) == "0");
  CHECK(words(staff({"1", "1", "3"})) == "1");
  CHECK(words(staff({"20", "6", "1", "", "50"})) == "4");
  CHECK(words(staff({"60", "1", "1", "1.1", ""})) == "2");
}

TEST_CASE("without all that it needs the cell says what is missing, and in an empty row nothing") {
  CHECK(words(staff({"40", "6"})) == "fill in “parallel_chats”");
  CHECK(words(staff({"40"}), Language::ru) == "заполните «minutes_per_chat»; заполните «parallel_chats»");
  CHECK(words(staff({"[40]", "6", "2"})) == "fill in “chats_per_hour”");
  CHECK(words(staff({"many", "6", "2"})) == "“chats_per_hour” is not a number");
  CHECK(words(staff({})).empty());
  Sheet without = staff({"40", "6", "2"});
  without = remove_column(std::move(without), "parallel_chats");
  CHECK(words(without) == "no column “chats at once”");
}

TEST_CASE("numbers that make no sense are said, so that no figure is infinite or negative") {
  for (const std::vector<std::string>& texts :
       std::vector<std::vector<std::string>>{{"40", "6", "0"},
                                             {"40", "6", "-2"},
                                             {"-1", "6", "2"},
                                             {"40", "0", "2"},
                                             {"40", "6", "2", "0.5"},
                                             {"40", "6", "2", "1", "100"},
                                             {"40", "6", "2", "1", "-5"},
                                             {std::string(400, '9'), "6", "2"}}) {
    const std::string told = words(staff(texts));
    CAPTURE(told);
    CHECK(told.find("must be from") != std::string::npos);
    CHECK_FALSE(calculate(staff(texts), staff(texts).rows[0], staff(texts).columns.back()).value.has_value());
  }
}

TEST_CASE("a calculated cell takes no text, is copied as its figure and sorted by it") {
  Sheet sheet = staff({"40", "6", "2"});
  const size_t rows[] = {0};
  IdSource fresh(1);
  sheet = fill_cells(std::move(sheet), rows, 4, {{"20", "99"}}, fresh).sheet;
  CHECK(sheet.rows[0].cells.count("staff_needed") == 0);
  CHECK(words(sheet) == "3");
  CHECK(texts_of(sheet, {{0}, 5, 5}) == CellRows{{"3"}});
  CHECK(texts_of_column(sheet, sheet.columns.back()) == std::vector<std::string>{"3"});
}

TEST_CASE("the formula is said with the titles of the sheet, without what it has no column for") {
  const Sheet sheet = staff({});
  CHECK(words_of_formulas(sheet, Catalog::of(Language::en)) ==
        "“staff_needed” is computed: chats_per_hour × peak_factor × minutes_per_chat ÷ 60 ÷ parallel_chats ÷ (1 − "
        "absence_percent ÷ 100), rounded up.");
  const Sheet plain = remove_column(remove_column(sheet, "peak_factor"), "absence_percent");
  CHECK(words_of_formulas(plain, Catalog::of(Language::en)) ==
        "“staff_needed” is computed: chats_per_hour × minutes_per_chat ÷ 60 ÷ parallel_chats, rounded up.");
  CHECK(words_of_formulas(remove_column(sheet, "staff_needed"), Catalog::of(Language::en)).empty());
}

}  // namespace canvasbook::sheet_formulas_test
