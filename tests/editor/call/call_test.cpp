#include "editor/call/call.h"

#include <doctest/doctest.h>

#include "model/call_gaps.h"
#include "model/review/review.h"
#include "model/review/stop_phrases.h"
#include "tests/book.h"
#include "tests/look.h"
#include "tests/robot.h"

namespace canvasbook::call_test {

using namespace robot;
using namespace samples;

namespace {

const Call& call_of(const App& app) { return full_view_of<Call>(app); }

std::string chosen(const Robot& robot) {
  const IndexedCue* cue = call_of(robot.app).chosen();
  return cue == nullptr ? std::string() : cue->response->id;
}

std::string words(const Robot& robot) { return call_of(robot.app).words(); }

// A book whose answers lead on: price → think → agreed; price → second stage; think → call back.
Workbook book(Language language = Language::en) {
  Response price =
      make_response("price", "Too expensive.", {"Compared with what?", "Tell {Boss}, {client}.", "It lasts."});
  price.answers[0].leads_to = "think";
  price.answers[1].leads_to = "second";
  Response think = make_response("think", "Let me think.", {"About what?", "I call on Friday."});
  think.answers[0].end = CallEnd::agreed;
  think.answers[1].end = CallEnd::call_back;
  const Responses needs{"", {make_response("need", "How many?", {"How many guests have you?"})}};
  Document document =
      make_document_of("sales", {make_section_of("first", "call_goal", Prose{"Find out **who** decides for {city}"}),
                                 make_section_of("objections", "objections", Responses{"", {price, think}}, 2),
                                 make_section_of("second", "call_goal", Prose{"An offer is sent"}),
                                 make_section_of("needs", "needs", needs, 2),
                                 make_section_of("talk", "scenario", make_dialogue("talk", "price_1"), 2)});
  document.language = language;
  Sheet names;
  names.columns = {{"name", "placeholder", "Name", ColumnType::text, {}, 0, {}},
                   {"value", "placeholder_value", "Stands for", ColumnType::text, {}, 0, {}}};
  names.rows = {{"city", {{"name", "city"}, {"value", "Tver"}}, {}}};
  document.sections.emplace_back(make_section_of("names", "placeholders", names));
  return make_workbook({std::move(document)});
}

class Caller : public Robot {
 public:
  explicit Caller(Language language = Language::en, float scale = 1, ImVec2 size = {1280, 720})
      : Robot(book(language), {}, language, scale, size) {
    session().show_section(0, 1);
    press(Key::f6);
    frame(2);
  }
};

// What stands on the screen, letter by letter.
std::string drawn(Robot& robot) {
  robot.frame(2);
  robot.show_letters();
  std::string text;
  for (const DrawnLetter& letter : LetterReader().read()) append_utf8(text, letter.character);
  return text;
}

}  // namespace

TEST_CASE("letters that wait are written in one frame, a digit behind them is a choice of its own") {
  Caller robot;
  for (const char32_t letter : U"too exp") {
    if (letter != 0) robot.app.input.text(letter);
  }
  robot.app.input.text(U'1');
  InputQueue waiting = robot.app.input;
  waiting.feed(robot.app.field_takes());
  CHECK(waiting.events().size() == 7);
  CHECK_FALSE(waiting.empty());
  robot.frame(1);
  CHECK(call_of(robot.app).saying() != nullptr);
  CHECK(words(robot).empty());
}

TEST_CASE("F6 lists the cues of the shown section, Escape returns to the place, and nothing was changed") {
  Caller robot;
  const Workbook before = robot.workbook();
  CHECK(robot.app.wants_full_screen());
  CHECK(robot.names_below("call/cue/") == std::set<std::string>{"price", "think"});
  CHECK(robot.names_below("call/answer/") == std::set<std::string>{"price_1", "price_2", "price_3"});
  CHECK_FALSE(robot.shows("command.save"));
  robot.press(Key::down);
  CHECK(chosen(robot) == "think");
  robot.frame();
  CHECK(robot.names_below("call/answer/") == std::set<std::string>{"think_1", "think_2"});
  robot.press(Key::escape);
  CHECK(robot.app.full_view == nullptr);
  CHECK(robot.view().section == 1);
  CHECK(robot.workbook() == before);
}

TEST_CASE("letters search and digits choose: words, a digit, and the screen is where the answer leads") {
  Caller robot;
  robot.type("thi");
  CHECK(words(robot) == "thi");
  CHECK(chosen(robot) == "think");
  robot.press(Key::escape);
  CHECK(words(robot).empty());
  robot.type("expnsive");
  CHECK(chosen(robot) == "price");
  robot.type("1");
  CHECK(words(robot).empty());
  CHECK(chosen(robot) == "think");
  CHECK(call_of(robot.app).talk().place().cue != nullptr);
  robot.type("1");
  CHECK(call_of(robot.app).talk().place().end == CallEnd::agreed);
  CHECK(chosen(robot).empty());
  robot.press(Key::enter);
  CHECK(call_of(robot.app).talk().path().size() == 1);
  CHECK(chosen(robot) == "price");
}

TEST_CASE("digits in the client's words are words: behind a blank or a digit, and where no answer has the number") {
  Caller robot;
  robot.type("we are 12 people");
  CHECK(words(robot) == "we are 12 people");
  CHECK(call_of(robot.app).talk().path().size() == 1);
  robot.press(Key::escape);
  robot.type("91");  // three answers
  CHECK(words(robot) == "91");
  robot.press(Key::escape);
  robot.type("expensive1");
  CHECK(words(robot).empty());
  CHECK(call_of(robot.app).talk().place().cue->id == "think");
}

TEST_CASE("a digit with Ctrl always chooses, whatever stands before it") {
  Caller robot;
  robot.type("expensive 12");
  CHECK(chosen(robot) == "price");
  robot.press(Key::digit_2, control);
  CHECK(words(robot).empty());
  CHECK(call_of(robot.app).talk().place().section->id == "second");
  robot.press(Key::digit_9, control);  // no such answer
  CHECK(call_of(robot.app).talk().place().section->id == "second");
}

TEST_CASE("what is said stays large until the client speaks, and the next cue is shown as one that may come") {
  for (const Language language : {Language::en, Language::ru}) {
    Caller robot(language);
    const std::string then = language == Language::ru ? "Дальше,есликлиентскажет:" : "Then,ifthecustomersays:";
    CHECK(drawn(robot).find(then) == std::string::npos);
    robot.type("1");
    std::string text = drawn(robot);
    REQUIRE(call_of(robot.app).saying() != nullptr);
    CHECK(robot.shows("call/saying/price_1"));
    CHECK(text.find("Comparedwithwhat?") != std::string::npos);
    CHECK(text.find(then) != std::string::npos);
    CHECK(text.find("(1)›") == std::string::npos);  // the way does not have what nobody has said
    robot.type("th");
    CHECK(call_of(robot.app).saying() == nullptr);
    CHECK(drawn(robot).find(then) == std::string::npos);
    robot.press(Key::escape);
    robot.press(Key::enter);  // he says it
    text = drawn(robot);
    CHECK(call_of(robot.app).saying() == nullptr);
    CHECK_FALSE(robot.shows("call/saying/price_1"));
    CHECK(text.find("(1)›Letmethink.") != std::string::npos);
    robot.type("2");
    robot.frame();
    CHECK(robot.shows("call/saying/think_2"));  // with the end of the call below it
    CHECK(call_of(robot.app).talk().place().end == CallEnd::call_back);
  }
}

TEST_CASE("an answer that leads to a section is said with its placeholders filled in") {
  Caller robot;
  robot.press(Key::tab);
  robot.type("Ann");
  robot.press(Key::escape);
  robot.type("2");
  const std::string text = drawn(robot);
  CHECK(robot.shows("call/saying/price_2"));
  CHECK(text.find("TellAnn,{client}.") != std::string::npos);
  CHECK(robot.names_below("call/value/") == std::set<std::string>{"Boss", "client"});
}

TEST_CASE("that the book has nothing is said from three letters on, or behind a word; before, the list stays") {
  Caller robot;
  for (const char* typed : {"z", "z"}) {
    robot.type(typed);
    CHECK(chosen(robot) == "price");
    CHECK(robot.names_below("call/cue/") == std::set<std::string>{"price", "think"});
  }
  robot.type("z");
  CHECK(chosen(robot).empty());
  robot.press(Key::escape);
  robot.type("z ");
  CHECK(chosen(robot).empty());
  robot.press(Key::escape);
  robot.type("think");
  CHECK(chosen(robot) == "think");
}

TEST_CASE("Escape does what the hint says: it clears the words, leaves a value, ends the call") {
  for (const Language language : {Language::en, Language::ru}) {
    Caller robot(language, 1, {1920, 1080});
    const bool is_russian = language == Language::ru;
    const auto hints = [&](const char* russian, const char* english) {
      return drawn(robot).find(is_russian ? russian : english) != std::string::npos;
    };
    CHECK(hints("Esc—закончить", "Escend"));
    robot.type("x");
    CHECK(hints("Esc—стереть", "Escclear"));
    CHECK_FALSE(hints("Esc—закончить", "Escend"));
    robot.press(Key::escape);
    robot.press(Key::tab);
    CHECK(hints("Esc—ксловамклиента", "Esctothecustomer’swords"));
    robot.press(Key::escape);
    robot.press(Key::escape);
    CHECK(robot.app.full_view == nullptr);
  }
}

TEST_CASE("F6 returns to a call that Escape ended on its way, as long as the same is shown, and F6 ends it for good") {
  for (const Language language : {Language::en, Language::ru}) {
    Caller robot(language);
    const auto steps = [&] { return call_of(robot.app).talk().path().size(); };
    robot.press(Key::tab);
    robot.type("Ann");
    robot.press(Key::enter);
    robot.type("1");
    REQUIRE(chosen(robot) == "think");
    const size_t gone = steps();
    robot.press(Key::escape);
    REQUIRE(robot.app.full_view == nullptr);
    CHECK(robot.app.message() == robot.app.catalog().text("call.left"));
    robot.press(Key::f6);
    CHECK(chosen(robot) == "think");
    CHECK(steps() == gone);
    robot.press(Key::left);
    CHECK(drawn(robot).find("TellAnn,") != std::string::npos);
    robot.type("1");
    robot.press(Key::f6);
    REQUIRE(robot.app.full_view == nullptr);
    robot.press(Key::f6);
    CHECK(steps() == 1);
    robot.type("1");
    robot.press(Key::escape);
    robot.session().show_section(0, 3);
    robot.press(Key::f6);
    CHECK(steps() == 1);
    robot.press(Key::escape);  // nothing was said
    CHECK(robot.app.message() != robot.app.catalog().text("call.left"));
  }
}

TEST_CASE("places to fill in are marked in answers, in what is said and in what stays in sight") {
  Workbook workbook = book();
  Document document = *workbook.documents.front();
  Responses responses{"", {make_response("gap", "How much?", {"From [sum] on.", "Nothing open."})}};
  responses.responses[0].answers[0].leads_to = "needs";
  document.sections.emplace_back(make_section_of("gaps_in_answers", "objections", responses));
  workbook.documents.front() = std::move(document);
  Robot robot(std::move(workbook), {}, Language::en, 1, {1280, 720});
  robot.session().show_section(0, robot.workbook().documents.front()->sections.size() - 1);
  robot.press(Key::f6);
  const auto marks = [&] {
    robot.frame(2);
    const ImU32 colour = with_strength(robot.app.theme.colours.warning, 0x30);
    size_t count = 0;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
      for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) count += vertex.col == colour ? 1 : 0;
    }
    return count;
  };
  CHECK(chosen(robot) == "gap");
  CHECK(marks() > 0);
  robot.type("1");
  CHECK(call_of(robot.app).saying() != nullptr);
  CHECK(marks() > 0);
  robot.type("how many");
  CHECK(chosen(robot) == "need");
  CHECK(marks() == 0);
}

