// A check list in the window: its lines and items, weight, criticality and scale by mouse and by keys, and the trial
// run.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/items/state.h"
#include "model/file/workbook_file.h"
#include "model/kinds/checklist_score.h"
#include "tests/growth.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_items_checklist_test {

using namespace robot;

namespace {

CheckItem make_item(const std::string& id, int weight = 1, bool critical = false) {
  CheckItem item;
  item.id = id;
  item.text = "Что проверяем " + id;
  item.requirement = "Как должно быть";
  item.weight = weight;
  item.critical = critical;
  return item;
}

Checklist sample_list() {
  Checklist checklist;
  checklist.scale = Scale::yes_no_partly;
  checklist.head = {{"h1", "Дата", {}}, {"h2", "Кто проверяет", {}}};
  checklist.groups = {{"g1", "Вход", {make_item("a"), make_item("b", 3, true)}, {}},
                      {"g2", "Зал", {make_item("c", 2)}, {}}};
  checklist.signatures = {{"s1", "Управляющий", {}}};
  return checklist;
}

Workbook workbook_of(Checklist checklist) {
  return samples::make_workbook(
      {samples::make_document_of("doc", {samples::make_section("sec", std::move(checklist))})});
}

const Checklist& list_of(Robot& robot) { return std::get<Checklist>(robot.session().section()->content); }

const CheckItem& item_of(Robot& robot, std::string_view id) {
  for (const CheckGroup& group : list_of(robot).groups) {
    for (const CheckItem& item : group.items) {
      if (item.id == id) return item;
    }
  }
  FAIL("no item");
  static const CheckItem none;
  return none;
}

void undo_all(Robot& robot) {
  robot.session().end_writing();
  while (robot.session().can_undo()) robot.press(Key::z, control);
}

void point_at(Robot& robot, const std::string& item, const std::string& field = "text") {
  robot.session().point_at({item, field});
  robot.frame(2);
}

}  // namespace

TEST_CASE("weight is changed by buttons and keys, stays within 1 and 10, and is undone") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.click("item/a/heavier");
  CHECK(item_of(robot, "a").weight == 2);
  robot.click("item/a/lighter");
  robot.click("item/a/lighter");  // it can be no less than 1
  CHECK(item_of(robot, "a").weight == 1);
  point_at(robot, "c");
  for (int i = 0; i < 12; ++i) robot.press(Key::up, control);
  CHECK(item_of(robot, "c").weight == 10);
  robot.press(Key::down, control);
  CHECK(item_of(robot, "c").weight == 9);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("an item is made critical by its box and by a key, several at once where several are selected") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.click("item/a/critical");
  CHECK(item_of(robot, "a").critical);
  point_at(robot, "a");
  robot.press(Key::c, control_shift);
  CHECK_FALSE(item_of(robot, "a").critical);
  robot.session().select_item("a", false);
  robot.session().select_item("c", true);
  robot.session().view.field = "text";
  robot.frame();
  robot.press(Key::c, control_shift);
  CHECK(item_of(robot, "a").critical);
  CHECK(item_of(robot, "c").critical);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("the scale of the list and of an item is chosen from a menu, opened by mouse or keys") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.click("checklist/scale");
  robot.click("scale/points_5");
  CHECK(list_of(robot).scale == Scale::points_5);
  robot.click("item/a/scale");
  robot.click("scale/yes_no");
  CHECK(item_of(robot, "a").scale == Scale::yes_no);
  point_at(robot, "b");
  robot.press(Key::l, control_shift);
  robot.frame(2);
  for (int i = 0; i < 5; ++i) robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(item_of(robot, "b").scale == Scale::points_7);
  CHECK(robot.session().history().next_undo()->name_key == std::string("step.item_scale"));
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("lines of the form are added, named, moved and removed by keys") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.session().point_at({"", "add/head"});
  robot.frame(2);
  robot.press(Key::enter);
  robot.type("Смена");
  robot.press(Key::escape);
  REQUIRE(list_of(robot).head.size() == 3);
  CHECK(list_of(robot).head.back().title == "Смена");
  robot.press(Key::up, alternate);
  CHECK(list_of(robot).head[1].title == "Смена");
  robot.press(Key::delete_);
  CHECK(list_of(robot).head.size() == 2);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a line for a signature is added by a click on the line that adds") {
  Robot robot(workbook_of(sample_list()));
  robot.session().point_at({"", "add/signature"});
  robot.frame(3);
  robot.click("field//add/signature");
  robot.type("Бариста");
  robot.press(Key::escape);
  REQUIRE(list_of(robot).signatures.size() == 2);
  CHECK(list_of(robot).signatures.back().title == "Бариста");
}

