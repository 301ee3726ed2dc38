// Lists of items in the window: writing, moving, copying, in every kind.
#include "editor/frame/workplace.h"
#include "editor/items/rows.h"
#include "model/file/workbook_file.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::items_test {

namespace {

using robot::Robot;

// A workbook whose shown section is one of items.
Workbook workbook_with(Content content) {
  Workbook workbook;
  Document document;
  document.id = "book";
  document.title = "Book";
  document.language = Language::en;
  document.sections.emplace_back(Section{"part", "", "Part", 1, std::move(content), 0, {}});
  return add_document(workbook, document);
}

Content objections() {
  Responses responses;
  responses.responses.push_back({"dear", "It is dear.", {{"a1", "Compared with what?", {}}}, {}});
  responses.responses.push_back({"later", "Call me later.", {{"a2", "On which day?", {}}}, {}});
  return responses;
}

const Responses& shown(Robot& robot) { return std::get<Responses>(robot.session().section()->content); }

}  // namespace

TEST_CASE("a text of an item is written by a click on it, Insert adds beside it, undo takes everything back") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      Robot robot(workbook_with(objections()), {}, language, scale);
      const Workbook before = robot.workbook();
      robot.click("field/dear/cue");
      robot.press(Key::end);
      robot.type(" Очень!");
      robot.press(Key::tab);
      robot.press(Key::insert);  // a second answer
      robot.type("Посчитаем.");
      robot.press(Key::escape);
      CHECK(shown(robot).responses[0].cue == "It is dear. Очень!");
      REQUIRE(shown(robot).responses[0].answers.size() == 2);
      CHECK(shown(robot).responses[0].answers[1].text == "Посчитаем.");
      while (robot.session().can_undo()) robot.session().undo();
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("a long title of a section takes further lines, and the items stand below them") {
  const auto height_with = [](const std::string& title) {
    Robot robot(rename_section(workbook_with(objections()), "part", title), {}, Language::ru, 1, {1280, 720});
    const PartRegister::Part* shown_title = robot.app.parts.find("items/title");
    const PartRegister::Part* cue = robot.app.parts.find("field/dear/cue");
    REQUIRE(shown_title != nullptr);
    REQUIRE(cue != nullptr);
    CHECK(shown_title->to.y < cue->from.y);
    return shown_title->to.y - shown_title->from.y;
  };
  const float one_line = height_with("Возражения");
  const float more =
      height_with("Первый звонок: находим того, кто решает, и договариваемся о встрече с ним и его заместителем");
  CHECK(more > one_line * 1.5F);
}

TEST_CASE("the menu Edit has what is done to the kind of section that is shown, and not what is done to others") {
  {
    Robot robot(workbook_with(objections()));
    robot.click("menu.edit");
    CHECK(robot.shows("menu/command.next_step"));
    CHECK(robot.shows("menu/command.paste"));
    CHECK_FALSE(robot.shows("menu/command.park"));
    CHECK_FALSE(robot.shows("menu/command.trial"));
  }
  {
    Robot robot(workbook_with(Checklist{}));
    robot.click("menu.edit");
    CHECK(robot.shows("menu/command.trial"));
    CHECK_FALSE(robot.shows("menu/command.next_step"));
  }
  Robot robot(paper::example("en"));
  robot.click("menu.edit");
  CHECK(robot.shows("menu/command.park"));
  CHECK_FALSE(robot.shows("menu/command.trial"));
}

TEST_CASE("emphasis in an answer looks as it prints, and its marks are seen while it is written") {
  Responses responses;
  responses.responses.push_back({"late",
                                 "We are late.",
                                 {{"a1", "It is our fault. *We call first,* then **we pay**.", {}},
                                  {"a2", "Say that 2 * 3 is as much as 3 * 2.", {}},
                                  {"a3", "* a list keeps *its* marks", {}}},
                                 {}});
  Robot robot(workbook_with(responses), {}, Language::en);
  const auto drawn = [&] {
    robot.frame(3);
    robot.show_letters();
    return robot::drawn_letters();
  };
  const std::string at_rest = drawn();
  CHECK(at_rest.find("Itisourfault.Wecallfirst,thenwepay.") != std::string::npos);
  CHECK(at_rest.find("Saythat2*3isasmuchas3*2.") != std::string::npos);
  CHECK(at_rest.find("*alistkeeps*its*marks") != std::string::npos);
  robot.click("field/a1/text");
  CHECK(drawn().find("*Wecallfirst,*then**wepay**.") != std::string::npos);
  robot.press(Key::escape);
  CHECK(drawn().find("Itisourfault.Wecallfirst,thenwepay.") != std::string::npos);
  CHECK(shown(robot).responses[0].answers[0].text == "It is our fault. *We call first,* then **we pay**.");
}

TEST_CASE("Enter behind an answer goes on to a further answer of the same cue, and from an empty one to the next cue") {
  Robot robot(workbook_with(objections()));
  robot.click("field/a1/text");
  robot.press(Key::enter);
  robot.type("Посчитаем.");
  robot.press(Key::enter);
  robot.press(Key::enter);
  REQUIRE(shown(robot).responses[0].answers.size() == 2);
  CHECK(shown(robot).responses[0].answers[1].text == "Посчитаем.");
  CHECK(robot.session().view().selected == ItemIds{"later"});
}

