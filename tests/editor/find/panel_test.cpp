// The panel that finds and replaces, by its keys and its buttons.
#include "editor/board/state.h"
#include "editor/find/finding.h"

#include <doctest/doctest.h>

#include "editor/find/state.h"
#include "tests/book.h"
#include "tests/robot.h"

namespace canvasbook::panel_test {

namespace {

using robot::Robot;

constexpr Language languages[] = {Language::ru, Language::en};

// A note that serves the word, running text with it, a cue and an answer.
Workbook book() {
  Board board;
  board.columns = 1;
  board.rows = 1;
  board.blocks = {samples::make_block("channels", 0, {samples::make_note("n")})};
  board.blocks[0].notes[0].text = "Клиент звонит";
  board.blocks[0].notes[0].details = "О клиенте подробно";
  board.parking = {samples::make_note("p")};
  board.parking[0].text = "Ещё клиент";
  const Responses responses{"", {samples::make_response("r", "Дорого?", {"Клиенту выгодно"})}};
  Document second = samples::make_document_of(
      "second", {samples::make_section("items", responses), samples::make_section("last", Prose{"нет слов"})});
  second.title = "Клиенты";
  return samples::make_workbook(
      {samples::make_document_of("first", {samples::make_section("board", board),
                                           samples::make_section("prose", Prose{"Первый абзац.\n\nВсё для клиента."})}),
       second});
}

// Looks for what is written so, and not for other forms of the words.
void find(Robot& robot, std::string_view text) {
  robot.app.state<FindPanel>().options.word_forms = false;
  robot.press(Key::f, control);
  robot.frame(2);
  robot.type(text);
  robot.frame(2);
}

// Leaves the keys in the field of the replacement.
void replace(Robot& robot, std::string_view wanted, std::string_view replacement) {
  robot.app.state<FindPanel>().options.word_forms = false;
  robot.press(Key::h, control);
  robot.frame(2);
  robot.type(wanted);
  robot.press(Key::tab);
  robot.type(replacement);
}

std::string selected(Robot& robot) { return robot.session().field.selected_text(); }
size_t hit_count(Robot& robot) { return found_hits(robot.app).hits.size(); }

}  // namespace

TEST_CASE("a field and the text that is being written last when the fonts are built anew") {
  for (const int places : {1, 4}) {  // a note, and running text, which has fonts of its own
    Robot robot(book());
    find(robot, "клиент");
    for (int i = 0; i < places; ++i) robot.press(Key::enter);
    robot.frame(2);
    TextCore& query = robot.app.state<FindPanel>().query.core;
    const float width = query.x_of(0, 6);
    robot.app.theme = make_theme(ThemeName::light, 1.5F);
    ImGui::GetIO().Fonts->TexID = reinterpret_cast<ImTextureID>(1);
    robot.app.forget_fonts();
    robot.session().field.type(U'!');
    query.set_text("Клиент");
    CHECK(query.x_of(0, 6) > width * 1.3F);
    robot.frame(2);
    CHECK(robot.session().field.utf8().find('!') != std::string::npos);
  }
}

TEST_CASE("Ctrl+F finds in all documents, and Enter leads from place to place with the word selected") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    const Workbook before = robot.workbook();
    find(robot, "клиент");
    CHECK(hit_count(robot) == 6);
    robot.press(Key::enter);
    CHECK(robot.view().editing == Editing::note);
    CHECK(selected(robot) == "Клиент");
    robot.press(Key::enter);
    CHECK(robot.view().editing == Editing::details);
    CHECK(selected(robot) == "клиент");
    robot.press(Key::down);
    CHECK(robot.view().edited == "p");
    CHECK(robot.app.state<BoardState>().parking_is_open);
    robot.press(Key::enter);
    CHECK(robot.session().section()->id == "prose");
    CHECK(selected(robot) == "клиент");
    robot.press(Key::enter);
    CHECK(robot.view().editing == Editing::document_title);
    CHECK(robot.session().document()->id == "second");
    robot.press(Key::enter);
    CHECK(robot.view().edited == "r_1");
    CHECK(selected(robot) == "Клиент");
    robot.press(Key::enter);  // round to the first
    CHECK(robot.view().edited == "n");
    robot.press(Key::enter, shift);
    CHECK(robot.view().edited == "r_1");
    CHECK(robot.workbook() == before);
    CHECK(robot.app.state<FindPanel>().query.text() == "клиент");
  }
}

