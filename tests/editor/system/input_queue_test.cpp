// Input counts in the order in which it happened, however it is cut into frames: a stalled window loses nothing.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "editor/frame/command_table.h"
#include "editor/present/present.h"
#include "model/file/workbook_file.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::input_queue_test {

using namespace robot;

namespace {

Workbook one_text() {
  auto workbook = read_workbook(R"({"canvasbook": 1, "company": "K", "language": "en", "created": "2026-01-01",
    "modified": "2026-01-01", "documents": [{"id": "d1", "language": "en", "title": "Book", "sections": [
    {"id": "s1", "kind": "prose", "title": "Text", "text": "start "}]}]})");
  REQUIRE(workbook.has_value());
  return *workbook;
}

// A window on a saved file with the caret at the end of its text.
struct Writing {
  Writing() {
    REQUIRE(save_workbook(one_text(), file).has_value());
    robot.emplace(one_text(), file, Language::en, 1.0F, ImVec2{1440, 900}, folder.file("state"));
    robot->click("prose");
    robot->press(Key::end, control);
  }
  std::string text() { return std::get<Prose>(robot->workbook().documents[0]->sections[0]->content).text; }
  bool still_open() const { return !robot->app.is_finished() && robot->app.session() != nullptr; }

  samples::TemporaryFolder folder;
  std::string file = folder.file("a.canvasbook");
  std::optional<Robot> robot;
};

// Puts "hello" and a shortcut into one frame, as a stalled window does.
void type_and_press(Robot& robot, Key key, Modifiers modifiers) {
  for (const char32_t c : std::u32string(U"hello")) robot.app.input.text(c);
  robot.app.input.key(key, true, modifiers);
  robot.app.input.key(key, false, modifiers);
  robot.frame(3);
}

}  // namespace

TEST_CASE("what was typed in the same frame before a shortcut is in the text") {
  const std::pair<Key, Modifiers> shortcuts[] = {
      {Key::q, control},   {Key::s, control}, {Key::s, control_shift}, {Key::w, control}, {Key::f, control},
      {Key::h, control},   {Key::p, control}, {Key::p, control_shift}, {Key::n, control}, {Key::o, control},
      {Key::f1, {}},       {Key::f5, {}},     {Key::f7, {}},           {Key::f3, {}},     {Key::f11, {}},
      {Key::f11, control}, {Key::escape, {}}, {Key::enter, control}};
  for (const auto& pair : shortcuts) {
    const auto& key = pair.first;
    const auto& modifiers = pair.second;
    CAPTURE(static_cast<int>(key));
    CAPTURE(modifiers.shift);
    Writing writing;
    type_and_press(*writing.robot, key, modifiers);
    REQUIRE(writing.still_open());
    const bool breaks_line = key == Key::enter;
    CHECK(writing.text() == (breaks_line ? "start hello\n" : "start hello"));
  }
}

TEST_CASE("saving right behind the last letter saves it") {
  Writing writing;
  type_and_press(*writing.robot, Key::s, control);
  const auto saved = load_workbook(writing.file);
  REQUIRE(saved.has_value());
  CHECK(std::get<Prose>(saved->documents[0]->sections[0]->content).text == "start hello");
}

TEST_CASE("closing the window right behind the last letter asks about it") {
  Writing writing;
  for (const char32_t c : std::u32string(U"hello")) writing.robot->app.input.text(c);
  writing.robot->app.input.close();
  writing.robot->frame(3);
  REQUIRE(writing.still_open());
  REQUIRE(writing.robot->app.question() != nullptr);
  CHECK(writing.robot->app.question()->title_key == "close.title");
  CHECK(writing.text() == "start hello");
}

TEST_CASE("a file that is dropped right behind the last letter does not replace the workbook unasked") {
  Writing writing;
  for (const char32_t c : std::u32string(U"hello")) writing.robot->app.input.text(c);
  writing.robot->app.input.drop(writing.file);
  writing.robot->frame(3);
  REQUIRE(writing.robot->app.question() != nullptr);
  CHECK(writing.text() == "start hello");
}