TEST_CASE("what is typed after Enter goes behind the next answer, and select all is then of its text") {
  Responses responses;
  responses.responses = {{"dear", "It is dear.", {{"a1", "Compared with what?", {}}, {"a2", "For how long?", {}}}, {}}};
  Robot robot(workbook_with(responses));
  robot.click("field/a1/text");
  robot.press(Key::end);
  robot.type("!");
  robot.press(Key::enter);
  robot.type("*");
  CHECK(shown(robot).responses[0].answers[0].text == "Compared with what?!");
  CHECK(shown(robot).responses[0].answers[1].text == "For how long?*");
  robot.press(Key::a, control);
  robot.type("Other");
  CHECK(shown(robot).responses[0].answers[1].text == "Other");
  CHECK(shown(robot).responses[0].answers.size() == 2);
  CHECK(robot.view().selected == ItemIds{"a2"});
}

TEST_CASE("a step is named by what was written: a text, a cell, a note") {
  Sheet sheet;
  sheet.columns = {{"name", "", "Name", ColumnType::text, {}, 0, {}}};
  sheet.rows = {{"row", {{"name", "Tea"}}, {}}};
  Board board;
  board.columns = board.rows = 1;
  board.blocks = {samples::make_block("block", 0, {samples::make_note("note")})};
  const auto name_of_step = [](const Content& content, const char* item, const char* field) {
    Robot robot(workbook_with(content));
    if (std::holds_alternative<Board>(content)) {
      robot.session().begin_note(item);
    } else {
      robot.session().begin_field({item, field});
    }
    robot.frame(2);
    robot.type("x");
    robot.press(Key::escape);
    REQUIRE(robot.session().can_undo());
    return robot.session().history().next_undo()->name_key;
  };
  CHECK(name_of_step(objections(), "a1", "text") == "step.write");
  CHECK(name_of_step(sheet, "row", "name") == "step.cell");
  CHECK(name_of_step(sheet, "name", "title") == "step.write");
  CHECK(name_of_step(board, "note", "") == "step.write_note");
}

TEST_CASE("Enter in an empty answer takes it away and goes on to the next cue") {
  Robot robot(workbook_with(objections()));
  robot.click("field/a1/text");
  robot.press(Key::insert);
  REQUIRE(shown(robot).responses[0].answers.size() == 2);
  robot.press(Key::enter);
  CHECK(shown(robot).responses[0].answers.size() == 1);
  CHECK(robot.view().cursor == "later");
  CHECK(robot.view().field == "cue");
}

TEST_CASE("Insert adds what the cursor is in, a cue or an answer, Ctrl+Enter the next cue, and the window says so") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_with(objections()), {}, language);
    const Catalog& words = robot.app.catalog();
    const auto hint = [&] { return words.text(workplace_of(robot.app).hint(robot.app)); };
    const std::string answer_below = language == Language::ru ? "Insert — ответ ниже" : "Insert — an answer below";
    const std::string phrase_below = language == Language::ru ? "Insert — фраза ниже" : "Insert — a phrase below";
    robot.session().point_at({"a1", "text"});
    robot.frame(2);
    CHECK(hint().find(answer_below) != std::string::npos);
    CHECK(std::string(workplace_of(robot.app).add_label(robot.app)) == "items.add_answer");
    robot.press(Key::enter);
    CHECK(hint().find(answer_below) != std::string::npos);
    robot.press(Key::insert);
    robot.type("Second");
    REQUIRE(shown(robot).responses[0].answers.size() == 2);
    robot.press(Key::enter, control);
    robot.type("Not now");
    REQUIRE(shown(robot).responses.size() == 3);
    CHECK(shown(robot).responses[1].cue == "Not now");  // right behind the one whose answer was written
    CHECK(hint().find(phrase_below) != std::string::npos);
    robot.press(Key::escape);
    CHECK(hint().find(phrase_below) != std::string::npos);
    CHECK(std::string(workplace_of(robot.app).add_label(robot.app)) == "items.add_response");
    robot.press(Key::insert);
    robot.type("Later");
    CHECK(shown(robot).responses[2].cue == "Later");
  }
}

TEST_CASE("of two speakers the other one takes a line by a click or a key, and further lines go on from there") {
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  for (const bool by_key : {false, true}) {
    Robot robot(workbook_with(talk));
    const auto lines = [&] { return std::get<Dialogue>(robot.session().section()->content).lines; };
    robot.press(Key::insert);
    REQUIRE(lines().size() == 1);
    robot.type("Hel");
    if (by_key) {
      robot.press(Key::r, control_shift);
    } else {
      robot.click("item/" + lines()[0].id + "/speaker");
    }
    robot.type("lo");  // one goes on writing
    CHECK(lines()[0].speaker == "them");
    CHECK(lines()[0].text == "Hello");
    for (const char* speaker : {"us", "them"}) {
      robot.press(Key::enter);
      robot.type("x");
      CHECK(lines().back().speaker == speaker);
    }
    robot.press(Key::escape);
    robot.press(Key::r, control_shift);
    CHECK(lines().back().speaker == "us");
  }
}

TEST_CASE("of three speakers one is chosen from a menu") {
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}, {"chief", "Chief", true, {}}};
  talk.lines = {{"line", "us", "Hello", {}, {}}};
  Robot robot(workbook_with(talk));
  robot.click("item/line/speaker");
  robot.click("item/line/speaker/chief");
  CHECK(std::get<Dialogue>(robot.session().section()->content).lines[0].speaker == "chief");
}