TEST_CASE("STOP phrases are dotted in answers and in what is said, unless the author allowed them there") {
  const auto dots = [](bool is_listed, bool is_allowed, std::string_view typed) {
    Workbook workbook = book();
    Document document = *workbook.documents.front();
    Replacements list;
    if (is_listed) list.replacements = {{"ban", "Compared with what", {}, {}, {}}};
    document.sections.emplace_back(make_section_of("stop", "stop_list", list));
    workbook.documents.front() = std::move(document);
    if (is_allowed) {
      Dismissal dismissal;
      dismissal.rule = stop_phrase_rule;
      dismissal.item = stop_phrase_subject({"price_1", "text"}, "ban");
      workbook.dismissed.push_back(dismissal);
    }
    Robot robot(std::move(workbook), {}, Language::en, 1, {1280, 720});
    robot.session().show_section(0, 1);
    robot.press(Key::f6);
    robot.type(typed);
    robot.frame(2);
    size_t count = 0;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
      for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
        count += vertex.col == robot.app.theme.colours.warning ? 1 : 0;
      }
    }
    return count;
  };
  for (const char* typed : {"", "1"}) {
    CAPTURE(std::string(typed));
    CHECK(dots(false, false, typed) == 0);
    CHECK(dots(true, false, typed) > 0);
    CHECK(dots(true, true, typed) == 0);
  }
}

