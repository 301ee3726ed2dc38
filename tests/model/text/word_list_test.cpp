#include "model/text/word_list.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace canvasbook::word_list_test {

namespace {

using Words = std::vector<std::string>;

bool has(const Words& words, const std::string& word) { return std::ranges::find(words, word) != words.end(); }

}  // namespace

TEST_CASE("a listed word is known in any case, with ё and with е") {
  const WordList list(Words{"Термокоробка", "ребёнокард", "Canvasbook"});
  for (const char* word : {"термокоробка", "ТЕРМОКОРОБКА", "ребенокард", "ребёнокард", "canvasbook", "CANVASBOOK"}) {
    CAPTURE(word);
    CHECK(list.knows(word));
  }
  CHECK_FALSE(list.knows("термос"));
  CHECK_FALSE(list.knows(""));
  CHECK_FALSE(WordList().knows("термокоробка"));
}

TEST_CASE("a Russian word is known with the endings of nouns and adjectives, an English one with s and 's") {
  const WordList list(Words{"онбординг", "кофемашина", "стоматология", "двухгруппный", "preorder", "Acme"});
  for (const char* word : {"онбордингом", "Онбординга", "кофемашину", "кофемашин", "стоматологиям", "двухгруппная",
                           "двухгруппного", "preorders", "Acme's", "Acme’s"}) {
    CAPTURE(word);
    CHECK(list.knows(word));
  }
  for (const char* word : {"онбрдинг", "онбордингистика", "кофемашинист", "preordering", "Acmes'"}) {
    CAPTURE(word);
    CHECK_FALSE(list.knows(word));
  }
}

TEST_CASE("short words have no other endings: not every short word is one") {
  const WordList list(Words{"ми"});
  CHECK(list.knows("ми"));
  CHECK_FALSE(list.knows("мы"));
}

TEST_CASE("a word is added once, in order, and removed in whatever form it is met") {
  Words words = with_word({}, "флэт");
  words = with_word(std::move(words), "обжарщик");
  CHECK(words == Words{"обжарщик", "флэт"});
  CHECK(with_word(words, "обжарщика") == words);  // known already
  CHECK(with_word(words, " – ") == words);        // no letter
  CHECK(with_word({}, "Acme’s") == Words{"Acme"});
  CHECK(without_word(words, "обжарщикам") == Words{"флэт"});
  CHECK(without_word(words, "слово") == words);
}

TEST_CASE("lists from files are tidied") {
  CHECK(tidied_words({" b ", "a", "b", "", "а\u0301"}) == Words{"a", "b", "а\u0301"});
  CHECK(words_of_lines("# words\none\n\n  two \n#three") == Words{"one", "two"});
}

TEST_CASE("the words of the method are known in both languages") {
  for (const char* word : {"канвас", "онбординга", "чатами", "кросс-сейл", "onboarding", "upsell"}) {
    CAPTURE(word);
    CHECK(method_words().knows(word));
  }
}

TEST_CASE("a listed word is suggested for one that is a letter away") {
  const WordList list(Words{"кофемашина", "Acme"});
  CHECK(has(list.resembling("кофэмашина"), "кофемашина"));
  CHECK(has(list.resembling("Кофмашину"), "Кофемашину"));
  CHECK(has(list.resembling("кфоемашина"), "кофемашина"));
  CHECK(has(list.resembling("кофеемашина"), "кофемашина"));
  CHECK(has(list.resembling("Acne"), "Acme"));
  CHECK(list.resembling("самовар").empty());
  CHECK(list.resembling(std::string(10000, 'a')).empty());
}

}  // namespace canvasbook::word_list_test