TEST_CASE("what was pasted is selected, in view to its last row, and the status line tells how much it is") {
  for (const Language language : {Language::ru, Language::en}) {
    Sheet sheet;
    sheet.columns = {{"what", "", "What", ColumnType::text, {}, 0, {}}};
    for (int i = 0; i < 40; ++i) sheet.rows.push_back({"row" + std::to_string(i), {{"what", "Tea"}}, {}});
    Responses responses = std::get<Responses>(objections());
    for (int i = 0; i < 20; ++i) responses.responses.push_back({"cue" + std::to_string(i), "Why?", {}, {}});
    for (const Content& content : {Content(sheet), Content(responses)}) {
      Robot robot(workbook_with(content), {}, language, 1, {1280, 720});
      const auto order = items_in_order(content);
      robot.session().select_item(order.back(), false);
      robot.frame(3);
      robot.clipboard = "One\nTwo\nThree";
      robot.press(Key::v, control);
      robot.frame(3);
      const auto now = items_in_order(robot.session().section()->content);
      REQUIRE(now.size() >= order.size() + 3);
      CHECK(robot.view().selected == ItemIds(now.begin() + std::ssize(order), now.end()));
      for (const std::string& id : robot.view().selected) {
        const PartRegister::Part* row = robot.app.parts.find("item/" + id);
        if (row == nullptr) continue;  // an answer
        CHECK(row->to.y < 720 - 40);   // above the status line
      }
      CHECK(robot.shows("item/" + now[order.size()]));
      const std::string keys = shortcut_text(*find_command("command.undo"), robot.app.catalog());
      const bool is_sheet = std::holds_alternative<Sheet>(content);
      CHECK(robot.app.message() ==
            robot.app.catalog().count(is_sheet ? "items.pasted" : "items.pasted_cues", 3, {{"keys", keys}}));
    }
  }
}

TEST_CASE("items are worked with by the keyboard alone") {
  Robot robot(workbook_with(objections()));
  const Workbook before = robot.workbook();
  robot.press(Key::down);  // the first cue
  CHECK(robot.view().cursor == "dear");
  robot.press(Key::right);
  CHECK(robot.view().cursor == "a1");
  robot.press(Key::enter);
  robot.type("!");
  robot.press(Key::tab);  // on to the next text, which is chosen: what is typed takes its place
  robot.type("Not now.");
  robot.press(Key::escape);
  CHECK(shown(robot).responses[0].answers[0].text == "Compared with what?!");
  CHECK(shown(robot).responses[1].cue == "Not now.");
  robot.press(Key::up, alternate);
  CHECK(shown(robot).responses[0].id == "later");
  robot.press(Key::d, control);
  CHECK(shown(robot).responses.size() == 3);
  robot.press(Key::delete_);
  CHECK(shown(robot).responses.size() == 2);
  robot.press(Key::insert);
  robot.type("New");
  robot.press(Key::escape);
  CHECK(shown(robot).responses.size() == 3);
  robot.press(Key::a, control);
  robot.press(Key::x, control);
  CHECK(shown(robot).responses.empty());
  robot.press(Key::v, control);
  CHECK(shown(robot).responses.size() == 3);
  while (robot.session().can_undo()) robot.session().undo();
  CHECK(robot.workbook() == before);
}

TEST_CASE("an item is dragged by its handle, and its menu does the rest") {
  Robot robot(workbook_with(objections()));
  robot.drag("item/later/handle", "field/dear/cue");
  CHECK(shown(robot).responses[0].id == "later");
  robot.click("item/later/handle");
  CHECK(robot.shows("items/command.move_cues"));  // as the menu Edit, of cues alone
  robot.click("items/command.remove");
  CHECK(shown(robot).responses.size() == 1);
}

TEST_CASE("a right click on an answer opens the menu of the answer, on its cue that of the cue") {
  Responses two = std::get<Responses>(objections());
  two.responses[0].answers.push_back({"a3", "And what is cheap?", {}});
  for (const bool compact : {false, true}) {
    CAPTURE(compact);
    Robot robot(workbook_with(two), {}, Language::en);
    robot.app.settings.answers_compact = compact;
    robot.frame(2);
    const Workbook before = robot.workbook();
    const auto right_click = [&](const char* key) {
      robot.move_to(key);
      robot.app.input.button(1, true);
      robot.frame();
      robot.app.input.button(1, false);
      robot.frame(3);
    };
    right_click("field/a1/text");
    CHECK(robot.view().cursor == "a1");
    CHECK(robot.view().selected == ItemIds{"a1"});
    CHECK(robot.shows("items/chosen"));
    robot.show_letters();
    CHECK(robot::drawn_letters().find("Theanswer“Comparedwithwhat?”") != std::string::npos);
    CHECK(robot.shows("items/command.next_step"));
    CHECK_FALSE(robot.shows("items/command.move_cues"));
    CHECK_FALSE(robot.shows("items/command.synonyms"));
    robot.click("items/command.remove");
    REQUIRE(shown(robot).responses.size() == 2);
    REQUIRE(shown(robot).responses[0].answers.size() == 1);
    CHECK(shown(robot).responses[0].answers[0].id == "a3");
    robot.session().undo();
    robot.frame(2);
    CHECK(robot.workbook() == before);
    right_click("field/a2/text");
    robot.click("items/command.duplicate");
    CHECK(shown(robot).responses.size() == 2);
    CHECK(shown(robot).responses[1].answers.size() == 2);
    robot.session().undo();
    robot.frame(2);
    right_click("field/dear/cue");
    CHECK(robot.view().selected == ItemIds{"dear"});
    robot.show_letters();
    CHECK(robot::drawn_letters().find("“Itisdear.”and2answers") != std::string::npos);
    CHECK(robot.shows("items/command.synonyms"));
    CHECK_FALSE(robot.shows("items/command.next_step"));
    robot.click("items/command.remove");
    CHECK(shown(robot).responses.size() == 1);
  }
}

