// The command line: canvasbook templates, new, info, find, export, check.
#pragma once

#include <string>
#include <vector>

#include "editor/command_line/world.h"

namespace canvasbook {

// Runs one command; `arguments` without the program's name. Returns the exit code and never throws for bad input.
int run_command_line(const std::vector<std::string>& arguments, const CommandLineWorld& world);

}  // namespace canvasbook
