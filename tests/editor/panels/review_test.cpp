// The review in the window: quiet at first, many of one kind in one line, mended by a click or a key.
#include <doctest/doctest.h>

#include <algorithm>

#include "editor/board/state.h"
#include "editor/panels/findings.h"
#include "editor/panels/state.h"
#include "model/module_uses.h"
#include "model/review/groups.h"
#include "templates/library.h"
#include "tests/book.h"
#include "tests/drawn_text.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::review_panel_test {

using namespace robot;

namespace {

constexpr Language both_languages[] = {Language::ru, Language::en};

Board with_channels(int count) {
  Board board = samples::sound_board();
  for (int i = 0; i < count; ++i) {
    board = add_note(board, "channels", samples::make_note("loose" + std::to_string(i)));
  }
  return board;
}

const Note& note_of(Robot& robot, std::string_view id) {
  const Board* board = robot.session().board();
  REQUIRE(board != nullptr);
  const Note* note = find_note(*board, id);
  REQUIRE(note != nullptr);
  return *note;
}

// A book whose first objection is answered in other words by now, while dialogues have the old ones.
Workbook with_changed_answer() {
  const Workbook before = samples::book_with_said_answers();
  const Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& responses) {
    for (Response& response : responses.responses) {
      for (Answer& answer : response.answers) answer.text += " And more.";
    }
  });
  return keep_said_words(before, after, "objections");
}

}  // namespace

TEST_CASE("every template opens without a finding, in both languages, and one note brings none") {
  for (const Language language : both_languages) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      Robot robot(paper::from_template(source.id.c_str(), language), {}, language);
      robot.click("panel.review");
      CHECK(count_open(robot.session().findings()) == 0);
      CHECK(count_hints(robot.session().findings()) == 0);
      if (robot.session().board() == nullptr) continue;
      robot.session().add_note(robot.session().board()->blocks.front().id, "Somebody");
      robot.press(Key::escape);
      robot.frame(2);
      CHECK(count_open(robot.session().findings()) == 0);
    }
  }
}

TEST_CASE("the head of a document's findings numbers all that is listed: findings, and places to fill in") {
  const Workbook workbook = samples::make_workbook(
      {samples::make_document_of("a", {samples::make_section("t", Prose{"Call within [3] days."})})});
  for (const Language language : both_languages) {
    Robot robot(workbook, {}, language);
    robot.click("panel.review");
    robot.frame(2);
    const std::vector<ListedFindings>& listed = robot.app.state<PanelState>().listed;
    REQUIRE(listed.size() == 1);
    CHECK(listed.front().count == 0);
    CHECK(listed.front().places == 1);
    robot.show_letters();
    CHECK(drawn_letters().find(language == Language::ru ? "незаполнено1" : "1tofillin") != std::string::npos);
  }
}

TEST_CASE("what is empty is one line of progress, whose list leads to each block") {
  Robot robot(paper::from_template("business_model_canvas", Language::en), {}, Language::en);
  robot.click("panel.review");
  const std::string document = robot.session().document()->id;
  const std::string section = robot.session().section()->id;
  robot.click("review.progress/" + document);
  CHECK(robot.names_below("review/empty/" + section + "/").size() == 9);
  robot.click("review/empty/" + section + "/channels");
  CHECK(robot.view().block == "channels");
  robot.session().add_note("channels", "Website");
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.shows("review/empty/" + section + "/channels"));
}

TEST_CASE("a canvas that is hardly begun is not approved: it is told how much of it is filled") {
  for (const Language language : both_languages) {
    const auto says = [&](const Workbook& workbook, const char* russian, const char* english) {
      Robot robot(workbook, {}, language);
      robot.click("panel.review");
      robot.frame(2);
      robot.show_letters();
      REQUIRE(count_open(robot.session().findings()) == 0);
      return drawn_letters().find(language == Language::ru ? russian : english) != std::string::npos;
    };
    const Workbook begun = paper::from_template("value_proposition_canvas", language);
    CHECK(says(begun, "Показамечанийнет.", "nothingtosaysofar."));
    CHECK_FALSE(says(begun, "Замечанийнет.", "nothingtosay."));
    const Workbook sound = samples::sound_workbook();
    CHECK(says(sound, "Замечанийнет.", "nothingtosay."));
    CHECK_FALSE(says(sound, "Показамечанийнет.", "nothingtosaysofar."));
  }
}

