// Own scales in the window: defined by keys and by mouse, chosen, changed, deleted, and marked on.
#include <doctest/doctest.h>

#include "editor/items/state.h"
#include "model/kinds/checklist_scales.h"
#include "tests/own_scales.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_items_own_scale_test {

using namespace robot;

namespace {

Workbook workbook_with(std::vector<OwnScale> scales, const std::string& chosen = {}) {
  Checklist list;
  list.scales = std::move(scales);
  CheckGroup group{"g", "Зал", {}, {}};
  for (const char* id : {"a", "b"}) {
    CheckItem item;
    item.id = id;
    item.text = std::string("Пункт ") + id;
    item.requirement = "Как должно быть";
    item.own_scale = chosen;
    group.items.push_back(item);
  }
  list.groups.push_back(group);
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(list))})});
}

const Checklist& list_of(Robot& robot) { return std::get<Checklist>(robot.session().section()->content); }
const CheckItem& item_of(Robot& robot, std::string_view id) { return *find_check(list_of(robot), id); }

void enter(Robot& robot) {
  robot.press(Key::enter);
  robot.frame(2);
}

void choose(Robot& robot, const char* row) {
  robot.move_to("item/a");
  robot.click("item/a/scale");
  robot.click(row);
  robot.frame(2);
}

// "Отлично 100, Плохо 0": the levels of the only scale.
std::string levels_of(Robot& robot) {
  REQUIRE(list_of(robot).scales.size() == 1);
  std::string levels;
  for (const ScaleLevel& level : list_of(robot).scales[0].levels) {
    levels += (levels.empty() ? "" : ", ") + level.words + " " + std::to_string(level.points);
  }
  return levels;
}

}  // namespace

TEST_CASE("an own scale is defined by keys alone, the item is marked on it, and all of it is one step") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_with({}), {}, language);
    const Workbook start = robot.workbook();
    choose(robot, "scale/new");
    REQUIRE(robot.app.has_dialog());
    robot.type("Впечатление");
    enter(robot);
    for (const char* words : {"Отлично", "Приемлемо", "Плохо"}) {
      robot.type(words);
      enter(robot);
      enter(robot);  // its points stand there
    }
    REQUIRE_FALSE(robot.app.has_dialog());
    CHECK(levels_of(robot) == "Отлично 100, Приемлемо 50, Плохо 0");
    CHECK(list_of(robot).scales[0].title == "Впечатление");
    CHECK(item_of(robot, "a").own_scale == list_of(robot).scales[0].id);
    CHECK(item_of(robot, "b").own_scale.empty());
    CHECK(robot.session().history().next_undo()->name_key == std::string("step.own_scale"));
    robot.press(Key::z, control);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("the dialog is not done without a name, with points out of range or with the same words twice") {
  Robot robot(workbook_with({samples::impression()}, "impression"));
  const Workbook start = robot.workbook();
  choose(robot, "scale/change");
  for (const auto& [field, wrong] : {std::pair{"own_scale/0/points", "101"},
                                     {"own_scale/0/points", "a"},
                                     {"own_scale/0/words", "okay"},
                                     {"own_scale/name", " "}}) {
    robot.click(field);
    robot.press(Key::a, control);
    robot.type(wrong);
    robot.frame(2);
    robot.click("own_scale.do");
    CHECK(robot.app.has_dialog());
    robot.press(Key::escape);
    robot.frame(2);
    choose(robot, "scale/change");
  }
  CHECK(robot.workbook() == start);
}

TEST_CASE("levels are added, moved and removed, and a mark of the trial run stays at its level") {
  Workbook workbook = workbook_with({samples::impression()}, "impression");
  workbook =
      set_content(workbook, "sec", set_trial_mark(std::get<Checklist>(find_section(workbook, "sec")->content), "b", 0));
  Robot robot(workbook);
  choose(robot, "scale/change");
  robot.click("own_scale/0/words");
  robot.press(Key::down, alternate);
  robot.frame(2);
  robot.click("own_scale/2/remove");
  robot.click("own_scale/add");
  robot.frame(2);
  robot.type("Никак");
  enter(robot);
  robot.click("own_scale.do");
  REQUIRE_FALSE(robot.app.has_dialog());
  CHECK(levels_of(robot) == "Okay 50, Great 100, Никак 0");
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"b", 1}});
  robot.press(Key::z, control);
  CHECK(robot.workbook() == workbook);
}

TEST_CASE("a scale that items are marked on is deleted after a question, which says how many they are") {
  Robot robot(workbook_with({samples::impression()}, "impression"));
  const Workbook start = robot.workbook();
  choose(robot, "scale/change");
  robot.click("own_scale/remove_scale");
  robot.frame(2);
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->arguments[1].second == robot.app.catalog().count("items.check_count", 2));
  robot.click("own_scale.keep");
  CHECK(robot.workbook() == start);
  choose(robot, "scale/change");
  robot.click("own_scale/remove_scale");
  robot.frame(2);
  robot.click("own_scale.remove_scale");
  robot.frame(2);
  CHECK(list_of(robot).scales.empty());
  CHECK(item_of(robot, "a").own_scale.empty());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("an own scale is chosen like any other, for an item and for the list, and digits mark its levels") {
  Robot robot(workbook_with({samples::impression()}));
  choose(robot, "scale/own/impression");
  CHECK(item_of(robot, "a").own_scale == "impression");
  choose(robot, "scale/");
  CHECK(item_of(robot, "a").own_scale.empty());
  robot.click("checklist/scale");
  robot.click("scale/own/impression");
  CHECK(list_of(robot).own_scale == "impression");
  robot.press(Key::t, control);
  robot.frame(2);
  robot.press(Key::digit_2);
  robot.press(Key::digit_0);
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", 1}, {"b", mark_not_applicable}});
  CHECK(*score_checklist(list_of(robot), marks_of_trial(list_of(robot))).total.part() == 0.5);
}

TEST_CASE("from which level on a critical item passes is chosen from the points of its scale") {
  Robot robot(workbook_with({samples::impression()}, "impression"));
  robot.session().point_at({"a", "text"});
  robot.frame(2);
  robot.run("command.threshold");
  robot.frame(2);
  robot.click("threshold/50");
  robot.frame(2);
  CHECK(item_of(robot, "a").critical);
  CHECK(item_of(robot, "a").least_points == 50);
  CHECK(item_of(robot, "a").threshold == 0);
}

}  // namespace canvasbook::editor_items_own_scale_test
