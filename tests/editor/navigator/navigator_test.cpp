// Documents and sections in the navigator: their menus, dragging, dialogs.
#include <filesystem>
#include <map>
#include <set>

#include "editor/frame/command_table.h"
#include "editor/navigator/document_actions.h"
#include "editor/navigator/rows.h"
#include "editor/navigator/selection.h"
#include "editor/navigator/state.h"
#include "editor/parts/interface_icons.h"
#include "editor/session/first_text.h"
#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/review/progress.h"
#include "tests/drawn_text.h"
#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::navigator_test {

using namespace robot;

namespace {

// Three documents, of which the first has the sections `a1`, `a2`, `a3` and the others one each.
Workbook three_documents() {
  using namespace samples;
  Board board;
  board.blocks = {make_block("channels", 0, {make_note("note")})};
  Document first = make_document_of(
      "a", {make_section("a1", board), make_section("a2", Prose{"Text"}), make_section("a3", Prose{"More"})});
  Document second = make_document_of("b", {make_section("b1", board)});
  Document third = make_document_of("c", {make_section("c1", Prose{"Third"})});
  first.title = "First";
  second.title = "Second";
  third.title = "Third";
  return make_workbook({first, second, third});
}

std::string order_of_documents(Robot& robot) {
  std::string order;
  for (const auto& document : robot.workbook().documents) order += document->id;
  return order;
}

std::string order_of_sections(Robot& robot) {
  std::string order;
  for (const auto& section : robot.workbook().documents.front()->sections) order += section->id;
  return order;
}

const std::string& shown_section(Robot& robot) { return robot.session().section()->id; }

void right_click(Robot& robot, std::string_view key) {
  robot.move_to(key);
  robot.app.input.button(1, true);
  robot.frame();
  robot.app.input.button(1, false);
  robot.frame(3);
}

void hold(Robot& robot, Modifiers modifiers) {
  robot.app.input.key(modifiers.control ? Key::control : Key::shift, true, modifiers);
  robot.frame();
}

void release(Robot& robot) {
  robot.app.input.key(Key::control, false, {});
  robot.frame();
}

// Undoes one step and says whether the workbook is as it was.
bool is_undone_to(Robot& robot, const Workbook& before) {
  robot.press(Key::z, control);
  return robot.workbook() == before;
}

// A world in which the company's own templates have a folder.
AppWorld world_with_data(const samples::TemporaryFolder& folder, Language language = Language::en) {
  AppWorld world = Robot::world_of(language);
  world.folders.data = folder.file("data");
  return world;
}

}  // namespace

TEST_CASE("the navigator shows every document with its sections and leads to them") {
  Robot robot(three_documents());
  robot.click("section/b1");
  CHECK(shown_section(robot) == "b1");
  robot.click("document/a");
  CHECK(shown_section(robot) == "a1");
  robot.click("section/a3");
  robot.click("document/a");
  CHECK(shown_section(robot) == "a3");
}

TEST_CASE("a document folds its sections away and shows them again") {
  Robot robot(three_documents());
  robot.click("document/a/fold");
  CHECK_FALSE(robot.shows("section/a2"));
  CHECK(robot.shows("section/b1"));
  robot.click("document/a/fold");
  CHECK(robot.shows("section/a2"));
}

TEST_CASE("a double click writes a title in its place; Enter ends it, and undo brings the old one back") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("document/b", 2);
  REQUIRE(robot.view().editing == Editing::document_title);
  robot.type("Книга продаж");
  CHECK(robot.workbook().documents[1]->title == "Книга продаж");
  robot.press(Key::enter);
  CHECK_FALSE(robot.app.text_field_is_active());
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("keys rename the shown section and document, and Escape keeps what was typed") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.press(Key::f2, control);
  REQUIRE(robot.view().editing == Editing::section_title);
  robot.type("Канва");
  robot.press(Key::escape);
  CHECK(robot.workbook().documents[0]->sections[0]->title == "Канва");
  CHECK(is_undone_to(robot, before));
  robot.press(Key::f2);
  CHECK(robot.view().editing == Editing::section_title);
  robot.press(Key::escape);
  robot.press(Key::f2, control_shift);
  REQUIRE(robot.view().editing == Editing::document_title);
  robot.type("Документ");
  robot.click("section/a2");
  CHECK(robot.workbook().documents[0]->title == "Документ");
  CHECK_FALSE(robot.app.text_field_is_active());
}

TEST_CASE("a title stays on one line whatever is pasted into it") {
  Robot robot(three_documents());
  robot.press(Key::f2, control_shift);
  robot.clipboard = "One\nTwo\n";
  robot.press(Key::v, control);
  robot.press(Key::enter, shift);
  CHECK(robot.workbook().documents[0]->title == "One Two");
}

TEST_CASE("F2 writes the selected note, not the section's title") {
  Robot robot(three_documents());
  robot.click("note/note");
  robot.press(Key::f2);
  CHECK(robot.view().editing == Editing::note);
}

