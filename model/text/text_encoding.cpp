#include "model/text/text_encoding.h"

#include <array>

#include "model/text/text.h"

namespace canvasbook {

namespace {

// 0x80 … 0xBF of Windows-1251; the letters А … я follow.
constexpr std::array<char16_t, 64> signs_of_windows_1251{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

std::string from_windows_1251(std::string_view bytes) {
  std::string text;
  text.reserve(2 * bytes.size());
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x80) {
      text += character;
    } else {
      append_utf8(text, byte < 0xC0 ? char32_t{signs_of_windows_1251[byte - 0x80U]} : char32_t{0x410U + byte - 0xC0U});
    }
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool high_byte_first) {
  std::string text;
  const auto unit = [&](size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(high_byte_first ? first * 256 + second : second * 256 + first);
  };
  for (size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t character = unit(at);
    const bool is_pair = character >= 0xD800 && character < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 &&
                         unit(at + 2) < 0xE000;
    if (is_pair) {
      character = 0x10000 + ((character - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
      at += 2;
    }
    append_utf8(text, character);
  }
  return text;
}

// Whether more characters beyond ASCII are well formed than not.
bool is_mostly_utf8(std::string_view bytes) {
  size_t well_formed = 0;
  size_t malformed = 0;
  for (size_t at = 0; at < bytes.size();) {
    const size_t before = at;
    const char32_t character = next_code_point(bytes, at);
    if (character < 0x80) continue;
    (character == 0xFFFD && at - before == 1 ? malformed : well_formed) += 1;
  }
  return malformed == 0 || well_formed > malformed;
}

// Whether UTF-16 without a mark: a zero in line feeds and delimiters, and hardly another high byte than those of Latin
// and Cyrillic letters and of punctuation.
bool is_bare_utf16(std::string_view bytes, bool high_byte_first) {
  if (bytes.size() % 2 != 0) return false;
  size_t zeros = 0;
  size_t usual = 0;
  for (size_t at = 0; at < bytes.size(); at += 2) {
    const char high = bytes[high_byte_first ? at : at + 1];
    const char low = bytes[high_byte_first ? at + 1 : at];
    if (low == '\0' && high == '\0') return false;
    zeros += high == '\0' ? 1U : 0U;
    usual += high == '\0' || high == '\x04' || high == '\x20' || high == '\x21' ? 1U : 0U;
  }
  constexpr size_t most_of = 10;  // all but one in so many
  return zeros > 0 && (bytes.size() / 2 - usual) * most_of <= bytes.size() / 2;
}

DecodedText bytes_as_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false), TextEncoding::utf16};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true), TextEncoding::utf16};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const bool high_byte_first : {false, true}) {
    if (bytes.find('\0') == std::string_view::npos) break;
    if (is_bare_utf16(bytes, high_byte_first)) return {from_utf16(bytes, high_byte_first), TextEncoding::utf16};
  }
  if (is_mostly_utf8(bytes)) return {std::string(bytes), TextEncoding::utf8};
  return {from_windows_1251(bytes), TextEncoding::windows_1251};
}

size_t count_unreadable(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size();) count += next_code_point(text, at) == 0xFFFD ? 1U : 0U;
  return count;
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  DecodedText decoded = bytes_as_text(bytes);
  decoded.unreadable = count_unreadable(decoded.text);
  return decoded;
}

}  // namespace canvasbook
