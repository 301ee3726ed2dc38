// The bar of the selected notes, in a small window: it is in the way of nothing, and always where it was.
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
    const bool is_spared = part.key.starts_with("note/") || part.key.ends_with("/add") || part.key == "parking/fold" ||
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

TEST_CASE("the bar lies over no note, no head and no button, whichever note is chosen or written") {
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

TEST_CASE("the buttons that every note has stand at the same place for each, whatever it has been given") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    robot.click("note/n3");
    const auto place_of = [&](const char* key) {
      const Part* part = robot.app.parts.find(key);
      REQUIRE_MESSAGE(part != nullptr, key);
      return std::array{part->from.x, part->from.y, part->to.x, part->to.y};
    };
    const auto segments = place_of("note.segments");
    const auto colours = place_of("note.colours");
    const auto details = place_of("command.details");
    const auto park = place_of("command.park");
    CHECK(segments[0] < colours[0]);
    CHECK(colours[0] < details[0]);
    CHECK(details[0] < park[0]);
    robot.session().toggle_segment_of_selected("n0");
    robot.session().set_colour_of_selected(Colour::red);
    for (size_t i = 0; i < std::size(first_notes); ++i) {
      CAPTURE(text_of(first_notes[i], language));
      robot.click("note/n" + std::to_string(i));
      robot.frame(2);
      CHECK(place_of("note.colours") == colours);
      CHECK(place_of("command.details") == details);
      CHECK(place_of("command.park") == park);
      const bool is_segment = std::string_view(first_notes[i].block) == "customer_segments";
      if (is_segment) {
        CHECK_FALSE(robot.shows("note.segments"));  // a segment is for itself: the button is there, but not possible
      } else {
        CHECK(place_of("note.segments") == segments);
      }
    }
    robot.run("command.park");
    robot.frame(3);
    robot.click("note/n15");
    const auto back = place_of("note.return");
    CHECK(back[0] == park[0]);
    CHECK(back[2] == park[2]);
  }
}

TEST_CASE("sixteen notes are written block by block with the button of each, while the bar is that of the last one") {
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

TEST_CASE("where room lacks the bar shows signs alone and names them by tooltips") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, {960, 720});
    robot.click("note/n3");
    const Part* details = robot.app.parts.find("command.details");
    REQUIRE(details != nullptr);
    CHECK(details->to.x - details->from.x == robot.app.theme.px(34));
    robot.app.input.move(details->from.x + 9, details->from.y + 9);
    robot.frame(3);
    CHECK(robot.shows_tooltip());
    robot.click("command.details");
    CHECK(robot.view().editing == Editing::details);
  }
}

TEST_CASE("with a small window and both panels the bar names its buttons") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    robot.click("note/n3");
    const Part* details = robot.app.parts.find("command.details");
    REQUIRE(details != nullptr);
    CHECK(details->to.x - details->from.x > robot.app.theme.px(60));
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

TEST_CASE("in the menu of segments a letter ticks, and Enter behind it closes the menu with what is ticked") {
  Robot robot(first_canvas(Language::ru), {}, Language::ru, 1, small_window);
  robot.click("note/n3");
  const std::string mark = robot.session().segments().front().mark;
  const std::string segment = robot.session().segments().front().id;
  const auto open = [&] {
    robot.press(Key::l, control);
    robot.frame(3);
    REQUIRE(robot.shows("note.segment/" + segment));
  };
  const auto ticked = [&] { return find_note(board_of(robot), "n3")->segments; };
  open();
  robot.type(mark);
  CHECK(ticked() == std::vector<std::string>{segment});
  robot.press(Key::enter);
  robot.frame(2);
  CHECK_FALSE(robot.shows("note.segment/" + segment));
  CHECK(ticked() == std::vector<std::string>{segment});
  open();
  robot.press(Key::down);  // to the one that is ticked: Enter takes no tick away
  robot.press(Key::enter);
  robot.frame(2);
  CHECK_FALSE(robot.shows("note.segment/" + segment));
  CHECK(ticked() == std::vector<std::string>{segment});
  open();
  robot.press(Key::down);
  robot.press(Key::space);
  CHECK(ticked().empty());
  CHECK(robot.shows("note.segment/" + segment));
}

TEST_CASE("a drag that begins beside the open menu of segments closes it and ties the note it took hold of") {
  for (const Language language : both_languages) {
    Robot robot(first_canvas(language), {}, language, 1, small_window);
    robot.click("note/n3");
    robot.click("note.segments");
    robot.frame(2);
    REQUIRE(robot.shows("note.segment/n0"));
    robot.drag("note/n7", "note/n1");
    CHECK_FALSE(robot.shows("note.segment/n0"));
    CHECK(find_note(board_of(robot), "n7")->segments == std::vector<std::string>{"n1"});
  }
}

}  // namespace canvasbook::note_bar_test
