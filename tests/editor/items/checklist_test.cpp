// A check list in the window: its lines and items, weight, criticality and scale by mouse and by keys, and the trial
// run.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/items/state.h"
#include "model/file/workbook_file.h"
#include "model/kinds/checklist_score.h"
#include "tests/dictionaries.h"
#include "tests/drawn_text.h"
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

// "text|requirement|weight" of each item, groups parted by "/".
std::string told_items(Robot& robot) {
  std::string all;
  for (const CheckGroup& group : list_of(robot).groups) {
    if (&group != &list_of(robot).groups.front()) all += "/ ";
    for (const CheckItem& item : group.items) {
      all += item.text + "|" + item.requirement + "|" + Catalog::of(Language::en).decimal(item.weight) + " ";
    }
  }
  return all;
}

std::string keys_of(Robot& robot, const char* command) {
  return shortcut_text(*find_command(command), robot.app.catalog());
}

void right_click(Robot& robot, std::string_view key) {
  robot.move_to(key);
  robot.app.input.button(1, true);
  robot.frame();
  robot.app.input.button(1, false);
  robot.frame(3);
}

void point_at(Robot& robot, const std::string& item, const std::string& field = "text") {
  robot.session().point_at({item, field});
  robot.frame(2);
}

}  // namespace

TEST_CASE("weight is changed by buttons and keys, stays within 0 and 10, and is undone") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.move_to("item/a");
  robot.click("item/a/heavier");
  CHECK(item_of(robot, "a").weight == 2);
  for (const double weight : {1, 0, 0}) {  // it can be no less
    robot.move_to("item/a");
    robot.click("item/a/lighter");
    CHECK(item_of(robot, "a").weight == weight);
  }
  point_at(robot, "c");
  for (int i = 0; i < 12; ++i) robot.press(Key::up, control);
  CHECK(item_of(robot, "c").weight == 10);
  robot.press(Key::down, control);
  CHECK(item_of(robot, "c").weight == 9);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("any weight is written in the numbers of the language, for all chosen items, and the buttons round it") {
  for (const auto& [language, written] : {std::pair{Language::ru, "2,5"}, {Language::en, "2.5"}}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    const Workbook start = robot.workbook();
    point_at(robot, "a");
    robot.session().select_also("c");
    robot.frame(2);
    robot.run("command.weight");
    robot.frame(2);
    robot.type("11");
    robot.press(Key::enter);  // no weight: the dialog stays
    robot.frame(2);
    REQUIRE(robot.app.has_dialog());
    robot.press(Key::a, control);
    robot.type(written);
    robot.press(Key::enter);
    robot.frame(2);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(item_of(robot, "a").weight == 2.5);
    CHECK(item_of(robot, "c").weight == 2.5);
    CHECK(item_of(robot, "b").weight == 3);
    robot.press(Key::z, control);  // one step
    CHECK(robot.workbook() == start);
    robot.press(Key::y, control);
    robot.show_letters();
    CHECK(drawn_letters().find(written) != std::string::npos);
    point_at(robot, "a");
    robot.press(Key::up, control);
    CHECK(item_of(robot, "a").weight == 3);
    robot.click("item/a/weight");
    robot.frame(2);
    robot.type("0");
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(item_of(robot, "a").weight == 0);
  }
}

TEST_CASE("what proves an item is written from its menu and shown below its texts, and goes when it is emptied") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    const Workbook start = robot.workbook();
    CHECK_FALSE(robot.shows("field/a/evidence"));
    point_at(robot, "a");
    robot.run("command.evidence");
    robot.frame(2);
    robot.type("№ чека");
    robot.press(Key::escape);
    point_at(robot, "b");
    CHECK(item_of(robot, "a").evidence == "№ чека");
    CHECK(robot.shows("field/a/evidence"));
    undo_all(robot);
    CHECK(robot.workbook() == start);
    robot.frame(2);
    CHECK_FALSE(robot.shows("field/a/evidence"));
  }
}

