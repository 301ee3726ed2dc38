// How one workbook differs from another, in numbers: what a record of unsaved work holds that its file does not.
#pragma once

#include <cstddef>

#include "model/workbook.h"

namespace canvasbook {

// Counts of items: notes, answers, rows, sections, documents and whatever else has an id.
struct WorkbookDifference {
  size_t added = 0;
  size_t changed = 0;  // in what they say, or moved to another place; properties of the workbook count as one
  size_t removed = 0;

  bool operator==(const WorkbookDifference&) const = default;
  bool is_none() const { return *this == WorkbookDifference{}; }
};

// From `before` to `after`. The day of the last change does not count; a mere change of the order counts as one. Looks
// only into what is not the same shared object.
WorkbookDifference workbook_difference(const Workbook& before, const Workbook& after);

}  // namespace canvasbook
