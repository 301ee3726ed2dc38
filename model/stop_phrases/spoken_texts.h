// Which texts of a workbook its staff say, and which STOP list holds for them.
#pragma once

#include <vector>

#include "model/stop_phrases/stop_list.h"
#include "model/text_places.h"
#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view stop_list_role = "stop_list";

// Whether staff say a text of a section: an answer, their line of a dialogue, what is said instead of a phrase, the
// wording of a standard. Not what clients say, nor the left side of a list.
bool is_spoken(const Section& section, const FieldPlace& place);

// Those of a section, in the order in which they are read.
std::vector<PlacedText> spoken_texts(const Section& section);

// What is not to be said in the documents of a language: first the lists of the workbook (sections of replacements with
// the role of a STOP list), then what the starting list has besides, unless the workbook does without it. A phrase that
// stands in both has the workbook's replacement and reason, and the wordings and conditions of the starting list.
std::vector<StopPhrase> stop_list_of(const Workbook& workbook, Language language);

}  // namespace canvasbook