TEST_CASE("what stays in sight has whole lines alone, however it is scrolled") {
  Workbook workbook = book();
  Document document = *workbook.documents.front();
  std::string goal;
  for (int i = 0; i < 60; ++i) goal += "Line " + std::to_string(i) + " of the goal\n\n";
  document.sections.front() = make_section_of("first", "call_goal", Prose{goal});
  workbook.documents.front() = std::move(document);
  Robot robot(std::move(workbook), {}, Language::en, 1, {1280, 720});
  robot.session().show_section(0, 1);
  robot.press(Key::f6);
  for (int page = 0; page < 3; ++page) {
    robot.frame(2);
    robot.show_letters();
    const PartRegister::Part sight = *robot.app.parts.find("call/sight");
    size_t seen = 0;
    for (const DrawnLetter& letter : LetterReader().read()) {
      const bool is_seen = letter.to.y > letter.clip.y + 1 && letter.from.y < letter.clip.w - 1;
      if (letter.from.x < sight.from.x || !is_seen) continue;
      ++seen;
      CHECK(letter.from.y >= letter.clip.y - 1);
      CHECK(letter.to.y <= letter.clip.w + 1);
    }
    CHECK(seen > 100);
    robot.press(Key::page_down, control);
  }
}

TEST_CASE("letters and rows grow with the window") {
  const auto height = [](ImVec2 size) {
    Caller robot(Language::en, 1, size);
    const PartRegister::Part* words = robot.app.parts.find("call/words");
    REQUIRE(words != nullptr);
    return words->to.y - words->from.y;
  };
  const float smallest = height({1280, 720});
  CHECK(height({1000, 700}) == smallest);
  CHECK(height({1920, 1080}) == smallest * 1.5F);
  Caller robot(Language::en, 1, {1920, 1080});
  const float scale = robot.app.theme.scale;
  robot.press(Key::escape);
  CHECK(robot.app.theme.scale == scale);
  CHECK(scale == 1);
}

