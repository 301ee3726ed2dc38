#include "editor/dialogs/export.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "editor/parts/interface_icons.h"
#include "model/file/workbook_file.h"
#include "tests/book.h"
#include "tests/drawn_text.h"
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

// Where exports run on a thread of their own.
AppWorld world_beside(const samples::TemporaryFolder& folder) {
  AppWorld world = world_in(folder);
  world.computes_beside = true;
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
  // From the button on: cancel, round to "all documents", the two documents; then the choice of sections, the four
  // forms, PDF, Markdown.
  for (int i = 0; i < 4; ++i) robot.press(Key::tab);
  robot.press(Key::space);
  for (int i = 0; i < 7; ++i) robot.press(Key::tab);
  robot.press(Key::space);
  robot.frame();
  CHECK_FALSE(robot.shows("export.page_own"));
  CHECK_FALSE(robot.shows("export.a_file_each"));  // of one document
  for (int i = 0; i < 2; ++i) robot.press(Key::tab);
  robot.press(Key::space);
  robot.press(Key::enter);
  robot.frame(2);
  finish(robot);
  ExportRequest request;
  request.format = find_format("md");
  request.documents = {robot.workbook().documents.front()->id};
  request.with_review = true;
  const std::string name = "book — " + robot.workbook().documents.front()->title + ".md";
  CHECK(samples::bytes_of(folder.file(name)) == bytes_by_task(robot.workbook(), request, folder.file("other.md")));
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

TEST_CASE("A3 is offered where a canvas is chosen, since running text is never on it") {
  const Workbook canvases = paper::two_documents();
  Robot robot(samples::make_workbook({samples::sound_book(), *canvases.documents.front()}));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  REQUIRE(robot.shows("export.page_a3"));
  robot.click("export/document/" + robot.workbook().documents.back()->id);
  robot.frame(2);
  CHECK(robot.shows("export.page_letter"));
  CHECK_FALSE(robot.shows("export.page_a3"));
  robot.click("form.wall");  // which is as large as the paper
  robot.frame();
  CHECK(robot.shows("export.page_a3"));
}

TEST_CASE("stopping the export leaves no file and leads back to the settings") {
  const samples::TemporaryFolder folder;
  Gate gate;
  Robot robot(world_beside(folder));
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
  Robot robot(world_beside(folder));
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

TEST_CASE("a file that was written in this session from the same documents is replaced without a question") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.frame(3);
  const auto close = [&] {
    robot.press(Key::escape);
    robot.frame(2);
    REQUIRE_FALSE(robot.app.has_dialog());
  };
  export_by_enter(robot);
  const std::string before = samples::bytes_of(folder.file("book.pdf"));
  close();
  Properties properties = properties_of(robot.workbook());
  properties.company = "Another name on the paper";
  robot.session().set_properties(properties);

  SUBCASE("as it is there, it is replaced") {
    export_by_enter(robot);
    CHECK_FALSE(robot.shows("replace.yes"));
    CHECK(robot.shows("export/written/book.pdf"));
    CHECK(samples::bytes_of(folder.file("book.pdf")) != before);
    close();
    export_by_enter(robot);  // and once more
    CHECK(robot.shows("export/written/book.pdf"));
  }
  SUBCASE("what another program wrote into it is asked about") {
    samples::put_bytes(folder.file("book.pdf"), "mine");
    export_by_enter(robot);
    CHECK(robot.shows("replace.yes"));
    CHECK(samples::bytes_of(folder.file("book.pdf")) == "mine");
  }
  SUBCASE("fewer documents have a name of their own") {
    robot.press(Key::p, control);
    robot.frame(2);
    robot.click("export/document/" + robot.workbook().documents.front()->id);
    robot.press(Key::enter);
    robot.frame(2);
    finish(robot);
    CHECK(robot.shows("export/written/book — Вторая.pdf"));
    CHECK(samples::bytes_of(folder.file("book.pdf")) == before);
  }
  SUBCASE("fewer documents in its place are asked about") {
    robot.app.state<ExportChoices>().file = folder.file("book.pdf");
    robot.press(Key::p, control);
    robot.frame(2);
    robot.click("export/document/" + robot.workbook().documents.back()->id);
    robot.press(Key::enter);
    robot.frame(3);
    CHECK(robot.shows("replace.yes"));
    CHECK(samples::bytes_of(folder.file("book.pdf")) == before);
  }
  SUBCASE("another workbook in the same place is asked about") {
    robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
    robot.frame(3);
    export_by_enter(robot);
    CHECK(robot.shows("replace.yes"));
  }
}

TEST_CASE("the button that starts has the icon of a PDF for a PDF alone") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(paper::two_documents(), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(3);
  const auto has_pdf_icon = [&] {
    robot.show_letters();
    const PartRegister::Part* button = robot.app.parts.find("export.start");
    REQUIRE(button != nullptr);
    return std::ranges::any_of(LetterReader().read(), [&](const DrawnLetter& letter) {
      return letter.character == icons::export_ && letter.from.y >= button->from.y && letter.to.y <= button->to.y;
    });
  };
  CHECK(has_pdf_icon());
  robot.click("export.markdown");
  CHECK_FALSE(has_pdf_icon());
}

TEST_CASE("the first place that is left to fill in is named, and a click leads there") {
  using namespace samples;
  for (const Language language : {Language::ru, Language::en}) {
    const TemporaryFolder folder;
    Robot robot(world_in(folder, language));
    Document first = make_document_of("first", {make_section("one", Prose{"Nothing open."})});
    Document second = make_document_of("second", {make_section("two", Prose{"Text."}),
                                                  make_section("three", Prose{"Call within [3] minutes, [name]."})});
    robot.app.open(make_workbook({first, second}), folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    robot.frame(3);
    std::string drawn;
    for (const DrawnLetter& letter : LetterReader().read()) append_utf8(drawn, letter.character);
    CHECK(drawn.find("[3]") != std::string::npos);
    robot.click("export.show_blank");
    robot.frame(2);
    CHECK_FALSE(robot.app.has_dialog());
    CHECK(robot.session().section()->id == "three");
    CHECK(robot.view().editing == Editing::prose);
    CHECK(robot.session().field.selected_text() == "[3]");
    robot.session().end_writing();
    robot.press(Key::p, control);
    robot.frame(3);
    robot.click("form.signatures");  // which does not print that text
    CHECK_FALSE(robot.shows("export.show_blank"));
    robot.click("form.book");
    CHECK(robot.shows("export.show_blank"));
    robot.click("export/document/second");  // without its document nothing is open
    CHECK_FALSE(robot.shows("export.show_blank"));
  }
}

TEST_CASE("a form counts the places to fill in that it prints, and none of the sections that are left out") {
  using namespace samples;
  for (const Language language : {Language::ru, Language::en}) {
    const TemporaryFolder folder;
    Robot robot(world_in(folder, language));
    const Responses answers{
        "", {make_response("r", "Dear?", {"Only [price] each."}), make_response("s", "Late?", {"No."})}};
    const Document book =
        make_document_of("book", {make_section("front", Prose{"Hello."}),  // stands in the window behind the dialog
                                  make_section("text", Prose{"See the [customer card] and the [map]."}),
                                  make_section_of("answers", "objections", answers)});
    robot.app.open(make_workbook({book}), folder.file("book.canvasbook"));
    robot.frame(3);
    const auto drawn = [&] {
      robot.frame(3);
      robot.show_letters();
      return drawn_letters();
    };
    robot.press(Key::p, control);
    CHECK(drawn().find("[customercard]") != std::string::npos);
    robot.click("form.cards");
    const std::string cards = drawn();
    CHECK(cards.find("[price]") != std::string::npos);
    CHECK(cards.find("[customercard]") == std::string::npos);
    robot.click("export.show_blank");
    CHECK(robot.session().field.selected_text() == "[price]");
    robot.session().end_writing();
    robot.press(Key::p, control);
    robot.frame(3);
    robot.click("form.book");
    robot.click("export.choose_sections");
    robot.frame(3);
    robot.click("export/section/text");
    robot.frame(2);
    robot.click("export.sections_done");
    CHECK(drawn().find("[price]") != std::string::npos);
  }
}

TEST_CASE("names in braces that nobody knows or that have no value are told with the places that are left") {
  using namespace samples;
  for (const Language language : {Language::ru, Language::en}) {
    const bool is_russian = language == Language::ru;
    const TemporaryFolder folder;
    Robot robot(world_in(folder, language));
    const Responses answers{"", {make_response("r", "Dear?", {"{client}, at {town} it is [price]."})}};
    const Document book = make_document_of(
        "book", {make_section("front", Prose{"{client}, hello."}), make_section_of("answers", "objections", answers)});
    robot.app.open(make_workbook({book}), folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    const auto drawn = [&] {
      robot.frame(3);
      robot.show_letters();
      return drawn_letters();
    };
    const std::string names = is_russian ? "Подстановокбеззначения:" : "Placeholderswithoutavalue:";
    CHECK(drawn().find(names + "3.") != std::string::npos);
    robot.click("form.cards");
    CHECK(drawn().find(names + "2.") != std::string::npos);
    robot.click("export.show_blank");
    CHECK(robot.session().field.selected_text() == "[price]");
    robot.type("1");
    robot.session().end_writing();
    robot.press(Key::p, control);
    CHECK(drawn().find("{town}") != std::string::npos);
    robot.click("export.show_blank");
    CHECK(robot.session().field.selected_text() == "{town}");
    robot.session().end_writing();
  }
}

TEST_CASE("what the speaker fills in does not count among what is left, and is told apart") {
  using namespace samples;
  for (const Language language : {Language::ru, Language::en}) {
    const bool is_russian = language == Language::ru;
    const TemporaryFolder folder;
    Robot robot(world_in(folder, language));
    const Section script =
        make_section("script", Responses{"", {make_response("r", "[name]?", {"At [time], [name]."})}});
    const auto notice_of = [&](std::vector<Section> sections) {
      robot.app.open(make_workbook({make_document_of("doc", std::move(sections))}), folder.file("book.canvasbook"));
      robot.frame(3);
      robot.run("command.export");
      robot.frame(3);
      robot.show_letters();
      return drawn_letters();
    };
    const std::string both = notice_of({script, make_section("text", Prose{"By [date]."})});
    CHECK(both.find(is_russian ? "Остался1пропуск:[date].Ещё3заполнитговорящий:имена,дни,суммы."
                               : "1placeislefttofillin:[date].Whoeverspeaksfillsin3more:names,days,sums.") !=
          std::string::npos);
    robot.click("export.show_blank");
    CHECK(robot.session().field.selected_text() == "[date]");
    robot.session().end_writing();
    const std::string said = notice_of({script});
    CHECK(said.find(is_russian ? "3пропусказаполнитговорящий,первый:[name]" : "3placesarefilledinbywhoeverspeaks") !=
          std::string::npos);
    CHECK(said.find(is_russian ? "Остал" : "islefttofillin") == std::string::npos);
    robot.click("export.show_blank");
    CHECK(robot.session().field.selected_text() == "[name]");
    robot.session().end_writing();
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
  robot.session().deselect();
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
  SUBCASE("what was written") {
    robot.press(Key::enter);
    robot.frame(2);
    finish(robot);
    CHECK(robot.app.state<ExportChoices>().left_out.documents.size() == 1);
  }
  SUBCASE("the documents of one that was given up are all chosen again") {
    robot.press(Key::escape);
    robot.frame(2);
    CHECK(robot.app.state<ExportChoices>().left_out.documents.empty());
  }
  CHECK(robot.app.state<ExportChoices>().format == find_format("md"));
  if (robot.app.has_dialog()) robot.press(Key::escape);
  robot.app.open(paper::two_documents(), folder.file("next.canvasbook"));
  CHECK(robot.app.state<ExportChoices>().format == find_format("md"));
  CHECK(robot.app.state<ExportChoices>().left_out.documents.empty());
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

TEST_CASE("a form of the sales book is chosen in the dialog, and its file has its name") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(samples::make_workbook({samples::sound_book(), samples::sound_standards()}),
                 folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  REQUIRE(robot.shows("form.cards"));
  CHECK(robot.shows("export.with_review"));
  robot.click("form.cards");
  CHECK_FALSE(robot.shows("export.with_review"));
  robot.click("export.start");
  robot.frame(2);
  finish(robot);
  const std::string name = "book — Pocket cards.pdf";
  CHECK(robot.shows("export/written/" + name));
  ExportRequest request;
  request.form = find_print_form("cards");
  CHECK(samples::bytes_of(folder.file(name)) == bytes_by_task(robot.workbook(), request, folder.file("other.pdf")));
}

TEST_CASE("any form is made of the sections that are chosen, a part with the deeper sections behind it") {
  const samples::TemporaryFolder folder;
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(world_in(folder, language));
    robot.app.open(samples::make_workbook({samples::sound_book(), samples::sound_standards()}),
                   folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    robot.frame(2);
    robot.click("form.cards");
    robot.click("export.choose_sections");
    robot.frame(3);
    robot.click("export/section/call");  // the objections stand below it
    robot.frame(2);
    robot.click("export.sections_done");
    robot.frame(3);
    robot.click("export.start");
    robot.frame(2);
    CHECK(robot.shows("export.start"));  // no cards are left
    robot.click("form.book");
    robot.click("export.choose_sections");
    robot.frame(3);
    robot.click("export/whole/rules");
    robot.frame(2);
    robot.press(Key::escape);
    robot.frame(3);
    robot.click("form.wall");
    robot.frame(2);
    robot.click("export.choose_sections");
    robot.frame(3);
    CHECK(robot.shows("export/whole/book"));
    CHECK_FALSE(robot.shows("export/whole/rules"));  // which the wall sheet has nothing of
    robot.click("export.sections_done");
    robot.frame(3);
    robot.click("export.start");
    robot.frame(2);
    finish(robot);
    ExportRequest request;
    request.form = find_print_form("wall");
    request.sections = {"stop", "talk1", "talk2", "talk3"};
    const std::string name = "book — STOP sheet.pdf";
    REQUIRE(std::filesystem::exists(folder.file(name)));
    CHECK(samples::bytes_of(folder.file(name)) == bytes_by_task(robot.workbook(), request, folder.file("other.pdf")));
    std::filesystem::remove(folder.file(name));
    std::filesystem::remove(folder.file("other.pdf"));
  }
}

TEST_CASE("what does not matter for a form is not asked: other documents, files of their own, the size twice") {
  Robot robot(samples::make_workbook({samples::sound_book(), samples::sound_standards()}));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  const std::string standards = "export/document/" + robot.workbook().documents.back()->id;
  CHECK(robot.shows(standards));
  CHECK(robot.shows("export.a_file_each"));
  REQUIRE(robot.workbook().page_size == PageSize::A4);
  CHECK_FALSE(robot.shows("export.page_a4"));  // it is that of the workbook
  robot.click("form.wall");                    // which the book alone has anything for
  robot.frame(2);
  CHECK(robot.shows("export/document/book"));
  CHECK_FALSE(robot.shows(standards));
  CHECK_FALSE(robot.shows("export.a_file_each"));
  robot.click("form.book");
  robot.frame(2);
  CHECK(robot.shows(standards));
  CHECK(robot.shows("export.a_file_each"));
  Workbook american = robot.workbook();
  american.page_size = PageSize::Letter;
  robot.press(Key::escape);
  robot.app.open(american, {});
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  CHECK(robot.shows("export.page_a4"));
  CHECK_FALSE(robot.shows("export.page_letter"));
}

TEST_CASE("the example with all its forms is asked about in a small window without scrolling, in both languages") {
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(paper::example(language == Language::ru ? "ru" : "en"), {}, language, 1, {1280, 720});
    robot.press(Key::p, control);
    robot.frame(3);
    for (const char* key : {"form.book", "form.changes", "export.markdown_with_ids", "export.with_review",
                            "export/target", "export.start"}) {
      CAPTURE(key);
      const PartRegister::Part* part = robot.app.parts.find(key);
      REQUIRE(part != nullptr);
      CHECK(part->visible);
      CHECK(part->to.y <= 712);
    }
    const auto top_of = [&](const char* key) { return robot.app.parts.find(key)->from.y; };
    CHECK(top_of("export.pdf") == top_of("export.markdown_with_ids"));  // one row
  }
}

TEST_CASE("a form that the chosen documents have nothing for is grey, and is not exported") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder));
  robot.app.open(samples::make_workbook({samples::sound_book(), samples::sound_standards()}),
                 folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  robot.click("export/document/book");  // which alone has STOP phrases and dialogues
  robot.click("form.wall");
  CHECK(robot.shows("export.with_review"));  // the book as a whole is chosen still
  robot.click("export/document/book");
  robot.click("form.roleplay");
  CHECK_FALSE(robot.shows("export.with_review"));
  robot.click("export/document/book");
  robot.press(Key::enter);
  robot.click("export.start");
  robot.frame(3);
  CHECK(folder.entries() == 0);
  CHECK(robot.shows("export.start"));
}

TEST_CASE("a workbook is asked for no form that none of its documents has anything for") {
  Robot robot(paper::two_documents());
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(2);
  CHECK(robot.shows("export.start"));
  CHECK(robot.shows("form.book"));
  CHECK(robot.shows("form.changes"));
  CHECK(robot.shows("form.signatures"));
  CHECK_FALSE(robot.shows("form.cards"));
  CHECK_FALSE(robot.shows("form.standard_cards"));
  CHECK_FALSE(robot.shows("form.poster"));
}

TEST_CASE("what has changed asks for the older copy, says which one it is, and is the file of the command line") {
  for (const Language language : {Language::ru, Language::en}) {
    const samples::TemporaryFolder folder;
    const Workbook older = samples::make_workbook({samples::sound_book(), samples::sound_standards()});
    REQUIRE(save_workbook(older, folder.file("older.canvasbook")).has_value());
    Robot robot(world_in(folder, language));
    robot.app.open(remove_section(older, "stop"), folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    robot.frame(2);
    robot.click("form.changes");
    robot.frame();
    REQUIRE(robot.shows("export/older"));
    CHECK_FALSE(robot.shows("export.a_file_each"));
    robot.press(Key::enter);  // without a copy nothing begins
    robot.frame(2);
    REQUIRE(robot.shows("export.choose_older"));
    CHECK(folder.entries() == 1);
    robot.click("export.choose_older");
    robot.frame(3);
    robot.click("browser/entry/older.canvasbook", 2);
    robot.frame(3);
    REQUIRE(robot.shows("export.start"));
    CHECK(drawn_letters().find("older.canvasbook") != std::string::npos);
    robot.click("export.start");
    robot.frame(2);
    finish(robot);
    ExportRequest request;
    request.form = find_print_form("changes");
    request.older_file = folder.file("older.canvasbook");
    auto copy = load_older_copy(request.older_file, {}, robot.workbook());
    REQUIRE(copy.has_value());
    request.older = *copy;
    const std::string name = name_in_form("book", *request.form, robot.workbook().language) + ".pdf";
    CHECK(robot.shows("export/written/" + name));
    CHECK(samples::bytes_of(folder.file(name)) == bytes_by_task(robot.workbook(), request, folder.file("other.pdf")));
  }
}

TEST_CASE("another workbook, or the very file that is open, is no older copy: it is said, and none is chosen") {
  const samples::TemporaryFolder folder;
  const Workbook workbook = samples::make_workbook({samples::sound_book()});
  REQUIRE(save_workbook(workbook, folder.file("book.canvasbook")).has_value());
  REQUIRE(save_workbook(samples::sound_workbook(), folder.file("stranger.canvasbook")).has_value());
  for (const char* name : {"book.canvasbook", "stranger.canvasbook"}) {
    CAPTURE(name);
    Robot robot(world_in(folder));
    robot.app.open(workbook, folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    robot.frame(2);
    robot.click("form.changes");
    robot.click("export.choose_older");
    robot.frame(3);
    robot.click("browser/entry/" + std::string(name), 2);
    robot.frame(3);
    REQUIRE(robot.app.question() != nullptr);
    CHECK(robot.app.question()->title_key == "failure.title");
    robot.press(Key::escape);
    robot.frame(3);
    REQUIRE(robot.shows("export.start"));
    robot.press(Key::enter);
    robot.frame(2);
    CHECK(folder.entries() == 2);
  }
}

TEST_CASE("the form for the phone is an HTML file, and what prints is none") {
  const samples::TemporaryFolder folder;
  Robot robot(world_in(folder, Language::en), 1, {1280, 800});
  robot.app.open(samples::workbook_for_all_forms(), folder.file("book.canvasbook"));
  robot.frame(3);
  robot.press(Key::p, control);
  robot.frame(3);
  CHECK_FALSE(robot.shows("export.html"));
  CHECK(robot.shows("export.pdf"));
  robot.click("form.phone");
  robot.frame(2);
  CHECK(robot.shows("export.html"));
  CHECK_FALSE(robot.shows("export.pdf"));
  CHECK_FALSE(robot.shows("export.page_own"));
  robot.press(Key::enter);
  robot.frame(2);
  finish(robot);
  CHECK(samples::bytes_of(folder.file("book — Phone form.html")).starts_with("<!DOCTYPE html>"));
}

TEST_CASE("every label of the forms fits, in both languages") {
  const samples::TemporaryFolder folder;
  for (const Language language : {Language::ru, Language::en}) {
    Robot robot(world_in(folder, language), 1, {1280, 800});
    robot.app.open(samples::workbook_for_all_forms(), folder.file("book.canvasbook"));
    robot.frame(3);
    robot.press(Key::p, control);
    robot.frame(3);
    for (const PrintForm& form : print_forms()) {
      CAPTURE(form.key);
      const auto* part = robot.app.parts.find(form.key);
      REQUIRE(part != nullptr);
      CHECK(part->fits);
      CHECK(part->visible);
    }
  }
}

}  // namespace canvasbook::editor_dialogs_export_test
