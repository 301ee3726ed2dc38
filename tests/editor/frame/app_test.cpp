#include "editor/frame/app.h"

#include <doctest/doctest.h>

#include "model/file/workbook_file.h"
#include "model/placeholders.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::app_test {

using namespace robot;

namespace {

Workbook empty_canvas() { return paper::from_template("business_model_canvas"); }

// A canvas whose register of placeholders has one name.
Workbook canvas_with_name(const char* name) {
  Workbook canvas = empty_canvas();
  const std::string document = canvas.documents.front()->id;
  IdSource fresh(1);
  return define_placeholder(std::move(canvas), document, name, fresh);
}

}  // namespace

TEST_CASE("the names in braces that are known are those of the workbook that is open, however fast it came") {
  Robot robot(canvas_with_name("town"));
  const auto is_known = [&](const char* name) { return robot.app.theme.placeholders->find(name) != nullptr; };
  CHECK(is_known("town"));
  robot.app.close_workbook();
  REQUIRE(robot.app.session() == nullptr);
  robot.app.open(canvas_with_name("street"), {});  // before a frame shows the start screen
  robot.frame();
  CHECK(is_known("street"));
  CHECK_FALSE(is_known("town"));
}

TEST_CASE("a note is added by its block's plus sign and takes what is typed") {
  Robot robot(empty_canvas());
  robot.click("block/channels/add");
  robot.type("Телефон и чат 🚀");
  CHECK(block_of(robot, "channels").notes.front().text == "Телефон и чат 🚀");
  robot.press(Key::escape);
  CHECK_FALSE(robot.app.text_field_is_active());
}

TEST_CASE("Enter goes on with the next note, Enter on an empty note ends the writing") {
  Robot robot(empty_canvas());
  robot.click("block/channels/add");
  robot.type("Первая");
  robot.press(Key::enter);
  robot.type("Вторая");
  robot.press(Key::enter);
  robot.press(Key::enter);
  REQUIRE(block_of(robot, "channels").notes.size() == 2);
  CHECK(block_of(robot, "channels").notes[1].text == "Вторая");
  CHECK_FALSE(robot.app.text_field_is_active());
}

TEST_CASE("Shift+Enter breaks the line inside a note") {
  Robot robot(empty_canvas());
  robot.click("block/channels/add");
  robot.type("Раз");
  robot.press(Key::enter, shift);
  robot.type("два");
  CHECK(block_of(robot, "channels").notes.front().text == "Раз\nдва");
}

TEST_CASE("writing one note is one step of undo, and redo brings it back") {
  Robot robot(empty_canvas());
  const Workbook before = robot.workbook();
  robot.click("block/channels/add");
  for (const char* word : {"Съешь ", "ещё ", "булок"}) robot.type(word);
  robot.press(Key::escape);
  const Workbook after = robot.workbook();
  robot.press(Key::z, control);
  CHECK(block_of(robot, "channels").notes.front().text.empty());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == before);
  robot.press(Key::y, control);
  robot.press(Key::y, control);
  CHECK(robot.workbook() == after);
}

TEST_CASE("a double click edits a note, and no key is lost in slow frames") {
  Robot robot(paper::example("ru"));
  robot.click("note/part_roaster", 2);
  REQUIRE(robot.view().edited == "part_roaster");
  ImGui::GetIO().DeltaTime = 0.2F;
  robot.app.input.key(Key::a, true, control);
  robot.app.input.key(Key::a, false, control);
  for (const char32_t c : std::u32string(U"абвгд")) robot.app.input.text(c);
  for (int i = 0; i < 3; ++i) {
    robot.app.input.key(Key::backspace, true, {});
    robot.app.input.key(Key::backspace, false, {});
  }
  for (const char32_t c : std::u32string(U"xyz")) robot.app.input.text(c);
  robot.frame();
  CHECK(find_note(board_of(robot), "part_roaster")->text == "абxyz");
}

TEST_CASE("a note is dragged to another block, and undo takes it back") {
  Robot robot(paper::example("en"));
  const Workbook before = robot.workbook();
  robot.drag("note/part_roaster", "block/key_activities");
  CHECK(find_block_of(board_of(robot), "part_roaster")->id == "key_activities");
  robot.click("command.undo");
  CHECK(robot.workbook() == before);
}

TEST_CASE("the selected note gets colour, segment and type from the bar at it") {
  Robot robot(paper::example("ru"));
  robot.click("note/part_roaster");
  robot.click("note.colours");
  robot.click("note.colour/green");
  CHECK(find_note(board_of(robot), "part_roaster")->colour == Colour::green);
  robot.click("note.segments");
  robot.click("note.segment/seg_offices");
  robot.press(Key::escape);
  CHECK(find_note(board_of(robot), "part_roaster")->segments == std::vector<std::string>{"seg_offices"});
}

