// Every dialog about the disk and every answer to it: what stands on the disk afterwards, what the window stands on,
// and what saving does next.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "editor/session/workbook_on_disk.h"
#include "model/file/workbook_file.h"
#include "tests/programs.h"
#include "tests/recoveries.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::app_files_test {

namespace {

namespace fs = std::filesystem;
using robot::block_of;
using robot::Robot;
using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;

// A window on the workbook of company "Mine", at which somebody has written a note or not.
struct Desk {
  explicit Desk(bool writes = true, bool saves_beside = false) {
    mine.company = "Mine";
    REQUIRE(save_workbook(mine, file));
    AppWorld world = Robot::world_of(Language::en, 7, folder.file("state"));
    world.computes_beside = saves_beside;
    world.home = folder.file("home");
    fs::create_directories(folder.file("home/Documents"));
    window.emplace(world);
    window->app.open_file(file);
    window->frame(3);
    if (writes) write("Text");
  }

  void write(const char* text) {
    window->click("block/channels/add");
    window->type(text);
    window->press(Key::escape);
  }

  void put_theirs(const std::string& path, const char* company = "Theirs") const {
    Workbook theirs = paper::from_template("business_model_canvas", Language::en);
    theirs.company = company;
    REQUIRE(save_workbook(theirs, path, {.losses = Losses::accept}));
  }

  App& app() { return window->app; }
  Session& session() { return window->session(); }
  void save() { window->press(Key::s, control); }

  // The title of the question that is asked, or nothing.
  std::string asked() { return app().question() == nullptr ? std::string() : app().question()->title_key; }

  void answer(std::string_view key) {
    REQUIRE(app().question() != nullptr);
    const auto& answers = app().question()->answers;
    const auto found = std::ranges::find(answers, key, &Question::Answer::key);
    REQUIRE_MESSAGE(found != answers.end(), std::string(key));
    app().answer(static_cast<size_t>(found - answers.begin()));
    window->frame(2);
  }

  // Lets what is being saved beside the window come to its end.
  void end_saving() {
    for (double seconds = 1; app().is_saving() && seconds < 1e6; ++seconds) app().tick(seconds);
    window->frame(2);
  }

  // Chooses a place to save as a person does in the browser.
  void save_as(const std::string& path) {
    app().save_as();
    choose(path);
  }
  void choose(const std::string& path) {
    window->frame(3);
    window->click("browser.file_name");
    window->press(Key::a, control);
    window->type(path.starts_with('/') ? fs::path(path).filename().string() : path);
    window->click("browser.save");
    window->frame(2);
  }

  std::string company_in(const std::string& path) const {
    const auto loaded = load_workbook(path);
    return loaded ? loaded->company : "(no workbook)";
  }
  bool holds_my_text(const std::string& path) {
    const auto loaded = load_workbook(path);
    return loaded && loaded->documents == window->workbook().documents;
  }

  TemporaryFolder folder;
  std::string file = folder.file("book.canvasbook");
  Workbook mine = paper::from_template("business_model_canvas", Language::en);
  std::optional<Robot> window;
};

}  // namespace

// Saving while nobody else writes.

TEST_CASE("saving writes the file, and saving again writes it again without a question") {
  Desk desk;
  desk.save();
  CHECK(desk.asked().empty());
  CHECK(desk.holds_my_text(desk.file));
  CHECK(desk.session().is_saved());
  desk.write("More");
  desk.save();
  CHECK(desk.asked().empty());
  CHECK(desk.holds_my_text(desk.file));
}

TEST_CASE("a way through a link and back leads to the same file for opening and for saving") {
  TemporaryFolder folder;
  fs::create_directories(folder.file("there/inner"));
  fs::create_directory_symlink(folder.file("there/inner"), folder.file("link"));
  const Workbook book = paper::from_template("business_model_canvas", Language::en);
  REQUIRE(save_workbook(book, folder.file("there/book.canvasbook")));
  Robot window(Robot::world_of(Language::en));
  window.app.open_file(folder.file("link/../book.canvasbook"));
  window.frame(3);
  window.session().add_note("channels", "Text");
  window.press(Key::s, control);
  CHECK(load_workbook(folder.file("there/book.canvasbook"))->documents == window.workbook().documents);
  CHECK_FALSE(fs::exists(folder.file("book.canvasbook")));
}

TEST_CASE("a name that ends as a workbook does in capitals is taken as it is") {
  Desk desk;
  desk.save_as(desk.folder.file("NEW.CANVASBOOK"));
  CHECK(desk.session().file() == desk.folder.file("NEW.CANVASBOOK"));
}

TEST_CASE("after save as the window stands on the new file, and the old one stays as it was") {
  Desk desk;
  desk.save_as(desk.folder.file("new.canvasbook"));
  CHECK(desk.session().file() == desk.folder.file("new.canvasbook"));
  CHECK(desk.app().window_title().find("new.canvasbook") != std::string::npos);
  desk.write("More");
  desk.save();
  CHECK(desk.holds_my_text(desk.folder.file("new.canvasbook")));
  CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
}

// The file was changed by another program: disk.copy, disk.take, disk.keep, disk.later.

TEST_CASE("another's change is asked about before saving, also one that keeps size and time") {
  for (const bool keeps_size_and_time : {false, true}) {
    Desk desk;
    const auto before = fs::last_write_time(desk.file);
    std::string text = bytes_of(desk.file);
    text.replace(text.find("Mine"), 4, keeps_size_and_time ? "Ours" : "Theirs");
    put_bytes(desk.file, text);
    if (keeps_size_and_time) fs::last_write_time(desk.file, before);
    desk.save();
    CHECK(desk.asked() == "disk.title");
    CHECK(bytes_of(desk.file) == text);
  }
}

