// Kills the program while somebody types and saves, at any moment: the file is whole, and what was typed two seconds
// before is in it or in the journal.
//
//   kill_rounds [ROUNDS] [SEED]
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <random>
#include <thread>

#include "editor/session/recovery.h"
#include "model/file/workbook_file.h"
#include "tests/recoveries.h"
#include "tests/robot.h"
#include "tests/samples.h"

using namespace canvasbook;
using robot::Robot;

namespace {

constexpr double promised = 2;  // seconds
constexpr size_t at_once = 6;   // programs

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

void sleep_until(double moment) {
  if (const double wait = moment - now(); wait > 0) std::this_thread::sleep_for(std::chrono::duration<double>(wait));
}

// What the program tells after each key: so many letters stood in the note at that moment.
struct Report {
  double moment = 0;
  size_t letters = 0;
};

// The n-th letter that is typed: a text of any length is known by its length.
char letter(size_t n) { return static_cast<char>('a' + n % 26); }

std::string text_of(size_t letters) {
  std::string text;
  for (size_t n = 0; n < letters; ++n) text += letter(n);
  return text;
}

[[noreturn]] void work(const samples::TemporaryFolder& folder, std::uint32_t seed, int reports) {
  std::mt19937 random(seed);
  AppWorld world = Robot::world_of(Language::en, seed, folder.file("state"));
  world.stopwatch = now;
  world.computes_beside = true;  // the journal is written on its thread, as in the window
  Robot robot(world, 1, {1280, 720});
  robot.app.open_file(folder.file("book.canvasbook"));
  robot.session().add_note("channels");
  for (size_t letters = 0;;) {
    robot.type(std::string(1, letter(letters)));
    const Report report{now(), ++letters};
    if (::write(reports, &report, sizeof report) != sizeof report) ::_exit(1);
    robot.app.tick(now());
    if (random() % 40 == 0) {
      robot.press(Key::s, control);
      if (robot.session().is_writing()) continue;
      // where saving ends the writing it is taken up again
      const Board& board = *robot.session().board();
      robot.session().begin_note(find_block(board, "channels")->notes.front().id);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 30));
  }
}

// How many letters stand in the note of a workbook; nothing where the text is no beginning of what was typed.
std::optional<size_t> letters_in(const Workbook& workbook) {
  const Board& board = std::get<Board>(workbook.documents[0]->sections[0]->content);
  const Block& block = *find_block(board, "channels");
  if (block.notes.empty()) return 0;
  const std::string& text = block.notes.front().text;
  if (text != text_of(text.size())) return std::nullopt;
  return text.size();
}

struct Round {
  samples::TemporaryFolder folder;
  pid_t process = -1;
  int reports = -1;
  double life = 0;  // seconds from the first key on
  double end = 0;   // when it is killed
};

// What was wrong after the kill; empty where all was well.
std::string judge(const Round& round, const std::vector<Report>& reports) {
  const auto file = load_workbook(round.folder.file("book.canvasbook"));
  if (!file) return "the file is torn";
  const auto saved = letters_in(*file);
  if (!saved) return "the file holds what was never typed";
  size_t safe = *saved;
  for (const RecoveredWorkbook& found : find_recoveries(round.folder.file("state/recovery"))) {
    if (!found.workbook) return "the journal cannot be read";
    const auto recorded = letters_in(*found.workbook);
    if (!recorded) return "the journal holds what was never typed";
    safe = std::max(safe, *recorded);
  }
  size_t expected = 0;
  for (const Report& report : reports) {
    if (report.moment < round.end - promised) expected = report.letters;
  }
  if (safe >= expected) return {};
  return std::to_string(expected) + " letters stood there two seconds before, but only " + std::to_string(safe) +
         " are safe";
}

std::unique_ptr<Round> begin_round(std::uint32_t seed, double life) {
  auto round = std::make_unique<Round>();
  round->life = life;
  int ends[2];
  if (!save_workbook(paper::from_template("business_model_canvas"), round->folder.file("book.canvasbook")) ||
      ::pipe2(ends, O_CLOEXEC) != 0) {
    std::abort();
  }
  round->process = ::fork();
  if (round->process == 0) work(round->folder, seed, ends[1]);
  ::close(ends[1]);
  round->reports = ends[0];
  return round;
}

// Waits for the first key.
void await_typing(Round& round, std::vector<Report>& reports) {
  Report first;
  if (::read(round.reports, &first, sizeof first) == sizeof first) reports.push_back(first);
  round.end = first.moment + round.life;
}

// Kills the program and reads what it told. Returns how many letters it had typed.
size_t end_round(Round& round, std::vector<Report> reports, std::string& problem) {
  ::kill(round.process, SIGKILL);
  round.end = now();
  ::waitpid(round.process, nullptr, 0);
  for (Report report; ::read(round.reports, &report, sizeof report) == sizeof report;) reports.push_back(report);
  ::close(round.reports);
  problem = judge(round, reports);
  return reports.empty() ? 0 : reports.back().letters;
}

}  // namespace

int main(int count, char** arguments) {
  doctest::Context context;  // the robot complains through it
  context.setAsDefaultForAssertsOutOfTestCases();
  const int rounds = count > 1 ? std::atoi(arguments[1]) : 500;
  const auto seed = static_cast<std::uint32_t>(count > 2 ? std::atoi(arguments[2]) : 1);
  std::mt19937 random(seed);
  int bad = 0;
  size_t letters = 0;
  { const Robot first(Robot::world_of(Language::en), 1, {1280, 720}); }  // makes the look for all others
  for (int done = 0; done < rounds;) {
    std::vector<std::unique_ptr<Round>> running;
    while (running.size() < at_once && done + static_cast<int>(running.size()) < rounds) {
      const double life = static_cast<double>(random() % 4000) / 1000;
      running.push_back(begin_round(random(), life));
    }
    std::map<Round*, std::vector<Report>> reports;
    for (const auto& round : running) await_typing(*round, reports[round.get()]);
    std::ranges::sort(running, {}, [](const auto& round) { return round->end; });
    for (const auto& round : running) {
      sleep_until(round->end);
      std::string problem;
      letters += end_round(*round, std::move(reports[round.get()]), problem);
      ++done;
      if (problem.empty()) continue;
      ++bad;
      std::printf("round %d of seed %u: %s\n", done, seed, problem.c_str());
    }
  }
  std::printf("%d kills, %zu letters typed, %d rounds bad\n", rounds, letters, bad);
  return bad == 0 && letters > 0 ? 0 : 1;
}
