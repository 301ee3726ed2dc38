#include "editor/text/table_layout.h"

#include <algorithm>
#include <numeric>

namespace canvasbook {

namespace {

// The looks of a line with what stands around the cells hidden.
std::vector<LookRun> hidden_around_cells(const ParagraphStyle& style, size_t length) {
  LookReader look(style.runs, style.look);
  std::vector<LookRun> runs;
  auto cell = style.table->cells.begin();
  for (size_t i = 0; i < length; ++i) {
    while (cell->stretch.end <= i) ++cell;
    const bool is_text = !style.table->is_dashes() && i >= cell->content.begin && i < cell->content.end;
    const Look shown = is_text ? look(i) : static_cast<Look>(look(i) | hidden_look);
    if (runs.empty() || runs.back().look != shown) runs.push_back({i, shown});
    runs.back().end = i + 1;
  }
  return runs;
}

float sum(const std::vector<float>& numbers) { return std::accumulate(numbers.begin(), numbers.end(), 0.0F); }

}  // namespace

TableLine measured_line(std::u32string_view line, const ParagraphStyle& style, const TextMetrics& metrics) {
  TableLine measured;
  measured.is_dashes = style.table->is_dashes();
  measured.runs = hidden_around_cells(style, line.size());
  for (const TableCell& cell : style.table->cells) {
    measured.widths.push_back(measured.is_dashes
                                  ? StretchWidths{}
                                  : widths_of(line, cell.content, metrics, LookReader(measured.runs, style.look)));
  }
  return measured;
}

TableColumns fitting_columns(std::span<const TableLine* const> lines, const std::vector<CellAlignment>& alignments,
                             float room, const TableMeasures& measures) {
  const size_t count = alignments.size();
  std::vector<float> whole(count, measures.least_width);
  std::vector<float> unbroken(count, measures.least_width);
  for (const TableLine* line : lines) {
    for (size_t i = 0; i < std::min(count, line->widths.size()); ++i) {
      whole[i] = std::max(whole[i], line->widths[i].whole + 1);
      unbroken[i] = std::max(unbroken[i], line->widths[i].unbroken + 1);
    }
  }
  TableColumns columns{{}, whole, alignments, 0};
  const float padding = measures.padding_across;
  const float space = std::max(room - 2 * padding * static_cast<float>(count), static_cast<float>(count));
  if (sum(whole) > space) {
    const float least = sum(unbroken);
    const float wish = sum(whole) - least;
    for (size_t i = 0; i < count; ++i) {
      columns.widths[i] =
          least > space ? unbroken[i] * space / least : unbroken[i] + (whole[i] - unbroken[i]) * (space - least) / wish;
    }
  }
  float left = 0;
  for (const float width : columns.widths) {
    columns.lefts.push_back(left + padding);
    left += width + 2 * padding;
  }
  columns.right = left;
  return columns;
}

void lay_out_line(TableLine& laid_out, std::u32string_view line, const ParagraphStyle& style,
                  const TextMetrics& metrics) {
  const TableMeasures measures = metrics.styler->table_measures();
  laid_out.row_ends.clear();
  laid_out.rows.clear();
  if (laid_out.is_dashes) {
    laid_out.rows.push_back({});
    laid_out.height = measures.rule;
    return;
  }
  size_t most_rows = 1;
  const std::vector<TableCell>& cells = style.table->cells;
  for (size_t i = 0; i < cells.size(); ++i) {
    const float width = laid_out.columns->widths[i];
    const LookReader look(laid_out.runs, style.look);
    std::vector<size_t> ends = row_ends(line, cells[i].stretch, metrics, look, {width, width});
    ends.push_back(cells[i].stretch.end);
    size_t begin = cells[i].stretch.begin;
    for (size_t row = 0; row < ends.size(); ++row) {
      const float used = widths_of(line, {begin, ends[row]}, metrics, look).whole;
      const CellAlignment alignment = laid_out.columns->alignments[i];
      const float share = alignment == CellAlignment::left ? 0 : alignment == CellAlignment::right ? 1.0F : 0.5F;
      laid_out.rows.push_back({laid_out.columns->lefts[i] + share * std::max(width - used, 0.0F),
                               measures.padding_along + static_cast<float>(row) * style.row_height, i});
      begin = ends[row];
    }
    most_rows = std::max(most_rows, ends.size());
    laid_out.row_ends.insert(laid_out.row_ends.end(), ends.begin(), ends.end());
  }
  laid_out.row_ends.pop_back();
  laid_out.height = static_cast<float>(most_rows) * style.row_height + 2 * measures.padding_along;
}

}  // namespace canvasbook
