// A sheet in the window: typed cells, columns, rows, and blocks of cells from a spreadsheet.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/frame/workplace.h"
#include "editor/items/rows.h"
#include "editor/items/sheet_columns.h"
#include "editor/items/state.h"
#include "model/file/workbook_file.h"
#include "model/kinds/sheet_cells.h"
#include "model/review/review.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_items_sheet_test {

using namespace robot;

namespace {

SheetColumn column(const char* id, ColumnType type = ColumnType::text) {
  SheetColumn made;
  made.id = id;
  made.title = std::string("Колонка ") + id;
  made.type = type;
  made.share = 2;
  return made;
}

Sheet sample_sheet() {
  Sheet sheet;
  sheet.columns = {column("name"), column("sum", ColumnType::money), column("done", ColumnType::check),
                   column("kind", ColumnType::choice), column("day", ColumnType::date)};
  sheet.columns[3].choices = {"Зал", "Доставка"};
  sheet.rows = {{"r1", {{"name", "Кофе"}, {"sum", "300"}}, {}},
                {"r2", {{"name", "Чай"}, {"kind", "Самовывоз"}}, {}},
                {"r3", {}, {}}};
  return sheet;
}

Workbook workbook_of(Sheet sheet) {
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(sheet))})});
}

const Sheet& sheet_of(Robot& robot) { return std::get<Sheet>(robot.session().section()->content); }

std::string cell(Robot& robot, std::string_view row, std::string_view column_id) {
  for (const SheetRow& one : sheet_of(robot).rows) {
    const auto found = one.cells.find(std::string(column_id));
    if (one.id == row) return found == one.cells.end() ? std::string() : found->second;
  }
  return "no such row";
}

std::vector<std::string> row_ids(Robot& robot) {
  std::vector<std::string> ids;
  for (const SheetRow& row : sheet_of(robot).rows) ids.push_back(row.id);
  return ids;
}

void point_at(Robot& robot, const std::string& row, const std::string& column_id) {
  robot.session().point_at({row, column_id});
  robot.frame(2);
}

FieldPlace cursor_of(Robot& robot) { return {robot.view().cursor, robot.view().field}; }

void undo_all(Robot& robot) {
  robot.session().end_writing();
  while (robot.session().can_undo()) robot.press(Key::z, control);
}

// A window whose panels are folded, so that the whole table is seen.
void fold_panels(Robot& robot) {
  robot.app.settings.panels.navigator.shown = false;
  robot.app.settings.panels.side.shown = false;
  robot.frame(2);
}

}  // namespace

