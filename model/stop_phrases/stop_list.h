// STOP phrases as data: what is not to be said, in which wordings, and what lifts it. The starting list of each
// language is assets/stop_phrases/<language>.json; its README tells how wordings are written.
#pragma once

#include <string>
#include <vector>

#include "model/base/language.h"
#include "model/base/result.h"

namespace canvasbook {

// One thing not to be said. What a workbook's own list says has its item's id, and no conditions of its own.
struct StopPhrase {
  std::string id;
  std::vector<std::string> wordings;
  std::string replacement;
  std::string reason;
  std::string hears;                // what the client hears in it
  std::vector<std::string> except;  // wordings in which it is no harm
  bool unless_time = false;         // lifted by a time in the same sentence: "I'll call you back by five"
  bool only_alone = false;          // only as an answer of its own: "No." but not "no extra charge"

  bool operator==(const StopPhrase&) const = default;
};

// What a language has beside its phrases, all of them wordings.
struct StopConditions {
  std::vector<std::string> times;                   // name a time or term
  std::vector<std::string> time_blanks;             // the words of a blank that stands for one: [время]
  std::vector<std::string> negations;               // right before a phrase they lift it
  std::vector<std::string> advice;                  // tell not to say what follows in the sentence
  std::vector<std::string> advice_ends;             // and from here on what to say instead
  std::vector<std::vector<std::string>> irregular;  // forms of one word that no rule joins: do, did, done
};

struct StartingStopList {
  std::vector<StopPhrase> phrases;
  StopConditions conditions;
};

// Of a language; loaded once, on first use, safe from any thread.
const StartingStopList& starting_stop_list(Language language);

// Reads one; exposed for tests. Errors: those of parse_json; wrong_type, missing_field and bad_value with the place.
Result<StartingStopList> read_stop_list(std::string_view text);

}  // namespace canvasbook
