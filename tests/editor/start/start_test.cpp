// The start screen, from a newcomer's first minute to somebody who lost power yesterday.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "editor/parts/template_groups.h"
#include "editor/session/moment_words.h"
#include "editor/session/recovery_offers.h"
#include "editor/start/parts.h"
#include "editor/start/state.h"
#include "editor/text/words.h"
#include "model/base/checksum.h"
#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "templates/own_templates.h"
#include "tests/edits.h"
#include "tests/full_disk.h"
#include "tests/recoveries.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::start_test {

using namespace robot;

namespace {

// A computer with folders of its own.
struct Computer {
  samples::TemporaryFolder folder;

  AppWorld world(Language language = Language::ru, std::uint64_t seed = 7) const {
    AppWorld world = Robot::world_of(language, seed, folder.file("state"));
    world.folders.config = folder.file("config");
    world.folders.data = folder.file("data");
    world.home = folder.path().string();
    return world;
  }

  std::string settings_file() const { return folder.file("config") + "/settings.json"; }

  // The newest last, as they were opened.
  void remember(const std::vector<std::string>& files) const {
    Settings settings;
    for (const std::string& file : files) settings = add_recent(std::move(settings), file);
    std::filesystem::create_directories(folder.file("config"));
    REQUIRE(save_settings(settings, settings_file()).has_value());
  }

  std::string workbook_file(const std::string& name, const std::string& company) const {
    Workbook workbook = paper::from_template("business_model_canvas");
    workbook.company = company;
    REQUIRE(save_workbook(workbook, folder.file(name)).has_value());
    return folder.file(name);
  }

  // Somebody writes a note and the power goes.
  void crash(const std::string& text, const std::string& file = {}) const {
    Robot robot(world(Language::ru, 100));
    if (file.empty()) {
      robot.click("start/template/business_model_canvas");
      robot.press(Key::enter);
      robot.frame(3);
    } else {
      robot.app.open_file(file);
      robot.frame(3);
    }
    robot.click("block/channels/add");
    robot.type(text);
    robot.app.tick(10);
    robot.app.tick(12);
  }
};

// Lets the disk answer and draws what it said.
void settle(Robot& robot) {
  robot.app.recent_files.wait(std::chrono::seconds(30));
  robot.frame(2);
}

// Chooses a template and goes on without the name of a company.
void begin_with(Robot& robot, const std::string& card) {
  robot.click(card);
  robot.click("company.without");
  robot.frame(3);
}

std::string question_of(const Robot& robot) {
  const Question* question = robot.app.question();
  return question == nullptr ? std::string() : question->title_key;
}

}  // namespace

TEST_CASE("a newcomer reaches an open canvas by one click and an answer, and typing at once writes the first note") {
  for (const Language language : {Language::ru, Language::en}) {
    const Computer computer;
    Robot robot(computer.world(language));
    CHECK_FALSE(robot.shows("start/continue"));
    CHECK_FALSE(robot.shows("start/recent/0"));
    robot.click("start/template/business_model_canvas");
    robot.press(Key::enter);
    REQUIRE(robot.app.session() != nullptr);
    CHECK(robot.session().board() != nullptr);
    CHECK(robot.session().document()->language == language);
    CHECK(robot.workbook().company.empty());
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.session().is_saved());  // nothing is lost by leaving
    robot.type("x");
    const Block& first = *blocks_in_order(*robot.session().board()).front();
    REQUIRE(first.notes.size() == 1);
    CHECK(first.notes.front().text == "x");
  }
}

TEST_CASE("a new workbook opens with the guide in the side panel, whatever it showed last; a folded one stays folded") {
  const Computer computer;
  Robot robot(computer.world());
  robot.app.show_panel(SidePanel::review);
  begin_with(robot, "start/template/business_model_canvas");
  CHECK(robot.app.settings.panels.tab == SidePanel::guide);
  CHECK(robot.app.settings.panels.side.shown);
  robot.app.show_panel(SidePanel::preview);
  robot.app.change_settings([](Settings& settings) { settings.panels.side.shown = false; });
  robot.app.open_template(*find_template(Language::ru, "lean_canvas"));
  robot.frame(3);
  CHECK(robot.session().document()->template_id == "lean_canvas");
  CHECK_FALSE(robot.app.settings.panels.side.shown);
}

TEST_CASE("a newcomer reaches an open canvas by the keyboard alone") {
  const Computer computer;
  Robot robot(computer.world());
  const std::string first(first_wish);
  robot.press(Key::enter);  // nothing is shown to be at the keys yet
  robot.press(Key::down);
  CHECK(robot.app.state<StartState>().focus.is_on(first));
  robot.press(Key::enter);
  robot.press(Key::enter);
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.session().document()->template_id == templates_in(Language::ru).front().id);
}