TEST_CASE("while the panel has the keys nothing that is typed goes into the document, and Escape gives them back") {
  Robot robot(book());
  find(robot, "клиент");
  robot.press(Key::enter);
  robot.type("у");
  robot.press(Key::backspace);
  robot.press(Key::delete_);
  CHECK(robot.workbook() == book());
  CHECK(robot.app.state<FindPanel>().query.text() == "клиент");
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(robot.app.settings.panels.tab == SidePanel::guide);
  CHECK_FALSE(robot.shows("find.query"));
  REQUIRE(robot.view().edited == "n");
  robot.type("Гость");  // over the word that is selected
  CHECK(board_of(robot).blocks[0].notes[0].text == "Гость звонит");
}

TEST_CASE("F3 goes on from the document, where the panel is closed as well") {
  Robot robot(book());
  find(robot, "клиент");
  robot.press(Key::escape);
  robot.press(Key::f3);
  CHECK(robot.view().edited == "n");
  robot.press(Key::f3);
  robot.press(Key::f3, shift);
  CHECK(robot.view().edited == "n");
  CHECK(robot.view().editing == Editing::note);
}

TEST_CASE("F3 that goes round says so, in both directions") {
  Robot robot(book());
  find(robot, "клиент");
  robot.press(Key::escape);
  robot.press(Key::f3);
  CHECK(robot.app.message().empty());
  robot.press(Key::f3, shift);
  CHECK(robot.app.message() == robot.app.catalog().text("find.from_end"));
  robot.press(Key::f3);
  CHECK(robot.app.message() == robot.app.catalog().text("find.from_beginning"));
  robot.press(Key::f3);
  CHECK(robot.app.message().empty());
}

TEST_CASE("Ctrl+H begins in the words to find, unless they were given just now") {
  Robot robot(book());
  FindPanel& panel = robot.app.state<FindPanel>();
  replace(robot, "клиент", "гость");
  robot.press(Key::h, control);  // again
  robot.frame(2);
  robot.type("абзац");  // takes the place of the words before
  CHECK(panel.query.text() == "абзац");
  CHECK(panel.replacement.text() == "гость");
  robot.press(Key::escape);
  robot.press(Key::f, control);
  robot.frame(2);
  robot.type("слов");
  robot.press(Key::h, control);
  robot.frame(2);
  robot.press(Key::a, control);
  robot.type("дел");
  CHECK(panel.query.text() == "слов");
  CHECK(panel.replacement.text() == "дел");
}

TEST_CASE("the first press of Replace leads to the place and says what the next one does") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    replace(robot, "клиент", "гость");
    robot.frame(2);
    robot.click("find.replace");
    CHECK(robot.workbook() == book());
    CHECK(robot.app.message() == robot.app.catalog().text("find.replace_again", {{"number", "1"}, {"count", "6"}}));
    robot.click("find.replace");
    CHECK_FALSE(robot.workbook() == book());
  }
}

TEST_CASE("F3 without anything that was looked for opens the panel") {
  Robot robot(book());
  robot.press(Key::f3);
  robot.frame(2);
  CHECK(robot.shows("find.query"));
}

TEST_CASE("what was found first is what stands behind the place that is looked at") {
  Robot robot(book());
  robot.session().go_to("items");
  robot.frame(2);
  find(robot, "клиент");
  robot.press(Key::enter);
  CHECK(robot.view().edited == "r_1");
}

TEST_CASE("a click on a hit opens its text and leaves the keys there") {
  Robot robot(book());
  find(robot, "клиент");
  robot.click("find/hit/3");
  robot.frame(2);
  CHECK(robot.view().editing == Editing::prose);
  CHECK(selected(robot) == "клиент");
  robot.type("гост");
  CHECK(robot.session().prose()->text == "Первый абзац.\n\nВсё для госта.");
}

TEST_CASE("a line that is selected in a text is what Ctrl+F looks for") {
  Robot robot(book());
  robot.session().begin_note("n");
  robot.session().field.select(0, 6);
  robot.frame(2);
  robot.press(Key::f, control);
  robot.frame(3);
  CHECK(robot.app.state<FindPanel>().query.text() == "Клиент");
  CHECK(hit_count(robot) == 6);
}