TEST_CASE("many findings of one kind are one line, which unfolds a list of places") {
  Robot robot(samples::workbook_of(with_channels(5)), {}, Language::en);
  robot.click("panel.review");
  CHECK_FALSE(robot.shows("finding/channel_without_segment:loose3"));
  robot.click("findings/model/channel_without_segment");
  robot.click("finding/channel_without_segment:loose3");
  CHECK(robot.view().selected == ItemIds{"loose3"});
  CHECK(robot.view().block == "channels");
}

TEST_CASE("a click mends one of many, another all that are left; each is one step, named") {
  Robot robot(samples::workbook_of(with_channels(3)), {}, Language::en);
  robot.click("panel.review");
  robot.click("findings/model/channel_without_segment");
  robot.click("finding/channel_without_segment:loose1");
  robot.click("finding/channel_without_segment:loose1/mend");
  CHECK(note_of(robot, "loose1").segments == std::vector<std::string>{"seg"});
  CHECK(note_of(robot, "loose0").segments.empty());
  CHECK(std::string(robot.session().history().next_undo()->name_key) == "step.segment");
  const Catalog& words = robot.app.catalog();
  CHECK(robot.app.message().find(quoted_text(note_of(robot, "loose1"), words)) != std::string::npos);
  const size_t depth = robot.session().history().depth();
  robot.frame(2);
  robot.click("findings/model/channel_without_segment/mend");
  CHECK(note_of(robot, "loose0").segments == std::vector<std::string>{"seg"});
  CHECK(note_of(robot, "loose2").segments == std::vector<std::string>{"seg"});
  CHECK(robot.session().history().depth() == depth + 1);
  robot.press(Key::z, control);
  CHECK(note_of(robot, "loose0").segments.empty());
}

TEST_CASE("a step back that leads to another note leaves no finding marked that the board does not show") {
  Robot robot(samples::workbook_of(with_channels(3)), {}, Language::en);
  robot.session().select("loose2", false);
  robot.session().set_colour_of_selected(Colour::red);
  robot.click("panel.review");
  robot.click("findings/model/channel_without_segment");
  robot.click("finding/channel_without_segment:loose1");
  REQUIRE(current_finding(robot.app) != nullptr);
  robot.press(Key::z, control);
  CHECK(robot.view().selected == ItemIds{"loose2"});
  CHECK(current_finding(robot.app) == nullptr);
}

TEST_CASE("a segment without a channel leads to the block of channels first, then to the segment") {
  Board board = add_note(samples::sound_board(), "customer_segments", samples::make_note("seg2"));
  for (const char* id : {"value", "relationship", "revenue"}) {
    for (Block& block : board.blocks) {
      for (Note& note : block.notes) {
        if (note.id == id) note.segments.push_back("seg2");
      }
    }
  }
  Robot robot(samples::workbook_of(board), {}, Language::en);
  robot.click("panel.review");
  robot.click("finding/segment_without_channel:seg2");
  CHECK(robot.view().block == "channels");
  CHECK(robot.view().selected.empty());
  robot.click("finding/segment_without_channel:seg2");
  CHECK(robot.view().selected == ItemIds{"seg2"});
}

