#include "export/anchors.h"

#include "model/text.h"

namespace canvasbook {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 32);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

}  // namespace

std::string heading_anchor(std::string_view title) {
  std::string anchor;
  for (size_t at = 0; at < title.size();) {
    const char32_t c = next_code_point(title, at);
    if (c == ' ') {
      anchor += '-';
    } else if (c == '-' || c == '_' || is_word_character(c)) {
      append_utf8(anchor, to_lower(c));
    }
  }
  return anchor;
}

std::string linked_anchor(std::string_view address) {
  if (address.starts_with('#')) address.remove_prefix(1);
  std::string anchor;
  for (size_t at = 0; at < address.size(); ++at) {
    const bool coded = address[at] == '%' && at + 2 < address.size() && hex_digit(address[at + 1]) >= 0 &&
                       hex_digit(address[at + 2]) >= 0;
    anchor += coded ? static_cast<char>(hex_digit(address[at + 1]) * 16 + hex_digit(address[at + 2])) : address[at];
    if (coded) at += 2;
  }
  return heading_anchor(anchor);
}

}  // namespace canvasbook
