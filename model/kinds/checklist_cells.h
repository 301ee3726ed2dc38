// Rows of cells, as a spreadsheet puts them on the clipboard, as items of a check list: what is looked at, the
// requirement, the weight, what proves the mark. A first row that names these columns says their order and is no item.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/identifier.h"
#include "model/kinds/checklist.h"
#include "model/text/delimited_text.h"

namespace canvasbook {

// "2", "0,5", "0.5": a weight that an item can have; nothing for another text.
std::optional<double> read_weight(std::string_view text);

// The same as text, with a point.
std::string write_weight(double weight);

// What was done to a check list, the ids of what came, and how many texts found no field: those of further columns, and
// weights that are no number from 0 to 10 in whole tenths.
struct ChecklistEdit {
  Checklist checklist;
  std::vector<std::string> added;
  size_t left_out = 0;
};

// Puts an item for each row behind an item or at the end of a group; where `at` is neither, at the end of the last
// group, in a list in which nothing is written of the first; a list without groups gets one. An unwritten item that
// they are put behind gives way, if it is `at` or alone in its group. A column of texts at a line to fill in becomes
// such lines.
ChecklistEdit insert_check_items(Checklist checklist, std::string_view at, const CellRows& rows, IdSource& fresh);

}  // namespace canvasbook
