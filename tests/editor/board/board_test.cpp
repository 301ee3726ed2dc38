// The board in the window: keys, mouse, parking lot, clipboard, details, segments, zoom, and what a frame costs.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <ctime>

#include "editor/board/card.h"
#include "editor/board/layout.h"
#include "editor/board/state.h"
#include "editor/frame/command_table.h"
#include "editor/frame/workplace.h"
#include "model/text/text.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_board_board_test {

using namespace robot;

namespace {

using Ids = std::vector<std::string>;

Ids ids_of(const std::vector<Note>& notes) {
  Ids ids;
  for (const Note& note : notes) ids.push_back(note.id);
  return ids;
}

Ids ids_in(const Robot& robot, std::string_view block) { return ids_of(block_of(robot, block).notes); }

ItemIds selected(const Robot& robot) { return robot.app.session()->view().selected; }

// The business model canvas with notes a0, a1, … in key_activities and so on; v0 … in value_propositions.
Workbook canvas_of(const std::vector<std::pair<std::string, size_t>>& counts) {
  Workbook workbook = paper::from_template("business_model_canvas");
  Board board = paper::board_of(workbook);
  for (const auto& [block, count] : counts) {
    std::vector<Note> notes;
    for (size_t i = 0; i < count; ++i) {
      Note note;
      note.id = block.substr(0, 1) + std::to_string(i);
      note.text = "Thought " + std::to_string(i);
      notes.push_back(std::move(note));
    }
    board = add_notes(std::move(board), block, std::move(notes));
  }
  return paper::with_board(workbook, board);
}

Workbook small_canvas() {
  return canvas_of({{"key_activities", 3}, {"value_propositions", 4}, {"customer_segments", 2}});
}

void hold(Robot& robot, Modifiers modifiers) {
  const Key key = modifiers.control ? Key::control : modifiers.shift ? Key::shift : Key::alt;
  robot.app.input.key(key, true, modifiers);
  robot.frame();
}

void release(Robot& robot) {
  robot.app.input.key(Key::control, false, {});
  robot.frame();
}

void click_with(Robot& robot, std::string_view key, Modifiers modifiers) {
  hold(robot, modifiers);
  robot.click(key);
  release(robot);
}

void drag_points(Robot& robot, ImVec2 start, ImVec2 end, int button = 0) {
  robot.app.input.move(start.x, start.y);
  robot.frame(2);
  robot.app.input.button(button, true);
  robot.frame();
  for (int i = 1; i <= 6; ++i) {
    const float part = static_cast<float>(i) / 6;
    robot.app.input.move(start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part);
    robot.frame();
  }
  robot.app.input.button(button, false);
  robot.frame(2);
}

void wheel(Robot& robot, std::string_view key, float steps, Modifiers modifiers = {}) {
  robot.move_to(key);
  hold(robot, modifiers);
  robot.app.input.wheel(0, steps);
  robot.frame(2);
  release(robot);
}

void undo_all(Robot& robot) {
  while (robot.session().can_undo()) robot.press(Key::z, control);
}

}  // namespace

TEST_CASE("arrows walk through the notes of a block and into the neighbouring ones") {
  Robot robot(small_canvas());
  robot.click("note/k0");
  robot.press(Key::down);
  CHECK(selected(robot) == ItemIds{"k1"});
  robot.press(Key::up);
  CHECK(selected(robot) == ItemIds{"k0"});
  robot.press(Key::down);
  robot.press(Key::right);
  CHECK(selected(robot) == ItemIds{"v1"});  // the one that stands beside it
  CHECK(robot.view().block == "value_propositions");
  robot.press(Key::left);
  CHECK(selected(robot) == ItemIds{"k1"});
}

TEST_CASE("an arrow leads to an empty block too, and Enter writes its first note") {
  Robot robot(small_canvas());
  robot.click("note/k2");
  robot.press(Key::left);
  CHECK(robot.view().block == "key_partners");
  CHECK(selected(robot).empty());
  robot.press(Key::enter);
  robot.type("Баристы");
  robot.press(Key::escape);
  CHECK(block_of(robot, "key_partners").notes.front().text == "Баристы");
}

TEST_CASE("with nothing selected the arrows begin at the current block") {
  Robot robot(small_canvas());
  robot.press(Key::down);
  CHECK(selected(robot) == ItemIds{"c0"});
  robot.press(Key::escape);
  robot.press(Key::up);
  CHECK(selected(robot) == ItemIds{"c1"});
  robot.press(Key::escape);
  robot.press(Key::left);
  CHECK(robot.view().block == "customer_relationships");
}

TEST_CASE("Home and End lead to the first and the last note of the block") {
  Robot robot(canvas_of({{"value_propositions", 60}}));
  robot.click("note/v1");
  robot.press(Key::end);
  CHECK(selected(robot) == ItemIds{"v59"});
  robot.frame(2);
  CHECK(robot.shows("note/v59"));  // it has come into view
  robot.press(Key::home);
  CHECK(selected(robot) == ItemIds{"v0"});
}

TEST_CASE("Shift with arrows extends the selection and takes it back") {
  Robot robot(small_canvas());
  robot.click("note/v1");
  robot.press(Key::down, shift);
  robot.press(Key::down, shift);
  CHECK(selected(robot) == ItemIds{"v1", "v2", "v3"});
  robot.press(Key::up, shift);
  CHECK(selected(robot) == ItemIds{"v1", "v2"});
}

TEST_CASE("Tab goes through the blocks in the order of filling and round again") {
  Robot robot(small_canvas());
  CHECK(robot.view().block == "customer_segments");
  Ids way;
  for (int i = 0; i < 9; ++i) {
    robot.press(Key::tab);
    way.push_back(robot.view().block);
  }
  CHECK(way == Ids{"value_propositions", "channels", "customer_relationships", "revenue_streams", "key_resources",
                   "key_activities", "key_partners", "cost_structure", "customer_segments"});
  robot.press(Key::tab, shift);
  CHECK(robot.view().block == "cost_structure");
}

