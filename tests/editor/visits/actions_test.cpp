// What is to be done about the results, in the window: written by keyboard and mouse, one step each; the target.
#include "editor/visits/actions.h"

#include <doctest/doctest.h>

#include "editor/visits/shown_results.h"
#include "model/kinds/visit_actions.h"
#include "tests/robot.h"
#include "tests/sample_visits.h"

namespace canvasbook::visit_actions_window_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

struct AtActions {
  explicit AtActions(Language language = Language::en, Visits visits = samples::sound_visits(),
                     ImVec2 size = {1440, 900})
      : robot(samples::workbook_with(std::move(visits)), {}, language, 1, size) {
    robot.session().go_to("visits");
    robot.frame(3);
  }
  Robot robot;
};

const Visits& visits_of(Robot& robot) { return std::get<Visits>(find_section(robot.workbook(), "visits")->content); }

Visits with_action(const char* text) {
  IdSource fresh(77);
  VisitAction action;
  action.text = text;
  action.owner = "Manager";
  action.due = Date{2026, 6, 1};
  return add_action(samples::sound_visits(), action, fresh).visits;
}

}  // namespace

TEST_CASE("an action is written by the keyboard alone, in both languages, and undone step by step") {
  for (const Language language : languages) {
    AtActions at(language);
    Robot& robot = at.robot;
    robot.run("command.visit_actions");
    robot.frame(2);
    REQUIRE(visits_of(robot).actions.size() == 1);
    robot.type("Mend the lamp");
    robot.press(Key::enter);
    robot.type("Technician");
    robot.press(Key::enter);
    robot.type("2026-12-20");
    robot.press(Key::enter);
    CHECK(robot.view().field == "item");
    robot.press(Key::enter);
    robot.frame(2);
    REQUIRE(robot.app.has_dialog());
    robot.type("sign");
    robot.press(Key::enter);
    robot.frame(2);
    robot.press(Key::down);
    robot.press(Key::enter);
    robot.frame(2);
    REQUIRE(robot.app.has_dialog());
    robot.type("South");
    robot.press(Key::enter);
    robot.frame(2);
    const VisitAction action = visits_of(robot).actions[0];
    CHECK(action.text == "Mend the lamp");
    CHECK(action.owner == "Technician");
    CHECK(action.due == Date{2026, 12, 20});
    CHECK(action.item == "sign");
    CHECK(action.place == "South");
    robot.press(Key::escape);
    CHECK(robot.view().cursor == action.id);
    robot.press(Key::space);
    CHECK(visits_of(robot).actions[0].done);
    CHECK(visits_of(robot).actions[0].checked == Date{2026, 11, 21});
    robot.press(Key::space);
    CHECK_FALSE(visits_of(robot).actions[0].done);
    robot.run("command.undo");
    CHECK(visits_of(robot).actions[0].done);
    robot.run("command.undo");
    robot.run("command.undo");
    CHECK(visits_of(robot).actions[0].place.empty());
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(visits_of(robot).actions.empty());
  }
}

TEST_CASE("an action in which nothing was written goes when it is left, and leaves no step") {
  AtActions at;
  Robot& robot = at.robot;
  robot.click("visits/actions");
  robot.frame(2);
  robot.click("visits/add_action");
  robot.frame(2);
  REQUIRE(visits_of(robot).actions.size() == 1);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(visits_of(robot).actions.empty());
  CHECK_FALSE(robot.session().can_undo());
}

TEST_CASE("an action is made of the weakest item that none is about yet") {
  AtActions at;
  Robot& robot = at.robot;
  robot.click("visits/actions");
  robot.frame(2);
  robot.click("visits/weakest_action");
  robot.type("Mend the lamp");
  robot.press(Key::escape);
  robot.frame(2);
  robot.click("visits/weakest_action");
  robot.frame(2);
  REQUIRE(visits_of(robot).actions.size() == 2);
  CHECK(visits_of(robot).actions[0].item == "sign");
  CHECK(visits_of(robot).actions[1].item == "taste");
  robot.run("command.undo");
  CHECK(visits_of(robot).actions.size() == 1);
}

