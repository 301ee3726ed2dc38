// Running text in the window.
#include <doctest/doctest.h>

#include <string>

#include "editor/prose/formats.h"
#include "editor/prose/state.h"
#include "model/file/workbook_file.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"
#include "tests/samples.h"

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

TEST_CASE("Ctrl+Enter in running text breaks the line, and Ctrl+F2 leaves the text for the title") {
  Robot robot(samples::make_workbook({samples::make_document_of("doc", {samples::make_section("text", Prose{"One"})})}),
              {}, Language::en);
  robot.session().begin_prose();
  robot.frame(2);
  robot.press(Key::end, control);
  robot.press(Key::enter, control);
  robot.type("Two");
  CHECK(robot.session().prose()->text == "One\nTwo");
  CHECK(robot.session().is_writing());
  robot.press(Key::f2, control);
  robot.frame(3);
  robot.press(Key::a, control);
  robot.type("New title");
  robot.press(Key::enter);
  CHECK(robot.session().section()->title == "New title");
  CHECK(robot.session().prose()->text == "One\nTwo");
}

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

namespace {

// The example, before anything is clicked.
Robot example_in(Language language = Language::ru) {
  return Robot(paper::example(language == Language::ru ? "ru" : "en"), {}, language);
}

void begin_with(Robot& robot, std::string_view text) {
  robot.click("section/model_assumptions");
  robot.click("prose");
  robot.press(Key::a, control);
  robot.press(Key::delete_);
  robot.clipboard = std::string(text);
  if (!text.empty()) robot.press(Key::v, control);
}

std::string written(Robot& robot) { return robot.session().prose()->text; }

}  // namespace

TEST_CASE("every button of the format bar writes its marks, and its key does the same") {
  for (const TextFormat& format : text_formats()) {
    CAPTURE(format.key);
    Robot robot = example_in();
    begin_with(robot, "кофе");
    robot.click(format.key);
    const std::string by_mouse = written(robot);
    CHECK(by_mouse != "кофе");
    CHECK(robot.session().is_writing());
    if (format.shortcut.key == Key::none) continue;
    robot.press(Key::z, control);
    CHECK(written(robot) == "кофе");
    robot.press(format.shortcut.key, format.shortcut.modifiers);
    CHECK(written(robot) == by_mouse);
  }
}

TEST_CASE("the format bar begins the writing of a text at rest") {
  Robot robot = example_in();
  robot.click("section/model_assumptions");
  robot.click("format.rule");
  CHECK(written(robot).ends_with("\n\n---\n"));
}

TEST_CASE("a slash where a word could begin offers what can be put in, typing filters, Enter takes") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot = example_in(language);
    begin_with(robot, "");
    robot.type("/");
    CHECK(robot.shows("insert/format.table"));
    CHECK(robot.shows("insert/format.heading_1"));
    robot.type(language == Language::ru ? "табл" : "tabl");
    CHECK_FALSE(robot.shows("insert/format.heading_1"));
    robot.press(Key::enter);
    CHECK_FALSE(robot.shows("insert/format.table"));
    CHECK(written(robot).starts_with("|  |  |  |\n| --- | --- | --- |\n"));
    robot.type("a|b");
    robot.press(Key::tab);
    robot.type("c");
    CHECK(written(robot).starts_with("| a\\|b | c |  |\n| --- | --- | --- |\n"));
  }
}

TEST_CASE("a slash offers the parts of the templates, which come in behind the section") {
  Robot robot = example_in();
  begin_with(robot, "кофе ");
  const std::string here = robot.session().section()->id;
  robot.type("/раздел");
  robot.press(Key::enter);
  REQUIRE(robot.app.has_dialog());
  robot.type("стоп");
  robot.press(Key::enter);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(std::holds_alternative<Replacements>(robot.session().section()->content));
  robot.session().go_to(here);
  CHECK(written(robot) == "кофе ");
}

TEST_CASE("a slash that is meant stays: Escape leaves it, and inside words and dates nothing opens") {
  Robot robot = example_in();
  begin_with(robot, "");
  robot.type("/");
  robot.press(Key::escape);
  CHECK_FALSE(robot.shows("insert/format.table"));
  CHECK(robot.session().is_writing());
  robot.type("x 24/7 и/или ");
  CHECK_FALSE(robot.shows("insert/format.table"));
  robot.type("/ ");
  CHECK_FALSE(robot.shows("insert/format.table"));
  CHECK(written(robot) == "/x 24/7 и/или / ");
}