TEST_CASE("after 'save mine beside it' the window stands on the copy, and saving never touches theirs again") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  desk.answer("disk.copy");
  const std::string copy = desk.folder.file("book 2.canvasbook");
  CHECK(desk.session().file() == copy);
  CHECK(desk.session().is_saved());
  CHECK(desk.app().window_title().starts_with("book 2.canvasbook"));
  CHECK(desk.app().settings.recent_files.front() == copy);
  CHECK(desk.holds_my_text(copy));
  desk.write("More");
  desk.save();
  CHECK(desk.asked().empty());
  CHECK(desk.holds_my_text(copy));
  CHECK(desk.company_in(desk.file) == "Theirs");
  // and whoever opens the copy meanwhile learns of this window, but not who opens theirs
  App second(Robot::world_of(Language::en, 2, desk.folder.file("state")));
  second.open_file(desk.file);
  CHECK(second.question() == nullptr);
  second.close_workbook();
  second.open_file(copy);
  REQUIRE(second.question() != nullptr);
  CHECK(second.question()->title_key == "open_already.title");
}

TEST_CASE("after 'take it from the disk' theirs is in the window as a step, and saving writes what is then changed") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  desk.answer("disk.take");
  CHECK(desk.window->workbook().company == "Theirs");
  CHECK(desk.session().is_saved());
  desk.window->press(Key::z, control);
  CHECK(desk.window->workbook().company == "Mine");
  desk.save();
  CHECK(desk.asked().empty());
  CHECK(desk.company_in(desk.file) == "Mine");
}

TEST_CASE("'keep mine' writes nothing by itself, and saving replaces the version that was asked about alone") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.app().tick(100);
  desk.answer("disk.keep");
  CHECK(desk.company_in(desk.file) == "Theirs");
  CHECK_FALSE(desk.session().is_saved());
  desk.put_theirs(desk.file, "Third");
  desk.save();
  CHECK(desk.asked() == "disk.title");
  CHECK(desk.company_in(desk.file) == "Third");
}

TEST_CASE("'keep mine' goes on with the saving that it was asked for") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  desk.answer("disk.keep");
  CHECK(desk.asked().empty());
  CHECK(desk.company_in(desk.file) == "Mine");
  CHECK(desk.session().is_saved());
  desk.put_theirs(desk.file);
  desk.app().request_close();
  desk.answer("disk.keep");
  CHECK(desk.app().is_finished());
  CHECK(desk.company_in(desk.file) == "Mine");
}

TEST_CASE("a caret that rests in a text puts the question off for a few seconds only") {
  Desk desk;
  desk.save();
  desk.window->click("block/channels/add");
  desk.window->type("more");
  desk.app().tick(10);
  desk.window->type(".");
  desk.put_theirs(desk.file);
  desk.app().tick(12);
  CHECK(desk.asked().empty());  // somebody types
  CHECK(desk.session().is_writing());
  desk.app().tick(14);
  CHECK(desk.asked() == "disk.title");
}

TEST_CASE("a workbook that is saved is not closed without a word where another one stands in its file") {
  Desk desk;
  desk.save();
  REQUIRE(desk.session().is_saved());
  desk.put_theirs(desk.file);
  desk.app().request_close();
  CHECK_FALSE(desk.app().is_finished());
  CHECK(desk.asked() == "disk.title");
  desk.answer("disk.later");
  desk.app().request_close();
  CHECK_FALSE(desk.app().is_finished());
  CHECK(desk.asked() == "close.title");
}

TEST_CASE("Escape and 'decide later' decide nothing: saving asks again, time alone does not") {
  for (const bool by_escape : {true, false}) {
    Desk desk;
    desk.put_theirs(desk.file);
    desk.save();
    REQUIRE(desk.asked() == "disk.title");
    if (by_escape) {
      desk.window->press(Key::escape);
      desk.window->frame(2);
    } else {
      desk.answer("disk.later");
    }
    CHECK_FALSE(desk.session().is_saved());
    for (const double seconds : {100.0, 200.0}) desk.app().tick(seconds);
    CHECK(desk.asked().empty());
    desk.save();
    CHECK(desk.asked() == "disk.title");
    CHECK(desk.company_in(desk.file) == "Theirs");
  }
}

TEST_CASE("a file that is gone is said to be gone, until it is saved again") {
  Desk desk;
  fs::remove(desk.file);
  desk.app().tick(100);
  CHECK(desk.app().is_file_gone());
  desk.app().request_close();
  REQUIRE(desk.app().question() != nullptr);
  CHECK(desk.app().question()->text_key == "close.gone_text");
  desk.answer("close.cancel");
  desk.save();
  CHECK(desk.asked().empty());
  CHECK_FALSE(desk.app().is_file_gone());
  CHECK(desk.company_in(desk.file) == "Mine");
}

TEST_CASE("what is written while the question is open is not overwritten by its answer") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  desk.put_theirs(desk.file, "Third");
  desk.answer("disk.keep");
  CHECK(desk.asked() == "disk.title");
  CHECK(desk.company_in(desk.file) == "Third");
}