TEST_CASE("documents are moved by dragging, and what is shown stays") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/b1");
  robot.drag("document/c", "document/a");
  CHECK(order_of_documents(robot) == "cab");
  CHECK(shown_section(robot) == "b1");
  CHECK(is_undone_to(robot, before));
  robot.drag("document/a", "section/c1");
  CHECK(order_of_documents(robot) == "bca");
}

TEST_CASE("sections are moved by dragging inside their document") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.drag("section/a3", "section/a1");
  CHECK(order_of_sections(robot) == "a3a1a2");
  CHECK(shown_section(robot) == "a1");
  CHECK(is_undone_to(robot, before));
  robot.drag("section/a1", "section/a3");
  CHECK(order_of_sections(robot) == "a2a1a3");
  CHECK(order_of_documents(robot) == "abc");
}

TEST_CASE("a drag back to its own place, and one that Escape ends, change nothing") {
  Robot robot(three_documents());
  robot.drag("document/b", "section/b1");
  CHECK(robot.session().history().depth() == 0);
  const ImVec2 start = robot.centre_of("document/c");
  robot.app.input.move(start.x, start.y);
  robot.frame(2);
  robot.app.input.button(0, true);
  robot.frame();
  robot.app.input.move(start.x, 80);
  robot.frame(2);
  CHECK(robot.app.state<NavigatorState>().dragged == "c");
  robot.press(Key::escape);
  robot.app.input.button(0, false);
  robot.frame(2);
  CHECK(robot.session().history().depth() == 0);
}

TEST_CASE("keys move the section and the document as far as there is room") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.press(Key::down, alternate_shift);
  CHECK(order_of_sections(robot) == "a2a1a3");
  CHECK(shown_section(robot) == "a1");
  robot.press(Key::up, alternate_shift);
  robot.press(Key::up, alternate_shift);
  CHECK(robot.workbook() == before);
  robot.press(Key::down, control_shift);
  CHECK(order_of_documents(robot) == "bac");
  CHECK(shown_section(robot) == "a1");
  robot.press(Key::up, control_shift);
  robot.press(Key::up, control_shift);
  CHECK(robot.workbook() == before);
}

TEST_CASE("a deleted document gives way to its neighbour, the status line says how to get it back, and undo does") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/b1");
  robot.run("command.remove_document");
  robot.frame(3);
  CHECK(order_of_documents(robot) == "ac");
  CHECK(shown_section(robot) == "c1");
  CHECK(robot.app.message().find("Second") != std::string::npos);
  CHECK(robot.app.message().find("Ctrl+Z") != std::string::npos);
  CHECK(is_undone_to(robot, before));
  CHECK(shown_section(robot) == "b1");
}

TEST_CASE("a deleted section gives way to its neighbour, and the last one of a document cannot be deleted") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a3");
  robot.run("command.remove_section");
  robot.frame(3);
  CHECK(order_of_sections(robot) == "a1a2");
  CHECK(shown_section(robot) == "a2");
  CHECK(is_undone_to(robot, before));
  CHECK(shown_section(robot) == "a3");
  robot.click("section/b1");
  CHECK_FALSE(can_remove_section(robot.app));
}

TEST_CASE("several sections are chosen with Ctrl and Shift and deleted at once, and undo brings all back") {
  for (const Modifiers modifiers : {control, shift}) {
    Robot robot(three_documents());
    const Workbook before = robot.workbook();
    robot.click("section/a2");
    hold(robot, modifiers);
    robot.frame(2);
    robot.click("section/a3");
    release(robot);
    robot.frame(2);
    CHECK(selects_sections(robot.app));
    robot.press(Key::delete_);
    robot.frame(3);
    CHECK(order_of_sections(robot) == "a1");
    CHECK(is_undone_to(robot, before));
  }
}

TEST_CASE(
    "all sections of a document are not deleted at once, and what is chosen is forgotten when one goes elsewhere") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a1");
  hold(robot, shift);
  robot.frame(2);
  robot.click("section/a3");
  release(robot);
  robot.frame(2);
  robot.press(Key::delete_);
  robot.frame(2);
  CHECK(robot.workbook() == before);
  robot.session().go_to("b1");
  robot.frame(2);
  CHECK_FALSE(selects_sections(robot.app));
}

TEST_CASE("Del deletes the section that was pressed in the contents") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a3");
  robot.press(Key::delete_);
  robot.frame(3);
  CHECK(order_of_sections(robot) == "a1a2");
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("without the last document the window says what to do, and a new document or undo fills it") {
  Robot robot(paper::from_template("business_model_canvas"));
  const Workbook before = robot.workbook();
  robot.run("command.remove_document");
  robot.frame(3);
  CHECK(robot.workbook().documents.empty());
  for (const char* panel : {"panel.guide", "panel.review", "panel.preview"}) {
    robot.run(panel);
    robot.frame(3);
  }
  for (const Command& command : commands()) static_cast<void>(is_enabled(command, robot.app));
  robot.click("empty_workbook/add");
  REQUIRE(robot.app.has_dialog());
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(robot.workbook().documents.size() == 1);
  REQUIRE(robot.session().board() != nullptr);
  CHECK(find_block(*robot.session().board(), robot.view().block) != nullptr);
  robot.press(Key::z, control);
  CHECK(is_undone_to(robot, before));
  REQUIRE(robot.session().board() != nullptr);
  CHECK(find_block(*robot.session().board(), robot.view().block) != nullptr);
}

