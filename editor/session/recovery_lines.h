// The lines of a recovery journal, each behind a checksum of its bytes: "0123456789abcdef text".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

std::string checked_line(const std::string& text);

// The texts of the lines; nothing in the place of a line that is not as it was written. What follows the last line
// feed was torn by a crash, and is no line.
std::vector<std::optional<std::string_view>> checked_lines(std::string_view content);

}  // namespace canvasbook
