// Guide, review and page at the right of the window.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/frame/app.h"
#include "editor/panels/guide.h"
#include "editor/panels/state.h"
#include "export/on_paper/find_overfull.h"
#include "model/file/workbook_file.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::panels_test {

using namespace robot;

namespace {

Workbook empty_canvas(Language language = Language::en) {
  return paper::from_template("business_model_canvas", language);
}

size_t open_findings(Robot& robot) {
  return static_cast<size_t>(std::ranges::count(robot.session().findings(), false, &Finding::dismissed));
}

// Brings a part of the side panel into view by the wheel.
void scroll_to(Robot& robot, const std::string& key) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  robot.app.input.move(size.x - 120, size.y / 2);
  robot.frame(2);
  const float foot = robot.shows("guide.filled") ? 115 : 45;
  for (int i = 0; i < 200; ++i) {
    const PartRegister::Part* part = robot.app.parts.find(key);
    const float middle = part == nullptr ? size.y : (part->from.y + part->to.y) / 2;
    if (part != nullptr && part->visible && middle > 130 && middle < size.y - foot) return;
    robot.app.input.wheel(0, middle <= 130 ? 1.0F : -1.0F);
    robot.frame();
  }
  FAIL("not reached: ", key);
}

void click_in_panel(Robot& robot, const std::string& key) {
  scroll_to(robot, key);
  robot.click(key);
}

bool is_shown(Robot& robot, const char* key) { return robot.shows(key) && robot.app.parts.find(key)->visible; }

float width_of_block(Robot& robot) {
  const PartRegister::Part* part = robot.app.parts.find("block/value_propositions");
  REQUIRE(part != nullptr);
  return part->to.x - part->from.x;
}

}  // namespace

TEST_CASE("an inserted dialogue, check list or list of answers has the guide of its kind") {
  Robot robot(empty_canvas());
  for (const Content& content : {Content(Dialogue{}), Content(Checklist{}), Content(Responses{})}) {
    Document from;
    from.sections.emplace_back(Section{"s", {}, "New", 1, content, 0, {}});
    robot.session().insert_section(from, 0);
    robot.app.show_panel(SidePanel::guide);
    robot.frame(2);
    CHECK(robot.shows("guide/example/0"));
  }
}

TEST_CASE("a helper question is ticked off by a click, kept in the workbook, and undone") {
  Robot robot(empty_canvas());
  const Workbook before = robot.workbook();
  robot.click("guide/question/1");
  CHECK(block_of(robot, "customer_segments").answered == std::vector<int>{1});
  CHECK(robot.session().history().next_undo()->name_key == "step.tick");
  const auto read = read_workbook(write_workbook(robot.workbook()));
  REQUIRE(read);
  CHECK(*read == robot.workbook());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
  robot.press(Key::y, control);
  robot.click("guide/question/1");
  CHECK(robot.workbook() == before);
}

TEST_CASE("beside a table of placeholders it is said that it is not printed, and beside others not") {
  using namespace samples;
  Sheet names;
  names.columns = {{"name", "placeholder", "Name", ColumnType::text, {}, 0, {}}};
  Sheet others;
  others.columns = {{"name", {}, "Name", ColumnType::text, {}, 0, {}}};
  Robot robot(make_workbook({make_document_of("d", {make_section("names", names), make_section("others", others)})}),
              {}, Language::en);
  robot.app.show_panel(SidePanel::guide);
  const auto is_told = [&](const char* section) {
    robot.session().go_to(section);
    robot.frame(2);
    robot.show_letters();
    return drawn_letters().find("isnotprinted") != std::string::npos;
  };
  CHECK(is_told("names"));
  CHECK_FALSE(is_told("others"));
}

