// What was just made and left without a word goes again, in every view, and leaves no step.
#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::just_made_test {

using namespace robot;

namespace {

Workbook with_one_of_each() {
  Responses responses;
  responses.responses.push_back({"dear", "It is dear.", {{"a1", "Compared with what?", {}}}, {}});
  Replacements replacements;
  replacements.replacements.push_back({"r1", "never", "rarely", {}, {}});
  Dialogue dialogue;
  dialogue.speakers.push_back({"s1", "Seller", false, {}});
  Checklist checklist;
  checklist.groups.push_back({"g1", "Door", {{"c1", "It is clean", {}, 1, false, Scale::inherited, {}}}, {}});
  Sheet sheet;
  sheet.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}},
                   {"what", "", "What", ColumnType::text, {}, 0, {}}};
  sheet.rows.push_back({"t1", {{"name", "Shop window"}}, {}});
  return samples::make_workbook({samples::make_document_of(
      "book", {samples::make_section("answers", responses), samples::make_section("stop", replacements),
               samples::make_section("talk", dialogue), samples::make_section("list", checklist),
               samples::make_section("plan", sheet)})});
}

}  // namespace

TEST_CASE("an item that is made and left by Escape, a click or another section is gone, and so is its step") {
  for (const size_t section : {0U, 1U, 2U, 3U, 4U}) {
    Robot robot(with_one_of_each());
    robot.session().show_section(0, section);
    robot.frame(2);
    const Workbook before = robot.workbook();
    for (int way = 0; way < 4; ++way) {
      CAPTURE(section);
      CAPTURE(way);
      robot.session().add_item({});
      robot.frame(2);
      REQUIRE_FALSE(robot.workbook() == before);
      if (way == 0) robot.press(Key::escape);
      if (way == 1) robot.session().go_to("a1");
      if (way == 2) robot.session().show_section(0, section == 0 ? 1 : 0);
      if (way == 3) robot.session().show_register(RegisterKind::touchpoints);
      robot.frame(2);
      CHECK(robot.workbook() == before);
      CHECK_FALSE(robot.session().can_undo());
      robot.session().show_section(0, section);
      robot.frame(2);
    }
  }
}

TEST_CASE("a note that is made and left is gone, and what was undone before can still be done again") {
  Robot robot(paper::from_template("business_model_canvas"));
  robot.session().add_note("channels", "Fair");
  robot.session().end_writing();
  robot.session().undo();
  const Workbook before = robot.workbook();
  robot.session().add_note("channels");
  robot.frame(2);
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
  CHECK_FALSE(robot.session().can_undo());
  CHECK(robot.session().can_redo());
}

TEST_CASE("a note that is made has gone after a click on the board, and after a word that was deleted again") {
  Robot robot(paper::from_template("business_model_canvas"));
  const Workbook before = robot.workbook();
  robot.session().add_note("channels");
  robot.frame(2);
  robot.click("block/key_partners");
  CHECK(robot.workbook() == before);
  CHECK_FALSE(robot.session().can_undo());
  robot.session().add_note("channels");
  robot.frame(2);
  robot.type("a");
  robot.press(Key::backspace);
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
  CHECK_FALSE(robot.session().can_undo());
}

TEST_CASE("a note that was just made stays when it has got a colour") {
  Robot robot(paper::from_template("business_model_canvas"));
  robot.session().add_note("channels");
  robot.session().set_colour_of_selected(Colour::green);
  robot.session().end_writing();
  CHECK(block_of(robot, "channels").notes.size() == 1);
}

TEST_CASE("an item that was just made stays when a word stands in another of its fields") {
  Robot items(with_one_of_each());
  items.session().add_item({});  // a cue with an answer
  items.frame(2);
  items.press(Key::tab);
  items.type("That depends.");
  items.press(Key::escape);
  const auto& responses = std::get<Responses>(items.session().section()->content).responses;
  REQUIRE(responses.size() == 2);
  CHECK(responses[1].answers.front().text == "That depends.");
}

TEST_CASE("an empty note that was there before stays when it is left") {
  Robot robot(paper::from_template("business_model_canvas"));
  robot.session().add_note("channels", "Fair");
  robot.session().end_writing();
  robot.session().begin_note(block_of(robot, "channels").notes[0].id);
  robot.session().field = TextCore("");
  robot.session().take_over_field();
  robot.session().end_writing();
  CHECK(block_of(robot, "channels").notes.size() == 1);
}

TEST_CASE("an entry of a register that is made and left without a name is gone") {
  Robot robot(with_one_of_each());
  const Workbook before = robot.workbook();
  robot.session().show_register(RegisterKind::touchpoints);
  robot.frame(2);
  robot.session().add_entry();
  robot.frame(2);
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
  CHECK_FALSE(robot.session().can_undo());
}

}  // namespace canvasbook::just_made_test