TEST_CASE("the company is asked for once, may be left out, and nothing is made where one goes back") {
  for (const Language language : {Language::ru, Language::en}) {
    const Computer computer;
    Robot robot(computer.world(language));
    robot.click("start/template/business_model_canvas");
    check_labels_fit(robot, [](const std::string& key) { return key.starts_with("company."); });
    robot.click("company.back");
    CHECK(robot.app.session() == nullptr);
    CHECK_FALSE(robot.app.has_dialog());
    robot.click("start/template/business_model_canvas");
    robot.type("  Morning ");
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.workbook().company == "Morning");
    CHECK_FALSE(robot.session().is_saved());  // what was typed is not lost without a question
    robot.type("Commuters");
    CHECK(robot.session().board() != nullptr);
    CHECK(board_of(robot).blocks.front().notes.size() + block_of(robot, "customer_segments").notes.size() == 1);
    CHECK(robot.workbook().company == "Morning");
  }
}

TEST_CASE("Escape at the question for the company goes back, and the button makes the workbook without one") {
  const Computer computer;
  Robot robot(computer.world());
  robot.click("start/template/lean_canvas");
  robot.type("Нет");
  robot.press(Key::escape);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.app.session() == nullptr);
  robot.click("start/template/lean_canvas");
  robot.click("company.without");
  robot.frame(3);
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().company.empty());
  CHECK(robot.session().view().editing == Editing::note);
}

TEST_CASE("who wants a business model gets the template for it, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    const Computer computer;
    Robot robot(computer.world(language));
    begin_with(robot, "start/wish/business_model_canvas");
    REQUIRE(robot.app.session() != nullptr);
    CHECK(robot.session().document()->template_id == "business_model_canvas");
    CHECK(robot.session().document()->language == language);
  }
}

TEST_CASE("who wants a sales book, standards or a check list is asked which of them, and can go back") {
  using Choice = std::pair<std::string, std::string>;  // of the wish, of the template
  const std::vector<Choice> choices{{"sales_book", "sales_book"},
                                    {"sales_book", "sales_book_incoming"},
                                    {"sales_book", "sales_book_meetings"},
                                    {"sales_book", "sales_book_phone"},
                                    {"sales_book", "sales_book_empty"},
                                    {"service_standards", "service_standards"},
                                    {"service_standards", "service_standards_empty"},
                                    {"service_standards", "mission_values"},
                                    {"service_standards", "service_rules"},
                                    {"retail_checklist", "retail_checklist"},
                                    {"retail_checklist", "cafe_checklist"},
                                    {"retail_checklist", "checklist_empty"}};
  for (const Language language : {Language::ru, Language::en}) {
    for (const auto& [wish, id] : choices) {
      const Computer computer;
      Robot robot(computer.world(language));
      robot.click("start/wish/" + wish);
      robot.frame(3);
      robot.press(Key::escape);
      robot.frame(3);
      CHECK_FALSE(robot.app.has_dialog());
      robot.click("start/wish/" + wish);
      robot.frame(3);
      robot.click("start/choice/" + id);
      robot.frame(3);
      robot.click("company.without");
      robot.frame(3);
      REQUIRE(robot.app.session() != nullptr);
      CHECK(robot.session().document()->template_id == id);
      CHECK(robot.session().document()->language == language);
    }
  }
}

TEST_CASE("every template opens with its first text ready: what is typed at once is in it, and undo takes it back") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      const Computer computer;
      Robot robot(computer.world(language));
      robot.app.open_template(source);
      robot.frame(3);
      REQUIRE(robot.session().is_writing());
      const Workbook before = robot.session().worth_keeping();
      robot.type("Zyx");
      const Section& first = *robot.session().document()->sections.front();
      int written = 0;
      for_each_text(first.content, [&](const std::string& text) { written += text.find("Zyx") != text.npos ? 1 : 0; });
      CHECK(written == 1);
      CHECK(robot.session().section()->id == first.id);
      robot.press(Key::escape);
      while (robot.session().can_undo()) robot.run("command.undo");
      CHECK(robot.workbook() == before);
    }
  }
}

TEST_CASE("a text with places to fill in begins at the first of them, which is selected") {
  const Computer computer;
  Robot robot(computer.world(Language::en));
  begin_with(robot, "start/template/sales_book");
  const TextRange selected = robot.session().field.selection();
  CHECK(to_utf8(robot.session().field.text().substr(selected.begin, selected.end - selected.begin)) == "[subject]");
  robot.type("coolers");
  CHECK(robot.session().prose()->text.find("[subject]") > robot.session().prose()->text.find("coolers"));
}

TEST_CASE("a click hides the ring, and Enter then presses nothing that nobody sees") {
  const Computer computer;
  Robot robot(computer.world());
  const std::string first(first_wish);
  robot.press(Key::enter);
  robot.press(Key::down);
  robot.click("start/gallery/en");
  CHECK_FALSE(robot.app.state<StartState>().focus.is_on(first));
  robot.press(Key::enter);
  robot.press(Key::space);
  CHECK(robot.app.session() == nullptr);
  robot.press(Key::down);
  CHECK(robot.app.state<StartState>().focus.is_on(first));  // shown where it was
}

