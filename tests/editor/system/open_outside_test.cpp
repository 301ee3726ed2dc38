#include "editor/system/open_outside.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "tests/programs.h"

namespace canvasbook::open_outside_test {

namespace {

namespace fs = std::filesystem;
using samples::answer_of;
using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;
using Outcome = OutsideProgram::Outcome;

const std::vector<std::string> environment{"PATH=/usr/bin:/bin", "DISPLAY=:7"};

// A stand-in for xdg-open: a shell script. Returns its path.
std::string make_program(const TemporaryFolder& folder, const std::string& script) {
  return samples::make_program(folder, "xdg-open", script);
}

std::optional<Outcome> outcome_of(const std::string& program, const std::string& path) {
  auto opened = open_outside(program, path, environment);
  REQUIRE(opened);
  return answer_of([&] { return opened->poll(); });
}

// Nothing as long as the script has not written a whole line into the file.
std::optional<std::string> line_in(const std::string& path) {
  std::string line = std::filesystem::exists(path) ? bytes_of(path) : std::string();
  if (!line.ends_with('\n')) return std::nullopt;
  line.pop_back();
  return line;
}

}  // namespace

TEST_CASE("the outside program gets the path as it is, spaces, quotes and Cyrillic letters included") {
  const TemporaryFolder folder;
  const std::string program =
      make_program(folder, R"(printf '%s|%s|%s\n' "$#" "$1" "$DISPLAY" > ")" + folder.file("got") + "\"");
  const std::string path = folder.file("Кофейня «Утро» $(id) 'a' \"b\" *.pdf");
  CHECK(outcome_of(program, path) == Outcome::opened);
  CHECK(bytes_of(folder.file("got")) == "1|" + path + "|:7\n");
}

TEST_CASE("a relative path is taken neither for an option nor for a web address") {
  const TemporaryFolder folder;
  const std::string program = make_program(folder, "printf '%s\\n' \"$1\" > \"" + folder.file("got") + "\"");
  for (const char* path : {"--help", "http://x", "plan.pdf"}) {
    CHECK(outcome_of(program, path) == Outcome::opened);
    CHECK(bytes_of(folder.file("got")) == "./" + std::string(path) + "\n");
  }
}

TEST_CASE("what became of an opened file is told by the exit code") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, Outcome>> cases{
      {"exit 0", Outcome::opened},    {"exit 3", Outcome::no_viewer}, {"exit 1", Outcome::failed},
      {"exit 2", Outcome::failed},    {"exit 4", Outcome::failed},    {"exit 255", Outcome::failed},
      {"kill -9 $$", Outcome::failed}};
  for (const auto& one : cases) {
    CAPTURE(one.first);
    CHECK(outcome_of(make_program(folder, one.first), "/a.pdf") == one.second);
  }
}

TEST_CASE("while the viewer is open there is no answer, and later always the same") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("gate").c_str(), 0600) == 0);
  auto opened =
      open_outside(make_program(folder, "read line < '" + folder.file("gate") + "'; exit 3"), "/a.pdf", environment);
  REQUIRE(opened);
  CHECK(opened->path() == "/a.pdf");
  CHECK(opened->poll() == std::nullopt);
  OutsideProgram moved = std::move(*opened);
  CHECK(moved.poll() == std::nullopt);
  put_bytes(folder.file("gate"), "go\n");
  CHECK(answer_of([&] { return moved.poll(); }) == Outcome::no_viewer);
  CHECK(moved.poll() == Outcome::no_viewer);
}

TEST_CASE("a viewer goes on when nobody asks for it any more, and leaves no zombie at its end") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("gate").c_str(), 0600) == 0);
  const std::string program =
      make_program(folder, "echo $$ > '" + folder.file("process") + "'; read line < '" + folder.file("gate") + "'");
  int process = 0;
  {
    const auto opened = open_outside(program, "/a.pdf", environment);
    REQUIRE(opened);
    const auto line = answer_of([&] { return line_in(folder.file("process")); });
    REQUIRE(line);
    process = std::stoi(*line);
  }
  CHECK(::kill(process, 0) == 0);
  put_bytes(folder.file("gate"), "go\n");
  // A zombie would still take signals.
  CHECK(answer_of([&] { return ::kill(process, 0) != 0 && errno == ESRCH ? std::optional(true) : std::nullopt; }));
}

TEST_CASE("the outside program has nothing to read, is not heard, and a Ctrl+C in our terminal does not reach it") {
  const TemporaryFolder folder;
  const std::string got = folder.file("got");
  const std::string program = make_program(folder, "for n in 0 1 2; do readlink /proc/$$/fd/$n; done > '" + got +
                                                       "'; ps_group=$(cut -d ' ' -f 5 /proc/$$/stat); "
                                                       "[ $ps_group = $$ ] && echo own >> '" +
                                                       got + "'");
  CHECK(outcome_of(program, "/a.pdf") == Outcome::opened);
  // Within the loop the script's own output is the file.
  CHECK(bytes_of(got) == "/dev/null\n" + got + "\n/dev/null\nown\n");
}

TEST_CASE("the outside program does not inherit that we ignore a signal") {
  const TemporaryFolder folder;
  const std::string program = make_program(folder, "kill -PIPE $$; exit 3");
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const auto outcome = outcome_of(program, "/a.pdf");
  std::signal(SIGPIPE, before);
  CHECK(outcome == Outcome::failed);
}

TEST_CASE("a program that cannot be run is an error that names it") {
  const TemporaryFolder folder;
  put_bytes(folder.file("no program"), "#!/bin/sh\n");
  const std::vector<std::pair<std::string, int>> cases{{folder.file("missing"), ENOENT},
                                                       {folder.file("no program"), EACCES}};
  for (const auto& [program, number] : cases) {
    const auto opened = open_outside(program, "/a.pdf", environment);
    REQUIRE_FALSE(opened);
    CHECK(opened.error() == Error{ErrorCode::cannot_open, program, 0, 0, {}, std::to_string(number)});
  }
}

}  // namespace canvasbook::open_outside_test
