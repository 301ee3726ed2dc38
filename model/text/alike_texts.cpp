#include "model/text/alike_texts.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_compared = 50;  // sets that share a word with another, for each of its rarest words

// They turn what is said. The last one of the first line is what an apostrophe leaves of "don't".
constexpr std::array<std::string_view, 15> turning_words{"not",     "no",     "never",   "none",   "nothing",
                                                         "without", "cannot", "t",       "не",     "нет",
                                                         "ни",      "без",    "никогда", "нельзя", "кроме"};

bool turns_what_is_said(const std::string& word) {
  return is_digit(static_cast<unsigned char>(word.front())) ||
         std::ranges::find(turning_words, word) != turning_words.end();
}

void keep_each_once(std::vector<std::uint32_t>& numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// How many words of a set may be missing in one that is like it.
size_t words_to_spare(size_t count) { return count * (100 - least_alike) / 100; }

// How many sets have a word, by its number.
std::vector<size_t> frequencies(std::span<const WordSet> sets) {
  std::vector<size_t> counts;
  for (const WordSet& set : sets) {
    if (!set.words.empty() && set.words.back() >= counts.size()) counts.resize(set.words.back() + 1);
    for (const std::uint32_t word : set.words) ++counts[word];
  }
  return counts;
}

// The rarest words of a set: two sets that are alike have one of these in common.
std::vector<std::uint32_t> rarest_words(const WordSet& set, const std::vector<size_t>& counts) {
  std::vector<std::uint32_t> words = set.words;
  const auto by_rarity = [&](std::uint32_t one, std::uint32_t other) {
    return std::pair(counts[one], one) < std::pair(counts[other], other);
  };
  const size_t kept = words_to_spare(words.size()) + 1;
  std::ranges::partial_sort(words, words.begin() + static_cast<std::ptrdiff_t>(kept), by_rarity);
  words.resize(kept);
  return words;
}

// Of a few sets each is compared with all before it.
std::vector<AlikePair> find_alike_of_few(std::span<const WordSet> sets, size_t fewest_words) {
  std::vector<AlikePair> pairs;
  for (size_t i = 1; i < sets.size(); ++i) {
    if (sets[i].words.size() < fewest_words) continue;
    const auto before = sets.first(i);
    const auto first = std::ranges::find_if(before, [&](const WordSet& one) { return are_alike(one, sets[i]); });
    if (first != before.end()) pairs.push_back({static_cast<size_t>(first - before.begin()), i});
  }
  return pairs;
}

}  // namespace

std::uint32_t TextWords::number_of(const std::string& word) {
  if (const auto known = known_.find(word); known != known_.end()) return known->second;
  const auto next = static_cast<std::uint32_t>(numbers_.size());
  const std::uint32_t number = numbers_.emplace(forms_.bases(word).front(), next).first->second;
  known_.emplace(word, number);
  return number;
}

WordSet TextWords::of(std::string_view text) {
  const std::string form = to_search_form(without_reading_marks(text));
  WordSet set;
  for (const std::string_view letters : split_words(form)) {
    const std::string word(letters);
    set.words.push_back(number_of(word));
    if (turns_what_is_said(word)) set.decisive.push_back(set.words.back());
  }
  keep_each_once(set.words);
  keep_each_once(set.decisive);
  return set;
}

bool are_alike(const WordSet& one, const WordSet& other) {
  if (one.words.empty() || other.words.empty() || one.decisive != other.decisive) return false;
  size_t shared = 0;
  auto left = one.words.begin();
  auto right = other.words.begin();
  while (left != one.words.end() && right != other.words.end()) {
    if (*left == *right) ++shared;
    const bool steps_left = *left <= *right;
    const bool steps_right = *right <= *left;
    if (steps_left) ++left;
    if (steps_right) ++right;
  }
  const size_t all = one.words.size() + other.words.size() - shared;
  return shared * 100 >= all * least_alike;
}

std::vector<AlikePair> find_alike(std::span<const WordSet> sets, size_t fewest_words) {
  if (sets.size() <= most_compared) return find_alike_of_few(sets, fewest_words);
  const std::vector<size_t> counts = frequencies(sets);
  std::map<std::vector<std::uint32_t>, size_t> first_of_words;          // of sets that are equal
  std::unordered_map<std::uint32_t, std::vector<size_t>> sets_of_word;  // with it among their rarest, each kind once
  std::vector<AlikePair> pairs;
  for (size_t i = 0; i < sets.size(); ++i) {
    const WordSet& set = sets[i];
    if (set.words.empty() || set.words.size() < fewest_words) continue;
    const auto [equal, is_new] = first_of_words.emplace(set.words, i);
    if (!is_new) {
      pairs.push_back({equal->second, i});
      continue;
    }
    std::optional<size_t> first;
    for (const std::uint32_t word : rarest_words(set, counts)) {
      std::vector<size_t>& others = sets_of_word[word];
      for (const size_t other : others) {
        if (are_alike(sets[other], set) && (!first || other < *first)) first = other;
      }
      if (others.size() < most_compared) others.push_back(i);
    }
    if (first) pairs.push_back({*first, i});
  }
  return pairs;
}

}  // namespace canvasbook