TEST_CASE("the arrows walk over the cards, up to the buttons and back") {
  const Computer computer;
  Robot robot(computer.world());
  const auto& templates = templates_in(Language::ru);
  REQUIRE(templates.size() >= 3);
  const auto on = [&](size_t index) {
    return robot.app.state<StartState>().focus.is_on("start/template/" + templates[index].id);
  };
  robot.press(Key::right);
  CHECK(robot.app.state<StartState>().focus.is_on(std::string(first_wish)));
  robot.press(Key::down);
  CHECK(on(0));
  robot.press(Key::right);
  CHECK(on(1));
  robot.press(Key::right);
  CHECK(on(2));
  robot.press(Key::left);
  CHECK(on(1));
  for (int i = 0; i < 3; ++i) robot.press(Key::up);
  CHECK_FALSE(on(1));
  for (int i = 0; i < 3; ++i) robot.press(Key::down);
  bool on_card = false;
  for (size_t i = 0; i < templates.size(); ++i) on_card = on_card || on(i);
  CHECK(on_card);
}

TEST_CASE("Tab comes to every part in turn, brings it into view, and Shift+Tab goes back") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.folder.file("gone.canvasbook"),
                     computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world(), 1, {1280, 720});
  settle(robot);
  std::set<std::string> wanted;
  for (const PartRegister::Part& part : robot.app.parts.parts()) wanted.insert(part.key);
  const size_t count = wanted.size();
  REQUIRE(count >= 12);
  std::set<std::string> seen;
  for (size_t i = 0; i < count; ++i) {
    robot.press(Key::tab);
    robot.frame(2);
    for (const PartRegister::Part& part : robot.app.parts.parts()) {
      if (!robot.app.state<StartState>().focus.is_on(part.key)) continue;
      seen.insert(part.key);
      CAPTURE(part.key);
      CHECK(part.from.y >= 0);
      CHECK(part.to.y <= 720);
    }
  }
  CHECK(seen == wanted);
  robot.press(Key::tab);
  robot.press(Key::tab, shift);
  CHECK(std::ranges::any_of(wanted,
                            [&](const std::string& key) { return robot.app.state<StartState>().focus.is_on(key); }));
}

TEST_CASE("End goes to the last part and Home to the first, and all the way down and up") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world(), 1, {1280, 720});
  settle(robot);
  const std::string last = "start/template/" + by_purpose(templates_in(Language::ru)).back().templates.back()->id;
  CHECK(robot.app.parts.find(last)->to.y > 720);
  robot.press(Key::end);
  robot.frame(2);
  CHECK(robot.app.state<StartState>().focus.is_on(last));
  CHECK(robot.app.parts.find(last)->to.y <= 720);
  robot.press(Key::home);
  robot.frame(2);
  CHECK(robot.app.parts.find("command.open")->from.y >= 0);
}

TEST_CASE("a template is found on the start screen by what it is called or says") {
  const Computer computer;
  Robot robot(computer.world(), 1, {1280, 720});
  settle(robot);
  robot.click("start/find_template");
  robot.frame(2);
  robot.type("точек конт");
  robot.frame(2);
  CHECK(robot.shows("start/found/touchpoint_plan"));
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.has_dialog());
}

TEST_CASE("the mouse wheel scrolls the start screen") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world(), 1, {1280, 720});
  settle(robot);
  const float before = robot.app.parts.find("start/continue")->from.y;
  robot.move_to("start/continue");
  robot.app.input.wheel(0, -1);
  robot.frame(3);
  CHECK(robot.app.parts.find("start/continue")->from.y < before);
}

TEST_CASE("Delete takes the focused file off the list") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world());
  settle(robot);
  robot.press(Key::down);
  robot.press(Key::right);
  REQUIRE(robot.app.state<StartState>().focus.is_on("start/recent/0"));
  robot.press(Key::delete_);
  CHECK(robot.app.settings.recent_files.size() == 1);
}

TEST_CASE("while a question stands above it, the start screen does not answer to keys") {
  const Computer computer;
  computer.crash("Черновик");
  Robot robot(computer.world());
  robot.press(Key::down);
  robot.press(Key::left);
  robot.press(Key::enter);
  REQUIRE(question_of(robot) == "start.forget_title");
  robot.frame(2);
  robot.press(Key::escape);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.app.session() == nullptr);
  CHECK(robot.app.recoveries().size() == 1);
}

TEST_CASE("Ctrl+O and its button open the choice of a file") {
  const Computer computer;
  {
    Robot robot(computer.world());
    robot.press(Key::o, control);
    CHECK(robot.app.has_dialog());
  }
  Robot robot(computer.world());
  robot.click("command.open");
  CHECK(robot.app.has_dialog());
}

TEST_CASE("the example opens in the language of the interface") {
  const Computer computer;
  Robot robot(computer.world(Language::en));
  robot.click("command.example");
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().language == Language::en);
  CHECK(robot.workbook().company == paper::example("en").company);
}

TEST_CASE("language and theme are switched on the start screen, and the next start has them") {
  const Computer computer;
  Robot robot(computer.world(Language::ru));
  robot.click("command.language");
  robot.click("command.theme");
  CHECK(robot.app.language() == Language::en);
  CHECK(robot.app.theme_name() == ThemeName::dark);
  App next(computer.world(Language::ru));
  CHECK(next.language() == Language::en);
  CHECK(next.theme_name() == ThemeName::dark);
}

TEST_CASE("the templates of the other language are one click away, whatever the language of the interface") {
  const Computer computer;
  Robot robot(computer.world(Language::ru));
  robot.click("start/gallery/en");
  CHECK(robot.app.language() == Language::ru);
  begin_with(robot, "start/template/lean_canvas");
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.session().document()->language == Language::en);
}