TEST_CASE("a copy that cannot be written leaves the window on its file, and says so") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  fs::permissions(desk.folder.path(), fs::perms(0555));
  {
    const samples::OrdinaryUser user;
    desk.answer("disk.copy");
  }
  CHECK(desk.asked() == "save_failed.title");
  CHECK(desk.session().file() == desk.file);
  fs::permissions(desk.folder.path(), fs::perms(0755));
}

// Opening what is no workbook, or none any more.

TEST_CASE("a Markdown or text file is offered to be taken into a new workbook, and stays as it is") {
  for (const char* name : {"talk.md", "talk.txt"}) {
    for (const Language language : {Language::ru, Language::en}) {
      const TemporaryFolder folder;
      const std::string file = folder.file(name);
      const std::string text = "# Talk\n\nSome words.\n\n## Second\n\nMore.\n";
      put_bytes(file, text);
      Robot window(Robot::world_of(language));
      window.app.open_file(file);
      window.frame(2);
      REQUIRE(window.app.question() != nullptr);
      CHECK(window.app.question()->title_key == "foreign.title");
      window.click("foreign.take");
      window.frame(2);
      REQUIRE(window.app.session() != nullptr);
      const Document& document = *window.workbook().documents.front();
      CHECK(document.title == "Talk");
      REQUIRE(document.sections.size() == 2);
      CHECK(document.sections[1]->title == "Second");
      CHECK(std::get<Prose>(document.sections[1]->content).text == "More.");
      CHECK(window.session().file().empty());
      CHECK(bytes_of(file) == text);
    }
  }
}

TEST_CASE("a Markdown file is printed from its question, and cancelling opens nothing") {
  const TemporaryFolder folder;
  put_bytes(folder.file("talk.md"), "# Talk\n\nSome words.\n");
  Robot window(Robot::world_of(Language::en));
  window.app.open_file(folder.file("talk.md"));
  window.frame(2);
  window.click("foreign.cancel");
  window.frame(2);
  CHECK(window.app.session() == nullptr);
  window.app.open_file(folder.file("talk.md"));
  window.frame(2);
  window.click("foreign.print");
  window.frame(2);
  CHECK(window.app.has_dialog());
  CHECK(window.app.session() != nullptr);
}

// A question whose first answer asks it again.
struct AskingAgain {
  Robot window{Robot::world_of(Language::en)};
  int asked = 0;

  AskingAgain() {
    ask();
    window.frame(3);
  }

  void ask() {
    ++asked;
    window.app.ask({"close.title", "close.text", {}, {{"close.discard", [this] { ask(); }}, {"close.cancel", {}}}});
  }
};

TEST_CASE("a double click answers one question, not the next one that comes under the pointer as well") {
  AskingAgain again;
  again.window.click("close.discard", 2);
  again.window.frame(3);
  CHECK(again.asked == 2);
  again.window.click("close.discard");  // a click of its own
  again.window.frame(3);
  CHECK(again.asked == 3);
}

TEST_CASE("a click made before a question was seen does not answer it, however slow the frames are") {
  AskingAgain again;
  again.window.move_to("close.discard");
  for (int i = 0; i < 4; ++i) {
    again.window.app.input.button(0, true);
    again.window.app.input.button(0, false);
  }
  ImGui::GetIO().DeltaTime = 1;
  again.window.frame(20);
  CHECK(again.asked == 2);
}

TEST_CASE("a dropped file of another kind is told by what it is, and the open workbook stays open") {
  Desk desk;
  const std::string picture = desk.folder.file("picture.canvasbook");
  put_bytes(picture, "\x89PNG\r\n\x1A\n");
  desk.app().input.drop(picture);
  desk.window->frame(3);
  CHECK(desk.asked() == "foreign.title");
  CHECK(desk.app().question()->arguments.front().second ==
        Catalog::of(Language::en).error({ErrorCode::other_file, picture, 0, 0, {}, "picture"}));
  desk.answer("failure.close");
  REQUIRE(desk.app().session() != nullptr);
  CHECK(desk.session().file() == desk.file);
}

TEST_CASE("a damaged workbook is opened from its newest recovery record, also one that was saved") {
  for (const bool saves : {false, true}) {
    Desk desk;
    const std::string file = desk.file;
    if (saves) desk.save();
    const Workbook written = desk.window->workbook();
    desk.app().tick(100);
    desk.app().tick(200);
    desk.window.reset();  // without closing it, as in a power cut
    put_bytes(file, std::string(512, '\0'));
    Robot window(Robot::world_of(Language::en, 2, desk.folder.file("state")));
    window.app.open_file(file);
    window.frame(2);
    REQUIRE(window.app.question() != nullptr);
    CHECK(window.app.question()->text_key == "failure.text_recovery");
    window.click("recovery.take");
    window.frame(2);
    REQUIRE(window.app.session() != nullptr);
    CHECK(window.workbook().documents == written.documents);
    CHECK(bytes_of(file) == std::string(512, '\0'));
  }
}

TEST_CASE("a damaged workbook without a record is told with what happened to it") {
  const TemporaryFolder folder;
  const std::string file = folder.file("a.canvasbook");
  put_bytes(file, "{\"canvasbook\": 1,");
  Robot window(Robot::world_of(Language::en, 1, folder.file("state")));
  window.app.open_file(file);
  window.frame(2);
  REQUIRE(window.app.question() != nullptr);
  CHECK(window.app.question()->arguments.front().second ==
        Catalog::of(Language::en).error({ErrorCode::cut_off, file, 1, 18, {}, {}}));
  CHECK(window.app.question()->answers.size() == 1);
}

