// Mending what the rule for STOP phrases found.
#pragma once

#include <string>
#include <string_view>

#include "model/item_edits.h"
#include "model/review/finding.h"
#include "model/stop_phrases/stop_list.h"
#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view stop_phrase_rule = "stop_phrase";

// What such a finding is about: a phrase of the list in a text. A dismissal keeps it.
inline std::string stop_phrase_subject(const FieldPlace& place, std::string_view phrase) {
  return place.item + "/" + place.field + "/" + std::string(phrase);
}

// Why not to say a phrase, and what the client hears in it, a sentence each; empty where the list says neither.
std::string reason_of(const StopPhrase& phrase, const Catalog& words);

// Puts the replacement of the list in place of the phrase, wherever it is all of a clause in the text of the finding:
// other words around it would have to change as well.
Workbook replace_stop_phrase(Workbook workbook, const Finding& finding);

}  // namespace canvasbook