TEST_CASE("an item can be asked only if another is not met: it is hidden in the trial run until that is said") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    const Workbook start = robot.workbook();
    point_at(robot, "c");
    robot.run("command.opener");
    robot.frame(2);
    robot.click("opener/a");
    robot.frame(2);
    CHECK(item_of(robot, "c").opens_on == "a");
    CHECK(list_of(robot).groups[0].items[1].id == "c");  // behind what opens it
    point_at(robot, "a");
    robot.run("command.opener");
    robot.frame(2);
    robot.click("opener/c");  // a ring
    robot.frame(2);
    CHECK(item_of(robot, "a").opens_on.empty());
    CHECK(robot.app.message() == robot.app.catalog().text("items.opener_fault.ring"));
    robot.click("checklist/trial");
    robot.frame(2);
    CHECK_FALSE(robot.shows("item/c"));
    robot.press(Key::digit_3);  // no: the cursor goes to what that opens
    robot.frame(2);
    CHECK(robot.shows("item/c"));
    CHECK(robot.session().view().cursor == "c");
    robot.press(Key::digit_1);
    robot.frame(2);
    CHECK(robot.app.state<ItemState>().score.total.asked() == 3);
    robot.click("item/a/mark/2");
    robot.frame(2);
    CHECK_FALSE(robot.shows("item/c"));
    CHECK(robot.app.state<ItemState>().score.total.asked() == 2);
    CHECK(item_of(robot, "c").trial_mark == mark_yes);  // kept, but not counted
    robot.click("checklist/trial");
    undo_all(robot);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("what is not counted leaves the score, and where nothing is counted there is none") {
  for (const Language language : {Language::ru, Language::en}) {
    Checklist checklist = sample_list();
    for (CheckGroup& group : checklist.groups) {
      for (CheckItem& item : group.items) item.weight = 0;
    }
    Robot robot(workbook_of(checklist), {}, language);
    robot.click("checklist/trial");
    for (const char* item : {"a", "b", "c"}) robot.click(std::string("item/") + item + "/mark/2");
    robot.move_to("command.undo");
    robot.show_letters();
    CHECK(drawn_letters().find(robot.app.catalog().text("items.no_score")) != std::string::npos);
    CHECK_FALSE(robot.app.state<ItemState>().score.total.part().has_value());
    robot.click("item/b/mark/0");  // it is critical all the same
    robot.frame(2);
    CHECK(robot.app.state<ItemState>().score.total.failed == std::vector<std::string>{"b"});
  }
}

TEST_CASE("from which mark on a critical item passes is chosen where it is made critical, and goes with the scale") {
  for (const Language language : {Language::ru, Language::en}) {
    Checklist checklist = sample_list();
    checklist.scale = Scale::points_5;
    Robot robot(workbook_of(checklist), {}, language);
    const Workbook start = robot.workbook();
    point_at(robot, "a");
    robot.click("item/a/critical");
    CHECK(item_of(robot, "a").critical);
    robot.frame(2);
    robot.click("item/a/critical");
    robot.frame(2);
    robot.click("threshold/4");
    robot.frame(2);
    CHECK(item_of(robot, "a").threshold == 4);
    point_at(robot, "b");
    robot.move_to("command.undo");
    robot.show_letters();
    CHECK(drawn_letters().find(language == Language::ru ? "нениже4из5" : "atleast4of5") != std::string::npos);
    robot.press(Key::t, control);
    robot.frame(2);
    robot.press(Key::digit_4);
    robot.frame(2);
    CHECK(robot.app.state<ItemState>().score.total.failed.empty());
    robot.press(Key::t, control);
    robot.frame(2);
    robot.click("checklist/scale");
    robot.click("scale/points_7");
    CHECK(item_of(robot, "a").threshold == 0);
    CHECK(item_of(robot, "a").critical);
    robot.press(Key::z, control);
    CHECK(item_of(robot, "a").threshold == 4);
    point_at(robot, "a");
    robot.run("command.threshold");
    robot.frame(2);
    robot.click("threshold/none");
    robot.frame(2);
    CHECK_FALSE(item_of(robot, "a").critical);
    CHECK(item_of(robot, "a").threshold == 0);
    undo_all(robot);
    CHECK(robot.workbook() == start);
  }
}

