// The name at the top of the window, which a click writes, and the menus beside it.
#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "tests/edits.h"
#include "tests/languages.h"
#include "tests/paper.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::top_bar_test {

using namespace robot;

namespace {

// The sanitizers look at memory, which is the same wherever the caret stands and at every scale.
#ifdef CANVASBOOK_SANITIZE
constexpr Editing tried_places[] = {Editing::prose};
constexpr float tried_scales[] = {1.5F};
#else
constexpr Editing tried_places[] = {Editing::note, Editing::prose, Editing::field};
constexpr float tried_scales[] = {0.75F, 1.0F, 1.25F, 1.5F, 1.75F, 2.0F};
#endif

// What has the caret, and where it is in the text.
struct Caret {
  Editing editing;
  std::string edited;
  std::string field;
  size_t place;
  bool operator==(const Caret&) const = default;
};

Caret caret_of(Robot& robot) {
  const View& view = robot.view();
  return {view.editing, view.edited, view.field, robot.session().field.cursor().caret};
}

// Begins to write in the middle of the first text of the first section that can be written in so.
void write_in(Robot& robot, Editing editing) {
  const auto& documents = robot.workbook().documents;
  for (size_t d = 0; d < documents.size() && !robot.session().is_writing(); ++d) {
    for (size_t s = 0; s < documents[d]->sections.size() && !robot.session().is_writing(); ++s) {
      const Content& content = documents[d]->sections[s]->content;
      if (editing == Editing::prose && std::holds_alternative<Prose>(content)) {
        robot.session().show_section(d, s);
        robot.session().begin_prose();
      } else if (editing == Editing::note && std::holds_alternative<Board>(content)) {
        robot.session().show_section(d, s);
        robot.session().begin_note(std::string(blocks_in_order(std::get<Board>(content)).front()->notes.front().id));
      } else if (const auto* responses = std::get_if<Responses>(&content); editing == Editing::field && responses) {
        robot.session().show_section(d, s);
        robot.session().begin_field({responses->responses.front().id, "cue"});
      }
    }
  }
  robot.frame(3);
  robot.session().field.select(2, 2);
  robot.frame(3);
  REQUIRE(robot.view().editing == editing);
}

// Leaves by Escape what a command opened; returns whether it opened a dialog. The caret is then where it was.
bool check_caret_comes_back(Robot& robot, const std::function<void()>& open) {
  const Caret before = caret_of(robot);
  open();
  robot.frame(3);
  if (!robot.app.has_dialog()) return false;
  robot.press(Key::escape);
  robot.frame(3);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(caret_of(robot) == before);
  return true;
}

}  // namespace

TEST_CASE("whatever dialog a command of the menus opens, the caret is where it was when it is left by Escape") {
  std::vector<const Command*> dialogs;
  for (const Command& command : commands()) {
    Robot robot(paper::example("en"), {}, Language::en);
    write_in(robot, Editing::note);
    if (is_enabled(command, robot.app) && check_caret_comes_back(robot, [&] { robot.run(command.key); })) {
      dialogs.push_back(&command);
    }
  }
  CHECK(dialogs.size() > 10);
  for (const Editing editing : tried_places) {
    int opened = 0;  // removing asks only where others name what goes
    for (const Command* command : dialogs) {
      CAPTURE(std::string(command->key));
      Robot robot(paper::example("en"), {}, Language::en);
      write_in(robot, editing);
      if (!is_enabled(*command, robot.app)) continue;
      const bool opens = check_caret_comes_back(robot, [&] {
        robot.click(menu_key(command->menu));
        robot.click("menu/" + std::string(command->key));
      });
      opened += opens ? 1 : 0;
    }
    CHECK(opened > 10);
  }
}

