#include "editor/system/file_chooser.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "tests/programs.h"

namespace canvasbook::file_chooser_test {

namespace {

namespace fs = std::filesystem;
using samples::answer_of;
using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;
using Kind = FileChooser::Outcome::Kind;
using Purpose = FileChoice::Purpose;

const std::vector<std::string> path_alone{"PATH=/usr/bin:/bin"};

// A stand-in for zenity: a shell script. Returns its path.
std::string make_zenity(const TemporaryFolder& folder, const std::string& script) {
  return samples::make_program(folder, "zenity", script);
}

FileChooser::Outcome outcome_of(const std::string& program, const FileChoice& choice = {},
                                const std::vector<std::string>& environment = path_alone) {
  FileChooser chooser(program, choice, environment);
  const auto outcome = answer_of([&] { return chooser.poll(); });
  REQUIRE(outcome);
  return *outcome;
}

// What a script printed behind the slash that makes it a path.
std::string printed_by(const std::string& script, const FileChoice& choice = {},
                       const std::vector<std::string>& environment = path_alone) {
  const TemporaryFolder folder;
  const auto outcome = outcome_of(make_zenity(folder, script), choice, environment);
  CHECK(outcome.kind == Kind::chosen);
  return outcome.path;
}

FileChoice choice_of(Purpose purpose, const std::string& start) { return {purpose, "Title", start, {}}; }

// Nothing as long as the script has not written a whole line into the file.
std::optional<int> number_in(const std::string& path) {
  const std::string line = std::filesystem::exists(path) ? bytes_of(path) : std::string();
  if (!line.ends_with('\n')) return std::nullopt;
  return std::stoi(line);
}

}  // namespace

TEST_CASE("zenity is asked for a file, a place to save, or a folder") {
  using Arguments = std::vector<std::string>;
  CHECK(zenity_arguments(choice_of(Purpose::open, "/a/")) ==
        Arguments{"--file-selection", "--title=Title", "--filename=/a/"});
  CHECK(zenity_arguments(choice_of(Purpose::save, "/a/Утро.pdf")) ==
        Arguments{"--file-selection", "--save", "--title=Title", "--filename=/a/Утро.pdf"});
  CHECK(zenity_arguments(choice_of(Purpose::folder, "/a/")) ==
        Arguments{"--file-selection", "--directory", "--title=Title", "--filename=/a/"});
  CHECK(zenity_arguments(choice_of(Purpose::open, "")) == Arguments{"--file-selection", "--title=Title"});
}

TEST_CASE("a dialog begins in the folder it is given, not in the one above") {
  CHECK(zenity_arguments(choice_of(Purpose::open, "/a/b")).back() == "--filename=/a/b/");
  CHECK(zenity_arguments(choice_of(Purpose::folder, "/a/b")).back() == "--filename=/a/b/");
  CHECK(zenity_arguments(choice_of(Purpose::folder, "/")).back() == "--filename=/");
  CHECK(zenity_arguments(choice_of(Purpose::save, "/a/b/")).back() == "--filename=/a/b/");
}

TEST_CASE("each filter has its name and its patterns") {
  FileChoice choice = choice_of(Purpose::open, "");
  choice.filters = {{"Книги", {"*.canvasbook", "*.json"}}, {"All files", {"*"}}};
  const auto arguments = zenity_arguments(choice);
  REQUIRE(arguments.size() == 4);
  CHECK(arguments[2] == "--file-filter=Книги | *.canvasbook *.json");
  CHECK(arguments[3] == "--file-filter=All files | *");
}

TEST_CASE("a program is found in the first folder that has it") {
  const TemporaryFolder folder;
  for (const char* name : {"empty", "first", "second", "second/dialog"}) fs::create_directory(folder.file(name));
  make_zenity(folder, "exit");
  fs::copy_file(folder.file("zenity"), folder.file("first/zenity"));
  fs::copy_file(folder.file("zenity"), folder.file("second/zenity"));
  const std::string path =
      folder.file("missing") + ":" + folder.file("empty") + "::" + folder.file("first") + ":" + folder.file("second");
  CHECK(find_program("zenity", path) == folder.file("first/zenity"));
  CHECK(find_program("zenity", folder.file("second")) == folder.file("second/zenity"));
  CHECK(find_program("kdialog", path) == std::nullopt);
  CHECK(find_program("dialog", folder.file("second")) == std::nullopt);  // a folder
  fs::permissions(folder.file("first/zenity"), fs::perms(0644));
  CHECK(find_program("zenity", path) == folder.file("second/zenity"));
  CHECK(find_program("zenity", "") == std::nullopt);
}

TEST_CASE("a program in the current folder is not run by chance") {
  const TemporaryFolder folder;
  make_zenity(folder, "exit");
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  for (const char* path : {"", ":", ".", "./", ":/nowhere", "/nowhere:"}) {
    CAPTURE(path);
    CHECK(find_program("zenity", path) == std::nullopt);
  }
  fs::current_path(before);
}

TEST_CASE("the chosen path comes back byte for byte, without the line feed that ends it") {
  const TemporaryFolder folder;
  for (const std::string path : {"/home/анна/Кофейня «Утро».canvasbook", "/two\nlines", "/a\n", "/ blanks ", "/\xD0"}) {
    CAPTURE(path);
    put_bytes(folder.file("answer"), path + "\n");
    const auto outcome = outcome_of(make_zenity(folder, "cat '" + folder.file("answer") + "'"));
    CHECK(outcome.kind == Kind::chosen);
    CHECK(outcome.path == path);
  }
}

TEST_CASE("an answer that comes in pieces is put together") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("gate").c_str(), 0600) == 0);
  FileChooser chooser(make_zenity(folder, "printf /one; read line < '" + folder.file("gate") + "'; printf '/two\\n'"),
                      {}, path_alone);
  CHECK_FALSE(chooser.poll());
  put_bytes(folder.file("gate"), "go\n");
  const auto outcome = answer_of([&] { return chooser.poll(); });
  REQUIRE(outcome);
  CHECK(outcome->path == "/one/two");
  const auto again = chooser.poll();
  REQUIRE(again);
  CHECK(again->path == "/one/two");
}

