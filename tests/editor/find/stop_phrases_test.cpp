// STOP phrases in the window: marked, gone through, said otherwise.
#include "editor/find/stop_phrases.h"

#include "editor/frame/stop_marks.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::find_stop_phrases_test {

using robot::Robot;

namespace {

Workbook book() {
  Responses responses;
  responses.responses = {
      {"cue", "Вы постараетесь?", {{"a", "Постараюсь успеть.", {}}, {"b", "Дадим скидку.", {}}}, {}}};
  Dialogue dialogue;
  dialogue.speakers = {{"us", "Менеджер", false, {}}, {"them", "Клиент", true, {}}};
  dialogue.lines = {{"l1", "them", "Нет, успокойтесь!", {}, {}}, {"l2", "us", "Вы не правы, у меня записано.", {}, {}}};
  Document document = samples::make_document_of(
      "doc", {samples::make_section("cues", responses), samples::make_section("talk", dialogue)});
  document.language = Language::ru;
  return samples::make_workbook({std::move(document)});
}

std::string answer(Robot& robot) {
  return std::get<Responses>(robot.workbook().documents[0]->sections[0]->content).responses[0].answers[0].text;
}

}  // namespace

TEST_CASE(
    "a phrase is marked at rest and while it is written, not in what clients say, and the pointer asks for the "
    "reason") {
  Robot robot(book());
  robot.frame(2);
  CHECK(robot.shows("stop_phrase/try"));
  robot.move_to("stop_phrase/try");
  robot.frame(2);
  CHECK(robot.shows_tooltip());
  robot.session().begin_field({"b", "text"});
  robot.type(" Постараемся.");
  robot.press(Key::escape);
  CHECK(robot.app.parts.find("stop_phrase/try") != nullptr);
  robot.session().show_section(0, 1);
  robot.frame(2);
  CHECK(robot.shows("stop_phrase/wrong"));
  CHECK(robot.app.parts.find("stop_phrase/calm") == nullptr);
}