TEST_CASE("a tick for a question that the guide has not is kept beside the others") {
  Workbook workbook = empty_canvas();
  workbook = paper::with_board(workbook, toggle_answered(paper::board_of(workbook), "customer_segments", 500));
  Robot robot(workbook);
  robot.click("guide/question/0");
  CHECK(block_of(robot, "customer_segments").answered == std::vector<int>{0, 500});
}

TEST_CASE("the order of filling leads from block to block, by its circles, buttons and keys") {
  Robot robot(empty_canvas());
  CHECK(robot.view().block == "customer_segments");
  robot.click("guide/block/channels");
  CHECK(robot.view().block == "channels");
  robot.click("command.next_block");
  CHECK(robot.view().block == "customer_relationships");
  robot.click("command.previous_block");
  robot.press(Key::page_up, alternate);
  CHECK(robot.view().block == "value_propositions");
  robot.press(Key::page_down, alternate);
  CHECK(robot.view().block == "channels");
}

TEST_CASE("the order of filling ends at its first and last block") {
  Robot robot(empty_canvas());
  const auto blocks = blocks_in_order(board_of(robot));
  REQUIRE(blocks.size() == 9);
  robot.press(Key::page_up, alternate);
  CHECK(robot.view().block == blocks.front()->id);
  for (int i = 0; i < 12; ++i) robot.press(Key::page_down, alternate);
  CHECK(robot.view().block == blocks.back()->id);
}

TEST_CASE("a block counts as filled when one of its notes has a text") {
  Board board = paper::board_of(empty_canvas());
  Note note = samples::make_note("n");
  note.text = "  ";
  board = add_note(board, "channels", note);
  CHECK_FALSE(is_filled(*find_block(board, "channels")));
  CHECK(is_filled(*find_block(set_text(board, "n", "Shop"), "channels")));
}

TEST_CASE("a type is given to the selected notes of the block, and taken back by the next click") {
  Robot robot(paper::example("en"));
  robot.click("note/ch_window");
  REQUIRE(robot.view().block == "channels");
  click_in_panel(robot, "guide/type/partner");
  CHECK(find_note(board_of(robot), "ch_window")->types == std::vector<std::string>{"in_person", "partner"});
  click_in_panel(robot, "guide/type/partner");
  CHECK(find_note(board_of(robot), "ch_window")->types == std::vector<std::string>{"in_person"});
}

TEST_CASE("a type without a selected note becomes a new note of that type, ready to be written") {
  Robot robot(empty_canvas());
  robot.click("guide/block/value_propositions");
  click_in_panel(robot, "guide/type/newness");
  robot.type("First in town");
  const Block& block = block_of(robot, "value_propositions");
  REQUIRE(block.notes.size() == 1);
  CHECK(block.notes[0].text == "First in town");
  CHECK(block.notes[0].types == std::vector<std::string>{"newness"});
  CHECK(type_titles(IdIndex(block.types), block.notes[0]) == std::vector<std::string>{"Newness"});
  CHECK(std::ranges::count(robot.session().findings(), "dangling_link", &Finding::rule) == 0);
}

TEST_CASE("running text has the guide of its role, whose examples are inserted as a list") {
  Robot robot(empty_canvas());
  robot.session().show_section(0, 1);
  robot.frame(3);
  click_in_panel(robot, "guide/example/0");
  robot.press(Key::escape);
  click_in_panel(robot, "guide/example/1");
  robot.press(Key::escape);
  const Guide& guide = find_template(Language::en, "business_model_canvas")->guides.find("assumptions")->second;
  CHECK(robot.session().prose()->text == "- " + guide.examples[0] + "\n- " + guide.examples[1]);
  robot.press(Key::z, control);
  CHECK(robot.session().prose()->text == "- " + guide.examples[0]);
}