TEST_CASE("types of a note are ticked in a menu that stays open") {
  Robot robot(paper::example("ru"));
  robot.click("note/ch_window");
  robot.click("note.types");
  robot.click("note.type/partner");
  CHECK(find_note(board_of(robot), "ch_window")->types == std::vector<std::string>{"in_person", "partner"});
  robot.click("note.type/in_person");
  CHECK(find_note(board_of(robot), "ch_window")->types == std::vector<std::string>{"partner"});
  robot.press(Key::escape);
  CHECK_FALSE(robot.shows("note.type/partner"));
}

TEST_CASE("Delete removes the selected note and the links to it") {
  Robot robot(paper::example("ru"));
  robot.click("note/seg_commuters");
  robot.press(Key::delete_);
  robot.press(Key::enter);  // what is suggested keeps it
  CHECK(find_note(board_of(robot), "seg_commuters") != nullptr);
  robot.press(Key::delete_);
  robot.click("remove_named.remove");
  CHECK(find_note(board_of(robot), "seg_commuters") == nullptr);
  for_each_note(robot.workbook(), [](const Document&, const Section&, const Block&, const Note& note) {
    CHECK(std::ranges::find(note.segments, "seg_commuters") == note.segments.end());
  });
}

TEST_CASE("an example of the guide becomes a note by a click") {
  Robot robot(empty_canvas());
  robot.move_to("guide/question/0");
  for (int i = 0; i < 20 && !robot.app.parts.find("guide/example/0")->visible; ++i) {
    robot.app.input.wheel(0, -1);
    robot.frame();
  }
  robot.app.input.wheel(0, -1);
  robot.frame(2);
  robot.click("guide/example/0");
  CHECK(block_of(robot, "customer_segments").notes.size() == 1);
  const Template* source = find_template(Language::ru, robot.session().document()->template_id);
  REQUIRE(source != nullptr);
  CHECK(block_of(robot, "customer_segments").notes.front().text ==
        source->guides.at("customer_segments").examples.front());
}

TEST_CASE("a finding leads to its note, and a click on the page to the note that is printed there") {
  Robot robot(paper::example("ru"));
  robot.click("panel.review");
  robot.click("finding/channel_without_segment:ch_delivery_app");
  CHECK(robot.view().selected == ItemIds{"ch_delivery_app"});
  robot.click("panel.preview");
  CHECK(robot.shows("preview/page/1"));
}

TEST_CASE("running text is written in its own view") {
  Robot robot(paper::example("ru"));
  robot.click("section/model_assumptions");
  robot.click("prose");
  robot.press(Key::a, control);
  robot.type("Новый текст");
  robot.press(Key::escape);
  CHECK(robot.session().prose()->text == "Новый текст");
  robot.press(Key::z, control);
  CHECK(robot.workbook() == paper::example("ru"));
}

TEST_CASE("what is saved is what is seen, and the window then closes without a question") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  Robot robot(empty_canvas(), file);
  robot.click("block/channels/add");
  robot.type("Текст");
  robot.press(Key::s, control);
  REQUIRE(robot.session().is_saved());
  auto loaded = load_workbook(file);
  REQUIRE(loaded.has_value());
  CHECK(loaded->documents == robot.workbook().documents);
  robot.app.request_close();
  CHECK(robot.app.is_finished());
}

TEST_CASE("a save that fails says why and keeps the changes") {
  Robot robot(empty_canvas(), "/nowhere/book.canvasbook");
  robot.click("block/channels/add");
  robot.type("Текст");
  robot.press(Key::s, control);
  CHECK_FALSE(robot.session().is_saved());
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "save_failed.title");
  CHECK(robot.app.question()->arguments.front().second.starts_with("/nowhere: "));
  robot.frame(3);
  robot.click("save_failed.keep");
  CHECK(block_of(robot, "channels").notes.front().text == "Текст");
}

TEST_CASE("closing with unsaved changes asks; staying keeps the window, discarding closes it") {
  Robot robot(empty_canvas());
  robot.click("block/channels/add");
  robot.type("Текст");
  robot.app.request_close();
  robot.frame(3);
  CHECK_FALSE(robot.app.is_finished());
  robot.click("close.cancel");
  CHECK_FALSE(robot.app.is_finished());
  CHECK_FALSE(robot.shows("close.cancel"));
  robot.app.request_close();
  robot.frame(3);
  robot.click("close.discard");
  CHECK(robot.app.is_finished());
}