TEST_CASE("Tab ends what is written and goes to the next block, Shift+Tab to the one before; Enter writes there") {
  Robot robot(small_canvas());
  robot.press(Key::enter);
  robot.type("Дома рядом");
  robot.press(Key::tab);
  CHECK(robot.view().editing == Editing::nothing);
  CHECK(robot.view().block == "value_propositions");
  CHECK(block_of(robot, "customer_segments").notes.back().text == "Дома рядом");
  robot.press(Key::enter);
  robot.type("Хлеб к семи");
  robot.press(Key::tab, shift);
  CHECK(robot.view().block == "customer_segments");
  CHECK(block_of(robot, "value_propositions").notes.back().text == "Хлеб к семи");
  const Workbook written = robot.workbook();
  robot.press(Key::enter);
  robot.press(Key::tab);  // nothing was written
  CHECK(robot.workbook() == written);
  CHECK(robot.view().block == "value_propositions");
}

TEST_CASE("Alt with arrows moves notes inside their block and into the next one, and undo brings them back") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/k2");
  robot.press(Key::up, alternate);
  CHECK(ids_in(robot, "key_activities") == Ids{"k0", "k2", "k1"});
  robot.press(Key::down, alternate);
  CHECK(robot.workbook() == start);
  robot.press(Key::up, alternate);
  robot.press(Key::right, alternate);
  CHECK(ids_in(robot, "key_activities") == Ids{"k0", "k1"});
  CHECK(find_block_of(board_of(robot), "k2")->id == "value_propositions");
  CHECK(selected(robot) == ItemIds{"k2"});
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("several selected notes move together and keep their order") {
  Robot robot(small_canvas());
  robot.click("note/v2");
  robot.press(Key::down, shift);
  robot.press(Key::up, alternate);
  CHECK(ids_in(robot, "value_propositions") == Ids{"v0", "v2", "v3", "v1"});
  robot.press(Key::left, alternate);
  CHECK(ids_in(robot, "value_propositions") == Ids{"v0", "v1"});
  CHECK(block_of(robot, "key_activities").notes.size() == 5);
}

TEST_CASE("the status line counts the notes that are selected, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(small_canvas(), {}, language);
    robot.click("note/v0");
    CHECK(workplace_of(robot.app).told(robot.app).empty());
    robot.press(Key::down, shift);
    robot.frame(2);
    CHECK(robot.shows("status/told"));
    const std::string told = language == Language::ru ? "Выбраны 2 заметки" : "2 notes selected";
    CHECK(workplace_of(robot.app).told(robot.app) == told);
    robot.press(Key::a, control);
    const std::string all = language == Language::ru ? "Выбрано 9 заметок" : "9 notes selected";
    CHECK(workplace_of(robot.app).told(robot.app) == all);
  }
}

TEST_CASE("a digit chooses a colour in the menu of colours, and writes nothing into the note") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  for (const char* digit : {"5", "1"}) {
    robot.click("note/v0");
    robot.click("note.colours");
    robot.type(digit);
    robot.frame(2);
    CHECK(find_note(board_of(robot), "v0")->colour == (*digit == '5' ? Colour::green : Colour::none));
    CHECK_FALSE(robot.shows("note.colour/red"));
  }
  CHECK(robot.workbook() == start);
}

TEST_CASE("the letter of a segment ticks it in the menu of segments, which stays open") {
  Robot robot(small_canvas());
  robot.click("note/v0");
  robot.press(Key::l, control);
  robot.frame(2);
  const std::vector<Segment> segments = robot.session().segments();
  const auto in_lower_case = [](const Segment& segment) {
    size_t at = 0;
    std::string letter;
    append_utf8(letter, to_lower(next_code_point(segment.mark, at)));
    return letter;
  };
  robot.type(in_lower_case(segments[1]));
  CHECK(find_note(board_of(robot), "v0")->segments == Ids{"c1"});
  robot.type(segments[0].mark + in_lower_case(segments[1]));
  robot.frame(2);
  CHECK(find_note(board_of(robot), "v0")->segments == Ids{"c0"});
  robot.press(Key::escape);
  CHECK(find_note(board_of(robot), "v0")->text == "Thought 0");
}

TEST_CASE("digits typed into a note stay text") {
  Robot robot(small_canvas());
  robot.click("note/v0", 2);
  robot.press(Key::digit_5);
  robot.type("5");
  CHECK(find_note(board_of(robot), "v0")->colour == Colour::none);
  CHECK(find_note(board_of(robot), "v0")->text == "Thought 05");
}

TEST_CASE("a key that ends the writing does nothing else: the note stays selected, and no note is added") {
  Robot robot(small_canvas());
  robot.click("note/v0", 2);
  robot.press(Key::escape);
  CHECK(selected(robot) == ItemIds{"v0"});
  robot.press(Key::enter, control);
  robot.press(Key::enter);  // on the empty note
  CHECK(block_of(robot, "value_propositions").notes.size() == 4);
}

TEST_CASE("Escape clears the selection and ends looking for a segment") {
  Robot robot(small_canvas());
  robot.click("dim/c0");
  robot.click("note/v0");
  robot.press(Key::escape);
  CHECK(selected(robot).empty());
  CHECK(robot.view().dimmed_for.empty());
}

