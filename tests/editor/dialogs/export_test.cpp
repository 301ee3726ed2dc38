#include "editor/dialogs/export.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::editor_dialogs_export_test {

using namespace robot;

namespace {

AppWorld world_in(const samples::TemporaryFolder& folder, Language language = Language::ru) {
  AppWorld world = Robot::world_of(language);
  world.home = folder.path().string();
  return world;
}

// Where the job's thread waits at its first step.
class Gate {
 public:
  void pass() {
    is_reached_ = true;
    is_reached_.notify_all();
    is_open_.wait(false);
  }
  void wait_for_somebody() { is_reached_.wait(false); }
  void open() {
    is_open_ = true;
    is_open_.notify_all();
  }

 private:
  std::atomic<bool> is_reached_ = false;
  std::atomic<bool> is_open_ = false;
};

// So that a test that fails does not wait for ever; declared after the robot, which waits for its job.
struct OpenAtEnd {
  explicit OpenAtEnd(Gate& opened) : gate(opened) {}
  ~OpenAtEnd() { gate.open(); }
  OpenAtEnd(const OpenAtEnd&) = delete;
  OpenAtEnd& operator=(const OpenAtEnd&) = delete;
  Gate& gate;
};

// Draws frames until the job has ended.
void finish(Robot& robot) {
  for (int i = 0; i < 1000000 && robot.shows("export.stop"); ++i) {
    std::this_thread::yield();
    robot.frame();
  }
  REQUIRE_FALSE(robot.shows("export.stop"));
  robot.frame(3);  // until the dialog has its size
}

void export_by_enter(Robot& robot) {
  robot.press(Key::p, control);
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(2);
  finish(robot);
}

// What the command line would write.
std::string bytes_by_task(const Workbook& workbook, ExportRequest request, const std::string& target) {
  request.target = target;
  ExportProgress progress;
  REQUIRE(run_export_task(workbook, request, progress).has_value());
  return samples::bytes_of(target);
}

}  // namespace

TEST_CASE("Ctrl+P and Enter write the PDF beside the workbook, with the bytes of the command line") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("Кофейня.canvasbook"));
  robot.frame(3);
  export_by_enter(robot);
  CHECK(robot.shows("export/written/Кофейня.pdf"));
  CHECK(samples::bytes_of(folder.file("Кофейня.pdf")) == bytes_by_task(robot.workbook(), {}, folder.file("other.pdf")));
  robot.press(Key::escape);
  robot.frame(2);
  CHECK_FALSE(robot.app.has_dialog());
}

TEST_CASE("by keys alone: one document of two, as Markdown with the findings") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  // From the button on: cancel, round to "all documents", the two documents, PDF, Markdown.
  for (int i = 0; i < 4; ++i) robot.press(Key::tab);
  robot.press(Key::space);
  robot.press(Key::down);
  robot.press(Key::right);
  robot.press(Key::space);
  robot.frame();
  CHECK_FALSE(robot.shows("export.page_own"));
  for (int i = 0; i < 3; ++i) robot.press(Key::tab);
  robot.press(Key::space);
  robot.press(Key::enter);
  robot.frame(2);
  finish(robot);
  ExportRequest request;
  request.format = find_format("md");
  request.documents = {robot.workbook().documents.front()->id};
  request.with_review = true;
  CHECK(samples::bytes_of(folder.file("book.md")) == bytes_by_task(robot.workbook(), request, folder.file("other.md")));
}

TEST_CASE("a file for each document goes into the folder, and a book that was never saved is named by its title") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  Workbook workbook = paper::two_documents();
  workbook.company = "Утро";
  robot.app.open(std::move(workbook), {});
  robot.frame(3);
  export_by_enter(robot);
  CHECK(std::filesystem::exists(folder.file("Утро.pdf")));
  robot.press(Key::escape);
  robot.frame(2);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.click("export.a_file_each");
  robot.click("export.start");
  finish(robot);
  CHECK(std::filesystem::exists(folder.file("Вторая.pdf")));
  CHECK(folder.entries() == 3);
}

TEST_CASE("stopping the export leaves no file and leads back to the settings") {
  const samples::TemporaryFolder folder;
  Gate gate;
  Robot robot(world_in(folder));
  const OpenAtEnd opened(gate);
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.app.wake = [&gate] { gate.pass(); };
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(3);
  REQUIRE(robot.shows("export/progress"));
  gate.wait_for_somebody();
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(robot.app.has_dialog());  // until the job has answered
  gate.open();
  finish(robot);
  CHECK(robot.shows("export.start"));
  CHECK(folder.entries() == 0);
}

