// The dialogs that tell when a document was revised, and how long a talk may take.
#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "tests/book.h"
#include "tests/robot.h"

namespace canvasbook::editor_dialogs_revision_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

Workbook book() { return samples::make_workbook({samples::sound_book()}); }

void begin(Robot& robot, const char* command) {
  robot.run(command);
  robot.frame(3);
}

void write(Robot& robot, const char* field, const char* text) {
  robot.click(field);
  robot.press(Key::a, control);
  robot.press(Key::delete_);
  robot.type(text);
}

int minutes(Robot& robot) { return std::get<Dialogue>(robot.session().section()->content).minutes; }

}  // namespace

TEST_CASE("presses of the mouse that came before a dialog was seen do nothing in it") {
  Robot robot(book());
  begin(robot, "command.revision");
  robot.move_to("revision.cancel");
  robot.press(Key::escape);
  robot.frame(2);
  REQUIRE_FALSE(robot.app.has_dialog());
  for (int i = 0; i < 2; ++i) {  // they wait while the window is slow, and the dialog comes under them
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
  }
  robot.run("command.revision");
  robot.frame(8);
  CHECK(robot.app.has_dialog());
  robot.frame(60);  // so that the next click is no half of a double click
  robot.click("revision.cancel");
  CHECK_FALSE(robot.app.has_dialog());
}

TEST_CASE("date, owner and period of a revision are written, confirmed by Enter, and undone in one step") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    const Workbook before = robot.workbook();
    begin(robot, "command.revision");
    robot.type("1.9.2026");
    write(robot, "revision.owner", "  head of sales ");
    write(robot, "revision.months", "6");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.session().document()->revision == Revision{Date{2026, 9, 1}, "head of sales", 6, {}});
    robot.run("command.undo");
    CHECK(robot.workbook() == before);
  }
}

TEST_CASE("today is set by a click, and what was told is taken back by emptying it") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    const Workbook before = robot.workbook();
    begin(robot, "command.revision");
    robot.click("revision.today");
    robot.click("revision.save");
    robot.frame(3);
    CHECK(robot.session().document()->revision.date == Date{2026, 11, 21});
    begin(robot, "command.revision");
    robot.press(Key::a, control);
    robot.press(Key::delete_);
    robot.click("revision.save");
    robot.frame(3);
    CHECK(robot.workbook() == before);
  }
}

TEST_CASE("what is no date and no number of months is told and not taken") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    const Workbook before = robot.workbook();
    for (const auto& wrong : {std::pair("revision.date", "30.02.2026"), std::pair("revision.date", "spring"),
                              std::pair("revision.months", "0"), std::pair("revision.months", "121"),
                              std::pair("revision.months", "half a year")}) {
      CAPTURE(wrong.second);
      begin(robot, "command.revision");
      write(robot, wrong.first, wrong.second);
      robot.press(Key::enter);
      robot.frame(3);
      CHECK(robot.app.has_dialog());
      robot.press(Key::escape);
      robot.frame(2);
      CHECK_FALSE(robot.app.has_dialog());
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("a book whose period is over is found by the review of the window") {
  Revision revision;
  revision.date = Date{2026, 5, 20};
  revision.months = 6;
  Robot robot(set_revision(book(), "book", revision));
  robot.frame(3);
  CHECK(std::ranges::count(robot.session().findings(), "revision_overdue", &Finding::rule) == 1);
  begin(robot, "command.revision");
  robot.click("revision.today");
  robot.click("revision.save");
  robot.frame(3);
  CHECK(std::ranges::count(robot.session().findings(), "revision_overdue", &Finding::rule) == 0);
}

TEST_CASE("how long a talk may take is set at its situation, and lifted again") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    const Workbook before = robot.workbook();
    robot.session().go_to("talk1");
    robot.frame(3);
    robot.click("dialogue/length");
    robot.frame(3);
    REQUIRE(robot.app.has_dialog());
    robot.type("7");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(minutes(robot) == 7);
    robot.click("dialogue/length");
    robot.frame(3);
    robot.click("budget.none");
    robot.frame(3);
    CHECK(minutes(robot) == 0);
    begin(robot, "command.talk_length");
    robot.type("1000");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.app.has_dialog());
    robot.press(Key::escape);
    robot.frame(2);
    while (robot.session().can_undo()) robot.run("command.undo");
    CHECK(robot.workbook() == before);
  }
}

}  // namespace canvasbook::editor_dialogs_revision_test
