// The registers of segments and touchpoints in the window.
#include <algorithm>

#include "editor/frame/command_table.h"
#include "editor/frame/workplace.h"
#include "templates/library.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::register_test {

using namespace robot;

namespace {

constexpr Language languages[] = {Language::ru, Language::en};

// Many touchpoints, of which standards cover the first, `t0`, by `s0` and `s1`.
Workbook touchpoints(size_t count) {
  Sheet plan;
  plan.columns = {{"name", "touchpoint", "Touchpoint", ColumnType::text, {}, 0, {}}};
  for (size_t i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    plan.rows.push_back({"t" + number, {{"name", "Touchpoint " + number}}, {}});
  }
  Sheet rules;
  rules.columns = {{"what", "situation", "What", ColumnType::text, {}, 0, {}},
                   {"at", "covers", "Where", ColumnType::touchpoint, {}, 0, {}}};
  rules.rows = {{"s0", {{"what", "First"}, {"at", "t0"}}, {}},
                {"s1", {{"what", "Second"}, {"at", "t0"}}, {}},
                {"s2", {{"what", "Third"}}, {}}};
  Section standards = samples::make_section("rules", rules);
  standards.role = "standards";
  return samples::make_workbook({samples::make_document_of("a", {samples::make_section("plan", plan)}),
                                 samples::make_document_of("b", {standards})});
}

std::string code_of(Language language) { return std::string(language_code(language)); }

const std::vector<RegisterEntry>& entries_of(Robot& robot, RegisterKind kind) {
  return robot.session().entries(kind).entries;
}

const Sheet& sheet_of(Robot& robot, std::string_view section) {
  return std::get<Sheet>(find_section(robot.workbook(), section)->content);
}

}  // namespace

TEST_CASE("the navigator leads to the registers, and from them back to a section") {
  for (const Language language : languages) {
    Robot robot(paper::example(code_of(language)), {}, language);
    robot.click("registers/command.segments");
    CHECK(robot.view().shown_register == RegisterKind::segments);
    CHECK(robot.session().board() == nullptr);
    CHECK(robot.shows("entry/" + robot.session().segments().front().id));
    robot.click("section/model_canvas");
    CHECK_FALSE(robot.view().shown_register.has_value());
    CHECK(robot.session().board() != nullptr);
  }
}

TEST_CASE("the guide of the block that defines segments stands beside their register") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.app.show_panel(SidePanel::guide);
  robot.run("command.segments");
  robot.frame(3);
  CHECK(robot.shows("guide/example/0"));
  const size_t before = robot.session().segments().size();
  robot.move_to("guide/example/0");
  robot.click("guide/example/0");
  CHECK(robot.session().segments().size() == before + 1);
  robot.run("command.touchpoints");
  robot.frame(3);
  CHECK(robot.shows("guide/example/0"));
}

TEST_CASE("a segment is renamed in its register by the keyboard, and Ctrl+Z takes it back there") {
  for (const Language language : languages) {
    Robot robot(paper::example(code_of(language)), {}, language);
    const Workbook before = robot.workbook();
    robot.run("command.segments");
    robot.frame(2);
    robot.press(Key::down);
    robot.press(Key::enter);
    CHECK(robot.view().editing == Editing::entry);
    robot.press(Key::a, control);
    robot.type("Люди");
    robot.press(Key::enter);
    CHECK_FALSE(robot.session().is_writing());
    CHECK(robot.session().segments().front().name == "Люди");
    robot.press(Key::z, control);
    CHECK(robot.workbook() == before);
    CHECK(robot.view().shown_register == RegisterKind::segments);
    CHECK(robot.view().cursor == robot.session().segments().front().id);
  }
}

TEST_CASE("Enter leads from the name of a new placeholder to its value, and each is a step of its own") {
  Robot robot(paper::from_template("sales_book", Language::en), {}, Language::en);
  const Workbook before = robot.workbook();
  robot.run("command.placeholders");
  robot.frame(2);
  const size_t count = entries_of(robot, RegisterKind::placeholders).size();
  robot.press(Key::insert);
  robot.type("town");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.view().editing == Editing::entry_value);
  robot.type("Riga");
  robot.press(Key::enter);
  CHECK_FALSE(robot.session().is_writing());
  const auto& entries = entries_of(robot, RegisterKind::placeholders);
  REQUIRE(entries.size() == count + 1);
  CHECK(std::ranges::count_if(
            entries, [](const RegisterEntry& entry) { return entry.name == "town" && entry.value == "Riga"; }) == 1);
  CHECK(robot.view().shown_register == RegisterKind::placeholders);
  while (robot.session().can_undo()) robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("a click on a placeholder writes what it hits: its name, or beside it what it stands for") {
  Robot robot(paper::from_template("sales_book", Language::en), {}, Language::en);
  robot.run("command.placeholders");
  robot.frame(2);
  const std::string id = entries_of(robot, RegisterKind::placeholders).front().id;
  const auto click_at = [&](float x, float y) {
    const PartRegister::Part* line = robot.app.parts.find("entry/" + id);
    REQUIRE(line != nullptr);
    robot.app.input.move(line->from.x + x, line->from.y + y);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
    robot.frame(2);
  };
  click_at(400, 5);
  CHECK(robot.view().editing == Editing::entry_value);
  CHECK(robot.view().edited == id);
  robot.press(Key::escape);
  ImGui::GetIO().DeltaTime = 1;  // so that the next click is no double click
  robot.frame();
  ImGui::GetIO().DeltaTime = 1.0F / 60;
  click_at(60, 16);
  CHECK(robot.view().editing == Editing::entry);
}