TEST_CASE("a document is added from a template with the keyboard alone") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.press(Key::n, control_shift);
  robot.frame(3);
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK_FALSE(robot.app.has_dialog());
  REQUIRE(robot.workbook().documents.size() == 4);
  const Document& added = *robot.workbook().documents.back();
  CHECK(added.template_id == templates_in(Language::en)[1].id);
  CHECK(robot.session().document()->id == added.id);
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("the gallery has the workbook's language first and the other one below") {
  Robot robot(three_documents(), {}, Language::ru);
  robot.click("command.add_document");
  robot.frame(3);
  const std::string other = "template/ru/" + templates_in(Language::ru).back().id;
  robot.press(Key::end);
  robot.frame(3);
  robot.click(other, 2);
  robot.frame(3);
  REQUIRE(robot.workbook().documents.size() == 4);
  CHECK(robot.workbook().documents.back()->language == Language::ru);
  robot.click("command.add_document");
  robot.frame(3);
  robot.click("add_document.cancel");
  CHECK(robot.workbook().documents.size() == 4);
}

TEST_CASE("a copy of a document stands behind it under a title of its own") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.run("command.duplicate_document");
  robot.frame(3);
  REQUIRE(robot.workbook().documents.size() == 4);
  CHECK(robot.workbook().documents[1]->title == "First (copy)");
  CHECK(robot.view().document == 1);
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("the menu of a row does to it what it says") {
  Robot robot(three_documents());
  right_click(robot, "section/a2");
  CHECK(shown_section(robot) == "a2");
  robot.click("navigator/command.section_up");
  CHECK(order_of_sections(robot) == "a2a1a3");
  robot.move_to("document/b");
  robot.click("document/b/more");
  robot.click("navigator/command.remove_document");
  CHECK(order_of_documents(robot) == "ac");
}

TEST_CASE("the menu of a row is used with the keyboard, and what opens then waits for an answer") {
  const samples::TemporaryFolder folder;
  Robot robot(world_with_data(folder));
  robot.app.open(three_documents(), {});
  robot.frame(3);
  right_click(robot, "document/b");
  for (int i = 0; i < 5; ++i) {
    robot.press(Key::down);
    robot.frame(2);
  }
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(robot.app.has_dialog());
  CHECK(robot.shows("save_template.name"));
  CHECK(robot.app.own_templates().templates.empty());
}

TEST_CASE("a document becomes a template of the company's own and is offered from then on") {
  const samples::TemporaryFolder folder;
  Robot robot(world_with_data(folder));
  robot.app.open(three_documents(), {});
  robot.frame(3);
  robot.run("command.save_template");
  robot.frame(3);
  robot.type("Our canvas");
  robot.press(Key::tab);
  robot.type("For new shops.");
  robot.press(Key::enter);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.app.message() == Catalog::of(Language::en).text("save_template.saved", {{"title", "Our canvas"}}));
  REQUIRE(robot.app.own_templates().templates.size() == 1);
  const Template saved = robot.app.own_templates().templates.front();
  CHECK(saved.title == "Our canvas");
  CHECK(saved.summary == "For new shops.");
  robot.click("command.add_document");
  robot.frame(3);
  robot.type("our canvas");
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(robot.workbook().documents.size() == 4);
  CHECK(robot.workbook().documents.back()->sections.size() == 3);
}

TEST_CASE("a template that cannot be written says why, and what was typed stays") {
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("data"), "a file where the folder should be");
  Robot robot(world_with_data(folder));
  robot.app.open(three_documents(), {});
  robot.frame(3);
  robot.run("command.save_template");
  robot.frame(3);
  robot.type("Ours");
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "failure.title");
  robot.click("failure.close");
  robot.frame(3);
  CHECK(robot.app.has_dialog());
  robot.press(Key::escape);
  CHECK_FALSE(robot.app.has_dialog());
}

TEST_CASE("the properties of the workbook are written in one step; cancelling changes nothing") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.run("command.properties");
  robot.frame(3);
  robot.type("Утро");
  robot.press(Key::tab);
  robot.type("владелец");
  robot.click("properties.russian");
  robot.click("properties.page_size/A3");
  robot.press(Key::enter);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(properties_of(robot.workbook()) == Properties{"Утро", "владелец", Language::ru, PageSize::A3});
  CHECK(is_undone_to(robot, before));
  robot.run("command.properties");
  robot.frame(3);
  robot.type("Вечер");
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
}