TEST_CASE("an empty section says what to do and its button does it") {
  Sheet sheet;
  sheet.columns.emplace_back().id = "what";
  for (const Content& content :
       {Content(Responses{}), Content(Replacements{}), Content(Dialogue{}), Content(Checklist{}), Content(sheet)}) {
    Robot robot(workbook_with(content));
    robot.click("items/add");
    const auto items = items_in_order(robot.session().section()->content);
    CHECK(std::ranges::find(items, robot.view().cursor) != items.end());
    robot.session().undo();
    CHECK(robot.session().section()->content == content);
  }
}

TEST_CASE("Enter or a letter in an empty section makes its first item, and the letter is kept") {
  Sheet sheet;
  sheet.columns.emplace_back().id = "what";
  for (const Content& content : {Content(Responses{}), Content(Replacements{}), Content(Dialogue{}),
                                 Content(Checklist{}), Content(sheet), Content(Sheet{})}) {
    CAPTURE(content.index());
    for (const bool by_enter : {true, false}) {
      Robot robot(workbook_with(content));
      const Workbook before = robot.workbook();
      if (by_enter) {
        robot.press(Key::enter);
        REQUIRE(robot.view().editing == Editing::field);
      }
      robot.type("First");
      REQUIRE(robot.view().editing == Editing::field);
      const std::string* text =
          find_field(robot.session().section()->content, {robot.view().edited, robot.view().field});
      REQUIRE(text != nullptr);
      CHECK(*text == "First");
      robot.press(Key::escape);
      while (robot.session().can_undo()) robot.session().undo();
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("what Enter makes in an empty section is gone when nothing is written in it") {
  for (const Content& content :
       {Content(Responses{}), Content(Replacements{}), Content(Dialogue{}), Content(Checklist{})}) {
    CAPTURE(content.index());
    Robot robot(workbook_with(content));
    const Workbook before = robot.workbook();
    robot.press(Key::enter);
    CHECK_FALSE(robot.workbook() == before);
    robot.press(Key::escape);
    CHECK(robot.workbook() == before);
    CHECK_FALSE(robot.session().can_undo());
  }
}

TEST_CASE("a line of a dialogue takes a module of the book and leads to it, and the module tells where it is said") {
  Workbook workbook = workbook_with(objections());
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  talk.lines = {{"l1", "them", "It is dear.", {}, {}}, {"l2", "us", "", {}, {}}};
  Document document = *workbook.documents[0];
  document.sections.emplace_back(Section{"talk", "scenario", "Cold call", 1, talk, 0, {}});
  workbook = add_document(remove_document(workbook, "book"), document);
  Robot robot(workbook, {}, Language::en);
  robot.session().show_section(0, 1);
  robot.frame(2);
  robot.click("item/l2/module");
  robot.type("compared");
  robot.press(Key::enter);
  robot.frame(2);
  const auto line = [&] { return std::get<Dialogue>(robot.workbook().documents[0]->sections[1]->content).lines[1]; };
  CHECK(line().module == "a1");
  CHECK(line().text == "Compared with what?");  // an empty line takes its words
  robot.click("item/l2/said");
  CHECK(robot.session().section()->id == "part");
  CHECK(robot.view().cursor == "a1");
  robot.click("item/a1/uses");
  CHECK(robot.session().section()->id == "talk");
  CHECK(robot.view().cursor == "l2");
  robot.click("item/l2/speaker");
  CHECK(line().speaker == "them");
  while (robot.session().can_undo()) robot.session().undo();
  CHECK(robot.workbook() == workbook);
}

TEST_CASE("a line with the words of an answer that was changed says so, and a click takes the new ones") {
  for (const Language language : {Language::ru, Language::en}) {
    Workbook workbook = workbook_with(objections());
    Dialogue talk;
    talk.speakers = {{"us", "Manager", false, {}}};
    talk.lines = {{"same", "us", "Compared with what?", "a1", {}}, {"own", "us", "And with what?", "a1", {}}};
    Document document = *workbook.documents[0];
    document.sections.emplace_back(Section{"talk", "scenario", "Cold call", 1, talk, 0, {}});
    workbook = add_document(remove_document(workbook, "book"), document);
    Robot robot(workbook, {}, language);
    const auto lines = [&] { return std::get<Dialogue>(robot.workbook().documents[0]->sections[1]->content).lines; };
    robot.session().show_section(0, 1);
    robot.frame(3);
    CHECK_FALSE(robot.shows("item/same/take_answer"));
    robot.session().show_section(0, 0);
    robot.frame(2);
    robot.click("field/a1/text");
    robot.press(Key::a, control);
    for (const char* letter : {"W", "i", "t", "h", "?"}) robot.type(letter);
    robot.press(Key::escape);
    robot.session().show_section(0, 1);
    robot.frame(3);
    CHECK(robot.app.parts.find("item/own/take_answer") == nullptr);
    check_labels_fit(robot, [](std::string_view key) { return key == "item/same/take_answer"; });
    const auto read = read_workbook(write_workbook(robot.workbook()));
    REQUIRE(read);
    CHECK(*read == robot.workbook());
    robot.click("item/same/take_answer");
    CHECK(lines()[0].text == "With?");
    CHECK(lines()[1].text == "And with what?");
    robot.frame(2);
    CHECK_FALSE(robot.shows("item/same/take_answer"));
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(robot.workbook() == workbook);
  }
}

TEST_CASE("with five thousand items a frame lays out and draws no more than what is seen") {
  Replacements many;
  for (int i = 0; i < 5000; ++i) {
    many.replacements.push_back(
        {"p" + std::to_string(i), "Phrase " + std::to_string(i), "Instead of it", "Because", {}});
  }
  Robot robot(workbook_with(many));
  robot.frame(2);
  size_t fields = 0;
  for (const auto& part : robot.app.parts.parts()) fields += part.key.starts_with("field/") ? 1 : 0;
  CHECK(fields > 20);
  CHECK(fields < 150);
  robot.session().go_to("p4000");
  robot.frame(3);
  CHECK(robot.shows("field/p4000/phrase"));
  CHECK(robot.app.parts.find("field/p4000/phrase")->visible);
}

TEST_CASE("compact answers stand fifteen on a screen, the one at the cursor whole, and it is kept") {
  const samples::TemporaryFolder folder;
  Responses many;
  for (int i = 0; i < 30; ++i) {
    const std::string id = std::to_string(i);
    many.responses.push_back({"r" + id,
                              "It is dear, said the customer for the first time and again.",
                              {{"a" + id, "Compared with what? Let us count what it costs a month and a year.", {}},
                               {"b" + id, "And what would be cheap?", {}}},
                              {}});
  }
  AppWorld world = Robot::world_of(Language::en);
  world.folders.config = folder.file("config");
  Robot robot(world, 1, {1280, 720});
  robot.app.open(workbook_with(many), {});
  robot.frame(3);
  const auto on_screen = [&] {
    return std::ranges::count_if(robot.app.parts.parts(), [&](const PartRegister::Part& part) {
      const bool is_item = part.key.starts_with("item/r") && part.key.find('/', 6) == std::string::npos;
      const bool is_whole = part.from.y == part.corner.y && part.to.y - part.from.y > 28;
      return is_item && part.visible && is_whole;
    });
  };
  CHECK(on_screen() < 8);
  robot.click("responses/compact");
  robot.frame(2);
  CHECK(robot.app.settings.answers_compact);
  CHECK(on_screen() >= 15);
  CHECK_FALSE(robot.shows("field/b3/text"));
  robot.click("field/a3/text");
  robot.frame(2);
  CHECK(robot.view().edited == "a3");
  CHECK(robot.shows("field/b3/text"));
  robot.press(Key::tab);
  robot.frame(2);
  CHECK(robot.view().cursor == "b3");  // it says something: it is chosen, F2 writes in it
  CHECK(robot.shows("field/b3/text"));
  robot.press(Key::f2);
  robot.press(Key::end);
  robot.type("!");
  CHECK(shown(robot).responses[3].answers[1].text == "And what would be cheap?!");
  robot.session().go_to("b20");
  robot.frame(3);
  REQUIRE(robot.shows("field/b20/text"));
  CHECK(robot.app.parts.find("field/b20/text")->visible);
  CHECK_FALSE(robot.shows("field/b3/text"));
  const float before = robot.app.parts.find("item/r18")->from.y;
  robot.click("field/r18/cue");
  robot.frame(3);
  CHECK(robot.app.parts.find("item/r18")->from.y == doctest::Approx(before).epsilon(0.02));
  CHECK(load_settings(folder.file("config") + "/settings.json").settings.answers_compact);
  robot.run("command.compact_answers");
  robot.frame(2);
  CHECK(on_screen() < 8);
}

TEST_CASE("the columns that are pasted into an empty list go to its fields in order") {
  const std::string text = "One\tTwo\tThree\nFour\tFive\t\n";
  for (const bool in_new : {false, true}) {
    CAPTURE(in_new);
    const auto paste = [&](Robot& robot) {
      if (in_new) robot.click("items/add");
      robot.clipboard = text;
      robot.press(Key::v, control);
      robot.frame(2);
    };
    {
      Robot robot(workbook_with(Responses{}));
      paste(robot);
      const auto& cues = shown(robot).responses;
      REQUIRE(cues.size() == 2);
      CHECK(cues[0].cue == "One");
      REQUIRE(cues[0].answers.size() == 2);
      CHECK(cues[0].answers[1].text == "Three");
    }
    Robot robot(workbook_with(Replacements{}));
    paste(robot);
    const auto& phrases = std::get<Replacements>(robot.session().section()->content).replacements;
    REQUIRE(phrases.size() == 2);
    CHECK(phrases[0].phrase == "One");
    CHECK(phrases[0].replacement == "Two");
    CHECK(phrases[0].reason == "Three");
    CHECK(phrases[1].replacement == "Five");
  }
}

TEST_CASE("of what is pasted into an empty dialogue the first column is who speaks") {
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  for (const bool in_new : {false, true}) {
    CAPTURE(in_new);
    Robot robot(workbook_with(talk));
    if (in_new) robot.click("items/add");
    robot.clipboard = "client\tWho is it?\nSecretary\tThe boss is out.\tOn leave.\n\tGood bye.\n";
    robot.press(Key::v, control);
    robot.frame(2);
    const auto& said = std::get<Dialogue>(robot.session().section()->content);
    REQUIRE(said.lines.size() == 3);
    CHECK(said.lines[0].speaker == "them");
    CHECK(said.lines[0].text == "Who is it?");
    CHECK(said.lines[1].text == "The boss is out.\nOn leave.");
    REQUIRE(said.speakers.size() == 3);
    CHECK(said.speakers[2].title == "Secretary");
    CHECK(said.lines[1].speaker == said.speakers[2].id);
    CHECK(said.lines[2].text == "Good bye.");
  }
}

TEST_CASE("of cells that are pasted at a line or an answer none is dropped") {
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}};
  talk.lines = {{"line", "us", "Hello", {}, {}}};
  for (const Content& content : {Content(talk), objections()}) {
    Robot robot(workbook_with(content));
    const bool is_talk = std::holds_alternative<Dialogue>(content);
    robot.session().select_item(is_talk ? "line" : "a1", false);
    robot.clipboard = "Nobody here\tGood day\n";
    robot.press(Key::v, control);
    const std::string text = is_talk ? std::get<Dialogue>(robot.session().section()->content).lines[1].text
                                     : shown(robot).responses[0].answers[1].text;
    CHECK(text == "Nobody here\nGood day");
    CHECK_FALSE(robot.app.message().starts_with(robot.app.catalog().count("items.cells_left", 1)));
  }
}

TEST_CASE("numbered and dashed lines below a cue come as its answers, and below an answer as further ones") {
  const std::string text = "Dear to keep.\n1. Count with me.\n2) What does it cost now?\n100 firms say so\n- Which?";
  for (const bool in_new : {false, true}) {
    CAPTURE(in_new);
    Robot robot(workbook_with(Responses{}));
    const Workbook before = robot.workbook();
    if (in_new) robot.click("items/add");
    robot.clipboard = text;
    robot.press(Key::v, control);
    robot.frame(2);
    const auto& cues = shown(robot).responses;
    REQUIRE(cues.size() == 2);
    CHECK(cues[0].cue == "Dear to keep.");
    REQUIRE(cues[0].answers.size() == 2);
    CHECK(cues[0].answers[0].text == "Count with me.");
    CHECK(cues[0].answers[1].text == "What does it cost now?");
    CHECK(cues[1].cue == "100 firms say so");
    REQUIRE(cues[1].answers.size() == 1);
    CHECK(cues[1].answers[0].text == "Which?");
    robot.session().undo();
    CHECK(robot.workbook() == before);
  }
  Robot robot(workbook_with(objections()));
  robot.session().begin_field({"a1", "text"});
  robot.session().add_item("a1");  // as Insert does
  robot.frame(2);
  robot.clipboard = "1. How long?\n2. 1.5 l of what?";
  robot.press(Key::v, control);
  robot.frame(2);
  const auto& answers = shown(robot).responses[0].answers;
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].text == "Compared with what?");
  CHECK(answers[1].text == "How long?");
  CHECK(answers[2].text == "1.5 l of what?");
  CHECK(shown(robot).responses.size() == 2);
}

