// Tells small stories of a person at work, again and again, and each time another system call fails. Afterwards what
// was written has to be in a file or in a readable journal, or the window has to say that it is not kept; every message
// has to be true, and no temporary file may be left.
//
//   failing_calls [--all]                 most calls, in two minutes; or all
//   failing_calls STORY KIND MODE NTH     one run; KIND and MODE as numbers, as they stand in a complaint
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <sstream>
#include <utility>

#include "editor/command_line/command_line.h"
#include "editor/session/recovery.h"
#include "interposed_calls.h"
#include "model/file/workbook_file.h"
#include "tests/recoveries.h"
#include "tests/robot.h"
#include "tests/samples.h"

using namespace canvasbook;
using failing_calls::Kind;
using failing_calls::Mode;
using failing_calls::Plan;
using failing_calls::Truce;
using robot::Robot;
using samples::bytes_of;
using samples::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

// One telling of a story.
class Telling {
 public:
  explicit Telling(const Plan& failure) : failure_(failure) {
    failure_.folder = folder.path().string();
    fs::create_directories(folder.file("books"));
    if (!save_workbook(paper::from_template("business_model_canvas"), book)) std::abort();
  }

  void fail_from_here() { failing_calls::arm(failure_); }

  AppWorld world(std::uint64_t seed) const {
    AppWorld world = Robot::world_of(Language::ru, seed, folder.file("state"));
    world.folders.config = folder.file("config");
    world.home = folder.file("books");
    return world;
  }

  void begin(std::uint64_t seed) {
    robot.emplace(world(seed), 1.0F, ImVec2{1280, 720});
    seconds_ = 0;
  }
  void write(const std::string& text) {
    robot->session().add_note("channels");
    robot->type(text);
    robot->press(Key::escape);
    pass(3);
  }
  void pass(double seconds) {
    robot->app.tick(seconds_ += seconds);
    robot->frame();
  }
  std::string asked() const {
    const Question* question = robot->app.question();
    return question == nullptr ? std::string() : question->title_key;
  }
  bool has_session() const { return robot->app.session() != nullptr; }
  bool fails_once() const { return failure_.mode == Mode::once || failure_.mode == Mode::half; }

  // Ctrl+S or another way to save was taken: what is said of it is true. `before`: what the file held, nothing where
  // there was none. Leaves no question open.
  void check_saved(const std::string& file, const std::optional<std::string>& before) {
    const Truce truce;
    const std::string question = asked();
    if (question.empty() && has_session() && robot->session().is_saved()) {
      const auto saved = load_workbook(robot->session().file());
      expect(saved && saved->documents == robot->workbook().documents,
             "it counts as saved, but the file says otherwise");
    } else if (question == "save_failed.title") {
      const auto now = fs::exists(file) ? std::optional(bytes_of(file)) : std::nullopt;
      expect(now == before, "the save failed, but the file is another");
    } else {
      const bool is_said = !question.empty() || robot->app.has_dialog() || !robot->app.message().empty();
      expect(is_said, "it is not saved, and nothing is said");
    }
    expect(question != "disk.title", "another program is blamed for a change of the file");
    while (robot->app.has_dialog()) {
      if (const Question* open = robot->app.question()) {
        robot->app.answer(open->answers.size() - 1);
      } else {
        robot->press(Key::escape);
        robot->frame(2);
      }
    }
  }

  // The power goes. `last`: what was open then; `is_told`: the window said that it is not kept safe.
  void crash() {
    std::optional<Workbook> last;
    bool is_told = false;
    if (has_session()) {
      last = robot->workbook();
      is_told = robot->session().journal_trouble().has_value();
    }
    robot.reset();
    failing_calls::disarm();
    if (last) {
      const bool is_kept = is_anywhere(*last);
      expect(is_kept || is_told, "what was written is lost, and nothing was said");
      expect(is_kept || !fails_once(), "what was written is lost, though the disk works again");
    }
  }

  bool is_anywhere(const Workbook& workbook) const {
    for (const auto& entry : fs::directory_iterator(folder.file("books"))) {
      const auto saved = load_workbook(entry.path().string());
      if (saved && saved->documents == workbook.documents) return true;
    }
    for (const RecoveredWorkbook& found : find_recoveries(folder.file("state/recovery"))) {
      if (found.workbook && found.workbook->documents == workbook.documents) return true;
    }
    return false;
  }

