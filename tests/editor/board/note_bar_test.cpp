// The bar at the selected note, in a small window: it is in the way of nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "editor/board/layout.h"
#include "editor/board/state.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::note_bar_test {

using namespace robot;

namespace {

constexpr Language both_languages[] = {Language::ru, Language::en};
const ImVec2 small_window{1280, 720};

struct Written {
  const char* block;
  const char* ru;
  const char* en;
};
// What a founder writes first, in the order of filling.
constexpr Written first_notes[] = {{"customer_segments", "Жители соседних домов", "Families next door"},
                                   {"customer_segments", "Офисы рядом", "Offices nearby"},
                                   {"customer_segments", "Кафе без своей печи", "Cafes without an oven"},
                                   {"value_propositions", "Хлеб из печи к семи утра", "Bread from the oven by seven"},
                                   {"value_propositions", "Торты на заказ за два дня", "Cakes to order in two days"},
                                   {"value_propositions", "Поставка до открытия", "Delivered before you open"},
                                   {"channels", "Пекарня на углу", "Shop on the corner"},
                                   {"channels", "Заказ по телефону", "Orders by phone"},
                                   {"customer_relationships", "Помним любимый хлеб", "We know your usual loaf"},
                                   {"revenue_streams", "Хлеб и выпечка на вынос", "Bread and pastry to go"},
                                   {"revenue_streams", "Договоры с кафе", "Contracts with cafes"},
                                   {"key_resources", "Подовая печь", "Stone oven"},
                                   {"key_activities", "Ночной замес", "Baking at night"},
                                   {"key_activities", "Развоз до восьми", "Delivery round until eight"},
                                   {"key_partners", "Мельница в соседней области", "Mill in the next county"},
                                   {"cost_structure", "Мука и масло", "Flour and butter"}};

std::string text_of(const Written& written, Language language) {
  return language == Language::ru ? written.ru : written.en;
}

Workbook empty_canvas(Language language) { return paper::from_template("business_model_canvas", language); }

Workbook first_canvas(Language language) {
  const Workbook workbook = empty_canvas(language);
  Board board = paper::board_of(workbook);
  int count = 0;
  for (const Written& written : first_notes) {
    Note note;
    note.id = "n" + std::to_string(count++);
    note.text = text_of(written, language);
    board = add_note(std::move(board), written.block, std::move(note));
  }
  return paper::with_board(workbook, board);
}

using Part = PartRegister::Part;

bool covers(const Part& bar, ImVec2 from, ImVec2 to) {
  return bar.from.x < to.x && bar.to.x > from.x && bar.from.y < to.y && bar.to.y > from.y;
}

// What the bar lies over that is read or pressed: notes, heads of blocks and what stands around the canvas.
std::string covered_by_bar(Robot& robot) {
  const Part* bar = robot.app.parts.find("note_bar");
  REQUIRE(bar != nullptr);
  std::string covered;
  for (const Part& part : robot.app.parts.parts()) {
    const bool is_spared = part.key.starts_with("note/") || part.key.ends_with("/add") || part.key == "parking" ||
                           part.key.starts_with("dim/") || part.key == "board.text";
    if (is_spared && covers(*bar, part.from, part.to)) covered += part.key + " ";
  }
  for (const BlockLayout& block : robot.app.state<BoardState>().blocks) {
    if (block.id == parking_lot) continue;
    if (covers(*bar, block.from, {block.to.x, block.inner_from.y})) covered += "head of " + block.id + " ";
  }
  return covered;
}

}  // namespace

TEST_CASE("the bar at a note lies over no other note, no head and no button, whichever note is chosen or written") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    for (size_t i = 0; i < std::size(first_notes); ++i) {
      const std::string note = "note/n" + std::to_string(i);
      CAPTURE(text_of(first_notes[i], language));
      robot.click(note);
      CHECK(covered_by_bar(robot) == "");
      robot.press(Key::enter);
      robot.type("?");
      robot.frame(2);
      CHECK(covered_by_bar(robot) == "");
      robot.press(Key::escape);
    }
  }
}

TEST_CASE("sixteen notes are written block by block with the button of each, though a bar stands at the last one") {
  for (const Language language : both_languages) {
    Robot robot(empty_canvas(language), {}, language, 1, small_window);
    for (const Written& written : first_notes) {
      robot.click(std::string("block/") + written.block + "/add");
      robot.type(text_of(written, language));
    }
    robot.press(Key::escape);
    for (const Written& written : first_notes) {
      const std::vector<Note>& notes = block_of(robot, written.block).notes;
      CHECK(std::ranges::count(notes, text_of(written, language), &Note::text) == 1);
    }
  }
}

