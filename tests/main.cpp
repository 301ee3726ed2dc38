// The entry of all tests. A text that is asked for and missing fails the test that is running, wherever that was: the
// key that comes back would equal itself. A part of the window that no test ever saw fails the run, see seen_parts.h.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <span>
#include <string_view>

#include "model/base/missing_text.h"
#include "tests/seen_parts.h"

namespace {

// Where only some tests of a file run, what they miss may be seen by the others.
bool leaves_out_tests(std::span<char*> arguments) {
  return std::ranges::any_of(arguments, [](std::string_view argument) {
    return argument.starts_with("-tc") || argument.starts_with("--test-case") || argument.starts_with("-e");
  });
}

}  // namespace

int main(int count, char** arguments) {
  canvasbook::on_missing_text([](std::string_view key) { FAIL_CHECK("no text in the catalogs: ", key); });
  const int result = doctest::Context(count, arguments).run();
  if (result != 0 || leaves_out_tests({arguments, static_cast<size_t>(count)})) return result;
  const auto never_seen = canvasbook::SeenParts::of_this_run().never_seen();
  for (const std::string& key : never_seen) std::cerr << "no test ever saw this part of the window: " << key << "\n";
  return never_seen.empty() ? 0 : 1;
}
