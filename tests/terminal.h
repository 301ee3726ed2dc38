// The command line, run in this process.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "editor/command_line/command_line.h"

namespace canvasbook::terminal {

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;
};

// Each time with ids of their own.
inline Outcome run(const std::vector<std::string>& arguments, Language language = Language::en) {
  static std::uint64_t seed = 7;
  std::ostringstream out;
  std::ostringstream err;
  const int code = run_command_line(arguments, {out, err, language, {2026, 11, 21}, ++seed});
  return {code, out.str(), err.str()};
}

inline bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace canvasbook::terminal
