// A sheet in the window: typed cells, columns, rows, and blocks of cells from a spreadsheet.
#include <doctest/doctest.h>

#include <algorithm>

#include "model/kinds/sheet_cells.h"
#include "tests/growth.h"
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

TEST_CASE("Enter goes down the column, Tab to the right, and both make rows at the end") {
  Robot robot(workbook_of(sample_sheet()));
  fold_panels(robot);
  robot.click("field/r2/name");
  robot.press(Key::enter);
  CHECK(robot.view().edited == "r3");
  robot.press(Key::enter);
  REQUIRE(sheet_of(robot).rows.size() == 4);
  CHECK(robot.view().edited == sheet_of(robot).rows.back().id);
  CHECK(robot.view().field == "name");
  point_at(robot, "r1", "name");
  robot.press(Key::tab);
  CHECK(robot.view().field == "sum");
  robot.press(Key::tab);
  CHECK(robot.view().field == "done");  // it is not written in, only pointed at
  CHECK(robot.view().editing == Editing::nothing);
  robot.press(Key::tab);
  CHECK(robot.view().field == "kind");
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
  for (int i = 0; i < 4; ++i) robot.press(Key::down);
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

TEST_CASE(
    "a frame of a sheet costs what is seen, not what there is, and a letter in a long one no more than in proportion") {
  const auto look_at = [](size_t count, int& vertices, double& letter, double& still) {
    Sheet sheet = sample_sheet();
    for (int i = 0; i < 3; ++i) sheet.columns.push_back(column(("x" + std::to_string(i)).c_str()));
    for (size_t i = 0; i < count; ++i) {
      SheetRow row{"n" + std::to_string(i), {}, {}};
      for (const SheetColumn& one : sheet.columns) row.cells[one.id] = "Текст " + std::to_string(i % 97);
      sheet.rows.push_back(std::move(row));
    }
    AppWorld world = Robot::world_of(Language::ru);
    world.stopwatch = [seconds = 0.0]() mutable { return seconds += 1; };  // all is slow and waits for a pause
    Robot robot(world);
    robot.app.open(workbook_of(std::move(sheet)), {});
    robot.frame(5);
    vertices = ImGui::GetDrawData()->TotalVtxCount;
    const size_t parts = robot.app.parts.parts().size();
    robot.session().begin_field({"r1", "name"});
    robot.frame(3);
    letter = samples::least_seconds(10, [&](auto measure) { measure([&] { robot.type("я"); }); });
    robot.press(Key::escape);
    still = samples::least_seconds(10, [&](auto measure) { measure([&] { robot.frame(); }); });
    return parts;
  };
  int few = 0;
  int many = 0;
  double letter_in_few = 0;
  double letter_in_many = 0;
  double frame_of_few = 0;
  double frame_of_many = 0;
  CHECK(look_at(100, few, letter_in_few, frame_of_few) == look_at(5000, many, letter_in_many, frame_of_many));
  CHECK(many < few * 1.1);
  const double growth = letter_in_many / letter_in_few;
  CAPTURE(growth);
  CHECK(growth < 3 * 50);  // with the square of the number it is 2500
  CAPTURE(frame_of_many / frame_of_few);
  CHECK(frame_of_many < frame_of_few * 3);
}

}  // namespace canvasbook::editor_items_sheet_test
