#include "editor/call/practice.h"

#include <doctest/doctest.h>

#include "model/review/review.h"
#include "model/review/stop_phrases.h"
#include "tests/book.h"
#include "tests/look.h"
#include "tests/robot.h"

namespace canvasbook::practice_test {

using namespace robot;
using namespace samples;

namespace {

const Practice& practice_of(const App& app) { return full_view_of<Practice>(app); }

// Two dialogues of two lines each, behind the cue that they say an answer to.
Workbook book() {
  const Responses objections{"", {make_response("price", "Too expensive.", {"Compared?"})}};
  return make_workbook(
      {make_document_of("sales", {make_section_of("objections", "objections", objections),
                                  make_section_of("cold", "scenario", make_dialogue("cold", "price_1")),
                                  make_section_of("repeat", "scenario", make_dialogue("repeat", "price_1"))})});
}

Robot& at_section(Robot& robot, size_t section) {
  robot.session().show_section(0, section);
  robot.press(Key::f6, shift);
  robot.frame(2);
  return robot;
}

}  // namespace

TEST_CASE("a dialogue that is shown is gone through: the client's line, one's own, which is hidden until asked for") {
  Robot robot(book());
  const Workbook before = robot.workbook();
  at_section(robot, 1);
  CHECK(robot.shows("practice/line/cold_1"));
  robot.press(Key::space);
  robot.frame();
  CHECK(robot.shows("practice/hidden/cold_2"));
  CHECK_FALSE(robot.shows("practice/line/cold_2"));
  robot.press(Key::enter);
  robot.frame();
  CHECK(robot.shows("practice/line/cold_2"));
  robot.type("2");
  robot.frame();
  CHECK(practice_of(robot.app).rehearsal()->is_over());
  CHECK(robot.shows("practice/stumbled/cold_2"));
  CHECK(robot.app.state<PracticeState>().stumbles == Stumbles{{"cold_2", 1}});
  robot.press(Key::space);  // one too many
  robot.type("1");
  robot.press(Key::right);
  robot.frame();
  CHECK(robot.shows("practice/stumbled/cold_2"));
  robot.press(Key::enter);
  CHECK(practice_of(robot.app).rehearsal()->at() == 0);
  robot.press(Key::escape);
  CHECK(robot.app.full_view == nullptr);
  CHECK(robot.workbook() == before);
}

TEST_CASE("elsewhere a dialogue is chosen first, by its number, arrows or a click") {
  Robot robot(book());
  at_section(robot, 0);
  CHECK(practice_of(robot.app).rehearsal() == nullptr);
  robot.type("2");
  REQUIRE(practice_of(robot.app).rehearsal() != nullptr);
  CHECK(practice_of(robot.app).rehearsal()->section().id == "repeat");
  robot.press(Key::backspace);
  CHECK(practice_of(robot.app).rehearsal() == nullptr);
  robot.press(Key::up);
  robot.press(Key::enter);
  CHECK(practice_of(robot.app).rehearsal()->section().id == "cold");
  robot.press(Key::left);
  robot.frame();
  robot.click("practice/dialogue/repeat");
  CHECK(practice_of(robot.app).rehearsal()->section().id == "repeat");
}

TEST_CASE("the mouse goes through a dialogue as well, and another workbook forgets what was counted") {
  Robot robot(book());
  at_section(robot, 1);
  robot.click("call.practice.next");
  robot.click("call.practice.show");
  robot.click("call.practice.stumbled");
  CHECK(robot.app.state<PracticeState>().stumbles.size() == 1);
  robot.click("call.practice.anew");
  robot.click("call.practice.leave");
  CHECK(robot.app.full_view == nullptr);
  robot.app.open(book(), {});
  CHECK(robot.app.state<PracticeState>().stumbles.empty());
}

TEST_CASE("without a dialogue there is nothing to practise") {
  Robot robot(sound_workbook());
  CHECK_FALSE(can_practise(robot.app));
}

TEST_CASE("F6 ends a practice from the field of a placeholder too") {
  for (const bool with_shift : {false, true}) {
    Dialogue dialogue = make_dialogue("ask", "price_1");
    dialogue.lines[0].text = "I am {client}.";
    Robot robot(make_workbook({make_document_of("sales", {make_section_of("ask", "scenario", dialogue)})}), {},
                Language::en);
    at_section(robot, 0);
    robot.press(Key::tab);
    REQUIRE(practice_of(robot.app).focused_name() == "client");
    robot.press(Key::f6, with_shift ? shift : plain);
    CHECK(robot.app.full_view == nullptr);
  }
}

TEST_CASE("placeholders are asked for once a practice, and are nowhere in the workbook") {
  Dialogue dialogue = make_dialogue("ask", "price_1");
  dialogue.lines[0].text = "I am {client}.";
  dialogue.lines[1].text = "Hello, {client}!";
  Robot robot(make_workbook({make_document_of("sales", {make_section_of("ask", "scenario", dialogue)})}), {},
              Language::en);
  const Workbook before = robot.workbook();
  at_section(robot, 0);
  CHECK(robot.names_below("practice/value/") == std::set<std::string>{"client"});
  robot.press(Key::tab);
  CHECK(practice_of(robot.app).focused_name() == "client");
  robot.type("Ann 12");  // neither goes on nor judges
  CHECK(practice_of(robot.app).rehearsal()->at() == 0);
  robot.press(Key::escape);
  CHECK(practice_of(robot.app).focused_name().empty());
  CHECK(robot.app.full_view != nullptr);
  robot.frame(2);
  robot.show_letters();
  std::string text;
  for (const DrawnLetter& letter : LetterReader().read()) append_utf8(text, letter.character);
  CHECK(text.find("IamAnn12.") != std::string::npos);
  robot.press(Key::space);
  CHECK(practice_of(robot.app).rehearsal()->at() == 1);
  robot.press(Key::escape);
  CHECK(robot.app.full_view == nullptr);
  CHECK(robot.workbook() == before);
}

TEST_CASE("STOP phrases are dotted in lines of staff that are shown, unless the author allowed them there") {
  for (const bool is_allowed : {false, true}) {
    CAPTURE(is_allowed);
    Dialogue dialogue = make_dialogue("ask", "price_1");
    dialogue.lines[0].text = "Compared with what?";
    dialogue.lines[1].text = "Well, compared with what?";
    const Replacements list{{{"ban", "Compared with what", {}, {}, {}}}};
    Workbook workbook = make_workbook({make_document_of(
        "sales", {make_section_of("ask", "scenario", dialogue), make_section_of("stop", "stop_list", list)})});
    if (is_allowed) {
      Dismissal dismissal;
      dismissal.rule = stop_phrase_rule;
      dismissal.item = stop_phrase_subject({dialogue.lines[1].id, "text"}, "ban");
      workbook.dismissed.push_back(dismissal);
    }
    Robot robot(std::move(workbook), {}, Language::en);
    const auto has_dots = [&] {
      robot.frame(2);
      const ImDrawData& data = *ImGui::GetDrawData();
      for (int i = 0; i < data.CmdListsCount; ++i) {
        for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
          if (vertex.col == robot.app.theme.colours.warning) return true;
        }
      }
      return false;
    };
    at_section(robot, 0);
    CHECK_FALSE(has_dots());  // the client may say it
    robot.press(Key::space);
    CHECK_FALSE(has_dots());  // hidden
    robot.press(Key::space);
    REQUIRE(robot.shows("practice/line/" + dialogue.lines[1].id));
    CHECK(has_dots() != is_allowed);
    robot.type("2");
    REQUIRE(practice_of(robot.app).rehearsal()->is_over());
    CHECK(has_dots() != is_allowed);
  }
}

