#include "model/word_forms.h"

#include <libstemmer.h>

#include <algorithm>

#include "model/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_known = 200'000;  // words; then they are forgotten, so that they do not grow for ever
constexpr size_t longest_word = 100;    // bytes; no longer one has forms

struct CloseStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, CloseStemmer>;

bool is_cyrillic(char32_t letter) { return letter >= 0x400 && letter < 0x530; }

std::string stem_of(sb_stemmer* stemmer, const std::string& word) {
  if (stemmer == nullptr) return word;
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  if (stem == nullptr) return word;  // out of memory
  return {reinterpret_cast<const char*>(stem), static_cast<size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace

struct WordForms::Stemmers {
  Stemmer russian{sb_stemmer_new("russian", "UTF_8")};
  Stemmer english{sb_stemmer_new("english", "UTF_8")};
};

WordForms::WordForms() : stemmers_(std::make_unique<Stemmers>()) {}
WordForms::~WordForms() = default;
WordForms::WordForms(WordForms&&) noexcept = default;
WordForms& WordForms::operator=(WordForms&&) noexcept = default;

const std::vector<std::string>& WordForms::bases(std::string_view word) {
  std::string form = to_search_form(word);
  if (const auto found = known_.find(form); found != known_.end()) return found->second;
  if (known_.size() >= most_known) known_.clear();
  std::vector<std::string> bases{form};
  if (!form.empty() && form.size() <= longest_word) {
    size_t at = 0;
    const char32_t first = next_code_point(form, at);
    if (is_cyrillic(first)) bases = {stem_of(stemmers_->russian.get(), form)};
    if (first >= U'a' && first <= U'z') bases = {stem_of(stemmers_->english.get(), form)};
  }
  return known_.emplace(std::move(form), std::move(bases)).first->second;
}

bool share_a_base(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return std::ranges::any_of(one,
                             [&](const std::string& base) { return std::ranges::find(other, base) != other.end(); });
}

}  // namespace canvasbook