TEST_CASE("Shift and a click select all notes in between, Ctrl and a click one more or less") {
  Robot robot(small_canvas());
  robot.click("note/v0");
  click_with(robot, "note/v2", shift);
  CHECK(selected(robot) == ItemIds{"v0", "v1", "v2"});
  click_with(robot, "note/v1", control);
  CHECK(selected(robot) == ItemIds{"v0", "v2"});
  click_with(robot, "note/k1", control);
  CHECK(selected(robot) == ItemIds{"v0", "v2", "k1"});
}

TEST_CASE("a click on one of several selected notes selects it alone") {
  Robot robot(small_canvas());
  robot.press(Key::a, control);
  release(robot);
  CHECK(selected(robot).size() == 9);
  robot.click("note/v1");
  CHECK(selected(robot) == ItemIds{"v1"});
}

TEST_CASE("a click on the ground clears the selection, a double click there adds a note") {
  Robot robot(small_canvas());
  robot.click("note/v1");
  robot.click("block/channels");
  CHECK(selected(robot).empty());
  CHECK(robot.view().block == "channels");
  robot.click("block/channels", 2);
  robot.type("Витрина");
  CHECK(block_of(robot, "channels").notes.front().text == "Витрина");
}

TEST_CASE("a rubber band selects notes across blocks; with Ctrl it adds to the selection") {
  Robot robot(small_canvas());
  const PartRegister::Part first = *robot.app.parts.find("note/k0");
  const PartRegister::Part last = *robot.app.parts.find("note/v1");
  drag_points(robot, {first.from.x - 4, first.from.y + 4}, {last.from.x + 40, last.from.y + 6});
  CHECK(selected(robot) == ItemIds{"k0", "k1", "v0", "v1"});
  hold(robot, control);
  const PartRegister::Part below = *robot.app.parts.find("note/v3");
  drag_points(robot, {below.from.x + 30, below.to.y + 12}, {below.from.x + 40, below.to.y - 5});
  release(robot);
  CHECK(selected(robot) == ItemIds{"k0", "k1", "v0", "v1", "v3"});
}

TEST_CASE("dragging one of several selected notes moves them all to where the line shows") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/k0");
  click_with(robot, "note/k2", control);
  const PartRegister::Part target = *robot.app.parts.find("note/v1");
  drag_points(robot, robot.centre_of("note/k2"), {target.from.x + 30, target.from.y + 3});
  CHECK(ids_in(robot, "value_propositions") == Ids{"v0", "k0", "k2", "v1", "v2", "v3"});
  CHECK(ids_in(robot, "key_activities") == Ids{"k1"});
  CHECK(selected(robot) == ItemIds{"k0", "k2"});
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("Escape gives up a drag") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  const ImVec2 from = robot.centre_of("note/k0");
  const ImVec2 to = robot.centre_of("block/channels");
  robot.app.input.move(from.x, from.y);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.frame();
  robot.app.input.move(to.x, to.y);
  robot.frame(2);
  robot.press(Key::escape);
  robot.app.input.button(0, false);
  robot.frame(2);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a note is dragged to the folded parking lot, which opens, and back") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.drag("note/v1", "parking");
  CHECK(ids_of(board_of(robot).parking) == Ids{"v1"});
  CHECK(robot.app.state<BoardState>().parking_is_open);
  robot.frame(2);
  robot.drag("note/v1", "block/channels");
  CHECK(ids_in(robot, "channels") == Ids{"v1"});
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("the keyboard parks notes, reaches them there and takes them back") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/v0");
  robot.press(Key::down, shift);
  robot.press(Key::k, control_shift);
  CHECK(ids_of(board_of(robot).parking) == Ids{"v0", "v1"});
  robot.frame(2);
  robot.press(Key::escape);
  robot.session().choose_block("cost_structure");
  robot.press(Key::down);
  CHECK(robot.view().block == std::string(parking_lot));
  CHECK(selected(robot).size() == 1);
  const std::string back = *selected(robot).begin();
  robot.press(Key::up, alternate);
  CHECK(board_of(robot).parking.size() == 1);
  CHECK(find_block_of(board_of(robot), back) != nullptr);
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a note is written straight into the parking lot, and Enter goes on there") {
  Robot robot(small_canvas());
  robot.click("parking/add");
  robot.type("Потом");
  robot.press(Key::enter);
  robot.type("Ещё позже");
  robot.press(Key::escape);
  REQUIRE(board_of(robot).parking.size() == 2);
  CHECK(board_of(robot).parking[1].text == "Ещё позже");
  robot.click("parking/fold");
  CHECK_FALSE(robot.app.state<BoardState>().parking_is_open);
  CHECK_FALSE(robot.shows("note/" + board_of(robot).parking[0].id));
}

TEST_CASE("the parking lot that is opened on one board stays folded on another") {
  Robot robot(paper::example("en"), {}, Language::en);
  const std::string first = robot.session().section()->id;
  robot.click("parking/fold");
  REQUIRE(robot.app.state<BoardState>().parking_is_open);
  std::string other;
  for (const auto& document : robot.workbook().documents) {
    for (const auto& section : document->sections) {
      if (section->id != first && std::holds_alternative<Board>(section->content)) other = section->id;
    }
  }
  REQUIRE_FALSE(other.empty());
  robot.session().go_to(other);
  robot.frame(3);
  CHECK_FALSE(robot.app.state<BoardState>().parking_is_open);
  robot.click("parking/fold");
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().parking_is_open);
}

