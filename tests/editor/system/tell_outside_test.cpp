#include "editor/system/tell_outside.h"

#include <doctest/doctest.h>

#include "tests/programs.h"

namespace canvasbook::tell_outside_test {

using samples::bytes_of;
using samples::make_program;
using samples::TemporaryFolder;
using Ways = std::vector<std::vector<std::string>>;

TEST_CASE("a message is shown by zenity before xmessage before a notification, without a display by that alone") {
  const TellingPrograms all{"/z", "/x", "/n"};
  const Ways ways = ways_to_tell(all, "Why <not>?", true);
  REQUIRE(ways.size() == 3);
  CHECK(ways[0].front() == "/z");
  CHECK(ways[0].back() == "--text=Why <not>?");
  CHECK(ways[1].front() == "/x");
  CHECK(ways[2].front() == "/n");
  CHECK(ways[2].back() == "Why <not>?");
  CHECK(ways_to_tell(all, "Why?", false) == Ways{ways_to_tell({{}, {}, "/n"}, "Why?", true)});
  CHECK(ways_to_tell({}, "Why?", true).empty());
}

TEST_CASE("the first program that works shows the message, and one that was closed has shown it") {
  const TemporaryFolder folder;
  const std::string shown = folder.file("shown");
  const std::string crashes = make_program(folder, "crashes", "kill -9 $$");
  const std::string closed = make_program(folder, "closed", "printf '%s' \"$1\" >" + shown + "; exit 1");
  const std::string never = make_program(folder, "never", "rm " + shown);
  CHECK(tell_outside({{folder.file("missing"), "a"}, {crashes, "b"}, {closed, "c d"}, {never, "e"}}, {}));
  CHECK(bytes_of(shown) == "c d");
  CHECK_FALSE(tell_outside({{crashes, "b"}}, {}));
  CHECK_FALSE(tell_outside({}, {}));
}

}  // namespace canvasbook::tell_outside_test