TEST_CASE("a calculated cell shows its figure, is not written in, and tells how it is computed") {
  Sheet sheet;
  for (const char* role : {"chats_per_hour", "minutes_per_chat", "parallel_chats", "staff_needed"}) {
    sheet.columns.push_back(column(role, ColumnType::number));
    sheet.columns.back().role = role;
  }
  sheet.rows = {{"r1", {{"chats_per_hour", "41"}, {"minutes_per_chat", "6"}, {"parallel_chats", "2"}}, {}},
                {"r2", {{"chats_per_hour", "41"}}, {}}};
  Robot robot(workbook_of(sheet));
  const Workbook start = robot.workbook();
  fold_panels(robot);
  const auto shown = [&](size_t row) { return *robot.app.state<ItemState>().rows[row].cells[3].text; };
  CHECK(shown(1) == "3");
  CHECK(shown(2).find("minutes_per_chat") != std::string::npos);
  point_at(robot, "r1", "staff_needed");
  robot.type("7");
  robot.frame(2);
  CHECK(robot.workbook() == start);
  CHECK_FALSE(robot.session().is_writing());
  CHECK(robot.app.message().find("÷ 60") != std::string::npos);
  point_at(robot, "r1", "chats_per_hour");
  robot.type("80");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(shown(1) == "4");
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("numbers are read as people write them") {
  CHECK(*read_number("1 200,50 ₽") == doctest::Approx(1200.5));
  CHECK(*read_number("−12 %") == doctest::Approx(-12));
  CHECK(*read_number("$3.5") == doctest::Approx(3.5));
  CHECK(*read_number("300 руб.") == doctest::Approx(300));
  CHECK(*read_number("+7") == doctest::Approx(7));
  CHECK(*read_number("-$5") == doctest::Approx(-5));
  CHECK(*read_number("2\u00A0500 \u20BD") == doctest::Approx(2500));
  for (const char* text : {"", "чек", "3 из 5", "1,2,3", "₽", "12 кг", "-", ","}) {
    CAPTURE(text);
    CHECK_FALSE(read_number(text).has_value());
  }
}

TEST_CASE("dates are read in both orders, and a day that does not exist is none") {
  CHECK(read_typed_date("2026-11-22") == Date{2026, 11, 22});
  CHECK(read_typed_date("22.11.2026") == Date{2026, 11, 22});
  CHECK(read_typed_date(" 2/3/26 ") == Date{2026, 3, 2});
  CHECK_FALSE(read_typed_date("31.02.2026").has_value());
  CHECK_FALSE(read_typed_date("22.11").has_value());
  CHECK_FALSE(read_typed_date("22.11.2026 утром").has_value());
  CHECK_FALSE(read_typed_date("завтра").has_value());
}

TEST_CASE("dates are read with the name of the month in both languages, without a year as the next such day") {
  constexpr Date day{2026, 3, 1};
  for (const char* text : {"1 March 2026", "1st MARCH, 2026", "March 1, 2026", "1 Mar. 26", "1 марта 2026 г.",
                           "1 МАРТ 2026", "1\u00A0марта 2026 года", "1-го марта 2026", "1/3/2026"}) {
    CAPTURE(text);
    CHECK(read_typed_date(text) == day);
  }
  constexpr Date today{2026, 11, 21};
  for (const char* text : {"1 March", "1 марта", "1.3.", "1.3", "01/03"}) {
    CAPTURE(text);
    CHECK_FALSE(read_typed_date(text).has_value());
    CHECK(read_typed_date(text, today) == Date{2027, 3, 1});
  }
  CHECK(read_typed_date("21 ноября", today) == today);
  CHECK(read_typed_date("29 February", today) == Date{2028, 2, 29});
  CHECK(read_typed_date("31 май", today) == Date{2027, 5, 31});
  for (const char* text : {"31 April", "1 Ma", "1 марта утром", "March", "123 March", "1 March 126", "to 1 March"}) {
    CAPTURE(text);
    CHECK_FALSE(read_typed_date(text, today).has_value());
  }
}

TEST_CASE("a cell that is still written in is not found to be wrong, and a date without a year is kept with it") {
  Robot robot(workbook_of(sample_sheet()));
  const auto is_found = [&] {
    return std::ranges::any_of(robot.session().findings(),
                               [](const Finding& finding) { return finding.rule == unsuited_cell_rule; });
  };
  robot.session().begin_field({"r1", "day"});
  robot.frame();
  robot.type("завтра");
  CHECK_FALSE(is_found());
  robot.session().end_writing();
  CHECK(is_found());
  robot.session().begin_field({"r1", "day"});
  robot.session().field.select_all();
  robot.frame();
  robot.type("1 марта");
  robot.session().end_writing();
  CHECK_FALSE(is_found());
  CHECK(cell(robot, "r1", "day") == "2027-03-01");
}

TEST_CASE("text is never refused, and a place to fill in is no error") {
  CHECK(suits(ColumnType::money, "[3]"));
  CHECK(suits(ColumnType::date, "[день]"));
  CHECK(suits(ColumnType::number, ""));
  CHECK_FALSE(suits(ColumnType::number, "чек"));
  CHECK_FALSE(suits(ColumnType::date, "завтра"));
  CHECK(kept_cell(ColumnType::date, "завтра") == "завтра");
  CHECK(kept_cell(ColumnType::date, "22.11.2026") == "2026-11-22");
  CHECK(kept_cell(ColumnType::check, "ИСТИНА") == "yes");
  CHECK(kept_cell(ColumnType::check, "нет").empty());
  CHECK(kept_cell(ColumnType::check, "потом") == "потом");
}

TEST_CASE("a mark is toggled by a click, by Space and by Enter, and is undone") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  robot.click("field/r1/done");
  CHECK(cell(robot, "r1", "done") == "yes");
  robot.press(Key::space);
  CHECK(cell(robot, "r1", "done").empty());
  robot.press(Key::enter);
  CHECK(cell(robot, "r1", "done") == "yes");
  robot.type("ы");  // a letter is no mark
  CHECK(cell(robot, "r1", "done") == "yes");
  CHECK(robot.view().editing == Editing::nothing);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a choice opens its menu by click or Enter, and another value may be written") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  robot.click("field/r1/kind");
  robot.click("choice/1");
  CHECK(cell(robot, "r1", "kind") == "Доставка");
  robot.press(Key::enter);
  robot.frame(2);
  for (int i = 0; i < 3; ++i) robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(cell(robot, "r1", "kind") == "Самовывоз");  // a value of another row is offered too
  robot.type("Окно");
  robot.press(Key::enter);
  CHECK(cell(robot, "r1", "kind") == "Окно");
  point_at(robot, "r2", "kind");
  robot.press(Key::delete_);
  CHECK(cell(robot, "r2", "kind").empty());
  CHECK(sheet_of(robot).rows.size() == 3);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("in the open menu of a choice the first letters lead to a row, which Enter chooses") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  robot.click("field/r1/kind");
  robot.frame(2);
  REQUIRE(robot.shows("choice/1"));
  robot.type("дост");
  CHECK(robot.shows("choice/1"));
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(cell(robot, "r1", "kind") == "Доставка");
}

TEST_CASE("a cell that links to a touchpoint opens its list at the first click, also from a text that is written") {
  Sheet sheet = sample_sheet();
  sheet.columns[4].type = ColumnType::touchpoint;
  Robot robot(workbook_of(sheet));
  fold_panels(robot);
  robot.click("field/r1/name");
  REQUIRE(robot.session().is_writing());
  robot.click("field/r2/day");
  CHECK(robot.app.has_dialog());
  CHECK(robot.view().cursor == "r2");
}

TEST_CASE("Enter twice at a cell that links to a touchpoint leaves it as it is, emptying it comes last") {
  Sheet points;
  points.columns = {{"name", "touchpoint", "Name", ColumnType::text, {}, 0, {}}};
  points.rows = {{"door", {{"name", "Дверь"}}, {}}, {"till", {{"name", "Касса"}}, {}}};
  Sheet sheet = sample_sheet();
  sheet.columns[4].type = ColumnType::touchpoint;
  sheet = set_cell(std::move(sheet), "r2", "day", "till");
  Robot robot(samples::make_workbook({samples::make_document_of(
      "doc", {samples::make_section("sec", std::move(sheet)), samples::make_section("points", std::move(points))})}));
  fold_panels(robot);
  point_at(robot, "r2", "day");
  robot.press(Key::enter);
  REQUIRE(robot.app.has_dialog());
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(cell(robot, "r2", "day") == "till");
  robot.press(Key::enter);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(cell(robot, "r2", "day").empty());
}

TEST_CASE("Enter in the last row of the placeholders begins a new one with its name") {
  Sheet sheet;
  sheet.columns = {{"name", "placeholder", "Name", ColumnType::text, {}, 0, {}},
                   {"value", "placeholder_value", "Value", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"city", {{"name", "city"}, {"value", "Tver"}}, {}}};
  Robot robot(workbook_of(sheet));
  fold_panels(robot);
  robot.click("field/city/value");
  robot.press(Key::enter);
  REQUIRE(sheet_of(robot).rows.size() == 2);
  CHECK(robot.view().field == "name");
  CHECK(robot.session().is_writing());
}

