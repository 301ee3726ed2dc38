#include "export/text/hyphenation.h"

#include <doctest/doctest.h>

#include "model/text/text.h"

namespace canvasbook::hyphenation_test {

namespace {

std::string hyphenated(std::string word) {
  const auto points = hyphenation_points(word);
  for (size_t i = points.size(); i > 0; --i) word.insert(points[i - 1], "-");
  return word;
}

}  // namespace

TEST_CASE("Russian words are hyphenated by syllables") {
  CHECK(hyphenated("обслуживание") == "об-слу-жи-ва-ние");
  CHECK(hyphenated("Рекомендация") == "Ре-ко-мен-да-ция");
  CHECK(hyphenated("подъезд") == "подъ-езд");
}

TEST_CASE("English words are hyphenated where dictionaries have it") {
  CHECK(hyphenated("recommendation") == "rec-om-men-da-tion");
  CHECK(hyphenated("Hyphenation") == "Hy-phen-ation");
}

TEST_CASE("a line that ends inside a word ends at the last place before its edge") {
  const std::string text = "на обслуживание, и";
  const auto line = [&](std::string_view within) { return text.substr(0, hyphenated_end(text, 0, within.size())); };
  CHECK(line("на обслу") == "на обслу");
  CHECK(line("на обслужив") == "на обслужи");
  CHECK(line("на о").empty());
  CHECK(line("на обслуживание,").empty());
  CHECK(hyphenated_end("12345678", 0, 5) == 0);
}

TEST_CASE("two letters at least stand before a hyphen and three behind it") {
  for (const std::string word : {"яблоко", "идея", "обои", "apology", "area", "ability", "его", "идти", "семья"}) {
    for (const std::uint32_t point : hyphenation_points(word)) {
      CAPTURE(word);
      CHECK(count_code_points(std::string_view(word).substr(0, point)) >= 2);
      CHECK(count_code_points(std::string_view(word).substr(point)) >= 3);
    }
  }
}

TEST_CASE("words of capitals, of two scripts or with digits stay whole, as do those of no language") {
  for (const std::string word : {"РОССИЯ", "NATIONAL", "клиентservice", "строка12", "", "да", "ελληνικά"}) {
    CAPTURE(word);
    CHECK(hyphenation_points(word).empty());
  }
  CHECK(hyphenation_points(std::string(5000, 'a')).empty());
}

}  // namespace canvasbook::hyphenation_test
