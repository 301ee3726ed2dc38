// The palette and the lists to choose from: how they close, and where they begin.
#include "editor/palette/dialog.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/robot.h"

namespace canvasbook::palette_dialog_test {

using namespace robot;

namespace {

using Ids = std::vector<std::string>;

// The list of shortcuts, which scrolls.
ImGuiWindow& shortcut_list() {
  const ImVector<ImGuiWindow*>& windows = ImGui::GetCurrentContext()->Windows;
  const auto found = std::find_if(windows.begin(), windows.end(), [](const ImGuiWindow* window) {
    return window->WasActive && std::string(window->Name).find("shortcuts") != std::string::npos;
  });
  REQUIRE(found != windows.end());
  return **found;
}

void open(Robot& robot, const char* command) {
  robot.run(command);
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
}

// The first part that is seen of those whose keys begin so.
std::string first_shown(const Robot& robot, std::string_view beginning) {
  const auto& parts = robot.app.parts.parts();
  const auto found = std::ranges::find_if(
      parts, [&](const PartRegister::Part& part) { return part.visible && part.key.starts_with(beginning); });
  REQUIRE(found != parts.end());
  return found->key;
}

// At the left, where no dialog stands. where no dialog stands.
void click_beside(Robot& robot) {
  robot.app.input.move(20, 700);
  robot.app.input.button(0, true);
  robot.app.input.button(0, false);
  robot.frame(2);
}

}  // namespace

TEST_CASE("a click beside the palette or a list to choose from closes it and does nothing else") {
  for (const char* command : {"command.palette", "command.drivers"}) {
    CAPTURE(command);
    Robot robot(paper::example("en"), {}, Language::en);
    robot.click("note/cost_rent");
    open(robot, command);
    REQUIRE(robot.centre_of("note/part_roaster").x < robot.app.parts.find("palette/field")->from.x);
    robot.click("note/part_roaster");
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.session().selected_ids() == Ids{"cost_rent"});
    CHECK_FALSE(robot.session().can_undo());
    robot.click("note/part_roaster");
    CHECK(robot.session().selected_ids() == Ids{"part_roaster"});
  }
}

TEST_CASE("who writes goes on writing when the palette is left by a click beside it") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.session().begin_note("part_roaster");
  robot.frame(2);
  const TextCursor caret = robot.session().field.cursor();
  open(robot, "command.palette");
  robot.click("note/cost_rent");
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.view().edited == "part_roaster");
  CHECK(robot.session().field.cursor() == caret);
}

TEST_CASE("a button that is pressed in the palette and let go beside it does not close it") {
  Robot robot(paper::example("en"), {}, Language::en);
  open(robot, "command.palette");
  robot.move_to("palette/field");
  robot.app.input.button(0, true);
  robot.frame();
  robot.app.input.move(20, 700);
  robot.frame();
  robot.app.input.button(0, false);
  robot.frame(2);
  CHECK(robot.app.has_dialog());
}

TEST_CASE("questions and forms stay when somebody clicks beside them") {
  for (const char* command : {"command.properties", "command.page_budget", "command.export"}) {
    CAPTURE(command);
    Robot robot(paper::example("en"), {}, Language::en);
    open(robot, command);
    click_beside(robot);
    CHECK(robot.app.has_dialog());
  }
  Robot robot(paper::example("en"), {}, Language::en);
  robot.session().add_note("channels", "Text");
  robot.app.request_close();
  robot.frame(3);
  REQUIRE(robot.app.question() != nullptr);
  click_beside(robot);
  CHECK(robot.app.question() != nullptr);
}

TEST_CASE("a list in which several are ticked has a button that ends it, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(paper::example(language == Language::ru ? "ru" : "en"), {}, language);
    robot.click("note/cost_rent");
    open(robot, "command.drivers");
    const Ids before = find_note(board_of(robot), "cost_rent")->drivers;
    robot.click(first_shown(robot, "driver/"));
    robot.frame(2);
    CHECK(robot.app.has_dialog());
    CHECK(find_note(board_of(robot), "cost_rent")->drivers != before);
    check_labels_fit(robot, [](std::string_view key) { return key == "palette.done"; });
    robot.click("palette.done");
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(find_note(board_of(robot), "cost_rent")->drivers != before);
    open(robot, "command.palette");
    CHECK_FALSE(robot.shows("palette.done"));
  }
}

TEST_CASE("the list of shortcuts opens at its beginning, wherever it was left") {
  Robot robot(paper::example("en"), {}, Language::en);
  open(robot, "command.shortcuts");
  REQUIRE(shortcut_list().ScrollMax.y > 0);
  robot.app.input.move(720, 450);
  robot.app.input.wheel(0, -3);
  robot.frame(3);
  REQUIRE(shortcut_list().Scroll.y > 0);
  robot.press(Key::escape);
  robot.frame(3);
  open(robot, "command.shortcuts");
  CHECK(shortcut_list().Scroll.y == 0);
}

TEST_CASE("Enter in the palette runs nothing that was scrolled out of view: it shows it first") {
  Robot robot(paper::example("en"), {}, Language::en);
  open(robot, "command.palette");
  robot.app.input.move(720, 450);
  robot.app.input.wheel(0, -12);
  robot.frame(3);
  const Workbook before = robot.workbook();
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.app.has_dialog());
  CHECK(robot.shows("palette/field"));
  CHECK(robot.workbook() == before);
  robot.press(Key::enter);  // now it is seen
  robot.frame(3);
  CHECK_FALSE(robot.shows("palette/field"));
}

}  // namespace canvasbook::palette_dialog_test