TEST_CASE("copied notes come back whole, without the types that the other block does not know") {
  Robot robot(paper::example("ru"));
  const Workbook start = robot.workbook();
  robot.click("note/ch_window");
  const Note original = *find_note(board_of(robot), "ch_window");
  REQUIRE_FALSE(original.types.empty());
  robot.press(Key::c, control);
  robot.press(Key::v, control);
  Note same = block_of(robot, "channels").notes.back();
  CHECK(same.id != original.id);
  same.id = original.id;
  CHECK(same == original);
  robot.click("block/key_resources");
  robot.press(Key::v, control);
  const Note other = block_of(robot, "key_resources").notes.back();
  CHECK(other.text == original.text);
  CHECK(other.segments == original.segments);
  CHECK(other.types.empty());
  CHECK(selected(robot) == ItemIds{other.id});
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("cut notes are pasted into another block, and text of another program gives a note per line") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/k0");
  robot.press(Key::down, shift);
  robot.press(Key::x, control);
  CHECK(ids_in(robot, "key_activities") == Ids{"k2"});
  CHECK(robot.clipboard == "Thought 0\nThought 1");
  robot.click("block/channels");
  robot.press(Key::v, control);
  REQUIRE(block_of(robot, "channels").notes.size() == 2);
  CHECK(block_of(robot, "channels").notes[1].text == "Thought 1");
  robot.clipboard = "- Витрина\n\n- Сайт\n";
  robot.press(Key::v, control);
  CHECK(block_of(robot, "channels").notes.back().text == "Сайт");
  undo_all(robot);
  CHECK(robot.workbook() == start);
}

TEST_CASE("pasting from an empty clipboard changes nothing and says why") {
  Robot robot(paper::example("en"));
  robot.click("note/seg_commuters");
  const Workbook before = robot.workbook();
  ImGui::SetClipboardText(" \n");
  robot.press(Key::v, control);
  CHECK(robot.workbook() == before);
  CHECK(robot.app.message() == robot.app.catalog().text("outside.empty_clipboard"));
}

TEST_CASE("thousands of pasted lines are one step") {  // their time is measured by editor_benchmark
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("block/channels");
  std::string table;
  for (int i = 0; i < 4000; ++i) table += "Строка из таблицы номер " + std::to_string(i) + "\n";
  robot.session().paste_notes(table);
  robot.frame();
  CHECK(block_of(robot, "channels").notes.size() == 4000);
  robot.session().undo();
  CHECK(robot.workbook() == start);
}

TEST_CASE("details are written on a sheet of their own, marked on the card and taken back in one step") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/v0");
  robot.press(Key::f2, shift);
  robot.frame();
  REQUIRE(robot.view().editing == Editing::details);
  robot.type("Расчёт");
  robot.press(Key::enter);
  robot.type("на год");
  robot.press(Key::escape);
  robot.frame();
  CHECK(find_note(board_of(robot), "v0")->details == "Расчёт\nна год");
  CHECK_FALSE(robot.shows("details"));
  CHECK(selected(robot) == ItemIds{"v0"});
  const std::vector<CardPlace>& cards = layout_of_block(robot.app.state<BoardState>(), "value_propositions")->cards;
  CHECK(cards[0].marks_beside);  // it has the sign
  CHECK_FALSE(cards[1].marks_beside);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("the button of the bar opens the details, and Done closes them") {
  Robot robot(small_canvas());
  robot.click("note/v0");
  robot.click("command.details");
  robot.frame();
  CHECK(robot.view().editing == Editing::details);
  robot.click("details");  // beside the text: the sheet stays
  CHECK(robot.view().editing == Editing::details);
  robot.click("details.done");
  CHECK(robot.view().editing == Editing::nothing);
}

TEST_CASE("a segment is looked for by its sign above the board, and once more ends it") {
  Robot robot(paper::example("ru"));
  const Workbook start = robot.workbook();
  robot.click("dim/seg_offices");
  CHECK(robot.view().dimmed_for == "seg_offices");
  robot.click("dim/seg_offices");
  CHECK(robot.view().dimmed_for.empty());
  CHECK(robot.workbook() == start);
}

TEST_CASE("the board is brought nearer and farther by keys, and back to fit the window") {
  Robot robot(small_canvas(), {}, Language::ru, 1, {1920, 1080});
  REQUIRE(robot.app.state<BoardState>().zoom_percent() == 100);
  const float before = robot.app.parts.find("block/channels")->to.x - robot.app.parts.find("block/channels")->from.x;
  robot.press(Key::equal, control);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().zoom_percent() == 110);
  robot.press(Key::digit_0, control);
  robot.press(Key::minus, control);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().zoom_percent() == 90);
  const PartRegister::Part note = *robot.app.parts.find("note/v0");
  CHECK(note.to.y - note.from.y < 36);
  robot.press(Key::digit_0, control);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().zoom_percent() == 100);
  CHECK(robot.app.parts.find("block/channels")->to.x - robot.app.parts.find("block/channels")->from.x == before);
}

TEST_CASE("Ctrl and the wheel zoom to the point under the mouse") {
  Robot robot(small_canvas(), {}, Language::ru, 1, {1920, 1080});
  wheel(robot, "note/v1", 1, control);
  CHECK(robot.app.state<BoardState>().zoom_percent() == 110);
  for (int i = 0; i < 3; ++i) {
    robot.press(Key::escape);
    hold(robot, control);
    robot.app.input.wheel(0, 1);
    robot.frame(2);
    release(robot);
  }
  CHECK(robot.app.state<BoardState>().zoom_percent() == 175);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const PartRegister::Part note = *robot.app.parts.find("note/v1");
  CHECK(note.from.x - 30 < mouse.x);
  CHECK(mouse.x < note.to.x + 30);
}