TEST_CASE("the options decide what is found, by the mouse and by the keyboard") {
  Robot robot(book());
  find(robot, "клиент");
  robot.click("find.whole_words");
  CHECK(hit_count(robot) == 2);
  robot.click("find.word_forms");
  CHECK(hit_count(robot) == 6);
  robot.click("find.query");
  robot.press(Key::tab);
  robot.press(Key::space);
  robot.frame(2);
  CHECK_FALSE(robot.app.state<FindPanel>().options.word_forms);
  CHECK(hit_count(robot) == 2);
}

TEST_CASE("other forms of a word are found unless the author wishes otherwise, and parts of words as well") {
  Robot robot(book());
  robot.press(Key::f, control);
  robot.frame(2);
  robot.type("клиентам");
  robot.frame(2);
  CHECK(hit_count(robot) == 6);
  robot.press(Key::a, control);
  robot.type("клие");
  robot.frame(2);
  CHECK(hit_count(robot) == 6);
}

TEST_CASE("one place after another is replaced, and each replacement can be undone") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    replace(robot, "клиент", "гость");
    robot.press(Key::enter);  // leads to the first place
    CHECK(robot.workbook() == book());
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(board_of(robot).blocks[0].notes[0].text == "Гость звонит");
    CHECK(robot.view().editing == Editing::details);
    CHECK(hit_count(robot) == 5);
    CHECK(robot.app.catalog().text(robot.session().history().next_undo()->name_key) ==
          robot.app.catalog().text("step.replace"));
    robot.session().undo();
    CHECK(robot.workbook() == book());
  }
}

TEST_CASE("ё and е are spoken of only where something is Russian") {
  for (const bool is_russian : {false, true}) {
    Workbook workbook = book();
    workbook.language = Language::en;
    for (auto& document : workbook.documents) {
      Document english = *document;
      english.language = is_russian ? Language::ru : Language::en;
      document = Shared<Document>(std::move(english));
    }
    Robot robot(workbook, {}, Language::en);
    robot.press(Key::f, control);
    robot.frame(2);
    CHECK(robot.shows("find.whole_words"));
    CHECK(robot.shows("find.yo_is_ye") == is_russian);
  }
}

TEST_CASE("a replacement that holds the word itself is not replaced again") {
  Robot robot(book());
  replace(robot, "клиент", "клиент-клиент");
  for (int i = 0; i < 7; ++i) robot.press(Key::enter);
  robot.frame(2);
  CHECK(board_of(robot).blocks[0].notes[0].text == "Клиент-клиент звонит");
  CHECK(find_document(robot.workbook(), "second")->title == "Клиент-клиенты");
}

TEST_CASE("all places are replaced in one step, which says how many") {
  for (const Language language : languages) {
    Robot robot(book(), {}, language);
    replace(robot, "клиент", "гост");
    robot.frame(2);
    robot.click("find.replace_all");
    CHECK(find_document(robot.workbook(), "second")->title == "Госты");
    CHECK(robot.app.message() == robot.app.catalog().count("find.replaced", 6));
    CHECK(robot.session().history().depth() == 1);
    robot.session().undo();
    CHECK(robot.workbook() == book());
  }
}

TEST_CASE("undoing a replacement everywhere stays where something changed, and leads to it from elsewhere") {
  Robot robot(book());
  robot.session().go_to("last");  // which has no such word
  replace(robot, "клиент", "гост");
  robot.frame(2);
  robot.click("find.replace_all");
  robot.session().go_to("items");
  robot.session().undo();
  CHECK(robot.session().section()->id == "items");
  robot.session().redo();
  CHECK(robot.session().section()->id == "items");
  robot.session().go_to("last");
  robot.session().undo();
  CHECK(robot.session().section()->id == "board");
  CHECK(robot.workbook() == book());
}

TEST_CASE("Ctrl+Z right behind a replacement takes it back, and Ctrl+Y makes it again, though a field has the caret") {
  Robot robot(book());
  replace(robot, "клиент", "гость");
  robot.press(Key::enter);
  robot.press(Key::enter);
  const Workbook replaced = robot.workbook();
  CHECK_FALSE(replaced == book());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == book());
  CHECK(robot.app.state<FindPanel>().replacement.text() == "гость");
  robot.press(Key::y, control);
  CHECK(robot.workbook() == replaced);
  robot.type("и");
  robot.press(Key::z, control);  // what was typed in the field
  CHECK(robot.workbook() == replaced);
  CHECK(robot.app.state<FindPanel>().replacement.text() != "гостьи");
}

