// Marks of check items: which a scale offers, what they are called and what they give. Whoever shows, prints or reads
// marks asks here, and knows no scale by name.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// A mark: 0 no, 1 partly, 2 yes; on a scale of points 1 … n; on an own one the place of its level from 0; or that the
// item does not apply.
inline constexpr int mark_no = 0;
inline constexpr int mark_partly = 1;
inline constexpr int mark_yes = 2;
inline constexpr int mark_not_applicable = -1;

using Marks = std::map<std::string, int>;  // by the id of the check item; without an entry it is not marked yet

// Whether a scale is one of points, 1 … n; whether its marks are yes and no. An own scale is neither.
bool has_points(ItemScale scale);
bool is_yes_or_no(ItemScale scale);

// The marks of a scale in the order in which they are offered, "does not apply" last.
std::vector<int> marks_of(ItemScale scale);

// Whether a mark is one of the scale's, or says that there is none.
bool is_mark_of(ItemScale scale, int mark);

// A mark in words: "yes", "4", "Great", "n/a"; empty for none. A level without words is called by its points.
std::string mark_words(ItemScale scale, int mark, const Catalog& words);

// The points of a level of an own scale, and the most that one has.
int points_of(const OwnScale& scale, int mark);
int most_points(const OwnScale& scale);

// Whether marks on the scale give points at all. Where they do not an item is asked and not counted.
bool gives_points(ItemScale scale);

// Marks in the order of the items by their ids.
Marks marks_by_id(const Checklist& checklist, std::span<const std::int8_t> marks);

}  // namespace canvasbook