TEST_CASE("a date is typed as people write it, kept as ISO, and is one step with its typing") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  robot.click("field/r1/day");
  robot.type("22.11.2026");
  robot.press(Key::tab);
  CHECK(cell(robot, "r1", "day") == "2026-11-22");
  robot.session().end_writing();
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("Enter goes one row down, Tab to the right, and Enter makes a row at the end") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  robot.click("field/r2/sum");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r3", "sum"});
  robot.press(Key::enter);
  REQUIRE(sheet_of(robot).rows.size() == 4);
  CHECK(robot.view().edited == sheet_of(robot).rows.back().id);
  CHECK(robot.view().field == "sum");
  point_at(robot, "r1", "name");
  robot.press(Key::tab);
  CHECK(robot.view().field == "sum");
  robot.press(Key::tab);
  CHECK(robot.view().field == "done");  // it is not written in, only pointed at
  CHECK(robot.view().editing == Editing::nothing);
  robot.press(Key::tab);
  CHECK(robot.view().field == "kind");
}

TEST_CASE("Enter goes down in the column in which the run of entries began, wherever Tab led since") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  robot.click("field/r1/day");
  robot.type("22.11.2026");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r2", "day"});
  CHECK(cell(robot, "r2", "name") == "Чай");
  robot.click("field/r1/name");
  robot.type("!");
  robot.press(Key::tab);
  robot.type("5");
  robot.press(Key::tab);
  robot.press(Key::tab, shift);
  robot.type("6");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r2", "name"});
  point_at(robot, "r2", "sum");
  robot.press(Key::tab, shift);
  robot.type("Мате");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r3", "sum"});
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a click, an arrow, and a row that Tab goes on to begin a run of entries anew") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  robot.click("field/r1/name");
  robot.press(Key::tab);
  robot.click("field/r1/sum");
  robot.type("7");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r2", "sum"});
  point_at(robot, "r1", "name");
  robot.press(Key::tab);
  robot.press(Key::down);
  robot.press(Key::up);
  robot.type("8");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r2", "sum"});
  point_at(robot, "r1", "sum");
  for (int i = 0; i < 4; ++i) robot.press(Key::tab);
  REQUIRE(cursor_of(robot) == FieldPlace{"r2", "name"});
  robot.press(Key::tab);
  robot.type("9");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r3", "name"});
}

TEST_CASE("a row that Enter makes begins in the column of the run, one that Insert makes with its first field") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  robot.click("field/r3/sum");
  robot.type("100");
  robot.press(Key::tab);
  robot.press(Key::tab);
  robot.type("Зал");
  robot.press(Key::enter);
  REQUIRE(sheet_of(robot).rows.size() == 4);
  robot.type("200");
  CHECK(cell(robot, sheet_of(robot).rows.back().id, "sum") == "200");
  robot.press(Key::insert);
  CHECK(robot.view().field == "name");
  robot.press(Key::escape);
  REQUIRE(sheet_of(robot).rows.size() == 4);
  point_at(robot, sheet_of(robot).rows.back().id, "kind");
  robot.type("Зал");
  robot.press(Key::enter);
  CHECK(sheet_of(robot).rows.size() == 5);  // a choice is chosen there, or the row goes again
  CHECK(robot.view().field == "kind");
  CHECK_FALSE(robot.session().is_writing());
  robot.press(Key::escape);
  CHECK(sheet_of(robot).rows.size() == 4);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("Enter in the title of a column goes down in it, into a first row where there is none") {
  Sheet sheet = sample_sheet();
  Robot robot(workbook_of(sheet));
  fold_panels(robot);
  robot.click("field/sum/title");
  robot.press(Key::enter);
  CHECK(cursor_of(robot) == FieldPlace{"r1", "sum"});
  sheet.rows.clear();
  robot.session().record_content(sheet, "step.remove_items", {});
  robot.frame(2);
  robot.click("field/sum/title");
  robot.press(Key::enter);
  robot.type("5");
  REQUIRE(sheet_of(robot).rows.size() == 1);
  CHECK(cell(robot, sheet_of(robot).rows.front().id, "sum") == "5");
}

TEST_CASE("a choice that is written as none of those offered is kept, and the status line says so while one goes on") {
  const std::string sentence = "Сначала звоним";
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_sheet()), {}, language);
    fold_panels(robot);
    const Workbook start = robot.workbook();
    point_at(robot, "r1", "kind");
    robot.type(sentence);
    CHECK(robot.app.message().empty());
    robot.press(Key::tab);
    CHECK(cell(robot, "r1", "kind") == sentence);
    const std::string said =
        robot.app.catalog().text("items.own_value", {{"text", sentence}, {"choices", "Зал, Доставка"}});
    CHECK(robot.app.message() == said);
    robot.type("22.11.2026");
    CHECK(robot.app.message() == said);
    robot.press(Key::escape);
    robot.app.say({});
    point_at(robot, "r2", "kind");
    robot.type(sentence);  // by now it is one of those that the menu offers
    robot.press(Key::enter);
    CHECK(robot.app.message().empty());
    robot.type("зал ");
    robot.press(Key::escape);
    CHECK(cell(robot, "r3", "kind") == "Зал");
    CHECK(robot.app.message().empty());
    undo_all(robot);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("in a column without values of its own every value is right, and nothing is said") {
  Sheet sheet = sample_sheet();
  sheet.columns[3].choices.clear();
  Robot robot(workbook_of(sheet));
  point_at(robot, "r1", "kind");
  robot.type("Окно");
  robot.press(Key::tab);
  CHECK(cell(robot, "r1", "kind") == "Окно");
  CHECK(robot.app.message().empty());
}

TEST_CASE("the title of a new column is selected as a whole by a double click, F2 and the menu, a written one is not") {
  for (const Language language : {Language::ru, Language::en}) {
    Sheet sheet;
    for (const char* number : {"1", "2", "3"}) {
      SheetColumn made = column(number);
      made.title = Catalog::of(language).text("navigator.new_column_title", {{"number", number}});
      sheet.columns.push_back(made);
    }
    Document document = samples::make_document_of("doc", {samples::make_section("sec", sheet)});
    document.language = language;
    Robot robot(samples::make_workbook({document}));
    fold_panels(robot);
    const auto title = [&](size_t place) { return sheet_of(robot).columns[place].title; };
    robot.click("field/1/title", 2);
    robot.type("Кто");
    CHECK(title(0) == "Кто");
    point_at(robot, "2", "title");
    robot.press(Key::f2);
    robot.type("Что");
    CHECK(title(1) == "Что");
    robot.click("column/3/menu");
    robot.click("sheet/items.rename_column");
    robot.type("Когда");
    CHECK(title(2) == "Когда");
    robot.press(Key::escape);
    robot.press(Key::f2);
    robot.type(" и где");
    CHECK(title(2) == "Когда и где");
  }
}

