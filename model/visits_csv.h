// Visits and results as CSV for spreadsheets: UTF-8 with a byte order mark, the signs of the language: commas between
// cells, in Russian semicolons and a comma in numbers.
#pragma once

#include <string>
#include <string_view>

#include "model/base/catalog.h"
#include "model/visit_results.h"

namespace canvasbook {

// A cell that a spreadsheet would take for a formula has an apostrophe before it, one that looks so guarded one more;
// and without it again.
std::string guarded_cell(std::string text);
std::string_view plain_cell(std::string_view text);

// A row a visit and item, in the shape that read_visits takes, with the proof of the item in the last cell; lines of
// the list's head that say something are rows too: these proofs are their answers. Drafts stand in it with what they
// have. An item or a line is named by its id where its text is not its own.
std::string visits_csv(const Visits& visits, const Catalog& words);

// A row for each of the rows by which they are asked for.
std::string results_csv(const VisitResults& results, ResultsBy by, const Catalog& words);

}  // namespace canvasbook
