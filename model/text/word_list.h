// Words that count as right beside those of the dictionaries: a company's own ones, and those of the method.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace canvasbook {

class WordList {
 public:
  WordList() = default;
  explicit WordList(const std::vector<std::string>& words);

  // Whether a word is in the list, whatever its case, ё as е; also a Russian one with another ending of a noun or an
  // adjective (онбординг: онбордингом), and an English one with s or 's.
  bool knows(std::string_view word) const;

  // Words that this one becomes by changing, leaving out, adding or swapping a letter, small as they stand or with the
  // capital of the word. Takes some milliseconds.
  std::vector<std::string> resembling(std::string_view word) const;

  bool empty() const { return words_.empty(); }

 private:
  std::unordered_set<std::string> words_;  // in the form of a search
  std::unordered_set<std::string> stems_;  // of the Russian ones, without their ending
};

// The words of business and of the method that the dictionaries lack, in both languages: assets/spelling.
const WordList& method_words();

// The words of a text that has one a line; empty lines and those that begin with # are none.
std::vector<std::string> words_of_lines(std::string_view text);

// The list with a word, sorted and each word once; a word without letters changes nothing.
std::vector<std::string> with_word(std::vector<std::string> words, std::string_view word);

// The list without a word and whatever else made it known.
std::vector<std::string> without_word(std::vector<std::string> words, std::string_view word);

// Sorted, each once, without blanks around them and empty ones.
std::vector<std::string> tidied_words(std::vector<std::string> words);

}  // namespace canvasbook