TEST_CASE("scale, theme and language are changed by the menu, and what is typed next stands at the caret") {
  for (const Editing editing : {Editing::note, Editing::prose, Editing::field}) {
    for (const char* key : {"command.larger", "command.theme", "command.language"}) {
      CAPTURE(key);
      Robot robot(paper::example("en"), {}, Language::en);
      write_in(robot, editing);
      const Caret before = caret_of(robot);
      std::u32string text = robot.session().field.text();
      robot.click(menu_key(find_command(key)->menu));
      robot.click("menu/" + std::string(key));
      robot.app.forget_fonts();
      robot.frame(3);
      CHECK(caret_of(robot) == before);
      robot.type("x");
      CHECK(robot.session().field.text() == text.insert(2, U"x"));
    }
  }
}

TEST_CASE("F10 opens the first menu, and the arrows go on from there, also out of a text") {
  Robot robot(paper::example("en"), {}, Language::en);
  for (const bool writing : {false, true}) {
    if (writing) write_in(robot, Editing::note);
    robot.press(Key::f10);
    robot.frame(2);
    CHECK(robot.shows("menu/command.save"));
    robot.press(Key::right);
    robot.frame(2);
    CHECK_FALSE(robot.shows("menu/command.save"));
    CHECK(robot.shows("menu/command.undo"));
    robot.press(Key::escape);
    robot.frame(2);
    CHECK_FALSE(robot.shows("menu/command.undo"));
    CHECK(robot.session().is_writing() == writing);
  }
}

TEST_CASE("the button that adds a document gives the caret back when its dialog is left") {
  for (const Editing editing : {Editing::note, Editing::prose, Editing::field}) {
    Robot robot(paper::example("en"), {}, Language::en);
    write_in(robot, editing);
    CHECK(check_caret_comes_back(robot, [&] { robot.click("command.add_document"); }));
  }
}

TEST_CASE("a click on the company at the top writes it in its place, as one step that undo takes back") {
  Robot robot(paper::example("en"), {}, Language::en);
  const Workbook before = robot.workbook();
  robot.click("top/company");
  CHECK(robot.view().editing == Editing::company);
  robot.type("Evening");
  CHECK(robot.workbook().company == "Evening");
  robot.press(Key::enter);
  CHECK_FALSE(robot.session().is_writing());
  CHECK(robot.session().title() == "Evening");
  robot.run("command.undo");
  CHECK(robot.workbook() == before);
  robot.run("command.redo");
  CHECK(robot.workbook().company == "Evening");
}

TEST_CASE("a company's name is whole where the bar has room, and nothing moves when the workbook is written in") {
  for (const Language language : {Language::ru, Language::en}) {
    Workbook named = paper::example(language == Language::ru ? "ru" : "en");
    named.company = "Пекарня «Тёплый хлеб на Заречной улице»";
    Robot robot(named, {}, language);
    const auto width_at = [&](const char* key) {
      const PartRegister::Part* part = robot.app.parts.find(key);
      REQUIRE(part != nullptr);
      return part->to.x - part->from.x;
    };
    const float whole = width_of_line(robot.app.theme.fonts.bold, named.company);
    CHECK(width_at("top/company") >= whole);
    const float undo = robot.centre_of("command.undo").x;
    robot.session().add_note("channels", "Text");
    robot.session().end_writing();
    robot.frame(2);
    REQUIRE_FALSE(robot.session().is_saved());
    CHECK(width_at("top/company") >= whole);
    CHECK(robot.centre_of("command.undo").x == undo);
    CHECK(robot.centre_of("command.undo").x < robot.centre_of("command.save").x);
  }
}

TEST_CASE("a long name of a company gives way to the buttons behind it") {
  Workbook named = paper::example("ru");
  named.company = std::string(300, 'x');
  Robot robot(named, {}, Language::ru, 1, {1280, 720});
  check_labels_fit(robot, [](std::string_view key) { return key == "command.save" || key == "command.add_note"; });
  const PartRegister::Part* adds = robot.app.parts.find("command.add_note");
  const PartRegister::Part* save = robot.app.parts.find("command.save");
  REQUIRE(adds != nullptr);
  REQUIRE(save != nullptr);
  CHECK(adds->to.x < save->from.x);
}

