// Somebody presses and types at random, over all screens; whatever happens, no work is lost.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <thread>

#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/present/present.h"
#include "tests/recoveries.h"
#include "tests/robot.h"
#include "tests/samples.h"

namespace canvasbook::monkey_test {

using namespace robot;

namespace {

std::uint64_t number_from_environment(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : std::strtoull(value, nullptr, 10);
}

size_t count_notes(const Workbook& workbook) {
  size_t count = 0;
  for_each_note(workbook, [&](const auto&...) { ++count; });
  return count;
}

// One person's computer on which the program is started, used at random, and ended properly or by a crash. What the
// file browser could reach outside of its folder is left alone.
class Monkey {
 public:
  explicit Monkey(std::uint64_t seed) : random_(seed) {
    for (const char* name : {"home", "home/plans", "home/stick"}) std::filesystem::create_directory(folder_.file(name));
    REQUIRE(save_workbook(paper::example("ru"), home("book.canvasbook")).has_value());
    REQUIRE(save_workbook(paper::from_template("lean_canvas"), home("plans/lean.canvasbook")).has_value());
    REQUIRE(save_workbook(paper::two_documents(), home("stick/two.canvasbook")).has_value());
    REQUIRE(save_workbook(paper::from_template("touchpoint_plan"), home("plans/plan.canvasbook")).has_value());
    samples::put_bytes(home("damaged.canvasbook"), "{\"format\": \"canvasbook\"");
    samples::put_bytes(home("letter.txt"), "A letter.");
    begin();
  }

  void live(size_t inputs) {
    for (; inputs > 0; --inputs) {
      do_one_thing();
      if (inputs % 300 == 0) inspect();
    }
    inspect();
    end_by_crash();
  }

  // What was done last, for somebody who looks for the cause of a failure.
  std::string story() const {
    std::string text = "input " + std::to_string(inputs_) + ":";
    for (const std::string& line : log_) text += "\n  " + line;
    return text;
  }

 private:
  // Dice.
  size_t below(size_t count) { return count == 0 ? 0 : static_cast<size_t>(random_() % count); }
  bool chance(size_t in) { return below(in) == 0; }
  template <class List>
  const auto& one_of(const List& list) {
    return *(std::begin(list) + static_cast<std::ptrdiff_t>(below(std::size(list))));
  }

  void note(std::string line) {
    log_.push_back(std::move(line));
    if (log_.size() > 60) log_.pop_front();
  }

  std::string home(const std::string& name) const { return folder_.file("home/" + name); }
  App& app() { return robot_->app; }
  Session* session() { return app().session(); }

  // Lives of the program.

  void begin() {
    AppWorld world = Robot::world_of(chance(2) ? Language::ru : Language::en, random_(), folder_.file("state"));
    world.folders.config = folder_.file("config");
    world.folders.data = folder_.file("data");
    world.home = folder_.file("home");
    if (chance(2)) world.stopwatch = [this] { return stopwatch_ += 0.03; };  // a slow computer
    robot_.emplace(world, 1.0F, ImVec2{1280, 720});
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;  // as the window has it
    if (app().manual_scale() != 1) app().theme_is_stale = true;
    start_.reset();
    note("the program starts");
    draw();
  }

  void end_by_crash() {
    std::optional<Workbook> last;
    if (session() != nullptr) last = session()->worth_keeping();
    app().tick(seconds_ += 5);  // the disk has had its second
    app().tick(seconds_ += 5);
    robot_.reset();
    note("a crash");
    if (!last) return;
    const auto found = find_recoveries(folder_.file("state/recovery"));
    CHECK(std::ranges::any_of(
        found, [&](const RecoveredWorkbook& recovered) { return recovered.workbook && *recovered.workbook == *last; }));
    // nobody keeps dozens of them
    for (size_t i = 5; i < found.size(); ++i) {
      CHECK(forget_recovery(folder_.file("state/recovery"), found[i].id).has_value());
    }
  }

  // One thing that a person, or the computer, does.

  void do_one_thing() {
    ++inputs_;
    const Before before(app());
    if (!before.asked.empty()) note("(" + before.asked + ")");
    act();
    seconds_ += chance(20) ? 2 : 0.02;
    app().tick(seconds_);
    draw();
    stay_at_home();
    finish_exports();
    watch(before);
    if (app().is_finished()) {
      note("the window closed");
      robot_.reset();
      begin();
    } else if (chance(1500)) {
      end_by_crash();
      begin();
    } else if (is_too_large()) {
      leave_workbook();
    }
  }