TEST_CASE("lines are pasted behind the last of those that are selected") {
  Responses responses = std::get<Responses>(objections());
  responses.responses.push_back({"no", "No.", {{"a3", "Why?", {}}}, {}});
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  talk.lines = {{"l1", "us", "Hello", {}, {}}, {"l2", "them", "Yes?", {}, {}}, {"l3", "us", "Bye", {}, {}}};
  for (const bool from_below : {false, true}) {
    CAPTURE(from_below);
    {
      Robot lines(workbook_with(talk));
      lines.session().select_item(from_below ? "l2" : "l1", false);
      lines.session().extend_item_selection({from_below ? "l1" : "l2", {}});
      lines.session().paste_items("One\nTwo");
      const auto& said = std::get<Dialogue>(lines.session().section()->content).lines;
      REQUIRE(said.size() == 5);
      CHECK(said[1].id == "l2");
      CHECK(said[2].text == "One");
      CHECK(said[4].id == "l3");
    }
    Robot cues(workbook_with(responses));
    cues.session().select_item(from_below ? "later" : "dear", false);
    cues.session().extend_item_selection({from_below ? "dear" : "later", {}});
    cues.session().paste_items("One\nTwo");
    REQUIRE(shown(cues).responses.size() == 5);
    CHECK(shown(cues).responses[1].id == "later");
    CHECK(shown(cues).responses[2].cue == "One");
    CHECK(shown(cues).responses[4].id == "no");
  }
}