TEST_CASE("a value proposition canvas and an own template have their guides too") {
  {
    Robot robot(paper::from_template("value_proposition_canvas", Language::en));
    CHECK(is_shown(robot, "guide/question/0"));
  }
  const samples::TemporaryFolder folder;
  const Document own = *empty_canvas().documents[0];
  REQUIRE(save_own_template(folder.file("templates"), own, "Our canvas", ""));
  const OwnTemplates all = load_own_templates(folder.file("templates"));
  REQUIRE(all.templates.size() == 1);
  IdSource ids(3);
  Workbook workbook;
  workbook.language = Language::en;
  AppWorld world = Robot::world_of(Language::en);
  world.folders.data = folder.path().string();
  Robot robot(world);
  robot.app.open(add_document(workbook, make_document(all.templates[0], ids)), {});
  robot.frame(3);
  CHECK(is_shown(robot, "guide/question/0"));
}

TEST_CASE("a finding is dismissed with a reason, listed at the end, and restored; each is a step") {
  Robot robot(paper::example("en"));
  const Workbook before = robot.workbook();
  const size_t open = open_findings(robot);
  robot.click("panel.review");
  const std::string key = "finding/channel_without_segment:ch_delivery_app";
  click_in_panel(robot, key + "/dismiss");
  robot.frame(3);
  robot.press(Key::enter);  // without a reason nothing happens
  REQUIRE(robot.app.has_dialog());
  robot.type("Only an idea so far");
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE_FALSE(robot.app.has_dialog());
  CHECK(open_findings(robot) == open - 1);
  REQUIRE(robot.workbook().dismissed.size() == before.dismissed.size() + 1);
  CHECK(robot.workbook().dismissed.back().reason == "Only an idea so far");
  CHECK_FALSE(robot.shows(key));
  click_in_panel(robot, "review.dismissed");
  click_in_panel(robot, key + "/restore");
  CHECK(robot.workbook() == before);
  robot.press(Key::z, control);
  CHECK(robot.workbook().dismissed.size() == before.dismissed.size() + 1);
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("the dialog of a dismissal is left by Escape, and typing in it does not touch the board") {
  Robot robot(paper::example("en"));
  const Workbook before = robot.workbook();
  robot.click("panel.review");
  click_in_panel(robot, "finding/channel_without_segment:ch_delivery_app/dismiss");
  robot.frame(3);
  robot.type("No");
  robot.press(Key::backspace);
  robot.press(Key::delete_);
  robot.press(Key::escape);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.workbook() == before);
}

TEST_CASE("repeated clicks on a finding go through its items") {
  Board board = samples::sound_board();
  for (int i = 0; i < 7; ++i) {
    board = add_note(board, "customer_segments", samples::make_note("more" + std::to_string(i)));
  }
  Robot robot(samples::workbook_of(board), {}, Language::en);
  robot.click("panel.review");
  const std::string key = "finding/too_many_segments:canvas";
  click_in_panel(robot, key);
  CHECK(robot.view().selected.empty());  // the board
  click_in_panel(robot, key);
  CHECK(robot.view().selected == ItemIds{"seg"});
  click_in_panel(robot, key);
  CHECK(robot.view().selected == ItemIds{"more0"});
}

TEST_CASE("the review lists the findings of all documents, those of the shown one first") {
  Workbook workbook = paper::example("en");
  workbook = set_page_budget(workbook, "offices", 1);
  Robot robot(workbook, {}, Language::en);
  robot.click("panel.review");
  const auto top_of = [&](const char* key) {
    const PartRegister::Part* part = robot.app.parts.find(key);
    REQUIRE(part != nullptr);
    return part->from.y;
  };
  CHECK(top_of("finding/channel_without_segment:ch_delivery_app") < top_of("finding/over_page_budget:offices"));
  click_in_panel(robot, "finding/over_page_budget:offices");
  robot.frame(2);
  CHECK(robot.session().document()->id == "offices");
  CHECK(top_of("finding/channel_without_segment:ch_delivery_app") > top_of("finding/over_page_budget:offices"));
}

