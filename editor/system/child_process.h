// Other programs that ours starts and does not wait for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/base/result.h"

namespace canvasbook {

// What a program is started with; no shell reads any of it.
struct ProgramStart {
  std::vector<std::string> command;      // the path of the program, then its arguments
  std::vector<std::string> environment;  // "NAME=value"
  int output = -1;                       // the descriptor that it writes its results to; negative for none
  bool in_own_group = false;             // a Ctrl+C in our terminal does not reach it
};

// Starts a program that has nothing to read and whose complaints nobody hears. Returns the process, which must be asked
// about with exit_code_of() until it has ended. Errors: cannot_open with the path of the program.
Result<int> start_program(const ProgramStart& start);

// Nothing while the process runs; then, once, its exit code, or -1 where it crashed. Never waits.
std::optional<int> exit_code_of(int process);

// Waits until a process has ended; its exit code, or -1 where it crashed.
int wait_for(int process);

}  // namespace canvasbook
