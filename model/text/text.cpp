#include "model/text/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace canvasbook {

namespace {

constexpr char32_t replacement = 0xFFFD;

// Reads one code point; on a malformed sequence returns false and leaves the length at one byte.
bool decode(std::string_view text, size_t at, char32_t& code_point, size_t& length) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    code_point = first;
    length = 1;
    return true;
  }
  utf8proc_int32_t value = 0;
  const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                     static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  length = read > 0 ? static_cast<size_t>(read) : 1;
  code_point = read > 0 ? static_cast<char32_t>(value) : replacement;
  return read > 0;
}

// Every code point below U+0300 is its own normal form C, and so are the letters that Russian and English texts and
// their punctuation use; only other characters need the library.
bool may_change_in_nfc(char32_t code_point) {
  if (code_point < 0x300) return false;
  if (code_point >= 0x400 && code_point < 0x483) return false;
  return !(code_point >= 0x2010 && code_point < 0x20D0);
}

// The length of the character at `at` where it is one that is printed as it stands, and of the common kind: ASCII,
// Cyrillic, and the usual punctuation. 0 for all others, which to_printable looks at more closely.
size_t plain_length(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  if (first < 0x80) return (first >= 0x20 && first != 0x7F) || first == '\n' ? 1 : 0;
  const unsigned second = byte(at + 1);
  if ((second & 0xC0U) != 0x80) return 0;
  if (first == 0xD0 || first == 0xD1) return 2;
  if (first == 0xC2) return second >= 0xA0 && second != 0xAD ? 2 : 0;
  const unsigned third = byte(at + 2);
  if (first == 0xE2 && second == 0x80 && third >= 0x90 && third <= 0xA6) return 3;  // dashes, quotes, dots
  return 0;
}

}  // namespace

std::optional<size_t> find_invalid_utf8(std::string_view text) {
  char32_t code_point = 0;
  size_t length = 0;
  for (size_t at = 0; at < text.size(); at += length) {
    if (!decode(text, at, code_point, length)) return at;
  }
  return std::nullopt;
}

char32_t next_wide_code_point(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size()) {  // two bytes: Cyrillic among others
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0U) == 0x80) {
      at += 2;
      return static_cast<char32_t>(first & 0x1FU) << 6 | (second & 0x3FU);
    }
  }
  char32_t code_point = 0;
  size_t length = 0;
  decode(text, at, code_point, length);
  at += length;
  return code_point;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {  // nearly all are of one or two bytes, and a long text is written anew with each key
    text.push_back(static_cast<char>(code_point));
    return;
  }
  if (code_point < 0x800) {
    text.push_back(static_cast<char>(0xC0 | (code_point >> 6)));
    text.push_back(static_cast<char>(0x80 | (code_point & 0x3F)));
    return;
  }
  if (!utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(code_point))) code_point = replacement;
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(length));
}

size_t utf8_length(char32_t code_point) {
  if (code_point < 0x80) return 1;
  if (code_point < 0x800) return 2;
  return code_point < 0x10000 || code_point > 0x10FFFF ? 3 : 4;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  utf8.reserve(text.size() * 2);
  for (const char32_t code_point : text) append_utf8(utf8, code_point);
  return utf8;
}

std::string to_nfc(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  bool unchanged = true;
  for (size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    unchanged = unchanged && !may_change_in_nfc(code_point);
    append_utf8(clean, code_point);
  }
  if (unchanged) return clean;
  utf8proc_uint8_t* composed = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()), static_cast<utf8proc_ssize_t>(clean.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return clean;
  std::string result(reinterpret_cast<const char*>(composed), static_cast<size_t>(length));
  std::free(composed);
  return result;
}

std::string with_line_feeds(std::string_view text) {
  if (text.find('\r') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    result += text[at] == '\r' ? '\n' : text[at];
  }
  return result;
}

std::string to_printable(std::string_view text) {
  size_t plain = 0;
  for (size_t length = 1; plain < text.size() && length > 0; plain += length) length = plain_length(text, plain);
  if (plain == text.size()) return std::string(text);
  std::string clean;
  clean.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (code_point == '\r') {
      if (at < text.size() && text[at] == '\n') continue;
      clean += '\n';
    } else if (code_point == '\t') {
      clean += ' ';
    } else if (code_point == 0x2028 || code_point == 0x2029 || code_point == 0x85) {
      clean += '\n';
    } else if ((code_point >= 0x20 && code_point != 0x7F && !(code_point >= 0x80 && code_point < 0xA0) &&
                code_point != 0xAD && code_point != 0xFEFF) ||
               code_point == '\n') {
      append_utf8(clean, code_point);
    }
  }
  return to_nfc(clean);
}

std::string to_one_line(std::string_view text) {
  std::string line = to_printable(text);
  std::ranges::replace(line, '\n', ' ');
  return std::string(trim(line));
}

bool has_reading_marks(std::string_view text) {
  return text.find("\u0301") != std::string_view::npos || text.find("\u00AD") != std::string_view::npos;
}

