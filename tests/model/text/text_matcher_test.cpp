#include "model/text/text_matcher.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "model/text/grapheme.h"
#include "model/text/text.h"
#include "tests/awkward_text.h"

namespace canvasbook::text_matcher_test {

namespace {

// What a query finds in a text, as the text has it.
std::vector<std::string> matches(const FindQuery& query, const std::string& text) {
  WordForms forms;
  TextMatcher matcher(query, forms);
  std::vector<std::string> found;
  for (const MatchRange range : matcher.find(text)) found.push_back(text.substr(range.begin, range.end - range.begin));
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("capitals and ё do not count unless the author wishes so") {
  CHECK(matches({.text = "ещё"}, "Еще, ещё и ЕЩЁ") == Texts{"Еще", "ещё", "ЕЩЁ"});
  CHECK(matches({.text = "Ещё", .match_case = true}, "Еще, ещё и Ещё") == Texts{"Еще", "Ещё"});
  CHECK(matches({.text = "ещё", .yo_is_ye = false}, "Еще, ещё и ЕЩЁ") == Texts{"ещё", "ЕЩЁ"});
}

TEST_CASE("a whole word is found beside marks and at both ends, but not inside of another") {
  const FindQuery query{.text = "клиент", .whole_words = true};
  CHECK(matches(query, "клиент, «Клиент» и клиентам, бизнес-клиент") == Texts{"клиент", "Клиент", "клиент"});
  CHECK(matches({.text = "%", .whole_words = true}, "5% и %") == Texts{"%", "%"});
}

TEST_CASE("any form of a word is found, and of several words in a row") {
  const FindQuery query{.text = "клиент", .word_forms = true};
  CHECK(matches(query, "Клиента и клиентам, но не климату") == Texts{"Клиента", "клиентам"});
  CHECK(matches({.text = "новый клиент", .word_forms = true}, "Новые клиенты и новых, клиентов") ==
        Texts{"Новые клиенты"});
  CHECK(matches({.text = "standards", .word_forms = true}, "A standard; Standards") == Texts{"standard", "Standards"});
  CHECK(matches({.text = "клиент", .match_case = true, .word_forms = true}, "Клиента и клиентам") == Texts{"клиентам"});
  CHECK(matches({.text = "…", .word_forms = true}, "и… так") == Texts{"…"});
}

TEST_CASE("with all forms a part of a word is found as well, unless whole words are asked for") {
  CHECK(matches({.text = "клиент", .word_forms = true}, "клиентам и неклиентам") == Texts{"клиентам", "клиент"});
  CHECK(matches({.text = "клиент", .whole_words = true, .word_forms = true}, "клиентам и неклиентам") ==
        Texts{"клиентам"});
  CHECK(matches({.text = "прод", .word_forms = true}, "продажа, продавец") == Texts{"прод", "прод"});
}

TEST_CASE("signs before and behind the words of a query count, so that no form without them is found") {
  CHECK(matches({.text = "клиент?", .word_forms = true}, "Клиенты, клиент?") == Texts{"клиент?"});
  CHECK(matches({.text = "- клиент", .word_forms = true}, "- клиент\nклиенты") == Texts{"- клиент"});
}

TEST_CASE("stress marks and soft hyphens are looked through, and the match is what the reader sees") {
  CHECK(matches({.text = "замок"}, "за\u0301мок и замо\u0301к") == Texts{"за\u0301мок", "замо\u0301к"});
  CHECK(matches({.text = "замо"}, "замо\u0301к") == Texts{"замо\u0301"});
  CHECK(matches({.text = "за\u0301мок"}, "замок") == Texts{"замок"});
  CHECK(matches({.text = "продажа"}, "про\u00ADда\u00ADжа") == Texts{"про\u00ADда\u00ADжа"});
  CHECK(matches({.text = "про"}, "про\u00AD\u00ADдажа") == Texts{"про"});
  CHECK(matches({.text = "дажа"}, "про\u00ADдажа\u00AD.") == Texts{"дажа"});
  CHECK(matches({.text = "продажа", .whole_words = true}, "про\u00ADда\u0301жа") == Texts{"про\u00ADда\u0301жа"});
  CHECK(matches({.text = "клиент", .word_forms = true}, "кли\u00ADе\u0301нтам") == Texts{"кли\u00ADе\u0301нтам"});
  CHECK(matches({.text = "е"}, "и\u0306 \u00E9 ё") == Texts{"ё"});  // other marks are part of their letters
  CHECK(matches({.text = "\u0301\u00AD"}, "за\u0301мок").empty());
}

TEST_CASE("typography does not hinder: no-break spaces, apostrophes and hyphens are found as they are typed") {
  CHECK(matches({.text = "5 000"}, "за 5\u00A0000") == Texts{"5\u00A0000"});
  CHECK(matches({.text = "don't"}, "Don’t") == Texts{"Don’t"});
  CHECK(matches({.text = "e-mail"}, "e\u2011mail") == Texts{"e\u2011mail"});
}

TEST_CASE("what a reader takes for one character is found as a whole or not at all") {
  CHECK(matches({.text = "и"}, "и\u0306 и и") == Texts{"и", "и"});  // й as two code points
  CHECK(matches({.text = "й"}, "и\u0306 и й") == Texts{"и\u0306", "й"});
  CHECK(matches({.text = "👩"}, "👩‍💻 👩") == Texts{"👩"});
  CHECK(matches({.text = "👩‍💻"}, "👩‍💻👩‍💻") == Texts{"👩‍💻", "👩‍💻"});
}

TEST_CASE("matches do not overlap, and a repeated beginning hides none") {
  CHECK(matches({.text = "aa"}, "aaaaa") == Texts{"aa", "aa"});
  CHECK(matches({.text = "aab"}, "aaaab aab") == Texts{"aab", "aab"});
  CHECK(matches({.text = ""}, "text").empty());
  CHECK(matches({.text = "text"}, "").empty());
}

TEST_CASE("any query finds in any text only what stands there, at the bounds of characters") {
  rc::check([](bool match_case, bool whole_words, bool word_forms) {
    const std::string text = *samples::awkward_text();
    const std::string wanted = *rc::gen::element<std::string>("a", "а", "[", "слово x", " ", "слова", "(b)");
    WordForms forms;
    TextMatcher matcher({wanted, match_case, whole_words, word_forms, true}, forms);
    size_t end = 0;
    for (const MatchRange range : matcher.find(text)) {
      RC_ASSERT(range.begin >= end);
      RC_ASSERT(range.begin < range.end);
      RC_ASSERT(range.end <= text.size());
      end = range.end;
    }
  });
}

}  // namespace canvasbook::text_matcher_test