TEST_CASE("what was typed before a crash is offered at the next start, and taking it is a step that can be undone") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  const Workbook saved = empty_canvas();
  REQUIRE(save_workbook(saved, file).has_value());
  Workbook typed;
  {
    Robot robot(saved, file, Language::ru, 1, {1440, 900}, folder.file("state"));
    CHECK_FALSE((robot.app.question() != nullptr));
    robot.click("block/channels/add");
    robot.type("Не потеряйся");
    robot.app.tick(10);
    robot.app.tick(12);
    typed = robot.workbook();
  }  // ends without closing, as a crash does
  Robot robot(saved, file, Language::ru, 1, {1440, 900}, folder.file("state"), 8);
  REQUIRE((robot.app.question() != nullptr));
  CHECK(robot.app.question()->title_key == "recovery.title");
  CHECK(robot.app.question()->arguments[1] == std::pair<std::string, std::string>("difference", "1 добавление"));
  robot.frame(3);
  robot.click("recovery.take");
  CHECK(robot.workbook() == typed);
  CHECK_FALSE(robot.session().is_saved());
  robot.press(Key::z, control);
  CHECK(robot.workbook() == saved);
}

TEST_CASE("a message goes when something else is edited or shown") {
  Robot robot(empty_canvas());
  robot.session().show_section(0, 1);
  robot.app.say("Told on the way");
  robot.frame(2);
  CHECK(robot.app.message() == "Told on the way");
  robot.session().show_section(0, 0);
  robot.frame();
  CHECK(robot.app.message().empty());
  robot.app.say("Told here");
  robot.frame();
  CHECK(robot.app.message() == "Told here");
  robot.session().add_note("channels", "Post");
  robot.frame();
  CHECK(robot.app.message().empty());
}

TEST_CASE("a question that is answered while nothing is drawn leaves the keys to what was below it") {
  Robot robot(empty_canvas());
  robot.app.ask({"close.title", "close.text", {}, {{"close.cancel", {}}}});
  robot.frame(2);
  robot.app.answer(0);
  robot.session().add_note("channels");
  robot.type("Письма");
  robot.press(Key::escape);
  REQUIRE(find_block(*robot.session().board(), "channels")->notes.size() == 1);
  CHECK(find_block(*robot.session().board(), "channels")->notes.front().text == "Письма");
  CHECK_FALSE(robot.session().is_writing());
}

TEST_CASE("deciding later keeps the record, and after a proper end there is nothing to recover") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(empty_canvas(), file).has_value());
  const auto start = [&](std::uint64_t seed, const auto& act) {
    Robot robot(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state"), seed);
    act(robot);
  };
  start(1, [](Robot& robot) {
    robot.click("block/channels/add");
    robot.type("Text");
    robot.app.tick(10);
    robot.app.tick(12);
  });
  start(2, [](Robot& robot) {
    robot.frame(3);
    robot.click("recovery.later");
    robot.app.request_close();
    CHECK(robot.app.is_finished());
  });
  start(3, [](Robot& robot) {
    robot.frame(3);
    robot.click("recovery.discard");
    robot.frame(2);
    robot.click("recovery.discard");  // asked for the second time
    robot.app.request_close();
  });
  start(4, [](Robot& robot) { CHECK_FALSE((robot.app.question() != nullptr)); });
}

TEST_CASE("autosave that fails while a workbook is opened is tried again, and the status line says so until it works") {
  const samples::TemporaryFolder folder;
  std::filesystem::create_directories(folder.file("state"));
  samples::put_bytes(folder.file("state/recovery"), "in the way");
  Robot robot(empty_canvas(), {}, Language::ru, 1, {1440, 900}, folder.file("state"));
  robot.click("block/channels/add");
  robot.type("Важное");
  robot.app.tick(3);
  robot.frame();
  robot.click("status/safety");
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "safety.journal_title");
  robot.frame(3);
  robot.click("safety.close");
  std::filesystem::remove(folder.file("state/recovery"));
  CHECK(robot.app.tick(20));  // no key was pressed
  robot.frame();
  CHECK_FALSE(robot.shows("status/safety"));
  robot.click("block/channels/add");
  robot.type("Ещё слово");
  robot.app.tick(30);
  const std::filesystem::directory_iterator entry(folder.file("state/recovery"));
  CHECK(samples::bytes_of(entry->path().string()).find("Ещё слово") != std::string::npos);
}

