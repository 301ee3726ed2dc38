// Moving cues to another section of answers, such as gaps to where they belong.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/item_edits.h"
#include "model/workbook.h"

namespace canvasbook {

struct MovedCues {
  Workbook workbook;
  std::vector<std::string> cues;  // ids of those that were moved, in their order
};

// Moves the chosen cues, and those with a chosen answer, from the other sections of a document to the end of one of its
// sections of answers. Ids stay, so that what leads to them still does. A section of gaps that has none left goes.
// Nothing is moved where the target is no section of answers.
MovedCues move_cues(Workbook workbook, const ItemIds& items, std::string_view to);

// Makes the chosen cues of the gaps of a document other words for one of its other cues: what clients said, and other
// words for that, each once. Answers that they have go behind those of that cue. `cues` are those that are gone then; a
// section of gaps that has none left goes. Nothing is joined to what is no cue outside of gaps.
MovedCues join_cues(Workbook workbook, const ItemIds& items, std::string_view cue);

// The workbook without a section, if that is one of gaps, has none left and is not the only one of its document.
Workbook without_emptied_gaps(Workbook workbook, std::string_view section);

}  // namespace canvasbook
