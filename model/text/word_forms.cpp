#include "model/text/word_forms.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

#include "model/text/spelling.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace std::string_view_literals;

namespace {

constexpr size_t most_known = 200'000;  // words; then they are forgotten, so that they do not grow for ever
constexpr size_t longest_word = 100;    // bytes; no longer one has forms

struct CloseStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, CloseStemmer>;

bool is_cyrillic(char32_t letter) { return letter >= 0x400 && letter < 0x530; }

// Marked, so that it is no base form by chance.
std::string stem_of(sb_stemmer* stemmer, const std::string& word) {
  if (stemmer == nullptr) return word;
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) return word;  // out of memory
  return std::string(reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer))) + "*";
}

// What Snowball takes for endings of nouns, the longest first.
constexpr std::array noun_endings{"иями"sv, "ями"sv, "ами"sv, "ией"sv, "иям"sv, "ием"sv, "иях"sv, "ев"sv, "ов"sv,
                                  "ие"sv,   "ье"sv,  "еи"sv,  "ии"sv,  "ей"sv,  "ой"sv,  "ий"sv,  "ям"sv, "ем"sv,
                                  "ам"sv,   "ом"sv,  "ах"sv,  "ях"sv,  "ию"sv,  "ью"sv,  "ия"sv,  "ья"sv, "а"sv,
                                  "е"sv,    "и"sv,   "й"sv,   "о"sv,   "у"sv,   "ы"sv,   "ь"sv,   "ю"sv,  "я"sv};
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> parted_letters{
    {{"ок", "к"}, {"ек", "к"}, {"ец", "ц"}}};

bool is_russian_vowel(char32_t letter) {
  return std::u32string_view(U"аеиоуыэюя").find(letter) != std::u32string::npos;
}

// Bytes up to and with the first vowel; no ending begins before.
size_t before_endings(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (is_russian_vowel(next_code_point(word, at))) return at;
  }
  return word.size();
}

// Adds the stems that a Russian word has as a noun to the one that Snowball finds: that tries the endings of verbs and
// adjectives first, and cuts проблему as it does новому, кредит as it does видит. Where a noun has no
// ending a vowel may part its last letters: скидка, скидок.
void add_noun_stems(const std::string& word, std::vector<std::string>& stems) {
  const size_t shortest = before_endings(word);
  const size_t known = stems.front().size() - 1;  // without its mark
  const auto has_ending = [&](std::string_view ending) {
    return word.ends_with(ending) && word.size() - ending.size() >= shortest;
  };
  const auto add = [&](std::string stem) { stems.push_back(std::move(stem) + "*"); };
  const auto ending = std::ranges::find_if(noun_endings, has_ending);
  if (ending != noun_endings.end() && word.size() - ending->size() > known) {
    add(word.substr(0, word.size() - ending->size()));
  }
  constexpr std::string_view no_consonants = "аеиоуыэюяь";
  const std::string_view last = std::string_view(word).substr(word.size() - 2);  // a Cyrillic letter has two bytes
  if (word.size() > known && no_consonants.find(last) == std::string_view::npos) add(word);
  for (const auto& [parted, joined] : parted_letters) {
    if (has_ending(parted)) add(word.substr(0, word.size() - parted.size()).append(joined));
  }
}

std::string capitalised(std::string_view word) {
  size_t at = 0;
  std::string result;
  append_utf8(result, to_upper(next_code_point(word, at)));
  return result.append(word.substr(at));
}

}  // namespace

struct WordForms::Stemmers {
  Stemmer russian{sb_stemmer_new("russian", "UTF_8")};
  Stemmer english{sb_stemmer_new("english", "UTF_8")};
};

WordForms::WordForms() : WordForms(nullptr) {}
WordForms::WordForms(std::shared_ptr<const Spelling> dictionaries)
    : dictionaries_(std::move(dictionaries)), stemmers_(std::make_unique<Stemmers>()) {}
WordForms::~WordForms() = default;
WordForms::WordForms(WordForms&&) noexcept = default;
WordForms& WordForms::operator=(WordForms&&) noexcept = default;

bool WordForms::use(std::shared_ptr<const Spelling> dictionaries) {
  if (dictionaries == dictionaries_) return false;
  dictionaries_ = std::move(dictionaries);
  known_.clear();
  return true;
}

std::vector<std::string> WordForms::look_up(const std::string& form) const {
  if (form.empty() || form.size() > longest_word) return {form};
  if (dictionaries_ != nullptr) {
    std::vector<std::string> lemmas = dictionaries_->lemmas(form);
    if (lemmas.empty()) lemmas = dictionaries_->lemmas(capitalised(form));  // a name
    if (!lemmas.empty()) return lemmas;
  }
  size_t at = 0;
  const char32_t first = next_code_point(form, at);
  if (is_cyrillic(first)) {
    std::vector<std::string> stems{stem_of(stemmers_->russian.get(), form)};
    add_noun_stems(form, stems);
    return stems;
  }
  if (first >= U'a' && first <= U'z') return {stem_of(stemmers_->english.get(), form)};
  return {form};
}

const std::vector<std::string>& WordForms::bases(std::string_view word) {
  std::string form = to_search_form(word);
  if (const auto found = known_.find(form); found != known_.end()) return found->second;
  if (known_.size() >= most_known) known_.clear();
  std::vector<std::string> bases = look_up(form);
  return known_.emplace(std::move(form), std::move(bases)).first->second;
}

bool share_a_base(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::ranges::any_of(one,
                             [&](const std::string& base) { return std::ranges::find(other, base) != other.end(); });
}

}  // namespace canvasbook
