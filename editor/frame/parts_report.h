// Tells a test from outside where the parts of the window stand. See tests/windows/README.md.
#pragma once

#include <cstdint>
#include <string>

#include "editor/frame/app.h"

namespace canvasbook {

class PartsReport {
 public:
  // Writes to the file that the environment names in CANVASBOOK_PARTS; without one nothing is ever done.
  PartsReport();

  // Call after each drawn frame. Replaces the file as a whole, so that a reader never sees half of it.
  void write(const App& app);

 private:
  std::string file_;
  std::uint64_t frames_ = 0;
};

}  // namespace canvasbook