  // The next start finds whole files, and clears what was left half done.
  void check_next_start() {
    failing_calls::disarm();
    robot.reset();
    expect(load_workbook(book).has_value(), "the file is torn");
    {
      App app(world(99));
      app.open_file(book);
      expect(app.session() != nullptr, "the file does not open any more");
      app.close_workbook();
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      if (!entry.is_regular_file()) continue;
      const std::string ending = entry.path().extension().string();
      const bool is_known = ending == ".canvasbook" || ending == ".journal" || ending == ".lock" || ending == ".json" ||
                            ending == ".pdf" || ending == ".md";
      expect(is_known && !entry.path().filename().string().starts_with('.'), "left behind: " + entry.path().string());
    }
  }

  void expect(bool holds, const std::string& otherwise) {
    if (!holds) problems.push_back(otherwise);
  }

  TemporaryFolder folder;
  std::string book = folder.file("books/book.canvasbook");
  std::optional<Robot> robot;
  std::vector<std::string> problems;

 private:
  Plan failure_;
  double seconds_ = 0;
};

void write_and_save(Telling& telling) {
  const std::string before = bytes_of(telling.book);
  telling.fail_from_here();
  telling.begin(1);
  telling.robot->app.open_file(telling.book);
  telling.robot->frame(2);
  if (!telling.has_session()) {
    telling.expect(telling.asked() == "failure.title", "the file did not open, and nothing is said");
    return telling.crash();
  }
  telling.write("Раз");
  telling.robot->press(Key::s, control);
  telling.check_saved(telling.book, before);
  telling.write("Два");
  const std::string copy = telling.folder.file("books/copy.canvasbook");
  telling.robot->press(Key::s, control_shift);
  telling.robot->frame(3);
  telling.robot->press(Key::a, control);
  telling.robot->type("copy.canvasbook");
  telling.robot->press(Key::enter);
  telling.robot->frame(3);
  telling.check_saved(copy, std::nullopt);
  telling.write("Три");
  telling.pass(11);
  telling.pass(11);
  telling.crash();
}

void recover(Telling& telling) {
  telling.begin(1);
  telling.robot->app.open_file(telling.book);
  telling.write("Не потеряйся");
  const Workbook lost = telling.robot->workbook();
  telling.robot.reset();
  telling.fail_from_here();
  telling.begin(2);
  if (!telling.robot->app.recoveries().empty()) {
    telling.robot->app.open_recovered(telling.robot->app.recoveries().front().id);
    telling.robot->frame(2);
    if (telling.asked() == "recovery.title") telling.robot->app.answer(0);
    telling.pass(3);
    telling.pass(11);
  }
  telling.crash();
  telling.expect(telling.is_anywhere(lost), "the only record is gone");
}

void close_with_saving(Telling& telling) {
  const std::string before = bytes_of(telling.book);
  telling.fail_from_here();
  telling.begin(1);
  telling.robot->app.open_file(telling.book);
  telling.robot->frame(2);
  if (!telling.has_session()) return telling.crash();
  telling.write("Раз");
  const Workbook written = telling.robot->workbook();
  telling.robot->app.request_close();
  telling.expect(!telling.robot->app.is_finished(), "the window closes without a question");
  if (telling.asked() == "close.title") telling.robot->app.answer(0);
  if (!telling.robot->app.is_finished()) {
    telling.check_saved(telling.book, before);
    telling.pass(11);
    return telling.crash();
  }
  telling.crash();
  telling.expect(telling.is_anywhere(written), "the window closed, and what was written is lost");
}

void export_all(Telling& telling) {
  telling.fail_from_here();
  for (const char* format : {"md", "pdf"}) {
    const std::string target = telling.folder.file("books/out." + std::string(format));
    std::ostringstream out;
    std::ostringstream err;
    const CommandLineWorld world{out, err, Language::en, {2026, 11, 21}};
    const int code = run_command_line({"export", telling.book, "--to", format, "-o", target}, world);
    const Truce truce;
    telling.expect(code != 0 || fs::exists(target), "it says that it exported, but there is no file");
    telling.expect(code == 0 || !err.str().empty(), "the export failed, and nothing is said");
    const bool is_unconfirmed = err.str().find("did not confirm") != std::string::npos;  // only that it stays there
    telling.expect(code == 0 || is_unconfirmed || !fs::exists(target), "the export failed, but left a file");
  }
  failing_calls::disarm();
}

