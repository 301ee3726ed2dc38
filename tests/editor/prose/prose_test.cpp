// Running text in the window.
#include <doctest/doctest.h>

#include <string>

#include "editor/prose/state.h"
#include "model/file/workbook_file.h"
#include "tests/robot.h"

namespace canvasbook::prose_test {

using namespace robot;

namespace {

// Where the caret stands on the screen.
TextRectangle caret_of(Robot& robot) {
  const PartRegister::Part* text = robot.app.parts.find("prose.text");
  REQUIRE(text != nullptr);
  TextRectangle caret = robot.session().field.caret_rectangle();
  caret.x += text->corner.x;
  caret.y += text->corner.y;
  return caret;
}

void check_caret_is_seen(Robot& robot) {
  robot.frame(3);
  CHECK(caret_of(robot).y > 0);
  CHECK(caret_of(robot).y + caret_of(robot).height < 900);
}

}  // namespace

TEST_CASE("the caret stays in view while the text grows beyond the window, and when it moves") {
  Robot robot(paper::example("ru"));
  robot.click("section/model_assumptions");
  robot.click("prose");
  robot.press(Key::end, control);
  for (int i = 0; i < 60; ++i) {
    robot.press(Key::enter);
    robot.type("# a");
    check_caret_is_seen(robot);
  }
  robot.press(Key::home, control);
  check_caret_is_seen(robot);
  std::string much;
  for (int i = 0; i < 300; ++i) much += "- пункт\n";
  robot.clipboard = much;
  robot.press(Key::v, control);
  check_caret_is_seen(robot);
}

TEST_CASE("running text stands the same at rest and while it is written") {
  Robot robot(paper::example("ru"));
  robot.click("section/model_assumptions");
  const float at_rest = robot.app.state<ProseState>().at_rest.at("model_assumptions").text.rows.height();
  robot.click("prose");
  CHECK(robot.session().field.height() == at_rest);
  robot.press(Key::end, control);
  robot.press(Key::enter);
  robot.type("# Заголовок");
  const float written = robot.session().field.height();
  CHECK(written > at_rest + 24);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(robot.app.state<ProseState>().at_rest.at("model_assumptions").text.rows.height() == written);
}

TEST_CASE("Ctrl+B makes the selection bold and Ctrl+I italic in running text") {
  Robot robot(paper::example("ru"));
  robot.click("section/model_assumptions");
  robot.click("prose");
  robot.press(Key::a, control);
  robot.type("кофе");
  robot.press(Key::b, control);
  robot.press(Key::i, control);
  robot.press(Key::escape);
  CHECK(robot.session().prose()->text == "***кофе***");
}

}  // namespace canvasbook::prose_test