TEST_CASE("an item is made critical by its box and by a key, several at once where several are selected") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  robot.move_to("item/a");
  robot.click("item/a/critical");
  CHECK(item_of(robot, "a").critical);
  point_at(robot, "a");
  robot.press(Key::c, control_shift);
  CHECK_FALSE(item_of(robot, "a").critical);
  point_at(robot, "c");
  robot.session().select_also("a");
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
  robot.move_to("item/a");
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

TEST_CASE("in an empty list the button and Insert make a group without a name, and what is typed is its first item") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const bool by_key : {false, true}) {
      Robot robot(workbook_of(Checklist{}), {}, language);
      const Workbook start = robot.workbook();
      if (by_key) {
        robot.press(Key::insert);
      } else {
        robot.click("items/add");
      }
      robot.type("Пол сухой");
      robot.press(Key::insert);
      robot.type("Свет горит");
      robot.press(Key::escape);
      REQUIRE(list_of(robot).groups.size() == 1);
      CHECK(list_of(robot).groups[0].title.empty());
      REQUIRE(list_of(robot).groups[0].items.size() == 2);
      CHECK(list_of(robot).groups[0].items[0].text == "Пол сухой");
      CHECK(list_of(robot).groups[0].items[1].text == "Свет горит");
      undo_all(robot);
      CHECK(robot.workbook() == start);
    }
  }
}

TEST_CASE("the group and item that an empty list began with go when nothing was written") {
  Robot robot(workbook_of(Checklist{}));
  robot.press(Key::insert);
  REQUIRE(list_of(robot).groups.size() == 1);
  robot.press(Key::escape);
  CHECK(list_of(robot).groups.empty());
}

TEST_CASE("without a cursor Insert adds an item to the last group") {
  Robot robot(workbook_of(sample_list()));
  robot.press(Key::insert);
  robot.type("Окна чистые");
  REQUIRE(list_of(robot).groups.size() == 2);
  CHECK(list_of(robot).groups[1].items.back().text == "Окна чистые");
}

TEST_CASE("a row is as high as its text where the controls stand below it, but for the chosen one") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language, 1, {1280, 720});
    robot.move_to("command.undo");
    robot.frame(2);
    const auto height = [&](const char* item) {
      const PartRegister::Part* row = robot.app.parts.find(std::string("item/") + item);
      REQUIRE(row != nullptr);
      return row->to.y - row->from.y;
    };
    const float usual = height("a");
    const PartRegister::Part* text = robot.app.parts.find("field/a/requirement");
    REQUIRE(text != nullptr);
    CHECK(robot.app.parts.find("item/a")->to.y - text->to.y < 14);  // its rim alone
    point_at(robot, "a");
    CHECK(height("a") >= usual + 28);
    CHECK(robot.shows("item/a/scale"));
    point_at(robot, "c");
    CHECK(height("a") == usual);
  }
}

TEST_CASE("in a wide window the controls of an item stand in one line") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language, 1, {1920, 1080});
    point_at(robot, "a");
    float from = 0;
    for (const char* control : {"lighter", "heavier", "critical", "scale"}) {
      const PartRegister::Part* part = robot.app.parts.find(std::string("item/a/") + control);
      REQUIRE(part != nullptr);
      CHECK(part->fits);
      CHECK(part->from.y == robot.app.parts.find("item/a/lighter")->from.y);
      CHECK(part->from.x >= from);
      from = part->to.x;
    }
    CHECK(from <= robot.app.parts.find("item/a")->to.x);
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
  CHECK(robot.app.message() == robot.app.catalog().count("items.marks_cleared", 3));
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