TEST_CASE("Enter alone goes on with the file that was open last, but where unsaved work waits or a part is chosen") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.workbook_file("New.canvasbook", "New")});
  {
    Robot robot(computer.world());
    settle(robot);
    robot.press(Key::enter);
    robot.frame(2);
    REQUIRE(robot.app.session() != nullptr);
    CHECK(robot.workbook().company == "New");
    robot.app.close_workbook();
    robot.frame(2);
  }
  {
    Robot robot(computer.world());
    settle(robot);
    robot.press(Key::home);
    REQUIRE(robot.app.state<StartState>().focus.is_shown());
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(robot.app.session() == nullptr);  // the ring was on another part
  }
  computer.crash("Unsaved");
  Robot robot(computer.world());
  settle(robot);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.session() == nullptr);
}

TEST_CASE("the file that was open last is opened again by one click, or by two keys") {
  const Computer computer;
  computer.remember({computer.workbook_file("Old.canvasbook", "Old"), computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world());
  settle(robot);
  REQUIRE(robot.app.recent_files.newest() != nullptr);
  CHECK(robot.app.recent_files.newest()->title == "New");
  CHECK(robot.app.recent_files.newest()->documents == 1);
  robot.click("start/continue");
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().company == "New");
  robot.app.close_workbook();
  robot.frame(2);
  settle(robot);
  robot.press(Key::down);
  robot.press(Key::enter);
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().company == "New");
}

TEST_CASE("the other recent files stand in a list, a long one is cut until all are asked for") {
  const Computer computer;
  std::vector<std::string> files;
  for (int i = 0; i < 9; ++i)
    files.push_back(computer.workbook_file("Book " + std::to_string(i) + ".canvasbook", std::to_string(i)));
  computer.remember(files);
  Robot robot(computer.world(), 1, {1440, 1400});
  settle(robot);
  CHECK(robot.shows("start/recent/3"));
  CHECK_FALSE(robot.shows("start/recent/4"));
  robot.click("start/recent/all");
  CHECK(robot.names_below("start/recent/").contains("7"));
  CHECK_FALSE(robot.names_below("start/recent/").contains("8"));  // that one is the card
  robot.click("start/recent/7");
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().company == "0");
}

TEST_CASE("a file that is gone stays in the list and says why; it is live again once it is back") {
  const Computer computer;
  const std::string file = computer.folder.file("Stick.canvasbook");
  computer.remember({file});
  Robot robot(computer.world());
  settle(robot);
  CHECK_FALSE(robot.shows("start/continue"));
  REQUIRE(robot.app.recent_files.find(file) != nullptr);
  CHECK(robot.app.recent_files.find(file)->problem == ENOENT);
  robot.click("start/recent/0");
  CHECK(question_of(robot) == "failure.title");
  robot.frame(2);
  robot.click("failure.close");
  CHECK(robot.shows("start/recent/0"));
  computer.workbook_file("Stick.canvasbook", "Back");
  robot.app.tick(100);  // looks
  robot.app.recent_files.wait(std::chrono::seconds(30));
  robot.frame(2);
  robot.click("start/continue");
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.workbook().company == "Back");
}

TEST_CASE("a recent file is taken off the list for good, and stays on the disk") {
  const Computer computer;
  const std::string old = computer.workbook_file("Old.canvasbook", "Old");
  computer.remember({old, computer.workbook_file("New.canvasbook", "New")});
  Robot robot(computer.world());
  settle(robot);
  robot.click("start/recent/0/remove");
  CHECK_FALSE(robot.shows("start/recent/0"));
  CHECK(robot.shows("start/continue"));
  CHECK(std::filesystem::exists(old));
  CHECK(load_settings(computer.settings_file()).settings.recent_files.size() == 1);
}

TEST_CASE("a damaged file in the list is no end of the window") {
  const Computer computer;
  const std::string file = computer.folder.file("Damaged.canvasbook");
  samples::put_bytes(file, "{\"canvasbook\": 1, \"documents\": [");
  computer.remember({file});
  Robot robot(computer.world());
  settle(robot);
  CHECK_FALSE(robot.shows("start/continue"));
  robot.click("start/recent/0");
  CHECK(question_of(robot) == "failure.title");
  CHECK(robot.app.session() == nullptr);
  CHECK(samples::bytes_of(file).starts_with("{\"canvasbook\""));
  robot.frame(2);
  robot.click("failure.close");
  begin_with(robot, "start/template/business_model_canvas");
  CHECK(robot.app.session() != nullptr);
}

