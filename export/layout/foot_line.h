// What is filled in by hand at the foot of a page. Internal to export/.
#pragma once

#include <cstdint>
#include <string>

namespace canvasbook {

// A title with a rule behind it.
struct FootLine {
  std::string title;
  std::uint32_t item = 0;  // an index, as runs have it
};

}  // namespace canvasbook