  void draw() {
    if (app().theme_is_stale) renew_theme();
    robot_->frame(1 + static_cast<int>(below(3)));
    if (session() != nullptr) return;
    app().recent_files.wait(std::chrono::seconds(30));
    robot_->frame();
  }

  // As the window does; fonts of the same size are kept, since building them takes long.
  void renew_theme() {
    Theme& theme = app().theme;
    if (theme.scale != app().manual_scale()) {
      theme = make_theme(app().theme_name(), app().manual_scale());
      ImGui::GetIO().Fonts->TexID = reinterpret_cast<ImTextureID>(1);
    }
    theme.name = app().theme_name();
    theme.colours = colours_of(theme.name);
    app().forget_fonts();
    app().theme_is_stale = false;
  }

  void act() {
    switch (below(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return click_part();
      case 5:
        return click_anywhere();
      case 6:
      case 7:
        return drag();
      case 8:
        return wheel();
      case 9:
      case 10:
      case 11:
        return press_key();
      case 12:
      case 13:
      case 14:
        return type();
      case 15:
      case 16:
        return use_command();
      case 17:
        return use_palette();
      case 18:
        return press_keys_of_dialogs();
      default:
        return let_the_world_act();
    }
  }

  std::vector<PartRegister::Part> visible_parts() {
    std::vector<PartRegister::Part> parts;
    for (const PartRegister::Part& part : app().parts.parts()) {
      // a browser that left the folder of the test could write over files of the person who runs it
      const bool leads_away =
          part.key == "browser.up" || part.key.starts_with("browser/place") || part.key.starts_with("browser/crumb");
      if (part.visible && !leads_away) parts.push_back(part);
    }
    return parts;
  }

  void press_button(int button, int times) {
    for (int i = 0; i < times; ++i) {
      app().input.button(button, true);
      app().input.button(button, false);
    }
  }

  ImVec2 inside(const PartRegister::Part& part) {
    const auto share = [&] { return static_cast<float>(1 + below(9)) / 10; };
    return {part.from.x + (part.to.x - part.from.x) * share(), part.from.y + (part.to.y - part.from.y) * share()};
  }

  Modifiers modifiers() { return {chance(4), chance(4), chance(10)}; }

  // As the window reports them: a modifier is a key too.
  void with_modifiers(Modifiers held, const std::function<void()>& action) {
    const std::pair<Key, bool> keys[] = {{Key::control, held.control}, {Key::shift, held.shift}, {Key::alt, held.alt}};
    for (const auto& [key, is_held] : keys) {
      if (is_held) app().input.key(key, true, held);
    }
    action();
    for (const auto& [key, is_held] : keys) {
      if (is_held) app().input.key(key, false, {});
    }
  }

  void click_part() {
    const auto parts = visible_parts();
    if (parts.empty()) return;
    const PartRegister::Part part = one_of(parts);
    const ImVec2 at = inside(part);
    const int button = chance(12) ? 1 + static_cast<int>(below(2)) : 0;
    const int times = chance(5) ? 2 : 1;
    note("click " + part.key + (times == 2 ? " twice" : ""));
    app().input.move(at.x, at.y);
    if (chance(2)) robot_->frame(2);
    with_modifiers(chance(8) ? modifiers() : Modifiers{}, [&] { press_button(button, times); });
  }

  ImVec2 anywhere() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {static_cast<float>(below(static_cast<size_t>(size.x))),
            static_cast<float>(below(static_cast<size_t>(size.y)))};
  }

  void click_anywhere() {
    const ImVec2 at = anywhere();
    if (browser_is_open()) return;
    note("click at " + std::to_string(at.x) + ", " + std::to_string(at.y));
    app().input.move(at.x, at.y);
    switch (below(5)) {
      case 0:
        return app().input.button(0, true);  // and stays pressed
      case 1:
        return app().input.button(0, false);
      default:
        return press_button(chance(5) ? 1 : 0, 1);
    }
  }

