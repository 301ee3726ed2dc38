// The handles of items and rows: chosen with Ctrl and Shift, dragged one or several, let go of where they do not
// belong.
#include <doctest/doctest.h>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::controls_test {

using namespace robot;

namespace {

void click_with(Robot& robot, const std::string& key, Modifiers modifiers) {
  robot.app.input.key(modifiers.control ? Key::control : Key::shift, true, modifiers);
  robot.frame();
  robot.click(key);
  robot.app.input.key(modifiers.control ? Key::control : Key::shift, false, {});
  robot.frame();
}

// Takes a handle and moves it over a point, without letting go.
void begin_drag(Robot& robot, const std::string& key, ImVec2 to) {
  const ImVec2 from = robot.centre_of(key);
  robot.app.input.move(from.x, from.y);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.frame();
  for (int i = 1; i <= 6; ++i) {
    const float part = static_cast<float>(i) / 6;
    robot.app.input.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    robot.frame();
  }
}

void let_go(Robot& robot) {
  robot.app.input.button(0, false);
  robot.frame(3);
}

std::string handle_of(const std::string& item) { return "item/" + item + "/handle"; }

// Four items a, b, c, d of one sort, for every kind.
struct Kind {
  const char* name;
  Content content;
  std::string field;  // that the middle of an item is in
};

std::vector<Kind> all_kinds() {
  Responses responses;
  Replacements replacements;
  Dialogue dialogue;
  Checklist checklist;
  Sheet sheet;
  dialogue.speakers = {{"us", "Manager", false, {}}, {"them", "Client", true, {}}};
  checklist.groups = {{"g", "Group", {}, {}}};
  SheetColumn column;
  column.id = "what";
  column.title = "What";
  sheet.columns = {column};
  for (const char* id : {"a", "b", "c", "d"}) {
    const std::string text = std::string("Text of ") + id;
    responses.responses.push_back({id, text, {{std::string(id) + "_answer", text, {}}}, {}});
    replacements.replacements.push_back({id, text, text, text, {}});
    dialogue.lines.push_back({id, "us", text, {}, {}});
    CheckItem item;
    item.id = id;
    item.text = text;
    checklist.groups[0].items.push_back(item);
    sheet.rows.push_back({id, {{"what", text}}, {}});
  }
  return {{"responses", responses, "cue"},
          {"replacements", replacements, "phrase"},
          {"dialogue", dialogue, "text"},
          {"checklist", checklist, "text"},
          {"sheet", sheet, "what"}};
}

Workbook workbook_of(const Content& content) {
  return samples::make_workbook({samples::make_document_of("doc", {samples::make_section("sec", content)})});
}

// The order of the four, "abcd".
std::string order(Robot& robot) {
  std::string all;
  for (const std::string& id : items_in_order(robot.session().section()->content)) {
    if (id.size() == 1 && id != "g") all += id;
  }
  return all;
}

bool is_undone_to(Robot& robot, const Workbook& before) {
  while (robot.session().can_undo()) robot.press(Key::z, control);
  return robot.workbook() == before;
}

}  // namespace

TEST_CASE("Ctrl and a click on a handle adds its item to the chosen ones or takes it out, and changes nothing else") {
  for (const Kind& kind : all_kinds()) {
    CAPTURE(kind.name);
    Robot robot(workbook_of(kind.content), {}, Language::en);
    const Workbook before = robot.workbook();
    click_with(robot, handle_of("b"), control);
    click_with(robot, handle_of("d"), control);
    CHECK(robot.view().selected == ItemIds{"b", "d"});
    CHECK_FALSE(robot.shows("items/command.remove"));  // no menu came up, as it does without Ctrl
    click_with(robot, handle_of("b"), control);
    CHECK(robot.view().selected == ItemIds{"d"});
    CHECK(robot.workbook() == before);
    robot.click(handle_of("d"));
    robot.frame(2);
    CHECK(robot.shows("items/command.remove"));
  }
}

