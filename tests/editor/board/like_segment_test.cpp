// A second canvas offers the segment that exists where one is written like it.
#include "editor/board/like_segment.h"

#include <doctest/doctest.h>

#include "model/segments.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::like_segment_test {

using namespace robot;

namespace {

constexpr Language both[] = {Language::ru, Language::en};

// A canvas with one segment, and behind it one that has a block for segments and a channel.
Workbook two_canvases(const std::string& name) {
  Board first = set_text(samples::sound_board(), "seg", name);
  Board second;
  second.columns = 2;
  second.blocks = {samples::make_block("customer_segments", 0, {}),
                   samples::make_block("channels", 1, {samples::make_note("shop")})};
  return samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", first)}),
                                 samples::make_document_of("d2", {samples::make_section("c2", second)})});
}

// Writes a segment on the second canvas, and goes on writing.
std::string write_segment(Robot& robot, std::string_view name) {
  robot.session().go_to("c2");
  robot.frame(2);
  robot.session().add_note("customer_segments");
  robot.frame(2);
  robot.type(name);
  robot.frame(2);
  return robot.session().view().edited;
}

const Note& note_of(Robot& robot, std::string_view id) {
  const Note* note = find_note(*robot.session().board(), id);
  REQUIRE(note != nullptr);
  return *note;
}

}  // namespace

TEST_CASE("a segment written like one that exists is offered it while one writes, by mouse and by key") {
  for (const Language language : both) {
    for (const bool by_key : {true, false}) {
      Robot robot(two_canvases("Семьи с детьми"), {}, language);
      const std::string id = write_segment(robot, "семья с детьми");
      CHECK(segment_register(robot.workbook()).size() == 2);
      REQUIRE(robot.shows("command.take_like_segment"));
      by_key ? robot.press(Key::j, control) : robot.click("command.take_like_segment");
      robot.frame(2);
      CHECK(segment_register(robot.workbook()).size() == 1);
      CHECK(segment_of(note_of(robot, id)) == "seg");
      CHECK_FALSE(robot.shows("command.take_like_segment"));
      CHECK(std::string(robot.session().history().next_undo()->name_key) == "step.join_segments");
      robot.session().undo();
      CHECK(segment_register(robot.workbook()).size() == 2);
      CHECK(note_of(robot, id).text == "семья с детьми");
    }
  }
}

TEST_CASE("a segment of another name is offered nothing, and no other note is") {
  Robot robot(two_canvases("Families"), {}, Language::en);
  write_segment(robot, "Offices");
  CHECK_FALSE(robot.shows("command.take_like_segment"));
  robot.session().add_note("channels", "Families");
  robot.frame(2);
  CHECK_FALSE(robot.shows("command.take_like_segment"));
}

}  // namespace canvasbook::like_segment_test
