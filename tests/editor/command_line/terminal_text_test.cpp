#include "editor/command_line/terminal_text.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "editor/command_line/command_line.h"
#include "model/base/date.h"
#include "tests/samples.h"

namespace canvasbook::terminal_text_test {

using samples::TemporaryFolder;

namespace {

// Sets a window's title, colours red, sends C1 controls and turns the direction of reading.
const std::string hostile = "\x1B]0;PWNED\x07\x1B[31mred\u009B31m\u202Ecod.exe\u2066\x7F\r";
const std::string hostile_json = R"(\u001b]0;PWNED\u0007\u001b[31mred\u009b31m\u202Ecod.exe\u2066\u007f\r)";

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

Outcome run(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command_line(arguments, {out, err, Language::en, Date{2026, 11, 28}, 7});
  return {code, out.str(), err.str()};
}

void check_tame(const std::string& text) {
  CAPTURE(text);
  CHECK(terminal_text(text) == text);
}

std::string hostile_workbook() {
  std::string json =
      R"({"canvasbook":1,"company":"@","author_role":"@","language":"en","created":"2026-01-01","modified":"2026-01-01",)"
      R"("documents":[{"id":"d1","language":"en","title":"@","sections":[{"id":"s1","kind":"prose","title":"@","text":"@ wrod"},)"
      R"({"id":"s2","role":"x","kind":"replacements","title":"@","replacements":[{"id":"r1","phrase":"@ word","replacement":""}]},)"
      R"({"id":"s3","kind":"board","title":"@","columns":1,"rows":1,"blocks":[{"id":"b","role":"customer_segments","title":"@",)"
      R"("place":[0,0,1,1],"notes":[{"id":"n1","text":"@"}]}]}]}]})";
  for (size_t at = 0; (at = json.find('@', at)) != std::string::npos; at += hostile_json.size()) {
    json.replace(at, 1, hostile_json);
  }
  return json;
}

}  // namespace

TEST_CASE("what steers a terminal is shown as a mark") {
  CHECK(terminal_text(hostile) == "␛]0;PWNED␇␛[31mred<U+009B>31m<U+202E>cod.exe<U+2066>␡␍");
  CHECK(terminal_text("a\tb\nж ✓ 😀 «»") == "a\tb\nж ✓ 😀 «»");
  CHECK(terminal_text(std::string("\0\x9B"
                                  "31m\xFF",
                                  6)) == "␀\\x9B31m\\xFF");
  CHECK(terminal_text("\uFFFD") == "\uFFFD");
}

TEST_CASE("JSON escapes the same characters, and says the same") {
  const std::string json = "{\"a\": \"" + std::string("\u009B\u202E\x7F ж") + "\"}\n";
  check_tame(terminal_json(json));
  CHECK(nlohmann::json::parse(terminal_json(json)) == nlohmann::json::parse(json));
}

TEST_CASE("a stream gives on whole lines, and the rest when it is flushed") {
  std::ostringstream target;
  TerminalStream stream(target);
  stream << "a\xD0";
  CHECK(target.str().empty());
  stream << '\xB6' << 7 << "\x1B\nb";
  CHECK(target.str() == "aж7␛\n");
  stream.flush();
  CHECK(target.str() == "aж7␛\nb");
  target.setstate(std::ios::badbit);
  stream << "c" << std::flush;
  CHECK_FALSE(stream);
}

TEST_CASE("no command sends control characters of a file to the terminal") {
  const TemporaryFolder folder;
  const std::string file = folder.file("w\x1B[31m.canvasbook");
  samples::put_bytes(file, hostile_workbook());
  using Words = std::vector<std::string>;
  for (const Words& arguments :
       {Words{"info", file}, Words{"check", file}, Words{"check", file, "--json"}, Words{"check", file, "--spelling"},
        Words{"find", file, "word"}, Words{"export", file, "--to", "md"}, Words{"export", file, "--to", "pdf"},
        Words{"export", file, "--to", "md"}, Words{"export", file, "--to", "md", "--document", hostile},
        Words{"check", file, "--dismiss", hostile, "--reason", "x"}, Words{"info", hostile},
        Words{"templates", hostile}, Words{"new", hostile}, Words{hostile}, Words{"info", file, hostile},
        Words{"info", file, "--lang", hostile}, Words{"export", file, "--to", hostile}}) {
    CAPTURE(arguments.front());
    CAPTURE(arguments.back());
    const Outcome outcome = run(arguments);
    CHECK_FALSE((outcome.out.empty() && outcome.err.empty()));
    check_tame(outcome.out);
    check_tame(outcome.err);
  }
  CHECK(run({"info", file}).out.find("␛]0;PWNED␇") != std::string::npos);
  CHECK(run({"find", file, "word"}).code == exit_done);
}

TEST_CASE("a title stays on one line, so that it cannot feign another") {
  const TemporaryFolder folder;
  const std::string file = folder.file("w.canvasbook");
  std::string json = hostile_workbook();
  for (size_t at = 0; (at = json.find(hostile_json, at)) != std::string::npos; ++at) {
    json.replace(at, hostile_json.size(), R"(A\nFORGED\tB wrodd)");
  }
  samples::put_bytes(file, json);
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"info", file}, {"check", file}, {"check", file, "--spelling"}, {"find", file, "B"}}) {
    CAPTURE(arguments.front());
    const std::string out = "\n" + run(arguments).out;
    CHECK(out.find("\nFORGED") == std::string::npos);
    const bool shows_title = arguments.front() == "info";  // others have it on one line, or not at all
    if (shows_title) CHECK(out.find("A␊FORGED␉B") != std::string::npos);
  }
}

TEST_CASE("a message about a broken file shows what stands in it as marks") {
  const TemporaryFolder folder;
  const std::string file = folder.file("w.canvasbook");
  for (const std::string& json :
       {R"({"canvasbook":1,")" + hostile_json + R"(":1,"company":7})",
        R"({"canvasbook":1,"company":"K","language":")" + hostile_json + R"("})", std::string("{\x1B[31m")}) {
    samples::put_bytes(file, json);
    const Outcome outcome = run({"info", file});
    CHECK(outcome.code == exit_failed);
    check_tame(outcome.err);
  }
}

TEST_CASE("what is exported to standard output is the content itself, byte by byte") {
  const TemporaryFolder folder;
  const std::string file = folder.file("notes.canvasbook");
  samples::put_bytes(file, hostile_workbook());
  REQUIRE(run({"export", file, "--to", "md", "-o", folder.file("x.md")}).code == exit_done);
  CHECK(run({"export", file, "--to", "md", "-o", "-"}).out == samples::bytes_of(folder.file("x.md")));
}

}  // namespace canvasbook::terminal_text_test