TEST_CASE("the window stays alive while the export works") {
  const samples::TemporaryFolder folder;
  Gate gate;
  Robot robot(world_in(folder));
  const OpenAtEnd opened(gate);
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.app.wake = [&gate] { gate.pass(); };
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.press(Key::enter);
  robot.frame(20);
  CHECK(robot.shows("export.stop"));
  gate.open();
  finish(robot);
  CHECK(std::filesystem::exists(folder.file("book.pdf")));
}

TEST_CASE("a target that exists is asked about before anything is written") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  samples::put_bytes(folder.file("book.pdf"), "mine");
  robot.frame(3);
  export_by_enter(robot);
  REQUIRE(robot.shows("replace.yes"));
  CHECK(samples::bytes_of(folder.file("book.pdf")) == "mine");

  SUBCASE("Escape keeps it") {
    robot.press(Key::escape);
    robot.frame(2);
    robot.press(Key::escape);
    robot.frame(2);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(samples::bytes_of(folder.file("book.pdf")) == "mine");
    CHECK(folder.entries() == 1);
  }
  SUBCASE("Replace writes over it") {
    robot.click("replace.yes");
    finish(robot);
    CHECK(samples::bytes_of(folder.file("book.pdf")).starts_with("%PDF"));
  }
  SUBCASE("another name leaves it and goes on at once") {
    robot.press(Key::enter);  // the first answer
    robot.frame(3);
    REQUIRE(robot.shows("browser.file_name"));
    robot.press(Key::a, control);
    robot.type("Другой");
    robot.press(Key::enter);
    robot.frame(3);
    finish(robot);
    CHECK(samples::bytes_of(folder.file("book.pdf")) == "mine");
    CHECK(samples::bytes_of(folder.file("Другой.pdf")).starts_with("%PDF"));
  }
}

TEST_CASE("characters that no font has are listed with their place, which a click shows") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::from_template("business_model_canvas"), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.session().add_note("channels", "Чат \U0001F680");
  robot.session().end_writing();
  const std::string note = block_of(robot, "channels").notes.front().id;
  robot.view().selected.clear();
  export_by_enter(robot);
  robot.click("export/missing/" + note);
  CHECK_FALSE(robot.app.has_dialog());
  REQUIRE(robot.view().selected.size() == 1);
  CHECK(*robot.view().selected.begin() == note);
}

TEST_CASE("an export that fails says why, and the settings are still there") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("gone/book.canvasbook"));
  robot.frame(3);
  export_by_enter(robot);
  CHECK(robot.shows("failure.close"));
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.shows("export.start"));
}

TEST_CASE("without a document there is nothing to start") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.click("export.all_documents");
  robot.click("export.start");
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.shows("export.start"));
  CHECK(folder.entries() == 0);
}

TEST_CASE("the choices stay for the next time; what was left out is of its own workbook") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.click("export.markdown");
  robot.click("export/document/" + robot.workbook().documents.back()->id);
  robot.press(Key::escape);
  robot.frame(2);
  CHECK(robot.app.state<ExportChoices>().format == find_format("md"));
  CHECK(robot.app.state<ExportChoices>().left_out.size() == 1);
  robot.app.open(paper::two_documents(), folder.file("next.canvasbook"));
  CHECK(robot.app.state<ExportChoices>().format == find_format("md"));
  CHECK(robot.app.state<ExportChoices>().left_out.empty());
}

TEST_CASE("every label of the export dialog fits, in both languages, at every scale") {
  const samples::TemporaryFolder folder;
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      Robot robot(world_in(folder, language), scale, {1280, 720});
      robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
      robot.frame(3);
      robot.press(Key::p, control);
      robot.frame(3);
      size_t found = 0;
      for (const PartRegister::Part& part : robot.app.parts.parts()) {
        if (!part.key.starts_with("export")) continue;
        ++found;
        CAPTURE(part.key);
        CHECK(part.fits);
        CHECK(part.visible);
      }
      CHECK(found > 5);
    }
  }
}

}  // namespace canvasbook::editor_dialogs_export_test
