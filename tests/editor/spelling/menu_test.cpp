#include "editor/spelling/menu.h"

#include <doctest/doctest.h>

#include "editor/board/state.h"
#include "editor/frame/command_table.h"
#include "editor/frame/spelling_marks.h"
#include "editor/spelling/state.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::menu_test {

using namespace robot;

namespace {

AppWorld checked_world(Language language) {
  AppWorld world = Robot::world_of(language);
  world.dictionary_folders = {"/usr/share/hunspell"};
  return world;
}

Document board_document() {
  Board board = samples::sound_board();
  board.blocks[0].notes[0].text = "Кофэ для офисов";
  board.blocks[1].notes[0].text = "Здесь всё верно";
  board.blocks[1].notes[0].details = "Подробности прихадите позже";
  return samples::make_document_of("canvas", {samples::make_section("board", board)});
}

Document book() {
  Responses responses;
  Response response;
  response.id = "cue";
  response.cue = "Мы уже зделали выбор";
  Answer answer;
  answer.id = "answer";
  answer.text = "Понимаю вас";
  response.answers = {answer};
  responses.responses = {response};
  Document document = samples::make_document_of(
      "book", {samples::make_section("prose", Prose{"Вступление без ошибок.\n\nПотом лутше и рас лутше.\n"}),
               samples::make_section("items", responses)});
  document.language = Language::ru;
  return document;
}

// A window whose dictionaries are read.
class Checker : public Robot {
 public:
  explicit Checker(Language language = Language::ru) : Robot(checked_world(language)) {
    app.open(samples::make_workbook({board_document(), book()}), {});
    wait();
  }

  void wait() {
    frame(2);
    app.spelling.finish();
    frame(4);
  }

  bool marks(const std::string& word) {
    frame(2);
    return app.parts.find("misspelt/" + word) != nullptr;  // one that is right is never marked
  }

  void right_click(const std::string& key) {
    const ImVec2 at = centre_of(key);
    app.input.move(at.x, at.y);
    frame(2);
    app.input.button(1, true);
    app.input.button(1, false);
    frame(6);
    wait();
  }

  void press_next(Key key = Key::f7, Modifiers modifiers = {}) {
    press(key, modifiers);
    frame(6);
    wait();
  }

  // Where the menu has a suggestion.
  size_t place_of(const std::string& suggestion) {
    const std::vector<std::string>* found = app.spelling.suggestions(menu_word());
    REQUIRE(found != nullptr);
    return static_cast<size_t>(std::ranges::find(*found, suggestion) - found->begin());
  }

  const std::string& menu_word() const { return app.state<SpellingMenu>().word; }
  bool menu_is_shown() { return shows("spelling/command.next_misspelling"); }
  std::string cue() { return std::get<Responses>(find_section(workbook(), "items")->content).responses[0].cue; }
  std::string prose() { return std::get<Prose>(find_section(workbook(), "prose")->content).text; }
};

}  // namespace

TEST_CASE("F7 in a register leads to the first misspelt word of the section behind it") {
  Checker robot;
  robot.run("command.segments");
  robot.frame(2);
  robot.press(Key::f7);
  robot.wait();
  CHECK_FALSE(robot.view().shown_register.has_value());
  CHECK(robot.session().is_writing());
  CHECK(robot.view().editing == Editing::note);
}

TEST_CASE("a misspelt word is marked on a note, a good one is not") {
  Checker robot;
  CHECK(robot.marks("Кофэ"));
  CHECK_FALSE(robot.marks("верно"));
}

TEST_CASE("nothing is marked where the author does not want it, and nothing is asked for") {
  Checker robot;
  robot.run("command.check_spelling");
  CHECK_FALSE(robot.marks("Кофэ"));
  CHECK_FALSE(is_enabled(*find_command("command.next_misspelling"), robot.app));
  robot.run("command.check_spelling");
  CHECK(robot.marks("Кофэ"));
}

TEST_CASE("a right click on a marked word offers others, and the chosen one is one step") {
  Checker robot;
  robot.right_click("misspelt/Кофэ");
  REQUIRE(robot.menu_is_shown());
  CHECK(robot.menu_word() == "Кофэ");
  const Workbook before = robot.workbook();
  robot.click("spelling/0");
  const std::string text = find_note(board_of(robot), "seg")->text;
  CHECK(text.ends_with(" для офисов"));
  CHECK(text != "Кофэ для офисов");
  CHECK_FALSE(robot.menu_is_shown());
  robot.press(Key::escape);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("the menu is used with the keyboard alone") {
  Checker robot;
  robot.press_next();
  REQUIRE(robot.menu_is_shown());
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK_FALSE(robot.menu_is_shown());
  CHECK(find_note(board_of(robot), "seg")->text != "Кофэ для офисов");
  CHECK(robot.session().is_writing());  // and the writing goes on
}

TEST_CASE("keys and clicks are the menu's while it is open, and the text stays as it is") {
  Checker robot;
  robot.press_next();
  REQUIRE(robot.menu_is_shown());
  robot.type("zzz");
  robot.press(Key::delete_);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.menu_is_shown());
  CHECK(find_note(board_of(robot), "seg")->text == "Кофэ для офисов");
  CHECK(robot.session().is_writing());
}

