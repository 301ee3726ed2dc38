// The command line: canvasbook templates, new, info, find, export, check.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/command_line/world.h"

namespace canvasbook {

// Whether a word is the name of a command, or so near to one that it is meant for it where no file is called so.
bool is_command(std::string_view word);
bool is_mistyped_command(std::string_view word);

// Runs one command; `arguments` without the program's name. Returns the exit code and never throws for bad input.
int run_command_line(const std::vector<std::string>& arguments, const CommandLineWorld& world);

}  // namespace canvasbook