TEST_CASE("letters, a click and letters in one frame go where they were meant") {
  Writing writing;
  Robot& robot = *writing.robot;
  const ImVec2 at{robot.app.parts.find("prose.text")->from.x + 1, robot.app.parts.find("prose.text")->from.y + 5};
  for (const char32_t c : std::u32string(U"end")) robot.app.input.text(c);
  robot.app.input.move(at.x, at.y);
  robot.app.input.button(0, true);
  robot.app.input.button(0, false);
  for (const char32_t c : std::u32string(U"begin ")) robot.app.input.text(c);
  robot.frame(3);
  CHECK(writing.text() == "begin start end");
}

TEST_CASE("saving changes neither the caret nor what the next keys do") {
  Writing writing;
  Robot& robot = *writing.robot;
  robot.type("one");
  robot.press(Key::left);
  robot.press(Key::s, control);
  CHECK(robot.session().is_saved());
  CHECK(robot.session().is_writing());
  robot.type("-");
  robot.press(Key::backspace);
  robot.type("+");
  CHECK(writing.text() == "start on+e");
}

TEST_CASE("a note keeps its caret while the workbook is saved, and Backspace does not delete the note") {
  const samples::TemporaryFolder folder;
  const Workbook canvas = paper::from_template("business_model_canvas");
  REQUIRE(save_workbook(canvas, folder.file("a.canvasbook")).has_value());
  Robot robot(canvas, folder.file("a.canvasbook"));
  robot.click("block/channels/add");
  robot.type("Чат");
  robot.press(Key::s, control);
  robot.press(Key::backspace);
  robot.type("й");
  CHECK(block_of(robot, "channels").notes.front().text == "Чай");
}

TEST_CASE("a dialog, the presentation, the panels and the theme give the caret back") {
  Writing writing;
  Robot& robot = *writing.robot;
  robot.type("ab");
  robot.press(Key::left);
  const auto goes_on = [&] {
    robot.frame(3);
    CHECK(robot.session().is_writing());
    CHECK(robot.session().field.cursor().caret == 7);
  };
  robot.press(Key::f1);
  REQUIRE(robot.app.has_dialog());
  robot.press(Key::escape);
  goes_on();
  robot.press(Key::f5);
  REQUIRE(robot.app.full_view != nullptr);
  robot.press(Key::right);
  robot.press(Key::escape);
  goes_on();
  robot.run("command.properties");
  robot.frame(3);
  robot.press(Key::escape);
  goes_on();
  robot.click("panel.preview");
  goes_on();
  for (const char* command : {"command.theme", "command.language"}) {
    robot.run(command);
    robot.app.forget_fonts();
    goes_on();
  }
  robot.type("!");
  CHECK(writing.text() == "start a!b");
}

TEST_CASE("Tab in a dialog goes to its next field, whatever stands behind the dialog") {
  for (const char* source : {"business_model_canvas", "sales_book", "touchpoint_plan"}) {
    CAPTURE(std::string(source));
    Robot robot(paper::from_template(source));
    const Workbook& workbook = robot.workbook();
    for (size_t section = 0; section < workbook.documents[0]->sections.size(); ++section) {
      robot.session().show_section(0, section);
      robot.frame(3);
      robot.run("command.properties");
      robot.frame(3);
      robot.press(Key::a, control);
      robot.type("Привет");
      robot.press(Key::tab);
      robot.press(Key::a, control);
      robot.type("Роль");
      robot.press(Key::enter);
      robot.frame(3);
      CHECK(robot.workbook().company == "Привет");
    }
  }
}

TEST_CASE("undo by the button while one writes goes on in the same text") {
  Writing writing;
  Robot& robot = *writing.robot;
  robot.type("one");
  robot.press(Key::s, control);
  robot.type(" two");
  robot.click("command.undo");
  CHECK(writing.text() == "start one");
  CHECK(robot.session().is_writing());
  robot.type("!");
  CHECK(writing.text() == "start one!");
}