TEST_CASE("only the first findings of many are drawn, more on request") {
  Board board = samples::sound_board();
  for (int i = 0; i < 100; ++i) {
    board = add_note(board, "channels", samples::make_note("loose" + std::to_string(i)));
  }
  Robot robot(samples::workbook_of(board), {}, Language::en);
  robot.click("panel.review");
  click_in_panel(robot, "findings/model/channel_without_segment");
  const auto drawn = [&] {
    return std::ranges::count_if(robot.app.parts.parts(), [](const PartRegister::Part& part) {
      return part.key.starts_with("finding/") && !part.key.ends_with("/dismiss");
    });
  };
  const auto first = drawn();
  CHECK(first < 60);
  click_in_panel(robot, "review.more");
  CHECK(drawn() > first);
}

TEST_CASE("the preview follows the note that is worked at, and a click on it goes to the note") {
  Robot robot(paper::example("en"));
  robot.click("panel.preview");
  robot.click("note/part_roaster");
  const auto& state = robot.app.state<PanelState>();
  REQUIRE_FALSE(state.item_marks.empty());
  CHECK(state.item_marks.front().page == 0);
  const auto before = state.item_marks.front();
  robot.click("note/ch_window");
  REQUIRE_FALSE(state.item_marks.empty());
  CHECK((state.item_marks.front().x != before.x));

  const PartRegister::Part* page = robot.app.parts.find("preview/page/1");
  REQUIRE(page != nullptr);
  const float scale = (page->to.x - page->from.x) / robot.session().pages().pages[0].width;
  robot.app.input.move(page->from.x + (before.x + before.width / 2) * scale,
                       page->from.y + (before.y + before.height / 2) * scale);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.app.input.button(0, false);
  robot.frame(2);
  CHECK(robot.view().selected == ItemIds{"part_roaster"});
}

TEST_CASE("the preview brings the page of what is shown into view, and only pages in view are painted") {
  Robot robot(paper::example("en"));
  robot.click("panel.preview");
  CHECK(is_shown(robot, "preview/page/1"));
  CHECK_FALSE(robot.shows("preview/page/4"));
  robot.session().show_section(0, 1);
  robot.frame(4);
  CHECK(is_shown(robot, "preview/page/4"));
  robot.click("preview/zoom");
  robot.frame(3);
  CHECK(is_shown(robot, "preview/page/4"));
}

TEST_CASE(
    "pages asked for larger take a wider panel: no line is cut, the place stays, and the other tabs keep theirs") {
  Section text = samples::make_section("text", Prose{"One paragraph of text."});
  Section more = samples::make_section("more", Prose{"# Another\n\nThe text that is looked at."});
  Robot robot(samples::make_workbook({samples::make_document_of("a", {text, more})}), {}, Language::en, 1, {1280, 720});
  robot.session().show_section(0, 1);
  robot.frame(3);
  const auto edge = [&] { return robot.app.parts.find("panel.side/border")->from.x; };
  const auto page = [&] {
    const PartRegister::Part* part = robot.app.parts.find("preview/page/1");
    REQUIRE(part != nullptr);
    return *part;
  };
  const float before = edge();
  robot.click("panel.preview");
  robot.frame(3);
  const float narrow = page().to.x - page().from.x;
  robot.click("preview/zoom");
  robot.frame(4);
  CHECK(edge() < before - 100);
  CHECK(page().to.x - page().from.x > narrow + 100);
  CHECK(page().from.x == page().corner.x);  // its left end is seen, and so is the right one
  CHECK(page().to.x < ImGui::GetIO().DisplaySize.x);
  robot.click("panel.guide");
  robot.frame(3);
  CHECK(edge() == before);
  robot.click("panel.preview");
  robot.frame(3);
  CHECK(edge() < before - 100);
  robot.click("preview/zoom");
  robot.frame(3);
  CHECK(edge() == before);
}