TEST_CASE("where nothing is unsaved, Enter takes the version of the disk; else it saves mine beside it") {
  for (const bool is_saved : {true, false}) {
    Desk desk;
    if (is_saved) desk.save();
    desk.put_theirs(desk.file);
    desk.app().tick(100);
    desk.window->frame(3);
    REQUIRE(desk.asked() == "disk.title");
    desk.window->press(Key::enter);
    desk.window->frame(2);
    CHECK((desk.window->workbook().company == "Theirs") == is_saved);
    CHECK(fs::exists(desk.folder.file("book 2.canvasbook")) == !is_saved);
  }
}

TEST_CASE("a version on the disk that cannot be read is not offered, and mine stays") {
  Desk desk;
  put_bytes(desk.file, "{\"canvasbook\": 1");
  for (const char* decision : {"disk.later", "disk.copy"}) {
    desk.save();
    REQUIRE(desk.asked() == "disk.damaged_title");
    CHECK(std::ranges::find(desk.app().question()->answers, "disk.take", &Question::Answer::key) ==
          desk.app().question()->answers.end());
    desk.answer(decision);
  }
  CHECK(desk.holds_my_text(desk.folder.file("book 2.canvasbook")));
}

TEST_CASE("a version that is damaged while it is asked about is not taken: the question comes again and says so") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  put_bytes(desk.file, "{");
  desk.answer("disk.take");
  CHECK(desk.asked() == "disk.damaged_title");
  CHECK(desk.window->workbook().company == "Mine");
  desk.answer("disk.keep");
  CHECK(desk.holds_my_text(desk.file));
}

// Another file is in the place: replace.yes, replace.other_name, replace.cancel.

TEST_CASE("'replace' replaces what was there when it was asked, and the window stands on it") {
  Desk desk;
  const std::string other = desk.folder.file("other.canvasbook");
  desk.put_theirs(other);
  desk.save_as(other);
  REQUIRE(desk.asked() == "replace.title");
  desk.answer("replace.yes");
  CHECK(desk.asked().empty());
  CHECK(desk.session().file() == other);
  CHECK(desk.holds_my_text(other));
}

TEST_CASE("what comes to the place while 'replace' is asked is asked about again") {
  Desk desk;
  const std::string other = desk.folder.file("other.canvasbook");
  desk.put_theirs(other);
  desk.save_as(other);
  desk.put_theirs(other, "Third");
  desk.answer("replace.yes");
  CHECK(desk.asked() == "replace.title");
  CHECK(desk.company_in(other) == "Third");
  CHECK(desk.session().file() == desk.file);
  desk.answer("replace.yes");
  CHECK(desk.holds_my_text(other));
}

TEST_CASE("'other name' chooses again, 'cancel' leaves the disk and the window as they were") {
  Desk desk;
  const std::string other = desk.folder.file("other.canvasbook");
  desk.put_theirs(other);
  desk.save_as(other);
  desk.answer("replace.cancel");
  CHECK(desk.session().file() == desk.file);
  CHECK(desk.company_in(other) == "Theirs");
  desk.save_as(other);
  desk.answer("replace.other_name");
  desk.choose(desk.folder.file("third.canvasbook"));
  CHECK(desk.session().file() == desk.folder.file("third.canvasbook"));
  CHECK(desk.company_in(other) == "Theirs");
}

TEST_CASE("'other name' begins in the folder that was chosen, not in that of the file") {
  Desk desk;
  fs::create_directories(desk.folder.file("there"));
  const std::string other = desk.folder.file("there/other.canvasbook");
  desk.put_theirs(other);
  desk.app().save_as();
  desk.choose("there/other.canvasbook");
  REQUIRE(desk.asked() == "replace.title");
  desk.answer("replace.other_name");
  desk.choose("third.canvasbook");
  CHECK(desk.session().file() == desk.folder.file("there/third.canvasbook"));
}

TEST_CASE("a pipe in the place is told and not waited for") {
  Desk desk;
  REQUIRE(::mkfifo(desk.folder.file("pipe.canvasbook").c_str(), 0600) == 0);
  desk.save_as(desk.folder.file("pipe.canvasbook"));
  CHECK(desk.asked() == "save_failed.title");
  CHECK(desk.app().question()->arguments.front().second.find("this is a pipe") != std::string::npos);
  CHECK(desk.session().file() == desk.file);
  desk.answer("save_failed.keep");
  desk.app().open_file(desk.folder.file("pipe.canvasbook"));
  desk.window->frame(2);
  CHECK(desk.asked() == "failure.title");
  CHECK(desk.session().file() == desk.file);  // what cannot be opened takes nothing away
}

// The file cannot be written: save_failed.elsewhere, save_failed.again, save_failed.keep.

TEST_CASE("after a failure 'again' saves once it can, 'elsewhere' chooses another place, 'go on' changes nothing") {
  Desk desk;
  const auto take_away = [&] {
    fs::rename(desk.file, desk.folder.file("moved"));
    fs::create_directory(desk.file);
  };
  const auto bring_back = [&] {
    fs::remove(desk.file);
    fs::rename(desk.folder.file("moved"), desk.file);
  };
  take_away();
  desk.save();
  REQUIRE(desk.asked() == "save_failed.title");
  desk.answer("save_failed.keep");
  CHECK_FALSE(desk.session().is_saved());
  CHECK(desk.session().file() == desk.file);
  desk.save();
  bring_back();
  desk.answer("save_failed.again");
  CHECK(desk.asked().empty());
  CHECK(desk.session().is_saved());
  CHECK(desk.holds_my_text(desk.file));
  desk.write("More");
  take_away();
  desk.save();
  desk.answer("save_failed.elsewhere");
  desk.choose("else.canvasbook");  // where people keep their files: the folder of this one refuses
  CHECK(desk.session().file() == desk.folder.file("home/Documents/else.canvasbook"));
  CHECK(desk.holds_my_text(desk.folder.file("home/Documents/else.canvasbook")));
}

