// What stays in sight through a stage of a call: its goal and its questions.
#pragma once

#include <string>
#include <vector>

#include "editor/call/plain_words.h"
#include "model/workbook.h"

namespace canvasbook {

struct NoteInSight {
  std::string title;  // of the section
  std::vector<LineInSight> lines;

  bool operator==(const NoteInSight&) const = default;
};

// The running text of the sections with the role `call_goal`, then what sections with the role `needs` ask, of the part
// of level 1 that a section stands in. What holds no words is left out.
std::vector<NoteInSight> notes_in_sight(const Document& document, const Section& stage);

}  // namespace canvasbook
