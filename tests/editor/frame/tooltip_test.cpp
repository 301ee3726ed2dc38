#include <doctest/doctest.h>

#include "editor/frame/tooltip.h"
#include "tests/paper.h"
#include "tests/robot.h"

namespace canvasbook::tooltip_test {

using namespace robot;

TEST_CASE("a tooltip shows what the pointer asks, and goes while somebody types or presses a button") {
  Robot robot(paper::example("en"));
  const std::string part = "block/" + std::get<Board>(robot.session().section()->content).blocks.front().id + "/add";
  robot.move_to(part);
  robot.frame();
  CHECK(robot.shows_tooltip());
  robot.press(Key::down);
  CHECK_FALSE(robot.shows_tooltip());
  robot.frame(3);
  CHECK_FALSE(robot.shows_tooltip());
  robot.move_to("command.undo");
  robot.move_to(part);
  robot.frame();
  CHECK(robot.shows_tooltip());
  robot.click(part);
  robot.type("x");
  robot.frame();
  CHECK_FALSE(robot.shows_tooltip());
}

TEST_CASE("a tooltip gives way to the text that is being written, and there is none above its caret") {
  Robot robot(paper::example("en"));
  const std::string block = std::get<Board>(robot.session().section()->content).blocks.front().id;
  robot.session().add_note(block, {});
  robot.frame(3);
  robot.type("x");
  REQUIRE(robot.session().is_writing());
  const auto written = robot.app.parts.written();
  REQUIRE(written.has_value());
  const auto shows_at = [&](ImVec2 place) {
    // the pointer asks over some part, and the tooltip would begin at `place`
    ImGui::NewFrame();
    ImGui::Begin("window");
    tooltip_at(robot.app, place, "Some words that would cover it");
    ImGui::End();
    ImGui::Render();
    return ImGui::FindWindowByName("##Tooltip_00");
  };
  robot.app.input.move(5, 5);
  robot.frame();
  REQUIRE(robot.app.input.pointer_asks());
  for (const ImVec2 place : {written->first, ImVec2{written->first.x - 30, written->first.y - 8}}) {
    const ImGuiWindow* window = shows_at(place);
    REQUIRE(window != nullptr);
    window = shows_at(place);  // in the second frame its size is known
    CHECK(window->Active);
    const ImRect tip = window->Rect();
    CHECK_FALSE(tip.Overlaps({written->first, written->second}));
  }
  robot.app.input.move((written->first.x + written->second.x) / 2, (written->first.y + written->second.y) / 2);
  robot.frame();
  REQUIRE(robot.app.input.pointer_asks());
  CHECK_FALSE(shows_at({0, 0})->Active);
}

TEST_CASE("a tooltip stands at a label only where it is cut") {
  {
    Robot robot(paper::example("en"), {}, Language::en);
    robot.move_to("top/company");
    robot.frame();
    CHECK_FALSE(robot.shows_tooltip());
    robot.move_to("command.theme");  // an icon alone
    robot.frame();
    CHECK(robot.shows_tooltip());
  }
  Workbook wordy = paper::example("en");
  wordy.company =
      "The company with the longest name that anybody has ever printed at the head of a canvas, and longer "
      "than any bar above a window, wide as that may be, has ever been asked to show";
  Robot robot(wordy, {}, Language::en);
  robot.move_to("top/company");
  robot.frame();
  CHECK(robot.shows_tooltip());
}

}  // namespace canvasbook::tooltip_test
