#include <doctest/doctest.h>
#include <imgui_internal.h>

#include "tests/paper.h"
#include "tests/robot.h"

namespace canvasbook::tooltip_test {

using namespace robot;

namespace {

bool is_shown() {
  const ImGuiWindow* window = ImGui::FindWindowByName("##Tooltip_00");
  return window != nullptr && window->Active;
}

}  // namespace

TEST_CASE("a tooltip shows what the pointer asks, and goes while somebody types or presses a button") {
  Robot robot(paper::example("en"));
  const std::string part = "block/" + std::get<Board>(robot.session().section()->content).blocks.front().id + "/add";
  robot.move_to(part);
  robot.frame();
  CHECK(is_shown());
  robot.press(Key::down);
  CHECK_FALSE(is_shown());
  robot.frame(3);
  CHECK_FALSE(is_shown());
  robot.move_to("command.undo");
  robot.move_to(part);
  robot.frame();
  CHECK(is_shown());
  robot.click(part);
  robot.type("x");
  robot.frame();
  CHECK_FALSE(is_shown());
}

}  // namespace canvasbook::tooltip_test