TEST_CASE("undo while a cell is open that its type keeps in another form leaves what can be done again") {
  Workbook workbook = one_text();
  Document document = *workbook.documents[0];
  Sheet sheet;
  sheet.columns = {{"day", "", "Day", ColumnType::date, {}, 0, {}}};
  sheet.rows.push_back({"r1", {{"day", "21.11.2026"}}, {}});
  document.sections.push_back(Shared<Section>(samples::make_section("plan", sheet)));
  workbook.documents[0] = Shared<Document>(std::move(document));
  Robot robot(workbook, {}, Language::ru);
  robot.click("prose");
  robot.type("word");
  robot.press(Key::escape);
  const Workbook written = robot.workbook();
  robot.session().show_section(0, 1);
  robot.frame(2);
  robot.session().begin_field({"r1", "day"});
  const auto depth = robot.session().history().depth();
  robot.session().undo();
  REQUIRE(robot.session().can_redo());
  while (robot.session().can_redo()) robot.session().redo();
  CHECK(robot.session().history().depth() >= depth);
  CHECK(std::get<Prose>(robot.workbook().documents[0]->sections[0]->content).text ==
        std::get<Prose>(written.documents[0]->sections[0]->content).text);
}

TEST_CASE(
    "as many redos as undos bring the words of a new note back, whether the field took them back or the history") {
  Robot robot(paper::from_template("business_model_canvas"));
  const auto words = [&] {
    const std::vector<Note>& notes = find_block(*robot.session().board(), "channels")->notes;
    return notes.empty() ? std::string("none") : notes.front().text;
  };
  robot.session().add_note("channels");
  robot.type("one two");
  std::vector<std::string> seen;
  for (int i = 0; i < 4 && words() != "none"; ++i) {
    robot.press(Key::z, control);
    seen.push_back(words());
    CHECK(robot.session().can_redo());
  }
  CHECK(seen == std::vector<std::string>{"one ", "", "none"});
  for (int i = 0; i < 3; ++i) robot.press(Key::y, control);
  CHECK(words() == "one two");
  CHECK_FALSE(robot.session().can_redo());
}

TEST_CASE("an empty note that redo brought back goes when it is left, and its words can still be brought back") {
  Robot robot(paper::from_template("business_model_canvas"));
  const auto notes = [&] { return find_block(*robot.session().board(), "channels")->notes; };
  robot.session().add_note("channels");
  robot.type("word");
  robot.press(Key::z, control);
  robot.press(Key::z, control);
  REQUIRE(notes().empty());
  robot.press(Key::y, control);
  REQUIRE(notes().size() == 1);
  robot.session().end_writing();
  CHECK(notes().empty());
  CHECK(robot.session().worth_keeping() == robot.workbook());
  robot.press(Key::y, control);
  robot.press(Key::y, control);
  REQUIRE(notes().size() == 1);
  CHECK(notes().front().text == "word");
}

