#include "model/text/text_encoding.h"

#include <doctest/doctest.h>

#include "model/text/text.h"

namespace canvasbook::text_encoding_test {

TEST_CASE("UTF-8 stays as it is, without its byte order mark") {
  CHECK(decode_text("").text.empty());
  CHECK(decode_text("Дорого; why?").text == "Дорого; why?");
  CHECK(decode_text("Дорого").encoding == TextEncoding::utf8);
  CHECK(decode_text("\xEF\xBB\xBF"
                    "a")
            .text == "a");
}

TEST_CASE("what is no UTF-8 is Windows-1251, all of its signs with it") {
  const DecodedText decoded = decode_text("\xC4\xEE\xF0\xEE\xE3\xEE \x97 \xAB\xB8\xBB, \xB9 1");
  CHECK(decoded.encoding == TextEncoding::windows_1251);
  CHECK(decoded.text == "Дорого — «ё», № 1");
  std::string bytes;
  for (int byte = 1; byte < 256; ++byte) bytes += static_cast<char>(byte);
  CHECK_FALSE(find_invalid_utf8(decode_text(bytes).text).has_value());
}

TEST_CASE("one damaged character does not make another encoding of a text in UTF-8") {
  const DecodedText decoded = decode_text("Очень дорого\xD0");
  CHECK(decoded.encoding == TextEncoding::utf8);
  CHECK(decoded.text.starts_with("Очень дорого"));
}

TEST_CASE("UTF-16 is read in both orders of bytes, with pairs, and a half of one at the end is nothing") {
  using namespace std::string_view_literals;
  CHECK(decode_text("\xFF\xFE\x14\x04\x61\x00\x3D\xD8\x00\xDE"sv).text == "Дa😀");
  CHECK(decode_text("\xFE\xFF\x04\x14\x00\x61"sv).text == "Дa");
  CHECK(decode_text("\xFF\xFE\x61\x00\x62"sv).text == "a");
  CHECK(decode_text("\xFF\xFE"sv).encoding == TextEncoding::utf16);
}

TEST_CASE("UTF-16 without a mark is told by its zeros, which stray ones in other text are not taken for") {
  using namespace std::string_view_literals;
  std::string little;
  std::string big;
  for (const char16_t unit : std::u16string(u"Возражение;Answer\nДорого;№ 1\n")) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  for (const std::string& bytes : {little, big}) {
    const DecodedText decoded = decode_text(bytes);
    CHECK(decoded.text == "Возражение;Answer\nДорого;№ 1\n");
    CHECK(decoded.encoding == TextEncoding::utf16);
    CHECK(decoded.unreadable == 0);
  }
  CHECK(decode_text("Text;of\0words;and\n"sv).encoding == TextEncoding::utf8);
  CHECK(decode_text("a\0\0\0b\0\0\0"sv).encoding == TextEncoding::utf8);  // UTF-32
}

TEST_CASE("characters that are lost are counted, whatever the encoding") {
  using namespace std::string_view_literals;
  CHECK(decode_text("Очень дорого\xFF, \xFEнет").unreadable == 2);
  CHECK(decode_text("\xFF\xFE\x14\x04\x3D\xD8\x61\x00"sv).unreadable == 1);
  CHECK(decode_text("\xC4\xEE\xF0\xEE\xE3\xEE \x98").unreadable == 1);
  CHECK(decode_text("Дорого").unreadable == 0);
}

}  // namespace canvasbook::text_encoding_test