TEST_CASE("how a document prints is chosen in one step; cancelling changes nothing") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  const auto paper = [&] { return robot.session().document()->paper; };
  robot.run("command.paper_style");
  robot.frame(3);
  robot.click("paper_style.cover");
  robot.click("paper_style.mirrored");
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
  robot.run("command.paper_style");
  robot.frame(3);
  robot.press(Key::space);  // the first choice has the focus
  robot.click("paper_style.justified");
  robot.click("paper_style.set");
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(paper().cover);
  CHECK(paper().justified);
  CHECK_FALSE(paper().mirrored);
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("the properties can be chosen with the keyboard alone") {
  Robot robot(three_documents());
  robot.run("command.properties");
  robot.frame(3);
  robot.press(Key::tab);
  robot.press(Key::tab);
  robot.press(Key::space);
  robot.press(Key::tab);
  robot.press(Key::tab);
  robot.press(Key::right);
  robot.press(Key::space);
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(properties_of(robot.workbook()) == Properties{"Morning", "", Language::ru, PageSize::A3});
}

TEST_CASE("every label of the navigator and its dialogs fits, in both languages and at all scales") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      const samples::TemporaryFolder folder;
      Robot robot(world_with_data(folder, language), scale, {1280, 720});
      robot.app.open(three_documents(), {});
      robot.frame(3);
      const auto check = [&](const std::string& what, std::string_view prefix) {
        size_t found = 0;
        for (const PartRegister::Part& part : robot.app.parts.parts()) {
          CAPTURE(what);
          CAPTURE(part.key);
          CAPTURE(scale);
          const bool mine = part.key.starts_with("add_document") || part.key.starts_with("properties") ||
                            part.key.starts_with("save_template") || part.key.starts_with("navigator") ||
                            part.key.starts_with("empty_workbook") || part.key == "command.add_document";
          if (!mine) continue;
          if (part.key.starts_with(prefix)) ++found;
          CHECK(part.fits);
          const ImVec2 size = ImGui::GetIO().DisplaySize;
          if (part.visible) CHECK((part.to.x <= size.x && part.to.y <= size.y && part.from.y >= 0));
        }
        CAPTURE(prefix);
        CHECK(found > 0);
      };
      check("tree", "command.add_document");
      for (const std::string dialog : {"add_document", "properties", "save_template"}) {
        robot.run("command." + dialog);
        robot.frame(3);
        REQUIRE(robot.app.has_dialog());
        check(dialog, dialog);
        robot.press(Key::escape);
      }
      right_click(robot, "document/a");
      check("menu of a document", "navigator");
    }
  }
}

TEST_CASE("a section is dragged into another document, but not the last one of its own") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.drag("section/a2", "section/b1");
  robot.frame(3);
  CHECK(order_of_sections(robot) == "a1a3");
  CHECK(robot.workbook().documents[1]->sections.size() == 2);
  CHECK(document_of(robot.workbook(), "a2") == "b");
  CHECK(is_undone_to(robot, before));
  robot.frame(3);
  robot.drag("section/c1", "section/b1");
  robot.frame(3);
  CHECK(robot.workbook() == before);
}

TEST_CASE("a section goes to a document that is chosen from a list, with the keyboard alone") {
  Robot robot(three_documents());
  robot.click("section/a2");
  robot.run("command.move_section_to");
  robot.frame(3);
  robot.type("Thi");
  robot.press(Key::enter);
  robot.frame(3);
  CHECK(document_of(robot.workbook(), "a2") == "c");
  CHECK(shown_section(robot) == "a2");
}

TEST_CASE("a section becomes a document of its own, without another document to go to, and undo brings it back") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a2");
  robot.run("command.move_section_to");
  robot.frame(3);
  robot.click("move_to/new");
  robot.frame(3);
  REQUIRE(robot.workbook().documents.size() == before.documents.size() + 1);
  CHECK(robot.workbook().documents[1]->sections.front()->id == "a2");
  CHECK(robot.workbook().documents[1]->title == find_section(before, "a2")->title);
  CHECK(shown_section(robot) == "a2");
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("an empty document and an empty check list are added like a template, and their title is written at once") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(three_documents(), {}, language);
    for (const char* key : {"add_document.empty_text", "navigator.new_checklist"}) {
      robot.run("command.add_document");
      robot.frame(3);
      robot.type(robot.app.catalog().text(key));
      robot.frame(2);
      robot.press(Key::enter);
      robot.frame(3);
      robot.type("Mine");
      robot.press(Key::enter);
      robot.frame(2);
      CHECK(robot.workbook().documents.back()->title == "Mine");
      CHECK(robot.workbook().documents.back()->sections.size() == 1);
    }
    CHECK(std::holds_alternative<Checklist>(robot.workbook().documents.back()->sections.front()->content));
  }
}

TEST_CASE("a part of a template is put behind the shown section, with its guide") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a1");
  robot.run("command.insert_section");
  robot.frame(3);
  robot.type("objections");
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.workbook().documents.size() == 3);
  REQUIRE(robot.workbook().documents[0]->sections.size() == 4);
  CHECK(robot.workbook().documents[0]->sections[1]->role == "objections");
  CHECK(shown_section(robot) == robot.workbook().documents[0]->sections[1]->id);
  robot.app.show_panel(SidePanel::guide);
  robot.frame(3);
  CHECK(robot.shows("guide/example/0"));
  CHECK(is_undone_to(robot, before));
}

