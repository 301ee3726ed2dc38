// Finds a query in one text: capitals and ё as the author wishes, whole words, any form of each word.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/word_forms.h"

namespace canvasbook {

struct FindQuery {
  std::string text;
  bool match_case = false;
  bool whole_words = false;
  bool word_forms = false;  // also any form of each word of the text
  bool yo_is_ye = true;     // ё = е

  bool operator==(const FindQuery&) const = default;
};

// Bytes [begin, end) of a text, at the bounds of what a reader takes for characters.
struct MatchRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const MatchRange&) const = default;
};

// No-break spaces and tabs count as spaces, typographic apostrophes and no-break hyphens as plain ones, whatever the
// query says; composed and decomposed letters are the same; stress marks and soft hyphens are looked through. A form
// begins with the letter of its word: приход is no form of ход. The work grows with the length of the text, not with
// that of the query.
class TextMatcher {
 public:
  TextMatcher(const FindQuery& query, WordForms& forms);

  // The places that match, in order; they do not overlap. None for an empty query. A text is shorter than 4 GB.
  const std::vector<MatchRange>& find(std::string_view text);

 private:
  struct Span {
    size_t begin = 0;
    size_t end = 0;
  };
  struct QueryWord {
    std::u32string word;
    std::u32string before;  // what stands between it and the word before
    std::vector<std::string> bases;
  };

  char32_t folded(char32_t character) const;
  bool is_word(char32_t character) const;
  void read(std::string_view text);
  size_t read_composed(std::string_view text, size_t begin);
  void read_query_words();
  bool is_whole(size_t begin, size_t end) const;
  void keep(std::string_view text, size_t begin, size_t end);
  void find_characters(std::string_view text);
  void find_words(std::string_view text);
  void join(const std::vector<MatchRange>& as_written);
  bool is_form(Span word, const QueryWord& wanted);

  static constexpr size_t quick_characters = 0x530;  // Latin, Greek, Cyrillic: looked up
  FindQuery query_;
  WordForms& forms_;
  std::array<char32_t, quick_characters> quick_folded_{};
  std::array<bool, quick_characters> quick_word_{};
  std::u32string wanted_;          // the query, folded
  std::vector<size_t> fall_back_;  // of Knuth, Morris and Pratt: how much still matches where a character does not
  std::vector<QueryWord> wanted_words_;

  // Of the text that is looked at: its characters, folded, and where each begins; one more for the end.
  std::u32string characters_;
  std::vector<std::uint32_t> begins_;
  std::vector<Span> words_;
  std::vector<MatchRange> matches_;
};

}  // namespace canvasbook
