// Comparing with golden files in tests/golden. UPDATE_GOLDEN=1 writes them anew; read the difference before committing
// it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "model/file/file.h"

inline void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(SOURCE_FOLDER) + "/tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    REQUIRE(canvasbook::write_file(path, actual).has_value());
    return;
  }
  const auto expected = canvasbook::read_file(path);
  REQUIRE_MESSAGE(expected.has_value(), "no golden file ", name);
  if (*expected == actual) return;
  // The first line that differs says more than two whole files.
  size_t line = 1;
  size_t start = 0;
  size_t at = 0;
  while (at < actual.size() && at < expected->size() && actual[at] == (*expected)[at]) {
    if (actual[at] == '\n') {
      ++line;
      start = at + 1;
    }
    ++at;
  }
  const auto rest = [&](const std::string& text) {
    return start < text.size() ? text.substr(start, text.find('\n', start) - start) : std::string("(end)");
  };
  FAIL_CHECK(name, " differs in line ", line, "\n  expected: ", rest(*expected), "\n  actual:   ", rest(actual));
}
