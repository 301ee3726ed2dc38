// Unicode text tools: decoding, normal form, words. The library is utf8proc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// The first byte that is not part of well-formed UTF-8, or nothing when all of it is well formed.
std::optional<size_t> find_invalid_utf8(std::string_view text);

// Reads the code point at `at` and moves `at` behind it. A malformed byte reads as U+FFFD. `at` must be < text.size().
char32_t next_wide_code_point(std::string_view text, size_t& at);  // where it may take more than one byte
inline char32_t next_code_point(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0x80) return next_wide_code_point(text, at);
  ++at;
  return first;
}

// Appends a code point as UTF-8; U+FFFD for a surrogate or a value past U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

// How many bytes append_utf8 appends: 1 … 4.
size_t utf8_length(char32_t code_point);

// The same code points as UTF-8.
std::string to_utf8(std::u32string_view text);

// The same text in normal form C, in which й and ё are one code point each. Malformed bytes become U+FFFD.
std::string to_nfc(std::string_view text);

// The text with CR and CRLF as line feeds.
std::string with_line_feeds(std::string_view text);

// Text as it can be printed: normal form C, CRLF and CR as a line feed, tabs as spaces, other control characters,
// zero-width joiners' leftovers (U+FEFF) and soft hyphens removed.
std::string to_printable(std::string_view text);

// The same with line feeds as spaces, without white space at both ends.
std::string to_one_line(std::string_view text);

// The text as it is compared in a search: small letters, ё as е, no-break spaces as spaces, normal form C.
std::string to_search_form(std::string_view text);

// The same with Latin letters without their accents, as names are typed: "cafe" finds "Café".
std::string to_loose_search_form(std::string_view text);

// Stress marks (а́) and soft hyphens, which a reader does not take for letters; and a text without them, in normal form
// C.
inline constexpr char32_t stress_mark = 0x301;
inline constexpr char32_t soft_hyphen = 0xAD;
bool has_reading_marks(std::string_view text);
std::string without_reading_marks(std::string_view text);

// A character as Unicode writes it: "U+0410".
std::string unicode_notation(char32_t code_point);

// The small letter of a capital; any other character is itself.
char32_t to_lower(char32_t code_point);

// The capital of a small letter; any other character is itself.
char32_t to_upper(char32_t code_point);

// The text with another first character; with a capital as its first. An empty one gets the character.
std::string with_first(std::string_view text, char32_t first);
std::string with_capital(std::string_view text);

// One of "0" … "9"; a byte of UTF-8 can be asked too.
constexpr bool is_digit(char32_t code_point) { return code_point >= '0' && code_point <= '9'; }

// One of "a" … "z" and "A" … "Z", of characters and bytes too.
constexpr bool is_ascii_letter(char32_t code_point) { return (code_point | 32) >= 'a' && (code_point | 32) <= 'z'; }

// What may join the letters of a word: a plain or typographic apostrophe, a plain or no-break hyphen.
constexpr bool is_apostrophe(char32_t code_point) { return code_point == '\'' || code_point == 0x2019; }
constexpr bool is_hyphen(char32_t code_point) { return code_point == '-' || code_point == 0x2011; }

// Letters, digits and marks of any script.
bool is_word_character(char32_t code_point);

// Its runs of word characters, as they stand.
std::vector<std::string_view> split_words(std::string_view text);

// Number of words: runs of word characters, a hyphen or an apostrophe inside counting as part.
size_t count_words(std::string_view text);

// Number of code points; malformed bytes count one each.
size_t count_code_points(std::string_view text);

// The text without white space at both ends.
std::string_view trim(std::string_view text);

// The text on one line, cut with "…" where it has more than `most` code points.
std::string shortened(std::string_view text, size_t most);

// The same, cut behind a word and without the comma behind it; only a first word that is longer is cut inside.
std::string shortened_at_word(std::string_view text, size_t most);

// 1-based line and column (in characters) of a byte offset.
struct TextPosition {
  int line = 1;
  int column = 1;
};
TextPosition position_of(std::string_view text, size_t offset);

// The anchor that GitHub gives to a heading: letters small, spaces as hyphens, and nothing but letters, marks, decimal
// digits, hyphens and connecting punctuation such as "_".
std::string heading_slug(std::string_view text);

}  // namespace canvasbook
