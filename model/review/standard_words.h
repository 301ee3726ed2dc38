// The words that standards and check lists are read by, as data: what nobody can see or count, and what joins two
// demands in one sentence. assets/standard_words/<language>.json; its README tells what each list is for.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/base/language.h"
#include "model/base/result.h"
#include "model/stop_phrases/stop_list.h"

namespace canvasbook {

struct StandardWords {
  std::vector<StopPhrase> vague;  // id, wordings and unless_time alone
  // Words as spoken_tokens() folds them.
  std::unordered_set<std::string> actions;
  std::unordered_set<std::string> links;    // "and"
  std::unordered_set<std::string> whether;  // ли
  std::unordered_set<std::string> between;
  std::vector<std::string> besides;  // words with single blanks between them: "and also"
};

// Of a language; loaded once, on first use, safe from any thread.
const StandardWords& standard_words(Language language);

// Reads one; exposed for tests. Errors: those of parse_json; wrong_type, missing_field and bad_value with the place.
Result<StandardWords> read_standard_words(std::string_view text);

}  // namespace canvasbook