TEST_CASE("a line of the client that is still a gap is shown as one") {
  for (const Language language : {Language::en, Language::ru}) {
    for (const char* line : {"[Answer].", "[Answer], please."}) {
      Dialogue dialogue = make_dialogue("gap", "price_1");
      dialogue.lines[0].text = line;
      Robot robot(make_workbook({make_document_of("sales", {make_section_of("gap", "scenario", dialogue)})}), {},
                  language);
      at_section(robot, 0);
      robot.show_letters();
      std::string text;
      for (const DrawnLetter& letter : LetterReader().read()) append_utf8(text, letter.character);
      const bool is_told =
          text.find(language == Language::ru ? "Здесьговориткли" : "Thecustomerspeakshere") != std::string::npos;
      CHECK(is_told == (std::string(line) == "[Answer]."));
      CHECK(text.find("[Answer]") != std::string::npos);
    }
  }
}

TEST_CASE("practice is readable in both languages, themes and sizes, and nothing is cut or covered") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
      for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        Robot robot(book(), {}, language, 1, size);
        robot.app.theme.name = theme;
        robot.app.theme.colours = colours_of(theme);
        const auto look = [&](const char* screen) {
          robot.app.input.move(-5, -5);
          robot.frame(3);
          INFO(std::string(screen), ", ", size.x);
          for (const std::string& problem : FrameLook(robot).problems()) FAIL_CHECK(problem);
        };
        at_section(robot, 0);
        look("a choice");
        robot.press(Key::enter);
        look("a line of the client");
        robot.press(Key::space);
        look("a hidden line");
        robot.press(Key::space);
        look("a shown line");
        robot.type("1");
        look("all known");
        for (int i = 0; i < 4; ++i) robot.press(Key::space);
        robot.press(Key::left);
        robot.type("2");
        look("one stumbled on");
      }
    }
  }
}

}  // namespace canvasbook::practice_test
