#include "model/text/text.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

namespace canvasbook::model_text_text_test {

namespace {

std::string utf8(char32_t code_point) {
  std::string text;
  append_utf8(text, code_point);
  return text;
}

}  // namespace

TEST_CASE("a text can be cut behind a word") {
  CHECK(shortened_at_word("Mill of the Petrov family", 25) == "Mill of the Petrov family");
  CHECK(shortened_at_word("Mill of the Petrov family", 24) == "Mill of the Petrov…");
  CHECK(shortened_at_word("Mill,\nbakery", 6) == "Mill…");
  CHECK(shortened_at_word("Мельница, пекарня", 9) == "Мельница…");
  CHECK(shortened_at_word("Мельница", 4) == "Мель…");
}

TEST_CASE("well-formed UTF-8 of every length has no invalid byte") {
  CHECK_FALSE(find_invalid_utf8(""));
  CHECK_FALSE(find_invalid_utf8("plain"));
  CHECK_FALSE(find_invalid_utf8("ёлка – €, 😀"));
  CHECK_FALSE(find_invalid_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(find_invalid_utf8("ab\xFF") == 2);
  CHECK(find_invalid_utf8("\x80") == 0);               // a continuation byte alone
  CHECK(find_invalid_utf8("ы\xD1") == 2);              // cut in the middle
  CHECK(find_invalid_utf8("a\xC0\xAF") == 1);          // overlong
  CHECK(find_invalid_utf8("a\xED\xA0\x80") == 1);      // a surrogate
  CHECK(find_invalid_utf8("a\xF4\x90\x80\x80") == 1);  // past U+10FFFF
  CHECK(find_invalid_utf8("\xF0\x9F\x98") == 0);
}

TEST_CASE("code points are read one after another, malformed bytes as U+FFFD one by one") {
  const std::string text = "aё\xFF\xFE€😀";
  size_t at = 0;
  std::u32string read;
  while (at < text.size()) read += next_code_point(text, at);
  CHECK(read == U"aё\uFFFD\uFFFD€😀");
  CHECK(at == text.size());
}

TEST_CASE("surrogates and values past the end of Unicode are appended as U+FFFD") {
  CHECK(utf8(0xD800) == "\uFFFD");
  CHECK(utf8(0x110000) == "\uFFFD");
  CHECK(utf8(0xFFFFFFFF) == "\uFFFD");
  CHECK(utf8(U'ё') == "ё");
  CHECK(utf8(U'😀') == "😀");
}

TEST_CASE("every code point that is appended reads back as itself") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; code_point += 7) {
    if (code_point >= 0xD800 && code_point < 0xE000) continue;
    const std::string text = utf8(code_point);
    size_t at = 0;
    if (next_code_point(text, at) != code_point || at != text.size()) FAIL_CHECK(static_cast<unsigned>(code_point));
  }
}

TEST_CASE("й and ё typed as two code points become one, as a Mac's file names have them") {
  CHECK(to_nfc("и\u0306") == "й");
  CHECK(to_nfc("Е\u0308лка") == "Ёлка");
  CHECK(to_nfc("caf"
               "e\u0301") == "café");
  CHECK(to_nfc("\u212B") == "\u00C5");
}

TEST_CASE("text in normal form C stays as it is") {
  for (const char* text : {"", "Кофейня «Утро» – №1…", "naïve café", "日本語", "😀 ±20 °C ₽ €"})
    CHECK(to_nfc(text) == text);
}

TEST_CASE("malformed bytes become U+FFFD in the normal form") {
  CHECK(to_nfc("a\xFFи\u0306") == "a\uFFFDй");
  CHECK(to_nfc("a\xFF") == "a\uFFFD");
}

TEST_CASE("a zero character inside a text does not end it") {
  const std::string text("a\0и\xCC\x86z", 7);
  CHECK(to_nfc(text) == std::string("a\0йz", 5));
}

TEST_CASE("the normal form of any bytes is well-formed and does not change any more") {
  CHECK(rc::check([] {
    const auto code_points = *rc::gen::container<std::u32string>(rc::gen::elementOf(
        std::u32string(U"aиеИ\u0306\u0308\u0301\u0327й\u1100\u1161\u212B\u2126\u0344\uFB1D\u2001\u0F73z😀")));
    std::string text = *rc::gen::arbitrary<std::string>();
    for (const char32_t code_point : code_points) append_utf8(text, code_point);
    const std::string once = to_nfc(text);
    RC_ASSERT(!find_invalid_utf8(once));
    RC_ASSERT(to_nfc(once) == once);
  }));
}

