#include "editor/dialogs/browser.h"

#include <doctest/doctest.h>

#include "editor/dialogs/file_browser.h"
#include "model/file/workbook_file.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::browser_test {

using namespace robot;

namespace {

// A home with a workbook in a folder, and what a home has besides.
class Home {
 public:
  Home() {
    std::filesystem::create_directory(folder.file("Планы"));
    std::filesystem::create_directory(folder.file("Архив"));
    REQUIRE(save_workbook(paper::example("ru"), folder.file("Планы/Кофейня.canvasbook")).has_value());
    samples::put_bytes(folder.file("Планы/заметки.txt"), "text");
  }

  AppWorld world(Language language = Language::ru) const {
    AppWorld world = Robot::world_of(language);
    world.home = folder.path().string();
    return world;
  }

  samples::TemporaryFolder folder;
};

bool shows(Robot& robot, const std::string& name) { return robot.shows("browser/entry/" + name); }

void open_browser(Robot& robot) {
  robot.press(Key::o, control);
  robot.frame(3);
  REQUIRE(robot.shows("browser/list"));
}

// The dialog for something else than a workbook; `chosen` gets the answer.
void ask(Robot& robot, FileChoice::Purpose purpose, const std::string& start, std::string& chosen) {
  FileChoice choice;
  choice.purpose = purpose;
  choice.title = "?";
  choice.start = start;
  robot.app.choose_file(choice, [&chosen](const std::string& path) { chosen = path; });
  robot.frame(3);
}

}  // namespace

TEST_CASE("a workbook is opened by walking into its folder: double click, then Enter") {
  const Home home;
  Robot robot(home.world());
  open_browser(robot);
  robot.click("browser/entry/Планы", 2);
  CHECK(shows(robot, "Кофейня.canvasbook"));
  CHECK_FALSE(shows(robot, "заметки.txt"));  // not of this kind
  robot.press(Key::enter);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  REQUIRE(robot.app.session() != nullptr);
  CHECK(robot.session().file() == home.folder.file("Планы/Кофейня.canvasbook"));
}

TEST_CASE("a double click that came before the dialog was seen walks into no folder") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::folder, home.folder.path().string(), chosen);
  robot.move_to("browser/entry/Планы");
  robot.press(Key::escape);
  robot.frame(2);
  REQUIRE_FALSE(robot.app.has_dialog());
  for (int i = 0; i < 2; ++i) {  // they wait while the window is slow, and the dialog comes under them
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
  }
  ask(robot, FileChoice::Purpose::folder, home.folder.path().string(), chosen);
  CHECK(shows(robot, "Планы"));
}

TEST_CASE("a workbook is opened by keys alone: letters jump to a name, Backspace goes back up") {
  const Home home;
  Robot robot(home.world());
  open_browser(robot);
  robot.type("пл");
  robot.press(Key::enter);
  robot.frame();
  CHECK(shows(robot, "Кофейня.canvasbook"));
  robot.press(Key::backspace);
  robot.frame();
  CHECK(shows(robot, "Планы"));
  robot.press(Key::enter);  // the folder that was left is selected
  robot.frame();
  robot.press(Key::up, alternate);
  robot.frame();
  CHECK(shows(robot, "Архив"));
  robot.press(Key::enter);
  robot.frame();
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.app.session() != nullptr);
}

TEST_CASE("the way and the places lead elsewhere by a click") {
  const Home home;
  Robot robot(home.world());
  open_browser(robot);
  robot.click("browser/entry/Планы", 2);
  robot.click("browser.up");
  CHECK(shows(robot, "Планы"));
  robot.click("browser/entry/Планы", 2);
  const size_t depth = breadcrumbs(home.folder.path().string()).size() - 1;
  robot.click("browser/crumb/" + std::to_string(depth));
  CHECK(shows(robot, "Планы"));
  robot.click("browser/entry/Планы", 2);
  robot.click("browser/place/0");  // home
  CHECK(shows(robot, "Планы"));
}