// The file has a second name: losses.go_on, save_failed.elsewhere, save_failed.keep.

TEST_CASE("tearing a file from its other name is asked about once, and then done") {
  Desk desk;
  fs::create_hard_link(desk.file, desk.folder.file("second.canvasbook"));
  desk.save();
  REQUIRE(desk.asked() == "losses.title");
  CHECK_FALSE(desk.session().is_saved());
  desk.answer("save_failed.keep");
  CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
  desk.save();
  desk.answer("losses.go_on");
  CHECK(desk.session().is_saved());
  CHECK(desk.holds_my_text(desk.file));
  CHECK(load_workbook(desk.folder.file("second.canvasbook"))->documents == desk.mine.documents);
  fs::remove(desk.folder.file("second.canvasbook"));
  fs::create_hard_link(desk.file, desk.folder.file("second.canvasbook"));
  desk.write("More");
  desk.save();
  CHECK(desk.asked().empty());
}

// The workbook is closed: close.save, close.discard, close.cancel.

TEST_CASE("closing with 'save' saves and closes, or stays where the file was changed by another") {
  {
    Desk desk;
    desk.app().request_close();
    desk.answer("close.save");
    CHECK(desk.app().is_finished());
    CHECK(load_workbook(desk.file)->documents != desk.mine.documents);
  }
  Desk desk;
  desk.put_theirs(desk.file);
  desk.app().request_close();
  desk.answer("close.save");
  CHECK(desk.asked() == "disk.title");
  CHECK_FALSE(desk.app().is_finished());
  CHECK(desk.company_in(desk.file) == "Theirs");
  desk.answer("disk.copy");
  CHECK(desk.app().is_finished());
  CHECK(desk.company_in(desk.folder.file("book 2.canvasbook")) == "Mine");
}

TEST_CASE("closing with 'discard' leaves the file as it was, and 'cancel' leaves everything") {
  Desk desk;
  desk.app().close_workbook();
  desk.answer("close.cancel");
  CHECK_FALSE(desk.session().is_saved());
  desk.app().close_workbook();
  desk.answer("close.discard");
  CHECK(desk.app().session() == nullptr);
  CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
}

TEST_CASE("what is written while a closing save runs keeps the window open, and is asked about") {
  const std::pair<const char*, std::function<void(Desk&)>> ways[] = {
      {"quit", [](Desk& desk) { desk.app().request_close(); }},
      {"close", [](Desk& desk) { desk.app().close_workbook(); }},
      {"open", [](Desk& desk) { desk.app().open_file(desk.folder.file("other.canvasbook")); }},
      {"new", [](Desk& desk) { desk.app().open_example(); }}};
  for (const auto& way : ways) {
    CAPTURE(way.first);
    Desk desk(true, true);
    desk.put_theirs(desk.folder.file("other.canvasbook"));
    way.second(desk);
    desk.answer("close.save");
    REQUIRE(desk.app().is_saving());
    const Workbook before = desk.window->workbook();
    desk.write("LOST");
    desk.end_saving();
    REQUIRE(desk.asked() == "close.title");
    CHECK(load_workbook(desk.file)->documents == before.documents);
    const Workbook after = desk.window->workbook();
    CHECK_FALSE(after == before);
    desk.answer("close.save");
    desk.end_saving();
    CHECK(load_workbook(desk.file)->documents == after.documents);
    CHECK((desk.app().is_finished() || desk.app().session() == nullptr || desk.session().file() != desk.file));
  }
}

TEST_CASE("nor is it lost where the closing save goes beside the file") {
  Desk desk(true, true);
  desk.put_theirs(desk.file);
  desk.app().request_close();
  desk.answer("close.save");
  desk.end_saving();
  desk.answer("disk.copy");
  REQUIRE(desk.app().is_saving());
  desk.write("LOST");
  desk.end_saving();
  CHECK(desk.asked() == "close.title");
  CHECK_FALSE(desk.app().is_finished());
  desk.answer("close.discard");
  CHECK(desk.app().is_finished());
}

TEST_CASE("nor where it is the first one") {
  Desk fresh(true, true);
  fresh.app().open(fresh.mine, {}, false);
  fresh.window->frame(3);
  fresh.app().request_close();
  fresh.answer("close.save");
  fresh.choose("first.canvasbook");
  REQUIRE(fresh.app().is_saving());
  fresh.write("LOST");
  fresh.end_saving();
  CHECK(fresh.asked() == "close.title");
  CHECK_FALSE(fresh.app().is_finished());
}

TEST_CASE("keys that wait come before what a closing save ends with") {
  Desk desk(true, true);
  desk.app().request_close();
  desk.answer("close.save");
  desk.window->click("block/channels/add");
  desk.app().input.text(U'Z');
  for (double seconds = 1; seconds < 1000; ++seconds) desk.app().tick(seconds);
  CHECK_FALSE(desk.app().is_finished());
  desk.window->frame(2);
  desk.end_saving();
  CHECK(desk.asked() == "close.title");
}

