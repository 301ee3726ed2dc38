// Bytes of a text file as UTF-8, whatever the program that wrote them took for text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace canvasbook {

enum class TextEncoding : std::uint8_t { utf8, utf16, windows_1251 };

struct DecodedText {
  std::string text;  // without a byte order mark
  TextEncoding encoding = TextEncoding::utf8;
  size_t unreadable = 0;  // characters that read as U+FFFD
};

// UTF-16 is told by its byte order mark or by where its zeros stand. What is mostly no UTF-8 is taken for Windows-1251,
// in which Russian programs write; of what mostly is, malformed bytes stay as they are.
DecodedText decode_text(std::string_view bytes);

}  // namespace canvasbook