TEST_CASE("an answer leads to a section with its cues; Backspace and Left with no words go back") {
  Caller robot;
  robot.type("2");
  robot.frame();
  CHECK(robot.names_below("call/cue/") == std::set<std::string>{"need"});
  robot.press(Key::backspace);
  CHECK(call_of(robot.app).talk().place().cue->id == "price");
  robot.press(Key::left);
  CHECK(call_of(robot.app).talk().place().section->id == "objections");
  CHECK(call_of(robot.app).talk().place().cue == nullptr);
  robot.type("ab");
  robot.press(Key::left);
  robot.press(Key::backspace);
  CHECK(words(robot) == "b");
}

TEST_CASE("Enter takes the chosen cue alone, an answer that leads nowhere stays there") {
  Caller robot;
  robot.type("expensive");
  robot.press(Key::enter);
  CHECK(words(robot).empty());
  CHECK(call_of(robot.app).talk().place().cue->id == "price");
  robot.type("3");
  CHECK(call_of(robot.app).talk().place().cue->id == "price");
  CHECK(call_of(robot.app).talk().said()->id == "price_3");
}

TEST_CASE("the mouse does the same") {
  Caller robot;
  robot.click("call/cue/think");
  CHECK(call_of(robot.app).talk().place().cue->id == "think");
  robot.click("call/answer/think_2");
  CHECK(call_of(robot.app).talk().place().end == CallEnd::call_back);
  robot.click("call.back");
  CHECK(call_of(robot.app).talk().place().cue->id == "think");
  robot.click("call/answer/think_1");
  robot.click("call.new");
  CHECK(call_of(robot.app).talk().path().size() == 1);
  robot.click("call.leave");
  CHECK(robot.app.full_view == nullptr);
}