TEST_CASE("a dialog that was opened comes before what a closing save ends with") {
  Desk other(true, true);
  other.app().request_close();
  other.answer("close.save");
  other.app().save_as();  // its dialog
  other.window->frame(2);
  REQUIRE(other.app().has_dialog());
  for (double seconds = 1; seconds < 1000; ++seconds) other.app().tick(seconds);
  CHECK_FALSE(other.app().is_finished());
  other.window->press(Key::escape);
  other.window->frame(2);
  other.end_saving();
  CHECK(other.app().is_finished());
}

TEST_CASE("a file that the disk did not confirm counts as not saved, and its record stays") {
  Desk desk;
  const SaveOrder order = desk.session().order_save(desk.file);
  const auto written = save_workbook(order.workbook, desk.file);
  REQUIRE(written);
  const Error unconfirmed{ErrorCode::not_confirmed, desk.file, 0, 0, {}, "5"};
  desk.session().take_saved(order, {desk.file, written->stamp, unconfirmed});
  CHECK_FALSE(desk.session().is_saved());
  desk.app().request_close();
  CHECK(desk.asked() == "close.title");
  desk.window.reset();  // a crash
  const auto records = find_recoveries(desk.folder.file("state/recovery"));
  REQUIRE(records.size() == 1);
  CHECK_FALSE(records[0].saved);
}

TEST_CASE("letters typed into a question that nobody asked for go into the text, and the question waits for a pause") {
  Desk desk;
  desk.save();
  desk.window->click("block/channels/add");
  desk.window->type("A");
  desk.put_theirs(desk.file);
  desk.app().tick(10);
  desk.window->frame(2);
  REQUIRE(desk.asked() == "disk.title");
  desk.window->type("bc");
  CHECK(desk.asked().empty());
  CHECK(find_block(*desk.session().board(), "channels")->notes.back().text == "Abc");
  desk.app().tick(12);
  CHECK(desk.asked().empty());
  desk.app().tick(16);
  CHECK(desk.asked() == "disk.title");
}

TEST_CASE("letters typed into a question go into the text that has the caret, before the question is answered") {
  for (const char* decision : {"close.save", "close.cancel"}) {
    CAPTURE(decision);
    Desk desk;
    desk.window->click("block/channels/add");
    desk.window->type("A");
    desk.window->press(Key::q, control);
    REQUIRE(desk.asked() == "close.title");
    desk.window->type("bc");
    REQUIRE(desk.asked() == "close.title");
    CHECK(find_block(*desk.session().board(), "channels")->notes.back().text == "Abc");
    const Workbook written = desk.window->workbook();
    desk.answer(decision);
    const bool saved = std::string_view(decision) == "close.save";
    CHECK(desk.app().is_finished() == saved);
    if (saved) {
      CHECK(load_workbook(desk.file)->documents == written.documents);
    } else {
      desk.window->type("d");
      CHECK(find_block(*desk.session().board(), "channels")->notes.back().text == "Abcd");
    }
  }
}

TEST_CASE(
    "Backspace at a question takes letters back from the text, and Enter behind them answers what was asked for") {
  Desk desk;
  desk.window->click("block/channels/add");
  desk.window->type("A");
  desk.window->press(Key::q, control);
  REQUIRE(desk.asked() == "close.title");
  desk.window->type("bc");
  desk.window->press(Key::backspace);
  REQUIRE(desk.asked() == "close.title");
  CHECK(find_block(*desk.session().board(), "channels")->notes.back().text == "Ab");
  desk.window->press(Key::backspace, control);
  desk.window->type("Whole");
  const Workbook written = desk.window->workbook();
  desk.window->press(Key::enter);
  CHECK(desk.asked().empty());
  for (int i = 0; desk.app().is_saving() && i < 1000; ++i) desk.app().tick(100 + 0.001 * i);
  CHECK(desk.app().is_finished());
  CHECK(load_workbook(desk.file)->documents == written.documents);
}

TEST_CASE("letters typed into a question stay out of a text that had no caret") {
  Desk desk;
  desk.window->click("block/channels/add");
  desk.window->type("A");
  desk.window->press(Key::f, control);
  desk.window->type("w");
  const Workbook before = desk.window->workbook();
  desk.window->press(Key::q, control);
  REQUIRE(desk.asked() == "close.title");
  desk.window->type("ords");
  CHECK(desk.window->workbook() == before);
  desk.answer("close.cancel");
  CHECK(desk.window->workbook() == before);
}

TEST_CASE("what is to be replaced and is open in another window is said before, and nothing that is open closes") {
  Desk desk;
  const std::string other = desk.folder.file("other.canvasbook");
  desk.put_theirs(other);
  AppWorld world = Robot::world_of(Language::en, 8, desk.folder.file("state"));
  App second(world);
  second.open_file(other);
  desk.save_as(other);
  REQUIRE(desk.asked() == "replace.title");
  CHECK(desk.app().question()->text_key == "replace.text_open");
  desk.answer("replace.yes");
  desk.write("Written since");
  desk.app().tick(20);
  REQUIRE(desk.asked() == "open_already.title");
  CHECK(desk.app().question()->text_key == "open_already.text_here");
  const std::vector<Question::Answer> answers = desk.app().question()->answers;
  CHECK(answers[desk.app().question()->suggested].key == "open_already.stay");
  desk.answer("open_already.stay");
  CHECK(desk.session().file() == other);
  CHECK_FALSE(desk.session().is_saved());
  desk.app().tick(40);
  CHECK(desk.asked().empty());
}

