// What the fuzz targets share. Each has one file, which defines try_input; libFuzzer calls it with inputs without end
// and stops at the first that crashes, hangs, leaks or breaks what `expect` says.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace canvasbook::fuzz {

// Tries one input: any bytes.
void try_input(std::string_view input);

inline void expect(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace canvasbook::fuzz