TEST_CASE("on a scale up to ten 1 and then 0 are ten, and any other digit behind a 1 is of the next item") {
  Checklist checklist = sample_list();
  checklist.scale = Scale::points_10;
  Robot robot(workbook_of(checklist));
  robot.press(Key::t, control);
  robot.frame(2);
  robot.press(Key::digit_1);
  robot.type("1");  // the character comes behind its key
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", 1}});
  robot.press(Key::digit_0);
  robot.press(Key::digit_1);
  robot.press(Key::digit_7);
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", 10}, {"b", 1}, {"c", 7}});
  robot.press(Key::up);
  robot.press(Key::digit_1);
  robot.press(Key::down);  // done with it
  robot.press(Key::digit_0);
  CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", 10}, {"b", 1}, {"c", 10}});
}

TEST_CASE("a trial run begins at its result, wherever the list was scrolled") {
  Checklist list = sample_list();
  for (int i = 0; i < 40; ++i) {
    CheckItem item = list.groups.back().items.back();
    item.id = "more" + std::to_string(i);
    list.groups.back().items.push_back(item);
  }
  Robot robot(workbook_of(list), {}, Language::en, 1, {1280, 720});
  point_at(robot, "more39");
  robot.run("command.trial");
  robot.frame(3);
  const PartRegister::Part* result = robot.app.parts.find("trial/result");
  REQUIRE(result != nullptr);
  CHECK(result->visible);
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

TEST_CASE("the rule of the printed form comes first, and the other one says that it is of the screen") {
  for (const Language language : {Language::ru, Language::en}) {
    Checklist checklist = sample_list();
    checklist.scale = Scale::points_5;
    Robot robot(workbook_of(checklist), {}, language);
    robot.click("checklist/trial");
    CHECK_FALSE(robot.app.state<ItemState>().trial_from_least);
    const PartRegister::Part* form = robot.app.parts.find("trial/of_maximum");
    const PartRegister::Part* screen = robot.app.parts.find("trial/above_least");
    REQUIRE(form != nullptr);
    REQUIRE(screen != nullptr);
    CHECK((form->from.y < screen->from.y || form->from.x < screen->from.x));
    robot.show_letters();
    const std::string drawn = drawn_letters();
    CHECK(drawn.find(language == Language::ru ? "Какнабланке:балл÷5" : "Asontheform:points÷5") != std::string::npos);
    CHECK(drawn.find(language == Language::ru ? "Тольконаэкране:" : "Onlyonthescreen:") != std::string::npos);
  }
}

TEST_CASE("what is not marked yet is left out of the result, and the sentence says so") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    robot.click("checklist/trial");
    robot.click("item/a/mark/2");
    robot.frame();
    CHECK(*robot.app.state<ItemState>().score.total.part() == doctest::Approx(1));
    for (const size_t count : {1, 2, 5}) {
      CHECK(robot.app.catalog().count("items.unmarked", count).find('0') == std::string::npos);
    }
    robot.show_letters();
    CHECK(drawn_letters().find(language == Language::ru ? "невходятвитог" : "leftoutoftheresult") != std::string::npos);
  }
}

TEST_CASE("before anything is marked there is no result, not even one that looks like a mark") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    robot.click("checklist/trial");
    robot.move_to("command.undo");
    robot.show_letters();
    const std::string none = robot.app.catalog().text("items.no_score");
    CHECK(drawn_letters().find(none) == std::string::npos);
    for (const char* item : {"a", "b", "c"}) robot.click(std::string("item/") + item + "/mark/-1");
    robot.show_letters();
    CHECK(drawn_letters().find(none) != std::string::npos);
  }
}

TEST_CASE("the digit of the last box says that an item does not apply, as the minus does") {
  for (const auto& [scale, digit] : {std::pair{Scale::yes_no, Key::digit_3},
                                     {Scale::yes_no_partly, Key::digit_4},
                                     {Scale::points_5, Key::digit_6}}) {
    Checklist checklist = sample_list();
    checklist.scale = scale;
    Robot robot(workbook_of(checklist));
    robot.press(Key::t, control);
    robot.frame(2);
    robot.press(digit);
    robot.press(Key::minus);
    robot.press(Key::digit_9);  // there is no such box
    CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_not_applicable}, {"b", mark_not_applicable}});
    CHECK(robot.view().cursor == "c");
  }
}