TEST_CASE("a click into a title that was selected as a whole places the caret") {
  Sheet sheet = sample_sheet();
  sheet.columns[0].title = Catalog::of(Language::en).text("navigator.new_column_title", {{"number", "1"}});
  Robot robot(workbook_of(sheet));
  fold_panels(robot);
  robot.click("field/name/title", 2);
  CHECK(robot.session().field.selected_text() == sheet.columns[0].title);
  robot.click("field/name/title");
  CHECK(robot.session().is_writing());
  CHECK_FALSE(robot.session().field.has_selection());
}

TEST_CASE("typing replaces what stands in a cell") {
  Robot robot(workbook_of(sample_sheet()));
  point_at(robot, "r1", "name");
  robot.type("Какао");
  robot.press(Key::enter);
  CHECK(cell(robot, "r1", "name") == "Какао");
}

TEST_CASE("the menu of a column renames, gives a type, adds, moves and removes, and all is undone") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  const auto ids = [&] {
    std::vector<std::string> list;
    for (const SheetColumn& one : sheet_of(robot).columns) list.push_back(one.id);
    return list;
  };
  robot.click("column/sum/menu");
  robot.click("sheet/items.column.percent");
  CHECK(sheet_of(robot).columns[1].type == ColumnType::percent);
  robot.click("column/sum/menu");
  robot.click("sheet/items.move_column_left");
  CHECK(ids()[0] == "sum");
  robot.click("column/sum/menu");
  robot.click("sheet/items.column_right");
  robot.type("Скидка");
  robot.press(Key::escape);
  REQUIRE(sheet_of(robot).columns.size() == 6);
  CHECK(sheet_of(robot).columns[1].title == "Скидка");
  robot.click("column/name/menu");
  robot.click("sheet/items.remove_column");
  CHECK(cell(robot, "r1", "name").empty());
  robot.press(Key::z, control);
  CHECK(cell(robot, "r1", "name") == "Кофе");
  robot.click("column/name/menu");
  robot.click("sheet/items.rename_column");
  robot.press(Key::a, control);
  robot.type("Напиток");
  robot.press(Key::escape);
  CHECK(sheet_of(robot).columns[2].title == "Напиток");
  robot.click("column/name/menu");
  robot.click("sheet/items.print_cards");
  CHECK(sheet_of(robot).layout == SheetLayout::cards);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a new column is scrolled into view, whether the others had room or not") {
  for (const int columns : {0, 12}) {
    for (const bool by_menu : {false, true}) {
      CAPTURE(columns);
      CAPTURE(by_menu);
      Sheet sheet = sample_sheet();
      for (int i = 0; i < columns; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
      Robot robot(workbook_of(sheet), {}, Language::ru, 1, {1280, 720});
      if (by_menu) {
        point_at(robot, sheet.columns.back().id, "title");
        robot.frame(3);
        robot.click("column/" + sheet.columns.back().id + "/menu");
        robot.click("sheet/items.column_right");
      } else {
        robot.click("sheet/add_column");
      }
      robot.frame(4);
      const std::string made = sheet_of(robot).columns.back().id;
      REQUIRE(robot.view().edited == made);
      const PartRegister::Part* title = robot.app.parts.find("field/" + made + "/title");
      REQUIRE(title != nullptr);
      CHECK(title->visible);
      CHECK(title->to.x - title->from.x > 50);  // a whole column of the least width
      CHECK(title->from.x > robot.app.parts.find("field/name/title")->from.x);
    }
  }
}

TEST_CASE("a new column that is left without a name goes again and leaves no step, one with a name stays") {
  for (const bool is_first : {true, false}) {
    Robot robot(workbook_of(is_first ? Sheet{} : sample_sheet()));
    const Workbook before = robot.workbook();
    robot.click("sheet/add_column");
    robot.frame(2);
    REQUIRE_FALSE(robot.workbook() == before);
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(robot.workbook() == before);
    CHECK_FALSE(robot.session().can_undo());
    robot.click("sheet/add_column");
    robot.type("Кто");
    robot.press(Key::escape);
    CHECK(sheet_of(robot).columns.back().title == "Кто");
  }
}

TEST_CASE("a nameless new column stays for what is written in one of its cells, reached by Enter or by a click") {
  for (const bool by_key : {true, false}) {
    CAPTURE(by_key);
    Robot robot(workbook_of(sample_sheet()));
    fold_panels(robot);
    const size_t before = sheet_of(robot).columns.size();
    robot.click("sheet/add_column");
    robot.frame(2);
    const std::string made = sheet_of(robot).columns.back().id;
    if (by_key) {
      robot.press(Key::enter);
    } else {
      robot.click("field/r1/" + made);
    }
    CHECK(cursor_of(robot) == FieldPlace{"r1", made});
    robot.type("5");
    robot.press(Key::escape);
    REQUIRE(sheet_of(robot).columns.size() == before + 1);
    CHECK(cell(robot, "r1", made) == "5");
  }
}

TEST_CASE("columns are served by keys alone") {
  Robot robot(workbook_of(sample_sheet()));
  const Workbook start = robot.workbook();
  point_at(robot, "r1", "name");
  robot.press(Key::up);
  CHECK(robot.view().cursor == "name");
  robot.press(Key::right, alternate);
  CHECK(sheet_of(robot).columns[1].id == "name");
  robot.press(Key::space);
  robot.frame(2);
  for (int i = 0; i < 7; ++i) robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(sheet_of(robot).columns[1].type == ColumnType::money);
  point_at(robot, "r1", "sum");
  robot.press(Key::m, control_shift);
  robot.frame(2);
  CHECK(robot.shows("sheet/items.remove_column"));
  robot.press(Key::escape);
  robot.frame(2);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a sheet without columns gets its first one, and one without rows its first row") {
  Robot robot(workbook_of(Sheet{}));
  robot.click("sheet/add_column");
  robot.type("Кто");
  robot.press(Key::escape);
  REQUIRE(sheet_of(robot).columns.size() == 1);
  CHECK(sheet_of(robot).columns.front().title == "Кто");
  robot.click("items/add");
  robot.type("Бариста");
  robot.press(Key::escape);
  REQUIRE(sheet_of(robot).rows.size() == 1);
  CHECK(sheet_of(robot).rows.front().cells.begin()->second == "Бариста");
}