TEST_CASE("where the process is told to end, all that was written is in a record") {
  Desk desk;
  desk.write("The last words");
  const Workbook written = desk.window->workbook();
  desk.app().keep_at_the_end();
  desk.window.reset();
  const auto found = find_recoveries(desk.folder.file("state/recovery"));
  REQUIRE(found.size() == 1);
  CHECK(found.front().workbook->documents == written.documents);
}

// The file is open in another window: open_already.go_on, open_already.close.

TEST_CASE("a second window on a hard link learns of the first, goes on or closes, and overwrites nothing") {
  Desk desk;
  const std::string link = desk.folder.file("link.canvasbook");
  fs::create_hard_link(desk.file, link);
  App second(Robot::world_of(Language::en, 2, desk.folder.file("state")));
  second.open_file(link);
  REQUIRE(second.question() != nullptr);
  CHECK(second.question()->title_key == "open_already.title");
  second.answer(1);
  CHECK(second.session() == nullptr);
  second.open_file(link);
  REQUIRE(second.question() != nullptr);
  CHECK(second.question()->answers[second.question()->suggested].key == "open_already.close");
  second.answer(0);
  CHECK(second.session() != nullptr);
  CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
}

TEST_CASE("the lock follows the file that a save puts into the place") {
  Desk desk;
  desk.save();
  const std::string link = desk.folder.file("link.canvasbook");
  fs::create_hard_link(desk.file, link);
  App second(Robot::world_of(Language::en, 2, desk.folder.file("state")));
  second.open_file(link);
  REQUIRE(second.question() != nullptr);
  CHECK(second.question()->title_key == "open_already.title");
}

// A record of an earlier session: recovery.take, recovery.discard, recovery.later.

TEST_CASE("whatever is done with a recovered version, the file is only changed by saving") {
  for (const char* decision : {"recovery.take", "recovery.discard", "recovery.later"}) {
    CAPTURE(decision);
    Desk desk;
    desk.app().tick(10);
    desk.app().tick(12);
    const Workbook written = desk.window->workbook();
    desk.window.reset();  // a crash
    desk.window.emplace(Robot::world_of(Language::en, 9, desk.folder.file("state")));
    desk.app().open_file(desk.file);
    desk.window->frame(3);
    REQUIRE(desk.asked() == "recovery.title");
    desk.answer(decision);
    if (desk.asked() == "start.forget_title") desk.answer("recovery.discard");
    CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
    CHECK(desk.session().file() == desk.file);
    const bool taken = std::string_view(decision) == "recovery.take";
    CHECK((desk.window->workbook().documents == written.documents) == taken);
    CHECK(desk.session().is_saved() == !taken);
    desk.save();
    CHECK((load_workbook(desk.file)->documents == written.documents) == taken);
  }
}

TEST_CASE("unsaved text is deleted after a second question alone") {
  Desk desk;
  desk.app().tick(10);
  desk.app().tick(12);
  const Workbook written = desk.window->workbook();
  const auto begin_anew = [&](std::uint64_t run) {
    desk.window.reset();  // a crash
    desk.window.emplace(Robot::world_of(Language::en, run, desk.folder.file("state")));
    desk.app().open_file(desk.file);
    desk.window->frame(3);
    return desk.asked();
  };
  REQUIRE(begin_anew(9) == "recovery.title");
  desk.answer("recovery.discard");
  REQUIRE(desk.asked() == "start.forget_title");
  desk.answer("recovery.later");
  REQUIRE(begin_anew(10) == "recovery.title");
  desk.answer("recovery.discard");
  desk.answer("recovery.take");
  CHECK(desk.window->workbook().documents == written.documents);
}

TEST_CASE("of a record with a damaged part it is said that something may be missing, and it is kept") {
  Desk desk;
  desk.app().tick(10);
  desk.app().tick(12);
  desk.write("More");
  desk.app().tick(20);
  desk.app().tick(22);
  desk.window.reset();  // a crash
  const std::string folder = desk.folder.file("state/recovery");
  const auto records = find_recoveries(folder);
  REQUIRE(records.size() == 1);
  const std::string journal = folder + "/" + records[0].id + ".journal";
  std::string bytes = bytes_of(journal);
  bytes[bytes.size() - 5] = '!';
  put_bytes(journal, bytes);
  desk.window.emplace(Robot::world_of(Language::en, 9, desk.folder.file("state")));
  desk.app().open_file(desk.file);
  desk.window->frame(3);
  desk.answer("recovery.take");
  CHECK(desk.asked() == "recovery.damaged_title");
  desk.app().tick(10);
  desk.app().tick(12);
  CHECK(bytes_of(damaged_record(folder, records[0].id)) == bytes);
  CHECK_FALSE(fs::exists(journal));
}

TEST_CASE("what another wrote since a record was made is asked about before the recovered work replaces it") {
  Desk desk;
  desk.app().tick(10);
  desk.app().tick(12);
  const Workbook written = desk.window->workbook();
  desk.window.reset();  // a crash
  desk.put_theirs(desk.file);
  for (const std::uint64_t run : {9, 10}) {  // a second crash forgets nothing
    CAPTURE(run);
    desk.window.emplace(Robot::world_of(Language::en, run, desk.folder.file("state")));
    desk.app().open_file(desk.file);
    desk.window->frame(3);
    REQUIRE(desk.asked() == "recovery.title");
    CHECK(desk.app().question()->text_key == "recovery.text_changed");
    desk.answer("recovery.take");
    CHECK(desk.window->workbook().documents == written.documents);
    if (run == 9) desk.window.reset();
  }
  desk.app().tick(100);
  CHECK(desk.asked() == "disk.title");
  desk.answer("disk.later");
  desk.save();
  CHECK(desk.asked() == "disk.title");
  CHECK(desk.company_in(desk.file) == "Theirs");
  desk.answer("disk.keep");
  CHECK(load_workbook(desk.file)->documents == written.documents);
}

