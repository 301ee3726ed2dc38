// Rows that are sorted or left out for looking at them: the sheet keeps all of them, in its own order.
#include "model/kinds/sheet_view.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "model/kinds/sheet_cells.h"

namespace canvasbook::sheet_view_test {

namespace {

SheetColumn column(const char* id, ColumnType type = ColumnType::text) {
  SheetColumn made;
  made.id = id;
  made.type = type;
  return made;
}

Sheet sheet_of(const std::vector<std::string>& texts, ColumnType type = ColumnType::text) {
  Sheet sheet;
  sheet.columns = {column("c", type)};
  for (size_t i = 0; i < texts.size(); ++i) sheet.rows.push_back({"r" + std::to_string(i), {{"c", texts[i]}}, {}});
  return sheet;
}

std::vector<std::string> seen(const Sheet& sheet, const SheetView& view) {
  std::vector<std::string> texts;
  for (const size_t row : rows_in_view(sheet, view)) texts.push_back(cell_text(sheet.rows[row], sheet.columns.front()));
  return texts;
}

std::vector<std::string> sorted(const Sheet& sheet, bool descending = false) {
  SheetView view;
  view.sorted_by = "c";
  view.descending = descending;
  return seen(sheet, applied(view, sheet));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("texts are sorted by the alphabet of a reader, numbers by their value, dates by the day, empty cells last") {
  CHECK(sorted(sheet_of({"ёлка", "Яма", "", "еда", "Жук", "apple"})) ==
        Texts{"apple", "еда", "ёлка", "Жук", "Яма", ""});
  CHECK(sorted(sheet_of({"100 ₽", "9", "", "1 200,50", "чек"}, ColumnType::money)) ==
        Texts{"9", "100 ₽", "1 200,50", "чек", ""});
  CHECK(sorted(sheet_of({"2026-11-02", "", "2025-12-31"}, ColumnType::date)) == Texts{"2025-12-31", "2026-11-02", ""});
  CHECK(sorted(sheet_of({"9", "", "100"}, ColumnType::number), true) == Texts{"100", "9", ""});
}

TEST_CASE("rows with the same text keep their order in both directions") {
  Sheet sheet = sheet_of({"б", "а", "б", "а"});
  SheetView view;
  view.sorted_by = "c";
  CHECK(rows_in_view(sheet, applied(view, sheet)) == std::vector<size_t>{1, 3, 0, 2});
  view.descending = true;
  CHECK(rows_in_view(sheet, applied(view, sheet)) == std::vector<size_t>{0, 2, 1, 3});
}

TEST_CASE("a filter shows the rows with some words, whatever their capitals, and not those whose text is unticked") {
  const Sheet sheet = sheet_of({"Ёлка у входа", "Кофе", "", "Чай у входа"});
  SheetView view;
  view.filters["c"] = {"елка", {}};
  CHECK(seen(sheet, applied(view, sheet)) == Texts{"Ёлка у входа"});
  view.filters["c"] = {"ВХОД", {"Чай у входа"}};
  CHECK(seen(sheet, applied(view, sheet)) == Texts{"Ёлка у входа"});
  view.filters["c"] = {"", {""}};
  CHECK(seen(sheet, applied(view, sheet)) == Texts{"Ёлка у входа", "Кофе", "Чай у входа"});
}

TEST_CASE("what is written or made after that stays before the eyes where it is") {
  Sheet sheet = sheet_of({"в", "б", "а"});
  SheetView view;
  view.sorted_by = "c";
  view.filters["c"] = {"", {"б"}};
  view = applied(view, sheet);
  REQUIRE(seen(sheet, view) == Texts{"а", "в"});
  sheet = set_cell(std::move(sheet), "r2", "c", "я");
  CHECK(seen(sheet, view) == Texts{"я", "в"});
  sheet.rows.insert(sheet.rows.begin() + 1, {"new", {{"c", "новая"}}, {}});  // behind "в"
  CHECK(seen(sheet, view) == Texts{"я", "в", "новая"});
  sheet.rows.insert(sheet.rows.begin(), {"first", {{"c", "первая"}}, {}});
  CHECK(seen(sheet, view) == Texts{"первая", "я", "в", "новая"});
  sheet.rows.push_back({"last", {{"c", "последняя"}}, {}});  // behind one that is shown
  CHECK(seen(sheet, view) == Texts{"первая", "я", "последняя", "в", "новая"});
}

TEST_CASE("a column that is gone sorts and leaves out nothing") {
  SheetView view;
  view.sorted_by = "gone";
  view.filters["gone"] = {"слово", {}};
  const Sheet sheet = sheet_of({"б", "а"});
  view = applied(view, sheet);
  CHECK(view.is_plain());
  CHECK(seen(sheet, view) == Texts{"б", "а"});
}

TEST_CASE("each text of a column is offered once, in order") {
  const Sheet sheet = sheet_of({"10", "9", "", "10", "чек"}, ColumnType::number);
  CHECK(texts_of_column(sheet, sheet.columns.front()) == Texts{"9", "10", "чек", ""});
}

TEST_CASE("no row is seen twice, and without a filter every row is seen, whatever was made or taken away since") {
  rc::check([] {
    const auto texts = [] {
      return *rc::gen::container<Texts>(rc::gen::element<std::string>("", "а", "б", "10", "9"));
    };
    Sheet sheet = sheet_of(texts());
    SheetView view;
    if (*rc::gen::arbitrary<bool>()) view.sorted_by = "c";
    view.descending = *rc::gen::arbitrary<bool>();
    const bool filters = *rc::gen::arbitrary<bool>();
    if (filters) view.filters["c"] = {"", {*rc::gen::element<std::string>("", "а", "10")}};
    view = applied(view, sheet);
    std::erase_if(sheet.rows, [](const SheetRow&) { return *rc::gen::inRange(0, 4) == 0; });
    for (const std::string& text : texts()) {
      const size_t place = *rc::gen::inRange<size_t>(0, sheet.rows.size() + 1);
      sheet.rows.insert(sheet.rows.begin() + static_cast<std::ptrdiff_t>(place),
                        {"new" + std::to_string(sheet.rows.size()), {{"c", text}}, {}});
    }
    std::vector<size_t> rows = rows_in_view(sheet, view);
    std::ranges::sort(rows);
    RC_ASSERT(std::ranges::adjacent_find(rows) == rows.end());
    if (!filters) RC_ASSERT(rows.size() == sheet.rows.size());
    for (size_t i = 0; i < sheet.rows.size(); ++i) {
      if (sheet.rows[i].id.starts_with("new")) RC_ASSERT(std::ranges::binary_search(rows, i));
    }
  });
}

}  // namespace canvasbook::sheet_view_test