TEST_CASE(
    "a script that says before a colon who speaks comes with its roles, also into the empty line that is written") {
  Dialogue talk;
  talk.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  talk.lines = {{"line", "us", "Hello", {}, {}}};
  for (const bool in_new : {false, true}) {
    CAPTURE(in_new);
    Robot robot(workbook_with(talk));
    if (in_new) robot.click("items/add");
    robot.clipboard =
        "client: Who is it?\nManager: It is Ann: from the shop.\nWe met at 10:30.\nBoss: Put her on.\nBoss: Well?";
    robot.press(Key::v, control);
    robot.frame(2);
    const auto& said = std::get<Dialogue>(robot.session().section()->content);
    REQUIRE(said.lines.size() == 6);
    REQUIRE(said.speakers.size() == 3);
    CHECK(said.speakers[2].title == "Boss");
    const std::string boss = said.speakers[2].id;
    const std::vector<std::pair<std::string, std::string>> wanted{
        {"us", "Hello"},       {"them", "Who is it?"}, {"us", "It is Ann: from the shop."}, {"us", "We met at 10:30."},
        {boss, "Put her on."}, {boss, "Well?"}};
    for (size_t i = 0; i < wanted.size(); ++i) {
      CHECK(said.lines[i].speaker == wanted[i].first);
      CHECK(said.lines[i].text == wanted[i].second);
    }
  }
  Robot robot(workbook_with(talk));
  robot.session().paste_items("Mind: he is deaf.\nSpeak up.");  // no name that comes again
  const auto& said = std::get<Dialogue>(robot.session().section()->content);
  CHECK(said.speakers.size() == 2);
  CHECK(said.lines[1].text == "Mind: he is deaf.");
}