// Saving beside the window.

TEST_CASE("the window goes on while a save is under way, and quitting waits for it") {
  TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  AppWorld world = Robot::world_of(Language::en);
  world.computes_beside = true;
  Robot window(world);
  window.app.open(paper::from_template("business_model_canvas", Language::en), file);
  window.frame(3);
  window.click("block/channels/add");
  window.type("First");
  window.app.save();
  const Workbook written = window.workbook();
  const bool was_saving = window.app.is_saving();
  window.press(Key::escape);
  window.click("block/channels/add");
  window.type("Second");
  window.app.request_close();
  for (double seconds = 1; window.app.is_saving() && seconds < 1e6; ++seconds) window.app.tick(seconds);
  CHECK(was_saving);
  REQUIRE(load_workbook(file));
  CHECK(load_workbook(file)->documents == written.documents);
  CHECK_FALSE(window.app.is_finished());  // what was written meanwhile is asked about
  REQUIRE(window.app.question() != nullptr);
  CHECK(window.app.question()->title_key == "close.title");
  window.app.answer(0);
  for (double seconds = 1; window.app.is_saving() && seconds < 1e6; ++seconds) window.app.tick(seconds);
  CHECK(window.app.is_finished());
  CHECK(load_workbook(file)->documents != written.documents);
}

TEST_CASE("a second save waits for the first, and a failed one calls off what waited") {
  TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.computes_beside = true;
  Robot window(world);
  const auto wait = [&] {
    for (double seconds = 1; window.app.is_saving() && seconds < 1e6; ++seconds) window.app.tick(seconds);
  };
  window.app.open(paper::from_template("business_model_canvas", Language::en), folder.file("book.canvasbook"));
  window.frame(3);
  window.app.save();
  window.click("block/channels/add");
  window.type("Text");
  window.app.save();
  wait();
  CHECK(window.session().is_saved());
  CHECK(load_workbook(folder.file("book.canvasbook"))->documents == window.workbook().documents);

  window.app.close_workbook();
  window.app.open(paper::from_template("business_model_canvas", Language::en), folder.file("nowhere/book.canvasbook"),
                  false);
  window.app.save();
  window.app.request_close();
  wait();
  REQUIRE(window.app.question() != nullptr);
  CHECK(window.app.question()->title_key == "save_failed.title");
  CHECK_FALSE(window.app.is_finished());
}

// Choosing a place.

TEST_CASE("an answer of the system's dialog that names a folder asks for a name") {
  const TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.zenity = samples::make_program(folder, "zenity",
                                       "if [ -e '" + folder.file("asked") + "' ]; then echo '" + folder.file("name") +
                                           "'; else : > '" + folder.file("asked") + "'; echo '" +
                                           folder.path().string() + "/'; fi");
  App app(world);
  std::string chosen;
  std::string said;
  app.choose_file({FileChoice::Purpose::save, "Save", folder.file("new.canvasbook"), {}},
                  [&](const std::string& path) { chosen = path; });
  samples::answer_of([&] {
    app.tick(1);
    if (!app.message().empty()) said = app.message();
    return !chosen.empty();
  });
  CHECK(chosen == folder.file("name"));
  CHECK(said == Catalog::of(Language::en).text("browser.name_missing"));
}

// Questions that come while somebody types.

TEST_CASE("a save that fails asks once the typing pauses, and what is typed until then is kept") {
  Desk desk(false, true);
  desk.put_theirs(desk.file);
  desk.window->click("block/channels/add");
  desk.window->type("First");
  desk.app().save();
  for (int i = 0; desk.app().is_saving() && i < 1000; ++i) {
    desk.app().tick(100 + 0.001 * i);
    if (i == 0) desk.window->type(" line");
  }
  CHECK(desk.asked().empty());
  CHECK(desk.app().is_saving());
  desk.window->type(" and more");
  CHECK(block_of(*desk.window, "channels").notes.back().text == "First line and more");
  for (double seconds = 102; desk.app().is_saving() && seconds < 1e6; ++seconds) desk.app().tick(seconds);
  CHECK(desk.asked() == "disk.title");
  CHECK(desk.company_in(desk.file) == "Theirs");
}

TEST_CASE("Enter behind letters that are typed into a question is no answer") {
  Desk desk;
  desk.put_theirs(desk.file);
  desk.save();
  REQUIRE(desk.asked() == "disk.title");
  desk.window->type("and so on");
  desk.window->press(Key::enter);
  CHECK(desk.asked() == "disk.title");
  desk.window->frame(120);  // two seconds
  desk.window->press(Key::enter);
  CHECK(desk.asked().empty());
}

TEST_CASE("saving where the file is gone says that it is written anew") {
  Desk desk;
  fs::rename(desk.file, desk.folder.file("renamed.canvasbook"));
  desk.app().tick(10);
  REQUIRE(desk.app().is_file_gone());
  desk.save();
  CHECK(desk.holds_my_text(desk.file));
  CHECK(desk.app().message() == desk.app().catalog().text("window.written_anew", {{"file", desk.file}}));
}

}  // namespace canvasbook::app_files_test
