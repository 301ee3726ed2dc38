// Marks of check items.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// A mark: 0 no, 1 partly, 2 yes; on a scale of points 1 … n; or that the item does not apply.
inline constexpr int mark_no = 0;
inline constexpr int mark_partly = 1;
inline constexpr int mark_yes = 2;
inline constexpr int mark_not_applicable = -1;

using Marks = std::map<std::string, int>;  // by the id of the check item; without an entry it is not marked yet

// The marks of a scale in the order in which they are offered, "does not apply" last.
std::vector<int> marks_of(Scale scale);

// A mark in words: "yes", "4", "n/a"; empty for none.
std::string mark_words(Scale scale, int mark, const Catalog& words);

// Marks in the order of the items by their ids.
Marks marks_by_id(const Checklist& checklist, std::span<const std::int8_t> marks);

}  // namespace canvasbook
