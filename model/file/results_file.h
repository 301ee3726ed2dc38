// Results of visits as JSON for other programs.
#pragma once

#include <string>

#include "model/visit_results.h"

namespace canvasbook {

// An object with rule, total, drafts, trend, by (the name of `by`), rows, visits and changes. Scores are parts, 0 … 1;
// null where nothing applies.
std::string results_as_json(const VisitResults& results, ResultsBy by, PointsRule rule);

}  // namespace canvasbook