TEST_CASE("a trial run that another section ends tells that its marks stay, there and on coming back") {
  for (const Language language : {Language::ru, Language::en}) {
    Workbook workbook = samples::make_workbook({samples::make_document_of(
        "doc", {samples::make_section("one", sample_list()), samples::make_section("two", Checklist{}),
                samples::make_section("three", Prose{"Text"})})});
    Robot robot(workbook, {}, language);
    const auto told = [&](const char* key) {
      return robot.app.catalog().text(key, {{"count", "1"}, {"all", "3"}, {"keys", keys_of(robot, "command.trial")}});
    };
    for (const size_t other : {1, 2}) {
      CAPTURE(other);
      robot.press(Key::t, control);
      robot.frame(2);
      robot.click("item/a/mark/2");
      if (marks_of_trial(list_of(robot)).empty()) robot.click("item/a/mark/2");  // it was marked before
      robot.session().show_section(0, other);
      robot.frame(3);
      if (other == 1) CHECK(robot.app.message() == told("items.trial_left"));  // a text tells nothing of lists
      robot.session().show_section(0, 0);
      robot.frame(3);
      CHECK_FALSE(robot.app.state<ItemState>().on_trial);
      CHECK(robot.app.message() == told("items.trial_kept"));
      CHECK(marks_of_trial(list_of(robot)) == Marks{{"a", mark_yes}});
      robot.app.say({});
      robot.session().show_section(0, other);
      robot.frame(3);
      robot.session().show_section(0, 0);
      robot.frame(3);
      CHECK(robot.app.message().empty());  // it is told once
    }
  }
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
    "a frame of a check list draws what is seen, not what there is") {  // its time is measured by editor_benchmark
  struct Drawn {
    size_t parts = 0;
    int vertices = 0;
  };
  const auto drawn = [](size_t count) {
    Checklist checklist = sample_list();
    for (size_t i = 0; i < count; ++i) checklist.groups[1].items.push_back(make_item("i" + std::to_string(i)));
    Robot robot(workbook_of(std::move(checklist)));
    robot.frame(5);
    return Drawn{robot.app.parts.parts().size(), ImGui::GetDrawData()->TotalVtxCount};
  };
  const Drawn few = drawn(100);
  const Drawn many = drawn(5000);
  CHECK(many.parts == few.parts);
  CHECK(many.vertices < few.vertices * 1.1);
}

TEST_CASE("what is cut from a check list comes back whole: weight, criticality, scale, and a group with its items") {
  Robot robot(workbook_of(sample_list()));
  const Checklist start = list_of(robot);
  robot.session().select_item("b", false);
  robot.press(Key::x, control);
  robot.session().select_item("a", false);
  robot.press(Key::v, control);
  REQUIRE(list_of(robot).groups[0].items.size() == 2);
  CheckItem pasted = list_of(robot).groups[0].items[1];
  pasted.id = "b";
  CHECK(pasted == start.groups[0].items[1]);
  robot.session().select_item("g1", false);
  robot.press(Key::x, control);
  REQUIRE(list_of(robot).groups.size() == 1);
  robot.press(Key::v, control);
  REQUIRE(list_of(robot).groups.size() == 2);
  CHECK(list_of(robot).groups[1].title == "Вход");
  CHECK(list_of(robot).groups[1].items.size() == 2);
  CHECK(list_of(robot).groups[1].items[1].critical);
  undo_all(robot);
  CHECK(list_of(robot) == start);
}

TEST_CASE("a line of the form is copied by its words, and what has none leaves the clipboard as it was") {
  Checklist list = sample_list();
  list.signatures.front().title.clear();
  Robot robot(workbook_of(list));
  robot.session().select_item("h1", false);
  robot.press(Key::c, control);
  CHECK(robot.clipboard == "Дата\n");
  robot.session().select_item("s1", false);
  robot.press(Key::x, control);
  CHECK(robot.clipboard == "Дата\n");
  CHECK(list_of(robot).signatures.size() == 1);
}

