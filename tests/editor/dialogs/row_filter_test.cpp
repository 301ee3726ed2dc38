// A sheet whose rows are sorted or in part left out for looking at them.
#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_dialogs_row_filter_test {

using namespace robot;

namespace {

Workbook prices() {
  Sheet sheet;
  for (const char* id : {"name", "place"}) {
    SheetColumn column;
    column.id = id;
    column.title = id == std::string_view("name") ? "Напиток" : "Где";
    column.share = 2;
    sheet.columns.push_back(column);
  }
  sheet.rows = {{"r1", {{"name", "Чай"}, {"place", "Зал"}}, {}},
                {"r2", {{"name", "Айран"}, {"place", "Доставка"}}, {}},
                {"r3", {{"name", "Кофе"}, {"place", "Зал"}}, {}}};
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", sheet)})});
}

const Sheet& sheet_of(Robot& robot) { return std::get<Sheet>(robot.session().section()->content); }

std::vector<std::string> seen(Robot& robot) {
  std::vector<std::string> names;
  for (const size_t row : robot.session().shown_rows()) names.push_back(sheet_of(robot).rows[row].cells.at("name"));
  return names;
}

void choose(Robot& robot, const char* column, const char* command) {
  robot.click(std::string("column/") + column + "/menu");
  robot.click(command);
  robot.frame(2);
}

float top(Robot& robot, std::string_view key) {
  const PartRegister::Part* part = robot.app.parts.find(key);
  REQUIRE(part != nullptr);
  return part->from.y;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("rows are sorted before the eyes alone: workbook, undo and print know nothing of it") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(prices(), {}, language);
    const Workbook start = robot.workbook();
    choose(robot, "name", "sheet/items.sort_up");
    CHECK(seen(robot) == Names{"Айран", "Кофе", "Чай"});
    CHECK(top(robot, "item/r2") < top(robot, "item/r3"));
    CHECK(top(robot, "item/r3") < top(robot, "item/r1"));
    CHECK(robot.workbook() == start);
    CHECK_FALSE(robot.session().can_undo());
    check_labels_fit(robot, [](std::string_view key) { return key.starts_with("sheet/"); });
    choose(robot, "name", "sheet/items.sort_down");
    CHECK(seen(robot) == Names{"Чай", "Кофе", "Айран"});
    choose(robot, "name", "sheet/items.sort_down");  // once more takes it back
    CHECK(seen(robot) == Names{"Чай", "Айран", "Кофе"});
    CHECK_FALSE(robot.shows("sheet/all_rows"));
  }
}

TEST_CASE("rows are shown by words or by ticked texts, and all come back by one click") {
  Robot robot(prices());
  choose(robot, "place", "sheet/items.filter_rows");
  robot.type("достав");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(seen(robot) == Names{"Айран"});
  CHECK(robot.shows("item/r2"));
  CHECK_FALSE(robot.shows("item/r1"));
  robot.click("sheet/all_rows");
  robot.frame(2);
  CHECK(seen(robot) == Names{"Чай", "Айран", "Кофе"});
  choose(robot, "place", "sheet/items.filter_rows");
  robot.click("filter/0");  // «Доставка»
  robot.click("filter.show");
  robot.frame(2);
  CHECK(seen(robot) == Names{"Чай", "Кофе"});
  choose(robot, "place", "sheet/items.filter_rows");
  robot.click("filter/every");
  robot.click("filter/every");
  robot.press(Key::escape);  // leaves it as it was
  CHECK(seen(robot) == Names{"Чай", "Кофе"});
  choose(robot, "place", "sheet/items.filter_rows");
  robot.click("filter.all");
  CHECK(seen(robot) == Names{"Чай", "Айран", "Кофе"});
}

TEST_CASE("what is selected, copied, emptied and pasted in such a view are the rows that are seen, in their order") {
  Robot robot(prices());
  choose(robot, "name", "sheet/items.sort_down");
  choose(robot, "place", "sheet/items.filter_rows");
  robot.type("зал");
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(seen(robot) == Names{"Чай", "Кофе"});
  robot.session().point_at({"r1", "name"});
  robot.frame(2);
  robot.press(Key::down, shift);
  CHECK(robot.view().selected == ItemIds{"r1", "r3"});
  robot.press(Key::c, control);
  CHECK(robot.clipboard == "Чай\nКофе\n");
  robot.clipboard = "Чай чёрный\nКофе с молоком\nКакао\n";
  robot.press(Key::v, control);
  CHECK(sheet_of(robot).rows[0].cells.at("name") == "Чай чёрный");
  CHECK(sheet_of(robot).rows[1].cells.at("name") == "Айран");
  CHECK(sheet_of(robot).rows[2].cells.at("name") == "Кофе с молоком");
  REQUIRE(sheet_of(robot).rows.size() == 4);
  CHECK(seen(robot) == Names{"Чай чёрный", "Кофе с молоком", "Какао"});
  robot.press(Key::delete_);
  CHECK(sheet_of(robot).rows[1].cells.at("name") == "Айран");
  CHECK_FALSE(sheet_of(robot).rows[0].cells.contains("name"));
  robot.press(Key::a, control);
  CHECK(robot.view().selected.size() == 3);
  robot.press(Key::delete_);
  robot.frame(2);
  CHECK(sheet_of(robot).rows.size() == 1);
  CHECK(sheet_of(robot).rows[0].id == "r2");
}

TEST_CASE("a row that one goes to is seen although the view leaves it out, and rows are not moved in a view") {
  Robot robot(prices());
  choose(robot, "place", "sheet/items.filter_rows");
  robot.type("зал");
  robot.press(Key::enter);
  robot.frame(2);
  robot.session().go_to("r2");
  robot.frame(2);
  CHECK(robot.shows("item/r2"));
  const Workbook start = robot.workbook();
  robot.press(Key::down, alternate);
  robot.drag("item/r1/handle", "item/r3");
  robot.frame(2);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a new row in a sorted view stands behind the one it was made at, and is written at once") {
  Robot robot(prices());
  choose(robot, "name", "sheet/items.sort_up");
  robot.session().point_at({"r2", "name"});
  robot.frame(2);
  robot.press(Key::insert);
  robot.type("Яблочный сок");
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(seen(robot) == Names{"Айран", "Яблочный сок", "Кофе", "Чай"});
  choose(robot, "name", "sheet/items.sort_down");
  CHECK(seen(robot) == Names{"Яблочный сок", "Чай", "Кофе", "Айран"});
}

}  // namespace canvasbook::editor_dialogs_row_filter_test