TEST_CASE("a double click writes a name, Insert adds an entry behind the cursor, Delete removes it with its links") {
  Robot robot(touchpoints(3), {}, Language::en);
  const Workbook before = robot.workbook();
  robot.run("command.touchpoints");
  robot.frame(2);
  robot.click("entry/t1", 2);
  CHECK(robot.view().editing == Editing::entry);
  robot.press(Key::escape);
  robot.press(Key::insert);
  robot.type("New one");
  robot.press(Key::enter);
  REQUIRE(entries_of(robot, RegisterKind::touchpoints).size() == 4);
  CHECK(entries_of(robot, RegisterKind::touchpoints)[2].name == "New one");
  robot.press(Key::home);
  robot.press(Key::delete_);
  robot.click("remove_named.remove");
  CHECK(entries_of(robot, RegisterKind::touchpoints).size() == 3);
  CHECK_FALSE(sheet_of(robot, "rules").rows[0].cells.contains("at"));
  CHECK(robot.view().cursor == "t1");
  while (robot.session().can_undo()) robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
  CHECK(robot.view().shown_register == RegisterKind::touchpoints);
}

TEST_CASE("Ctrl+Enter leads to where an entry is defined, and so does a click on its place") {
  Robot robot(touchpoints(3), {}, Language::en);
  robot.run("command.touchpoints");
  robot.frame(2);
  robot.press(Key::end);
  robot.press(Key::enter, control);
  CHECK(robot.workbook() == touchpoints(3));
  REQUIRE(robot.session().section() != nullptr);
  CHECK(robot.session().section()->id == "plan");
  CHECK(robot.view().selected.contains("t2"));
  robot.run("command.touchpoints");
  robot.frame(2);
  robot.click("entry/t0/place");
  CHECK(robot.view().selected.contains("t0"));
}

TEST_CASE("an unfolded entry shows what names it, and each line leads there") {
  Robot robot(touchpoints(3), {}, Language::en);
  robot.run("command.touchpoints");
  robot.frame(2);
  CHECK_FALSE(robot.shows("use/t0/0"));
  CHECK(robot.names_below("entry/t0/").contains("fold"));
  CHECK(robot.names_below("entry/t1/") == std::set<std::string>{"finding", "place"});  // nothing names it
  robot.click("entry/t0/fold");
  CHECK(robot.shows("use/t0/1"));
  robot.press(Key::left);
  robot.frame(2);
  CHECK_FALSE(robot.shows("use/t0/0"));
  robot.press(Key::right);
  robot.press(Key::down);
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(robot.session().section() != nullptr);
  CHECK(robot.session().section()->id == "rules");
  CHECK(robot.view().selected.contains("s1"));
}

TEST_CASE("an entry is marked for what the review finds about it, and the mark leads to the review") {
  Robot robot(touchpoints(3), {}, Language::en);
  robot.run("command.touchpoints");
  robot.frame(2);
  CHECK_FALSE(robot.names_below("entry/t0/").contains("finding"));
  REQUIRE(robot.shows("entry/t1/finding"));
  const auto found = std::ranges::count(robot.session().findings(), "touchpoint_without_standard", &Finding::rule);
  CHECK(found == 2);
  robot.click("entry/t1/finding");
  robot.frame(2);
  CHECK(robot.app.settings.panels.tab == SidePanel::review);
  CHECK(robot.shows("finding/touchpoint_without_standard:t1"));
  CHECK(robot.view().shown_register == RegisterKind::touchpoints);
}

TEST_CASE("a segment that nothing serves yet is as quiet in its register as in the review") {
  Robot robot(samples::workbook_of(samples::sound_board()), {}, Language::en);
  robot.run("command.segments");
  robot.frame(2);
  CHECK_FALSE(robot.names_below("entry/seg/").contains("finding"));
  robot.press(Key::insert);
  robot.type("Offices");
  robot.press(Key::enter);
  robot.frame(2);
  const std::string id = entries_of(robot, RegisterKind::segments).back().id;
  CHECK(robot.shows("entry/" + id + "/finding"));
}

