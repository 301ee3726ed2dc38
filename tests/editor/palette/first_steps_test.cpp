// The first steps: found without knowing where they are, read and closed by the keyboard.
#include "editor/palette/first_steps.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/robot.h"

namespace canvasbook::first_steps_test {

using namespace robot;

namespace {

bool is_seen(const Robot& robot, const char* key) {
  const PartRegister::Part* part = robot.app.parts.find(key);
  return part != nullptr && part->visible;
}

}  // namespace

TEST_CASE("the first steps tell the version, are read to their end by Page Down, and Enter closes them") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(paper::example("en"), {}, language, 1, {1280, 720});
    robot.run("command.first_steps");
    robot.frame(3);
    CHECK(is_seen(robot, "first_steps/1"));
    CHECK(is_seen(robot, "first_steps/version"));
    CHECK(is_seen(robot, "first_steps/close"));
    CHECK_FALSE(is_seen(robot, "first_steps/10"));
    for (int i = 0; i < 10; ++i) robot.press(Key::page_down);
    robot.frame(3);
    CHECK(is_seen(robot, "first_steps/10"));
    robot.press(Key::enter);
    robot.frame(2);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK_FALSE(robot.session().is_writing());
  }
}

TEST_CASE("the palette finds the first steps by their name in either language") {
  for (const char* name : {"первые шаги", "first steps"}) {
    CAPTURE(name);
    Robot robot(paper::example("en"), {}, Language::ru);
    robot.run("command.palette");
    robot.frame(3);
    robot.type(name);
    robot.frame(2);
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.shows("first_steps/1"));
  }
}

}  // namespace canvasbook::first_steps_test
