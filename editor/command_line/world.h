// What surrounds the commands of the command line: what they are given and what they give back.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "model/base/date.h"
#include "model/base/language.h"

namespace canvasbook {

// What the command line takes from the world around it; a test sets it.
struct CommandLineWorld {
  std::ostream& out;                 // results; a terminal obeys nothing in them, see terminal_text.h
  std::ostream& err;                 // messages, likewise
  Language language = Language::en;  // of messages, unless --lang says otherwise
  Date today;
  std::uint64_t id_seed = 0;
  std::vector<std::string> dictionary_folders = {};  // where dictionaries for spelling and forms of words may lie
  std::string recovery_folder = {};                  // where records of unsaved work lie; empty for none
};

// The exit codes, also in the man pages.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,
  exit_usage = 2,
  exit_findings = 3,
  exit_no_display = 69,
  exit_no_opengl = 70
};

}  // namespace canvasbook