TEST_CASE("actions are added and removed by key and by button, each one step") {
  AtActions at(Language::en, with_action("Mend the lamp"));
  Robot& robot = at.robot;
  robot.run("command.visit_actions");
  robot.frame(2);
  robot.press(Key::insert);
  robot.type("Order cups");
  robot.press(Key::escape);
  robot.frame(2);
  REQUIRE(visits_of(robot).actions.size() == 2);
  robot.press(Key::delete_);
  robot.frame(2);
  REQUIRE(visits_of(robot).actions.size() == 1);
  CHECK(visits_of(robot).visits.size() == samples::sound_visits().visits.size());
  robot.run("command.undo");
  CHECK(visits_of(robot).actions.size() == 2);
  robot.frame(2);
  const std::string key = "action/" + visits_of(robot).actions[0].id;
  robot.click(key + "/remove");
  robot.frame(2);
  REQUIRE(visits_of(robot).actions.size() == 1);
  CHECK(visits_of(robot).actions[0].text == "Order cups");
}

TEST_CASE("a finding leads to the action, which opens with the part that lacks something") {
  Visits visits = with_action("Mend the lamp");
  visits.actions[0].owner.clear();
  AtActions at(Language::en, visits);
  Robot& robot = at.robot;
  robot.session().go_to(visits.actions[0].id);
  robot.session().point_at({visits.actions[0].id, "owner"});
  robot.frame(3);
  CHECK(robot.app.state<VisitActionsState>().is_open);
  robot.type("Manager");
  CHECK(visits_of(robot).actions[0].owner == "Manager");
}

TEST_CASE("the target is a number from 0 to 100; what is none is said, and the one before stays") {
  for (const Language language : languages) {
    AtActions at(language);
    Robot& robot = at.robot;
    robot.click("visits/target");
    robot.type("85");
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(visits_of(robot).target == 85);
    robot.click("visits/target");
    robot.type("101");
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(visits_of(robot).target == 85);
    CHECK(robot.app.message() == robot.app.catalog().text("visits.bad_target", {{"text", "101"}}));
    robot.click("visits/target");
    robot.press(Key::backspace);
    robot.press(Key::enter);
    CHECK_FALSE(visits_of(robot).target);
    robot.click("visits/target");
    robot.type("101");
    robot.press(Key::enter);
    robot.frame(2);
    CHECK_FALSE(visits_of(robot).target);
    CHECK(robot.app.message() == robot.app.catalog().text("visits.wrong_target", {{"text", "101"}}));
  }
}

TEST_CASE("a due day that is none is said, and that one stays only where there was one") {
  AtActions at;
  Robot& robot = at.robot;
  robot.run("command.visit_actions");
  robot.frame(2);
  robot.type("Mend the lamp");
  robot.press(Key::enter);
  robot.press(Key::enter);
  REQUIRE(robot.view().field == "due");
  robot.type("soon");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.message() == robot.app.catalog().text("visits.wrong_date", {{"text", "soon"}}));
  CHECK_FALSE(visits_of(robot).actions[0].due);
}

TEST_CASE("an action that is begun below the results leaves them shown, and what is typed goes into it") {
  AtActions at;
  Robot& robot = at.robot;
  robot.run("command.visit_results");
  robot.frame(3);
  REQUIRE(shows_results(robot.app));
  robot.click("visits/actions");
  robot.frame(2);
  for (const char* button : {"visits/add_action", "visits/weakest_action"}) {
    CAPTURE(button);
    robot.click(button);
    robot.frame(2);
    CHECK(shows_results(robot.app));
    robot.type("Mend the lamp");
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(visits_of(robot).actions.back().text == "Mend the lamp");
    CHECK(shows_results(robot.app));
  }
}

TEST_CASE("the bar says how many are open and overdue, and a section without visits and actions has none") {
  for (const bool has_any : {true, false}) {
    AtActions at(Language::en, has_any ? with_action("Mend the lamp") : Visits());
    at.robot.frame(2);
    CHECK((at.robot.app.parts.find("visits/actions") != nullptr) == has_any);
  }
}

TEST_CASE("in a narrow window actions can be reached and every part lies inside it") {
  for (const Language language : languages) {
    AtActions at(language, with_action("Mend the lamp"), {760, 600});
    Robot& robot = at.robot;
    robot.run("command.visit_actions");
    robot.frame(3);
    const auto* part = robot.app.parts.find("action/" + visits_of(robot).actions[0].id);
    REQUIRE(part != nullptr);
    CHECK(part->visible);
    CHECK(part->to.x <= 760);
  }
}

}  // namespace canvasbook::visit_actions_window_test