TEST_CASE("F7 walks through notes, details, running text and items, and round the end") {
  for (const Modifiers modifiers : {plain, alternate}) {
    Checker robot;
    const Key key = modifiers == alternate ? Key::enter : Key::f7;
    const auto next = [&] {
      robot.press(Key::escape);  // of the menu
      robot.frame(2);
      robot.press_next(key, modifiers);
    };
    next();
    CHECK(robot.menu_word() == "Кофэ");
    next();
    CHECK(robot.menu_word() == "прихадите");
    CHECK(robot.view().editing == Editing::details);
    next();
    CHECK(robot.menu_word() == "лутше");
    CHECK(robot.view().editing == Editing::prose);
    const TextRange first = robot.session().field.selection();
    next();
    CHECK(robot.menu_word() == "лутше");
    CHECK(robot.session().field.selection().begin > first.end);
    next();
    CHECK(robot.menu_word() == "зделали");
    CHECK(robot.view().editing == Editing::field);
    next();
    CHECK(robot.menu_word() == "Кофэ");
    CHECK(robot.view().document == 0);
  }
}

TEST_CASE("F7 opens the parking lot for a word on a parked note") {
  Checker robot;
  robot.session().select(samples::sound_board().blocks[0].notes[0].id, false);
  robot.frame(2);
  robot.run("command.park");
  robot.app.state<BoardState>().parking_is_open = false;
  robot.frame(2);
  robot.press_next();
  CHECK(robot.menu_word() == "Кофэ");
  CHECK(robot.app.state<BoardState>().parking_is_open);
}

TEST_CASE("a misspelt title is found by F7 and marked while it is written") {
  Checker robot;
  robot.session().record(rename_section(robot.workbook(), "prose", "Новый разделл"), "step.rename");
  robot.session().go_to("prose");
  robot.press_next();
  CHECK(robot.menu_word() == "разделл");
  CHECK(robot.view().editing == Editing::section_title);
  CHECK(robot.menu_is_shown());
  robot.press(Key::escape);
  CHECK(robot.marks("разделл"));
  robot.session().record(rename_document(robot.workbook(), "book", "Кника продаж"), "step.rename");
  robot.session().end_writing();
  robot.session().go_to("prose");
  robot.press_next();
  CHECK(robot.menu_word() == "Кника");
  CHECK(robot.view().editing == Editing::document_title);
}

TEST_CASE("F7 in the open menu goes to the next word") {
  Checker robot;
  robot.press_next();
  CHECK(robot.menu_word() == "Кофэ");
  robot.press_next();
  CHECK(robot.menu_word() == "прихадите");
  CHECK(robot.menu_is_shown());
}

TEST_CASE("an own word is kept in the workbook and no longer marked; it can be taken back") {
  Checker robot;
  robot.right_click("misspelt/Кофэ");
  robot.click("spelling.add");
  CHECK(robot.workbook().own_words == std::vector<std::string>{"Кофэ"});
  robot.press(Key::escape);
  CHECK_FALSE(robot.marks("Кофэ"));
  robot.run("command.undo");
  CHECK(robot.workbook().own_words.empty());
  CHECK(robot.marks("Кофэ"));
  robot.run("command.redo");
  CHECK_FALSE(robot.marks("Кофэ"));
  robot.right_click("own/Кофэ");
  robot.click("spelling.remove");
  CHECK(robot.workbook().own_words.empty());
}

TEST_CASE("the word that is being written is not marked until the caret leaves it") {
  Checker robot;
  robot.app.session()->begin_note("value");
  robot.frame(2);
  robot.type(" зделат");
  CHECK_FALSE(robot.marks("зделат"));
  robot.type("ь,");
  CHECK(robot.marks("зделать"));
}

TEST_CASE("a marked word in running text and in an item can be corrected where it stands") {
  Checker robot;
  robot.session().show_section(1, 0);
  robot.frame(4);
  robot.right_click("misspelt/лутше");
  robot.click("spelling/0");
  CHECK(robot.prose() != "Вступление без ошибок.\n\nПотом лутше и рас лутше.\n");
  robot.session().show_section(1, 1);
  robot.frame(4);
  robot.right_click("misspelt/зделали");
  robot.click("spelling/" + std::to_string(robot.place_of("сделали")));
  CHECK(robot.cue() == "Мы уже сделали выбор");
}

TEST_CASE("where nothing is misspelt, F7 says so") {
  Checker robot;
  robot.app.open(samples::make_workbook({samples::make_document_of(
                     "book", {samples::make_section("prose", Prose{"Всё верно. All is well.\n"})})}),
                 {});
  robot.frame(3);
  robot.press(Key::f7);
  CHECK(robot.app.message() == robot.app.catalog().text("spelling.nothing"));
}

TEST_CASE("a missing dictionary is one sentence in the status line") {
  for (const Language language : {Language::ru, Language::en}) {
    AppWorld world = Robot::world_of(language);
    world.dictionary_folders = {"/nowhere"};
    Robot robot(world);
    Document document = book();
    document.language = language;
    robot.app.open(samples::make_workbook({document}), {});
    robot.frame(2);
    robot.app.spelling.finish();
    robot.frame(2);
    CHECK(robot.app.message() ==
          robot.app.catalog().text(language == Language::ru ? "spelling.no_russian" : "spelling.no_english"));
    CHECK_FALSE(robot.app.has_dialog());
    robot.press(Key::f7);
    CHECK_FALSE(robot.app.has_dialog());
  }
}

}  // namespace canvasbook::menu_test
