// Every dialog about the disk and every answer to it: what stands on the disk afterwards, what the window stands on,
// and what saving does next.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "editor/session/workbook_on_disk.h"
#include "model/file/workbook_file.h"
#include "tests/programs.h"
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
  explicit Desk(bool writes = true) {
    mine.company = "Mine";
    REQUIRE(save_workbook(mine, file));
    window.emplace(mine, file, Language::en, 1.0F, ImVec2{1440, 900}, folder.file("state"));
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

  // Chooses a place to save as a person does in the browser.
  void save_as(const std::string& path) {
    app().save_as();
    choose(path);
  }
  void choose(const std::string& path) {
    window->frame(3);
    window->click("browser.file_name");
    window->press(Key::a, control);
    window->type(fs::path(path).filename().string());
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

TEST_CASE("a pipe in the place is told and not waited for") {
  Desk desk;
  REQUIRE(::mkfifo(desk.folder.file("pipe.canvasbook").c_str(), 0600) == 0);
  desk.save_as(desk.folder.file("pipe.canvasbook"));
  CHECK(desk.asked() == "save_failed.title");
  CHECK(desk.app().question()->arguments.front().second.find("this is a pipe") != std::string::npos);
  CHECK(desk.session().file() == desk.file);
  desk.answer("save_failed.keep");
  desk.app().open_file(desk.folder.file("pipe.canvasbook"));
  desk.answer("close.discard");
  CHECK(desk.asked() == "failure.title");
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
  desk.choose(desk.folder.file("else.canvasbook"));
  CHECK(desk.session().file() == desk.folder.file("else.canvasbook"));
  CHECK(desk.holds_my_text(desk.folder.file("else.canvasbook")));
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
    CHECK(load_workbook(desk.file)->documents == desk.mine.documents);
    CHECK(desk.session().file() == desk.file);
    const bool taken = std::string_view(decision) == "recovery.take";
    CHECK((desk.window->workbook().documents == written.documents) == taken);
    CHECK(desk.session().is_saved() == !taken);
    desk.save();
    CHECK((load_workbook(desk.file)->documents == written.documents) == taken);
  }
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

}  // namespace canvasbook::app_files_test
