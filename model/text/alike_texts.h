// Which texts say the same: almost the same words, in whatever forms and order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/text/word_forms.h"

namespace canvasbook {

// The words of a text by what their forms have in common: numbers that one TextWords gives, sorted, each once. Those
// that turn what is said, such as "not" and "never", and numbers in digits are kept apart as well.
struct WordSet {
  std::vector<std::uint32_t> words;
  std::vector<std::uint32_t> decisive;

  bool operator==(const WordSet&) const = default;
};

// Gives words their numbers. By stems alone, so that the answer is the same on every machine.
class TextWords {
 public:
  WordSet of(std::string_view text);

 private:
  std::uint32_t number_of(const std::string& word);

  WordForms forms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // by what the forms of a word have in common
  std::unordered_map<std::string, std::uint32_t> known_;  // by the small letters of a word, so that it is stemmed once
};

// Two sets are alike where what they share is at least so much of all their words, and no decisive word differs.
inline constexpr int least_alike = 80;  // per cent
bool are_alike(const WordSet& one, const WordSet& other);

// A set and the first one before it that it is like, as places in a list.
struct AlikePair {
  size_t first = 0;
  size_t second = 0;

  bool operator==(const AlikePair&) const = default;
};

// Those of a list, by the second. Sets of fewer than so many words are passed over. In a long list each set is compared
// with those alone that share one of its rarest words, and of these with a number that does not grow with the list: a
// set that has no rare word may be missed among thousands, one that equals another never is.
std::vector<AlikePair> find_alike(std::span<const WordSet> sets, size_t fewest_words = 1);

}  // namespace canvasbook