TEST_CASE("a click on a place to fill in chooses it for what is typed, a second one sets the caret") {
  Replacements phrases;
  phrases.replacements = {{"one", "Ждите", "Ответим за [40] минут, {company}", "", {}}};
  Workbook workbook = workbook_with(phrases);
  Robot robot(workbook);
  const auto text = [&] {
    return std::get<Replacements>(robot.session().section()->content).replacements[0].replacement;
  };
  const auto click_behind = [&](std::string_view before) {
    const PartRegister::Part* cell = robot.app.parts.find("field/one/replacement");
    REQUIRE(cell != nullptr);
    const float x = cell->from.x + cell_pad + width_of_line(robot.app.theme.fonts.text, before) + 2;
    robot.app.input.move(x, cell->from.y + 12);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.frame();
    robot.app.input.button(0, false);
    robot.frame(2);
    ImGui::GetIO().DeltaTime = 1;  // so that the next click is no double click
    robot.frame();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
  };
  click_behind("Ответим за [4");
  REQUIRE(robot.session().is_writing());
  CHECK(robot.session().field.selected_text() == "[40]");
  click_behind("Ответим за [4");
  CHECK_FALSE(robot.session().field.has_selection());
  robot.press(Key::escape);
  click_behind("Ответим за [4");
  robot.type("30");
  robot.press(Key::escape);
  CHECK(text() == "Ответим за 30 минут, {company}");
  click_behind("Отв");
  CHECK_FALSE(robot.session().field.has_selection());
}

TEST_CASE(
    "next steps and other words are seen without the mouse, and the list of steps begins at the one that is set") {
  for (const float width : {1280.0F, 1920.0F}) {
    Responses responses = std::get<Responses>(objections());
    responses.responses[0].answers[0].leads_to = "later";
    Robot robot(workbook_with(responses), {}, Language::en, 1, {width, 720});
    robot.frame(2);
    CHECK(robot.shows("item/a1/step"));
    CHECK(robot.shows("item/a2/step"));
    CHECK(robot.shows("item/" + responses.responses[0].id + "/synonyms"));
    robot.session().go_to("a1");
    robot.run("command.next_step");
    robot.frame(3);
    CHECK(robot.shows("step/none"));
    robot.press(Key::enter);  // the step that it has
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(shown(robot).responses[0].answers[0].leads_to == "later");
    CHECK_FALSE(robot.session().can_undo());

    robot.run("command.next_step");
    robot.frame(3);
    robot.press(Key::up);
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(shown(robot).responses[0].answers[0].leads_to == "dear");
    robot.session().undo();
    CHECK(shown(robot).responses[0].answers[0].leads_to == "later");
  }
}

TEST_CASE(
    "an answer has the width of its row: where it leads stands below it, in a narrow row it stands below its cue") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float width : {1024.0F, 1440.0F}) {
      Responses responses = std::get<Responses>(objections());
      responses.responses[0].answers[0].leads_to = "later";
      Robot robot(workbook_with(responses), {}, language, 1, {width, 700});
      robot.frame(2);
      robot.session().go_to("a2");
      robot.frame(2);
      const auto place = [&](const std::string& key) {
        const PartRegister::Part* part = robot.app.parts.find(key);
        REQUIRE(part != nullptr);
        return *part;
      };
      const auto answer = place("field/a1/text");
      CHECK(answer.to.x - answer.from.x > 220);
      CHECK(place("item/a1/step").from.y >= answer.to.y - 1);
      CHECK(place("item/a1/step").to.y <= place("field/a2/text").from.y + 1);
      CHECK(place("item/a2/step").from.y >= place("field/a2/text").to.y - 1);
    }
  }
}

TEST_CASE("behind the ends the list of steps has the cues of the shown section before those of others") {
  Document document = *workbook_with(objections()).documents.front();
  Responses other;
  other.responses.push_back({"who", "Who is there?", {{"b1", "It is me.", {}}}, {}});
  document.sections.emplace_back(Section{"other", "", "Other", 1, other, 0, {}});
  Robot robot(samples::make_workbook({document}), {}, Language::en);
  robot.session().go_to("b1");
  robot.run("command.next_step");
  robot.frame(3);
  for (int i = 0; i < 4; ++i) robot.press(Key::down);  // over the ends, and that of one's own
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(shown(robot).responses[0].answers[0].leads_to == "who");
}