TEST_CASE("the commands to cut, copy, paste and select all act on the letters while a text is written") {
  Robot robot(workbook_of(sample_list()));
  const Checklist start = list_of(robot);
  robot.session().begin_field({"a", "requirement"});
  robot.frame(2);
  robot.run("command.select_all");
  robot.frame(2);
  robot.run("command.cut");
  robot.frame(2);
  CHECK(robot.clipboard == "Как должно быть");
  CHECK(item_of(robot, "a").requirement.empty());
  CHECK(list_of(robot).groups[0].items.size() == 2);
  robot.run("command.paste");
  robot.frame(2);
  CHECK(item_of(robot, "a").requirement == "Как должно быть");
  CHECK(robot.session().is_writing());
}

TEST_CASE("Escape that closes a menu does not end the writing") {
  Robot robot(workbook_of(sample_list()));
  robot.session().begin_field({"a", "text"});
  robot.frame(2);
  robot.click("menu.edit");
  REQUIRE(robot.shows("menu/command.undo"));
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.shows("menu/command.undo"));
  CHECK(robot.session().is_writing());
  robot.type("!");
  CHECK(item_of(robot, "a").text == "Что проверяем a!");
}

TEST_CASE("what is deleted is told, with the way back") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    robot.session().select_item("a", false);
    robot.press(Key::delete_);
    CHECK(robot.app.message().find("Ctrl+Z") != std::string::npos);
  }
}

TEST_CASE("controls stand at the chosen item and under the mouse; others say their weight where one weighs otherwise") {
  Robot robot(workbook_of(sample_list()));
  robot.move_to("command.undo");
  robot.frame(2);
  CHECK_FALSE(robot.shows("item/a/heavier"));
  CHECK(robot.shows("item/a/differs"));
  CHECK_FALSE(robot.shows("item/b/critical"));
  CHECK(robot.shows("item/b/differs"));
  robot.move_to("item/a");
  robot.frame(2);
  CHECK(robot.shows("item/a/heavier"));
  robot.session().select_item("b", false);
  robot.move_to("command.undo");
  robot.frame(2);
  CHECK(robot.shows("item/b/critical"));
  CHECK_FALSE(robot.shows("item/b/differs"));
  CHECK_FALSE(robot.shows("item/a/heavier"));
  robot.move_to("item/a");
  robot.frame(2);
  robot.click("item/a/heavier");
  robot.move_to("command.undo");
  robot.frame(2);
  CHECK(robot.shows("item/a/differs"));
}

TEST_CASE("lines with tabs that are pasted into an empty list are items: text, requirement, weight") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const char* begin : {"untouched", "adding", "undone"}) {
      CAPTURE(begin);
      Robot robot(workbook_of(Checklist{}), {}, language);
      const Workbook start = robot.workbook();
      robot.clipboard = "Холодильник\tНе выше +4\t5\nСроки\tНет просроченного\t3\nПол\n";
      if (begin != std::string_view("untouched")) robot.click("items/add");
      if (begin == std::string_view("undone")) {
        robot.press(Key::v, control);
        robot.press(Key::z, control);
      }
      robot.press(Key::v, control);
      robot.frame(2);
      CHECK(told_items(robot) == "Холодильник|Не выше +4|5 Сроки|Нет просроченного|3 Пол||1 ");
      CHECK(list_of(robot).groups.size() == 1);
      CHECK(robot.view().selected.size() == 3);
      CHECK(robot.app.message() ==
            robot.app.catalog().count("items.pasted_checks", 3, {{"keys", keys_of(robot, "command.undo")}}));
      CHECK_FALSE(robot.session().is_writing());
      undo_all(robot);
      CHECK(robot.workbook() == start);
    }
  }
}

