// Where the cells of a table stand: columns as wide as what is in them where there is room, and rows in each cell.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "editor/text/line_breaks.h"
#include "editor/text/metrics.h"
#include "editor/text/table_source.h"

namespace canvasbook {

// The columns of a table, in pixels from the left edge of the text; both have room around them.
struct TableColumns {
  std::vector<float> lefts;
  std::vector<float> widths;
  std::vector<CellAlignment> alignments;
  float right = 0;  // of the table
  bool operator==(const TableColumns&) const = default;
};

// Where a row of a cell begins, from the left edge of the text and the upper edge of its line.
struct CellRow {
  float left = 0;
  float top = 0;
  size_t cell = 0;
};

// A line of a table as it is laid out.
struct TableLine {
  std::vector<StretchWidths> widths;  // of its cells
  std::vector<LookRun> runs;          // with the bars hidden
  std::shared_ptr<const TableColumns> columns;
  std::vector<size_t> row_ends;  // as in a paragraph, but for the last
  std::vector<CellRow> rows;
  float height = 0;
  bool is_head = false;
  bool is_dashes = false;  // shown as a rule below the head
};

// A line whose cells are measured but not laid out.
TableLine measured_line(std::u32string_view line, const ParagraphStyle& style, const TextMetrics& metrics);

// The columns for lines of a table, dashes among them; `room` in pixels.
TableColumns fitting_columns(std::span<const TableLine* const> lines, const std::vector<CellAlignment>& alignments,
                             float room, const TableMeasures& measures);

// Lays a measured line out in its columns, which have to be set.
void lay_out_line(TableLine& laid_out, std::u32string_view line, const ParagraphStyle& style,
                  const TextMetrics& metrics);

}  // namespace canvasbook
