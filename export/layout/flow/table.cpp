// Tables: widths of columns, rows over pages, heads again on each page.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"

namespace canvasbook {

namespace {

constexpr float size = 9.5F;
constexpr float line_height = 12;
constexpr float cell_pad_x = 5;
constexpr float cell_pad_y = 3;

struct Column {
  float x = 0;
  float width = 0;
  Alignment alignment = Alignment::left;
};

struct Row {
  std::string item;  // or empty for that of the table
  std::vector<Paragraph> cells;
};

float points(int thousandths) { return static_cast<float>(thousandths) * size / 1000; }

// The widths that columns ask for by their content, in proportion where that is more than there is: a long column gives
// more than a short one, the square root of what it wants, but no column less than its longest word while that can be.
std::vector<float> widths_by_content(const std::vector<Row>& rows, float room, std::vector<float>& longest_word) {
  const size_t columns = longest_word.size();
  std::vector<float> wanted(columns, 24);
  for (const Row& row : rows) {
    for (size_t c = 0; c < row.cells.size(); ++c) {
      float line = 0;
      for (const Chunk& chunk : row.cells[c].chunks) {
        line += points(chunk.width + chunk.space);
        longest_word[c] = std::max(longest_word[c], points(chunk.width) + 2 * cell_pad_x);
        wanted[c] = std::max(wanted[c], line + 2 * cell_pad_x);
        if (chunk.must_break) line = 0;
      }
    }
  }
  if (std::accumulate(wanted.begin(), wanted.end(), 0.0F) <= room) return wanted;
  float weights = 0;
  float least = 0;
  for (size_t c = 0; c < columns; ++c) {
    least += std::min(longest_word[c], room / static_cast<float>(columns));
    weights += std::sqrt(wanted[c]);
  }
  for (size_t c = 0; c < columns; ++c) {
    wanted[c] =
        std::min(longest_word[c], room / static_cast<float>(columns)) + (room - least) * std::sqrt(wanted[c]) / weights;
  }
  return wanted;
}

// Gives each column at least the width of its longest word, at the expense of those that have more than they need.
void widen_for_words(std::vector<float>& widths, const std::vector<float>& longest_word) {
  float missing = 0;
  float spare = 0;
  for (size_t c = 0; c < widths.size(); ++c) {
    missing += std::max(0.0F, longest_word[c] - widths[c]);
    spare += std::max(0.0F, widths[c] - longest_word[c]);
  }
  if (missing == 0 || spare <= missing) return;
  for (size_t c = 0; c < widths.size(); ++c) {
    const float over = widths[c] - longest_word[c];
    widths[c] -= over > 0 ? over * missing / spare : over;
  }
}

// Columns with a share of the width get it; the others share the rest by their content.
std::vector<float> column_widths(const std::vector<Row>& rows, const std::vector<int>& shares, float room) {
  std::vector<float> longest_word(shares.size(), 24);
  std::vector<float> widths = widths_by_content(rows, room, longest_word);
  const int shared = std::accumulate(shares.begin(), shares.end(), 0);
  if (shared == 0) return widths;
  const bool all = std::ranges::none_of(shares, [](int share) { return share == 0; });
  const float unit = room / static_cast<float>(all ? shared : std::max(shared, 12));
  float wanted = 0;  // by the columns without a share
  for (size_t c = 0; c < shares.size(); ++c) wanted += shares[c] == 0 ? widths[c] : 0;
  const float by_share = unit * static_cast<float>(shared);
  const float rest = std::max(room - by_share, all ? 0.0F : room * 0.1F);
  const float scale = by_share + rest > room ? (room - rest) / by_share : 1;
  for (size_t c = 0; c < shares.size(); ++c) {
    widths[c] = shares[c] > 0 ? static_cast<float>(shares[c]) * unit * scale : rest * widths[c] / wanted;
  }
  widen_for_words(widths, longest_word);
  return widths;
}

// A row is a box for each line that its cells have; the boxes stay together while they fit a page.
void add_row(FlowBuilder& flow, const Row& row, const std::vector<Column>& columns, bool is_head) {
  std::vector<std::vector<Line>> lines;
  size_t most = 1;
  for (size_t c = 0; c < row.cells.size(); ++c) {
    lines.push_back(break_lines(row.cells[c], columns[c].width - 2 * cell_pad_x, size, flow.fonts,
                                is_head ? Hyphens::none : Hyphens::sparing));
    most = std::max(most, lines.back().size());
  }
  const float left = columns.front().x;
  const float width = columns.back().x + columns.back().width - left;
  for (size_t i = 0; i < most; ++i) {
    const float top = i == 0 ? cell_pad_y : 0;
    const bool last = i + 1 == most;
    const float height = line_height + top + (last ? cell_pad_y : 0.0F);
    flow.push(0, height, last ? Keep::none : Keep::always);
    Box panel;
    panel.x = left;
    panel.width = width;
    if (is_head) {
      panel.height = height;
      panel.fill = palette::frame;
      flow.add_box(panel);
    }
    if (last) {
      panel.y = height - 0.7F;
      panel.height = 0.7F;
      panel.fill = palette::line;
      flow.add_box(panel);
    }
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (i >= lines[c].size()) continue;
      const float room = columns[c].width - 2 * cell_pad_x - line_width(lines[c][i], size);
      const Alignment alignment = columns[c].alignment;
      const float shift = alignment == Alignment::right ? room : alignment == Alignment::centre ? room / 2 : 0;
      const RunRole role = is_head ? RunRole::table_head : RunRole::table_cell;
      flow.paint_line(row.cells[c], lines[c][i],
                      flow.paint(columns[c].x + cell_pad_x + shift, line_height, size, role, palette::text, top));
    }
  }
}

// The first row is the head, which repeats on each page.
void add_rows(FlowBuilder& flow, const std::vector<Row>& rows, const std::vector<Alignment>& alignments,
              const std::vector<int>& shares, float indent) {
  std::vector<Column> columns;
  float x = indent;
  for (const float width : column_widths(rows, shares, flow.width(indent))) {
    columns.push_back({x, width, columns.size() < alignments.size() ? alignments[columns.size()] : Alignment::left});
    x += width;
  }
  flow.leave_space(7);
  const size_t head = flow.boxes().size();
  add_row(flow, rows.front(), columns, true);
  flow.repeat_head(head);
  size_t first = flow.boxes().size();  // of the last row but one
  for (size_t r = 1; r < rows.size(); ++r) {
    if (!rows[r].item.empty()) flow.set_item(rows[r].item);
    const size_t start = flow.boxes().size();
    add_row(flow, rows[r], columns, false);
    // Two rows at least stand together at either end of a table.
    if (r == 2 || r + 1 == rows.size()) flow.keep_together(first);
    first = start;
  }
  flow.end_head();
  flow.set_space(8);
}

}  // namespace