TEST_CASE("goal and questions of the stage stay in sight, with what placeholders stand for") {
  Caller robot;
  std::string text = drawn(robot);
  CHECK(text.find("whodecidesforTver") != std::string::npos);
  robot.type("2");
  text = drawn(robot);
  CHECK(text.find("Anofferissent") != std::string::npos);
  CHECK(text.find("Howmanyguestshaveyou?") != std::string::npos);
}

TEST_CASE("placeholders without a value are asked for once a call, and are nowhere in the workbook") {
  Caller robot;
  const Workbook before = robot.workbook();
  CHECK(robot.names_below("call/value/") == std::set<std::string>{"Boss", "client"});
  CHECK(drawn(robot).find("Tell{Boss},{client}.") != std::string::npos);
  robot.press(Key::tab);
  CHECK(call_of(robot.app).focused_name() == "Boss");
  robot.type("Ann 2");
  robot.press(Key::tab);
  robot.type("Sir");
  robot.press(Key::enter);
  CHECK(call_of(robot.app).focused_name().empty());
  CHECK(drawn(robot).find("TellAnn2,Sir.") != std::string::npos);
  robot.type("1");  // the digit chooses again
  CHECK(chosen(robot) == "think");
  robot.type("1");
  robot.press(Key::enter);  // a new call
  CHECK(drawn(robot).find("Tell{Boss},{client}.") != std::string::npos);
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
}

TEST_CASE("names that come and go move nothing") {
  Caller robot;
  REQUIRE_FALSE(robot.names_below("call/value/").empty());
  REQUIRE(robot.shows("call/cue/price"));
  const float before = robot.app.parts.find("call/cue/price")->from.y;
  robot.press(Key::down);
  robot.frame(2);
  REQUIRE(chosen(robot) == "think");
  CHECK(robot.names_below("call/value/").empty());
  CHECK(robot.app.parts.find("call/cue/price")->from.y == before);
}