TEST_CASE("a heading line is no item, weights are taken over, and cells that found no column are told") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    point_at(robot, "a");
    robot.clipboard = "Item\tRequirement\tWeight\tPhoto\nSign\tLit\t4\tyes\nDoor\tClean\t\tno\n";
    robot.press(Key::v, control);
    robot.frame(2);
    REQUIRE(list_of(robot).groups[0].items.size() == 4);
    CHECK(list_of(robot).groups[0].items[1].text == "Sign");
    CHECK(list_of(robot).groups[0].items[1].weight == 4);
    CHECK(list_of(robot).groups[0].items[2].requirement == "Clean");
    const Catalog& words = robot.app.catalog();
    CHECK(robot.app.message() == words.count("items.cells_left", 2) + " " +
                                     words.count("items.pasted_checks", 2, {{"keys", keys_of(robot, "command.undo")}}));
  }
}

TEST_CASE(
    "items that are pasted where no item is at the cursor go to the end of the last group, at a group to its end") {
  Robot robot(workbook_of(sample_list()));
  robot.clipboard = "Sign\tLit\n";
  robot.press(Key::v, control);
  REQUIRE(list_of(robot).groups.size() == 2);
  CHECK(list_of(robot).groups[1].items.back().text == "Sign");
  point_at(robot, "g1", "title");
  robot.press(Key::v, control);
  REQUIRE(list_of(robot).groups.size() == 2);
  CHECK(list_of(robot).groups[0].items.back().text == "Sign");
}

TEST_CASE("items that were copied come whole into a list that is empty") {
  Robot robot(samples::make_workbook({samples::make_document_of(
      "doc", {samples::make_section("one", sample_list()), samples::make_section("two", Checklist{})})}));
  robot.session().select_item("b", false);
  robot.press(Key::c, control);
  robot.session().show_section(0, 1);
  robot.frame(2);
  robot.press(Key::v, control);
  REQUIRE(list_of(robot).groups.size() == 1);
  REQUIRE(list_of(robot).groups[0].items.size() == 1);
  CHECK(list_of(robot).groups[0].items[0].weight == 3);
  CHECK(list_of(robot).groups[0].items[0].critical);
}

TEST_CASE("a right click on an item or a group opens the menu of its dots, which speaks of items") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const char* place : {"item/a", "field/b/requirement", "field/g2/title"}) {
      CAPTURE(place);
      Robot robot(workbook_of(sample_list()), {}, language);
      const Workbook start = robot.workbook();
      right_click(robot, place);
      REQUIRE(robot.shows("items/command.remove"));
      robot.show_letters();
      const std::string other = language == Language::ru ? "Добавитьзаметку" : "Addanote";
      CHECK(drawn_letters().find(other) == std::string::npos);
      const std::string group = language == Language::ru ? "«Зал»и1пункт" : "“Зал”and1item";
      CHECK((drawn_letters().find(group) != std::string::npos) == (std::string_view(place) == "field/g2/title"));
      CHECK(robot.view().selected.size() == 1);
      robot.press(Key::escape);
      CHECK(robot.workbook() == start);
    }
  }
}

TEST_CASE("a right click on an item that is written keeps what was written, and its menu does it to that item") {
  Robot robot(workbook_of(sample_list()));
  robot.click("field/a/text");
  robot.press(Key::end);
  robot.type("!");
  right_click(robot, "field/a/text");
  CHECK_FALSE(robot.session().is_writing());
  CHECK(item_of(robot, "a").text == "Что проверяем a!");
  robot.click("items/command.duplicate");
  CHECK(list_of(robot).groups[0].items.size() == 3);
  CHECK(list_of(robot).groups[0].items[1].text == "Что проверяем a!");
}

TEST_CASE("a misspelt word has its own menu") {
  AppWorld world = Robot::world_of(Language::ru);
  world.dictionary_folders = {"/usr/share/hunspell"};
  Checklist checklist = sample_list();
  checklist.groups[0].items[0].text = "Зделали уборку";
  Robot robot(world);
  Workbook workbook = workbook_of(checklist);
  robot.app.open(workbook, {});
  robot.frame(2);
  robot.app.spelling.finish();
  robot.frame(4);
  if (robot.app.parts.find("misspelt/Зделали") == nullptr) return;  // there is no dictionary for it
  right_click(robot, "misspelt/Зделали");
  robot.frame(6);
  CHECK_FALSE(robot.shows("items/command.remove"));
  CHECK(robot.shows("spelling/command.next_misspelling"));
}

