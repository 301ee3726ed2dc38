// Names of files as they are suggested: every system takes them.
#pragma once

#include <string>

namespace canvasbook {

// A title as a file name without its ending. What stands for a separator becomes "-", quotes and the other characters
// that Windows forbids are left out, as are control characters, dots and spaces at the end and what is longer than file
// systems take. Empty where nothing is left, or a dot in front would hide the file.
std::string file_name_of(std::string title);

}  // namespace canvasbook