TEST_CASE("a canvas asked for larger is seen from edge to edge, and the board keeps half of the room") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}}) {
    Robot robot(paper::example("en"), {}, Language::en, 1, size);
    const auto place = [&](const char* key) {
      const PartRegister::Part* part = robot.app.parts.find(key);
      REQUIRE(part != nullptr);
      return *part;
    };
    robot.click("panel.preview");
    robot.frame(3);
    const PartRegister::Part narrow = place("preview/page/1");
    robot.click("preview/zoom");
    robot.frame(4);
    const PartRegister::Part page = place("preview/page/1");
    CHECK(page.to.x - page.from.x > narrow.to.x - narrow.from.x + 100);
    CHECK(page.from.x == page.corner.x);
    CHECK(page.to.x < size.x);
    const float left = place("panel.navigator/border").to.x;
    const float right = place("panel.side/border").from.x;
    CHECK(page.from.x > right);
    CHECK(right - left > (size.x - left) * 0.48F);
  }
}

TEST_CASE("the panel with the pages is drawn to a width by its border, and the pages follow") {
  Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
  robot.click("panel.preview");
  robot.frame(3);
  const auto width = [&] {
    const PartRegister::Part* part = robot.app.parts.find("preview/page/1");
    REQUIRE(part != nullptr);
    return part->to.x - part->from.x;
  };
  const float before = width();
  const PartRegister::Part* border = robot.app.parts.find("panel.side/border");
  REQUIRE(border != nullptr);
  const ImVec2 at{border->to.x - 1, (border->from.y + border->to.y) / 2};  // over the panel itself
  robot.app.input.move(at.x, at.y);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.frame();
  for (int i = 1; i <= 4; ++i) {
    robot.app.input.move(at.x - 25.0F * static_cast<float>(i), at.y);
    robot.frame();
  }
  robot.app.input.button(0, false);
  robot.frame(3);
  CHECK(width() > before + 60);
}

TEST_CASE("the status line tells what is of the document before what is of the workbook") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(paper::example("en"), {}, language);
    robot.frame(3);
    const auto left = [&](const char* key) {
      const PartRegister::Part* part = robot.app.parts.find(key);
      REQUIRE_MESSAGE(part != nullptr, key);
      return part->from.x;
    };
    CHECK(left("status/pages") < left("status/in_workbook"));
    CHECK(left("status/in_workbook") < left("status/findings"));
    robot.session().show_register(RegisterKind::touchpoints);
    robot.frame(3);
    CHECK_FALSE(robot.shows("status/pages"));
    CHECK(left("status/in_workbook") < left("status/findings"));
  }
}

TEST_CASE("a block that does not fit its page is marked in the preview, and the sign leads to it") {
  Robot robot(paper::with_notes(empty_canvas(), 300, "A note that says quite a lot about the business"), {},
              Language::en);
  REQUIRE_FALSE(robot.session().pages().overfull.empty());
  robot.click("panel.preview");
  const std::string item = robot.session().pages().overfull.back().item;
  robot.click("preview/overfull/" + item);
  CHECK(item.ends_with("/" + robot.view().block));
}

TEST_CASE("panels fold away by key and by button, the board takes their room, and the next start knows") {
  const samples::TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.folders.config = folder.path().string();
  {
    Robot robot(world);
    robot.app.open(empty_canvas(), {});
    robot.frame(3);
    const float narrow = width_of_block(robot);
    robot.press(Key::digit_5, control);
    robot.frame(2);
    CHECK_FALSE(robot.shows("guide/question/0"));
    const float wider = width_of_block(robot);
    CHECK(wider > narrow);
    robot.click("panel.navigator/fold");
    robot.frame(2);
    CHECK(width_of_block(robot) > wider);
  }
  Robot robot(world);
  robot.app.open(empty_canvas(), {});
  robot.frame(3);
  CHECK_FALSE(robot.shows("guide/question/0"));
  robot.click("panel.review");  // a sign on the folded panel unfolds it
  robot.frame(2);
  CHECK(robot.app.settings.panels.side.shown);
  CHECK(robot.app.settings.panels.tab == SidePanel::review);
  robot.click("panel.navigator/unfold");
  CHECK(robot.app.settings.panels.navigator.shown);
}

