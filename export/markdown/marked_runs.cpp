#include "export/markdown/marked_runs.h"

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

bool ends_in_word(std::string_view text) {
  size_t last = text.size();
  while (last > 0 && (static_cast<unsigned char>(text[--last]) & 0xC0U) == 0x80U) {
  }
  return last < text.size() && is_word_character(next_code_point(text, last));
}

bool begins_with_word(std::string_view text) {
  size_t at = 0;
  return !text.empty() && is_word_character(next_code_point(text, at));
}

bool is_blank(const Span& span) {
  const auto [first, last] = without_spaces(span.text);
  return !span.code && first == last;
}

}  // namespace

std::pair<size_t, size_t> without_spaces(std::string_view text) {
  size_t first = text.size();
  size_t last = text.size();
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    const bool blank = c == ' ' || c == '\n' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
                       c == 0x202F || c == 0x205F || c == 0x3000;
    if (blank) continue;
    first = std::min(first, start);
    last = at;
  }
  return {first, last};
}

MarkedRun marked_run(const Spans& spans, size_t first) {
  MarkedRun longest{first, &Span::strong};
  for (bool Span::*const mark : {&Span::strong, &Span::emphasis}) {
    size_t end = first;
    while (end < spans.size() && spans[end].*mark) ++end;
    if (end > longest.end) longest = {end, mark};
  }
  return longest;
}

bool can_be_marked(const Spans& spans, size_t first, size_t end, std::string_view before) {
  if (end < first + 2 || is_blank(spans[first]) || is_blank(spans[end - 1])) return false;
  if (ends_in_word(before) || before.ends_with('*')) return false;
  if (end == spans.size()) return true;
  const Span& next = spans[end];
  return !begins_with_word(next.text) && !(next.strong || next.emphasis);
}

std::string take_leading_spaces(Span& span) {
  if (span.code) return {};
  std::string spaces = span.text.substr(0, without_spaces(span.text).first);
  span.text.erase(0, spaces.size());
  return spaces;
}

std::string take_trailing_spaces(Span& span) {
  if (span.code) return {};
  const size_t end = without_spaces(span.text).second;
  std::string spaces = span.text.substr(end);
  span.text.resize(end);
  return spaces;
}

}  // namespace canvasbook
