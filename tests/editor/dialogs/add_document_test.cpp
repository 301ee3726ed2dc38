// The list of templates for a new document: what is added is what is seen.
#include "editor/dialogs/add_document.h"

#include <doctest/doctest.h>

#include "templates/library.h"
#include "tests/robot.h"

namespace canvasbook::add_document_test {

using namespace robot;

namespace {

std::string key_of(Language language, const Template& source) {
  return "template/" + std::string(language_code(language)) + "/" + source.id;
}

bool is_seen(Robot& robot, const std::string& key) {
  const PartRegister::Part* part = robot.app.parts.find(key);
  return part != nullptr && part->visible;
}

void open_list(Robot& robot) {
  robot.run("command.add_document");
  robot.frame(3);
  REQUIRE(robot.shows("add_document/list"));
}

void scroll_to_the_end(Robot& robot) {
  robot.move_to("add_document/list");
  for (int i = 0; i < 20; ++i) robot.app.input.wheel(0, -5);
  robot.frame(3);
}

}  // namespace

TEST_CASE("a template that was scrolled out of view is shown before it is added, by the button and by Enter") {
  for (const bool by_key : {true, false}) {
    CAPTURE(by_key);
    Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
    const std::string first = key_of(Language::en, templates_in(Language::en).front());
    const size_t documents = robot.workbook().documents.size();
    const auto add = [&] {
      if (by_key) {
        robot.press(Key::enter);
      } else {
        robot.click("add_document.add");
      }
      robot.frame(3);
    };
    open_list(robot);
    REQUIRE(is_seen(robot, first));
    scroll_to_the_end(robot);
    REQUIRE_FALSE(is_seen(robot, first));
    add();
    CHECK(robot.workbook().documents.size() == documents);
    REQUIRE(robot.app.has_dialog());
    CHECK(is_seen(robot, first));
    add();
    CHECK_FALSE(robot.app.has_dialog());
    REQUIRE(robot.workbook().documents.size() == documents + 1);
    CHECK(robot.workbook().documents.back()->template_id == templates_in(Language::en).front().id);
  }
}

TEST_CASE("what is typed finds a template in either language, and Enter adds it") {
  for (const char* typed : {"touchpoint", "точек контакта"}) {
    CAPTURE(typed);
    Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
    const size_t documents = robot.workbook().documents.size();
    open_list(robot);
    robot.type(typed);
    robot.frame(2);
    robot.press(Key::enter);
    robot.frame(3);
    REQUIRE(robot.workbook().documents.size() == documents + 1);
    CHECK(robot.workbook().documents.back()->template_id == "touchpoint_plan");
  }
  Robot robot(paper::example("en"), {}, Language::en);
  open_list(robot);
  robot.type("zzz");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.has_dialog());
  robot.click("add_document.add");
  robot.frame(2);
  CHECK(robot.app.has_dialog());
}

TEST_CASE("a template is found by its title before others by what they say, with accents or without") {
  for (const auto& [typed, wanted] : {std::pair{"cafe", "cafe_checklist"}, {"three", "satisfaction_card"}}) {
    Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
    open_list(robot);
    robot.type(typed);
    robot.frame(2);
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.workbook().documents.back()->template_id == wanted);
  }
}

TEST_CASE("a document that is added begins at its first gap, as the first one of a workbook does") {
  Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
  open_list(robot);
  robot.type("mission");
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.workbook().documents.back()->template_id == "mission_values");
  CHECK(robot.view().editing == Editing::prose);
  CHECK(robot.session().field.selected_text() == "[what we do]");
}

TEST_CASE("what is added has its guide beside it, from the top, whatever the side panel showed") {
  Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
  robot.click("panel.review");
  open_list(robot);
  robot.type("value proposition");
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(robot.app.settings.panels.tab == SidePanel::guide);
  CHECK(robot.shows("command.next_block"));
  robot.app.settings.panels.side.shown = false;  // who folded the panel has no use for it
  open_list(robot);
  robot.type("touchpoint");
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(3);
  CHECK_FALSE(robot.app.settings.panels.side.shown);
}

TEST_CASE("the list of templates opens at its beginning, wherever it was left") {
  Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
  const std::string first = key_of(Language::en, templates_in(Language::en).front());
  open_list(robot);
  scroll_to_the_end(robot);
  REQUIRE_FALSE(is_seen(robot, first));
  robot.press(Key::escape);
  robot.frame(3);
  open_list(robot);
  CHECK(is_seen(robot, first));
}

}  // namespace canvasbook::add_document_test