TEST_CASE("Shift and a click on a handle chooses all from the last one chosen to it, in both directions") {
  for (const Kind& kind : all_kinds()) {
    CAPTURE(kind.name);
    Robot robot(workbook_of(kind.content), {}, Language::en);
    const bool has_answers = std::holds_alternative<Responses>(kind.content);
    click_with(robot, handle_of("c"), control);
    click_with(robot, handle_of("d"), shift);
    CHECK(robot.view().selected == (has_answers ? ItemIds{"c", "c_answer", "d"} : ItemIds{"c", "d"}));
    click_with(robot, handle_of("b"), shift);
    CHECK(robot.view().selected == (has_answers ? ItemIds{"b", "b_answer", "c"} : ItemIds{"b", "c"}));
    robot.press(Key::delete_);
    CHECK(order(robot) == "ad");
  }
}

TEST_CASE("one item is dragged before and behind another, as one step") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Kind& kind : all_kinds()) {
      CAPTURE(kind.name);
      Robot robot(workbook_of(kind.content), {}, language);
      const Workbook before = robot.workbook();
      robot.drag(handle_of("d"), handle_of("a"));
      CHECK(order(robot) == (order(robot)[0] == 'd' ? "dabc" : "adbc"));  // before or behind the middle of the first
      CHECK(order(robot) != "abcd");
      robot.press(Key::z, control);
      CHECK(robot.workbook() == before);
      CHECK_FALSE(robot.session().can_undo());
      const PartRegister::Part last = *robot.app.parts.find("item/d");
      begin_drag(robot, handle_of("b"), {(last.from.x + last.to.x) / 2, last.to.y - 3});
      let_go(robot);
      CHECK(order(robot) == "acdb");
      CHECK(is_undone_to(robot, before));
    }
  }
}

TEST_CASE("several chosen items go together, in their order, wherever they stood") {
  for (const Kind& kind : all_kinds()) {
    CAPTURE(kind.name);
    Robot robot(workbook_of(kind.content), {}, Language::en);
    const Workbook before = robot.workbook();
    click_with(robot, handle_of("d"), control);
    click_with(robot, handle_of("b"), control);
    const PartRegister::Part first = *robot.app.parts.find("item/a");
    begin_drag(robot, handle_of("b"), {(first.from.x + first.to.x) / 2, first.from.y + 3});
    let_go(robot);
    CHECK(order(robot) == "bdac");
    CHECK(robot.view().selected == ItemIds{"b", "d"});
    robot.press(Key::z, control);
    CHECK(robot.workbook() == before);
    // an item that is not among the chosen ones goes alone
    click_with(robot, handle_of("d"), control);
    begin_drag(robot, handle_of("c"), {(first.from.x + first.to.x) / 2, first.from.y + 3});
    let_go(robot);
    CHECK(order(robot) == "cabd");
    CHECK(is_undone_to(robot, before));
  }
}

TEST_CASE("an item that is let go of outside of its section, or after Escape, stays where it was") {
  for (const Kind& kind : all_kinds()) {
    CAPTURE(kind.name);
    Robot robot(workbook_of(kind.content), {}, Language::en);
    const Workbook before = robot.workbook();
    for (const char* outside : {"section/sec", "command.undo", "panel.guide"}) {
      CAPTURE(outside);
      begin_drag(robot, handle_of("c"), robot.centre_of(outside));
      let_go(robot);
      CHECK(robot.workbook() == before);
      CHECK(robot.session().section()->id == "sec");
    }
    const PartRegister::Part first = *robot.app.parts.find("item/a");
    begin_drag(robot, handle_of("c"), {(first.from.x + first.to.x) / 2, first.from.y + 3});
    robot.press(Key::escape);
    let_go(robot);
    CHECK(robot.workbook() == before);
    CHECK_FALSE(robot.shows("items/command.remove"));
    CHECK_FALSE(robot.session().can_undo());
    // and the next drag works as before
    begin_drag(robot, handle_of("c"), {(first.from.x + first.to.x) / 2, first.from.y + 3});
    let_go(robot);
    CHECK(order(robot) == "cabd");
  }
}

}  // namespace canvasbook::controls_test