TEST_CASE("the disk is asked by a thread, and the frames between cost it nothing") {
  RecentFiles files;
  const samples::TemporaryFolder folder;
  samples::put_bytes(folder.file("a"), "no workbook");
  files.look({folder.file("a"), folder.file("b"), folder.path().string()});
  files.wait(std::chrono::seconds(30));
  REQUIRE(files.find(folder.file("a")) != nullptr);
  CHECK(files.find(folder.file("a"))->problem == 0);
  CHECK(files.find(folder.file("a"))->changed.size() == 16);
  CHECK(files.find(folder.file("b"))->problem == ENOENT);
  CHECK(files.find(folder.path().string())->problem == EISDIR);
  CHECK(files.newest() == nullptr);
  // between two looks nothing is asked
  files.tick(0, {folder.file("a")});
  files.wait(std::chrono::seconds(30));
  std::filesystem::remove(folder.file("a"));
  files.tick(1, {folder.file("a")});
  files.wait(std::chrono::seconds(30));
  CHECK(files.find(folder.file("a"))->problem == 0);
  files.tick(5, {folder.file("a")});
  files.wait(std::chrono::seconds(30));
  CHECK(files.find(folder.file("a"))->problem == ENOENT);
}

TEST_CASE("work that was never saved waits on the start screen, and restoring brings it back") {
  const Computer computer;
  computer.crash("Не потеряйся");
  Robot robot(computer.world());
  REQUIRE(robot.app.recoveries().size() == 1);
  robot.click("start/recovery/" + robot.app.recoveries().front().id);
  REQUIRE(robot.app.session() != nullptr);
  CHECK(block_of(robot, "channels").notes.front().text == "Не потеряйся");
  CHECK_FALSE(robot.session().is_saved());
  CHECK_FALSE(robot.app.has_dialog());
}

TEST_CASE("restoring what was written into a saved file does not ask a second time") {
  const Computer computer;
  const std::string file = computer.workbook_file("Book.canvasbook", "Book");
  computer.crash("Не потеряйся", file);
  Robot robot(computer.world());
  REQUIRE(robot.app.recoveries().size() == 1);
  robot.click("start/recovery/" + robot.app.recoveries().front().id);
  REQUIRE(robot.app.session() != nullptr);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.session().file() == file);
  CHECK(block_of(robot, "channels").notes.front().text == "Не потеряйся");
  CHECK_FALSE(robot.session().is_saved());
}

TEST_CASE("restoring while the disk is full keeps the record until the work is safe in the new one") {
  const Computer computer;
  for (const bool was_saved : {false, true}) {
    CAPTURE(was_saved);
    computer.crash("Не потеряйся", was_saved ? computer.workbook_file("Book.canvasbook", "Book") : std::string());
    Robot robot(computer.world());
    REQUIRE(robot.app.recoveries().size() == 1);
    const std::string record = computer.folder.file("state/recovery/" + robot.app.recoveries().front().id + ".journal");
    const std::string key = "start/recovery/" + robot.app.recoveries().front().id;
    samples::with_full_disk(16, [&] {
      robot.click(key);
      robot.app.tick(5);
    });
    REQUIRE(robot.app.session() != nullptr);
    CHECK(block_of(robot, "channels").notes.front().text == "Не потеряйся");
    CHECK(std::filesystem::exists(record));
    robot.app.tick(20);
    CHECK_FALSE(robot.session().journal_trouble());
    CHECK_FALSE(std::filesystem::exists(record));
    robot.app.session()->close();
  }
}

namespace {

// Two windows on one file were killed, the older one with 2 notes that were not saved, the newer one with 12.
struct TwoKilled {
  TwoKilled() {
    leave("older", "2026-11-20 10:00", 2);
    leave("newer", "2026-11-20 11:00", 12);
  }

  void leave(const std::string& id, const std::string& time, size_t notes) const {
    const Workbook workbook = *load_workbook(file);
    Section section = *workbook.documents[0]->sections[0];
    Board& board = std::get<Board>(section.content);
    for (size_t i = 0; i < notes; ++i) board.blocks[0].notes.push_back(samples::make_note(id + std::to_string(i)));
    REQUIRE(RecoveryJournal::start(journals, id, {file, "Book", time}, set_section(workbook, section)));
  }
  bool holds(const std::string& id) const { return std::filesystem::exists(journals + "/" + id + ".journal"); }

  const Computer computer;
  const std::string file = computer.workbook_file("Book.canvasbook", "Book");
  const std::string journals = computer.folder.file("state/recovery");
};

size_t notes_in(const Robot& robot) { return board_of(robot).blocks[0].notes.size(); }

}  // namespace

TEST_CASE("of two records of one file each is offered with how it differs from the file, the newest first") {
  for (const std::string taken : {"newer", "older"}) {
    CAPTURE(taken);
    const TwoKilled killed;
    const std::string left = taken == "newer" ? "older" : "newer";
    const size_t notes = taken == "newer" ? 12 : 2;
    Robot robot(killed.computer.world());
    REQUIRE(robot.app.recoveries().size() == 2);
    const RecoveryOffer first = robot.app.recoveries()[0];
    const RecoveryOffer second = robot.app.recoveries()[1];
    CHECK(first.id == "newer");
    REQUIRE((first.summary && second.summary));
    CHECK(summary_words(robot.app.catalog(), *first.summary) == "отличия от файла: 12 добавлений");
    CHECK(summary_words(robot.app.catalog(), *second.summary) == "отличия от файла: 2 добавления");
    robot.click("start/recovery/" + taken);
    robot.app.tick(5);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(notes_in(robot) == notes);
    CHECK_FALSE(killed.holds(taken));
    CHECK(killed.holds(left));
    robot.press(Key::s, control);
    robot.app.close_workbook();
    robot.frame(3);
    REQUIRE(robot.app.recoveries().size() == 1);
    CHECK(robot.app.recoveries().front().id == left);
    robot.click("start/recovery/" + left);
    CHECK(notes_in(robot) == 14 - notes);
  }
}

