// The answers of visits in words: what people and other programs write for marks, days, times and columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/catalog.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// The mark that a text says on a scale, in words of either language, as points or as a share: "да", "partly", "0,5",
// "4", "н/п"; on an own scale in the words of a level, or as the points that only one level gives; not_marked for an
// empty one; nothing for one that the scale does not have, or that several of its levels have.
std::optional<int> read_answer(ItemScale scale, std::string_view text);

// Whether several levels of an own scale have the words of an answer, or else its points.
bool says_several_levels(ItemScale scale, std::string_view text);

// All that a scale offers: "yes, partly, no, n/a".
std::string offered_answers(ItemScale scale, const Catalog& words);

// "9:05" as "09:05"; an empty one stays empty; nothing for what is no time of day.
std::optional<std::string> read_time(std::string_view text);

enum class VisitColumn : std::uint8_t {
  visit,
  place,
  shopper,
  date,
  time,
  item,
  answer,
  comment,
  proof,
  section,
  score
};

// What the name of a column says, in either language; nothing for another name.
std::optional<VisitColumn> visit_column_of(std::string_view name);

// Whether a line of a check list's head asks for what the head of a visit says anyway: where, who, when.
bool asks_for_visit_head(std::string_view title);

}  // namespace canvasbook
