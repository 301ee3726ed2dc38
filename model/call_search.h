// Finding the cue that a client means, by two or three of the words that were heard.
//
// A query's word fits a word of a cue as a form of it (дорого, дороже: one stem), as its beginning where it is the last
// one of the query, which is still being typed, or with one letter wrong: left out, added, changed or exchanged with
// its neighbour, or as one that begins as it does: дороговато and дорого, посоветуюсь and посоветоваться. What was
// typed is compared so with what is written; the last word with stems too, which are beginnings, and long stems with
// each other. The first letter is the wrong one in long words alone: leasing is not pleas(e). What a cue scores with a
// word of the query is the product of
//   how well it fits: 1 as it is written, 0.97 as another form, 0.8 as a beginning, 0.6 with one letter wrong (words of
//     four letters and more), 0.5 with the same beginning of at least five letters, which is one of the two words or
//     stems as a whole and three fifths of the other one, or three quarters of the longer stem;
//   where it stands: 1 in the cue, 0.9 in its synonyms, 0.3 in the title of its section;
//   whether it says anything: 1, of common words such as "how" and "about" 0.3; where the query has nothing else, 1
//   too (a number says something); how rare it is: the logarithm of 1 + (all cues / cues that have it). All words with
//   one beginning are as rare as
//     they are together: which of them it becomes is not known yet, and so the order does not change with each letter;
// of several fitting words the best one counts. A cue that has none but common words of a query that says more is
// found only where all its words were said. Which words are common is a list of the catalog, "call.common_words", in
// both languages. The score of a cue is the sum over the words of the query. Of equal ones that of which more was said
// (the share of the cue's words) comes first, then the one that stands first in the document. Nothing depends on time
// or chance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/text/word_forms.h"
#include "model/workbook.h"

namespace canvasbook {

// A cue of a document and its section.
struct IndexedCue {
  const Section* section = nullptr;
  const Response* response = nullptr;
};

struct CallHit {
  size_t cue = 0;  // place in CallIndex::cues()
  double score = 0;
};

// The words of all cues of a document by stem, and by the stem with one letter left out. Made once, in time in
// proportion to the text; a query looks at the cues that have its words and at no others. Points into the document.
// Sections of gaps and cues without words are left out. Not for several threads at once.
class CallIndex {
 public:
  explicit CallIndex(const Document& document);

  const std::vector<IndexedCue>& cues() const { return cues_; }

  // The best cues, at most `most`; none for a query without words.
  std::vector<CallHit> find(std::string_view query, size_t most);

 private:
  // A stem, and the cues that have a word of it, with the best weight of where it stands.
  struct Posting {
    size_t cue = 0;
    double weight = 0;
    size_t words = 0;  // of the cue itself that have this stem
  };
  struct Term {
    std::string stem;
    std::vector<Posting> postings;  // in the order of the cues, as all of them
  };
  // A cue that has a word just as it is written, and the best weight of where it stands.
  struct Written {
    size_t cue = 0;
    double weight = 0;
  };
  // How a word is written, or its stem: what can be begun or mistyped.
  struct Form {
    std::u32string letters;
    size_t term = 0;
    bool is_stem = false;

    bool operator==(const Form&) const = default;
  };
  struct Deletion {
    std::uint64_t hash = 0;
    size_t form = 0;

    bool operator==(const Deletion&) const = default;
  };
  struct Fit {
    size_t term = 0;
    double how_well = 0;
    size_t cues = 0;  // that have it, see above of how rare it is
  };

  void add_words(std::string_view text, size_t cue, double weight);
  std::string stem_of(const std::string& word);
  std::vector<Fit> fits_of(const std::string& word, bool is_last);

  WordForms forms_of_words_;
  std::vector<IndexedCue> cues_;
  std::vector<size_t> cue_lengths_;  // words
  std::vector<Term> terms_;
  std::unordered_map<std::string, size_t> terms_by_stem_;
  std::unordered_map<std::string, std::vector<Written>> written_;  // by the word
  std::vector<Form> forms_;                                        // sorted
  std::vector<Deletion> deletions_;                                // sorted
};

}  // namespace canvasbook