TEST_CASE("a near board is moved by the wheel, by the middle button and by Space") {
  Robot robot(small_canvas(), {}, Language::ru, 1, {1920, 1080});
  for (int i = 0; i < 4; ++i) robot.press(Key::equal, control);
  robot.press(Key::digit_0, control);
  for (int i = 0; i < 5; ++i) robot.press(Key::equal, control);
  robot.frame(2);
  REQUIRE(robot.app.state<BoardState>().zoom_percent() == 200);
  const ImVec2 middle{(robot.app.state<BoardState>().area_from.x + robot.app.state<BoardState>().area_to.x) / 2,
                      (robot.app.state<BoardState>().area_from.y + robot.app.state<BoardState>().area_to.y) / 2};
  const ImVec2 before = robot.app.state<BoardState>().scroll;
  drag_points(robot, middle, {middle.x - 60, middle.y - 30}, 2);
  CHECK(robot.app.state<BoardState>().scroll.x == doctest::Approx(before.x + 60).epsilon(0.02));
  CHECK(robot.app.state<BoardState>().scroll.y == doctest::Approx(before.y + 30).epsilon(0.02));
  robot.app.input.key(Key::space, true, {});
  robot.frame();
  drag_points(robot, middle, {middle.x + 60, middle.y + 30});
  robot.app.input.key(Key::space, false, {});
  robot.frame();
  CHECK(robot.app.state<BoardState>().scroll.x == doctest::Approx(before.x).epsilon(0.02));
  robot.app.input.wheel(0, 1);
  robot.frame(3);
  CHECK(robot.app.state<BoardState>().scroll.y < before.y);
}

TEST_CASE("a note is written and clicked on at any zoom") {
  for (const int percent : {50, 67, 150, 200}) {
    CAPTURE(percent);
    Robot robot(small_canvas());
    robot.app.state<BoardState>().chosen_zoom = percent;
    robot.frame(3);
    robot.session().bring_into_view("v1");
    robot.frame(3);
    robot.click("note/v1", 2);
    REQUIRE(robot.view().edited == "v1");
    robot.press(Key::end);
    robot.type(" and more");
    robot.frame(2);
    // a click in front of the first letter takes the caret there
    const PartRegister::Part text = *robot.app.parts.find("board.text");
    robot.app.input.move(text.from.x + 1, text.from.y + 6);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
    robot.frame(2);
    robot.type("So: ");
    robot.press(Key::escape);
    CHECK(find_note(board_of(robot), "v1")->text == "So: Thought 1 and more");
  }
}

TEST_CASE("what is written is not lost when its block is scrolled away") {
  Robot robot(canvas_of({{"value_propositions", 200}}));
  robot.click("note/v0", 2);
  wheel(robot, "block/value_propositions", -30);
  robot.frame(3);
  const PartRegister::Part* written = robot.app.parts.find("note/v0");
  REQUIRE((written == nullptr || !written->visible));
  robot.type("!");
  robot.frame(3);
  CHECK(find_note(board_of(robot), "v0")->text == "Thought 0!");
  CHECK(robot.app.parts.find("note/v0")->visible);  // and it comes back into view
}

TEST_CASE("with ten thousand notes a frame draws no more than with a thousand, only what is seen") {
  struct Drawn {  // its time is measured by editor_benchmark
    size_t parts = 0;
    int vertices = 0;
  };
  const auto frame_of = [](size_t count) {
    Robot robot(canvas_of({{"value_propositions", count}}));
    robot.frame(5);
    return Drawn{robot.app.parts.parts().size(), ImGui::GetDrawData()->TotalVtxCount};
  };
  const Drawn few = frame_of(1'000);
  const Drawn many = frame_of(10'000);
  CHECK(many.parts == few.parts);
  CHECK(many.vertices < few.vertices * 1.1);
}

TEST_CASE("an edit of one note lays out no other text anew") {
  Robot robot(canvas_of({{"value_propositions", 500}, {"channels", 20}}));
  robot.click("note/v0", 2);
  robot.frame(2);
  const size_t before = robot.app.state<BoardState>().measured_notes;
  robot.type("abc");
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().measured_notes - before <= 3);
  robot.press(Key::escape);
  robot.session().bring_into_view("c0");
  robot.frame(3);
  robot.click("note/c0");
  const size_t settled = robot.app.state<BoardState>().measured_notes;
  robot.press(Key::left, alternate);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().measured_notes - settled <= 1);  // moved notes bring their heights with them
}

// What of a board is not seen whole, as it was laid out last.
std::vector<std::string> clipped_parts(Robot& robot) {
  BoardState& state = robot.app.state<BoardState>();
  std::vector<std::string> clipped;
  for (const BlockLayout& block : state.blocks) {
    if (block.id == parking_lot) continue;
    if (block.cut) clipped.push_back(block.id + " cuts a word");
    if (block.to.x > state.area_to.x + 1 || block.from.x < state.area_from.x) clipped.push_back(block.id);
    for (size_t i = 0; i < block.cards.size(); ++i) {
      const BlockPlace card = card_on_screen(block, i);
      if (card.to.y > block.to.y || card.to.x > block.to.x) clipped.push_back((*block.notes)[i].id);
    }
  }
  return clipped;
}

bool is_whole(Robot& robot) {
  const BoardState& state = robot.app.state<BoardState>();
  return state.grid.size.y * state.zoom() <= state.area_to.y - state.area_from.y + 1;
}

TEST_CASE("the board shows every note whole, in both languages, in every window, beside every panel") {
  for (const char* language : {"ru", "en"}) {
    for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1440, 900}, ImVec2{1920, 1080}}) {
      CAPTURE(language);
      CAPTURE(size.x);
      Robot robot(paper::example(language), {}, language == std::string("ru") ? Language::ru : Language::en, 1, size);
      CHECK(clipped_parts(robot) == std::vector<std::string>{});
      if (size.x > 1400) CHECK(is_whole(robot));
      robot.app.settings.panels.side.shown = false;
      robot.frame(3);
      CHECK(clipped_parts(robot) == std::vector<std::string>{});
    }
  }
}