  void drag() {
    const auto parts = visible_parts();
    if (parts.empty() || browser_is_open()) return;
    const PartRegister::Part from = one_of(parts);
    const PartRegister::Part to = one_of(parts);
    note("drag " + from.key + " to " + to.key);
    const ImVec2 start = inside(from);
    const ImVec2 end = chance(3) ? anywhere() : inside(to);
    app().input.move(start.x, start.y);
    robot_->frame(2);
    const int button = chance(8) ? 2 : 0;
    app().input.button(button, true);
    robot_->frame();
    const int steps = 2 + static_cast<int>(below(4));
    for (int i = 1; i <= steps; ++i) {
      const float share = static_cast<float>(i) / static_cast<float>(steps);
      app().input.move(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share);
      robot_->frame();
    }
    if (chance(8)) press(Key::escape, {});
    if (chance(12)) press_key();
    if (!chance(15)) app().input.button(button, false);
  }

  void wheel() {
    const ImVec2 at = anywhere();
    note("wheel");
    app().input.move(at.x, at.y);
    with_modifiers({chance(3), chance(6), false}, [&] { app().input.wheel(0, chance(2) ? 1.0F : -1.0F); });
  }

  void press(Key key, Modifiers held) {
    note("key " + std::to_string(static_cast<int>(key)) + (held.control ? " Ctrl" : "") + (held.shift ? " Shift" : "") +
         (held.alt ? " Alt" : ""));
    with_modifiers(held, [&] {
      app().input.key(key, true, held);
      app().input.key(key, false, held);
    });
  }

  void press_key() {
    constexpr Key often[] = {Key::enter, Key::escape, Key::tab,     Key::left,     Key::right,     Key::up,
                             Key::down,  Key::home,   Key::end,     Key::delete_,  Key::backspace, Key::space,
                             Key::f2,    Key::insert, Key::page_up, Key::page_down};
    const Key key = chance(2) ? one_of(often) : static_cast<Key>(1 + below(static_cast<size_t>(Key::count) - 1));
    const Modifiers held = modifiers();
    const bool leads_up = key == Key::backspace || (key == Key::up && held.alt);
    if (browser_is_open() && leads_up) return;
    press(key, held);
  }

  void press_keys_of_dialogs() {
    if (!app().has_dialog()) return press_key();
    constexpr Key keys[] = {Key::enter, Key::escape, Key::tab, Key::space, Key::down, Key::right};
    press(one_of(keys), {});
  }

  void type() {
    // no slash and no tilde: nobody types the way to a folder of somebody else
    constexpr char32_t letters[] = {U'a',  U'B', U'я',      U'Ё', U'7',      U' ',      U'.', U'-',
                                    U'*',  U'_', U'#',      U'☐', U'★',      U'\u00A0', U'«', U'\u0301',
                                    U'中', U'🚀', U'\u200D', U'א', U'\u00AD', U'\uFEFF', U'€'};
    const size_t count = 1 + below(6);
    note("type " + std::to_string(count));
    for (size_t i = 0; i < count; ++i) app().input.text(one_of(letters));
  }

  bool window_listens() { return !app().has_dialog() && app().full_view == nullptr && !menu_is_open(); }

  void use_command() {
    if (!window_listens()) return press_keys_of_dialogs();
    const Command& command = commands()[below(commands().size())];
    const std::string_view key = command.key;
    // building all fonts anew takes long
    if ((key == "command.larger" || key == "command.smaller") && !chance(8)) return;
    note("command " + std::string(key));
    app().run_command(key);
  }

  void use_palette() {
    if (!window_listens()) return press_keys_of_dialogs();
    const Command& command = commands()[below(commands().size())];
    note("palette for " + std::string(command.key));
    press(Key::p, control_shift);
    robot_->frame(2);
    const std::string name = app().catalog().text(command.key);
    size_t letters = 2 + below(8);
    for (size_t at = 0; at < name.size() && letters > 0; --letters) app().input.text(next_code_point(name, at));
    robot_->frame();
    if (chance(3)) press(Key::down, {});
    if (!chance(5)) press(Key::enter, {});
  }

  void let_the_world_act() {
    switch (below(9)) {
      case 0:
        return change_file_elsewhere();
      case 1:
        return move_stick();
      case 2:
        return open_some_file();
      case 3:
        robot_->clipboard = some_text();
        return note("another text is on the clipboard");
      case 4:
        note("the focus is lost");
        return app().input.focus_lost();
      case 5: {
        const ImVec2 sizes[] = {{1280, 720}, {1920, 1080}, {1440, 900}, {960, 600}};
        note("another size of the window");
        ImGui::GetIO().DisplaySize = one_of(sizes);
        return;
      }
      case 6:
        ImGui::GetIO().DeltaTime = chance(2) ? 0.3F : 1.0F / 60;
        return;
      case 7:
        if (session() == nullptr && !chance(5)) return;
        note("the window is to be closed");
        return app().request_close();
      default:
        seconds_ += 3;
    }
  }