TEST_CASE("Escape and the button leave all as it was") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::open, home.folder.file("Планы/"), chosen);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.app.has_dialog());
  ask(robot, FileChoice::Purpose::open, home.folder.file("Планы/"), chosen);
  robot.click("browser.cancel");
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(chosen.empty());
}

TEST_CASE("a book is saved under the typed name, which gets the ending of workbooks") {
  const Home home;
  Robot robot(home.world());
  robot.app.open(paper::example("ru"), {});
  robot.frame(3);
  robot.press(Key::s, control);
  robot.frame(3);
  REQUIRE(robot.app.focused_field == "browser.file_name");
  robot.press(Key::a, control);
  robot.type("План 2.0 на лето");
  robot.press(Key::enter);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.session().file() == home.folder.file("План 2.0 на лето.canvasbook"));
  CHECK(load_workbook(robot.session().file()).has_value());
}

TEST_CASE("saving: what is typed takes the place of the suggested name and leaves its ending") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::save, home.folder.file("План 2.0.txt"), chosen);
  robot.type("Лето");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(chosen == home.folder.file("Лето.txt"));
  ask(robot, FileChoice::Purpose::save, home.folder.file("no ending"), chosen);
  robot.type("Зима");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(chosen == home.folder.file("Зима"));
}

TEST_CASE("saving: a click takes over a name, a typed folder is gone into") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::save, home.folder.file("new.txt"), chosen);
  robot.press(Key::a, control);
  robot.type("Планы");
  robot.press(Key::enter);
  robot.frame(2);
  REQUIRE(shows(robot, "заметки.txt"));
  CHECK(chosen.empty());
  robot.click("browser/entry/заметки.txt");
  robot.click("browser.save");
  CHECK(chosen == home.folder.file("Планы/заметки.txt"));
}

TEST_CASE("saving: a name without an ending gets that of the kind of file") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  FileChoice choice;
  choice.purpose = FileChoice::Purpose::save;
  choice.title = "?";
  choice.start = home.folder.path().string() + "/";
  choice.filters = {{"PDF", {"*.pdf"}}};
  robot.app.choose_file(choice, [&chosen](const std::string& path) { chosen = path; });
  robot.frame(3);
  robot.type("Отчёт");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(chosen == home.folder.file("Отчёт.pdf"));
}

TEST_CASE("saving: a typed path into a folder that is not there is answered in place") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::save, home.folder.file("new.txt"), chosen);
  robot.press(Key::a, control);
  robot.type("nowhere/new.txt");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(chosen.empty());
  CHECK(robot.shows("browser/notice"));
}

TEST_CASE("a folder that cannot be opened is answered in place, and the list stays") {
  const Home home;
  Robot robot(home.world());
  open_browser(robot);
  std::filesystem::remove(home.folder.file("Архив"));
  robot.click("browser/entry/Архив", 2);
  robot.frame(2);
  CHECK(robot.shows("browser/notice"));
  CHECK(shows(robot, "Планы"));
}

TEST_CASE("a new folder is made by its button and gone into") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::save, home.folder.file("new.txt"), chosen);
  robot.click("browser.new_folder");
  robot.frame(2);
  robot.type("Лето");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(std::filesystem::is_directory(home.folder.file("Лето")));
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(chosen == home.folder.file("Лето/new.txt"));
}

TEST_CASE("a folder is chosen: the one that is selected, else the one that is shown") {
  const Home home;
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::folder, home.folder.file("Планы"), chosen);
  CHECK_FALSE(shows(robot, "заметки.txt"));
  robot.click("browser.choose");
  CHECK(chosen == home.folder.file("Планы"));
  ask(robot, FileChoice::Purpose::folder, home.folder.path().string(), chosen);
  robot.click("browser/entry/Архив");
  robot.click("browser.choose");
  CHECK(chosen == home.folder.file("Архив"));
}

