#include "editor/text/emphasis.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

#include "model/text/markdown_reader.h"

namespace canvasbook::emphasis_test {

namespace {

// Toggles what stands between | and |, and shows the result in the same way; "-" where nothing is to be done.
std::string toggled(std::string_view marked, Emphasis emphasis) {
  std::u32string text = to_editable(marked);
  TextRange range;
  range.begin = text.find(U'|');
  text.erase(range.begin, 1);
  range.end = text.find(U'|');
  text.erase(range.end, 1);
  const auto edit = toggled_emphasis(text, range, emphasis);
  if (!edit) return "-";
  text.replace(edit->begin, edit->removed, edit->inserted);
  text.insert(edit->selection.end, U"|");
  text.insert(edit->selection.begin, U"|");
  return to_utf8(text);
}

std::string bold(std::string_view marked) { return toggled(marked, Emphasis::bold); }
std::string italic(std::string_view marked) { return toggled(marked, Emphasis::italic); }

}  // namespace

TEST_CASE("a plain word gets marks around it and keeps being selected") {
  CHECK(bold("пей |кофе| утром") == "пей **|кофе|** утром");
  CHECK(italic("|кофе|") == "*|кофе|*");
}

TEST_CASE("toggling twice gives the text from before") {
  CHECK(bold("пей **|кофе|** утром") == "пей |кофе| утром");
  CHECK(italic("*|кофе|*") == "|кофе|");
}

TEST_CASE("marks that are selected along count as marks") {
  CHECK(bold("|**кофе**| утром") == "|кофе| утром");
  CHECK(italic("|**кофе**|") == "***|кофе|***");
}

TEST_CASE("several words get one pair of marks, blanks at the ends stay outside") {
  CHECK(bold("|пей кофе |утром") == "**|пей кофе|** утром");
  CHECK(bold("пей| кофе утром |") == "пей **|кофе утром|** ");
}

TEST_CASE("bold and italic do not disturb one another") {
  CHECK(italic("**|кофе|**") == "***|кофе|***");
  CHECK(bold("***|кофе|***") == "*|кофе|*");
  CHECK(italic("***|кофе|***") == "**|кофе|**");
  CHECK(italic("**пей |кофе| утром**") == "**пей *|кофе|* утром**");
  CHECK(bold("*пей |кофе|*") == "*пей **|кофе|***");
}

TEST_CASE("taking bold from a part of a bold stretch leaves the rest bold") {
  CHECK(bold("**|пей| кофе утром**") == "|пей| **кофе утром**");
  CHECK(bold("**пей |кофе| утром**") == "**пей** |кофе| **утром**");
  CHECK(bold("**пей кофе |утром|**") == "**пей кофе** |утром|");
}

TEST_CASE("making bold what is partly bold gives one bold stretch") {
  CHECK(bold("|пей **кофе** утром|") == "**|пей кофе утром|**");
  CHECK(bold("|пей **кофе| утром**") == "**|пей кофе| утром**");
}

TEST_CASE("stretches that overlap are nested, never crossed") {
  CHECK(bold("|пей *кофе| утром*") == "**|пей *кофе|*** *утром*");
  CHECK(italic("**пей |кофе** утром|") == "**пей *|кофе*** *утром|*");
}

TEST_CASE("every paragraph, list item and heading gets marks of its own") {
  CHECK(bold("|один\n\nдва|") == "**|один**\n\n**два|**");
  CHECK(bold("|- один\n- два|") == "- **|один**\n- **два|**");
  CHECK(bold("|# один\nдва|") == "# **|один**\n**два|**");
  CHECK(bold("|1. [ ] один\n> два|") == "1. [ ] **|один**\n> **два|**");
  CHECK(bold("- **|один**\n- **два|**") == "- |один\n- два|");
}

TEST_CASE("lines of one paragraph share their marks") {
  CHECK(bold("|один\nдва|") == "**|один\nдва|**");
  CHECK(bold("**один\n|два|**") == "**один**\n|два|");
}

TEST_CASE("stars that mean themselves stay as they are") {
  CHECK(bold("2 * |3| * 4") == "2 * **|3|** * 4");
  CHECK(bold(R"(\* |сноска|)") == R"(\* **|сноска|**)");
  CHECK(bold("* |пункт|") == "* **|пункт|**");
}

TEST_CASE("code and links are taken as a whole") {
  CHECK(bold("см. `a*|b|*c`") == "см. **|`a*b*c`|**");
  CHECK(bold("[на |сайт|](http://a.ru/*x*)") == "**|[на сайт](http://a.ru/*x*)|**");
  CHECK(bold("<http://|a|.ru>") == "**|<http://a.ru>|**");
}

TEST_CASE("a part of a word can be bold") {
  CHECK(bold("ко|фе|йня") == "ко**|фе|**йня");
  CHECK(bold("ко**|фе|**йня") == "ко|фе|йня");
}

TEST_CASE("what Markdown cannot say is left alone") {
  CHECK(bold("|  |") == "-");
  CHECK(bold("a|«b»|c") == "-");
  CHECK(bold("**||**") == "-");
  CHECK(bold("||") == "-");
}

namespace {

// What the Markdown reader makes of a source: the text without blanks, and for each byte 1 for bold, 2 for italic.
struct Look {
  std::string text;
  std::vector<int> emphasis;
};

Look look_of(const std::u32string& source) {
  Look look;
  for (const RichBlock& block : read_markdown(to_utf8(source))) {
    for (const Span& span : block.spans) {
      for (const char c : span.text) {
        if (c == ' ' || c == '\n') continue;
        look.text += c;
        look.emphasis.push_back((span.strong ? 1 : 0) + (span.emphasis ? 2 : 0));
      }
    }
  }
  return look;
}

// Toggles and checks that for the reader only the range changed its look, and all of it in the same way.
std::optional<EmphasisEdit> checked_toggle(std::u32string& source, TextRange range, Emphasis emphasis) {
  const Look before = look_of(source);
  const auto edit = toggled_emphasis(source, range, emphasis);
  if (!edit) return edit;
  std::string chosen = to_utf8(std::u32string_view(source).substr(range.begin, range.end - range.begin));
  std::erase_if(chosen, [](char c) { return c == ' ' || c == '\n' || c == '*'; });
  source.replace(edit->begin, edit->removed, edit->inserted);
  const Look after = look_of(source);
  RC_ASSERT(after.text == before.text);
  const size_t first = after.text.find(chosen);
  const int bit = emphasis == Emphasis::bold ? 1 : 2;
  for (size_t i = 0; i < after.text.size(); ++i) {
    const bool inside = i >= first && i < first + chosen.size();
    const int wanted = inside ? (before.emphasis[i] & ~bit) | (after.emphasis[first] & bit) : before.emphasis[i];
    RC_ASSERT(after.emphasis[i] == wanted);
  }
  return edit;
}

constexpr std::u32string_view sample = U"abc def, «ghi» jkl\nmno (pqr) stu-vwx";

}  // namespace

TEST_CASE("any stretch that changes its look is all that changes for the Markdown reader") {
  CHECK(rc::check([] {
    std::u32string source(sample);
    for (int step = 0; step < 6; ++step) {
      const auto begin = *rc::gen::inRange<size_t>(0, source.size());
      const auto end = *rc::gen::inRange<size_t>(begin, source.size() + 1);
      checked_toggle(source, {begin, end}, *rc::gen::element(Emphasis::bold, Emphasis::italic));
    }
  }));
}

TEST_CASE("whole words can always be made bold or italic, and toggling again takes it back") {
  CHECK(rc::check([] {
    std::u32string source(sample);
    for (int step = 0; step < 6; ++step) {
      std::vector<TextRange> words;
      for (size_t at = 0; at < source.size(); at = words.back().end + 1)
        words.push_back({at, std::min(source.find_first_of(U" \n", at), source.size())});
      const auto first = *rc::gen::inRange<size_t>(0, words.size());
      const auto last = *rc::gen::inRange<size_t>(first, words.size());
      const auto emphasis = *rc::gen::element(Emphasis::bold, Emphasis::italic);
      const auto edit = checked_toggle(source, {words[first].begin, words[last].end}, emphasis);
      RC_ASSERT(edit.has_value());
      auto once = look_of(source);
      RC_ASSERT(checked_toggle(source, edit->selection, emphasis).has_value());
      RC_ASSERT(look_of(source).emphasis != once.emphasis);
    }
  }));
}

TEST_CASE("any text and any range are safe: the selection stays inside and nothing but stars changes") {
  CHECK(rc::check([] {
    auto source = *rc::gen::container<std::u32string>(rc::gen::elementOf(std::u32string(U"aabя *** \n`[](<>\\-#1.,«")));
    const auto begin = *rc::gen::inRange<size_t>(0, source.size() + 1);
    const auto end = *rc::gen::inRange<size_t>(begin, source.size() + 1);
    const auto without_stars = [](std::u32string text) {
      std::erase(text, U'*');
      return text;
    };
    const auto edit = toggled_emphasis(source, {begin, end}, *rc::gen::element(Emphasis::bold, Emphasis::italic));
    if (!edit) return;
    RC_ASSERT(edit->begin + edit->removed <= source.size());
    auto after = source;
    after.replace(edit->begin, edit->removed, edit->inserted);
    RC_ASSERT(edit->selection.begin < edit->selection.end);
    RC_ASSERT(edit->selection.end <= after.size());
    RC_ASSERT(without_stars(after) == without_stars(source));
  }));
}

}  // namespace canvasbook::emphasis_test