TEST_CASE("a block from a spreadsheet fills cells to the right and downwards, new rows included") {
  Robot robot(workbook_of(sample_sheet()));
  const Workbook start = robot.workbook();
  point_at(robot, "r2", "sum");
  robot.clipboard = "100\tTRUE\tОкно\t22.11.2026\n\t\t\t\n\"два\nстроки\"\tнет\n400\t\tЗал\t\n";
  robot.press(Key::v, control);
  REQUIRE(sheet_of(robot).rows.size() == 5);
  CHECK(cell(robot, "r1", "sum") == "300");
  CHECK(cell(robot, "r2", "name") == "Чай");
  CHECK(cell(robot, "r2", "sum") == "100");
  CHECK(cell(robot, "r2", "done") == "yes");
  CHECK(cell(robot, "r2", "day") == "2026-11-22");
  const std::string fourth = sheet_of(robot).rows[3].id;
  CHECK(cell(robot, fourth, "sum") == "два\nстроки");
  CHECK(cell(robot, sheet_of(robot).rows[4].id, "kind") == "Зал");
  CHECK(robot.view().cursor == "r2");
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("cells from a spreadsheet that find no column are counted in the status line") {
  Robot robot(workbook_of(sample_sheet()));
  point_at(robot, "r2", sheet_of(robot).columns.back().id);
  robot.clipboard = "2026-11-22\tlost\t \tlost too\n2026-11-23\n";
  robot.press(Key::v, control);
  CHECK(robot.app.message() == robot.app.catalog().count("items.left_out", 2));
  point_at(robot, "r2", "sum");
  robot.clipboard = "5\n";
  robot.app.say({});
  robot.press(Key::v, control);
  CHECK(robot.app.message().empty());
}

TEST_CASE("cells that were filled are counted, and the key is named that brings back what stood there") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_sheet()), {}, language);
    point_at(robot, "r1", "name");
    robot.clipboard = "a\t1\nb\t2\n";
    robot.press(Key::v, control);
    const std::string said = language == Language::ru ? "Заполнены 4 ячейки. Ctrl+Z вернёт прежнее."
                                                      : "4 cells were filled. Ctrl+Z brings back what stood there.";
    CHECK(robot.app.message() == said);
  }
}

TEST_CASE("empty cells in a column from a spreadsheet keep their places, whatever the line ends") {
  for (const char* text : {"1\n\n3\n", "1\r\n\r\n3\r\n", "1\r\n\r\n3"}) {
    CHECK(read_block(text) == CellRows{{"1"}, {}, {"3"}});
  }
  Robot robot(workbook_of(sample_sheet()));
  point_at(robot, "r1", "sum");
  robot.clipboard = "1\r\n\r\n3\r\n";
  robot.press(Key::v, control);
  CHECK(cell(robot, "r1", "sum") == "1");
  CHECK(cell(robot, "r2", "sum").empty());
  CHECK(cell(robot, "r3", "sum") == "3");
  CHECK(sheet_of(robot).rows.size() == 3);
}

