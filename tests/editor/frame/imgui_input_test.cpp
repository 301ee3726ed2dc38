// The wheel and the modifiers as they reach the lists of the window.
#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_frame_imgui_input_test {

using namespace robot;

namespace {

Workbook large_sheet() {
  Sheet sheet;
  for (int i = 0; i < 20; ++i) {
    sheet.columns.emplace_back().id = "c" + std::to_string(i);
    sheet.columns.back().share = 4;
  }
  for (int i = 0; i < 200; ++i) sheet.rows.push_back({"r" + std::to_string(i), {{"c0", "Text"}}, {}});
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(sheet))})});
}

// Where a cell of the table stands after the wheel was turned over it in so many parts.
ImVec2 place_after(float x, float y, int parts, bool with_shift = false) {
  Robot robot(large_sheet());
  robot.move_to("field/r4/c1");
  if (with_shift) robot.app.input.key(Key::shift, true, {});
  robot.frame(2);
  const ImVec2 before = robot.app.parts.find("field/r8/c5")->from;
  for (int i = 0; i < parts; ++i) {
    robot.app.input.wheel(x / static_cast<float>(parts), y / static_cast<float>(parts));
    robot.frame(2);
  }
  const ImVec2 after = robot.app.parts.find("field/r8/c5")->from;
  return {after.x - before.x, after.y - before.y};
}

}  // namespace

TEST_CASE("small steps of the wheel add up to the same way, along and across, forth and back") {
  const ImVec2 down = place_after(0, -2, 1);
  CHECK(down.y < -100);
  CHECK(down.x == 0);
  CHECK(place_after(0, -2, 256).y == down.y);
  const ImVec2 right = place_after(-2, 0, 1);
  CHECK(right.x == down.y);  // the same speed
  CHECK(right.y == 0);
  CHECK(place_after(-2, 0, 256).x == right.x);
  Robot robot(large_sheet());
  robot.move_to("field/r4/c1");
  const float start = robot.app.parts.find("field/r8/c5")->from.y;
  for (int i = 0; i < 300; ++i) {
    robot.app.input.wheel(0, i < 150 ? -0.015625F : 0.015625F);
    robot.frame(2);
  }
  CHECK(robot.app.parts.find("field/r8/c5")->from.y == start);
}

TEST_CASE("with Shift held the wheel goes sideways, also where its own key came without the modifier") {
  CHECK(place_after(0, -2, 1, true).x == place_after(-2, 0, 1).x);
  CHECK(place_after(0, -2, 1, true).y == 0);
  Robot robot(large_sheet());
  robot.app.input.key(Key::shift, true, {});
  robot.app.input.key(Key::shift, false, shift);  // as X11 tells of it
  robot.frame(2);
  CHECK_FALSE(ImGui::GetIO().KeyShift);
}

}  // namespace canvasbook::editor_frame_imgui_input_test
