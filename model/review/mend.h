// Mending what the review found, where only one mend can be meant or one of a few was chosen.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/review/finding.h"
#include "model/touchpoints.h"
#include "model/workbook.h"

namespace canvasbook {

// The workbook after the mends of findings of one rule (see Finding::has_mend). What was changed meanwhile, so that
// there is nothing to mend any more, stays as it is.
Workbook mended(Workbook workbook, std::span<const Finding> findings);

// The finding to be mended by one of its choices.
Finding with_choice(Finding finding, const std::string& item);

// The verb of a rule's mend and the name of its step, catalog keys.
struct MendNames {
  std::string verb;
  const char* step = "";
};
MendNames mend_names(std::string_view rule);

// The id of the touchpoint that a cell names by its name, or nullptr.
const std::string* find_touchpoint_named(const TouchpointNames& touchpoints, std::string_view name);

}  // namespace canvasbook