TEST_CASE("one cell is copied, cut and pasted at the cursor, whole rows where rows are chosen") {
  Robot robot(workbook_of(sample_sheet()));
  const Workbook start = robot.workbook();
  point_at(robot, "r1", "name");
  robot.press(Key::x, control);
  CHECK(robot.clipboard == "Кофе\n");
  CHECK(cell(robot, "r1", "name").empty());
  point_at(robot, "r3", "name");
  robot.press(Key::v, control);
  CHECK(cell(robot, "r3", "name") == "Кофе");
  undo_all(robot);
  REQUIRE(robot.workbook() == start);
  point_at(robot, "r1", "name");
  robot.press(Key::space, shift);
  robot.press(Key::down, shift);
  robot.press(Key::c, control);
  CHECK(robot.clipboard == "Кофе\t300\t\t\t\nЧай\t\t\tСамовывоз\t\n");
  robot.press(Key::x, control);
  CHECK(row_ids(robot) == std::vector<std::string>{"r3"});
  robot.press(Key::v, control);
  REQUIRE(sheet_of(robot).rows.size() == 3);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("rows are chosen by Shift+Space and by their handles, moved by Alt and arrows, and removed") {
  Robot robot(workbook_of(sample_sheet()));
  const Workbook start = robot.workbook();
  point_at(robot, "r1", "sum");
  robot.press(Key::space, shift);
  CHECK(robot.view().selected == ItemIds{"r1"});
  robot.press(Key::down, alternate);
  CHECK(row_ids(robot) == std::vector<std::string>{"r2", "r1", "r3"});
  robot.press(Key::delete_);
  CHECK(row_ids(robot) == std::vector<std::string>{"r2", "r3"});
  undo_all(robot);
  REQUIRE(robot.workbook() == start);
  point_at(robot, "r2", "name");
  robot.app.input.key(Key::control, false, {});
  robot.click("item/r2/handle");
  robot.frame(2);
  CHECK_FALSE(robot.names_below("items/").contains("command.move_cues"));  // a row is no cue
  robot.click("items/command.remove");  // the menu of a row is of the row, wherever the cursor was in it
  CHECK(row_ids(robot) == std::vector<std::string>{"r1", "r3"});
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("Delete at a title or with an emptied cell takes no row away") {
  Robot robot(workbook_of(sample_sheet()));
  const Workbook start = robot.workbook();
  point_at(robot, "name", "title");
  robot.press(Key::delete_);
  point_at(robot, "r3", "name");
  robot.press(Key::delete_);
  CHECK(robot.workbook() == start);
}

TEST_CASE("the titles stay in view while one scrolls down, and a cell that is out of view is brought in") {
  Sheet sheet = sample_sheet();
  for (int i = 0; i < 14; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
  for (int i = 0; i < 100; ++i) sheet.rows.push_back({"n" + std::to_string(i), {{"name", "Строка"}}, {}});
  Robot robot(workbook_of(sheet));
  point_at(robot, "n99", "name");
  robot.frame(3);
  const PartRegister::Part* title = robot.app.parts.find("field/name/title");
  REQUIRE(title != nullptr);
  CHECK(title->visible);
  const PartRegister::Part last = *robot.app.parts.find("field/n99/name");
  CHECK(last.from.y > title->to.y);
  robot.click("column/name/menu");  // it can be used there
  CHECK(robot.shows("sheet/items.remove_column"));
  robot.press(Key::escape);
  robot.frame(2);
  point_at(robot, "n50", "x13");
  robot.frame(3);
  const PartRegister::Part* far = robot.app.parts.find("field/n50/x13");
  REQUIRE(far != nullptr);
  CHECK(far->visible);
  CHECK(far->to.x <= robot.app.parts.find("panel.side/fold")->to.x);
  point_at(robot, "n0", "name");
  robot.frame(3);
  const PartRegister::Part* near = robot.app.parts.find("field/n0/name");
  REQUIRE(near != nullptr);
  CHECK(near->visible);
  CHECK(near->from.y >= robot.app.parts.find("field/name/title")->to.y - 1);
}

TEST_CASE("undo and redo bring the changed column into view, also while another cell is written") {
  for (const bool writes : {false, true}) {
    CAPTURE(writes);
    Sheet sheet = sample_sheet();
    for (int i = 0; i < 14; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
    Robot robot(workbook_of(sheet));
    const auto is_in_view = [&](const std::string& row, const std::string& column_id) {
      const PartRegister::Part* part = robot.app.parts.find("field/" + row + "/" + column_id);
      return part != nullptr && part->visible && part->to.x <= robot.app.parts.find("panel.side/fold")->to.x;
    };
    const auto look_at_the_left = [&] {
      robot.session().end_writing();
      point_at(robot, "r3", "sum");
      if (writes) robot.session().begin_field({"r3", "sum"});
      robot.frame(3);
      REQUIRE_FALSE(is_in_view("r1", "x13"));
    };
    point_at(robot, "r1", "x13");
    robot.type("Далеко");
    robot.press(Key::escape);
    REQUIRE(cell(robot, "r1", "x13") == "Далеко");
    for (const char* command : {"command.undo", "command.redo"}) {
      look_at_the_left();
      robot.run(command);
      robot.frame(3);
      CHECK(is_in_view("r1", "x13"));
      CHECK(robot.session().is_writing() == writes);
      CHECK(cursor_of(robot) == (writes ? FieldPlace{"r3", "sum"} : FieldPlace{"r1", "x13"}));
    }
    look_at_the_left();
    robot.session().end_writing();
    robot.session().record_content(remove_column(sheet_of(robot), "x13"), "step.remove_column", {});
    robot.frame(3);
    robot.run("command.undo");
    robot.frame(3);
    CHECK(is_in_view("x13", "title"));
  }
}

TEST_CASE("the controls of a sheet fit in both languages and at every scale") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      Robot robot(workbook_of(sample_sheet()), {}, language, scale, {1280, 720});
      robot.click("sheet/layout");
      robot.click("layout/cards");
      check_labels_fit(robot, [](std::string_view key) { return key.starts_with("sheet/"); });
      check_labels_fit(robot, [](std::string_view key) { return key.starts_with("items/"); });
      robot.click("column/name/menu");
      CHECK(robot.app.parts.find("sheet/items.print_cards")->to.y <= 720 * scale);
    }
  }
}

TEST_CASE("a block of cells is chosen with Shift, copied, emptied and told with its count and sum") {
  for (const Language language : {Language::ru, Language::en}) {
    Sheet sheet = sample_sheet();
    sheet.rows[1].cells["sum"] = "12 400,5 ₽";
    Robot robot(workbook_of(sheet), {}, language);
    const Workbook start = robot.workbook();
    point_at(robot, "r1", "name");
    robot.press(Key::right, shift);
    robot.press(Key::down, shift);
    robot.press(Key::down, shift);
    robot.press(Key::up, shift);
    robot.frame(2);
    CHECK(robot.shows("status/told"));
    const std::string told = language == Language::ru ? "4 ячейки · сумма 12\u00A0700,5" : "4 cells · sum 12,700.5";
    CHECK(workplace_of(robot.app).told(robot.app) == told);
    robot.press(Key::c, control);
    CHECK(robot.clipboard == "Кофе\t300\nЧай\t12 400,5 ₽\n");
    robot.press(Key::delete_);
    CHECK(cell(robot, "r1", "name").empty());
    CHECK(cell(robot, "r2", "sum").empty());
    CHECK(cell(robot, "r2", "kind") == "Самовывоз");
    CHECK(sheet_of(robot).rows.size() == 3);
    robot.press(Key::z, control);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("several cells pasted into a cell that a click opened fill the cells, and copied back they are the same") {
  const std::string block = "Лимонад\t250\n\"Пирог\nс \"\"вишней\"\"\"\t90\nМорс\t\n";
  for (const bool is_new : {false, true}) {
    Robot robot(workbook_of(sample_sheet()));
    fold_panels(robot);
    const Workbook start = robot.workbook();
    if (is_new) {
      robot.click("items/add");
    } else {
      robot.click("field/r2/name");
    }
    REQUIRE(robot.session().is_writing());
    robot.clipboard = block;
    robot.press(Key::v, control);
    CHECK_FALSE(robot.session().is_writing());
    const auto& rows = sheet_of(robot).rows;
    REQUIRE(rows.size() == (is_new ? 6 : 4));
    const size_t first = is_new ? 3 : 1;
    CHECK(cell(robot, rows[first].id, "name") == "Лимонад");
    CHECK(cell(robot, rows[first + 1].id, "name") == "Пирог\nс \"вишней\"");
    CHECK(cell(robot, rows[first + 1].id, "sum") == "90");
    CHECK(cell(robot, rows[first + 2].id, "name") == "Морс");
    robot.clipboard.clear();
    robot.press(Key::c, control);
    CHECK(robot.clipboard == block);
    undo_all(robot);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("one cell with a line break comes without its quotes, and what has no cells is pasted into the text") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  robot.click("field/r1/name");
  robot.press(Key::end);
  robot.clipboard = "\" с \"\"молоком\"\"\nи сахаром\"\n";
  robot.press(Key::v, control);
  CHECK(cell(robot, "r1", "name") == "Кофе с \"молоком\"\nи сахаром");
  CHECK(robot.session().is_writing());
  robot.clipboard = ", два\nтри";
  robot.press(Key::v, control);
  CHECK(cell(robot, "r1", "name") == "Кофе с \"молоком\"\nи сахаром, два\nтри");
  robot.press(Key::escape);
  robot.click("field/r3/name");  // an empty cell: a column from a spreadsheet
  robot.clipboard = "раз\nдва\n";
  robot.press(Key::v, control);
  CHECK(cell(robot, "r3", "name") == "раз");
  REQUIRE(sheet_of(robot).rows.size() == 4);
  CHECK(cell(robot, sheet_of(robot).rows[3].id, "name") == "два");
}

TEST_CASE("a column is drawn to a width, which is kept and undone, and a double click gives it back") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const Workbook start = robot.workbook();
  const auto width = [&] {
    const PartRegister::Part* part = robot.app.parts.find("field/r1/name");
    REQUIRE(part != nullptr);
    return part->to.x - part->from.x;
  };
  const float before = width();
  robot.move_to("column/name/edge");
  const ImVec2 at = robot.centre_of("column/name/edge");
  robot.app.input.button(0, true);
  robot.frame();
  for (const float way : {20.0F, 60.0F, 90.0F}) {
    robot.app.input.move(at.x + way, at.y);
    robot.frame(2);
  }
  CHECK(robot.workbook() == start);  // while it is drawn
  CHECK(width() == doctest::Approx(before + 90).epsilon(0.02));
  robot.app.input.button(0, false);
  robot.frame(2);
  CHECK(width() == doctest::Approx(before + 90).epsilon(0.02));
  CHECK(sheet_of(robot).columns[0].width == doctest::Approx(before + 90).epsilon(0.02));
  CHECK_FALSE(robot.session().is_writing());  // nothing of the title was pressed
  const auto read = read_workbook(write_workbook(robot.workbook()));
  REQUIRE(read);
  CHECK(*read == robot.workbook());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
  robot.press(Key::y, control);
  robot.click("column/name/edge", 2);
  CHECK(sheet_of(robot).columns[0].width == 0);
  CHECK(width() == before);
}

TEST_CASE("no word of a table is broken: a column is at least as wide as its longest word") {
  Sheet sheet = sample_sheet();
  for (int i = 0; i < 9; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
  const auto width_with = [&](const std::string& text, int drawn) {
    sheet.rows[0].cells["x3"] = text;
    sheet.columns[8].width = drawn;
    Robot robot(workbook_of(sheet));
    robot.session().point_at({"r1", "x3"});
    robot.frame(3);
    const PartRegister::Part* part = robot.app.parts.find("field/r1/x3");
    REQUIRE(part != nullptr);
    return part->to.x - part->from.x;
  };
  const std::string word = "Высокопроизводительная";
  const float needed = [&] {
    Robot robot(workbook_of(sheet));
    return width_of_line(robot.app.theme.fonts.text, word) + 2 * cell_pad;
  }();
  for (const int drawn : {0, 60}) {
    CHECK(width_with("Мал", drawn) < needed);
    CHECK(width_with(word + " кофемашина", drawn) >= needed);
    CHECK(width_with(word + " кофемашина", drawn) < needed + 8);
  }
}

TEST_CASE("a short heading is not broken, however narrow its column is drawn") {
  Sheet sheet = sample_sheet();
  sheet.columns[0].title = "Срок";
  sheet.columns[0].width = 48;
  for (SheetRow& row : sheet.rows) row.cells.erase(sheet.columns[0].id);
  Robot robot(workbook_of(sheet));
  const PartRegister::Part* part = robot.app.parts.find("field/r1/" + sheet.columns[0].id);
  REQUIRE(part != nullptr);
  const float word = width_of_line(robot.app.theme.fonts.bold, "Срок");
  CHECK(part->to.x - part->from.x >= word + title_menu_room + 2 * cell_pad);
}

TEST_CASE("nine columns without widths of their own become narrower before they leave a small window") {
  Sheet sheet = sample_sheet();
  while (sheet.columns.size() < 9)
    sheet.columns.push_back(column(("x" + std::to_string(sheet.columns.size())).c_str()));
  for (SheetColumn& wide : sheet.columns) wide.share = 4;
  const std::string last = sheet.columns.back().id;
  Robot robot(workbook_of(sheet), {}, Language::ru, 1, {1280, 720});
  fold_panels(robot);
  CHECK_FALSE(robot.app.state<ItemState>().more_at_side);
  const PartRegister::Part* part = robot.app.parts.find("field/r1/" + last);
  REQUIRE(part != nullptr);
  CHECK(part->visible);
  CHECK(part->to.x - part->from.x > 90);  // no narrower than is read
  CHECK(part->to.x < 1280);
}

TEST_CASE("a long text gets the room that an empty date does not need, in a small window") {
  Sheet sheet = sample_sheet();
  sheet.columns[0].share = 1;
  sheet.columns[4].share = 3;
  sheet.rows[0].cells["name"] = "Найти цену, телефон и то, что есть в наличии, не больше чем за два нажатия";
  Robot robot(workbook_of(sheet), {}, Language::ru, 1, {1280, 720});
  fold_panels(robot);
  const auto width_of = [&](const char* name) {
    const PartRegister::Part* part = robot.app.parts.find(std::string("field/r1/") + name);
    REQUIRE(part != nullptr);
    return part->to.x - part->from.x;
  };
  CHECK(width_of("name") > 2 * width_of("day"));
  CHECK(width_of("day") < 130);
  CHECK_FALSE(robot.app.state<ItemState>().more_at_side);
}

TEST_CASE("columns stay while one writes in a cell, and follow what it says once it is left") {
  Sheet sheet = sample_sheet();
  sheet.columns.push_back(column("why"));
  Robot robot(workbook_of(sheet), {}, Language::ru, 1, {1280, 720});
  fold_panels(robot);
  const auto left_of_why = [&] { return robot.app.parts.find("field/r3/why")->from.x; };
  robot.click("field/r3/name");
  const float before = left_of_why();
  robot.type("Сказать, кто перезвонит и когда, и записать это при клиенте");
  robot.frame(2);
  CHECK(left_of_why() == before);
  robot.session().end_writing();
  robot.frame(2);
  CHECK(left_of_why() > before);
}

TEST_CASE("the first column stays in view while one looks at the others, and an edge tells that there are more") {
  Sheet sheet = sample_sheet();
  for (int i = 0; i < 14; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
  Robot robot(workbook_of(sheet));
  CHECK(robot.app.state<ItemState>().more_at_side);
  const float left = robot.app.parts.find("field/r1/name")->from.x;
  point_at(robot, "r1", "x13");
  robot.frame(3);
  CHECK_FALSE(robot.app.state<ItemState>().more_at_side);
  CHECK(robot.app.parts.find("field/r1/x13")->visible);
  CHECK(robot.app.parts.find("field/r1/name")->visible);
  CHECK(robot.app.parts.find("field/r1/name")->from.x == left);
  CHECK(robot.app.parts.find("field/name/title")->from.x == left);
  robot.click("field/r2/name");  // it is worked in there
  robot.type("!");
  CHECK(cell(robot, "r2", "name") == "Чай!");
  robot.press(Key::escape);
  robot.press(Key::down);  // and the arrows keep to its column
  CHECK(robot.view().field == "name");
  CHECK(robot.app.parts.find("field/r1/x13")->visible);
  robot.press(Key::right);
  robot.frame(3);
  const PartRegister::Part* second = robot.app.parts.find("field/r3/sum");
  REQUIRE(second->visible);
  CHECK(second->from.x >= robot.app.parts.find("field/r3/name")->to.x - 1);
}

TEST_CASE("a frame of a sheet draws what is seen, not what there is") {  // its time is measured by editor_benchmark
  struct Drawn {
    size_t parts = 0;
    int vertices = 0;
  };
  const auto drawn = [](size_t count) {
    Sheet sheet = sample_sheet();
    for (int i = 0; i < 3; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
    for (size_t i = 0; i < count; ++i) {
      SheetRow row{"n" + std::to_string(i), {}, {}};
      for (const SheetColumn& one : sheet.columns) row.cells[one.id] = "Текст " + std::to_string(i % 97);
      sheet.rows.push_back(std::move(row));
    }
    Robot robot(workbook_of(std::move(sheet)));
    robot.frame(5);
    return Drawn{robot.app.parts.parts().size(), ImGui::GetDrawData()->TotalVtxCount};
  };
  const Drawn few = drawn(100);
  const Drawn many = drawn(5000);
  CHECK(many.parts == few.parts);
  CHECK(many.vertices < few.vertices * 1.1);
}

TEST_CASE("places to fill in are marked in columns of numbers too, and a click on one chooses it") {
  Sheet sheet = sample_sheet();
  sheet.rows = {{"r1", {{"name", "Кофе"}, {"sum", "[5] ₽"}}, {}}};
  Robot robot(workbook_of(sheet));
  fold_panels(robot);
  robot.move_to("command.undo");
  const ImU32 ground = with_strength(robot.app.theme.colours.warning, 0x30);
  const auto is_marked = [&] {
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
      for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
        if (vertex.col == ground) return true;
      }
    }
    return false;
  };
  CHECK(is_marked());
  const PartRegister::Part* cell_part = robot.app.parts.find("field/r1/sum");
  REQUIRE(cell_part != nullptr);
  const float width = width_of_line(robot.app.theme.fonts.text, "5] ₽");
  robot.app.input.move(cell_part->to.x - cell_pad - width, cell_part->from.y + 14);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.app.input.button(0, false);
  robot.frame(3);
  CHECK(robot.session().field.selected_text() == "[5]");
  robot.type("7");
  robot.press(Key::escape);
  CHECK(cell(robot, "r1", "sum") == "7 ₽");
  CHECK_FALSE(is_marked());
}

TEST_CASE("a right click on a cell of a table opens the menu of its row, on a title it does not") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  const auto right_click = [&](const char* key) {
    robot.move_to(key);
    robot.app.input.button(1, true);
    robot.frame();
    robot.app.input.button(1, false);
    robot.frame(3);
  };
  right_click("field/sum/title");
  CHECK_FALSE(robot.shows("items/command.remove"));
  right_click("item/r3/handle");
  CHECK(robot.shows("items/command.remove"));
  CHECK(find_command("command.move_up")->is_enabled(robot.app));
  CHECK_FALSE(find_command("command.move_down")->is_enabled(robot.app));  // it is the last
  robot.press(Key::escape);
  right_click("field/r2/sum");
  REQUIRE(robot.shows("items/command.remove"));
  CHECK(find_command("command.move_down")->is_enabled(robot.app));
  robot.click("items/command.remove");
  CHECK(row_ids(robot) == std::vector<std::string>{"r1", "r3"});
}

TEST_CASE("the copy of a row has the cursor in the same column") {
  Robot robot(workbook_of(sample_sheet()));
  point_at(robot, "r1", "sum");
  robot.press(Key::d, control);
  REQUIRE(sheet_of(robot).rows.size() == 4);
  CHECK(cursor_of(robot) == FieldPlace{sheet_of(robot).rows[1].id, "sum"});
}

}  // namespace canvasbook::editor_items_sheet_test