TEST_CASE("many names that are asked for take a third of the screen, scroll by themselves and follow Tab") {
  Workbook workbook = book();
  Document document = *workbook.documents.front();
  std::string words = "Tell";
  for (int i = 0; i < 200; ++i) words += " {name " + std::to_string(i) + "}";
  const Responses many{"", {make_response("many", "Who comes?", {words, "Nobody else."})}};
  document.sections.emplace_back(make_section_of("guests", "objections", many));
  workbook.documents.front() = std::move(document);
  for (const ImVec2 size : {ImVec2{800, 600}, ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
    CAPTURE(size.x);
    Robot robot(workbook, {}, Language::en, 1, size);
    robot.session().show_section(0, robot.workbook().documents.front()->sections.size() - 1);
    robot.press(Key::f6);
    robot.frame(2);
    REQUIRE(chosen(robot) == "many");
    const auto is_seen = [&](const std::string& key) {
      const PartRegister::Part* part = robot.app.parts.find(key);
      return part != nullptr && part->visible && part->to.y - part->from.y > 10;
    };
    CHECK(is_seen("call/value/name 0"));
    CHECK_FALSE(is_seen("call/value/name 150"));
    REQUIRE(is_seen("call/answer/many_1"));
    CHECK(robot.app.parts.find("call/answer/many_1")->from.y < size.y * 0.7F);
    for (int i = 0; i <= 150; ++i) robot.press(Key::tab);
    robot.frame(2);
    REQUIRE(call_of(robot.app).focused_name() == "name 150");
    CHECK(is_seen("call/value/name 150"));
    CHECK_FALSE(is_seen("call/value/name 0"));
    robot.type("Ann");
    CHECK(drawn(robot).find("Ann") != std::string::npos);
    for (int i = 0; i < 50; ++i) robot.press(Key::tab);
    robot.press(Key::tab);
    robot.frame(2);
    REQUIRE(call_of(robot.app).focused_name() == "name 0");
    CHECK(is_seen("call/value/name 0"));
  }
}

TEST_CASE("Tab goes from the words through the values and round, Escape leaves a value, not the call") {
  Caller robot;
  robot.press(Key::tab, shift);
  CHECK(call_of(robot.app).focused_name() == "client");
  robot.press(Key::tab);
  CHECK(call_of(robot.app).focused_name().empty());
  robot.click("call/value/client");
  CHECK(call_of(robot.app).focused_name() == "client");
  robot.press(Key::escape);
  CHECK(call_of(robot.app).focused_name().empty());
  robot.type("x");
  CHECK(words(robot) == "x");
}

TEST_CASE("what the book has no cue for goes into its gaps, as one step, and is looked for no more") {
  for (const Language language : {Language::en, Language::ru}) {
    Caller robot(language);
    const Workbook before = robot.workbook();
    robot.press(Key::g, control);  // no words
    CHECK(robot.workbook() == before);
    robot.type("Dogs allowed?");
    robot.press(Key::g, control);
    CHECK(words(robot).empty());
    const Section& gaps = *robot.workbook().documents.front()->sections.back();
    REQUIRE(is_gaps(gaps));
    CHECK(gaps.title == (language == Language::ru ? "Что ещё говорят клиенты" : "What else customers say"));
    CHECK(std::get<Responses>(gaps.content).responses.front().cue == "Dogs allowed?");
    robot.type("dogs");
    CHECK(chosen(robot).empty());
    CHECK(robot.session().history().next_undo()->name_key == "step.gap");
    CHECK_FALSE(robot.session().is_saved());
    robot.press(Key::escape);
    CHECK(robot.app.message().empty());
    robot.press(Key::escape);
    REQUIRE(robot.app.full_view == nullptr);
    CHECK(robot.app.message() == robot.app.catalog().count("call.gaps_kept", 1));
    robot.run("command.undo");
    CHECK(robot.workbook() == before);
    robot.press(Key::f6);
    robot.press(Key::escape);
    CHECK(robot.app.message() != robot.app.catalog().count("call.gaps_kept", 1));
  }
}

TEST_CASE("while the call lasts the commands of the window are out of reach") {
  Caller robot;
  const Workbook before = robot.workbook();
  robot.press(Key::delete_);
  robot.press(Key::d, control);
  robot.press(Key::insert);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
  CHECK(robot.app.full_view != nullptr);
}

TEST_CASE("a call begins with the first book that has cues, and with none where nothing has") {
  Workbook workbook = sound_workbook();
  {
    Robot robot(workbook);
    CHECK_FALSE(can_call(robot.app));
  }
  Robot robot(add_document(workbook, *book().documents.front()));
  REQUIRE(robot.view().document == 0);
  robot.run("command.call");
  CHECK(chosen(robot) == "price");
}

TEST_CASE("the call is readable in both languages, themes and sizes, and nothing is cut or covered") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
      for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
        Caller robot(language, 1, size);
        robot.app.theme.name = theme;
        robot.app.theme.colours = colours_of(theme);
        const auto look = [&](const char* screen) {
          robot.app.input.move(-5, -5);
          robot.frame(3);
          INFO(std::string(screen), ", ", size.x);
          for (const std::string& problem : FrameLook(robot).problems()) FAIL_CHECK(problem);
        };
        look("a section");
        robot.type("expensive");
        look("words");
        robot.type("zzzz");
        look("nothing found");
        robot.press(Key::escape);
        robot.press(Key::enter);
        look("a cue");
        robot.type("1");
        robot.type("2");
        look("an end");
      }
    }
  }
}