TEST_CASE("a part of a template stands at the level of its new siblings, whatever it has in its template") {
  using namespace samples;
  Section outer = make_section("outer", Prose{"x"});
  Section inner = make_section("inner", Prose{"y"});
  inner.level = 2;
  struct Place {
    const char* shown;
    int level;
  };
  for (const Place& place : {Place{"outer", 2}, Place{"inner", 2}, Place{"alone", 1}}) {
    CAPTURE(place.shown);
    Robot robot(make_workbook({make_document_of("book", {outer, inner}),
                               make_document_of("other", {make_section("alone", Prose{"z"})})}),
                {}, Language::en);
    for (const char* part : {"objections", "first call"}) {
      robot.session().go_to(place.shown);
      robot.frame(2);
      robot.run("command.insert_section");
      robot.frame(3);
      robot.type(part);
      robot.press(Key::enter);
      robot.frame(3);
      REQUIRE(robot.session().section()->id != place.shown);
      CHECK(robot.session().section()->level == place.level);
    }
  }
}

TEST_CASE("an empty text is inserted under a title that can be changed") {
  Robot robot(three_documents());
  robot.click("section/b1");
  robot.run("command.insert_section");
  robot.frame(3);
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.workbook().documents[1]->sections.size() == 2);
  CHECK(robot.session().prose() != nullptr);
  CHECK(robot.session().section()->title == "New section");
}

TEST_CASE("a template in the list of new documents has the icon of what it is mostly written in") {
  Robot robot(three_documents());
  robot.run("command.add_document");
  robot.frame(3);
  robot.show_letters();
  std::set<char32_t> icons_drawn;
  for (const DrawnLetter& letter : LetterReader().read()) {
    for (const char32_t icon : {icons::canvas, icons::reply, icons::table, icons::checks}) {
      const PartRegister::Part* list = robot.app.parts.find("add_document/list");
      REQUIRE(list != nullptr);
      const bool in_list = letter.from.y >= list->from.y && letter.to.y <= list->to.y && letter.from.x >= list->from.x;
      if (letter.character == icon && in_list) icons_drawn.insert(icon);
    }
  }
  CHECK(icons_drawn.size() >= 2);  // as far as the list shows its templates
}