TEST_CASE("a click close to the bar is not the bar's") {
  Robot robot(first_canvas(Language::en), {}, Language::en, 1, small_window);
  const auto close_to_bar = [&] {
    const Part* bar = robot.app.parts.find("note_bar");
    REQUIRE(bar != nullptr);
    return std::array{ImVec2{bar->from.x - 3, (bar->from.y + bar->to.y) / 2},
                      ImVec2{bar->to.x + 3, (bar->from.y + bar->to.y) / 2},
                      ImVec2{(bar->from.x + bar->to.x) / 2, bar->to.y + 3}};
  };
  for (size_t i = 0; i < 3; ++i) {
    robot.click("note/n5");
    const ImVec2 at = close_to_bar()[i];
    robot.app.input.move(at.x, at.y);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
    robot.frame(2);
    CHECK_FALSE(robot.view().selected.contains("n5"));  // it went to the ground or to what else lies there
    robot.press(Key::escape);
    ImGui::GetIO().DeltaTime = 1;
    robot.frame();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
  }
}

TEST_CASE("where room lacks the bar shows signs alone and names them by tooltips; an offer keeps its words") {
  const size_t count = 40;
  for (const Language language : both_languages) {
    Board board = paper::board_of(first_canvas(language));
    for (size_t i = 0; i < count; ++i) {
      for (const char* block : {"key_partners", "key_activities", "customer_relationships", "value_propositions"}) {
        board = add_note(board, block, samples::make_note(block + std::to_string(i)));
      }
    }
    Robot robot(paper::with_board(first_canvas(language), board), {}, language, 1, small_window);
    robot.click("note/key_activities3");
    const Part* details = robot.app.parts.find("command.details");
    REQUIRE(details != nullptr);
    const float width = details->to.x - details->from.x;
    CHECK(width == robot.app.theme.px(36));
    robot.app.input.move(details->from.x + 9, details->from.y + 9);
    robot.frame(3);
    CHECK(robot.shows_tooltip());
    robot.click("command.details");
    CHECK(robot.view().editing == Editing::details);
  }
}

TEST_CASE("a menu of the bar covers nothing of the bar, which stays where it is until the menu closes") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    for (const char* note : {"note/n3", "note/n5", "note/n8", "note/n10", "note/n15"}) {
      for (const char* opener : {"note.segments", "note.types", "note.colours"}) {
        CAPTURE(note);
        CAPTURE(opener);
        robot.press(Key::escape);
        robot.click(note);
        robot.frame(2);
        if (robot.app.parts.find(opener) == nullptr) continue;
        robot.click(opener);
        robot.frame(3);
        const Part bar = *robot.app.parts.find("note_bar");
        std::vector<std::string> rows;
        for (const Part& part : robot.app.parts.parts()) {
          const bool is_row = part.key.starts_with("note.segment/") || part.key.starts_with("note.type/") ||
                              part.key.starts_with("note.colour/");
          if (!is_row) continue;
          rows.push_back(part.key);
          CHECK_FALSE(covers(bar, part.from, part.to));
          CHECK(part.to.y <= small_window.y);
        }
        REQUIRE_FALSE(rows.empty());
        robot.click(rows.front());
        const Part* still = robot.app.parts.find("note_bar");
        REQUIRE(still != nullptr);
        if (robot.app.parts.find(rows.front()) == nullptr) continue;  // the choice closed it
        CHECK(still->from.x == bar.from.x);
        CHECK(still->from.y == bar.from.y);
        CHECK(still->to.x == bar.to.x);
        CHECK(still->to.y == bar.to.y);
        robot.press(Key::escape);
        robot.frame(2);
      }
    }
  }
}

TEST_CASE("a menu that a shortcut opens covers nothing of the bar") {
  Robot robot(first_canvas(Language::ru), {}, Language::ru, 1, small_window);
  robot.click("note/n3");
  robot.press(Key::l, control);
  robot.frame(3);
  REQUIRE(robot.shows("note.segment/n0"));
  const Part bar = *robot.app.parts.find("note_bar");
  const Part* row = robot.app.parts.find("note.segment/n0");
  CHECK_FALSE(covers(bar, row->from, row->to));
}

TEST_CASE("a drag that begins beside the open menu of segments closes it and ties the note it took hold of") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    robot.click("note/n3");
    robot.click("note.segments");
    robot.frame(2);
    REQUIRE(robot.shows("note.segment/n0"));
    robot.drag("note/n9", "note/n1");
    CHECK_FALSE(robot.shows("note.segment/n0"));
    CHECK(find_note(board_of(robot), "n9")->segments == std::vector<std::string>{"n1"});
  }
}

}  // namespace canvasbook::note_bar_test