TEST_CASE("nothing of the bar lies over another part of it, however small the window and large the scale") {
  for (const Language language : tried_languages) {
    for (const float scale : tried_scales) {
      for (const float width : {960.0F, 1280.0F, 1920.0F}) {
        CAPTURE(scale);
        CAPTURE(width);
        Workbook named = paper::example(language == Language::ru ? "ru" : "en");
        named.company = "Пекарня «Тёплый хлеб на Заречной улице»";
        Robot robot(named, {}, language, scale, {width / scale, 720 / scale});
        robot.session().add_note("channels", "Text");
        robot.session().end_writing();
        robot.frame(2);
        std::vector<PartRegister::Part> bar;
        for (const PartRegister::Part& part : robot.app.parts.parts()) {
          const bool is_in_bar = part.to.y <= robot.app.theme.px(60) + 1 && part.visible;
          if (is_in_bar &&
              (part.key.starts_with("command.") || part.key.starts_with("menu") || part.key == "top/company"))
            bar.push_back(part);
        }
        CHECK(bar.size() > 7);
        for (size_t i = 0; i < bar.size(); ++i) {
          CAPTURE(bar[i].key);
          CHECK(bar[i].fits);
          CHECK(bar[i].to.x <= width);
          for (size_t k = 0; k < i; ++k) {
            CAPTURE(bar[k].key);
            const bool beside = bar[i].to.x <= bar[k].from.x + 1 || bar[k].to.x <= bar[i].from.x + 1;
            const bool apart = bar[i].to.y <= bar[k].from.y + 2 || bar[k].to.y <= bar[i].from.y + 2;
            CHECK((beside || apart));
          }
        }
      }
    }
  }
}

TEST_CASE("a company's name is whole before buttons have labels") {
  Workbook named = paper::example("ru");
  named.company = "Пекарня «Рожь и масло»";
  Robot robot(named, {}, Language::ru, 1.25F, {1024, 576});
  robot.session().add_note("channels", "Text");
  robot.session().end_writing();
  robot.frame(2);
  const PartRegister::Part* company = robot.app.parts.find("top/company");
  REQUIRE(company != nullptr);
  CHECK(company->to.x - company->from.x >= width_of_line(robot.app.theme.fonts.bold, named.company));
  CHECK(robot.shows("command.add_note"));
  CHECK(robot.shows("command.save"));
}

TEST_CASE("a workbook without a company gets one there, and Escape or a click elsewhere keeps what was typed") {
  for (const bool by_escape : {true, false}) {
    Workbook nameless = paper::example("ru");
    nameless.company.clear();
    Robot robot(nameless);
    robot.click("top/company");
    robot.type("Кофейня");
    if (by_escape) {
      robot.press(Key::escape);
    } else {
      robot.click("section/" + robot.workbook().documents[0]->sections[1]->id);
    }
    CHECK_FALSE(robot.session().is_writing());
    CHECK(robot.workbook().company == "Кофейня");
  }
}

TEST_CASE("the company is written under a shown register too, and Ctrl+Z in it takes back what was typed") {
  Robot robot(paper::example("en"), {}, Language::en);
  robot.session().show_register(RegisterKind::segments);
  robot.frame(2);
  const std::string before = robot.workbook().company;
  robot.click("top/company");
  robot.type("X");
  CHECK(robot.workbook().company == "X");
  robot.press(Key::z, control);
  CHECK(robot.workbook().company == before);
}

TEST_CASE("the button that adds is not there over running text, to which nothing is added") {
  using namespace samples;
  Robot robot(
      make_workbook({make_document_of("book", {make_section("text", Prose{"x"}), make_section("list", Responses{})})}));
  CHECK_FALSE(robot.shows("command.add_note"));
  robot.session().show_section(0, 1);
  robot.frame(2);
  CHECK(robot.shows("command.add_note"));
}

}  // namespace canvasbook::top_bar_test