TEST_CASE("the arrows and the mouse choose in the menu of the slash") {
  Robot robot = example_in();
  begin_with(robot, "a ");
  robot.type("/");
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(written(robot) == "## a ");
  robot.press(Key::a, control);
  robot.press(Key::delete_);
  robot.type("/");
  robot.click("insert/format.bullets");
  robot.type("b");
  robot.press(Key::enter);
  robot.type("c");
  CHECK(written(robot) == "- b\n- c");
}

TEST_CASE("what a slash put in is one step of undo, with the slash itself and the corrections of what followed it") {
  Robot robot = example_in();
  begin_with(robot, "кофе");
  robot.press(Key::enter);
  robot.type("/табб");
  robot.press(Key::backspace);
  robot.press(Key::enter);
  CHECK_FALSE(robot.shows("insert/format.table"));
  robot.type("/таб");
  CHECK(written(robot).find("| /таб |") != std::string::npos);  // in a cell a slash is a letter
  robot.press(Key::z, control);
  const std::string with_table = written(robot);
  CHECK(with_table.find("| --- | --- | --- |") != std::string::npos);
  robot.press(Key::z, control);
  CHECK(written(robot) == "кофе\n");
  robot.press(Key::y, control);
  CHECK(written(robot) == with_table);
  robot.type("a");
  CHECK(written(robot).find("| a |") != std::string::npos);
  for (int i = 0; i < 4; ++i) robot.press(Key::z, control);
  CHECK(written(robot).empty());
}

TEST_CASE("the menu of a table opens by its button, by a right click and by a key, and edits the table") {
  Robot robot = example_in();
  begin_with(robot, "| a | b |\n| --- | --- |\n| c | d |");
  robot.click("format.table");
  robot.click("table.row_below");
  CHECK(written(robot) == "| a | b |\n| --- | --- |\n| c | d |\n|  |  |");
  robot.press(Key::menu);
  robot.frame(2);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(written(robot) != "| a | b |\n| --- | --- |\n| c | d |\n|  |  |");
  robot.press(Key::z, control);
  CHECK(written(robot) == "| a | b |\n| --- | --- |\n| c | d |\n|  |  |");
  robot.press(Key::z, control);
  CHECK(written(robot) == "| a | b |\n| --- | --- |\n| c | d |");
}

TEST_CASE("letters that are typed at a text without a caret go to its end, the first one as well") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot = example_in(language);
    robot.click("section/model_assumptions");
    const std::string before = written(robot);
    REQUIRE_FALSE(robot.session().is_writing());
    robot.type("Ещё");
    CHECK(robot.session().is_writing());
    CHECK(written(robot) == before + "Ещё");
    robot.press(Key::escape);
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(written(robot) == before);
  }
}

TEST_CASE("Enter begins to write at the end of a text without a caret, and breaks no line") {
  Robot robot = example_in();
  robot.click("section/model_assumptions");
  const std::string before = written(robot);
  robot.press(Key::enter);
  CHECK(robot.session().is_writing());
  robot.type("а");
  CHECK(written(robot) == before + "а");
  check_caret_is_seen(robot);
}

TEST_CASE("what is typed into a dialog or into a panel does not reach the text") {
  Robot robot = example_in();
  robot.click("section/model_assumptions");
  const std::string before = written(robot);
  robot.run("command.palette");
  robot.frame(2);
  robot.type("лист");
  robot.press(Key::escape);
  robot.run("command.find");
  robot.frame(2);
  robot.type("кофе");
  CHECK_FALSE(robot.session().is_writing());
  CHECK(written(robot) == before);
}

TEST_CASE("an empty text says in its place how to write, until the first letter") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot = example_in(language);
    const std::string words = language == Language::ru ? "Пишитездесь" : "Writehere";
    const auto shows_words = [&] {
      robot.frame(2);
      robot.show_letters();
      return drawn_letters().find(words) != std::string::npos;
    };
    begin_with(robot, "");
    CHECK(shows_words());
    robot.press(Key::escape);
    CHECK(shows_words());
    CHECK(robot.shows("prose/empty"));
    robot.type("К");
    CHECK(written(robot) == "К");
    CHECK_FALSE(shows_words());
    robot.press(Key::escape);
    robot.frame(2);
    CHECK_FALSE(robot.shows("prose/empty"));
  }
}

TEST_CASE("the slash that begins a text offers what can be put in") {
  Robot robot = example_in();
  begin_with(robot, "");
  robot.press(Key::escape);
  robot.frame(2);
  robot.type("/");
  CHECK(robot.shows("insert/format.table"));
}

}  // namespace canvasbook::prose_test