TEST_CASE("an item is added at the end of its group by mouse, by keys and by typing") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.click("field//add/g1");
  robot.type("Вывеска");
  robot.press(Key::escape);
  REQUIRE(list_of(robot).groups[0].items.size() == 3);
  CHECK(list_of(robot).groups[0].items.back().text == "Вывеска");
  // From the last text the arrow leads to the line that adds; what is typed there is the new item.
  point_at(robot, "c", "requirement");
  robot.press(Key::down);
  CHECK(robot.view().field == "add/g2");
  robot.type("Свет");
  robot.press(Key::escape);
  REQUIRE(list_of(robot).groups[1].items.size() == 2);
  CHECK(list_of(robot).groups[1].items.back().text == "Свет");
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("Delete on a line that adds removes nothing") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.session().point_at({"", "add/g1"});
  robot.frame();
  robot.press(Key::delete_);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a group is added by the line below the last one") {
  Robot robot(workbook_of(sample_list()));
  robot.click("field//add/group");
  robot.type("Касса");
  robot.press(Key::escape);
  REQUIRE(list_of(robot).groups.size() == 3);
  CHECK(list_of(robot).groups.back().title == "Касса");
  CHECK(list_of(robot).groups.back().items.size() == 1);
}

TEST_CASE("an empty list says what to do, and its button makes the first group") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(Checklist{}), {}, language);
    robot.click("items/add");
    CHECK(list_of(robot).groups.size() == 1);
    CHECK(robot.view().editing == Editing::field);
  }
}

TEST_CASE("items are dragged into another group") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.drag("item/a/handle", "item/c");
  CHECK(list_of(robot).groups[0].items.size() == 1);
  CHECK(list_of(robot).groups[1].items.size() == 2);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE(
    "a trial run is marked by digits, which go on to the next item, and is kept with the list until it is cleared") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.press(Key::t, control);
  robot.frame(2);
  REQUIRE(robot.app.state<ItemState>().on_trial);
  CHECK(robot.view().cursor == "a");
  robot.press(Key::digit_1);
  CHECK(robot.view().cursor == "b");
  robot.press(Key::digit_3);
  robot.press(Key::minus);
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_yes}, {"b", mark_no}, {"c", mark_not_applicable}});
  robot.frame();
  CHECK(*robot.app.state<ItemState>().score.total.part() == doctest::Approx(0.25));
  CHECK(robot.app.state<ItemState>().score.total.failed == std::vector<std::string>{"b"});
  robot.press(Key::t, control);
  robot.frame(2);
  CHECK_FALSE(robot.app.state<ItemState>().on_trial);
  CHECK(marks_of_trial(list_of(robot)).size() == 3);
  robot.press(Key::t, control);
  robot.frame(2);
  robot.click("trial/clear");
  CHECK(marks_of_trial(list_of(robot)).empty());
  robot.session().undo();  // clearing is a step
  CHECK(marks_of_trial(list_of(robot)).size() == 3);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a trial run is marked by mouse, a second click takes the mark back") {
  Robot robot(workbook_of(sample_list()));
  robot.click("checklist/trial");
  robot.click("item/b/mark/2");
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"b", mark_yes}});
  robot.click("item/b/mark/2");
  CHECK(marks_of_trial(list_of(robot)).empty());
  robot.click("item/a/mark/1");
  robot.click("item/c/mark/-1");
  robot.run("command.clear_marks");  // from the palette, during the run or later
  CHECK(marks_of_trial(list_of(robot)).empty());
  CHECK_FALSE(is_enabled(*find_command("command.clear_marks"), robot.app));
  robot.click("checklist/trial");
  CHECK_FALSE(robot.app.state<ItemState>().on_trial);
  robot.session().begin_field({"a", "text"});
  robot.frame(2);
  robot.press(Key::t, control);  // also while a text is written
  CHECK(robot.app.state<ItemState>().on_trial);
  CHECK_FALSE(robot.session().is_writing());
  robot.run("command.trial");
  CHECK_FALSE(robot.app.state<ItemState>().on_trial);
}

TEST_CASE("in a trial run neither letters nor Delete change the list") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.press(Key::t, control);
  robot.frame(2);
  robot.press(Key::digit_1);
  robot.press(Key::up);
  robot.press(Key::delete_);
  CHECK(marks_of_trial(list_of(robot)).empty());  // Delete takes the mark back
  robot.type("слова");
  robot.click("field/b/text");
  robot.type("ещё");
  CHECK(robot.view().editing == Editing::nothing);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a mark out of other points goes with the scale that it was given on") {
  const Checklist before = set_trial_mark(sample_list(), "a", mark_yes);
  Checklist after = before;
  after.scale = Scale::points_10;
  CHECK(marks_of_trial(with_scales(before, after)).empty());
  after.scale = Scale::yes_no;
  CHECK(marks_of_trial(with_scales(before, after)).size() == 1);
}

