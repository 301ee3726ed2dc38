// Where misspelt words stand in a text, plain or Markdown. What is no prose is passed over: places to fill in such as
// [имя], {name} and <date>, code, addresses of links and mail, file names, words with digits, and abbreviations.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// The bytes [begin, end) of a text.
struct WordRange {
  size_t begin = 0;
  size_t end = 0;

  bool operator==(const WordRange&) const = default;
};

// Whether a word is right as it stands. Asked for whole words first, then for the parts that a hyphen joins.
using IsKnown = std::function<bool(std::string_view word)>;

// The words that are to be judged, in order, without single letters. A word is letters and marks, joined by single
// hyphens and apostrophes. The work grows with the length of the text, whatever stands in it. Exposed for tests.
std::vector<WordRange> words_to_check(std::string_view text);

// Those of them that are unknown, and of whose parts one is. Abbreviations of up to five capitals count as known, as
// do English ones with an s, an English word with 's whose word is known, and names with capitals inside (WhatsApp).
std::vector<WordRange> find_misspellings(std::string_view text, const IsKnown& is_known);

// The places to fill in: [имя], {sum}; neither the text of a [link](address) nor the box of a task nor code.
std::vector<WordRange> find_blanks(std::string_view text);

class Spelling;

// Whether the dictionaries or the list of the method's words (word_list.h) know a word; true also where its language
// has no dictionary.
bool is_known_word(std::string_view word, const Spelling& spelling);

}  // namespace canvasbook