TEST_CASE("of two records of one file one is deleted, and the other stays") {
  const TwoKilled killed;
  Robot robot(killed.computer.world());
  robot.click("start/recovery/newer/forget");
  robot.frame(2);
  REQUIRE(robot.app.question() != nullptr);
  const std::string name = std::filesystem::path(killed.file).filename().string();
  CHECK(robot.app.question()->arguments[0].second.starts_with(name));  // as on the card
  robot.click("recovery.discard");
  CHECK_FALSE(killed.holds("newer"));
  CHECK(robot.shows("start/recovery/older"));
  CHECK(killed.holds("older"));
}

TEST_CASE("a file that is opened while two records of it wait offers the newest and says that one more waits") {
  const TwoKilled killed;
  Robot robot(killed.computer.world());
  robot.app.open_file(killed.file);
  REQUIRE(question_of(robot) == "recovery.title");
  const Catalog& words = robot.app.catalog();
  const auto said = [&] { return words.text(robot.app.question()->text_key, robot.app.question()->arguments); };
  CHECK(said().ends_with(words.count("recovery.others", 1)));
  robot.app.answer(0);
  robot.app.tick(5);
  CHECK(notes_in(robot) == 12);
  CHECK(killed.holds("older"));
}

TEST_CASE("records that cannot be read and those of a newer version are told in two sentences") {
  const Computer computer;
  const std::string journals = computer.folder.file("state/recovery");
  { REQUIRE(RecoveryJournal::start(journals, "sound", {{}, "New", "2026-11-20 10:00"}, paper::example("ru"))); }
  samples::put_bytes(journals + "/torn.journal", "0000 {\"rec");
  const std::string newer = "{\"recovery\":2,\"title\":\"T\"}";
  samples::put_bytes(journals + "/newer.journal", checksum_text(newer) + " " + newer + "\n");
  Robot robot(computer.world());
  const Catalog& words = robot.app.catalog();
  CHECK(robot.app.message() == words.count("recovery.unreadable", 1, {{"files", journals + "/torn.journal"}}) + ". " +
                                   words.count("recovery.newer", 1, {{"files", journals + "/newer.journal"}}));
}

TEST_CASE("a record in which nothing can be read is told with its path, and stays") {
  const Computer computer;
  const std::string journals = computer.folder.file("state/recovery");
  { REQUIRE(RecoveryJournal::start(journals, "sound", {{}, "New", "2026-11-20 10:00"}, paper::example("ru"))); }
  samples::put_bytes(journals + "/torn.journal", "0000 {\"rec");
  Robot robot(computer.world());
  REQUIRE(robot.app.recoveries().size() == 1);
  CHECK(robot.app.recoveries().front().id == "sound");
  CHECK(robot.app.message().find(journals + "/torn.journal") != std::string::npos);
  CHECK(std::filesystem::exists(journals + "/torn.journal"));
}

TEST_CASE("a record says when its file is gone, and one that says the same as its file is cleared") {
  const Computer computer;
  const std::string gone = computer.workbook_file("Gone.canvasbook", "Gone");
  const std::string same = computer.workbook_file("Same.canvasbook", "Same");
  const std::string journals = computer.folder.file("state/recovery");
  { REQUIRE(RecoveryJournal::start(journals, "gone", {gone, "Gone", "2026-11-20 10:00"}, *load_workbook(gone))); }
  { REQUIRE(RecoveryJournal::start(journals, "same", {same, "Same", "2026-11-20 10:00"}, *load_workbook(same))); }
  std::filesystem::remove(gone);
  Robot robot(computer.world());
  REQUIRE(robot.app.recoveries().size() == 1);
  CHECK(robot.app.recoveries().front().id == "gone");
  CHECK(robot.app.recoveries().front().summary->file == RecoverySummary::File::gone);
  CHECK_FALSE(std::filesystem::exists(journals + "/same.journal"));
}

TEST_CASE("a record of unsaved work is deleted after a question alone, and deciding later keeps it") {
  const Computer computer;
  computer.crash("Черновик");
  std::string id;
  {
    Robot robot(computer.world());
    REQUIRE(robot.app.recoveries().size() == 1);
    id = robot.app.recoveries().front().id;
    robot.click("start/recovery/" + id + "/forget");
    CHECK(question_of(robot) == "start.forget_title");
    robot.frame(2);
    robot.click("recovery.later");
    CHECK(robot.shows("start/recovery/" + id));
  }
  Robot robot(computer.world(Language::ru, 8));
  REQUIRE(robot.shows("start/recovery/" + id));
  robot.click("start/recovery/" + id + "/forget");
  robot.frame(2);
  robot.click("recovery.discard");
  CHECK_FALSE(robot.shows("start/recovery/" + id));
  const App next(computer.world(Language::ru, 9));
  CHECK(next.recoveries().empty());
}