TEST_CASE("the two conventions for points are chosen in the trial run") {
  Checklist checklist = sample_list();
  checklist.scale = Scale::points_5;
  Robot robot(workbook_of(checklist));
  robot.click("checklist/trial");
  robot.click("item/a/mark/3");
  robot.frame();
  CHECK(robot.app.state<ItemState>().score.total.reached == doctest::Approx(0.6));
  robot.click("trial/above_least");
  robot.frame();
  CHECK(robot.app.state<ItemState>().score.total.reached == doctest::Approx(0.5));
}

TEST_CASE("another section ends the trial run") {
  Workbook workbook = samples::make_workbook({samples::make_document_of(
      "doc", {samples::make_section("one", sample_list()), samples::make_section("two", Checklist{})})});
  Robot robot(workbook);
  robot.press(Key::t, control);
  robot.press(Key::digit_1);
  robot.session().show_section(0, 1);
  robot.frame(2);
  CHECK_FALSE(robot.app.state<ItemState>().on_trial);
  robot.session().show_section(0, 0);
  robot.frame(2);
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_yes}});
}

TEST_CASE("marks go with their item and come back with it, and a copy has none") {
  Robot robot(workbook_of(set_trial_mark(sample_list(), "a", mark_no)));
  robot.session().select_item("a", false);
  robot.session().duplicate_items();
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_no}});
  robot.session().select_item("a", false);
  robot.session().remove_items();
  CHECK(marks_of_trial(list_of(robot)).empty());
  robot.session().undo();
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_no}});
  robot.session().duplicate_document(std::string(robot.session().document()->id), "Copy");
  CHECK(marks_of_trial(list_of(robot)).empty());
}

TEST_CASE("the draft of a trial run is read as it was written, and no is not unmarked") {
  const Workbook workbook = workbook_of(set_trial_mark(sample_list(), "b", mark_no));
  const auto read = read_workbook(write_workbook(workbook));
  REQUIRE(read);
  CHECK(*read == workbook);
}

TEST_CASE("the labels of a check list fit in both languages, at every scale, in the smallest window") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1440, 900}}) {
        Checklist checklist = sample_list();
        checklist.groups[0].items[0].scale = Scale::yes_no_partly;
        checklist.groups[0].items[1].scale = Scale::points_10;
        Robot robot(workbook_of(checklist), {}, language, scale, size);
        const auto check = [&](std::initializer_list<std::string_view> prefixes) {
          robot.frame(2);
          CAPTURE(language_code(language));
          for (const std::string_view prefix : prefixes) {
            CAPTURE(prefix);
            check_labels_fit(robot, [&](std::string_view key) { return key.starts_with(prefix); });
          }
        };
        check({"item/", "checklist/"});
        robot.click("checklist/trial");
        robot.click("item/b/mark/10");
        robot.click("item/b/mark/1");
        check({"item/", "checklist/", "trial/"});
      }
    }
  }
}

TEST_CASE(
    "a frame of a check list costs what is seen, not what there is, and a letter in a long one no more than in "
    "proportion") {
  const auto look_at = [](size_t count, int& vertices, double& letter) {
    Checklist checklist = sample_list();
    for (size_t i = 0; i < count; ++i) checklist.groups[1].items.push_back(make_item("i" + std::to_string(i)));
    AppWorld world = Robot::world_of(Language::ru);
    world.stopwatch = [seconds = 0.0]() mutable { return seconds += 1; };  // all is slow and waits for a pause
    Robot robot(world);
    robot.app.open(workbook_of(std::move(checklist)), {});
    robot.frame(5);
    vertices = ImGui::GetDrawData()->TotalVtxCount;
    const size_t parts = robot.app.parts.parts().size();
    robot.session().begin_field({"a", "text"});
    robot.frame(3);
    letter = samples::least_seconds(10, [&](auto measure) { measure([&] { robot.type("я"); }); });
    return parts;
  };
  int few = 0;
  int many = 0;
  double short_one = 0;
  double long_one = 0;
  CHECK(look_at(100, few, short_one) == look_at(5000, many, long_one));
  CHECK(many < few * 1.1);
  const double growth = long_one / short_one;
  CAPTURE(growth);
  CHECK(growth < 3 * 50);  // with the square of the number it is 2500
}

}  // namespace canvasbook::editor_items_checklist_test