TEST_CASE("Ctrl+Z in a field that was just opened takes back the last step, as the button does") {
  Robot robot(paper::example("en"));
  const Workbook before = robot.workbook();
  robot.click("note/part_roaster");
  robot.click("note.colours");
  robot.click("note.colour/green");
  robot.press(Key::enter);
  REQUIRE(robot.session().is_writing());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

namespace {

// One thing that a person does, in the terms of the queue, and what it is called in the story of a failure.
struct Act {
  enum class Kind : std::uint8_t { letter, key, click };

  std::string name;
  std::function<void(InputQueue&)> give;
  Kind kind = Kind::key;
};

Act typed(char32_t c) {
  return {std::string(1, static_cast<char>(c)), [c](InputQueue& input) { input.text(c); }, Act::Kind::letter};
}

Act pressed(Key key, Modifiers modifiers) {
  const std::string name = std::string(modifiers.control ? "Ctrl+" : "") + (modifiers.shift ? "Shift+" : "") + "key " +
                           std::to_string(static_cast<int>(key));
  return {name, [=](InputQueue& input) {
            if (modifiers.control) input.key(Key::control, true, {});
            input.key(key, true, modifiers);
            input.key(key, false, modifiers);
            if (modifiers.control) input.key(Key::control, false, {});
          }};
}

Act clicked(float x, float y) {
  return {"click " + std::to_string(x) + " " + std::to_string(y),
          [=](InputQueue& input) {
            input.move(x, y);
            input.button(0, true);
            input.button(0, false);
          },
          Act::Kind::click};
}

using Dice = std::mt19937_64;

size_t below(Dice& dice, size_t count) { return static_cast<size_t>(dice() % count); }

Act some_act(Dice& dice) {
  constexpr Key plain_keys[] = {Key::left, Key::right,     Key::up,      Key::down,  Key::home,
                                Key::end,  Key::backspace, Key::delete_, Key::enter, Key::escape,
                                Key::tab,  Key::f1,        Key::f5,      Key::f6,    Key::f7};
  constexpr Key control_keys[] = {Key::s, Key::z, Key::y, Key::a, Key::f, Key::p, Key::w, Key::q, Key::b, Key::enter};
  switch (below(dice, 8)) {
    case 0:
      return pressed(plain_keys[below(dice, std::size(plain_keys))], {});
    case 1:
      return pressed(plain_keys[below(dice, std::size(plain_keys))], shift);
    case 2:
      return pressed(control_keys[below(dice, std::size(control_keys))], control);
    case 3:
      return clicked(static_cast<float>(below(dice, 1440)), static_cast<float>(below(dice, 900)));
    case 4:
      if (below(dice, 4) == 0) return {"close", [](InputQueue& input) { input.close(); }};
      [[fallthrough]];
    default:
      return typed(static_cast<char32_t>(U'a' + below(dice, 26)));
  }
}

// Does all, some acts in the same frame, and tells what came of it. A click comes in the same frame behind letters
// alone: what else there is may open a dialog, and a dialog is not answered by a press from before it was seen.
std::string outcome_of(const std::vector<Act>& acts, const std::vector<size_t>& together) {
  samples::TemporaryFolder folder;
  const std::string file = folder.file("a.canvasbook");
  REQUIRE(save_workbook(one_text(), file).has_value());
  Robot robot(one_text(), file, Language::en);
  robot.click("prose");
  robot.press(Key::end, control);
  size_t next = 0;
  for (size_t turn = 0; next < acts.size(); ++turn) {
    const size_t count = together.empty() ? 1 : together[turn % together.size()];
    bool may_have_opened = false;
    for (size_t i = 0; i < count && next < acts.size(); ++i) {
      if (may_have_opened && acts[next].kind == Act::Kind::click) break;
      may_have_opened = may_have_opened || acts[next].kind != Act::Kind::letter;
      acts[next++].give(robot.app.input);
    }
    robot.frame(1);
  }
  robot.frame(4);
  std::string outcome = robot.app.is_finished() ? "ended " : "open ";
  if (robot.app.session() != nullptr) outcome += write_workbook(robot.workbook());
  outcome += robot.app.has_dialog() ? " dialog " : " ";
  const auto kept = load_workbook(file);
  return outcome + (kept ? write_workbook(*kept) : "no file");
}

}  // namespace

TEST_CASE("whatever is typed, pressed, clicked and closed, and however it is cut into frames, the same comes of it") {
  // CANVASBOOK_ORDERS: how many stories are played
  const char* wish = std::getenv("CANVASBOOK_ORDERS");
  const std::uint64_t stories = wish == nullptr ? 25 : std::strtoull(wish, nullptr, 10);
  for (std::uint64_t seed = 1; seed <= stories; ++seed) {
    Dice dice(seed);
    std::vector<Act> acts;
    std::string story = "seed " + std::to_string(seed) + ": ";
    for (size_t count = 1 + below(dice, 40); count > 0; --count) {
      acts.push_back(some_act(dice));
      story += acts.back().name + ", ";
    }
    std::vector<size_t> together;
    for (size_t i = 0; i < 5; ++i) together.push_back(1 + below(dice, 12));
    INFO(story);
    CHECK(outcome_of(acts, together) == outcome_of(acts, {}));
  }
}

}  // namespace canvasbook::input_queue_test