TEST_CASE("the board of an empty template shows its titles and questions whole") {
  for (const char* name : {"business_model_canvas", "lean_canvas", "value_proposition_canvas"}) {
    for (const Language language : {Language::ru, Language::en}) {
      for (const float scale : {1.0F, 1.5F, 2.0F}) {
        CAPTURE(name);
        Robot robot(paper::from_template(name, language), {}, language, scale, {1280 * scale, 720 * scale});
        CHECK(clipped_parts(robot) == std::vector<std::string>{});
        CHECK(is_whole(robot));
      }
    }
  }
}

TEST_CASE("the fuller a board, the smaller its letters, down to those that can be read; then it scrolls as one") {
  const auto with = [](size_t count) { return canvas_of({{"channels", count}, {"key_partners", count}}); };
  float before = 2;
  for (const size_t count : {1, 6, 9, 200}) {
    Robot robot(with(count));
    const BoardState& state = robot.app.state<BoardState>();
    CHECK(state.zoom() <= before);
    CHECK(robot.app.theme.fonts.note->FontSize * state.zoom() >= robot.app.theme.px(least_letters) - 0.01F);
    CHECK(is_whole(robot) == (count < 200));
    before = state.zoom();
  }
  Robot robot(with(200));
  const float top = layout_of_block(robot.app.state<BoardState>(), "channels")->from.y;
  const float other = layout_of_block(robot.app.state<BoardState>(), "key_partners")->from.y;
  wheel(robot, "block/channels", -5);
  CHECK(layout_of_block(robot.app.state<BoardState>(), "channels")->from.y < top);
  CHECK(layout_of_block(robot.app.state<BoardState>(), "key_partners")->from.y - other ==
        layout_of_block(robot.app.state<BoardState>(), "channels")->from.y - top);
}

TEST_CASE("while a note is written the letters keep their size, and the card grows with the text") {
  Robot robot(canvas_of({{"channels", 8}}));
  const float zoom = robot.app.state<BoardState>().zoom();
  robot.click("note/c0", 2);
  const float low = robot.app.parts.find("note/c0")->to.y - robot.app.parts.find("note/c0")->from.y;
  for (int i = 0; i < 40; ++i) robot.type("and one more thought ");
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().zoom() == zoom);
  CHECK(layout_of_block(robot.app.state<BoardState>(), "channels")->cards[0].height > 4 * low);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().zoom() < zoom);
  CHECK(clipped_parts(robot) == std::vector<std::string>{});
}

TEST_CASE("the size that fits stays from note to note and from block to block, until the writing ends") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(paper::from_template("business_model_canvas", language), {}, language, 1, {1280, 720});
    const BoardState& state = robot.app.state<BoardState>();
    const float zoom = state.zoom();
    robot.click("block/customer_segments/add");
    for (int i = 0; i < 3; ++i) {  // with the first one the row of segments above the board takes some of its room
      robot.type("Подстанции без своих сварщиков");
      robot.press(Key::enter);
      robot.frame(2);
      CHECK(state.zoom() == zoom);
    }
    for (const char* block : {"channels", "value_propositions", "key_partners"}) {
      robot.click(std::string("block/") + block + "/add");
      for (int i = 0; i < 2; ++i) {
        robot.type("Поставка до открытия");
        robot.press(Key::enter);
        robot.frame(2);
        CHECK(state.zoom() == zoom);
      }
      CHECK(block_of(robot, block).notes.size() == 3);  // no press of a button went beside it
    }
    for (int i = 0; i < 40; ++i) robot.type("Поставка до открытия ");
    robot.frame(2);
    CHECK(state.zoom() == zoom);
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(state.zoom() < zoom);
  }
}

TEST_CASE("a long word in a title makes no letters smaller: it stands below the sign, as those of like blocks do") {
  const auto zoom_of = [](const Workbook& workbook, Language language) {
    Robot robot(workbook, {}, language, 1, {1280, 720});
    BoardState& state = robot.app.state<BoardState>();
    CHECK(clipped_parts(robot) == std::vector<std::string>{});
    const auto title = [&](const char* block) { return layout_of_block(state, block)->title.left; };
    CHECK(title("channels") == title("customer_relationships"));
    CHECK(title("channels") == title("key_partners"));
    return state.zoom();
  };
  const auto empty_zoom = [&](Language language) {
    return zoom_of(paper::from_template("business_model_canvas", language), language);
  };
  CHECK(empty_zoom(Language::ru) > 0.8F);
  CHECK(std::abs(empty_zoom(Language::ru) - empty_zoom(Language::en)) < 0.1F);
}

TEST_CASE("a chosen zoom scales the picture of the board and stays until the board is to fit again") {
  Robot robot(paper::example("ru"));
  const BoardGrid grid = robot.app.state<BoardState>().grid;
  robot.press(Key::equal, control);
  robot.frame(2);
  CHECK(robot.app.state<BoardState>().grid.columns == grid.columns);
  CHECK(robot.app.state<BoardState>().grid.rows == grid.rows);
  robot.press(Key::digit_0, control);
  robot.frame(2);
  CHECK_FALSE(robot.app.state<BoardState>().chosen_zoom);
}

