// Finds STOP phrases in a text that staff say, in any grammatical form of their words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/stop_phrases/spoken_tokens.h"
#include "model/stop_phrases/stop_list.h"
#include "model/stop_phrases/wording_tree.h"
#include "model/text/text_matcher.h"
#include "model/text/word_forms.h"

namespace canvasbook {

struct StopMatch {
  size_t phrase = 0;   // its place in the list
  MatchRange range;    // bytes of the text
  bool alone = false;  // no other words stand in its clause, so that a replacement needs no other grammar

  bool operator==(const StopMatch&) const = default;
};

// A phrase is matched word by word, across emphasis, stress marks, soft hyphens, commas and line feeds, within one
// sentence. It is no match where it is quoted, negated, within advice not to say it, within an exception of its entry,
// or lifted by its condition. Of matches that overlap the longest stays. Not for several threads at once.
class StopPhraseMatcher {
 public:
  // `forms` lives as long as the matcher and keeps its dictionaries.
  StopPhraseMatcher(const StopConditions& conditions, const std::vector<StopPhrase>& phrases, WordForms& forms);

  // In the order of the text. The work grows with its length and with the beginnings of phrases that stand in it, not
  // with the number of phrases; of a wording only the first 40 words count.
  std::vector<StopMatch> find(std::string_view text);

  // How often the last find() looked for what follows a part of a wording: its work, which tests compare.
  size_t comparisons() const { return comparisons_; }

 private:
  struct Span {
    size_t owner = 0;
    size_t begin = 0;  // tokens
    size_t end = 0;
  };
  // A part of a wording, and the token before which it ends.
  using Step = std::pair<WordingTree::Node, size_t>;
  // A wording and the token behind it, the nearest where gaps allow several.
  struct Match {
    Wording wording;
    size_t end = 0;
  };

  std::vector<WordingPart> parts_of(std::string_view wording);
  void add(WordingTree& tree, std::string_view wording, size_t owner);
  bool has_conditions(size_t owner) const;
  std::vector<std::string> bases_of(const std::string& word);
  NumberedWord known_word(const std::string& word);     // with the bases that have a number
  NumberedWord numbered_word(const std::string& word);  // with all its bases, which get numbers
  void read_tokens(std::string_view text);
  void add_steps(const WordingTree& tree, WordingTree::Node node, size_t at, std::vector<Step>& steps);
  void follow(const WordingTree& tree, std::vector<Step> steps, std::vector<Match>& matches);
  void walk(const WordingTree& tree, WordingTree::Node node, const std::vector<size_t>& ends,
            std::vector<Match>& matches);
  std::vector<size_t> with_gap(const std::vector<size_t>& ends) const;
  // The token that may follow one that ends before `at`, within its sentence; nothing where none does.
  std::optional<size_t> next_in_sentence(size_t at) const;
  std::vector<Span> spans_of(const WordingTree& tree);
  void read_conditions();
  void read_advice();
  bool is_lifted(const Span& span) const;
  bool stands_alone(const Span& span) const;
  bool is_excepted(const Span& span) const;

  std::vector<StopPhrase> phrases_;
  StopConditions conditions_;
  WordForms& forms_;
  std::unordered_map<std::string, std::string> irregular_;  // a form, to the first form of its word
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of words of wordings and their bases
  WordingTree wordings_, except_, times_, negations_, advice_, advice_ends_;
  size_t wording_count_ = 0;

  // Of the text that is looked at.
  std::vector<SpokenToken> tokens_;
  std::vector<size_t> next_read_;    // by token: from it on the next that is no mark between words
  std::vector<NumberedWord> words_;  // each once
  std::vector<size_t> word_at_;      // by token: its place in words_
  size_t comparisons_ = 0;
  std::vector<bool> with_time_;                  // by sentence
  std::vector<bool> negated_;                    // by token: a negation ends before it
  std::vector<bool> advised_;                    // by token: it is advised not to say it
  std::vector<std::vector<size_t>> exceptions_;  // by token: phrases whose exceptions hold it
};

}  // namespace canvasbook