TEST_CASE("an edit that moves the letters of other segments says so and how to take it back, in both languages") {
  for (const Language language : languages) {
    Board board = samples::sound_board();
    for (const char* id : {"seg2", "seg3"}) board = add_note(board, "customer_segments", samples::make_note(id));
    Workbook workbook = samples::workbook_of(board);
    workbook.language = Language::en;
    Robot robot(workbook, {}, language);
    robot.frame(2);
    robot.session().select("seg", false);
    robot.session().remove_selected();
    robot.frame(2);
    CHECK(robot.app.message().find("B → A, C → B") != std::string::npos);
    CHECK(robot.app.message().find("Ctrl+Z") != std::string::npos);
    robot.run("command.undo");
    robot.frame(2);
    CHECK(robot.app.message().find("→") == std::string::npos);
    robot.session().select("seg3", false);
    robot.session().remove_selected();
    robot.frame(2);
    CHECK(robot.app.message().find("→") == std::string::npos);
  }
}

TEST_CASE("an empty register says what to do, and its button brings one") {
  for (const Language language : languages) {
    for (const RegisterKind kind : {RegisterKind::segments, RegisterKind::touchpoints}) {
      Workbook empty = samples::make_workbook({});
      empty.language = language;
      Robot robot(empty, {}, language);
      robot.session().show_register(kind);
      robot.frame(3);
      robot.click("register/empty");
      REQUIRE(robot.workbook().documents.size() == 1);
      CHECK(robot.view().shown_register == kind);
      if (kind == RegisterKind::segments) {
        robot.press(Key::enter);  // the block is there now: the first segment
        robot.type("Люди");
        robot.press(Key::enter);
      }
      const auto& entries = entries_of(robot, kind);
      CHECK(entries.size() == (kind == RegisterKind::segments ? 1 : 9));  // the template of the plan has nine
      CHECK(std::ranges::none_of(entries, [](const RegisterEntry& entry) { return entry.name.empty(); }));
      if (kind == RegisterKind::segments) CHECK(entries.front().name == "Люди");
      while (robot.session().can_undo()) robot.session().undo();
      CHECK(robot.workbook() == empty);
    }
  }
}

TEST_CASE("of five thousand entries only those in view are drawn, and the keys reach the last one") {
  Robot robot(touchpoints(5000), {}, Language::en);
  robot.run("command.touchpoints");
  robot.frame(3);
  const auto drawn = [&] {
    return std::ranges::count_if(robot.app.parts.parts(), [](const auto& part) {
      return part.key.starts_with("entry/") && std::ranges::count(part.key, '/') == 1;
    });
  };
  CHECK(drawn() < 30);
  CHECK(drawn() > 5);
  robot.press(Key::end);
  robot.press(Key::end);
  robot.frame(2);
  const PartRegister::Part* last = robot.app.parts.find("entry/t4999");
  REQUIRE(last != nullptr);
  CHECK(last->visible);
  CHECK(drawn() < 30);
}

TEST_CASE("a cell that links shows the touchpoint's name, and another one is chosen from a list by the keyboard") {
  for (const Language language : languages) {
    Robot robot(touchpoints(3), {}, language);
    robot.session().go_to("s2");
    robot.frame(3);
    robot.click("field/s2/at");
    REQUIRE(robot.app.has_dialog());
    robot.type("point 2");
    robot.press(Key::enter);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(sheet_of(robot, "rules").rows[2].cells.at("at") == "t2");
    robot.press(Key::c, control);
    CHECK(robot.clipboard == "Touchpoint 2\n");
    robot.clipboard = "Touchpoint 1";
    robot.press(Key::v, control);
    CHECK(sheet_of(robot, "rules").rows[2].cells.at("at") == "t1");
    robot.press(Key::delete_);
    CHECK_FALSE(sheet_of(robot, "rules").rows[2].cells.contains("at"));
  }
}

TEST_CASE("a column of texts becomes one of links where the texts are names, and back again") {
  Robot robot(touchpoints(2), {}, Language::en);
  Sheet sheet = sheet_of(robot, "rules");
  sheet.columns[1].type = ColumnType::text;
  sheet.rows[0].cells["at"] = "Touchpoint 1";
  sheet.rows[1].cells["at"] = "Elsewhere";
  robot.session().record(set_content(robot.workbook(), "rules", sheet), "step.cell");
  robot.session().go_to("rules");
  robot.frame(3);
  robot.click("column/at/menu");
  robot.click("sheet/items.column.touchpoint");
  CHECK(sheet_of(robot, "rules").rows[0].cells.at("at") == "t1");
  CHECK(sheet_of(robot, "rules").rows[1].cells.at("at") == "Elsewhere");
  robot.click("column/at/menu");
  robot.click("sheet/items.column.text");
  CHECK(sheet_of(robot, "rules") == sheet);
}

