// Results of visits as JSON for other programs.
#pragma once

#include <string>

#include "model/kinds/visit_actions.h"
#include "model/visit_results.h"

namespace canvasbook {

// An object with rule, total, target, drafts, trend, by (the name of `by`), rows, visits, changes and actions, of which
// those that are overdue on a day say so. Scores and the target are parts, 0 … 1; null where nothing applies.
std::string results_as_json(const VisitResults& results, ResultsBy by, PointsRule rule, std::optional<double> target,
                            const ReportedActions& actions, const Date& today);

}  // namespace canvasbook