TEST_CASE("a damaged record does not hide an older one of the same file, and is told") {
  const Computer computer;
  const std::string file = computer.workbook_file("Book.canvasbook", "Book");
  const std::string folder = computer.folder.file("state/recovery");
  computer.crash("Первое", file);
  REQUIRE(find_recoveries(folder).size() == 1);
  const std::string older = find_recoveries(folder).front().id;
  const std::string newer = folder + "/newer.journal";
  std::string bytes = samples::bytes_of(folder + "/" + older + ".journal");
  bytes[bytes.find('\n') + 40] = '!';  // in the workbook: the first and the last line can be read
  samples::put_bytes(newer, bytes);
  const std::filesystem::path older_path = folder + "/" + older + ".journal";
  std::filesystem::last_write_time(newer, std::filesystem::last_write_time(older_path) + std::chrono::seconds(1));
  Robot robot(computer.world());
  REQUIRE(robot.app.recoveries().size() == 1);
  CHECK(robot.app.recoveries().front().id == older);
  CHECK(robot.app.message().find("newer.journal") != std::string::npos);
  CHECK(samples::bytes_of(newer) == bytes);
}

TEST_CASE("a record of a newer version is kept, and told with what to do") {
  const Computer computer;
  computer.crash("Первое", computer.workbook_file("Book.canvasbook", "Book"));
  const std::string folder = computer.folder.file("state/recovery");
  const std::string newer = folder + "/newer.journal";
  const std::string text = R"({"recovery":99,"path":"","title":"T","time":"12:00"})";
  samples::put_bytes(newer, checksum_text(text) + " " + text + "\n");
  Robot robot(computer.world(Language::en));
  CHECK(robot.app.recoveries().size() == 1);
  CHECK(robot.app.message().starts_with("A newer Canvasbook made 1 autosave record"));
  CHECK(robot.app.message().find("newer.journal") != std::string::npos);
  CHECK(samples::bytes_of(newer).starts_with(checksum_text(text)));
}

TEST_CASE("the company's own templates stand in the gallery, and a damaged one does not hide the others") {
  const Computer computer;
  const Workbook workbook = paper::example("ru");
  const std::string folder = computer.folder.file("data") + "/templates";
  REQUIRE(save_own_template(folder, *workbook.documents.front(), "Наша модель", "Для новых точек").has_value());
  samples::put_bytes(folder + "/damaged.json", "{");
  Robot robot(computer.world(), 1, {1440, 6000});  // all of the gallery
  REQUIRE(robot.app.own_templates().templates.size() == 1);
  CHECK(robot.app.own_templates().errors.size() == 1);
  begin_with(robot, "start/own/" + robot.app.own_templates().templates.front().id);
  REQUIRE(robot.app.session() != nullptr);
  const std::vector<Note>& notes = robot.session().board()->blocks.front().notes;
  CHECK(std::ranges::equal(notes, paper::board_of(workbook).blocks.front().notes, {}, &Note::text, &Note::text));
  CHECK_FALSE(notes.empty());
}

TEST_CASE("coming back to the start screen shows the file that was just closed") {
  const Computer computer;
  const std::string file = computer.workbook_file("Book.canvasbook", "Book");
  Robot robot(computer.world());
  CHECK_FALSE(robot.shows("start/continue"));
  robot.app.open_file(file);
  robot.frame(3);
  robot.app.close_workbook();
  robot.frame(2);
  settle(robot);
  CHECK(robot.shows("start/continue"));
}

TEST_CASE("every part of the start screen has room for its label, in both languages, at every scale") {
  for (const Language language : {Language::ru, Language::en}) {
    const Computer computer;
    computer.crash("Черновик");
    computer.remember({computer.folder.file("gone.canvasbook"), computer.workbook_file("Old.canvasbook", "Old"),
                       computer.workbook_file("New.canvasbook", "New")});
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{960, 600}, ImVec2{2560, 1440}}) {
        Robot robot(computer.world(language), scale, size);
        settle(robot);
        for (const PartRegister::Part& part : robot.app.parts.parts()) {
          CAPTURE(part.key);
          CHECK(part.fits);
          CHECK(part.from.x >= 0);
          CHECK(part.to.x <= size.x * scale);
          CHECK(part.to.x - part.from.x >= 24 * scale);
          CHECK(part.to.y - part.from.y >= 24 * scale);
        }
      }
    }
  }
}

TEST_CASE("no two parts of the start screen lie over each other") {
  const Computer computer;
  computer.crash("Черновик");
  computer.remember({computer.folder.file("gone.canvasbook"), computer.workbook_file("Old.canvasbook", "Old"),
                     computer.workbook_file("New.canvasbook", "New")});
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{640, 360}, ImVec2{2560, 1440}}) {
    Robot robot(computer.world(), 1, size);
    settle(robot);
    const auto& parts = robot.app.parts.parts();
    for (size_t i = 0; i < parts.size(); ++i) {
      for (size_t j = i + 1; j < parts.size(); ++j) {
        CAPTURE(parts[i].key);
        CAPTURE(parts[j].key);
        const bool apart = parts[i].to.x <= parts[j].from.x || parts[j].to.x <= parts[i].from.x ||
                           parts[i].to.y <= parts[j].from.y || parts[j].to.y <= parts[i].from.y;
        CHECK(apart);
      }
    }
  }
}