TEST_CASE("what is offered to nobody is offered by a click on the letter of a segment, or by the key and the letter") {
  const Board board = add_note(with_channels(2), "customer_segments", samples::make_note("seg2"));
  Robot robot(samples::workbook_of(board), {}, Language::en, 1, {1440, 1600});
  robot.click("panel.review");
  robot.click("findings/model/channel_without_segment");
  robot.click("finding/channel_without_segment:loose0");
  robot.frame(2);
  robot.click("finding/channel_without_segment:loose0/mend/seg2");
  CHECK(note_of(robot, "loose0").segments == std::vector<std::string>{"seg2"});
  robot.frame(2);
  const std::vector<Finding> left = review(robot.workbook());
  go_to_finding(robot.app, *std::ranges::find(left, "channel_without_segment", &Finding::rule));
  robot.frame(2);
  robot.press(Key::f8, control);
  robot.frame(3);
  robot.type("b");
  CHECK(note_of(robot, "loose1").segments == std::vector<std::string>{"seg2"});
}

TEST_CASE("a cost without a cause leads to what it is due to, by a click and by the key") {
  const Board board = add_note(samples::sound_board(), "cost_structure", samples::make_note("tax"));
  Robot robot(samples::workbook_of(board), {}, Language::en);
  robot.click("panel.review");
  robot.click("finding/cost_without_driver:tax/mend");
  robot.frame(2);
  CHECK(robot.view().selected == ItemIds{"tax"});
  CHECK(robot.app.has_dialog());
  robot.press(Key::escape);
  robot.frame(2);
  REQUIRE_FALSE(robot.app.has_dialog());
  robot.press(Key::f8, control);
  robot.frame(2);
  CHECK(robot.app.has_dialog());
}

TEST_CASE("keys go from finding to finding, mend and dismiss it") {
  Robot robot(samples::workbook_of(with_channels(2)), {}, Language::en);
  robot.press(Key::f8, control);
  CHECK(robot.app.message() == robot.app.catalog().text("review.nothing_to_mend"));
  robot.press(Key::f8);
  robot.frame(2);
  CHECK(robot.app.settings.panels.tab == SidePanel::review);
  CHECK(robot.view().selected == ItemIds{"loose0"});
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose1"});
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose0"});
  CHECK(robot.app.message().starts_with(robot.app.catalog().text("find.from_beginning")));
  robot.press(Key::f8, shift);
  CHECK(robot.view().selected == ItemIds{"loose1"});
  CHECK(robot.app.message().starts_with(robot.app.catalog().text("find.from_end")));
  robot.press(Key::f8, control);
  CHECK(note_of(robot, "loose1").segments == std::vector<std::string>{"seg"});
  robot.frame(2);
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose0"});
  robot.run("command.dismiss_finding");
  robot.frame(2);
  CHECK(robot.app.has_dialog());
}

TEST_CASE("from another place the keys go on with what is found there") {
  const auto sheet = [] {
    Sheet rows;
    rows.columns.push_back({"due", {}, "Due", ColumnType::date, {}, 0, {}, 0});
    rows.rows = {{"row", {{"due", "tomorrow"}}, {}}};
    return rows;
  };
  Robot robot(
      samples::make_workbook({samples::make_document_of("model", {samples::make_section("canvas", with_channels(4))}),
                              samples::make_document_of("plan", {samples::make_section("table", sheet())})}),
      {}, Language::en);
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose0"});
  robot.session().go_to("loose2");  // a note that has one
  robot.frame(2);
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose2"});
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose3"});
  robot.session().go_to("seg");  // one that has none: on from the last one
  robot.frame(2);
  robot.press(Key::f8, shift);
  CHECK(robot.view().selected == ItemIds{"loose2"});
  robot.session().go_to("table");  // another document
  robot.frame(2);
  robot.press(Key::f8);
  CHECK(robot.session().section()->id == "table");
  CHECK(robot.session().cursor() == "row");
}

TEST_CASE("a finding that a key leads to is seen in the list, however many stand before it") {
  Robot robot(samples::workbook_of(with_channels(45)), {}, Language::en);
  for (int i = 0; i < 40; ++i) robot.press(Key::f8);
  robot.frame(3);
  CHECK(robot.view().selected == ItemIds{"loose39"});
  CHECK(robot.shows("finding/channel_without_segment:loose39/mend"));
}