std::string without_reading_marks(std::string_view text) {
  std::string result;
  const std::string composed = to_nfc(text);
  for (size_t at = 0; at < composed.size();) {
    const char32_t character = next_code_point(composed, at);
    if (character != stress_mark && character != soft_hyphen) append_utf8(result, character);
  }
  return result;
}

std::string unicode_notation(char32_t code_point) {
  char text[16];
  std::snprintf(text, sizeof text, "U+%04X", static_cast<unsigned>(code_point));
  return text;
}

std::string to_search_form(std::string_view text) {
  const std::string clean = to_nfc(text);
  std::string result;
  result.reserve(clean.size());
  for (size_t at = 0; at < clean.size();) {
    const char32_t code_point = next_code_point(clean, at);
    const auto small = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
    append_utf8(result, small == U'ё' ? U'е' : small == U'\u00A0' || small == U'\u202F' ? U' ' : small);
  }
  return result;
}

std::string to_loose_search_form(std::string_view text) {
  const std::string form = to_search_form(text);
  std::string result;
  result.reserve(form.size());
  for (size_t at = 0; at < form.size();) {
    const char32_t code_point = next_code_point(form, at);
    utf8proc_int32_t parts[4] = {};
    int boundary = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts, std::size(parts),
                                               UTF8PROC_DECOMPOSE, &boundary);
    const bool is_latin = count > 1 && parts[0] >= 'a' && parts[0] <= 'z';
    append_utf8(result, is_latin ? static_cast<char32_t>(parts[0]) : code_point);
  }
  return result;
}

char32_t to_lower(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

char32_t to_upper(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
}

std::string with_first(std::string_view text, char32_t first) {
  size_t at = 0;
  next_code_point(text, at);
  std::string result;
  append_utf8(result, first);
  return result.append(text.substr(at));
}

std::string with_capital(std::string_view text) {
  size_t at = 0;
  return text.empty() ? std::string() : with_first(text, to_upper(next_code_point(text, at)));
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) {
    return is_ascii_letter(code_point) || is_digit(code_point);
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t from = at;
    if (is_word_character(next_code_point(text, at))) continue;
    if (from > begin) words.push_back(text.substr(begin, from - begin));
    begin = at;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    const bool joins =
        inside && (code_point == '-' || code_point == '\'' || code_point == 0x2019 || code_point == 0x2011);
    const bool word = is_word_character(code_point);
    if (word && !inside) ++words;
    inside = word || joins;
  }
  return words;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r\f\v";
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

namespace {

// The text on one line, or a beginning of it, and where at most so many characters end.
struct Beginning {
  std::string line;
  size_t end = 0;
  bool is_whole = false;
};

Beginning beginning_of(std::string_view text, size_t most) {
  // A beginning that surely holds so many characters, so that the work does not grow with the text.
  size_t bytes = 0;
  for (size_t count = 0; bytes < text.size() && count < 2 * most + 64; ++count) next_code_point(text, bytes);
  Beginning beginning{to_one_line(text.substr(0, bytes))};
  const std::string& line = beginning.line;
  size_t& end = beginning.end;
  for (size_t count = 0; end < line.size() && count < most; ++count) next_code_point(line, end);
  beginning.is_whole = end == line.size() && bytes == text.size();
  return beginning;
}

}  // namespace

std::string shortened(std::string_view text, size_t most) {
  const Beginning beginning = beginning_of(text, most);
  if (beginning.is_whole) return beginning.line;
  return std::string(trim(std::string_view(beginning.line).substr(0, beginning.end))) + "…";
}

std::string shortened_at_word(std::string_view text, size_t most) {
  const Beginning beginning = beginning_of(text, most);
  if (beginning.is_whole) return beginning.line;
  const size_t blank = beginning.line.rfind(' ', beginning.end);
  const std::string_view words =
      std::string_view(beginning.line).substr(0, blank == std::string::npos ? beginning.end : blank);
  return std::string(words.substr(0, words.find_last_not_of(" ,;:") + 1)) + "…";
}

TextPosition position_of(std::string_view text, size_t offset) {
  offset = std::min(offset, text.size());
  TextPosition position;
  size_t line_start = 0;
  for (size_t at = 0; at < offset; ++at) {
    if (text[at] == '\n') {
      ++position.line;
      line_start = at + 1;
    }
  }
  position.column = static_cast<int>(count_code_points(text.substr(line_start, offset - line_start))) + 1;
  return position;
}

std::string heading_slug(std::string_view text) {
  std::string slug;
  for (size_t at = 0; at < text.size();) {
    const auto code_point = static_cast<utf8proc_int32_t>(next_code_point(text, at));
    const auto category = utf8proc_category(code_point);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NL;  // with marks and digits
    if (code_point == ' ') {
      slug += '-';
    } else if (letter || category == UTF8PROC_CATEGORY_PC || code_point == '-') {
      append_utf8(slug, static_cast<char32_t>(utf8proc_tolower(code_point)));
    }
  }
  return slug;
}

}  // namespace canvasbook