TEST_CASE("an empty section is a sibling of the shown one, and what is typed at once is its title") {
  using namespace samples;
  for (const Language language : {Language::ru, Language::en}) {
    Section outer = make_section("outer", Prose{"x"});
    Section first = make_section("first", Dialogue{});
    Section last = make_section("last", Dialogue{});
    outer.level = 1;
    first.level = last.level = 2;
    Robot robot(make_workbook({make_document_of("book", {outer, first, last})}), {}, language);
    const Workbook before = robot.workbook();
    for (const char* shown : {"first", "last", "outer"}) {  // below the outer one its parts stay its own
      CAPTURE(shown);
      robot.session().go_to(shown);
      robot.frame(2);
      robot.run("command.insert_section");
      robot.frame(3);
      robot.click("insert/4");
      robot.frame(2);
      robot.type("Торг");
      robot.press(Key::enter);
      robot.frame(2);
      CHECK(robot.session().section()->title == "Торг");
      CHECK(robot.session().section()->level == 2);
      CHECK_FALSE(robot.session().is_writing());
      while (robot.session().can_undo()) robot.run("command.undo");
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("an empty check list has lines for place, date, checker and signature, and counts as empty") {
  for (const Language language : {Language::en, Language::ru}) {
    Robot robot(three_documents(), {}, language);
    robot.click("section/b1");
    robot.run("command.insert_section");
    robot.frame(3);
    robot.click("insert/5");
    robot.frame(2);
    robot.press(Key::enter);
    robot.frame(2);
    const Section& section = *robot.session().section();
    const auto* checklist = std::get_if<Checklist>(&section.content);
    REQUIRE(checklist != nullptr);
    CHECK(checklist->groups.empty());
    CHECK(checklist->head.size() == 3);
    CHECK(checklist->signatures.size() == 1);
    std::set<std::string> ids;
    for (const auto* lines : {&checklist->head, &checklist->signatures}) {
      for (const FormLine& line : *lines) {
        CHECK_FALSE(line.title.empty());
        CHECK(ids.insert(line.id).second);
      }
    }
    CHECK(progress_of(section).filled == 0);
  }
}

TEST_CASE("the headings of a text stand below its section; a click writes there, a drag moves the part") {
  using namespace samples;
  Document document = make_document_of(
      "a", {make_section("a1", Prose{"Intro\n\n# One\n\nfirst\n\n# Two\n\nsecond\n"}), make_section("a2", Prose{"x"})});
  document.title = "Book";
  Robot robot(make_workbook({document}));
  const Workbook before = robot.workbook();
  robot.frame(3);
  robot.click("part/1");
  robot.frame(2);
  CHECK(robot.session().is_writing());
  CHECK(robot.session().field.cursor().caret == 21);
  robot.press(Key::escape);
  robot.drag("part/1", "part/0");
  robot.frame(3);
  CHECK(robot.session().prose()->text == "Intro\n\n# Two\n\nsecond\n\n# One\n\nfirst\n\n");
  CHECK(is_undone_to(robot, before));
  robot.click("section/a2");
  robot.frame(3);
  CHECK_FALSE(robot.shows("part/0"));
}

TEST_CASE("each row says how many pages it takes, and its limit where it has one") {
  using namespace samples;
  Robot robot(
      make_workbook({make_document_of("a", {make_section("a1", Prose{"Intro\n\n# One\n\nfirst\n\n# Two\n\nsecond\n"}),
                                            make_section("a2", Prose{"x"})})}),
      {}, Language::ru);
  robot.frame(3);
  const auto says = [&](NavigatorRow row) { return pages_of(robot.app, row).text; };
  CHECK(says({NavigatorRow::Kind::document, 0}) == "1 стр.");
  CHECK(says({NavigatorRow::Kind::section, 0, 0}) == "0,3 стр.");
  CHECK(says({NavigatorRow::Kind::part, 0, 0, 1}) == "0,1 стр.");
  right_click(robot, "section/a1");
  robot.click("navigator/command.section_budget");
  robot.frame(3);
  robot.click("budget.set");
  robot.frame(3);
  CHECK(robot.session().section()->page_budget == 1);
  CHECK(says({NavigatorRow::Kind::section, 0, 0}) == "0,3 стр., предел 1");
  CHECK(pages_of(robot.app, {NavigatorRow::Kind::section, 0, 0}).share == doctest::Approx(0.3));
  CHECK_FALSE(pages_of(robot.app, {NavigatorRow::Kind::section, 0, 0}).is_over);
  robot.press(Key::z, control);
  CHECK(robot.session().section()->page_budget == 0);
}

TEST_CASE("the row of an inbox of gaps says how many there are") {
  using namespace samples;
  Section gaps =
      make_section("a2", Responses{"", {Response{"one", "A dog?", {}, {}}, Response{"two", "A bike?", {}, {}}}});
  gaps.role = "gaps";
  Robot robot(make_workbook({make_document_of("a", {make_section("a1", Prose{"Text"}), gaps})}), {}, Language::ru);
  robot.frame(3);
  CHECK(pages_of(robot.app, {NavigatorRow::Kind::section, 0, 1}).text == "2 фразы");
}

TEST_CASE("a section over its limit is marked in the navigator and found by the review") {
  Robot robot(set_section_budget(paper::canvases("en"), paper::canvases("en").documents[0]->sections[0]->id, 1));
  robot.frame(3);
  CHECK(pages_of(robot.app, {NavigatorRow::Kind::section, 0, 0}).is_over);
  CHECK(std::ranges::count(robot.session().findings(), section_budget_rule, &Finding::rule) == 1);
}

TEST_CASE(
    "pages are told under the pointer by a tooltip, which moves no title, and in the row where the limit is passed") {
  {
    Robot robot(three_documents());
    robot.move_to("command.add_document");
    robot.frame(3);
    CHECK_FALSE(robot.shows_tooltip());
    robot.move_to("section/a2");
    robot.frame(3);
    CHECK(robot.shows_tooltip());
  }
  const Workbook crowded = paper::canvases("en");
  const std::string id = crowded.documents[0]->sections[0]->id;
  Robot robot(set_section_budget(crowded, id, 1));
  robot.move_to("command.add_document");
  robot.frame(3);
  CHECK(robot.shows("section/" + id + "/pages"));
  // in numbers, so that the title keeps its room: the words are in the tooltip
  const NavigatorRow row{NavigatorRow::Kind::section, 0, 0};
  CHECK(pages_of(robot.app, row).brief.ends_with("/1"));
  const PartRegister::Part* pages = robot.app.parts.find("section/" + id + "/pages");
  CHECK(pages->to.x - pages->from.x < 60);
  robot.move_to("section/" + id);
  robot.frame(3);
  CHECK(robot.shows_tooltip());
}

TEST_CASE("a title beside a passed limit breaks where the numbers leave it room") {
  const Workbook workbook = paper::canvases("en");
  const NavigatorRow row{NavigatorRow::Kind::section, 0, 0};
  const auto room_in = [&](const Workbook& shown) {
    Robot robot(shown, {}, Language::en);
    robot.frame(3);
    return first_line_room(robot.app, row, 240);
  };
  const std::string id = workbook.documents[0]->sections[0]->id;
  CHECK(room_in(set_section_budget(workbook, id, 1)) < room_in(workbook) - 16);
}

TEST_CASE("a long title takes a second line, and the rows below move down for it") {
  const Workbook workbook = three_documents();
  const auto height = [](const Robot& robot, const char* key) {
    const PartRegister::Part* part = robot.app.parts.find(key);
    REQUIRE(part != nullptr);
    return part->to.y - part->from.y;
  };
  const float low = height(Robot(workbook), "section/a2");
  Robot robot(rename_section(workbook, "a2", "Answers to objections about the price of delivery"));
  CHECK(height(robot, "section/a2") > low + 10);
  CHECK(height(robot, "section/a3") == low);
  CHECK(robot.app.parts.find("section/a3")->from.y >= robot.app.parts.find("section/a2")->to.y);
  robot.click("section/a3");
  CHECK(shown_section(robot) == "a3");
  ImFont* font = robot.app.theme.fonts.text;
  CHECK(end_of_first_line(font, 1000, "One two") == 7);
  CHECK(end_of_first_line(font, width_of_line(font, "One tw"), "One two") == 3);
  CHECK(end_of_first_line(font, 10, "Unbreakable") == 11);  // a word is never torn
}

TEST_CASE("a copy of a section stands behind it with its own title, from the menu too, and undo takes it away") {
  for (const bool by_menu : {false, true}) {
    Robot robot(three_documents());
    const Workbook before = robot.workbook();
    robot.click("section/a2");
    if (by_menu) {
      right_click(robot, "section/a2");
      robot.click("navigator/command.duplicate_section");
    } else {
      robot.run("command.duplicate_section");
    }
    robot.frame(3);
    REQUIRE(robot.workbook().documents[0]->sections.size() == 4);
    const Section& copy = *robot.workbook().documents[0]->sections[2];
    CHECK(shown_section(robot) == copy.id);
    CHECK(std::get<Prose>(copy.content).text == "Text");
    CHECK(copy.title.ends_with("(copy)"));  // in the language of the document
    CHECK(is_undone_to(robot, before));
  }
}

TEST_CASE("an empty section of every kind but visits can be inserted and written in at once, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    for (size_t kind = 0; kind < std::variant_size_v<Content>; ++kind) {
      if (kind == Content(Visits{}).index()) continue;  // they come with the first visit of a check list
      CAPTURE(kind);
      Robot robot(three_documents(), {}, language);
      const Workbook before = robot.workbook();
      robot.click("section/b1");
      robot.run("command.insert_section");
      robot.frame(3);
      robot.click("insert/" + std::to_string(kind));
      robot.frame(3);
      REQUIRE(robot.workbook().documents[1]->sections.size() == 2);
      CHECK(robot.session().section()->content.index() == kind);
      CHECK_FALSE(robot.session().section()->title.empty());
      begin_first_text(robot.session());
      robot.frame(2);
      robot.type("Zyx");
      int written = 0;
      for_each_text(robot.session().section()->content,
                    [&](const std::string& text) { written += text == "Zyx" ? 1 : 0; });
      CHECK(written == 1);
      robot.press(Key::escape);
      while (robot.session().can_undo()) robot.run("command.undo");
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("sections are taken from another workbook: a file, then what to tick; it is one step") {
  for (const Language language : {Language::ru, Language::en}) {
    const samples::TemporaryFolder folder;
    const std::string file = folder.file("other.canvasbook");
    const Workbook other = remove_section(three_documents(), "a1");  // its note has the id of that of b1
    REQUIRE(save_workbook(other, file).has_value());
    AppWorld world = Robot::world_of(language);
    world.home = folder.path().string();
    Robot robot(world);
    robot.app.open(three_documents(), {});
    robot.frame(3);
    const Workbook before = robot.workbook();
    robot.click("section/a1");
    robot.run("command.take_sections");
    robot.frame(3);
    robot.click("browser/entry/other.canvasbook", 2);
    robot.frame(3);
    check_labels_fit(robot, [](const std::string& key) { return key.starts_with("take."); });
    robot.press(Key::enter);  // nothing is ticked yet
    CHECK(robot.app.has_dialog());
    robot.click("take/section/a2");
    robot.click("take/document/b");
    robot.click("take.take");
    robot.frame(3);
    CHECK_FALSE(robot.app.has_dialog());
    const auto& sections = robot.workbook().documents[0]->sections;
    REQUIRE(sections.size() == 5);
    CHECK(std::get<Prose>(sections[1]->content).text == "Text");
    CHECK(std::holds_alternative<Board>(sections[2]->content));
    CHECK(sections[1]->id != "a2");
    CHECK(shown_section(robot) == sections[1]->id);
    CHECK_FALSE(robot.app.message().empty());
    CHECK(is_undone_to(robot, before));
  }
}

TEST_CASE("a file that is no workbook is told in a sentence, and nothing is taken") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("other.canvasbook");
  samples::put_bytes(file, "{");
  AppWorld world = Robot::world_of(Language::ru);
  world.home = folder.path().string();
  Robot robot(world);
  robot.app.open(three_documents(), {});
  robot.frame(3);
  const Workbook before = robot.workbook();
  robot.run("command.take_sections");
  robot.frame(3);
  robot.click("browser/entry/other.canvasbook", 2);
  robot.frame(3);
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "failure.title");
  robot.press(Key::escape);
  CHECK(robot.workbook() == before);
}

TEST_CASE("a page limit is typed, goes by the arrows, and what is no number of pages is told and not set") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(three_documents(), {}, language);
    const auto budget = [&] { return robot.session().document()->page_budget; };
    robot.run("command.page_budget");
    robot.frame(3);
    robot.type("28");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(budget() == 28);
    CHECK_FALSE(robot.app.has_dialog());
    robot.run("command.page_budget");
    robot.frame(3);
    robot.press(Key::up);
    robot.press(Key::up);
    robot.press(Key::down);
    robot.press(Key::page_up);
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(budget() == 39);
    for (const char* wrong : {"0", "10000", "three", "", "-5", "3.5"}) {
      CAPTURE(wrong);
      robot.run("command.page_budget");
      robot.frame(3);
      robot.press(Key::a, control);
      robot.press(Key::delete_);
      robot.type(wrong);
      robot.press(Key::enter);
      robot.frame(3);
      CHECK(robot.app.has_dialog());
      CHECK(budget() == 39);
      robot.press(Key::escape);
      robot.frame(2);
    }
    robot.run("command.undo");
    CHECK(budget() == 28);
  }
}