TEST_CASE("the register of another workbook is laid out anew") {
  Robot robot(touchpoints(40), {}, Language::en);
  robot.run("command.touchpoints");
  robot.frame(2);
  robot.app.open(touchpoints(2), {});
  robot.run("command.touchpoints");
  robot.frame(2);
  CHECK(robot.shows("entry/t1"));
  CHECK_FALSE(robot.shows("entry/t2"));
}

TEST_CASE("an entry is not duplicated, nor are all chosen: the commands say so, and their keys do nothing") {
  for (const auto& shown :
       {std::pair{"command.segments", paper::example("en")}, std::pair{"command.touchpoints", touchpoints(3)}}) {
    const char* command = shown.first;
    const Workbook& workbook = shown.second;
    CAPTURE(command);
    Robot robot(workbook, {}, Language::en);
    robot.run(command);
    robot.frame(2);
    robot.press(Key::down);
    REQUIRE(is_enabled(*find_command("command.write"), robot.app));
    const std::string cursor = robot.view().cursor;
    for (const char* key : {"command.duplicate", "command.select_all"}) {
      CAPTURE(std::string(key));
      CHECK_FALSE(is_enabled(*find_command(key), robot.app));
    }
    for (const Key key : {Key::d, Key::a}) robot.press(key, control);
    CHECK(robot.workbook() == workbook);
    CHECK(robot.view().cursor == cursor);
    robot.press(Key::enter);
    CHECK(is_enabled(*find_command("command.select_all"), robot.app));  // of the name that is written
  }
}

TEST_CASE("while a register is shown the commands of the hidden section stay away from it") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.click("note/part_roaster");
  const Workbook before = robot.workbook();
  robot.run("command.segments");
  robot.frame(2);
  for (const char* key : {"command.remove_section", "command.rename_section", "command.cut", "command.duplicate"}) {
    CAPTURE(key);
    CHECK_FALSE(is_enabled(*find_command(key), robot.app));
  }
  robot.press(Key::delete_);
  robot.press(Key::x, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("under a register nothing is told of the pages and places of the document behind it") {
  Robot robot(paper::example("en"), {}, Language::en);
  REQUIRE(robot.shows("status/pages"));
  robot.app.show_panel(SidePanel::preview);
  robot.frame(3);
  REQUIRE(robot.shows("preview/page/1"));
  robot.session().show_register(RegisterKind::touchpoints);
  robot.frame(3);
  CHECK_FALSE(robot.shows("status/pages"));
  CHECK(robot.shows("status/findings"));
  CHECK(robot.shows("preview/register"));
  CHECK_FALSE(robot.shows("preview/page/1"));
}

TEST_CASE("the hint of a register names only keys that do something") {
  Robot robot(samples::make_workbook({samples::make_document_of("doc", {samples::make_section("text", Prose{"x"})})}));
  robot.session().show_register(RegisterKind::segments);
  robot.frame(2);
  REQUIRE_FALSE(is_enabled(*find_command("command.add_note"), robot.app));
  CHECK(std::string(workplace_of(robot.app).hint(robot.app)) == "window.hint_register_closed");
}

TEST_CASE("Tab goes from the name of a placeholder to its value and back, and on to the next name") {
  Robot robot(paper::from_template("sales_book", Language::en), {}, Language::en);
  robot.run("command.placeholders");
  robot.frame(2);
  REQUIRE(entries_of(robot, RegisterKind::placeholders).size() > 1);
  const std::string first = entries_of(robot, RegisterKind::placeholders)[0].id;
  const std::string second = entries_of(robot, RegisterKind::placeholders)[1].id;
  robot.session().begin_entry(first);
  robot.frame(2);
  robot.press(Key::tab);
  robot.frame(2);
  CHECK(robot.view().editing == Editing::entry_value);
  CHECK(robot.view().edited == first);
  robot.press(Key::tab, shift);
  robot.frame(2);
  CHECK(robot.view().editing == Editing::entry);
  CHECK(robot.view().edited == first);
  robot.press(Key::tab);
  robot.frame(2);
  robot.type("Riga");
  robot.press(Key::tab);
  robot.frame(2);
  CHECK(robot.view().editing == Editing::entry);
  CHECK(robot.view().edited == second);
  CHECK(entries_of(robot, RegisterKind::placeholders)[0].value.find("Riga") != std::string::npos);
}

TEST_CASE("a table of placeholders is not printed and does not offer how") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.session().go_to("ph_company");
  robot.frame(3);
  CHECK(robot.shows("sheet/add_column"));
  CHECK_FALSE(robot.shows("sheet/layout"));
}

}  // namespace canvasbook::register_test