TEST_CASE("Alt and an arrow carry an item over into the next group, and back") {
  Robot robot(workbook_of(sample_list()));
  const Workbook start = robot.workbook();
  point_at(robot, "c");
  robot.press(Key::up, alternate);
  CHECK(list_of(robot).groups[0].items.back().id == "c");
  CHECK(list_of(robot).groups[1].items.empty());
  CHECK(robot.view().cursor == "c");
  robot.press(Key::up, alternate);
  CHECK(list_of(robot).groups[0].items[1].id == "c");
  robot.press(Key::down, alternate);
  robot.press(Key::down, alternate);
  CHECK(list_of(robot).groups[1].items.front().id == "c");
  robot.press(Key::down, alternate);  // there is no group below
  CHECK(list_of(robot).groups == std::get<Checklist>(start.documents[0]->sections[0]->content).groups);
  point_at(robot, "g2", "title");
  robot.press(Key::up, alternate);  // a group goes with its items
  CHECK(list_of(robot).groups[0].id == "g2");
  CHECK(list_of(robot).groups[0].items.size() == 1);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a copy is brought into view, and the keys go on from it") {
  Checklist checklist = sample_list();
  for (int i = 0; i < 40; ++i) checklist.groups[1].items.push_back(make_item("i" + std::to_string(i)));
  Robot robot(workbook_of(checklist));
  robot.frame(2);
  const float foot = 900 - 34;  // the status line
  std::string last;
  for (const CheckItem& item : list_of(robot).groups[1].items) {
    const PartRegister::Part* row = robot.app.parts.find("item/" + item.id);
    if (row != nullptr && row->to.y < foot - 14) last = item.id;
  }
  REQUIRE_FALSE(last.empty());
  point_at(robot, last);
  robot.press(Key::d, control);
  robot.frame(3);
  const std::string copy = robot.view().cursor;
  CHECK(copy != last);
  CHECK(robot.view().selected == ItemIds{copy});
  const PartRegister::Part* row = robot.app.parts.find("item/" + copy);
  REQUIRE(row != nullptr);
  CHECK(row->to.y <= foot);
}

TEST_CASE("deleting a group tells how many items went with it") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_of(sample_list()), {}, language);
    robot.session().select_item("g1", false);
    robot.press(Key::delete_);
    robot.frame();
    CHECK(list_of(robot).groups.size() == 1);
    CHECK(robot.app.message() ==
          robot.app.catalog().count("items.groups_removed", 2, {{"keys", keys_of(robot, "command.undo")}}));
  }
}

TEST_CASE("the number of a group and the words in place of its name stand on one line") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      Checklist checklist = sample_list();
      checklist.groups[0].title.clear();
      Robot robot(workbook_of(checklist), {}, language, scale);
      robot.move_to("command.undo");
      robot.show_letters();
      const PartRegister::Part* row = robot.app.parts.find("item/g1");
      REQUIRE(row != nullptr);
      const char32_t first = language == Language::ru ? U'Н' : U'N';
      const auto letters = LetterReader().read();
      const auto foot_of = [&](char32_t character) {
        for (const DrawnLetter& letter : letters) {
          const bool is_in_row = letter.from.x >= row->from.x && letter.from.x < row->from.x + 80 * scale &&
                                 letter.from.y >= row->from.y && letter.to.y <= row->to.y;
          if (letter.character == character && is_in_row) return letter.to.y;
        }
        return -1.0F;
      };
      REQUIRE(foot_of(U'1') > 0);
      REQUIRE(foot_of(first) > 0);
      CHECK(std::abs(foot_of(U'1') - foot_of(first)) <= scale);
    }
  }
}

}  // namespace canvasbook::editor_items_checklist_test