  std::string some_text() {
    const std::string texts[] = {"Одна строка",
                                 "- раз\n- два\n\n* три\n",
                                 "1. one\r\n2. two\r\n",
                                 "",
                                 "\n\n",
                                 "e\u0301 и\u0306 🚀 中文",
                                 "\xff\xfe broken \xd0",
                                 "# Heading\n\n**bold** _italic_\n\n- list",
                                 std::string(1500, 'x'),
                                 "tab\tand \x01 control"};
    return one_of(texts);
  }

  // Files.

  void change_file_elsewhere() {
    const std::string file = session() == nullptr ? std::string() : session()->file();
    if (!file.starts_with(folder_.file("home"))) return;
    auto theirs = load_workbook(file);
    if (!theirs) return;
    note("another program writes the file");
    theirs->company = "Theirs " + std::to_string(below(1000));
    static_cast<void>(save_workbook(*theirs, file));
  }

  // A memory stick is taken out, or put in again.
  void move_stick() {
    std::error_code ignored;
    note("the stick is moved");
    if (std::filesystem::exists(home("stick"))) {
      std::filesystem::rename(home("stick"), folder_.file("pocket"), ignored);
    } else {
      std::filesystem::rename(folder_.file("pocket"), home("stick"), ignored);
    }
  }

  void open_some_file() {
    const char* const files[] = {
        "book.canvasbook", "plans/lean.canvasbook", "stick/two.canvasbook", "damaged.canvasbook",
        "letter.txt",      "nothing.canvasbook",    "plans/plan.canvasbook"};
    const std::string file = home(one_of(files));
    if (!window_listens()) return;
    note("open " + file);
    app().open_file(file);
  }

  bool browser_is_open() { return app().parts.find("browser.cancel") != nullptr; }

  // Closes a file browser that left the folder of the test.
  void stay_at_home() {
    const auto path = std::filesystem::path(folder_.file("home"));
    const auto depth = std::distance(path.begin(), path.end());
    for (int i = 0; i < 10 && browser_is_open(); ++i) {
      const std::string last_crumb = "browser/crumb/" + std::to_string(depth - 1);
      if (app().parts.find(last_crumb) != nullptr) return;
      note("the browser has left home");
      press(Key::escape, {});
      robot_->frame(2);
    }
    REQUIRE_FALSE(browser_is_open());
  }

  // The export has a thread of its own; waiting for it makes one run like the other.
  void finish_exports() {
    for (int i = 0; i < 100000 && app().parts.find("export.stop") != nullptr; ++i) {
      std::this_thread::yield();
      robot_->frame();
    }
  }

  // What must never happen.

  struct Before {
    explicit Before(App& app) : session(app.session()) {
      if (const Question* question = app.question()) asked = question->title_key;
      if (session == nullptr) return;
      work = session->worth_keeping();
      saved = session->is_saved();
      revision = session->history().revision();
    }

    const Session* session;
    std::string asked;
    std::optional<Workbook> work;
    bool saved = true;
    std::uint64_t revision = 0;
  };

  // Work that is not saved goes only by its author's word.
  void watch(const Before& before) {
    Session* now = session();
    const bool is_other = now != before.session || (now != nullptr && now->history().revision() < before.revision);
    if (now == nullptr || is_other) start_.reset();
    if (now != nullptr && !now->can_undo()) start_ = now->workbook();
    if (!is_other || !before.work || before.saved) return;
    if (before.asked == "close.title" || before.asked == "open_already.title") return;
    CHECK(is_in_some_file(*before.work));
  }

  bool is_in_some_file(const Workbook& work) const {
    std::filesystem::recursive_directory_iterator files(folder_.path());
    return std::any_of(std::filesystem::begin(files), std::filesystem::end(files), [&](const auto& entry) {
      if (entry.path().extension() != ".canvasbook") return false;
      const auto kept = load_workbook(entry.path().string());
      return kept && kept->documents == work.documents;
    });
  }

  void leave_dialogs() {
    app().input.button(0, false);
    robot_->frame(2);
    for (int i = 0; i < 20 && (app().has_dialog() || app().full_view != nullptr || menu_is_open()); ++i) {
      press(Key::escape, {});
      robot_->frame(2);
      finish_exports();
    }
    REQUIRE_FALSE(app().has_dialog());
  }

