#include "editor/present/present.h"

#include <doctest/doctest.h>

#include "editor/palette/entries.h"
#include "tests/robot.h"

namespace canvasbook::present_test {

using namespace robot;

namespace {

const Presentation& presentation_of(const App& app) { return full_view_of<Presentation>(app); }

size_t page(const Robot& robot) { return presentation_of(robot.app).page(); }

}  // namespace

TEST_CASE("F5 shows the pages on the whole screen, the arrow goes through all, Escape returns to the place") {
  Robot robot(paper::two_documents());
  robot.session().show_section(0, 1);
  const Workbook before = robot.workbook();
  robot.press(Key::f5);
  robot.frame();
  REQUIRE(robot.app.full_view != nullptr);
  CHECK(robot.app.wants_full_screen());
  CHECK_FALSE(robot.shows("command.save"));
  const size_t count = presentation_of(robot.app).pages().pages.size();
  REQUIRE(count > 2);
  for (size_t i = 0; i < count; ++i) {
    CHECK(robot.shows("present/page/" + std::to_string(i + 1)));
    robot.press(i % 2 == 0 ? Key::right : Key::space);
    robot.frame();
  }
  CHECK(page(robot) == count - 1);  // stays at the last one
  CHECK(presentation_of(robot.app).document_title() == "Вторая");
  robot.press(Key::escape);
  robot.frame();
  CHECK(robot.app.full_view == nullptr);
  CHECK_FALSE(robot.app.wants_full_screen());
  CHECK(robot.view().document == 0);
  CHECK(robot.view().section == 1);
  CHECK(robot.workbook() == before);
}

TEST_CASE("the scheme of a call is found by its name and shown at its page; without one the palette says why not") {
  {
    Robot robot(paper::example("ru"));
    robot.run("command.call_scheme");
    const Pages& pages = presentation_of(robot.app).pages();
    const size_t shown = page(robot);
    const bool is_scheme = std::ranges::any_of(pages.bookmarks, [&](const Bookmark& bookmark) {
      return bookmark.title == "Схема разговора" && static_cast<size_t>(bookmark.page) == shown;
    });
    CHECK(is_scheme);
    robot.press(Key::escape);
    CHECK(robot.app.full_view == nullptr);
  }
  const Robot robot(paper::two_documents());
  CHECK_FALSE(is_enabled(*find_command("command.call_scheme"), robot.app));
  const std::vector<PaletteEntry> entries = palette_entries(robot.app);
  const auto entry = std::ranges::find(entries, "palette/command.call_scheme", &PaletteEntry::key);
  REQUIRE(entry != entries.end());
  CHECK_FALSE(entry->enabled);
  CHECK(entry->note == robot.app.catalog().text("call.no_scheme"));
  for (const char* query : {"схема", "scheme"}) CHECK(matching_entries({*entry}, query).size() == 1);
}

TEST_CASE("a click on a box of the scheme leads to its cue, a click on any other page to the next one") {
  for (const char* language : {"ru", "en"}) {
    Robot robot(paper::example(language));
    robot.run("command.call_scheme");
    robot.frame();
    REQUIRE(presentation_of(robot.app).shows_scheme());
    const Pages& pages = presentation_of(robot.app).pages();
    const Page& shown = pages.pages[page(robot)];
    const auto run = std::ranges::find_if(
        shown.runs, [](const TextRun& one) { return one.role == RunRole::card && one.text.starts_with("9.1"); });
    REQUIRE(run != shown.runs.end());
    const std::string cue = pages.items[run->item];
    const PartRegister::Part* sheet = robot.app.parts.find("present/page/" + std::to_string(page(robot) + 1));
    REQUIRE(sheet != nullptr);
    const float scale = (sheet->to.x - sheet->from.x) / shown.width;
    // between the words and the edge of the box
    robot.app.input.move(sheet->from.x + (run->x - 3) * scale, sheet->from.y + (run->baseline - run->size - 1) * scale);
    robot.frame(2);
    robot.app.input.button(0, true);
    robot.app.input.button(0, false);
    robot.frame(2);
    CHECK(robot.app.full_view == nullptr);
    const auto* responses = std::get_if<Responses>(&robot.session().section()->content);
    REQUIRE(responses != nullptr);
    CHECK(std::ranges::find(responses->responses, cue, &Response::id) != responses->responses.end());
  }
}

TEST_CASE("the bar of the presentation never covers the page") {
  for (const ImVec2 size : {ImVec2{1280, 720}, ImVec2{1920, 1080}, ImVec2{900, 1200}}) {
    Robot robot(paper::two_documents(), {}, Language::ru, 1, size);
    robot.press(Key::f5);
    robot.frame();
    const size_t count = presentation_of(robot.app).pages().pages.size();
    for (size_t i = 0; i < count; ++i) {
      CAPTURE(i);
      const PartRegister::Part* sheet = robot.app.parts.find("present/page/" + std::to_string(i + 1));
      const PartRegister::Part* bar = robot.app.parts.find("present/bar");
      REQUIRE(sheet != nullptr);
      REQUIRE(bar != nullptr);
      CHECK(sheet->to.y <= bar->from.y);
      robot.press(Key::right);
      robot.frame();
    }
  }
}

TEST_CASE("the keys of a presenter: Page Down and Up, Backspace, Home and End, a click, the wheel") {
  Robot robot(paper::two_documents());
  robot.press(Key::f5);
  robot.frame();
  const size_t last = presentation_of(robot.app).pages().pages.size() - 1;
  robot.press(Key::page_down);
  CHECK(page(robot) == 1);
  robot.press(Key::page_up);
  CHECK(page(robot) == 0);
  robot.press(Key::page_up);
  CHECK(page(robot) == 0);
  robot.press(Key::end);
  CHECK(page(robot) == last);
  robot.press(Key::backspace);
  CHECK(page(robot) == last - 1);
  robot.press(Key::home);
  CHECK(page(robot) == 0);
  robot.click("present/page/1");
  CHECK(page(robot) == 1);
  robot.app.input.wheel(0, 1);
  robot.frame(2);
  CHECK(page(robot) == 0);
  robot.click("present.next");
  CHECK(page(robot) == 1);
  robot.click("present.previous");
  CHECK(page(robot) == 0);
  robot.click("present.leave");
  CHECK(robot.app.full_view == nullptr);
}

TEST_CASE("it begins with the document that is shown") {
  Robot robot(paper::two_documents());
  robot.session().show_section(1, 0);
  robot.press(Key::f5);
  robot.frame();
  CHECK(presentation_of(robot.app).document_title() == "Вторая");
  CHECK(page(robot) > 0);
  robot.press(Key::left);
  CHECK(presentation_of(robot.app).document_title() == robot.workbook().documents.front()->title);
}

TEST_CASE("the signs go after two quiet seconds, and the mouse brings them back") {
  Robot robot(paper::two_documents());
  robot.press(Key::f5);
  robot.app.tick(10);
  robot.frame();
  CHECK(robot.shows("present/bar"));
  CHECK_FALSE(robot.app.tick(11));
  CHECK(robot.app.tick(12.1));  // has to be drawn without them
  robot.frame();
  CHECK_FALSE(robot.shows("present/bar"));
  CHECK(robot.app.hides_pointer());
  CHECK_FALSE(robot.app.tick(13));
  robot.app.input.move(300, 300);
  robot.frame();
  CHECK(robot.shows("present/bar"));
  CHECK_FALSE(robot.app.hides_pointer());
}

TEST_CASE("while pages are presented the commands of the window are out of reach") {
  Robot robot(paper::two_documents());
  robot.click("note/part_roaster");
  const Workbook before = robot.workbook();
  robot.press(Key::f5);
  robot.frame();
  robot.press(Key::delete_);
  robot.press(Key::backspace);
  robot.press(Key::d, control);
  CHECK(robot.workbook() == before);
  CHECK(robot.app.full_view != nullptr);
}

TEST_CASE("F11 fills the screen for ordinary work, and presenting does not end that") {
  Robot robot(paper::two_documents());
  robot.press(Key::f11);
  CHECK(robot.app.wants_full_screen());
  robot.press(Key::f5);
  robot.frame();
  robot.press(Key::escape);
  CHECK(robot.app.wants_full_screen());
  robot.press(Key::f11);
  CHECK_FALSE(robot.app.wants_full_screen());
}

TEST_CASE("the bar of the presentation fits a small screen in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 2.0F}) {
      Workbook workbook = paper::two_documents();
      Document renamed = *workbook.documents.front();
      renamed.title = std::string(300, 'x');
      workbook.documents.front() = std::move(renamed);
      Robot robot(std::move(workbook), {}, language, scale, {1280, 720});
      robot.press(Key::f5);
      robot.frame(2);
      const PartRegister::Part* bar = robot.app.parts.find("present/bar");
      REQUIRE(bar != nullptr);
      CHECK(bar->from.x >= 0);
      CHECK(bar->to.x <= 1280 * scale);
    }
  }
}

TEST_CASE("a question over the presentation has a pointer to answer it with") {
  Robot robot(paper::two_documents());
  robot.press(Key::f5);
  robot.app.tick(10);
  robot.frame();
  robot.app.tick(12.1);
  robot.frame();
  REQUIRE(robot.app.hides_pointer());
  robot.app.ask({"close.title", "close.text", {}, {{"close.cancel", {}}}});
  CHECK_FALSE(robot.app.hides_pointer());
}

}  // namespace canvasbook::present_test
