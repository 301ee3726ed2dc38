// Every screen, panel, menu and dialog in both languages, at three scales and two sizes: all labels fit, nothing is cut
// or lies over something else, no letter is missing; and every action of the board and every command do their work.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <thread>

#include "editor/board/state.h"
#include "editor/board/zoom.h"
#include "editor/dialogs/browser.h"
#include "editor/dialogs/export.h"
#include "editor/find/state.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/items/state.h"
#include "editor/panels/state.h"
#include "editor/present/present.h"
#include "editor/session/visits.h"
#include "editor/start/state.h"
#include "export/icons.h"
#include "templates/library.h"
#include "tests/languages.h"
#include "tests/look.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::interface_test {

using namespace robot;

namespace {

// The sanitizers look at memory, which is the same at every scale; what fits is found without them.
#ifdef CANVASBOOK_SANITIZE
constexpr float scales[] = {1.5F};
#else
constexpr float scales[] = {1.0F, 1.5F, 2.0F};
#endif
constexpr Language languages[] = {Language::ru, Language::en};

const char* code_of(Language language) { return language == Language::ru ? "ru" : "en"; }

// Goes through the screens of one language at one scale and looks at each in two sizes, light and dark.
class Tour {
 public:
  Tour(Language language, float scale) : language_(language), scale_(scale) {
    world_ = Robot::world_of(language, 7, folder_.file("state"));
    world_.folders.config = folder_.file("config");
    world_.folders.data = folder_.file("data");
    world_.home = folder_.path().string();
    world_.dictionary_folders = {"/usr/share/hunspell"};
    leave_work_behind();
    robot_.emplace(world_, scale, ImVec2{1280, 720});
  }

  Robot& robot() { return *robot_; }
  App& app() { return robot_->app; }
  std::string file(const std::string& name) const { return folder_.file(name); }
  Workbook book() const { return paper::example(code_of(language_)); }

  void open() {
    app().open(book(), {});
    app().state<BoardState>().parking_is_open = false;
    robot_->frame(3);
  }

  // Draws the screen in both sizes and judges what is seen.
  void look(const char* screen) {
    const ThemeName theme = app().theme.name;
    for (const ImVec2 size : {ImVec2{2560, 1440}, ImVec2{1280, 720}}) {
      ImGui::GetIO().DisplaySize = {size.x * scale_, size.y * scale_};
      app().theme.name = size.x > 2000 ? ThemeName::dark : ThemeName::light;
      app().theme.colours = colours_of(app().theme.name);
      app().input.move(-5, -5);  // no tooltip
      robot_->frame(4);
      INFO(std::string(screen), ", ", std::string(code_of(language_)), ", scale ", scale_, ", ", size.x, " x ", size.y);
      for (const std::string& problem : FrameLook(*robot_).problems()) FAIL_CHECK(problem);
      ++looks_;
    }
    app().theme.name = theme;
    app().theme.colours = colours_of(theme);
  }

  void look_at_command(const char* key) {
    robot_->run(key);
    look(key);
    leave();
  }

  // Closes whatever stands above the window.
  void leave() {
    for (int i = 0; i < 5 && (app().has_dialog() || app().full_view); ++i) robot_->press(Key::escape);
    robot_->frame(2);
    REQUIRE_FALSE(app().has_dialog());
  }

  int looks() const { return looks_; }
  bool is_russian() const { return language_ == Language::ru; }

 private:
  // A damaged file, two good ones and work that was not saved.
  void leave_work_behind() {
    Settings settings;
    settings.language = language_;
    for (const char* name : {"Gone.canvasbook", "Old.canvasbook", "Damaged.canvasbook", "New.canvasbook"}) {
      if (name[0] == 'D') samples::put_bytes(file(name), "{}");
      if (name[0] == 'O' || name[0] == 'N') REQUIRE(save_workbook(book(), file(name)).has_value());
      settings = add_recent(std::move(settings), file(name));
    }
    for (int i = 0; i < 4; ++i) {
      settings = add_recent(std::move(settings), file("A rather long name of a file " + std::to_string(i)));
    }
    settings.last_folder = folder_.path().string();
    std::filesystem::create_directories(world_.folders.config);
    REQUIRE(save_settings(settings, world_.folders.config + "/settings.json").has_value());
    AppWorld other = world_;
    other.id_seed = 99;
    App crashed(other);
    crashed.open(book(), file("New.canvasbook"), false);
    crashed.session()->set_properties({});
    crashed.tick(10);
    crashed.tick(12);
  }

