// A row of a table that was written elsewhere as an item of a check list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/base/identifier.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// The cells of a row, trimmed; those that the table does not have are empty.
struct CheckRow {
  std::string check;        // what is looked at
  std::string requirement;  // what good looks like
  std::string group;
  std::string scale;  // in lines if several columns say it
  std::string weight;
  std::string critical;
  std::string evidence;
};

enum class CheckRowFault : std::uint8_t {
  unknown_scale,
  bad_levels,  // of an own scale: words or points lack, or it has none that gives points
  bad_weight,
  bad_critical
};

// `value`: the text that cannot be read.
struct CheckRowProblem {
  CheckRowFault fault{};
  std::string value;
};

// Puts the row at the end of the list. A group is begun where its name changes, or by a row that names nothing but a
// group. A row without what is looked at goes on with the requirement above. Scales, in either language: yes/no (with
// or without n/a), yes/no/partly, 5, 7 or 10 points ("1–5", "10 points"), own ones as "Great:100|Okay:50|Poor:0", each
// once in the list; what is written down and not judged (text, number, date, photo, signature) is asked with the
// weight 0 and that as its evidence. An empty scale is that of the list, an empty weight 1. Returns what is wrong with
// the row; the list then has its item without it.
std::optional<CheckRowProblem> add_check_row(Checklist& list, const CheckRow& row, IdSource& fresh);

}  // namespace canvasbook