TEST_CASE("the contents of another workbook begin at their top, with the title of the first document") {
  Workbook many;
  for (int i = 0; i < 30; ++i) {
    many = add_document(std::move(many),
                        samples::make_document_of("d" + std::to_string(i),
                                                  {samples::make_section("s" + std::to_string(i), Prose{"a"})}));
  }
  Robot robot(many, {}, Language::en, 1, {1280, 720});
  robot.session().go_to("s29");
  robot.frame(4);
  robot.app.open(three_documents(), {}, false);
  robot.frame(4);
  const PartRegister::Part* title = robot.app.parts.find("document/a");
  REQUIRE(title != nullptr);
  CHECK(title->visible);
}

TEST_CASE("of a long outline only the rows that are seen are drawn") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "# Heading\n\n";
  Robot robot(samples::make_workbook({samples::make_document_of("d", {samples::make_section("s", Prose{text})})}));
  robot.frame(3);
  const auto drawn = std::ranges::count_if(
      robot.app.parts.parts(), [](const PartRegister::Part& part) { return part.key.starts_with("part/"); });
  CHECK(drawn > 10);
  CHECK(drawn < 60);
}

TEST_CASE("nothing but the text is shown until Escape, a click in the corner or a panel brings the rest back") {
  Robot robot(three_documents());
  const auto shows_navigator = [&] {
    robot.frame(3);
    return robot.shows("section/a1");
  };
  robot.click("section/a2");
  robot.press(Key::f11, control);
  CHECK_FALSE(shows_navigator());
  robot.click("prose");
  robot.type("!");
  CHECK(robot.session().is_writing());
  robot.press(Key::escape);
  CHECK_FALSE(shows_navigator());
  robot.press(Key::escape);
  CHECK(shows_navigator());
  robot.press(Key::f11, control);
  CHECK_FALSE(shows_navigator());
  robot.click("focus.leave");
  CHECK(shows_navigator());
  robot.press(Key::f11, control);
  robot.run("panel.review");
  CHECK(shows_navigator());
}

