// Charts of what visits come to. Beside each figure stands the number of its visits; of few visits it is whole, with
// its range, and its bar is hollow. Pure; `words` is the catalog of the reader. Internal to export/.
#pragma once

#include <optional>

#include "export/print_blocks.h"
#include "model/base/catalog.h"
#include "model/visit_results.h"

namespace canvasbook {

// Places, shoppers or sections, the best first, those without a score last; `target`: 0 … 1.
PrintChart chart_of_rows(const VisitResults& results, ResultsBy by, std::optional<double> target, const Catalog& words);

// The months in their order, with a gap for each that has no visits; without a line where so few have a score that
// nothing can be said of a trend.
PrintChart chart_of_months(const VisitResults& results, std::optional<double> target, const Catalog& words);

// Places by sections.
PrintChart heat_map_of(const VisitResults& results, const Catalog& words);

// How many visits have a score below 10 %, 20 % … and up to 100 %.
PrintChart chart_of_distribution(const VisitResults& results, const Catalog& words);

// The weakest items, at most so many.
PrintChart chart_of_weakest(const VisitResults& results, size_t most, const Catalog& words);

}  // namespace canvasbook
