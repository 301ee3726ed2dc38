#include "editor/frame/command_table.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "editor/frame/app.h"
#include "tests/languages.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::command_table_test {

using namespace robot;

namespace {

AppWorld world_in(const samples::TemporaryFolder& folder, Language language) {
  AppWorld world = Robot::world_of(language);
  world.folders.data = folder.file("data");
  return world;
}

// It takes half a second to read them.
bool needs_dictionaries(std::string_view key) { return key.find("spelling") != key.npos; }

// Brings the window to where a command is possible, if it is not with a note chosen.
void prepare(Robot& robot, std::string_view key) {
  robot.click("note/part_roaster");
  if (key == "command.undo" || key == "command.redo") {
    robot.session().add_note("channels", "A note");
    robot.session().end_writing();
  }
  if (key == "command.redo") robot.session().undo();
  if (key == "command.take_like_segment") {
    const std::string name = find_note(*robot.session().board(), "seg_parents")->text;
    robot.session().add_note("customer_segments", name);
    robot.session().end_writing();
  }
  if (key == "command.dismiss_finding") robot.run("command.next_finding");
  if (key == "command.note_type") robot.session().go_to("ch_office");
  if (key == "command.return_note") robot.run("command.park");
  if (key == "command.next_step" || key == "command.synonyms" || key == "command.move_cues")
    robot.session().go_to("obj_price_1");
  if (key == "command.join_cues") robot.session().go_to("gap_1");
  if (key == "command.talk_length" || key == "command.practise") robot.session().go_to("sales_dialogue_cold");
  if (key == "command.drivers") robot.session().go_to("cost_tax");
  if (key == "command.document_up" || key == "command.section_up" || key == "command.section_higher")
    robot.session().show_section(1, 1);
  if (key == "command.trial" || key == "command.clear_marks" || key.find("visit") != key.npos ||
      key == "command.show_checklist")
    robot.session().go_to("checklist_list");
  if (key == "command.weight" || key == "command.evidence" || key == "command.opener")
    robot.session().go_to("ck_out_window");
  if (key == "command.check_standards") robot.session().go_to("st_greet_guest");
  if (key == "command.threshold") robot.session().go_to("ms_first_clean");
  robot.frame(3);
  if (key == "command.section_higher") robot.run("command.section_deeper");
  if (key == "command.show_visits" || key == "command.show_checklist" || key == "command.finish_visit" ||
      key == "command.visit_results" || key == "command.visit_actions") {
    robot.run("command.new_visit");
    robot.frame(2);
  }
  if (key == "command.show_visits") robot.run("command.show_checklist");
  if (key != "command.clear_marks") return;
  robot.run("command.trial");
  robot.frame(2);
  robot.press(Key::digit_1);
  robot.frame(2);
}

}  // namespace

TEST_CASE("no two commands answer to the same keys, and no key is named twice") {
  std::map<std::string, std::string> owners;
  std::set<std::string> keys;
  for (const Command& command : commands()) {
    CAPTURE(std::string(command.key));
    CHECK(keys.insert(command.key).second);
    REQUIRE((command.run != nullptr));
    for (const Shortcut& shortcut : command.shortcuts) {
      const std::string name = std::to_string(static_cast<int>(shortcut.key)) +
                               (shortcut.modifiers.control ? "c" : "") + (shortcut.modifiers.shift ? "s" : "") +
                               (shortcut.modifiers.alt ? "a" : "");
      const auto emplaced = owners.emplace(name, command.key);
      INFO("also ", emplaced.first->second);
      CHECK(emplaced.second);
    }
  }
}

TEST_CASE("every command has a name in both languages, and every shortcut can be shown") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    for (const Command& command : commands()) {
      CAPTURE(std::string(command.key));
      CHECK(words.has(command.key));
      if (command.shortcuts.empty()) continue;
      CHECK_FALSE(shortcut_text(command, words).ends_with('+'));
      CHECK_FALSE(shortcut_text(command, words).empty());
    }
  }
  CHECK(shortcut_text(*find_command("command.save_as"), Catalog::of(Language::en)) == "Ctrl+Shift+S");
}

TEST_CASE("an empty board and the status line name the same key for adding a note, which is that of the command") {
  for (const Language language : {Language::ru, Language::en}) {
    const Catalog& words = Catalog::of(language);
    const std::string key = shortcut_text(*find_command("command.add_note"), words);
    REQUIRE_FALSE(key.empty());
    CHECK(words.text("window.hint_board").find(key) != std::string::npos);
    CHECK(words.text("tip.start").find(key) != std::string::npos);
  }
}

TEST_CASE("every command does its work on the example from the menu's table, in both languages") {
  for (const Language tried : tried_languages) {
    const std::string language(language_code(tried));
    for (const Command& command : commands()) {
      CAPTURE(std::string(command.key));
      const samples::TemporaryFolder folder;
      AppWorld world = world_in(folder, tried);
      if (needs_dictionaries(command.key)) world.dictionary_folders = {"/usr/share/hunspell"};
      Robot robot(world);
      robot.app.open(paper::example(language), folder.file("book.canvasbook"));
      robot.frame(3);
      prepare(robot, command.key);
      robot.run(command.key);
      robot.frame(3);
      for (int i = 0; i < 5 && robot.app.has_dialog(); ++i) robot.press(Key::escape);
      CHECK_FALSE(robot.app.has_dialog());
      if (robot.app.session() == nullptr) continue;
      robot.session().end_writing();
      while (robot.session().can_undo()) robot.session().undo();
      CHECK(robot.workbook().documents == paper::example(language).documents);
    }
  }
}

TEST_CASE("a menu opens by its title, shows its commands and runs the one that is clicked") {
  Robot robot(paper::example("ru"));
  robot.click("menu.view");
  CHECK(robot.shows("menu/command.theme"));
  robot.click("menu/command.theme");
  CHECK(robot.app.theme_name() == ThemeName::dark);
  CHECK_FALSE(robot.shows("menu/command.theme"));
}

TEST_CASE("the language changes at once, everywhere, and the notes stay as they are") {
  Robot robot(paper::example("ru"));
  const Workbook before = robot.workbook();
  robot.app.say("Сказано по-русски");
  robot.click("command.language");
  CHECK(robot.app.language() == Language::en);
  CHECK(robot.app.message().empty());
  CHECK(robot.workbook() == before);
}

TEST_CASE("in an open menu the arrows and Enter choose, and shortcuts wait until it is closed") {
  Robot robot(paper::example("en"));
  robot.click("menu.help");
  robot.press(Key::z, control);
  robot.press(Key::insert);
  CHECK(robot.workbook() == paper::example("en"));
  robot.press(Key::escape);
  CHECK_FALSE(robot.shows("menu/command.shortcuts"));
  robot.click("menu.help");
  robot.press(Key::down);
  robot.press(Key::enter);
  robot.frame(2);
  CHECK(robot.app.has_dialog());  // the palette or the list of shortcuts
}

}  // namespace canvasbook::command_table_test