TEST_CASE("the heading of a section goes a level deeper and back, as far as there are levels") {
  Robot robot(three_documents());
  const Workbook before = robot.workbook();
  robot.click("section/a2");
  const auto level = [&] { return robot.session().section()->level; };
  const auto choose = [&](const char* command) {
    right_click(robot, "section/a2");
    robot.click(std::string("navigator/") + command);
    robot.frame(2);
  };
  CHECK_FALSE(is_enabled(*find_command("command.section_higher"), robot.app));
  choose("command.section_deeper");
  CHECK(level() == 2);
  choose("command.section_deeper");
  CHECK(level() == 3);
  CHECK_FALSE(is_enabled(*find_command("command.section_deeper"), robot.app));
  choose("command.section_higher");
  CHECK(level() == 2);
  for (int i = 0; i < 3; ++i) robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
}

TEST_CASE("the name of a new section is taken and seen, also of the first one that the contents have no room for") {
  using namespace samples;
  Document document = make_document_of("d", {make_section("first", Dialogue{})});
  Robot robot(make_workbook({document}));
  const float width = static_cast<float>(robot.app.settings.panels.navigator.width) - 16;
  const NavigatorRow row{NavigatorRow::Kind::section, 0, 0};
  const float room = first_line_room(robot.app, row, width);
  // so long that it takes a second line as soon as a scroll bar takes some of its room
  std::string title = "Зал ";
  while (width_of_line(title_font(robot.app, row), title + "i") <= room) title += "i";
  bool had_bar = false;
  for (int i = 0; i < 30; ++i) {
    CAPTURE(i);
    robot.run("command.insert_section");
    robot.frame(3);
    robot.click("insert/4");
    robot.frame(2);
    const std::string name = title + std::to_string(i % 10);
    robot.type(name.substr(0, 4));
    robot.frame(2);
    const std::string key = "section/" + robot.session().section()->id;
    const PartRegister::Part* field = robot.app.parts.find(key);
    REQUIRE(field != nullptr);
    CHECK(field->visible);
    CHECK(field->from.y == field->corner.y);
    robot.type(name.substr(4, name.size() - 5));
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(robot.session().section()->title == name.substr(0, name.size() - 1));
    const ImGuiWindow* contents = nullptr;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
      if (std::string_view(window->Name).find("/navigator_") != std::string_view::npos) contents = window;
    }
    REQUIRE(contents != nullptr);
    had_bar = had_bar || contents->ScrollbarY;
  }
  CHECK(had_bar);
}

}  // namespace canvasbook::navigator_test
