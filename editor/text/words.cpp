#include "editor/text/words.h"

#include "model/text/grapheme.h"

namespace canvasbook {

namespace {

enum class Class { line_feed, blank, word, other };

// The class of the cluster that begins at `at`. An apostrophe between letters belongs to the word.
Class class_at(std::u32string_view text, size_t at) {
  const char32_t c = text[at];
  if (c == '\n') return Class::line_feed;
  if (is_blank(c) || c == 0xA0 || c == 0x202F) return Class::blank;
  if (is_word_character(c) || c == '_') return Class::word;
  const bool apostrophe = c == '\'' || c == 0x2019;
  if (apostrophe && at > 0 && at + 1 < text.size() && is_word_character(text[at - 1]) &&
      is_word_character(text[at + 1])) {
    return Class::word;
  }
  return Class::other;
}

size_t run_begin(std::u32string_view text, size_t at, Class wanted) {
  while (at > 0) {
    const size_t before = cluster_begin(text, at - 1);
    if (class_at(text, before) != wanted) break;
    at = before;
  }
  return at;
}

size_t run_end(std::u32string_view text, size_t at, Class wanted) {
  while (at < text.size() && class_at(text, at) == wanted) at = cluster_end(text, at);
  return at;
}

}  // namespace

std::u32string to_editable(std::string_view utf8) {
  std::u32string text;
  text.reserve(utf8.size());
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c == '\r') {
      if (at == utf8.size() || utf8[at] != '\n') text += U'\n';
    } else if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
      text += U'\n';
    } else if (c == '\t') {
      text += U' ';
    } else if (c >= 0x20 && (c < 0x7F || c >= 0xA0)) {
      text += c;
    }
  }
  return text;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == 0x1680 || (c >= 0x2000 && c <= 0x200B && c != 0x2007) || c == 0x205F || c == 0x3000;
}

bool has_no_width(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F);
}

size_t previous_word(std::u32string_view text, size_t at) {
  if (at > 0 && text[at - 1] == '\n') return at - 1;
  at = run_begin(text, at, Class::blank);
  if (at == 0 || text[at - 1] == '\n') return at;
  return run_begin(text, at, class_at(text, cluster_begin(text, at - 1)));
}

size_t next_word(std::u32string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  if (text[at] == '\n') return at + 1;
  return run_end(text, run_end(text, at, class_at(text, at)), Class::blank);
}

TextRange word_around(std::u32string_view text, size_t at) {
  if (at >= text.size() || text[at] == '\n') {
    if (at == 0 || text[at - 1] == '\n') return {at, at};
    at = cluster_begin(text, at - 1);
  }
  const Class wanted = class_at(text, at);
  return {run_begin(text, at, wanted), run_end(text, at, wanted)};
}

TextRange word_beside(std::u32string_view text, size_t at) {
  const bool behind = at < text.size() && class_at(text, at) == Class::word;
  const bool before = at > 0 && class_at(text, cluster_begin(text, at - 1)) == Class::word;
  if (!behind && !before) return {at, at};
  return {run_begin(text, at, Class::word), run_end(text, at, Class::word)};
}

TextRange paragraph_around(std::u32string_view text, size_t at) {
  const size_t before = at == 0 ? std::u32string_view::npos : text.rfind(U'\n', at - 1);
  const size_t behind = text.find(U'\n', at);
  return {before == std::u32string_view::npos ? 0 : before + 1,
          behind == std::u32string_view::npos ? text.size() : behind};
}

}  // namespace canvasbook
