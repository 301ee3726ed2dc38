#include "editor/system/system_reason.h"

#include <charconv>

namespace canvasbook {

std::string system_reason(const Catalog& words, int problem) {
  const std::string number = std::to_string(problem);
  const std::string key = "system." + number;
  return words.has(key) ? words.text(key) : words.text("system.other", {{"number", number}});
}

std::string what_failed(const Catalog& words, const Error& error) {
  int number = 0;
  const std::string& detail = error.detail;
  const char* end = detail.data() + detail.size();
  const bool is_number = !detail.empty() && std::from_chars(detail.data(), end, number).ptr == end;
  const bool from_system = error.code == ErrorCode::cannot_open || error.code == ErrorCode::cannot_write;
  if (!from_system || !is_number) return words.error(error);
  return error.file + ": " + system_reason(words, number);
}

}  // namespace canvasbook