struct Story {
  const char* name;
  void (*tell)(Telling& telling);
};
constexpr Story stories[] = {{"write and save", write_and_save},
                             {"recover", recover},
                             {"close with saving", close_with_saving},
                             {"export", export_all}};

struct Outcome {
  int calls = 0;
  bool is_told = false;  // to the end, with the next start
};

// That child processes fill in.
Outcome* shared_outcome() {
  return static_cast<Outcome*>(
      ::mmap(nullptr, sizeof(Outcome), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
}

// Returns whether the part said that all was well, in a process of its own that it may take down.
template <class Part>
bool goes_well_apart(const Part& part) {
  std::fflush(stdout);
  const pid_t child = ::fork();
  if (child == 0) {
    const bool all_well = part();
    std::fflush(stdout);
    ::_exit(all_well ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return status == 0;
}

// The story, and then the next start when the process that told it has ended. Returns whether all was well.
bool tell(const Story& story, const Plan& plan, Outcome& outcome) {
  outcome = {};
  const auto complain = [&](const std::string& problem) {
    std::printf("%s, %s %d, %s: %s\n", story.name, name_of(plan.kind), plan.nth, name_of(plan.mode), problem.c_str());
  };
  const auto has_no_problem = [&](const Telling& telling) {
    for (const std::string& problem : telling.problems) complain(problem);
    return telling.problems.empty();
  };
  const bool all_well = goes_well_apart([&] {
    Telling telling(plan);
    const bool went_well = goes_well_apart([&] {
      story.tell(telling);
      outcome.calls = failing_calls::calls();
      outcome.is_told = true;
      return has_no_problem(telling);
    });
    if (!std::exchange(outcome.is_told, false)) return false;
    telling.check_next_start();
    outcome.is_told = true;
    return has_no_problem(telling) && went_well;
  });
  if (!outcome.is_told) complain("the program broke down");
  return all_well;
}

// Once for each call that can fail; returns whether all was well.
bool tell_all(const Story& story, bool all) {
  auto* outcome = shared_outcome();
  int runs = 0;
  int bad = 0;
  for (int kind = 0; kind < failing_calls::kinds; ++kind) {
    for (const Mode mode : {Mode::once, Mode::from_then_on, Mode::half, Mode::half_then_none}) {
      const auto one = static_cast<Kind>(kind);
      const bool is_half = mode == Mode::half || mode == Mode::half_then_none;
      if (is_half && one != Kind::write && one != Kind::read) continue;
      // else the first calls, and then of a few one each
      for (int nth = 1;; nth += all || nth < 12 ? 1 : 3 + nth / 12) {
        ++runs;
        if (!tell(story, {{}, one, mode, nth}, *outcome)) ++bad;
        if (outcome->calls < nth) break;
      }
    }
  }
  std::printf("%s: %d runs, %d of them bad\n", story.name, runs, bad);
  std::fflush(stdout);
  return bad == 0;
}

}  // namespace

int main(int count, char** arguments) {
  doctest::Context context;  // the robot complains through it
  context.setAsDefaultForAssertsOutOfTestCases();
  context.setAssertHandler([](const doctest::AssertData& data) {
    if (data.m_failed) std::printf("%s:%d: %s\n", data.m_file, data.m_line, data.m_expr);
  });
  if (count == 5) {
    const Plan plan{{},
                    static_cast<Kind>(std::atoi(arguments[2])),
                    static_cast<Mode>(std::atoi(arguments[3])),
                    std::atoi(arguments[4])};
    return tell(stories[std::atoi(arguments[1])], plan, *shared_outcome()) ? 0 : 1;
  }
  const bool all = count == 2 && std::string_view(arguments[1]) == "--all";
  { const Robot first(Robot::world_of(Language::ru), 1, {1280, 720}); }  // makes the look for all others
  int bad = 0;
  std::vector<pid_t> tellers;
  for (const Story& story : stories) {
    std::fflush(stdout);
    tellers.push_back(::fork());
    if (tellers.back() == 0) ::_exit(tell_all(story, all) ? 0 : 1);
  }
  for (const pid_t teller : tellers) {
    int status = 0;
    ::waitpid(teller, &status, 0);
    if (status != 0) ++bad;
  }
  std::printf("%d of %zu stories bad\n", bad, std::size(stories));
  return bad == 0 ? 0 : 1;
}
