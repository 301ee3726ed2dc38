// The tables of the report of visits. Beside every figure stands the number of its visits. Pure; `words` is the catalog
// of the reader. Internal to export/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/print_blocks.h"
#include "model/base/catalog.h"
#include "model/visit_results.h"

namespace canvasbook {

// A score without its range; of few visits whole.
std::string short_score_words(const ResultFigure& figure, const Catalog& words);

// Places, months, sections … with all their figures; `place`: whose alone they are.
SheetBlock table_of_rows(const std::vector<ResultRow>& rows, ResultsBy by, const std::optional<std::string>& place,
                         const Catalog& words);

// The rows with the lowest scores, in the order of all; those without a score give way first.
std::vector<ResultRow> weakest_rows(const std::vector<ResultRow>& rows, size_t most);

// The largest changes, in the order of all, below the months that are compared.
SheetBlock table_of_changes(const RoundChanges& changes, size_t most, const std::optional<std::string>& place,
                            const Catalog& words);

}  // namespace canvasbook