  Language language_;
  float scale_;
  samples::TemporaryFolder folder_;
  AppWorld world_;
  std::optional<Robot> robot_;
  int looks_ = 0;
};

void see_start(Tour& tour) {
  App& app = tour.app();
  app.recent_files.wait(std::chrono::seconds(30));
  tour.robot().frame(2);
  REQUIRE_FALSE(app.recoveries().empty());
  tour.look("start with recent files and unsaved work");
  app.state<StartState>().all_recent = true;
  tour.look("start with all recent files");
  for (int i = 0; i < 60; ++i) {
    app.input.move(300, 300);
    app.input.wheel(0, -5);
  }
  tour.robot().frame();
  tour.look("the end of the start screen");
  for (int i = 0; i < 60; ++i) {
    app.input.move(300, 300);
    app.input.wheel(0, 5);
  }
  tour.robot().frame();
  tour.robot().click("start/recovery/" + app.recoveries().front().id + "/forget");
  tour.look("start.forget_title");
  tour.leave();
  app.open_file(tour.file("Damaged.canvasbook"));
  tour.look("failure.title");
  tour.leave();
  app.open_file(tour.file("New.canvasbook"));
  tour.robot().frame(2);
  REQUIRE(app.question() != nullptr);
  CHECK(app.question()->title_key == "recovery.title");
  tour.look("recovery.title");
  app.answer(1);
  tour.robot().frame(2);
  app.close_workbook();
  app.change_settings([](Settings& settings) { settings.recent_files.clear(); });
  tour.robot().frame(3);
  CHECK_FALSE(tour.robot().shows("start/continue"));
  tour.look("start of a newcomer");
  app.say(app.catalog().text("outside.no_chooser"));
  tour.look("start with a message");
  for (const char* key : {"command.palette", "command.shortcuts", "command.first_steps", "command.open"})
    tour.look_at_command(key);
}

void see_sections(Tour& tour) {
  Session& session = tour.robot().session();
  for (size_t d = 0; d < session.workbook().documents.size(); ++d) {
    for (size_t s = 0; s < session.workbook().documents[d]->sections.size(); ++s) {
      session.show_section(d, s);
      tour.look(session.section()->id.c_str());
      if (session.prose() == nullptr) continue;
      session.begin_prose();
      tour.look("writing running text");
      session.end_writing();
    }
  }
  session.show_section(0, 0);
}

// What opens above the views of items: menus, lists to choose from, the trial run.
void see_items(Tour& tour) {
  Robot& robot = tour.robot();
  Session& session = robot.session();
  const auto look_at = [&](const char* item, const std::string& part, const char* screen) {
    session.go_to(item);
    robot.frame(3);
    robot.click(part);
    tour.look(screen);
    for (int i = 0; i < 3; ++i) robot.press(Key::escape);
    session.end_writing();
    REQUIRE_FALSE(robot.app.has_dialog());
  };
  look_at("obj_price", "field/obj_price/cue", "writing a cue");
  look_at("obj_price", "item/obj_price/handle", "the menu of an item");
  look_at("rep_01", "item/rep_01/speaker", "who speaks");
  look_at("rep_01", "item/rep_01/module", "the modules of the book");
  look_at("ck_out_hours", "item/ck_out_hours/scale", "the scale of an item");
  look_at("ck_out_hours", "checklist/scale", "the scale of a list");
  look_at("st_comp_drink", "column/problem/menu", "the menu of a column");
  look_at("st_comp_drink", "sheet/layout", "how a sheet prints");
  look_at("cost_rent", "command.drivers", "what causes a cost");
  session.go_to("ck_out_hours");
  robot.frame(3);
  robot.click("checklist/trial");
  tour.look("a trial run");
  robot.click("checklist/trial");
  session.go_to("st_comp_drink");
  robot.frame(3);
  robot.click("column/problem/menu");
  robot.click("sheet/items.column.choice");
  robot.click("column/problem/menu");
  robot.click("sheet/items.choices");
  tour.look("the values of a column");
  for (int i = 0; i < 20; ++i) {
    robot.type("Value");
    robot.press(Key::enter);
  }
  tour.look("many values of a column");
  tour.leave();
  session.undo();
  session.show_section(0, 0);
}

// Visits: the list, the form, what is written in it, what it lacks, what would be imported.
void see_visits(Tour& tour) {
  Robot& robot = tour.robot();
  Session& session = robot.session();
  const size_t depth = session.history().depth();
  session.go_to("checklist_list");
  robot.frame(3);
  robot.run("command.new_visit");
  tour.look("the place of a visit is written");
  robot.type("North");
  robot.press(Key::escape);
  tour.look("a visit");
  robot.press(Key::enter);
  robot.press(Key::digit_1);
  tour.look("an item of a visit");
  robot.press(Key::tab);
  robot.type("A comment");
  tour.look("a comment of a visit");
  robot.press(Key::escape);
  tour.look_at_command("command.finish_visit");
  tour.look_at_command("command.import_visits");
  robot.clipboard = "place,date,item,answer\nNorth,2026-06-01,roof,yes\n";
  robot.press(Key::escape);
  robot.press(Key::v, control);
  tour.look("visits that cannot be imported");
  tour.leave();
  robot.press(Key::insert);
  tour.look("names that were used before");
  robot.press(Key::escape);
  robot.type("nothing like it");
  tour.look("no visit is found");
  robot.press(Key::escape);
  tour.look_at_command("command.visit_results");
  robot.run("command.visit_results");
  robot.frame(2);
  const std::string visit = session.visits()->visits.front()->id;
  finish_visit(session, visit, true);
  robot.run("command.visit_results");
  tour.look("the results of visits");
  robot.press(Key::tab);
  robot.press(Key::page_down);
  tour.look("further pages of the results");
  robot.press(Key::tab);
  robot.press(Key::tab);
  robot.type("2030");
  tour.look("a day of the filter that is none");
  robot.type("-01");
  tour.look("a filter that takes no visits");
  robot.press(Key::escape);
  robot.run("command.visit_results");
  robot.frame(2);
  session.end_writing();
  while (session.history().depth() > depth) session.undo();
  session.show_section(0, 0);
}

void see_panels(Tour& tour) {
  App& app = tour.app();
  for (const SidePanel panel : {SidePanel::preview, SidePanel::review, SidePanel::guide}) {
    app.show_panel(panel);
    tour.look("a side panel");
  }
  for (size_t i = 0; i < tour.robot().session().board()->blocks.size(); ++i) {
    tour.robot().session().choose_block(tour.robot().session().board()->blocks[i].id);
    tour.look("the guide of a block");
  }
  app.show_panel(SidePanel::review);
  tour.robot().frame(2);
  std::string finding;
  for (const auto& part : app.parts.parts()) {
    if (part.key.ends_with("/dismiss") && part.visible) finding = finding.empty() ? part.key : finding;
  }
  REQUIRE_FALSE(finding.empty());
  tour.robot().click(finding);
  tour.look("dismissal.title");
  tour.robot().type("Because");
  tour.robot().press(Key::enter);
  tour.robot().frame(3);
  REQUIRE_FALSE(app.has_dialog());
  app.state<PanelState>().dismissed_is_open = true;
  tour.look("a dismissed finding");
  const auto fold = [&](bool shown) {
    app.change_settings([shown](Settings& settings) {
      settings.panels.side.shown = shown;
      settings.panels.navigator.shown = shown;
    });
  };
  fold(false);
  tour.look("panels folded away");
  fold(true);
  app.show_panel(SidePanel::guide);
  const Panels panels = app.settings.panels;
  app.change_settings([](Settings& settings) { settings.panels.side.width = settings.panels.navigator.width = 1; });
  tour.look("narrow panels");
  app.change_settings([](Settings& settings) { settings.panels.side.width = settings.panels.navigator.width = 2000; });
  tour.look("wide panels");
  app.change_settings([&](Settings& settings) { settings.panels = panels; });
}

void see_registers(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  Session& session = robot.session();
  const Panels panels = app.settings.panels;
  robot::run(app, "command.touchpoints");
  tour.look("no touchpoints yet");
  IdSource ids(5);
  for (const char* source : {"touchpoint_plan", "service_standards"}) {
    session.add_document(make_document(*find_template(app.language(), source), ids));
  }
  for (const char* command : {"command.segments", "command.touchpoints"}) {
    robot::run(app, command);
    tour.look(command);
    robot.press(Key::down);
    robot.press(Key::right);
    tour.look("an unfolded entry");
    robot.press(Key::enter);
    tour.look("the name of an entry is written");
    robot.press(Key::escape);
    app.change_settings(
        [](Settings& settings) { settings.panels.side.width = settings.panels.navigator.width = 2000; });
    tour.look("a narrow register");
    app.change_settings([](Settings& settings) { settings.panels.side.width = settings.panels.navigator.width = 1; });
    tour.look("a wide register");
    app.change_settings([&](Settings& settings) { settings.panels = panels; });
  }
  session.show_section(0, 0);
  tour.open();
}

void see_find(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  const Panels panels = app.settings.panels;
  robot::run(app, "command.find");
  tour.look("command.find");
  robot.type(app.language() == Language::ru ? "кофе" : "coffee");
  tour.look("places that were found");
  robot.press(Key::enter);
  robot.press(Key::enter);
  tour.look("a place that was gone to");
  robot::run(app, "command.replace");
  app.state<FindPanel>().options.word_forms = true;
  tour.look("command.replace");
  app.change_settings([](Settings& settings) { settings.panels.side.width = 1; });
  tour.look("a narrow panel that replaces");
  robot::run(app, "command.find");
  robot.frame(2);
  robot.type("xyzzy");
  tour.look("nothing was found");
  robot.press(Key::escape);
  app.change_settings([&](Settings& settings) { settings.panels = panels; });
  robot.session().end_writing();
}

void see_board(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  Session& session = robot.session();
  session.show_section(0, 0);
  for (const Block& block : std::vector<Block>(session.board()->blocks)) {
    if (block.notes.empty()) continue;
    session.select(block.notes.front().id, false);
    tour.look("a note is selected");
    for (const char* menu : {"note.segments", "note.types", "note.colours"}) {
      if (!robot.shows(menu)) continue;
      robot.click(menu);
      tour.look(menu);
      robot.press(Key::escape);
    }
  }
  session.begin_note("part_roaster");
  tour.look("writing a note");
  session.begin_details("part_roaster");
  tour.look("details");
  session.end_writing();
  session.select("part_roaster", false);
  robot::run(app, "command.park");
  app.state<BoardState>().parking_is_open = true;
  tour.look("parking lot with a note");
  session.undo();
  session.select("part_roaster", false);
  session.deselect();
  tour.look("parking lot, empty");
  app.state<BoardState>().parking_is_open = false;
  session.dim_for(session.segments().front().id);
  tour.look("notes of one segment");
  session.dim_for({});
  app.open(paper::from_template("business_model_canvas", robot.app.language()), {});
  tour.look("an empty canvas");
  app.open(paper::from_template("value_proposition_canvas", robot.app.language()), {});
  tour.look("another empty canvas");
  tour.open();
}

// The call and practice, from the beginning to the end.
void see_call(Tour& tour) {
  Robot& robot = tour.robot();
  robot.run("command.call");
  tour.look("a call");
  robot.type(tour.is_russian() ? "дорого" : "expensive");
  tour.look("a client's words");
  robot.press(Key::enter);
  tour.look("a cue");
  robot.press(Key::g, control);
  tour.look("no words for a gap");
  tour.leave();
  robot.run("command.practise");
  tour.look("dialogues to practise");
  robot.press(Key::enter);
  for (int i = 0; i < 6; ++i) robot.press(Key::space);
  tour.look("practice");
  robot.press(Key::escape);
  robot.frame(2);
}

// Marks under words and the menu of one, also at the right and the lower edge of the window.
void see_spelling(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  robot.frame(2);
  app.spelling.finish();
  robot.frame(2);
  for (const char* note : {"part_roaster", "cost_rent", "seg_commuters"}) {
    Session& session = robot.session();
    session.show_section(0, 0);
    session.begin_note(note);
    REQUIRE(session.is_writing());
    session.replace_written({0, 0}, "Зделать recieve, ");
    session.end_writing();
    tour.look("misspelt words");
    session.select(note, false);
    robot::run(app, "command.next_misspelling");
    tour.look("the menu of a misspelt word, searching");
    app.spelling.finish();
    tour.look("the menu of a misspelt word");
    robot.press(Key::escape);
    session.undo();
  }
  tour.open();
}

void see_menus(Tour& tour) {
  Robot& robot = tour.robot();
  for (const Menu menu : all_menus) {
    const std::string key(menu_key(menu));
    robot.click(key);
    tour.look(key.c_str());
    robot.press(Key::escape);
  }
  for (const char* row : {"document/model", "section/model_canvas"}) {
    robot.move_to(row);
    robot.click(std::string(row) + "/more");
    tour.look("the menu of a row");
    robot.press(Key::escape);
  }
  for (const char* key : {"command.rename_document", "command.rename_section"}) {
    robot.run(key);
    tour.look(key);
    robot.session().end_writing();
  }
}

void see_export(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  app.open(tour.book(), tour.file("book.canvasbook"));
  robot.frame(2);
  const auto finish = [&] {
    for (int i = 0; i < 1000000 && app.parts.find("export.stop") != nullptr; ++i) {
      std::this_thread::yield();
      robot.frame();
    }
    robot.frame(3);
  };
  robot::run(app, "command.export");
  tour.look("export");
  robot.press(Key::enter);
  robot.frame(2);
  finish();
  tour.look("export.done");
  tour.leave();
  samples::put_bytes(tour.file("book.pdf"), "another program's");  // its own it would replace
  robot::run(app, "command.export");
  robot.frame(3);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(app.parts.find("replace.yes") != nullptr);
  tour.look("a target that exists");
  tour.leave();
  app.state<ExportChoices>().folder = "/nowhere/at/all";
  app.state<ExportChoices>().file = "/nowhere/at/all/book.pdf";
  robot::run(app, "command.export");
  robot.frame(3);
  robot.press(Key::enter);
  robot.frame(2);
  finish();
  tour.look("an export that failed");
  tour.leave();
  app.state<ExportChoices>() = {};
}

void see_browser(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  for (const auto purpose : {FileChoice::Purpose::open, FileChoice::Purpose::save, FileChoice::Purpose::folder}) {
    FileChoice choice;
    choice.purpose = purpose;
    choice.title = app.catalog().text("browser.open_workbook");
    choice.start = tour.file("A rather long name of a workbook, so that it has to be cut.canvasbook");
    if (purpose == FileChoice::Purpose::folder) choice.start = tour.file("");
    if (purpose != FileChoice::Purpose::folder) choice.filters = workbook_filters(app.catalog());
    app.choose_file(choice, [](const std::string&) {});
    tour.look("the file browser");
    if (purpose != FileChoice::Purpose::open) {
      robot.click("browser.new_folder");
      tour.look("browser.new_folder");
      robot.press(Key::escape);
    }
    tour.leave();
  }
}

void see_questions(Tour& tour) {
  App& app = tour.app();
  Robot& robot = tour.robot();
  const std::string file = tour.file("book.canvasbook");
  REQUIRE(save_workbook(tour.book(), file).has_value());
  app.open(tour.book(), file);
  robot.session().add_note("channels", "Text");
  robot.session().end_writing();
  app.request_close();
  tour.look("close.title");
  tour.leave();

  Workbook theirs = tour.book();
  theirs.company = "Theirs";
  REQUIRE(save_workbook(theirs, file).has_value());
  app.tick(1000);
  REQUIRE(app.has_dialog());
  tour.look("disk.title");
  tour.leave();

  app.save_as();
  robot.frame(3);
  robot.press(Key::a, control);
  robot.type("Old");
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(app.question() != nullptr);
  CHECK(app.question()->title_key == "replace.title");
  tour.look("replace.title");
  tour.leave();

  App other([&] {
    AppWorld world = app.world();
    world.id_seed = 55;
    return world;
  }());
  other.open_file(tour.file("Old.canvasbook"));
  app.open(tour.book(), tour.file("Old.canvasbook"));
  REQUIRE(app.question() != nullptr);
  CHECK(app.question()->title_key == "open_already.title");
  tour.look("open_already.title");
  app.answer(0);

  std::filesystem::create_directory(tour.file("stick"));
  app.open(tour.book(), tour.file("stick/book.canvasbook"));
  robot.session().add_note("channels", "Text");
  std::filesystem::remove(tour.file("stick"));
  app.save();
  REQUIRE(app.question() != nullptr);
  CHECK(app.question()->title_key == "save_failed.title");
  tour.look("save_failed.title");
  tour.leave();
  tour.look("a message in the status line");
}

void see_dialogs(Tour& tour) {
  App& app = tour.app();
  for (const char* key : {"command.palette", "command.shortcuts", "command.first_steps", "command.add_document",
                          "command.properties", "command.page_budget", "command.section_budget", "command.revision",
                          "command.paper_style", "command.insert_section", "command.move_section_to",
                          "command.save_template", "command.open", "command.save_as"}) {
    tour.look_at_command(key);
  }
  robot::run(app, "command.focus");
  tour.robot().frame(2);
  tour.look("nothing but the text");
  app.is_focused = false;
  robot::run(app, "command.palette");
  tour.robot().frame(2);
  tour.robot().type("zzz");
  tour.look("a palette without entries");
  tour.leave();
}

// What a command or action may change, so that one that does nothing is found.
struct Traces {
  Workbook workbook;
  std::string view;
  std::string rest;
  Settings settings;