TEST_CASE("what came of a dialog is told by its exit code") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, Kind>> cases{
      {"echo /a; exit 0", Kind::chosen}, {"exit 1", Kind::cancelled},     {"echo /a; exit 1", Kind::cancelled},
      {"echo /a; exit 5", Kind::failed}, {"exit 255", Kind::failed},      {"echo /a; kill -9 $$", Kind::failed},
      {"exit 0", Kind::failed},          {"echo '(null)'", Kind::failed}, {"echo relative", Kind::failed}};
  for (const auto& one : cases) {
    CAPTURE(one.first);
    const auto outcome = outcome_of(make_zenity(folder, one.first));
    CHECK(outcome.kind == one.second);
    CHECK(outcome.path == (one.second == Kind::chosen ? "/a" : ""));
  }
}

TEST_CASE("a dialog that cannot be run has failed") {
  const TemporaryFolder folder;
  CHECK(outcome_of(folder.file("missing")).kind == Kind::failed);
  put_bytes(folder.file("no program"), "#!/bin/sh\necho /a\n");
  CHECK(outcome_of(folder.file("no program")).kind == Kind::failed);
}

TEST_CASE("a dialog that talks without end is stopped") {
  const TemporaryFolder folder;
  CHECK(outcome_of(make_zenity(folder, "while :; do echo /endless; done")).kind == Kind::failed);
}

TEST_CASE("no shell reads the arguments") {
  const FileChoice choice{Purpose::save, "«$(id)» \"; exit 5", "/a b/'c'.pdf", {}};
  CHECK(printed_by(R"(printf /; printf '[%s]' "$@")", choice) ==
        "/[--file-selection][--save][--title=«$(id)» \"; exit 5][--filename=/a b/'c'.pdf]");
}

TEST_CASE("the dialog has nothing to read and its complaints are not heard") {
  CHECK(printed_by("printf '/%s %s' $(readlink /proc/$$/fd/0) $(readlink /proc/$$/fd/2)") == "//dev/null /dev/null");
}

TEST_CASE("names come as UTF-8 in any locale, and the labels stay in the user's language") {
  const std::string script = R"(printf '/%s|%s|%s' "$LC_ALL" "$LANGUAGE" "$DISPLAY")";
  const auto printed_with = [&](std::vector<std::string> variables) {
    variables.emplace_back("DISPLAY=:7");
    return printed_by(script, {}, variables);
  };
  CHECK(printed_with({"LANG=ru_RU.KOI8-R"}) == "/C.UTF-8|ru_RU.KOI8-R|:7");
  CHECK(printed_with({"LANG=en_GB.UTF-8", "LC_MESSAGES=ru_RU.UTF-8"}) == "/C.UTF-8|ru_RU.UTF-8|:7");
  CHECK(printed_with({"LANG=en_GB.UTF-8", "LC_MESSAGES=en_US", "LC_ALL=ru_RU"}) == "/C.UTF-8|ru_RU|:7");
  CHECK(printed_with({"LC_ALL=C", "LANGUAGE=ru:en"}) == "/C.UTF-8|ru:en|:7");
  CHECK(printed_with({}) == "/C.UTF-8||:7");
}

TEST_CASE("a dialog is closed with the window, and no zombie is left") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("gate").c_str(), 0600) == 0);
  const std::string program =
      make_zenity(folder, "echo $$ > '" + folder.file("process") + "'; read line < '" + folder.file("gate") + "'");
  int process = 0;
  {
    FileChooser chooser(program, {}, path_alone);
    const auto number = answer_of([&] { return number_in(folder.file("process")); });
    REQUIRE(number);
    process = *number;
    CHECK_FALSE(chooser.poll());
    CHECK(::kill(process, 0) == 0);
  }
  CHECK(::kill(process, 0) != 0);  // a zombie would still take signals
  CHECK(errno == ESRCH);
}

}  // namespace canvasbook::file_chooser_test