TEST_CASE("a result of one's own is named once, then it stands in the list of steps") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(workbook_with(objections()), {}, language);
    robot.session().go_to("a1");
    robot.run("command.next_step");
    robot.frame(3);
    robot.click("step/own");
    robot.frame(3);
    robot.type("Trial booked");
    robot.click("own_end/call_back");
    robot.click("own_end.do");
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(shown(robot).responses[0].answers[0].result == "Trial booked");
    CHECK(shown(robot).responses[0].answers[0].end == CallEnd::call_back);
    robot.session().go_to("a2");
    robot.run("command.next_step");
    robot.frame(3);
    robot.click("step/own/Trial booked");
    robot.frame(3);
    CHECK(shown(robot).responses[1].answers[0].result == "Trial booked");
    robot.session().undo();
    robot.session().undo();
    CHECK(shown(robot).responses[0].answers[0].result.empty());
  }
}

TEST_CASE("a gap is moved to where it belongs, the next one is chosen, and the section goes with the last") {
  Section gaps{"inbox", "gaps", "Gaps", 1, Responses{}, 0, {}};
  std::get<Responses>(gaps.content).responses = {{"dog", "A dog?", {}, {}}, {"park", "Parking?", {}, {}}};
  Document document = *workbook_with(objections()).documents.front();
  document.sections.emplace_back(gaps);
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(samples::make_workbook({document}), {}, language);
    const Workbook before = robot.workbook();
    robot.session().go_to("dog");
    robot.frame(2);
    robot.run("command.move_cues");
    robot.frame(3);
    robot.click("move_cues/part");
    robot.frame(3);
    CHECK(robot.session().section()->id == "inbox");
    CHECK(robot.view().cursor == "park");
    CHECK(robot.app.message().find("Part") != std::string::npos);
    robot.run("command.move_cues");
    robot.frame(3);
    robot.click("move_cues/part");
    robot.frame(3);
    CHECK(find_section(robot.workbook(), "inbox") == nullptr);
    REQUIRE(shown(robot).responses.size() == 4);
    CHECK(robot.view().cursor == "park");
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(robot.workbook().documents == before.documents);
  }
}

TEST_CASE("a gap is added to the other words of a known cue, the likeliest first, and undo takes it back") {
  Section gaps{"inbox", "gaps", "Gaps", 1, Responses{}, 0, {}};
  std::get<Responses>(gaps.content).responses = {{"dog", "A dog?", {}, {}}, {"park", "Parking?", {}, {}}};
  Document document = *workbook_with(objections()).documents.front();
  document.sections.emplace_back(gaps);
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(samples::make_workbook({document}), {}, language);
    const Workbook before = robot.workbook();
    robot.session().go_to("later");
    robot.frame(2);
    CHECK_FALSE(is_enabled(*find_command("command.join_cues"), robot.app));  // a known cue is no gap
    robot.session().go_to("dog");
    robot.frame(2);
    robot.run("command.join_cues");
    robot.frame(3);
    robot.click("join_cues/later");
    robot.frame(3);
    CHECK(robot.session().section()->id == "inbox");
    CHECK(robot.view().cursor == "park");
    const Response* cue = response_with(std::get<Responses>(find_section(robot.workbook(), "part")->content), "later");
    REQUIRE(cue != nullptr);
    CHECK(cue->synonyms == "A dog?");
    robot.session().undo();
    CHECK(robot.workbook().documents == before.documents);
  }
}

TEST_CASE("the section of gaps goes with the last one that is deleted, and undo brings both back") {
  Section gaps{"inbox", "gaps", "Gaps", 1, Responses{}, 0, {}};
  std::get<Responses>(gaps.content).responses = {{"dog", "A dog?", {}, {}}};
  Document document = *workbook_with(objections()).documents.front();
  document.sections.emplace_back(gaps);
  Robot robot(samples::make_workbook({document}), {}, Language::en);
  const Workbook before = robot.workbook();
  robot.session().go_to("dog");
  robot.session().remove_items();
  robot.frame(3);
  CHECK(find_section(robot.workbook(), "inbox") == nullptr);
  CHECK(robot.session().section()->id == "part");
  robot.session().undo();
  CHECK(robot.workbook().documents == before.documents);
}

TEST_CASE("other words of a cue are kept by Escape, and left as they were by the button") {
  Robot robot(workbook_with(objections()), {}, Language::en);
  const auto words = [&] { return shown(robot).responses[0].synonyms; };
  robot.session().go_to("dear");
  robot.run("command.synonyms");
  robot.frame(3);
  robot.type("pricey, too much");
  robot.press(Key::escape);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(words() == "pricey, too much");
  robot.run("command.synonyms");
  robot.frame(3);
  robot.type("x");
  robot.click("dismissal.cancel");
  robot.frame(3);
  CHECK(words() == "pricey, too much");
  robot.run("command.synonyms");
  robot.frame(3);
  robot.press(Key::escape);  // nothing was written: no step
  robot.frame(3);
  robot.session().undo();
  CHECK(words().empty());
}

}  // namespace canvasbook::items_test