TEST_CASE("a long section, long words and many answers leave the screen usable") {
  Workbook workbook = book();
  Document document = *workbook.documents.front();
  Responses many;
  const std::string text(400, 'w');
  for (int i = 0; i < 200; ++i) {
    many.responses.push_back(make_response("m" + std::to_string(i), text + " " + std::to_string(i), {}));
    for (int j = 0; j < 12; ++j) {
      many.responses.back().answers.push_back({"m" + std::to_string(i) + "_" + std::to_string(j), text, {}});
    }
  }
  document.sections.emplace_back(make_section_of("many", "objections", many));
  workbook.documents.front() = std::move(document);
  Robot robot(std::move(workbook), {}, Language::en, 1, {800, 600});
  robot.session().show_section(0, robot.workbook().documents.front()->sections.size() - 1);
  robot.press(Key::f6);
  for (int i = 0; i < 150; ++i) robot.press(Key::down);
  robot.frame(2);
  CHECK(chosen(robot) == "m150");
  CHECK(robot.app.parts.find("call/cue/m150")->visible);
  robot.press(Key::page_down);
  robot.press(Key::page_up);
  robot.type("9");
  CHECK(call_of(robot.app).talk().said()->id == "m150_8");
}

TEST_CASE("closing the window in a call asks over it: who stays is in the call where it was, who leaves has left it") {
  Caller robot;
  robot.type("Dogs allowed?");
  robot.press(Key::g, control);  // something to lose
  robot.type("think");
  robot.app.request_close();
  robot.frame(3);
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "close.title");
  robot.click("close.cancel");
  CHECK_FALSE(robot.app.is_finished());
  REQUIRE(robot.app.full_view != nullptr);
  CHECK(words(robot) == "think");
  robot.app.request_close();
  robot.frame(3);
  robot.click("close.discard");
  CHECK(robot.app.is_finished());
  CHECK(robot.app.full_view == nullptr);
}

TEST_CASE("F6 and Shift+F6 in a book without cues and dialogues say why nothing happens") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(make_workbook({make_document_of("d", {make_section_of("s", "", Prose{"text"})})}), {}, language);
    robot.press(Key::f6);
    robot.frame();
    CHECK(robot.app.full_view == nullptr);
    CHECK(robot.app.message() == robot.app.catalog().text("call.nothing_to_call_with"));
    robot.press(Key::f6, shift);
    robot.frame();
    CHECK(robot.app.full_view == nullptr);
    CHECK(robot.app.message() == robot.app.catalog().text("call.practice.nothing"));
  }
}

}  // namespace canvasbook::call_test