TEST_CASE("a workbook without notes is told by its documents alone") {
  for (const Language language : {Language::en, Language::ru}) {
    const Catalog& words = Catalog::of(language);
    CHECK(holding_words(words, 3, 0) == words.count("start.documents", 3));
    CHECK(holding_words(words, 1, 2) == words.count("start.documents", 1) + " · " + words.count("info.notes", 2));
  }
}

TEST_CASE("a moment is told as people tell it") {
  const Catalog& english = Catalog::of(Language::en);
  const Catalog& russian = Catalog::of(Language::ru);
  const std::string now = "2026-03-01 09:00";
  CHECK(moment_words(english, "2026-03-01 08:59", now) == "today at 08:59");
  CHECK(moment_words(english, "2026-02-28 23:10", now) == "yesterday at 23:10");
  CHECK(moment_words(english, "2026-02-27 23:10", now) == "27 February 2026");
  CHECK(moment_words(english, "2026-03-02 10:00", now) == "2 March 2026");  // a clock that was put back
  CHECK(moment_words(russian, "2026-02-28 23:10", now) == "вчера в 23:10");
  CHECK(moment_words(english, "somewhen", now) == "somewhen");
  CHECK(moment_words(english, "2026-02-28 23:10", {}) == "28 February 2026");
}

// A workbook opens where it was left.

namespace {

std::string two_documents(const Computer& computer) {
  using namespace samples;
  const Document first = make_document_of("a", {make_section("a1", Prose{"Text"}), make_section("a2", Prose{"More"})});
  const Document second =
      make_document_of("b", {make_section("b1", Prose{"Other"}), make_section("b2", Prose{"Last"})});
  REQUIRE(
      save_workbook(make_workbook({first, second}), computer.folder.file("two.canvasbook"), {.losses = Losses::accept})
          .has_value());
  return computer.folder.file("two.canvasbook");
}

}  // namespace

TEST_CASE("a workbook opens at the section and in the register where it was left, also after another start") {
  const Computer computer;
  const std::string file = two_documents(computer);
  const std::string other = computer.workbook_file("other.canvasbook", "Other");
  {
    Robot robot(computer.world());
    robot.app.open_file(file);
    robot.frame(3);
    REQUIRE(robot.session().section()->id == "a1");
    robot.click("section/b2");
    robot.app.open_file(other);
    robot.frame(3);
    robot.app.open_file(file);
    robot.frame(3);
    REQUIRE(robot.session().section() != nullptr);
    CHECK(robot.session().section()->id == "b2");
    robot.session().show_register(RegisterKind::touchpoints);
    robot.app.close_workbook();
    robot.frame(3);
  }
  const Workbook before = *load_workbook(file);
  Robot robot(computer.world(Language::ru, 9));
  settle(robot);
  robot.app.open_file(file);
  robot.frame(3);
  CHECK(robot.view().shown_register == RegisterKind::touchpoints);
  robot.session().show_section(robot.view().document, robot.view().section);
  CHECK(robot.session().section()->id == "b2");
  CHECK(robot.session().is_saved());  // the workbook knows nothing of it
  CHECK(robot.workbook() == before);
}

TEST_CASE("a workbook that was left at a section which is gone opens at its first one") {
  const Computer computer;
  const std::string file = two_documents(computer);
  Robot robot(computer.world());
  robot.app.open_file(file);
  robot.frame(3);
  robot.click("section/b2");
  robot.app.close_workbook();
  robot.frame(2);
  REQUIRE(save_workbook(remove_document(*load_workbook(file), "b"), file, {.losses = Losses::accept}));
  robot.app.open_file(file);
  robot.frame(3);
  CHECK(robot.session().section()->id == "a1");
}

TEST_CASE("what is recovered opens where the crash left it, also in a section that was never saved") {
  const Computer computer;
  for (const bool has_file : {true, false}) {
    CAPTURE(has_file);
    const std::string file = two_documents(computer);
    std::string written;
    {
      Robot robot(computer.world(Language::ru, 100));
      if (has_file) {
        robot.app.open_file(file);
      } else {
        robot.app.open_template(*find_template(Language::ru, "sales_book"));
      }
      robot.frame(3);
      const size_t last = robot.workbook().documents.size() - 1;
      robot.session().show_section(last, robot.workbook().documents[last]->sections.size() - 1);
      robot.session().duplicate_section(robot.session().section()->id, "New");
      written = robot.session().section()->id;
      robot.frame(2);
      robot.app.tick(10);
      robot.app.tick(12);
    }  // a crash
    Robot robot(computer.world(Language::ru, 101));
    if (has_file) {
      robot.app.open_file(file);
      robot.frame(3);
      REQUIRE(question_of(robot) == "recovery.title");
      robot.app.tick(10);  // while the question stands there
      robot.app.answer(0);
    } else {
      settle(robot);
      REQUIRE_FALSE(robot.app.recoveries().empty());
      robot.app.open_recovered(robot.app.recoveries().front().id);
    }
    robot.frame(3);
    REQUIRE(robot.session().section() != nullptr);
    CHECK(robot.session().section()->id == written);
    robot.session().close();  // leaves no record for the next time
  }
}

}  // namespace canvasbook::start_test
