#include "model/text/grapheme.h"

#include <utf8proc.h>

namespace canvasbook {

namespace {

constexpr char32_t zero_width_joiner = 0x200D;

// Most of what is typed; between two such characters there is always a bound, and the library need not be asked.
bool is_plain(char32_t c) { return (c >= 0x20 && c < 0x7F) || (c >= 0x400 && c < 0x460); }

// Whether a bound stands between two characters whatever stands before them. Behind a joiner and between the halves of
// flags it depends on what stands before; there the answer is no.
bool is_certain_bound(char32_t before, char32_t after) {
  if (is_plain(before) && is_plain(after)) return true;
  return before != zero_width_joiner &&
         utf8proc_grapheme_break(static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(after));
}

}  // namespace

size_t cluster_end(std::u32string_view text, size_t begin) {
  utf8proc_int32_t state = 0;
  size_t at = begin + 1;
  for (; at < text.size(); ++at) {
    const char32_t before = text[at - 1];
    const char32_t after = text[at];
    if (is_plain(before) && is_plain(after)) break;
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(after),
                                         &state)) {
      break;
    }
  }
  return at;
}

size_t cluster_begin(std::u32string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  size_t begin = at;
  while (begin > 0 && !is_certain_bound(text[begin - 1], text[begin])) --begin;
  for (size_t end = begin; end <= at; end = cluster_end(text, begin)) begin = end;
  return begin;
}

}  // namespace canvasbook
