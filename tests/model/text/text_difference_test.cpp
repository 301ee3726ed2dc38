#include "model/text/text_difference.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "tests/awkward_text.h"

namespace canvasbook::text_difference_test {

namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::string together(const std::vector<TextPiece>& pieces) {
  std::string text;
  for (const TextPiece& piece : pieces) text += piece.text;
  return text;
}

std::string without_spaces(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

std::string what_differs(const std::vector<TextPiece>& pieces) {
  std::string text;
  for (const TextPiece& piece : pieces) text += piece.differs ? "[" + piece.text + "]" : piece.text;
  return text;
}

std::vector<std::string> numbered(size_t count) {
  std::vector<std::string> texts;
  for (size_t i = 0; i < count; ++i) texts.push_back(std::to_string(i));
  return texts;
}

}  // namespace

TEST_CASE("a longest rising row leaves out what moved") {
  const std::vector<size_t> numbers{3, 0, 1, 2, 4};
  CHECK(longest_rising(numbers) == std::vector<bool>{false, true, true, true, true});
  CHECK(longest_rising(std::vector<size_t>{}).empty());
  CHECK(longest_rising(std::vector<size_t>{7}) == std::vector<bool>{true});
}

TEST_CASE("the words that differ are told, with the spaces between them") {
  const WordDifference difference = word_difference("We will try to come today.", "We will be with you today.");
  CHECK(what_differs(difference.before) == "We will [try to come] today.");
  CHECK(what_differs(difference.after) == "We will [be with you] today.");
}

TEST_CASE("a text that came or went differs whole, the same text not at all") {
  CHECK(what_differs(word_difference("", "One two").after) == "[One two]");
  CHECK(word_difference("", "One two").before.empty());
  CHECK(what_differs(word_difference("Слово  и дело", "Слово и\nдело").before) == "Слово  и дело");
  CHECK(what_differs(word_difference("Слово  и дело", "Слово и\nдело").after) == "Слово и\nдело");
}

TEST_CASE("words that repeat are told apart by their surroundings") {
  const WordDifference difference = word_difference("a b a c a", "a c a b a");
  CHECK(without_spaces(together(difference.before)) == "abaca");
  CHECK(std::ranges::any_of(difference.before, &TextPiece::differs));
  CHECK(std::ranges::any_of(difference.before, [](const TextPiece& piece) { return !piece.differs; }));
}

TEST_CASE("of lines those that differ are told: versions of one by pairs, others by themselves") {
  const auto lines = line_differences("Call first.\n\nThen write a letter.\nGoodbye.",
                                      "Call first.\nThen write a short letter.\n- a new point\nGoodbye.");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == LineDifference{"Then write a letter.", "Then write a short letter."});
  CHECK(lines[1] == LineDifference{"", "- a new point"});
  const auto others = line_differences("Quite another thing", "Nothing like that");
  REQUIRE(others.size() == 2);
  CHECK(others[0] == LineDifference{"Quite another thing", ""});
  CHECK(others[1] == LineDifference{"", "Nothing like that"});
  CHECK(line_differences("a\n\n\nb ", " a\nb").empty());
}

TEST_CASE("what is common rises in both lists, is the same, and whole where nothing changed") {
  CHECK(rc::check([] {
    const auto texts = rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "c", "d"));
    const std::vector<std::string> before = *texts;
    const std::vector<std::string> after = *texts;
    const CommonEntries common = common_entries(views_of(before), views_of(after));
    for (size_t i = 0; i < common.size(); ++i) {
      RC_ASSERT(before.at(common[i].first) == after.at(common[i].second));
      if (i == 0) continue;
      RC_ASSERT(common[i - 1].first < common[i].first);
      RC_ASSERT(common[i - 1].second < common[i].second);
    }
    RC_ASSERT(common_entries(views_of(before), views_of(before)).size() == before.size());
  }));
}

TEST_CASE("no word of any text is lost in a difference") {
  CHECK(rc::check([] {
    const std::string before = *samples::awkward_text();
    const std::string after = *samples::awkward_text();
    const WordDifference words = word_difference(before, after);
    RC_ASSERT(without_spaces(together(words.before)) == without_spaces(before));
    RC_ASSERT(without_spaces(together(words.after)) == without_spaces(after));
    for (const std::vector<TextPiece>* pieces : {&words.before, &words.after}) {
      for (const TextPiece& piece : *pieces) RC_ASSERT_FALSE(piece.text.empty());
    }
    RC_ASSERT(line_differences(before, before).empty());
  }));
}

TEST_CASE("long lists are compared without a table of all pairs: one that is turned round, one of a single word") {
  std::vector<std::string> before = numbered(100000);
  std::vector<std::string> after = before;
  std::ranges::reverse(after);
  CHECK(common_entries(views_of(before), views_of(after)).size() == 1);
  after = before;
  after.erase(after.begin() + 500, after.begin() + 1000);
  CHECK(common_entries(views_of(before), views_of(after)).size() == after.size());
  before.assign(100000, "a");
  after.assign(70000, "a");
  CHECK(common_entries(views_of(before), views_of(after)).size() == after.size());
}

}  // namespace canvasbook::text_difference_test