  explicit Traces(Robot& robot) : settings(robot.app.settings) {
    const App& app = robot.app;
    const auto add = [](std::string& text, const auto& value) { text += std::to_string(value) + "/"; };
    if (const Session* session = app.session()) {
      workbook = session->workbook();
      const View& shown = session->view();
      add(view, shown.document);
      add(view, shown.section);
      add(view, static_cast<int>(shown.editing));
      view += shown.block + "/" + shown.edited + "/" + shown.dimmed_for;
      for (const std::string& note : shown.selected) view += " " + note;
      add(rest, session->is_saved());
    }
    add(rest, app.session() == nullptr);
    add(rest, app.has_dialog());
    add(rest, app.full_view != nullptr);
    add(rest, app.full_screen);
    add(rest, app.is_focused);
    add(rest, app.is_finished());
    add(rest, app.state<BoardState>().zoom_percent());
    add(rest, app.state<BoardState>().parking_is_open);
    add(rest, menu_is_open());
    add(rest, app.state<ItemState>().on_trial);
    rest += app.message() + "/" + robot.clipboard;
  }

  bool operator==(const Traces&) const = default;
};

// Three documents and a note in the parking lot, with steps that can be undone and redone, nothing saved.
void prepare(Robot& robot, const Workbook& book, const std::string& file) {
  App& app = robot.app;
  app.open(book, file);
  app.change_settings([&](Settings& settings) {
    settings.panels = {};
    settings.language.reset();
    settings.scale = 100;
  });
  Session& session = robot.session();
  session.duplicate_document("model", "Copy");
  session.duplicate_document("offices", "Another copy");
  session.go_to("offices");
  session.show_section(session.view().document, 0);
  const std::string block = "pain_relievers";
  session.add_note(block, "One");
  session.add_note(block, "Two");
  session.add_note(block, "Three");
  session.end_writing();
  session.undo();
  app.state<BoardState>().parking_is_open = false;
  robot.clipboard = "Pasted";
  app.full_screen = false;
  robot.frame(2);
  set_zoom(app, 125);
  const auto& notes = find_block(*session.board(), block)->notes;
  session.select(notes[notes.size() / 2].id, false);
  robot.frame(3);
}

std::u32string characters_of_catalogs() {
  std::set<char32_t> found;
  for (const Language language : languages) {
    const Catalog& words = Catalog::of(language);
    for (const std::string_view key : words.keys()) {
      const std::string text = words.text(key);
      for (size_t at = 0; at < text.size();) found.insert(next_code_point(text, at));
    }
  }
  found.erase(U'\n');
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE_TEMPLATE("on every screen, in every panel, menu and dialog all labels fit and nothing is cut or covered",
                   InLanguage, InRussian, InEnglish) {
  const Language language = InLanguage::language;
  for (const float scale : scales) {
    Tour tour(language, scale);
    see_start(tour);
    tour.open();
    see_sections(tour);
    see_items(tour);
    see_visits(tour);
    see_panels(tour);
    see_registers(tour);
    see_find(tour);
    see_board(tour);
    see_spelling(tour);
    see_menus(tour);
    see_dialogs(tour);
    see_export(tour);
    see_browser(tour);
    see_questions(tour);
    tour.open();
    tour.robot().run("command.present");
    tour.look("presentation");
    tour.leave();
    see_call(tour);
    while (tour.robot().session().document() != nullptr) {
      tour.robot().run("command.remove_document");
      if (tour.app().question() != nullptr) tour.app().answer(0);  // others name what is in it
      tour.robot().frame(2);
    }
    tour.look("a workbook without documents");
    CHECK(tour.looks() > 100);
  }
}

// In a check list of the example, which is then shown.
void mark_something(Session& session) {
  session.go_to("shopper_visit");
  const Checklist& list = std::get<Checklist>(session.section()->content);
  session.record_content(set_trial_mark(list, list.groups.front().items.front().id, mark_yes), "step.trial_mark", {});
}

TEST_CASE_TEMPLATE("every command of the table is reached by its menu and changes something", InLanguage, InRussian,
                   InEnglish) {
  const samples::TemporaryFolder folder;
  const Language language = InLanguage::language;
  AppWorld world = Robot::world_of(language);
  world.folders.data = folder.file("data");
  world.home = folder.path().string();
  Robot robot(world, language == Language::ru ? 1.0F : 1.5F, {1280, 720});
  const Workbook book = paper::example(code_of(language));
  for (const Command& command : commands()) {
    CAPTURE(std::string(command.key));
    const std::string_view key = command.key;
    prepare(robot, book, folder.file("book.canvasbook"));
    // where the command would have nothing to do: beside it
    if (key == "panel.guide") robot.app.show_panel(SidePanel::review);
    if (key == "command.drivers") robot.session().go_to("cost_rent");
    if (key == "command.next_step" || key == "command.synonyms" || key == "command.move_cues")
      robot.session().go_to("obj_price_1");
    if (key == "command.join_cues") robot.session().go_to("gap_1");
    if (key == "command.talk_length" || key == "command.practise") robot.session().go_to("sales_dialogue_cold");
    if (key == "command.section_higher") robot.session().go_to("sales_secretary");
    if (key == "command.weight" || key == "command.evidence" || key == "command.opener")
      robot.session().go_to("ck_out_window");
    if (key == "command.threshold") robot.session().go_to("ms_first_clean");
    if (key == "command.check_standards") robot.session().go_to("st_greet_guest");
    if (key == "command.clear_marks" || key == "command.trial") mark_something(robot.session());
    if (key.find("visit") != key.npos || key == "command.show_checklist") robot.session().go_to("ck_out_window");
    if (key == "command.show_visits" || key == "command.show_checklist" || key == "command.finish_visit" ||
        key == "command.visit_results" || key == "command.visit_actions")
      robot.run("command.new_visit");
    if (key == "command.show_visits") robot.run("command.show_checklist");
    if (key == "command.dismiss_finding") robot.run("command.next_finding");
    if (key == "command.note_type") robot.session().go_to("ch_office");
    if (key == "command.return_note") robot.run("command.park");
    if (key == "command.take_like_segment") robot.session().go_to("seg_parents");  // the copy has one of that name
    robot.frame(2);
    if (!is_enabled(command, robot.app)) robot.session().show_section(robot.view().document, 1);
    REQUIRE(is_enabled(command, robot.app));
    robot.frame(2);
    const Traces before(robot);
    robot.click(menu_key(command.menu));
    robot.click("menu/" + std::string(key));
    robot.frame(2);
    CHECK_FALSE((Traces(robot) == before));
    for (int i = 0; i < 5 && (robot.app.has_dialog() || robot.app.full_view); ++i) robot.press(Key::escape);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK_FALSE(robot.app.is_finished());
    if (robot.app.session() == nullptr) continue;
    robot.session().end_writing();
    while (robot.session().can_undo()) robot.session().undo();
    CHECK(robot.workbook().documents == book.documents);
  }
}

TEST_CASE_TEMPLATE("every action of the board does its work by clicks on its parts, at every scale", InLanguage,
                   InRussian, InEnglish) {
  const Language language = InLanguage::language;
  for (const float scale : scales) {
    CAPTURE(scale);
    const Workbook book = paper::example(code_of(language));
    Robot robot(book, {}, language, scale, {1920, 1200});
    const auto note = [&](const char* id) { return find_note(board_of(robot), id); };
    const auto place = [&](const char* id) {
      const Block* block = find_block_of(board_of(robot), id);
      return block == nullptr ? std::string() : block->id;
    };

    // writing
    const size_t notes = block_of(robot, "channels").notes.size();
    robot.click("block/channels/add");
    robot.type("Ещё");
    robot.press(Key::escape);
    REQUIRE(block_of(robot, "channels").notes.size() == notes + 1);
    CHECK(block_of(robot, "channels").notes.back().text == "Ещё");
    robot.click("note/part_roaster", 2);
    robot.press(Key::end, control);
    robot.type("!");
    robot.press(Key::escape);
    CHECK(note("part_roaster")->text.ends_with("!"));

    // the bar at the note
    robot.click("note/part_roaster");
    for (const char* colour : {"none", "yellow", "orange", "red", "green", "blue", "violet"}) {
      robot.click("note.colours");
      robot.click(std::string("note.colour/") + colour);
      CHECK(colour_name(note("part_roaster")->colour) == colour);
    }
    const std::string segment = robot.session().segments().front().id;
    const auto served = note("part_roaster")->segments;
    robot.click("note.segments");
    robot.click("note.segment/" + segment);
    robot.press(Key::escape);
    CHECK(note("part_roaster")->segments != served);
    robot.click("command.details");
    robot.type("Подробно");
    robot.click("details.done");
    CHECK(note("part_roaster")->details.find("Подробно") != std::string::npos);
    robot.click("note/rel_names");
    const auto types = note("rel_names")->types;
    robot.click("note.types");
    robot.click("note.type/automated");
    robot.press(Key::escape);
    CHECK(note("rel_names")->types != types);

    // moving, parking, removing
    robot.drag("note/part_roaster", "block/key_activities");
    CHECK(place("part_roaster") == "key_activities");
    robot.click("note/rel_names");
    robot.click("command.park");
    CHECK(place("rel_names").empty());
    CHECK(board_of(robot).parking.size() == 1);
    if (!robot.app.state<BoardState>().parking_is_open) robot.click("parking/fold");
    robot.drag("note/rel_names", "block/customer_relationships");
    CHECK(place("rel_names") == "customer_relationships");
    robot.click("parking/add");
    robot.type("Мысль");
    robot.press(Key::escape);
    CHECK(board_of(robot).parking.front().text == "Мысль");
    robot.click("parking/fold");
    CHECK_FALSE(robot.app.state<BoardState>().parking_is_open);
    robot.click("note/rel_names");
    robot.press(Key::delete_);
    CHECK(note("rel_names") == nullptr);

    // looking
    robot.press(Key::escape);
    robot.click("dim/" + segment);
    CHECK(robot.view().dimmed_for == segment);
    robot.click("dim/" + segment);
    CHECK(robot.view().dimmed_for.empty());
    const float fits = robot.app.state<BoardState>().zoom();
    robot.click("status/zoom_in");
    CHECK(robot.app.state<BoardState>().zoom() > fits);
    robot.click("status/zoom");
    CHECK(robot.app.state<BoardState>().zoom() == fits);
    robot.click("status/zoom_out");
    CHECK(robot.app.state<BoardState>().zoom() < fits);
    robot.click("status/zoom");

    // and all of it back
    const Workbook end = robot.workbook();
    int steps = 0;
    for (; robot.session().can_undo(); ++steps) robot.click("command.undo");
    CHECK(robot.workbook() == book);
    for (; steps > 0; --steps) robot.click("command.redo");
    CHECK(robot.workbook() == end);
  }
}

namespace {

// The section of the example that has an item, shown in a window that is high enough for all of it.
void show_part(Robot& robot, const char* section) {
  robot.click(std::string("section/") + section);
  robot.frame(2);
  REQUIRE(robot.session().section()->id == section);
}

template <class Kind>
const Kind& shown(const Robot& robot) {
  return std::get<Kind>(robot.app.session()->section()->content);
}

void answer_objections(Robot& robot) {
  show_part(robot, "sales_objections");
  const auto cue = [&](size_t i) { return shown<Responses>(robot).responses.at(i); };
  const size_t count = shown<Responses>(robot).responses.size();
  const std::string first = cue(0).id;
  robot.click("field/" + first + "/cue");
  robot.press(Key::end, control);
  robot.type("!");
  robot.press(Key::escape);
  CHECK(cue(0).cue.ends_with("!"));
  const size_t answers = cue(0).answers.size();
  robot.click("item/" + first + "/add_answer");
  robot.type("Ещё");
  robot.press(Key::escape);
  REQUIRE(cue(0).answers.size() == answers + 1);
  CHECK(cue(0).answers.back().text == "Ещё");
  robot.drag("item/" + cue(1).id + "/handle", "field/" + first + "/cue");
  CHECK(cue(0).id != first);
  robot.click("item/" + first + "/handle");
  robot.click("items/command.duplicate");
  CHECK(shown<Responses>(robot).responses.size() == count + 1);
  robot.click("item/" + first + "/handle");
  robot.click("items/command.remove");
  REQUIRE(robot.app.question() != nullptr);  // dialogues use its answers
  robot.click("remove_named.remove");
  CHECK(shown<Responses>(robot).responses.size() == count);
  robot.click("field//cue_title");
  robot.press(Key::a, control);
  robot.type("Что говорят");
  robot.press(Key::escape);
  CHECK(shown<Responses>(robot).cue_title == "Что говорят");
}

void replace_phrases(Robot& robot) {
  show_part(robot, "standards_stop");
  const auto all = [&] { return shown<Replacements>(robot).replacements; };
  const size_t count = all().size();
  robot.click("items/add");
  for (const char* text : {"Нельзя", "Можно", "Потому", "Мне не рады"}) {
    robot.type(text);
    if (std::string_view(text) != "Мне не рады") robot.press(Key::tab);
  }
  robot.press(Key::escape);
  REQUIRE(all().size() == count + 1);
  CHECK(all().back().reason == "Потому");
  CHECK(all().back().hears == "Мне не рады");
  const std::string last = all().back().id;
  robot.drag("item/" + last + "/handle", "item/" + all().front().id + "/handle");
  CHECK(all().back().id != last);
}

void talk(Robot& robot) {
  show_part(robot, "sales_dialogue_repeat");
  const auto line = [&] { return shown<Dialogue>(robot).lines.front(); };
  const Dialogue before = shown<Dialogue>(robot);
  robot.click("field//situation");
  robot.press(Key::end, control);
  robot.type("…");
  robot.press(Key::escape);
  CHECK(shown<Dialogue>(robot).situation != before.situation);
  robot.click("speaker/add");
  robot.type("Водитель");
  robot.press(Key::escape);
  REQUIRE(shown<Dialogue>(robot).speakers.size() == before.speakers.size() + 1);
  const std::string driver = shown<Dialogue>(robot).speakers.back().id;
  robot.click("speaker/" + driver + "/client");
  CHECK_FALSE(shown<Dialogue>(robot).speakers.back().is_client);
  robot.click("item/" + line().id + "/speaker");
  robot.click("item/" + line().id + "/speaker/" + driver);
  CHECK(line().speaker == driver);
  robot.click("item/" + line().id + "/speaker");
  robot.click("item/" + line().id + "/speaker/" + before.lines.front().speaker);
  robot.click("speaker/" + driver + "/remove");
  CHECK(shown<Dialogue>(robot).speakers == before.speakers);
  robot.click("item/" + line().id + "/module");
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(line().module != before.lines.front().module);
  robot.click("item/" + line().id + "/said");
  CHECK(robot.session().section()->id != "sales_dialogue_repeat");  // the way to what the line says
}

void check_things(Robot& robot) {
  show_part(robot, "checklist_list");
  const auto item = [&] { return shown<Checklist>(robot).groups.front().items.front(); };
  const CheckItem before = item();
  const std::string part = "item/" + before.id;
  robot.move_to(part);
  robot.click(part + "/heavier");
  CHECK(item().weight == before.weight + 1);
  robot.click(part + "/lighter");
  CHECK(item().weight == before.weight);
  robot.click(part + "/critical");
  CHECK(item().critical != before.critical);
  robot.click(part + "/scale");
  robot.click("scale/points_10");
  CHECK(item().scale == Scale::points_10);
  robot.click("checklist/scale");
  robot.click("scale/points_7");
  CHECK(shown<Checklist>(robot).scale == Scale::points_7);
  for (const char* adds : {"field//add/head", "field//add/signature", "field//add/group"}) {
    const size_t count = items_in_order(robot.session().section()->content).size();
    robot.click(adds);
    robot.type("Новое");
    robot.press(Key::escape);
    CHECK(items_in_order(robot.session().section()->content).size() > count);
  }
  const size_t items = shown<Checklist>(robot).groups.front().items.size();
  robot.click("field//add/" + shown<Checklist>(robot).groups.front().id);
  robot.type("И это");
  robot.press(Key::escape);
  CHECK(shown<Checklist>(robot).groups.front().items.size() == items + 1);
  robot.click("checklist/trial");
  robot.click(part + "/mark/10");
  robot.click("checklist/trial");
  CHECK_FALSE(robot.app.state<ItemState>().on_trial);
}

void fill_a_table(Robot& robot) {
  show_part(robot, "standards_compensations");
  const auto sheet = [&] { return shown<Sheet>(robot); };
  const size_t rows = sheet().rows.size();
  robot.click("items/add");
  robot.type("Остыло");
  robot.press(Key::tab);
  robot.type("Новый");
  robot.press(Key::escape);
  REQUIRE(sheet().rows.size() == rows + 1);
  CHECK(sheet().rows.back().cells.size() == 2);
  const std::string last = sheet().rows.back().id;
  robot.drag("item/" + last + "/handle", "item/" + sheet().rows.front().id + "/handle");
  CHECK(sheet().rows.back().id != last);
  robot.click("sheet/add_column");
  robot.type("Вид");
  robot.press(Key::escape);
  const std::string column = sheet().columns.back().id;
  CHECK(sheet().columns.back().title == "Вид");
  robot.click("column/" + column + "/menu");
  robot.click("sheet/items.column.choice");
  robot.click("column/" + column + "/menu");
  robot.click("sheet/items.choices");
  for (const char* choice : {"Еда", "Напиток"}) {
    robot.type(choice);
    robot.press(Key::enter);
  }
  robot.click("choices.set");
  CHECK(sheet().columns.back().choices == std::vector<std::string>{"Еда", "Напиток"});
  robot.click("field/" + last + "/" + column);
  robot.click("choice/1");
  const Sheet chosen = sheet();
  CHECK(cell_text(*std::ranges::find(chosen.rows, last, &SheetRow::id), chosen.columns.back()) == "Напиток");
  robot.click("sheet/layout");
  robot.click("layout/cards");
  CHECK(sheet().layout == SheetLayout::cards);
}

}  // namespace

TEST_CASE_TEMPLATE("every action of the views of items does its work by clicks on its parts, at every scale",
                   InLanguage, InRussian, InEnglish) {
  const Language language = InLanguage::language;
  for (const float scale : scales) {
    CAPTURE(scale);
    const Workbook book = paper::example(code_of(language));
    Robot robot(book, {}, language, scale, {1920, 6000});
    for (const auto act : {answer_objections, replace_phrases, talk, check_things, fill_a_table}) {
      act(robot);
      check_labels_fit(robot, [&](std::string_view key) { return robot.app.parts.find(key)->visible; });
    }
    const Workbook end = robot.workbook();
    int steps = 0;
    for (; robot.session().can_undo(); ++steps) robot.click("command.undo");
    CHECK(robot.workbook() == book);
    for (; steps > 0; --steps) robot.click("command.redo");
    CHECK(robot.workbook() == end);
  }
}

TEST_CASE("every icon of the interface and of the templates has its picture") {
  Robot robot{Robot::world_of(Language::en)};
  for (const ImFont* font : {robot.app.theme.fonts.text, robot.app.theme.fonts.small}) {
    for (const char32_t icon : icons::all) {
      CAPTURE(static_cast<unsigned>(icon));
      CHECK((font->FindGlyphNoFallback(static_cast<ImWchar>(icon)) != nullptr));
    }
  }
  for (const auto& entry : icon_names) {
    CAPTURE(entry.first);
    CHECK((robot.app.theme.fonts.text->FindGlyphNoFallback(static_cast<ImWchar>(entry.second)) != nullptr));
  }
  // an icon that is missing in the list would be drawn as nothing
  const std::string header = samples::bytes_of(samples::source_folder() / "editor/parts/interface_icons.h");
  static const std::regex constant(R"(constexpr char32_t (\w+) = (0x[0-9A-F]+);)");
  size_t constants = 0;
  for (std::sregex_iterator match(header.begin(), header.end(), constant), end; match != end; ++match) {
    CAPTURE((*match)[1].str());
    const auto code = static_cast<char32_t>(std::stoul((*match)[2], nullptr, 16));
    CHECK((std::ranges::find(icons::all, code) != std::end(icons::all)));
    ++constants;
  }
  CHECK(constants == std::size(icons::all));
}

TEST_CASE("the fonts of the interface have every letter of both catalogs") {
  Robot robot{Robot::world_of(Language::en)};
  const std::u32string characters = characters_of_catalogs();
  CHECK(characters.size() > 130);
  const InterfaceFonts& fonts = robot.app.theme.fonts;
  const std::map<std::string, const ImFont*> all = {{"text", fonts.text},
                                                    {"bold", fonts.bold},
                                                    {"small", fonts.small},
                                                    {"small bold", fonts.small_bold},
                                                    {"title", fonts.title},
                                                    {"note", fonts.note},
                                                    {"board note", fonts.board.note},
                                                    {"board small", fonts.board.small},
                                                    {"board bold", fonts.board.small_bold}};
  for (const auto& entry : all) {
    CAPTURE(entry.first);
    CHECK((entry.second->FallbackGlyph != nullptr));
    for (const char32_t character : characters) {
      if (character == 0xFFFD) continue;  // that is what stands for what a font has not
      CAPTURE(static_cast<unsigned>(character));
      CHECK((entry.second->FindGlyphNoFallback(static_cast<ImWchar>(character)) != nullptr));
    }
  }
}

TEST_CASE("what is drawn can be read back, and a cut label is told from a whole one") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.show_letters();
  std::string text;
  for (const DrawnLetter& letter : LetterReader().read()) append_utf8(text, letter.character);
  CHECK(text.find("Keyactivities") != std::string::npos);
  CHECK(text.find("Addadocument") != std::string::npos);
}

TEST_CASE("labels that are cut, and text over text, are noticed") {
  Robot robot(paper::example("ru"), {}, Language::ru, 1, {1280, 720});
  CHECK(FrameLook(robot).problems().empty());
  const auto kinds = [&] {
    std::set<std::string> found;
    for (const std::string& problem : FrameLook(robot).problems()) {
      found.insert(problem.substr(0, problem.find(':')));
    }
    return found;
  };
  InterfaceFonts& fonts = robot.app.theme.fonts;
  const InterfaceFonts right = fonts;
  fonts.text = fonts.small = fonts.small_bold = fonts.bold = fonts.heading_1;
  robot.frame(3);
  CHECK(kinds().contains("a label does not fit"));
  CHECK(kinds().contains("a label is cut"));
  fonts = right;
  do {
    ImGui::NewFrame();
    robot.app.draw();
    ImGui::GetForegroundDrawList()->AddText({300, 300}, IM_COL32_BLACK, "Some words");
    ImGui::GetForegroundDrawList()->AddText({301, 300}, IM_COL32_BLACK, "Some others");
    ImGui::Render();
  } while (fonts.atlas->paint_missing(*ImGui::GetDrawData()));
  CHECK(kinds() == std::set<std::string>{"text over text"});
}

TEST_CASE("the folded navigator holds more sections than the window is high") {
  Robot robot(paper::example("en"), {}, Language::en, 1, {1280, 720});
  for (int i = 0; i < 12; ++i) robot.run("command.duplicate_document");
  robot.run("panel.navigator");
  robot.frame(3);
  const std::string last = "section/" + robot.workbook().documents.back()->sections.back()->id;
  const PartRegister::Part* before = robot.app.parts.find(last);
  CHECK((before == nullptr || !before->visible));
  for (int i = 0; i < 40; ++i) {
    robot.app.input.move(20, 300);
    robot.app.input.wheel(0, -3);
    robot.frame();
  }
  robot.click(last);
  CHECK(robot.view().document + 1 == robot.workbook().documents.size());
}

}  // namespace canvasbook::interface_test
