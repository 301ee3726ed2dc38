// Undo and redo lead to the place of the change, and say what it was.
#include <doctest/doctest.h>

#include "editor/text/words.h"
#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::undo_test {

using namespace robot;

namespace {

// A canvas and a text in one document, a text in another.
Workbook two_documents() {
  using namespace samples;
  Board board;
  board.columns = 2;
  board.blocks = {make_block("channels", 0, {make_note("n1")}), make_block("key_partners", 1, {})};
  return make_workbook({make_document_of("a", {make_section("a1", board), make_section("a2", Prose{"One two three"})}),
                        make_document_of("b", {make_section("b1", Prose{"Far"})})});
}

const std::string& shown(Robot& robot) { return robot.session().section()->id; }

}  // namespace

TEST_CASE("undo of a note in another document leads there, also where the note is gone by it, and redo marks it") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(two_documents(), {}, language);
    robot.session().add_note("key_partners", "Farm");
    const std::string note = board_of(robot).blocks[1].notes[0].id;
    robot.click("section/b1");
    REQUIRE(shown(robot) == "b1");
    robot.run("command.undo");
    CHECK(shown(robot) == "a1");
    CHECK(board_of(robot).blocks[1].notes.empty());
    const std::string step = robot.app.catalog().text("step.add_note");
    CHECK(robot.app.message().find(step) != std::string::npos);
    CHECK(robot.app.message().find(robot.session().section()->title) != std::string::npos);
    robot.click("section/b1");
    robot.run("command.redo");
    CHECK(shown(robot) == "a1");
    CHECK(robot.view().selected.contains(note));
  }
}

TEST_CASE("undo of a cell names its row and its column and points at it, from wherever it is called") {
  Sheet sheet;
  sheet.columns = {{"name", {}, "Touchpoint", ColumnType::text, {}, 0, {}},
                   {"owner", {}, "Owner", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"site", {{"name", "Website"}}, {}}, {"till", {{"name", "Till"}}, {}}};
  Robot robot(
      samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", std::move(sheet))})}), {},
      Language::en);
  robot.session().begin_field({"site", "owner"});
  robot.frame();
  robot.type("Ann");
  robot.session().end_writing();
  robot.session().point_at({"till", "name"});
  robot.frame(2);
  robot.run("command.undo");
  CHECK(robot.app.message() == "Undone: “Writing in a cell”. Cell: “Website”, column “Owner”.");
  CHECK(robot.view().cursor == "site");
  CHECK(robot.view().field == "owner");
  robot.run("command.redo");
  CHECK(robot.app.message().find("“Website”, column “Owner”") != std::string::npos);
}

TEST_CASE("undo of a deleted section shows it again, of a new one the place where it was") {
  Robot robot(two_documents());
  robot.session().remove_section("a2");
  robot.click("section/b1");
  robot.run("command.undo");
  CHECK(shown(robot) == "a2");
  robot.session().duplicate_section("a2", "Copy");
  robot.click("section/b1");
  robot.run("command.undo");
  CHECK(shown(robot) == "a2");
}

TEST_CASE("undo of what was written in a text leads the caret to it") {
  Robot robot(two_documents());
  robot.click("section/a2");
  robot.session().begin_prose();
  robot.session().field.select(4, 7);
  robot.frame(2);
  robot.type("2");
  robot.press(Key::escape);
  robot.click("section/b1");
  robot.run("command.undo");
  CHECK(shown(robot) == "a2");
  CHECK(robot.session().prose()->text == "One two three");
  REQUIRE(robot.session().is_writing());
  CHECK(robot.session().field.cursor().caret == 4);
  robot.run("command.redo");
  CHECK(robot.session().prose()->text == "One 2 three");
}

TEST_CASE("the menu says what undo would take back and redo do again, and nothing where there is nothing") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(two_documents(), {}, language);
    const Catalog& words = robot.app.catalog();
    const auto name = [&](const char* command) { return name_of(*find_command(command), robot.app); };
    CHECK(name("command.undo") == words.text("command.undo"));
    robot.session().add_note("channels", "Site");
    CHECK(name("command.undo") == words.text("command.undo") + ": " + words.text("step.add_note"));
    CHECK(name("command.redo") == words.text("command.redo"));
    robot.run("command.undo");
    CHECK(name("command.redo") == words.text("command.redo") + ": " + words.text("step.add_note"));
    robot.click(menu_key(Menu::edit));
    check_labels_fit(robot, [](const std::string& key) { return key.starts_with("menu/command."); });
  }
}

}  // namespace canvasbook::undo_test