  void inspect() {
    note("inspection");
    leave_dialogs();
    if (session() == nullptr) return;
    Session& open = *session();
    open.end_writing();
    const Workbook here = open.workbook();
    const auto read = read_workbook(write_workbook(here));
    REQUIRE(read.has_value());
    CHECK(*read == here);
    check_file(open);
    check_history(open);
    robot_->frame(2);
  }

  // What the title bar calls saved is in the file.
  void check_file(Session& open) const {
    if (!open.is_saved() || open.file().empty() || open.changed_on_disk()) return;
    if (!std::filesystem::exists(open.file())) return;
    const auto kept = load_workbook(open.file());
    REQUIRE(kept.has_value());
    CHECK(kept->documents == open.workbook().documents);
    CHECK(kept->company == open.workbook().company);
  }

  void check_history(Session& open) {
    const Workbook here = open.workbook();
    const size_t depth = open.history().depth();
    while (open.can_redo()) open.redo();
    const Workbook end = open.workbook();
    while (open.can_undo()) open.undo();
    if (start_) CHECK(open.workbook() == *start_);
    start_ = open.workbook();
    while (open.can_redo()) open.redo();
    CHECK(open.workbook() == end);
    while (open.history().depth() > depth) open.undo();
    CHECK(open.workbook() == here);
  }

  // What doubles at each paste would soon be too slow for a test.
  bool is_too_large() {
    if (session() == nullptr || inputs_ % 20 != 0) return false;
    const Workbook& workbook = session()->workbook();
    return count_notes(workbook) > 300 || workbook.documents.size() > 7 || session()->history().depth() > 1500 ||
           (inputs_ % 100 == 0 && write_workbook(workbook).size() > 300'000);
  }

  void leave_workbook() {
    inspect();
    note("the workbook is left");
    app().close_workbook();
    if (app().question() != nullptr) app().answer(1);
    robot_->frame(2);
    CHECK(session() == nullptr);
    start_.reset();
  }

  std::mt19937_64 random_;
  samples::TemporaryFolder folder_;
  double stopwatch_ = 0;
  std::optional<Robot> robot_;
  std::optional<Workbook> start_;  // of the open workbook
  double seconds_ = 1;
  size_t inputs_ = 0;
  std::deque<std::string> log_;
};

}  // namespace

TEST_CASE("a save that was called off does not close the window at the next one") {
  const samples::TemporaryFolder folder;
  AppWorld world = Robot::world_of(Language::en);
  world.home = folder.path().string();
  Robot robot(world);
  robot.app.open_example();
  robot.session().add_note("channels", "Text");
  robot.app.request_close();
  robot.frame(3);
  robot.click("close.save");
  robot.click("browser.cancel");
  robot.app.save();
  robot.frame(3);
  robot.press(Key::enter);
  CHECK(robot.session().is_saved());
  CHECK_FALSE(robot.app.is_finished());
}

TEST_CASE("what was kept against a change on the disk is not saved yet, and is asked about and recovered") {
  const samples::TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  const Workbook mine = paper::example("en");
  REQUIRE(save_workbook(mine, file).has_value());
  {
    Robot robot(mine, file, Language::en, 1, {1440, 900}, folder.file("state"));
    Workbook theirs = mine;
    theirs.company = "Theirs";
    REQUIRE(save_workbook(theirs, file).has_value());
    robot.app.tick(100);
    robot.frame(3);
    robot.click("disk.keep");
    CHECK_FALSE(robot.session().is_saved());
    robot.app.request_close();
    REQUIRE(robot.app.question() != nullptr);
    CHECK(robot.app.question()->title_key == "close.title");
    robot.app.answer(2);
  }  // a crash
  const auto found = find_recoveries(folder.file("state/recovery"));
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found.front().saved);
  REQUIRE(found.front().workbook.has_value());
  CHECK(*found.front().workbook == mine);
}

TEST_CASE("whatever is pressed and typed at random, no work is lost and all of it can be undone") {
  const std::uint64_t seed = number_from_environment("CANVASBOOK_MONKEY_SEED", 11);
  const size_t inputs = number_from_environment("CANVASBOOK_MONKEY", 2000);
  Monkey monkey(seed);
  INFO("CANVASBOOK_MONKEY_SEED=", seed, ", ", monkey.story());
  monkey.live(inputs);
}

}  // namespace canvasbook::monkey_test
