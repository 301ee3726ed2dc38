#include "editor/session/spell_checker.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

namespace canvasbook::spell_checker_test {

namespace {

// A checker whose dictionaries are read.
class ReadyChecker : public SpellChecker {
 public:
  ReadyChecker() : SpellChecker({"/usr/share/hunspell"}) {
    begin_frame({});
    finish();
    begin_frame({});
  }
};

}  // namespace

TEST_CASE("the dictionaries are read beside the window, and it is told once when they are there") {
  SpellChecker checker({"/usr/share/hunspell"});
  std::atomic<int> woken = 0;
  const auto wake = [&] { ++woken; };
  CHECK_FALSE(checker.is_ready());
  CHECK(checker.check(U"зделать").empty());
  CHECK(checker.suggestions("зделать") == nullptr);
  checker.begin_frame(wake);
  checker.finish();
  CHECK(woken == 1);
  CHECK(checker.begin_frame(wake));
  CHECK_FALSE(checker.begin_frame(wake));
  CHECK(checker.has(Language::ru));
  CHECK(checker.check(U"зделать") == CheckedWords{{{0, 7}, false}});
}

TEST_CASE("without folders nothing is read or checked") {
  SpellChecker checker({});
  checker.begin_frame({});
  checker.finish();
  CHECK_FALSE(checker.begin_frame({}));
  CHECK_FALSE(checker.is_ready());
  CHECK(checker.check_now("зделать").empty());
}

TEST_CASE("misspelt words are told in code points") {
  ReadyChecker checker;
  CHECK(checker.check(U"Кофе 😀 зделать, recieve") == CheckedWords{{{7, 14}, false}, {{16, 23}, false}});
  CHECK(checker.check(U"Кофе и чай").empty());
}

TEST_CASE("own words are no mistakes, but known for what they are") {
  ReadyChecker checker;
  CHECK(checker.check(U"обжарщиком") == CheckedWords{{{0, 10}, false}});
  checker.set_own_words({"обжарщик"});
  CHECK(checker.check(U"обжарщиком") == CheckedWords{{{0, 10}, true}});
  CHECK(checker.is_own("Обжарщику"));
  checker.set_own_words({});
  CHECK(checker.check(U"обжарщиком") == CheckedWords{{{0, 10}, false}});
}

TEST_CASE("a frame asks the dictionaries for some words only, the next ones for the others") {
  ReadyChecker checker;
  int woken = 0;
  const auto wake = [&] { ++woken; };
  std::vector<std::u32string> paragraphs;
  for (char32_t a = U'а'; a < U'а' + 30; ++a) {
    std::u32string text;
    for (char32_t b = U'а'; b < U'а' + 30; ++b) text += std::u32string{U'щ', a, b, U'щ', U' '};
    paragraphs.push_back(text);
  }
  checker.begin_frame(wake);
  for (const auto& text : paragraphs) checker.check(text);
  CHECK(checker.check(paragraphs.back()).empty());
  CHECK(woken > 0);
  for (int frame = 0; frame < 40; ++frame) {
    checker.begin_frame(wake);
    for (const auto& text : paragraphs) checker.check(text);
  }
  woken = 0;
  checker.begin_frame(wake);
  for (const auto& text : paragraphs) CHECK(checker.check(text).size() > 20);
  CHECK(woken == 0);
}

TEST_CASE("suggestions come in a later frame, from the dictionaries and from the lists") {
  ReadyChecker checker;
  const auto suggested = [&](const std::string& word) {
    CHECK(checker.suggestions(word) == nullptr);
    checker.finish();
    checker.begin_frame({});
    const std::vector<std::string>* found = checker.suggestions(word);
    REQUIRE(found != nullptr);
    CHECK(found->size() <= Spelling::most_suggestions);
    return *found;
  };
  const auto has = [](const std::vector<std::string>& words, const char* word) {
    return std::ranges::find(words, word) != words.end();
  };
  CHECK(has(suggested("зделать"), "сделать"));
  CHECK(suggested("кофэмашина").front() == "кофемашина");
  checker.set_own_words({"термокоробка"});
  CHECK(suggested("термокаробки").front() == "термокоробки");
}

TEST_CASE("while suggestions are searched for, new texts wait instead of the window") {
  ReadyChecker checker;
  checker.suggestions("прихадите");
  CHECK(checker.check(U"зделать").empty());
  checker.finish();
  checker.begin_frame({});
  CHECK(checker.check(U"зделать").size() == 1);
}

}  // namespace canvasbook::spell_checker_test