TEST_CASE("the filter shows all files, and Tab and Space reach it") {
  const Home home;
  Robot robot(home.world());
  open_browser(robot);
  robot.click("browser/entry/Планы", 2);
  CHECK_FALSE(shows(robot, "заметки.txt"));
  for (int i = 0; i < 4; ++i) robot.press(Key::tab);  // open, cancel, workbooks, all files
  robot.press(Key::space);
  robot.frame();
  CHECK(shows(robot, "заметки.txt"));
}

TEST_CASE("the heads of the columns sort; folders stay first") {
  const Home home;
  samples::put_bytes(home.folder.file("a.txt"), std::string(50000, 'x'));
  samples::put_bytes(home.folder.file("b.txt"), "x");
  Robot robot(home.world());
  std::string chosen;
  ask(robot, FileChoice::Purpose::open, home.folder.path().string(), chosen);
  const auto top = [&](const char* name) { return robot.centre_of("browser/entry/" + std::string(name)).y; };
  CHECK(top("a.txt") < top("b.txt"));
  robot.click("browser.size");
  CHECK(top("b.txt") < top("a.txt"));
  CHECK(top("Планы") < top("b.txt"));
  robot.click("browser.size");
  CHECK(top("a.txt") < top("b.txt"));
  robot.click("browser.name");
  CHECK(top("a.txt") < top("b.txt"));
}

TEST_CASE("of ten thousand files only those that are seen are drawn, and End reaches the last") {
  const samples::TemporaryFolder folder;
  for (int i = 0; i < 10000; ++i) samples::put_bytes(folder.file(std::to_string(10000 + i) + ".txt"), {});
  AppWorld world = Robot::world_of(Language::en);
  world.home = folder.path().string();
  Robot robot(world);
  std::string chosen;
  ask(robot, FileChoice::Purpose::open, folder.path().string(), chosen);
  CHECK(robot.app.parts.parts().size() < 120);
  robot.press(Key::end);
  robot.frame(2);
  CHECK(shows(robot, "19999.txt"));
  robot.press(Key::enter);
  robot.frame();
  CHECK(chosen == folder.file("19999.txt"));
}

TEST_CASE("no file is opened that was scrolled out of view: it is shown first") {
  const samples::TemporaryFolder folder;
  for (int i = 0; i < 60; ++i) samples::put_bytes(folder.file(std::to_string(100 + i) + ".txt"), {});
  AppWorld world = Robot::world_of(Language::en);
  world.home = folder.path().string();
  for (const bool by_key : {true, false}) {
    Robot robot(world);
    std::string chosen;
    ask(robot, FileChoice::Purpose::open, folder.path().string(), chosen);
    const auto open_it = [&] {
      if (by_key) {
        robot.press(Key::enter);
      } else {
        robot.click("browser.open");
      }
      robot.frame(2);
    };
    robot.click("browser/entry/101.txt");
    for (int i = 0; i < 10; ++i) {
      robot.app.input.wheel(0, -10);
      robot.frame(3);
    }
    const auto is_in_view = [&] {
      const PartRegister::Part* row = robot.app.parts.find("browser/entry/101.txt");
      return row != nullptr && row->visible;
    };
    REQUIRE_FALSE(is_in_view());
    open_it();
    CHECK(chosen.empty());
    CHECK(is_in_view());
    open_it();
    CHECK(chosen == folder.file("101.txt"));
  }
}

TEST_CASE("every label of the browser fits, in both languages, at every scale") {
  const Home home;
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      Robot robot(home.world(language), scale, {1280, 720});
      std::string chosen;
      FileChoice choice;
      choice.purpose = FileChoice::Purpose::save;
      choice.title = "?";
      choice.start = home.folder.file("new.canvasbook");
      choice.filters = workbook_filters(robot.app.catalog());
      robot.app.choose_file(choice, [&chosen](const std::string& path) { chosen = path; });
      robot.frame(3);
      size_t found = 0;
      for (const PartRegister::Part& part : robot.app.parts.parts()) {
        if (!part.key.starts_with("browser")) continue;
        ++found;
        CAPTURE(part.key);
        CHECK(part.fits);
        CHECK(part.visible);
      }
      CHECK(found > 5);
    }
  }
}

}  // namespace canvasbook::browser_test