TEST_CASE("a lock that cannot be set does not switch autosave off, and is set later") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(empty_canvas(), file).has_value());
  std::filesystem::create_directories(folder.file("state"));
  { const Robot before(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state")); }
  // folders in the places of all locks
  {
    const Robot locked(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state"), 8);
    for (const auto& entry : std::filesystem::directory_iterator(folder.file("state"))) {
      if (!entry.is_regular_file()) continue;
      std::filesystem::remove(entry.path());
      std::filesystem::create_directories(entry.path() / "in the way");
    }
  }
  Robot robot(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state"), 9);
  REQUIRE(robot.session().lock_trouble());
  CHECK_FALSE(robot.session().journal_trouble());
  CHECK_FALSE(robot.session().other_owner());
  robot.frame();
  CHECK(robot.shows("status/safety"));
  robot.click("block/channels/add");
  robot.type("Kept");
  robot.app.tick(5);
  CHECK_FALSE(robot.session().journal_trouble());
  for (const auto& entry : std::filesystem::directory_iterator(folder.file("state"))) {
    if (entry.path().filename() != "recovery") std::filesystem::remove_all(entry.path());
  }
  robot.app.tick(16);
  CHECK_FALSE(robot.session().lock_trouble());
}

TEST_CASE("a workbook that was saved is saved although its journal fails, which the status line says") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(empty_canvas(), file).has_value());
  Robot robot(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state"));
  robot.click("block/channels/add");
  robot.type("Text");
  std::filesystem::remove_all(folder.file("state/recovery"));
  samples::put_bytes(folder.file("state/recovery"), "in the way");
  robot.press(Key::s, control);
  CHECK_FALSE(robot.app.has_dialog());
  CHECK(robot.session().is_saved());
  CHECK(load_workbook(file)->documents == robot.workbook().documents);
  CHECK(robot.app.message() == robot.app.catalog().text("window.saved_to", {{"file", file}}));
  robot.frame();
  CHECK(robot.shows("status/safety"));
}

TEST_CASE("a change of the file by another program is noticed, and neither version is overwritten in silence") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(empty_canvas(), file).has_value());
  Robot robot(empty_canvas(), file, Language::en, 1, {1440, 900}, folder.file("state"));
  robot.click("block/channels/add");
  robot.type("Mine");
  robot.press(Key::escape);
  Workbook theirs = empty_canvas();
  theirs.company = "Theirs";
  REQUIRE(save_workbook(theirs, file).has_value());
  robot.press(Key::s, control);
  REQUIRE((robot.app.question() != nullptr));
  CHECK(robot.app.question()->title_key == "disk.title");
  CHECK(load_workbook(file)->company == "Theirs");
  robot.frame(3);
  robot.click("disk.copy");
  const std::string copy = folder.file("book 2.canvasbook");  // on which the window stands now
  CHECK(load_workbook(copy)->documents == robot.workbook().documents);
  REQUIRE(save_workbook(empty_canvas(), copy).has_value());
  robot.app.tick(100);
  robot.frame(3);
  robot.click("disk.take");
  CHECK(block_of(robot, "channels").notes.empty());
  robot.press(Key::z, control);
  CHECK(block_of(robot, "channels").notes.size() == 1);
}

TEST_CASE("a second window on the same file says so") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  REQUIRE(save_workbook(empty_canvas(), file).has_value());
  App first(Robot::world_of(Language::en, 1, folder.file("state")));
  first.open_file(file);
  App second(Robot::world_of(Language::en, 2, folder.file("state")));
  second.open_file(file);
  CHECK_FALSE((first.question() != nullptr));
  REQUIRE((second.question() != nullptr));
  CHECK(second.question()->title_key == "open_already.title");
}

TEST_CASE("every label of a button fits, in both languages, at every scale") {
  for (const Language language : {Language::ru, Language::en}) {
    for (const float scale : {1.0F, 1.5F, 2.0F}) {
      Robot robot(paper::example(language == Language::ru ? "ru" : "en"), {}, language, scale, {1280, 720});
      for (const PartRegister::Part& part : robot.app.parts.parts()) {
        CAPTURE(part.key);
        const bool may_be_cut = part.key.starts_with("section/");  // the author's own titles
        CHECK((part.fits || may_be_cut));
      }
    }
  }
}

TEST_CASE("closing asks where the file was deleted by somebody while it was open") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  Robot robot(paper::example("en"), file);
  robot.app.save();
  REQUIRE(robot.session().is_saved());
  std::filesystem::remove(file);
  robot.app.close_workbook();
  REQUIRE(robot.app.question() != nullptr);
  CHECK(robot.app.question()->title_key == "close.title");
  robot.app.answer(0);  // save and close
  CHECK(std::filesystem::exists(file));
  CHECK(robot.app.session() == nullptr);
}

TEST_CASE("two windows change the settings without taking back what the other one has set") {
  const samples::TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.folders.config = folder.file("config");
  App first(world);
  App second(world);
  first.change_settings([](Settings& settings) { settings.hints_shown = !settings.hints_shown; });
  second.change_settings([](Settings& settings) { settings.scale = 150; });
  first.change_settings([](Settings& settings) { settings.theme = ThemeChoice::dark; });
  const Settings kept = load_settings(folder.file("config") + "/settings.json").settings;
  CHECK(kept.hints_shown != Settings{}.hints_shown);
  CHECK(kept.scale == 150);
  CHECK(kept.theme == ThemeChoice::dark);
}

}  // namespace canvasbook::app_test
