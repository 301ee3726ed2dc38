// The inbox of gaps: what clients said and the book has no cue for. It is a section of kind `responses` with the role
// `gaps`; it is not printed, and its cues need no answers until they are moved to where they belong.
#pragma once

#include <string>
#include <string_view>

#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view gaps_role = "gaps";

inline bool is_gaps(const Section& section) { return section.role == gaps_role; }

// The workbook with a cue without answers, in the first section of gaps of a document; where there is none one is added
// at the end, titled in the language of the document. `cue` is the id of the new cue; empty, and the workbook as it
// was, where the words are blank, are a gap already, or the document is not there.
struct AddedGap {
  Workbook workbook;
  std::string cue;
};
AddedGap add_gap(Workbook workbook, std::string_view document, std::string_view words, IdSource& fresh);

}  // namespace canvasbook