TEST_CASE("the folded navigator still leads to the sections") {
  Robot robot(paper::example("en"));
  robot.press(Key::digit_4, control);
  robot.frame(2);
  robot.click("section/offices_canvas");
  CHECK(robot.session().document()->id == "offices");
}

TEST_CASE("the width of a panel follows its border and is kept") {
  const samples::TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.folders.config = folder.path().string();
  Robot robot(world);
  robot.app.open(empty_canvas(), {});
  robot.frame(3);
  const ImVec2 border = robot.centre_of("panel.side/border");
  robot.app.input.move(border.x, border.y);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.frame();
  for (int i = 1; i <= 4; ++i) {
    robot.app.input.move(border.x - 25.0F * static_cast<float>(i), border.y);
    robot.frame();
  }
  robot.app.input.button(0, false);
  robot.frame(3);
  const int width = robot.app.settings.panels.side.width;
  CHECK(width > 420);
  CHECK(width < 460);
  const LoadedSettings kept = load_settings(folder.file("settings.json"));
  CHECK(kept.settings.panels.side.width == width);
}

TEST_CASE("the status line opens the review, and the page limit is set and taken away there") {
  Robot robot(paper::canvases("en"));
  robot.click("status/findings");
  CHECK(robot.app.settings.panels.tab == SidePanel::review);
  robot.click("status/pages");
  robot.frame(3);
  robot.click("budget.fewer");
  robot.click("budget.set");
  CHECK(robot.session().document()->page_budget == 3);
  CHECK(std::ranges::count(robot.session().findings(), page_budget_rule, &Finding::rule) == 1);
  robot.press(Key::z, control);
  CHECK(robot.session().document()->page_budget == 0);
  robot.press(Key::y, control);
  robot.click("status/pages");
  robot.frame(3);
  robot.click("budget.none");
  CHECK(robot.session().document()->page_budget == 0);
}

TEST_CASE("the status line tells the page limit in words that nobody takes for the number of a page") {
  for (const Language language : {Language::ru, Language::en}) {
    const Workbook canvases = paper::canvases(language == Language::ru ? "ru" : "en");
    Robot robot(set_page_budget(canvases, canvases.documents[0]->id, 9), {}, language);
    robot.frame(2);
    robot.show_letters();
    CHECK(drawn_letters().find(language == Language::ru ? ",предел9" : ",limit9") != std::string::npos);
  }
}

TEST_CASE("the words of the status line are in the language that a click on it chooses") {
  Robot robot(empty_canvas(), {}, Language::en);
  robot.click("status/language");
  CHECK(robot.app.language() == Language::ru);
}

TEST_CASE("every label of the panels fits, in both languages, at every scale, folded or not") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      Robot robot(paper::example(language == Language::ru ? "ru" : "en"), {}, language, scale, {1280, 720});
      const auto check = [&] {
        robot.frame(3);
        for (const PartRegister::Part& part : robot.app.parts.parts()) {
          CAPTURE(part.key);
          const bool may_be_cut = part.key.starts_with("section/") || part.key.starts_with("block/");
          CHECK((part.fits || may_be_cut));
        }
      };
      for (const char* panel : {"panel.guide", "panel.review", "panel.preview"}) {
        robot.click(panel);
        check();
      }
      robot.app.change_settings([](Settings& settings) {
        settings.panels.side.width = 0;
        settings.panels.navigator.width = 0;
      });
      check();
      robot.app.change_settings([](Settings& settings) {
        settings.panels.side.shown = false;
        settings.panels.navigator.shown = false;
      });
      check();
    }
  }
}

}  // namespace canvasbook::panels_test
