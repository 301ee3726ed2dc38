#include "editor/session/recovery_lines.h"

#include "model/base/checksum.h"

namespace canvasbook {

namespace {

constexpr size_t checksum_length = 16;

std::optional<std::string_view> checked_text(std::string_view line) {
  if (line.size() <= checksum_length || line[checksum_length] != ' ') return std::nullopt;
  const std::string_view text = line.substr(checksum_length + 1);
  return checksum_text(text) == line.substr(0, checksum_length) ? std::optional(text) : std::nullopt;
}

}  // namespace

std::string checked_line(const std::string& text) { return checksum_text(text) + " " + text + "\n"; }

std::vector<std::optional<std::string_view>> checked_lines(std::string_view content) {
  std::vector<std::optional<std::string_view>> lines;
  for (size_t end = 0; (end = content.find('\n')) != std::string_view::npos; content.remove_prefix(end + 1))
    lines.push_back(checked_text(content.substr(0, end)));
  return lines;
}

}  // namespace canvasbook