TEST_CASE("what is typed in a block in which no note is selected begins a note there, digits too") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.session().choose_block("channels");
  robot.frame(2);
  robot.press(Key::tab);
  const std::string block = robot.view().block;
  REQUIRE(block != "channels");
  const size_t before = find_block(board_of(robot), block)->notes.size();
  robot.type("40 loaves");
  robot.press(Key::escape);
  REQUIRE(find_block(board_of(robot), block)->notes.size() == before + 1);
  CHECK(find_block(board_of(robot), block)->notes.back().text == "40 loaves");
  robot.press(Key::z, control);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a parked note returns to the block that is chosen, from its bar and from the list of commands") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/v0");
  robot.run("command.park");
  robot.frame(2);
  CHECK_FALSE(is_enabled(*find_command("command.park"), robot.app));
  robot.run("command.return_note");
  robot.frame(2);
  robot.click("note.return/channels");
  CHECK(find_block_of(board_of(robot), "v0")->id == "channels");
  CHECK_FALSE(is_enabled(*find_command("command.return_note"), robot.app));
  robot.press(Key::z, control);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a parked note is offered the block first where it stood") {
  Robot robot(small_canvas());
  robot.click("note/k0");
  robot.run("command.park");
  robot.frame(2);
  robot.run("command.return_note");
  robot.frame(2);
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(find_block_of(board_of(robot), "k0")->id == "key_activities");
}

TEST_CASE("a segment that leaves its block is told to take its letter off the notes it was on") {
  Robot robot(small_canvas());
  const auto told = [&](size_t count) {
    return robot.app.catalog().count("letter_gone", count, {{"letters", robot.session().segments()[0].mark}});
  };
  robot.click("note/c0");
  const std::string nothing_named = told(0);
  robot.run("command.park");
  robot.frame(2);
  CHECK(robot.app.message() != nothing_named);
  robot.press(Key::z, control);
  robot.drag("note/v0", "note/c0");
  robot.drag("note/v1", "note/c0");
  const std::string of_two = told(2);
  robot.click("note/c0");
  robot.run("command.park");
  robot.frame(2);
  CHECK(robot.session().segments().size() == 1);
  CHECK(robot.app.message().starts_with(of_two));
  robot.press(Key::z, control);
  CHECK(robot.session().segments().size() == 2);
}

TEST_CASE("for whom a note is, its type and its colour are chosen by the keyboard alone") {
  Robot robot(small_canvas());
  robot.session().add_note("customer_segments", "Families");
  robot.session().end_writing();
  const std::string segment = robot.session().segments().back().id;
  robot.click("note/v0");
  robot.press(Key::l, control);
  robot.frame(2);
  for (size_t i = 0; i < robot.session().segments().size(); ++i) robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(find_note(board_of(robot), "v0")->segments == std::vector<std::string>{segment});
  robot.run("command.note_colour");
  robot.frame(2);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::enter);
  CHECK(find_note(board_of(robot), "v0")->colour == Colour::yellow);
}

TEST_CASE("what is typed on a selected note goes on with its text as a word of its own, digits too, as one step") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.click("note/v0");
  robot.type("!?");
  CHECK(robot.view().edited == "v0");
  robot.press(Key::escape);
  CHECK(find_note(board_of(robot), "v0")->text == "Thought 0!?");
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
  robot.press(Key::digit_1);
  robot.type("12 loaves");
  robot.press(Key::escape);
  CHECK(find_note(board_of(robot), "v0")->text == "Thought 0 12 loaves");
  CHECK(find_note(board_of(robot), "v0")->colour == Colour::none);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("a note that is dragged onto a segment is tied to it, on its card and on its sign above the board") {
  Robot robot(small_canvas());
  const Workbook start = robot.workbook();
  robot.drag("note/v0", "note/c0");
  CHECK(find_note(board_of(robot), "v0")->segments == std::vector<std::string>{"c0"});
  CHECK(find_block_of(board_of(robot), "v0")->id == "value_propositions");
  robot.drag("note/v1", "dim/c1");
  CHECK(find_note(board_of(robot), "v1")->segments == std::vector<std::string>{"c1"});
  robot.press(Key::z, control);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == start);
}

TEST_CASE("with an empty clipboard the menu of a block pastes nothing, and the key says why") {
  Robot robot(small_canvas(), {}, Language::en);
  robot.app.clipboard_is_empty = [] { return true; };
  const Workbook start = robot.workbook();
  robot.move_to("block/channels");
  robot.app.input.button(1, true);
  robot.app.input.button(1, false);
  robot.frame(3);
  REQUIRE(robot.shows("board/command.paste"));
  robot.clipboard = "text that a test left";
  robot.click("board/command.paste");
  CHECK(robot.workbook() == start);
  robot.press(Key::escape);
  robot.clipboard.clear();
  robot.press(Key::v, control);
  CHECK(robot.app.message() == robot.app.catalog().text("outside.empty_clipboard"));
}

TEST_CASE("segments that have no room above the board are chosen from a menu there") {
  Robot robot(canvas_of({{"customer_segments", 60}}));
  CHECK(robot.shows("dim/c0"));
  CHECK((robot.app.parts.find("dim/c40") == nullptr));
  robot.click("dim/more");
  robot.click("dim.segment/c40");
  CHECK(robot.view().dimmed_for == "c40");
  robot.click("dim.leave");
  CHECK(robot.view().dimmed_for.empty());
}

TEST_CASE("a right click offers what can be done with a note and with a block") {
  Robot robot(small_canvas());
  const auto right_click = [&](std::string_view key) {
    robot.move_to(key);
    robot.app.input.button(1, true);
    robot.app.input.button(1, false);
    robot.frame(3);
  };
  right_click("note/v1");
  CHECK(selected(robot) == ItemIds{"v1"});
  robot.click("board/command.duplicate");
  CHECK(block_of(robot, "value_propositions").notes.size() == 5);
  right_click("block/key_partners");
  robot.click("board/command.add_note");
  CHECK(block_of(robot, "key_partners").notes.size() == 1);
}

