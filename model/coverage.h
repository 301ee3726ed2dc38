// Coverage: what of the other parts each touchpoint and each segment of a document has, and where there is a hole
// (method, section E). Computed, never stored.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

// The columns: of a touchpoint who answers for it, the standards at it, the check items that measure these and the
// words that they prescribe; of a segment what it is offered, how it is reached, kept and what it pays, its portrait
// and its economics.
enum class CoverageColumn {
  owner,
  standard,
  check,
  wording,
  value_propositions,
  channels,
  customer_relationships,
  revenue_streams,
  portrait,
  economics
};

// What stands there, each on one line; empty: a hole.
using CoverageCell = std::vector<std::string>;

struct CoverageRow {
  std::string id;  // of the touchpoint or the segment
  std::string name;
  std::vector<CoverageCell> cells;  // one a column
  std::optional<double> result;  // of a touchpoint: 0 … 1, what its check items came to in the last month with visits

  size_t holes() const;
};

struct Coverage {
  std::vector<CoverageColumn> columns;
  std::vector<CoverageRow> rows;
  bool has_results = false;  // any row

  size_t holes() const;
  const CoverageRow* worst() const;  // the first of those with the most holes; nullptr where there is none
};

// The touchpoints that a document defines, in their order, with what the whole workbook has for them. The work grows
// with the workbook, not with touchpoints × standards.
Coverage coverage_of_touchpoints(const Workbook& workbook, std::string_view document);

// The segments that a document defines. Portraits and economics are columns where the workbook has sheets of these: a
// row belongs to the segment that it is called by, up to a colon.
Coverage coverage_of_segments(const Workbook& workbook, std::string_view document);

}  // namespace canvasbook