TEST_CASE("one key goes from phrase to phrase and round again, another says it otherwise, as one step") {
  Robot robot(book());
  const Workbook before = robot.workbook();
  robot.press(Key::f4);
  CHECK(robot.session().field.selected_text() == "Постараюсь");
  CHECK(robot.app.message().find("1 из 2") != std::string::npos);
  robot.press(Key::f4);
  CHECK(robot.session().field.selected_text() == "Вы не правы");
  const std::string round = robot.app.catalog().text("find.from_beginning");
  CHECK_FALSE(robot.app.message().starts_with(round));
  robot.press(Key::f4);
  CHECK(robot.session().field.selected_text() == "Постараюсь");
  CHECK(robot.app.message().starts_with(round));
  robot.press(Key::f4, shift);
  CHECK(answer(robot) == "Сделаю до [срок] успеть.");
  CHECK(robot.session().field.selected_text() == "[срок]");
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("what was put in the place of a phrase is chosen, so that it can be typed over") {
  Robot robot(book());
  robot.session().show_section(0, 1);
  robot.press(Key::f4);
  REQUIRE(robot.session().field.selected_text() == "Вы не правы");
  const std::string before = robot.session().field.utf8();
  robot.press(Key::f4, shift);
  const std::string other = robot.session().field.selected_text();
  CHECK_FALSE(other.empty());
  CHECK(before == "Вы не правы, у меня записано.");
  CHECK(robot.session().field.utf8() == other + ", у меня записано.");
  robot.type("Давайте сверим");
  CHECK(robot.session().field.utf8() == "Давайте сверим, у меня записано.");
}

TEST_CASE("what is said of a phrase is said whole, in a small window too, and the counts come back behind it") {
  Workbook workbook = book();
  Replacements list;
  list.replacements = {{"own",
                        "скидка",
                        "Цена за год вперёд ниже, чем по месяцам: [на сколько]",
                        "По опыту, о скидке помнят дольше, чем о том, что купили; в следующий раз ждут большей, и "
                        "торг начинается с неё.",
                        {}}};
  Section section = samples::make_section("list", list);
  section.role = "stop_list";
  Document document = *workbook.documents[0];
  document.sections.emplace_back(std::move(section));
  workbook.documents[0] = std::move(document);
  Robot robot(workbook, {}, Language::ru, 1, {1280, 720});
  REQUIRE(robot.shows("status/findings"));
  robot.press(Key::f4);
  robot.press(Key::f4);
  robot.frame(2);
  REQUIRE(robot.app.message().ends_with("торг начинается с неё."));
  const PartRegister::Part* message = robot.app.parts.find("status/message");
  REQUIRE(message != nullptr);
  CHECK(message->fits);
  CHECK(robot.app.parts.find("status/saved") != nullptr);
  robot.type("Условия");
  robot.frame(2);
  CHECK(robot.app.message().empty());
  CHECK(robot.shows("status/findings"));
}

TEST_CASE("a right click on a phrase offers to replace it, to allow it here and the next one, and tells the reason") {
  for (const bool writes : {false, true}) {
    CAPTURE(writes);
    Robot robot(book());
    const Workbook before = robot.workbook();
    const auto ask = [&] {
      robot.frame(2);
      const ImVec2 at = robot.centre_of("stop_phrase/try");
      robot.app.input.move(at.x, at.y);
      robot.frame(2);
      robot.app.input.button(1, true);
      robot.app.input.button(1, false);
      robot.frame(6);
      REQUIRE(robot.shows("stop_phrase_menu/command.replace_stop_phrase"));
    };
    if (writes) robot.session().begin_field({"a", "text"});
    ask();
    CHECK(robot.shows("stop_phrase_menu/note/0"));
    CHECK(robot.app.parts.find("items/command.remove") == nullptr);  // the menu of the row stays away
    CHECK(robot.session().field.selected_text() == "Постараюсь");
    robot.click("stop_phrase_menu/command.replace_stop_phrase");
    CHECK(answer(robot) == "Сделаю до [срок] успеть.");
    robot.press(Key::z, control);
    REQUIRE(robot.workbook() == before);
    ask();
    robot.click("stop_phrase_menu/command.next_stop_phrase");
    robot.frame(2);
    CHECK(robot.session().field.selected_text() == "Вы не правы");
    robot.session().show_section(0, 0);
    ask();
    robot.click("stop_phrase_menu/stop_phrases.allow");
    robot.frame(3);
    REQUIRE(robot.app.has_dialog());
    robot.type("шутка");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.app.parts.find("stop_phrase/try") == nullptr);
    CHECK(robot.workbook().dismissed.size() == 1);
  }
}

TEST_CASE("a phrase that is allowed with a reason is marked no more and passed over") {
  Robot robot(dismiss_finding(book(), {"stop_phrase", "doc", "a/text/try", "шутка", {}}));
  robot.frame(2);
  CHECK(robot.app.parts.find("stop_phrase/try") == nullptr);
  robot.press(Key::f4);
  CHECK(robot.session().field.selected_text() == "Вы не правы");
}

TEST_CASE("where nothing is to be said otherwise the key says so") {
  Robot robot(
      samples::make_workbook({samples::make_document_of("doc", {samples::make_section("text", Prose{"Нет."})})}));
  robot.press(Key::f4);
  CHECK(robot.app.message() == robot.app.catalog().text("stop_phrases.none"));
  robot.press(Key::f4, shift);
  CHECK(robot.app.message() == robot.app.catalog().text("stop_phrases.none"));
}

TEST_CASE("a phrase of the workbook's own list is marked as soon as it stands there") {
  Workbook workbook = book();
  Replacements list;
  list.replacements = {{"own", "скидка", "выгодная цена", "дёшево", {}}};
  Section section = samples::make_section("list", list);
  section.role = "stop_list";
  Document document = *workbook.documents[0];
  document.sections.emplace_back(std::move(section));
  workbook.documents[0] = std::move(document);
  Robot robot(workbook);
  robot.frame(2);
  CHECK(robot.shows("stop_phrase/own"));
}

}  // namespace canvasbook::find_stop_phrases_test