void add_table(FlowBuilder& flow, const RichBlock& table, float indent) {
  if (table.rows.empty() || table.rows.front().empty()) return;
  std::vector<Row> rows;
  for (const auto& cells : table.rows) {
    const Face face = rows.empty() ? Face::bold : Face::regular;
    Row row;
    for (const Spans& cell : cells) row.cells.push_back(flow.paragraph(cell, {face, false}));
    rows.push_back(std::move(row));
  }
  add_rows(flow, rows, table.alignments, std::vector<int>(table.rows.front().size(), 0), indent);
}

void add_sheet(FlowBuilder& flow, const SheetBlock& sheet) {
  if (sheet.columns.empty()) return;
  std::vector<Row> rows(1);
  std::vector<Alignment> alignments;
  std::vector<int> shares;
  for (const SheetBlock::Column& column : sheet.columns) {
    rows.front().cells.push_back(flow.paragraph(column.title, {Face::bold, false}));
    alignments.push_back(column.alignment);
    shares.push_back(std::max(0, column.share));
  }
  for (const SheetBlock::Row& row : sheet.rows) {
    flow.set_item(row.item);
    Row made{row.item, {}};
    for (size_t c = 0; c < std::min(row.cells.size(), sheet.columns.size()); ++c) {
      made.cells.push_back(flow.paragraph(row.cells[c], {}));
    }
    rows.push_back(std::move(made));
  }
  add_rows(flow, rows, alignments, shares, 0);
}

}  // namespace canvasbook
