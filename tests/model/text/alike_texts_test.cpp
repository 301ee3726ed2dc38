#include "model/text/alike_texts.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

namespace canvasbook::alike_texts_test {

namespace {

bool alike(std::string_view one, std::string_view other) {
  TextWords words;
  const WordSet first = words.of(one);
  return are_alike(first, words.of(other));
}

std::vector<WordSet> sets_of(const std::vector<std::string>& texts) {
  TextWords words;
  std::vector<WordSet> sets;
  for (const std::string& text : texts) sets.push_back(words.of(text));
  return sets;
}

std::vector<AlikePair> pairs_of(const std::vector<std::string>& texts, size_t fewest_words = 1) {
  return find_alike(sets_of(texts), fewest_words);
}

// Texts that have no word in common, so that a list is long.
std::vector<std::string> unlike_texts(size_t count) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < count; ++i) {
    std::string word = "w";
    for (size_t rest = i; rest > 0; rest /= 10) word += static_cast<char>('a' + rest % 10);
    texts.push_back(word + "x " + word + "y " + word + "z");
  }
  return texts;
}

}  // namespace

TEST_CASE("texts of the same words are alike in whatever forms, order, capitals and marks") {
  CHECK(alike("We deliver orders on Sunday.", "On Sundays: we are delivering ORDERS"));  // one word of six is new
  CHECK(alike("Мы доставляем заказы в воскресенье утром.", "В воскресенье утром мы доставляем заказ!"));
  CHECK(alike("Ещё раз", "**еще** раз"));
  CHECK(alike("No.", "no"));
}

TEST_CASE("texts that share less than four words of five are not alike, nor is one without words like anything") {
  CHECK_FALSE(alike("Compared to what?", "Compared to what product?"));
  CHECK_FALSE(alike("It includes delivery.", "Compared to what?"));
  CHECK_FALSE(alike("…", "…"));
  CHECK_FALSE(alike("", "word"));
}

TEST_CASE("a negation and a figure turn what is said") {
  CHECK_FALSE(alike("Мы доставляем заказы в воскресенье утром.", "Мы не доставляем заказы в воскресенье утром."));
  CHECK_FALSE(alike("We can bring your order to the office door", "We can't bring your order to the office door"));
  CHECK_FALSE(alike("You pay for the box each month, all in: 500", "You pay for the box each month, all in: 700"));
}

TEST_CASE("each text is told once, with the first one before it that it is like") {
  CHECK(pairs_of({"one two", "three", "two one", "One, two!"}) == std::vector<AlikePair>{{0, 2}, {0, 3}});
  CHECK(pairs_of({"one two", "two one", "a b c d e", "e d c b a"}, 5) == std::vector<AlikePair>{{2, 3}});
  CHECK(pairs_of({}).empty());
}

TEST_CASE("in a long list those are found that share their rare words, and all that are equal") {
  std::vector<std::string> texts = unlike_texts(400);
  texts.push_back("the quick brown fox jumped over a lazy dog yesterday");
  for (int i = 0; i < 100; ++i) texts.push_back("Thank you");
  texts.push_back("a quick brown fox jumps over the lazy dogs");
  const std::vector<AlikePair> pairs = pairs_of(texts);
  REQUIRE(pairs.size() == 100);
  CHECK(pairs.front() == AlikePair{401, 402});
  CHECK(pairs[98] == AlikePair{401, 500});
  CHECK(pairs.back() == AlikePair{400, 501});
}

TEST_CASE("what a long list gives is alike, and what is not given is not, where words are rare") {
  CHECK(rc::check([] {
    std::vector<std::string> texts = unlike_texts(60);
    const int more = *rc::gen::inRange(0, 20);
    for (int i = 0; i < more; ++i) {
      std::string text;
      for (int word = 0; word < 6; ++word) {
        text += *rc::gen::element<std::string>("sun", "rain", "wind", "snow", "fog", "hail", "frost") + " ";
      }
      texts.push_back(text);
    }
    const std::vector<WordSet> sets = sets_of(texts);
    std::vector<AlikePair> expected;
    for (size_t i = 0; i < sets.size(); ++i) {
      for (size_t before = 0; before < i; ++before) {
        if (!are_alike(sets[before], sets[i])) continue;
        expected.push_back({before, i});
        break;
      }
    }
    std::vector<AlikePair> found = find_alike(sets);
    RC_ASSERT(found.size() == expected.size());
    for (size_t i = 0; i < found.size(); ++i) RC_ASSERT(found[i].second == expected[i].second);
    for (const AlikePair& pair : found) RC_ASSERT(are_alike(sets[pair.first], sets[pair.second]));
  }));
}

}  // namespace canvasbook::alike_texts_test
