// Lists of items in the window: writing, moving, copying, in every kind.
#include "tests/robot.h"

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

TEST_CASE("a text of an item is written by a click on it, Enter goes on to the next, undo takes everything back") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      Robot robot(workbook_with(objections()), {}, language, scale);
      const Workbook before = robot.workbook();
      robot.click("field/dear/cue");
      robot.press(Key::end);
      robot.type(" Очень!");
      robot.press(Key::enter);
      robot.type("А что дёшево? ");
      robot.press(Key::enter);  // a second answer
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

TEST_CASE("Enter in an empty answer leaves it and begins a new cue") {
  Robot robot(workbook_with(objections()));
  robot.click("field/a1/text");
  robot.press(Key::enter);
  robot.press(Key::enter);
  REQUIRE(shown(robot).responses.size() == 3);
  CHECK(shown(robot).responses[0].answers.size() == 1);
  robot.type("No time.");
  robot.press(Key::escape);
  CHECK(shown(robot).responses[1].cue == "No time.");
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
  robot.press(Key::tab);  // on to the next text, with what was typed in its place
  robot.type("?");
  robot.press(Key::escape);
  CHECK(shown(robot).responses[0].answers[0].text == "Compared with what?!");
  CHECK(shown(robot).responses[1].cue == "Call me later.?");
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
  robot.click("items/command.remove");
  CHECK(shown(robot).responses.size() == 1);
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
  robot.click("item/l2/speaker/them");
  CHECK(line().speaker == "them");
  while (robot.session().can_undo()) robot.session().undo();
  CHECK(robot.workbook() == workbook);
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

}  // namespace canvasbook::items_test