TEST_CASE("behind one that was clicked and mended the keys go on with the one that stands there now") {
  Robot robot(samples::workbook_of(with_channels(5)), {}, Language::en);
  robot.press(Key::f8);
  robot.frame(2);
  robot.click("finding/channel_without_segment:loose3");
  robot.frame(2);
  robot.press(Key::f8, control);
  robot.frame(2);
  robot.press(Key::f8);
  CHECK(robot.view().selected == ItemIds{"loose4"});
}

TEST_CASE("a place to fill in is shown selected in its text; in what is said it is a hint") {
  Responses said;
  said.responses = {samples::make_response("r", "Dear", {"It costs [amount]", "At [time]"})};
  Robot robot(samples::make_workbook({samples::make_document_of(
                  "d", {samples::make_section("said", said), samples::make_section("p", Prose{"Ring at [time]."})})}),
              {}, Language::en);
  robot.click("panel.review");
  CHECK(count_open(robot.session().findings()) == 0);
  CHECK(robot.session().blank_count() == 1);
  robot.click("finding/left_blank:p/text");
  robot.frame(2);
  CHECK(robot.session().section()->id == "p");
  CHECK(robot.session().field.selected_text() == "[time]");
  CHECK_FALSE(robot.shows("findings/d/left_blank_in_script"));
  robot.click("review.hints/d");
  CHECK(robot.shows("findings/d/left_blank_in_script"));
}

TEST_CASE("lines that differ from their answers are updated by one click as one step") {
  Robot robot(with_changed_answer(), {}, Language::en);
  const auto differing = [&] {
    return std::ranges::count(robot.session().findings(), "differs_from_answer", &Finding::rule);
  };
  REQUIRE(differing() > 1);
  robot.click("panel.review");
  const std::string document = robot.workbook().documents.front()->id;
  robot.click("findings/" + document + "/differs_from_answer");
  const size_t depth = robot.session().history().depth();
  robot.click("findings/" + document + "/differs_from_answer/mend");
  robot.frame(2);
  CHECK(differing() == 0);
  CHECK(robot.session().history().depth() == depth + 1);
}

namespace {

// Whether anything of a colour is drawn in a part.
bool shows_colour(Robot& robot, std::string_view key, ImU32 colour) {
  const PartRegister::Part* part = robot.app.parts.find(key);
  REQUIRE(part != nullptr);
  const ImDrawData* drawn = ImGui::GetDrawData();
  for (int i = 0; i < drawn->CmdListsCount; ++i) {
    for (const ImDrawVert& vertex : drawn->CmdLists[i]->VtxBuffer) {
      if (vertex.col == colour && contains(part->from, part->to, vertex.pos)) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the number of findings is quiet while something is merely lacking, and loud once something is broken") {
  for (const bool is_broken : {false, true}) {
    for (const bool is_folded : {false, true}) {
      Board board = with_channels(3);
      if (is_broken) {
        Note note = *find_note(board, "loose0");
        note.segments = {"gone"};
        board = set_note(board, note);
      }
      Robot robot(samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", board)})}));
      robot.app.settings.panels.side.shown = !is_folded;
      robot.frame(3);
      REQUIRE(robot.session().open_findings() > 0);
      const ImU32 loud = robot.app.theme.colours.warning;
      CHECK(shows_colour(robot, "status/findings", loud) == is_broken);
      if (!is_folded) CHECK(shows_colour(robot, "panel.review", loud) == is_broken);
    }
  }
}

TEST_CASE("gaps of any document are counted beside the findings, as the review lists them") {
  const Document gap = samples::make_document_of("gap", {samples::make_section("text", Prose{"Call on [day]."})});
  const Document whole = samples::make_document_of("whole", {samples::make_section("other", Prose{"All is said."})});
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(samples::make_workbook({gap, whole}), {}, language);
    robot.session().go_to("other");
    robot.frame(3);
    CHECK(robot.session().blank_count() == 0);
    CHECK(robot.session().open_blanks() == 1);
  }
}

}  // namespace canvasbook::review_panel_test