TEST_CASE("the menu of a selected note, and of a chosen block, opens by its key and is walked by the arrows") {
  for (const auto& [key, modifiers] : {std::pair{Key::menu, plain}, std::pair{Key::f10, shift}}) {
    Robot robot(small_canvas());
    robot.click("note/v1");
    robot.press(key, modifiers);
    robot.frame(2);
    REQUIRE(robot.shows("board/command.duplicate"));
    const auto* menu = robot.app.parts.find("board/command.write");
    const auto* card = robot.app.parts.find("note/v1");
    CHECK(std::abs(menu->from.x - card->to.x) < 60);
    robot.press(Key::down);
    robot.press(Key::enter);  // write
    robot.frame(2);
    CHECK(robot.view().edited == "v1");
    robot.press(Key::escape);
    robot.session().choose_block("channels");
    robot.frame(2);
    robot.press(key, modifiers);
    robot.frame(2);
    robot.click("board/command.add_note");
    CHECK(block_of(robot, "channels").notes.size() == 1);
  }
}

TEST_CASE("a click beside an open menu closes it and does what it hits; one on its button closes it alone") {
  Robot robot(small_canvas());
  robot.click("note/v0");
  robot.click("note.colours");
  REQUIRE(robot.shows("note.colour/red"));
  robot.click("note.colours");
  CHECK_FALSE(robot.shows("note.colour/red"));
  robot.click("note.colours");
  REQUIRE(robot.shows("note.colour/red"));
  robot.click("note/k2");
  CHECK_FALSE(robot.shows("note.colour/red"));
  CHECK(selected(robot) == ItemIds{"k2"});
}

TEST_CASE("a cost names on its card what causes it") {
  Robot robot(paper::example("en"), {}, Language::en);
  const Board& board = board_of(robot);
  const auto cost = std::ranges::find_if(block_of(robot, "cost_structure").notes,
                                         [](const Note& note) { return !note.drivers.empty(); });
  REQUIRE(cost != block_of(robot, "cost_structure").notes.end());
  const std::string caption =
      caption_of(notes_by_id(board), robot.app.state<BoardState>().look, find_block(board, "cost_structure"), *cost);
  CHECK(caption.starts_with("Caused by: "));
  CHECK(caption.find(find_note(board, cost->drivers.front())->text.substr(0, 20)) != std::string::npos);
}

TEST_CASE("a card names a type that its block no longer lists, as the paper does") {
  const auto height = [](std::vector<std::string> types) {
    Workbook workbook = canvas_of({{"channels", 1}});
    Board board = paper::board_of(workbook);
    board = set_note(board, [&] {
      Note note = *find_note(board, "c0");
      note.types = std::move(types);
      return note;
    }());
    workbook = set_board(workbook, workbook.documents[0]->sections[0]->id, board);
    Robot robot(workbook);
    return layout_of_block(robot.app.state<BoardState>(), "channels")->cards[0].height;
  };
  CHECK(height({"of_an_older_template"}) == height({"in_person"}));
  CHECK(height({"of_an_older_template"}) > height({}));
}

TEST_CASE("hints, numbers and icons can be switched off without harm") {
  Robot robot(paper::from_template("business_model_canvas"));
  robot.app.settings.hints_shown = false;
  robot.app.settings.numbers_shown = false;
  robot.app.settings.icons_shown = false;
  robot.frame(2);
  const int bare = ImGui::GetDrawData()->TotalVtxCount;
  robot.app.settings.hints_shown = true;
  robot.frame(2);
  CHECK(ImGui::GetDrawData()->TotalVtxCount > bare);
  robot.click("block/channels/add");
  robot.type("Да");
  CHECK(block_of(robot, "channels").notes.size() == 1);
}

TEST_CASE("of several notes that are deleted it is said how many") {
  Board board = add_note(samples::sound_board(), "channels", samples::make_note("loose0"));
  board = add_note(std::move(board), "channels", samples::make_note("loose1"));
  Robot robot(samples::workbook_of(board), {}, Language::ru);
  robot.session().select("loose0", false);
  robot.session().select_also("loose1");
  robot.press(Key::delete_);
  robot.frame(2);
  const std::string keys = shortcut_text("command.undo", robot.app.catalog());
  CHECK(robot.app.message() == robot.app.catalog().text("window.removed_several", {{"count", "2"}, {"keys", keys}}));
}

TEST_CASE("what causes a cost is chosen from a list that stays open, by mouse or keys, and each choice is a step") {
  for (const Language language : {Language::ru, Language::en}) {
    const Workbook before = samples::make_workbook(
        {samples::make_document_of("doc", {samples::make_section("sec", samples::sound_board())})});
    Robot robot(before, {}, language);
    const auto drivers = [&] { return find_note(board_of(robot), "cost")->drivers; };
    robot.click("note/activity");
    CHECK_FALSE(robot.shows("command.drivers"));  // it is no cost
    robot.press(Key::escape);                     // the bar at the note may lie over the next one
    robot.click("note/cost");
    robot.click("command.drivers");
    CHECK(robot.names_below("driver/").contains("channel"));
    CHECK_FALSE(robot.names_below("driver/").contains("seg"));  // that causes none
    CHECK_FALSE(robot.names_below("driver/").contains("revenue"));
    robot.click("driver/channel");
    robot.frame(2);
    REQUIRE(robot.app.has_dialog());
    robot.click("driver/partner");
    robot.frame(2);
    CHECK(drivers() == std::vector<std::string>{"activity", "channel", "partner"});
    robot.click("driver/activity");
    robot.frame(2);
    CHECK(drivers() == std::vector<std::string>{"channel", "partner"});
    robot.press(Key::enter);  // those that are ticked stand first: the tick of one is taken back
    robot.frame(2);
    CHECK(drivers().size() == 1);
    robot.press(Key::escape);
    CHECK_FALSE(robot.app.has_dialog());
    robot.press(Key::z, control);
    CHECK(drivers() == std::vector<std::string>{"channel", "partner"});
    undo_all(robot);
    CHECK(robot.workbook() == before);
  }
}

}  // namespace canvasbook::editor_board_board_test