TEST_CASE("printable text has one kind of line end and no control characters") {
  CHECK(to_printable("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(to_printable("a\r\r\nb") == "a\n\nb");
  CHECK(to_printable("a\tb") == "a b");
  CHECK(to_printable("a\x01\x1F\x7F"
                     "b") == "ab");
  CHECK(to_printable(std::string_view("a\0b", 3)) == "ab");
  CHECK(to_printable("a\u2028b\u2029c\u0085d") == "a\nb\nc\nd");
  CHECK(to_printable("\uFEFFси\u00ADний") == "синий");
  CHECK(to_printable("\u009B") == "");
}

TEST_CASE("printable text is in normal form C even where a soft hyphen parted letter and mark") {
  CHECK(to_printable("и\u00AD\u0306") == "й");
  CHECK(to_printable("e\u0308\xFF") == "ë\uFFFD");
}

TEST_CASE("making text printable twice changes nothing more") {
  CHECK(rc::check([] {
    const auto once = to_printable(*rc::gen::arbitrary<std::string>());
    RC_ASSERT(to_printable(once) == once);
  }));
}

TEST_CASE("letters, digits and marks of any script are word characters, punctuation is not") {
  for (const char32_t c : std::u32string(U"aZ0яЁé漢\u0306٣")) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_word_character(c));
  }
  for (const char32_t c : std::u32string(U" -_.«»№—\u00A0😀\uFFFD@`[{")) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_word_character(c));
  }
}

TEST_CASE("words are counted as a reader counts them") {
  CHECK(count_words("") == 0);
  CHECK(count_words(" \n\t—…") == 0);
  CHECK(count_words("one two  three") == 3);
  CHECK(count_words("Кофе за 3 минуты") == 4);
  CHECK(count_words("кое-что don't it’s e\u2011mail") == 4);
  CHECK(count_words("yes - no") == 2);
  CHECK(count_words("и\u0306од") == 1);
  CHECK(count_words("«да»,«нет»") == 2);
  CHECK(count_words("-start end-") == 2);
}

TEST_CASE("characters are counted, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("ёж") == 2);
  CHECK(count_code_points("😀") == 1);
  CHECK(count_code_points("a\xFF\xFE") == 3);
}

TEST_CASE("white space is trimmed at both ends and nowhere else") {
  CHECK(trim("") == "");
  CHECK(trim(" \t\r\n\f\v") == "");
  CHECK(trim("  a b\n") == "a b");
  CHECK(trim("\u00A0a") == "\u00A0a");
}

TEST_CASE("a place in a text is told in lines and characters") {
  const std::string text = "первая\nвторая\n\nx";
  const auto position = [&](size_t offset) {
    const TextPosition found = position_of(text, offset);
    return std::pair(found.line, found.column);
  };
  CHECK(position(0) == std::pair(1, 1));
  CHECK(position(4) == std::pair(1, 3));
  CHECK(position(12) == std::pair(1, 7));
  CHECK(position(13) == std::pair(2, 1));
  CHECK(position(text.find('x')) == std::pair(4, 1));
  CHECK(position(text.size()) == std::pair(4, 2));
  CHECK(position(text.size() + 100) == std::pair(4, 2));
}

TEST_CASE("the search form makes small letters, reads ё as е and a no-break space as a space") {
  CHECK(to_search_form("Ещё ЁЖ\u00A0Straße") == "еще еж straße");
  CHECK(to_search_form("е\u0308") == "е");
}

TEST_CASE("the loose search form takes the accents from Latin letters alone") {
  CHECK(to_loose_search_form("Café Ñandú") == "cafe nandu");
  CHECK(to_loose_search_form("Йод, ещё ½") == "йод, еще ½");
}

TEST_CASE("words are runs of letters, digits and marks, whatever stands between them") {
  CHECK(split_words("Ещё — 3-й раз, don’t!") == std::vector<std::string_view>{"Ещё", "3", "й", "раз", "don", "t"});
  CHECK(split_words("one") == std::vector<std::string_view>{"one"});
  CHECK(split_words(" …, ").empty());
  CHECK(split_words("").empty());
}

TEST_CASE("a heading's anchor is made as on GitHub: small letters, hyphens for spaces, no punctuation") {
  CHECK(heading_slug("First call") == "first-call");
  CHECK(heading_slug("Ответы на возражения") == "ответы-на-возражения");
  CHECK(heading_slug("«Ёж», 3-й — № 5?") == "ёж-3-й---5");
  CHECK(heading_slug("1. snake_case (v2.0)") == "1-snake_case-v20");
  CHECK(heading_slug("x² и ½") == "x-и-");
  CHECK(heading_slug("Straße ÜBER") == "straße-über");
  CHECK(heading_slug("😀").empty());
}

}  // namespace canvasbook::model_text_text_test