TEST_CASE("a command that begins to write elsewhere has the keys then") {
  Robot robot(book());
  find(robot, "клиент");
  robot.run("command.rename_document");
  robot.frame(3);
  robot.type("Новое");
  CHECK(robot.session().document()->title == "Новое");
  CHECK(robot.app.state<FindPanel>().query.text() == "клиент");
}

TEST_CASE("another workbook that is opened has its own hits") {
  Robot robot(book());
  find(robot, "клиент");
  Workbook other = samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{"нет"})})});
  robot.app.open(std::move(other), {});
  robot.frame(3);
  CHECK(hit_count(robot) == 0);
  CHECK(robot.app.state<FindPanel>().groups.empty());
}

TEST_CASE("replacing everything by nothing asks first, suggests to keep it, and says what was deleted") {
  Robot robot(book());
  replace(robot, "клиент", "");
  const size_t hits = hit_count(robot);
  REQUIRE(hits > 1);
  robot.click("find.replace_all");
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "find.delete_title");
  robot.press(Key::enter);
  CHECK(robot.workbook() == book());
  robot.click("find.replace_all");
  robot.click("find.delete");
  CHECK(hit_count(robot) == 0);
  CHECK(robot.app.message() == robot.app.catalog().count("find.removed", hits));
  robot.press(Key::z, control);
  CHECK(robot.workbook() == book());
}

TEST_CASE("what replacing leaves out is said, and stays") {
  Robot robot(book());
  replace(robot, "Title of channels", "x");
  robot.press(Key::enter);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.message() == robot.app.catalog().text("find.is_fixed"));
  CHECK(robot.workbook() == book());
  robot.click("find.replace_all");
  CHECK(robot.workbook() == book());
  CHECK(robot.app.message() ==
        robot.app.catalog().count("find.replaced", 0) + " " + robot.app.catalog().count("find.left_out", 1));
}

TEST_CASE("the hits follow what is written in the document and what is undone") {
  Robot robot(book());
  find(robot, "клиент");
  robot.session().go_to("last");
  robot.frame(3);
  robot.click("prose");
  robot.press(Key::end, control);
  robot.type(" клиент");
  robot.frame(2);
  CHECK(hit_count(robot) == 7);
  robot.press(Key::escape);
  robot.press(Key::z, control);
  robot.frame(2);
  CHECK(hit_count(robot) == 6);
}

TEST_CASE("that nothing was found is no longer said once something is") {
  Robot robot(book());
  find(robot, "кофе");
  robot.press(Key::enter);
  robot.frame();
  REQUIRE(robot.app.message() == robot.app.catalog().text("find.nothing"));
  robot.press(Key::a, control);
  robot.type("клиент");
  robot.frame(2);
  REQUIRE(hit_count(robot) == 6);
  CHECK(robot.app.message().empty());
}

TEST_CASE("an empty workbook, an empty query and a workbook that is closed do no harm") {
  Robot robot(samples::make_workbook({}));
  find(robot, "x");
  for (const Key key : {Key::enter, Key::down, Key::up, Key::page_down, Key::f3}) robot.press(key);
  CHECK(robot.app.message() == robot.app.catalog().text("find.nothing"));
  robot.press(Key::h, control);
  robot.frame(2);
  robot.press(Key::enter);
  replace_current_hit(robot.app);
  replace_every_hit(robot.app);
  robot.app.close_workbook();
  robot.frame(3);
  CHECK_FALSE(robot.app.keys_in_panel);
  CHECK_FALSE(robot.app.text_field_is_active());
}

TEST_CASE("of many hits only those that are seen are drawn") {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "word\n";
  Robot robot(samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{text})})}));
  find(robot, "word");
  CHECK(hit_count(robot) == 20'000);
  const auto drawn = std::ranges::count_if(
      robot.app.parts.parts(), [](const PartRegister::Part& part) { return part.key.starts_with("find/hit/"); });
  CHECK(drawn > 5);
  CHECK(drawn < 40);
  robot.press(Key::up);  // the last one
  robot.press(Key::up);
  robot.frame(2);
  CHECK(robot.shows("find/hit/19999"));
}

}  // namespace canvasbook::panel_test
