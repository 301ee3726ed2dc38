// Rows of a sheet as the entries of an index: in two columns, of which the left one is read first.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"

namespace canvasbook {

namespace {

constexpr float index_size = 7.5F;
constexpr float index_line = 9.3F;
constexpr float index_columns_gap = 18;
constexpr float index_turn_indent = 8;    // of all lines of an entry but its first one
constexpr float index_page_gap = 6;       // before what stands at the right
constexpr float index_space = 5;          // above
constexpr float index_rounding = 0.5F;    // points that a page keeps free
constexpr size_t least_index_column = 4;  // lines at the foot of a page

struct IndexText {
  Paragraph text;
  std::vector<Line> lines;
  bool at_right = false;
};

struct IndexEntry {
  std::string item;
  std::vector<IndexText> texts;  // in the order of their lines; what stands at the right behind them
};

struct IndexLine {
  const IndexEntry* entry;
  const IndexText* text;
  const Line* line;
  bool begins;  // the entry
};

size_t index_lines_in(float height) {
  return static_cast<size_t>(std::max(1.0F, (height - index_rounding) / index_line));
}

class IndexColumns {
 public:
  IndexColumns(FlowBuilder& flow, const SheetBlock& sheet)
      : flow_(flow), width_((flow.setup.width - index_columns_gap) / 2) {
    for (const SheetBlock::Row& row : sheet.rows) add_entry(sheet, row);
    float right = 0;
    for (const IndexEntry& entry : entries_) {
      for (const IndexText& text : entry.texts) {
        if (text.at_right) right = std::max(right, line_width(text.lines.front(), index_size));
      }
    }
    const float room = std::max(width_ / 2, width_ - index_turn_indent - (right > 0 ? right + index_page_gap : 0));
    for (IndexEntry& entry : entries_) add_lines(entry, room);
  }

  void add() {
    flow_.set_space(index_space);
    size_t rows = rows_left();
    for (size_t at = 0; at < lines_.size();) {
      size_t left = end_of_column(at, rows);
      const size_t right = end_of_column(left, rows);
      if (right == lines_.size()) left = end_of_even_column(at, rows, left);
      add_rows(at, left, right);
      at = right;
      rows = index_lines_in(flow_.setup.height);
    }
    flow_.set_space(8);
  }

 private:
  void add_entry(const SheetBlock& sheet, const SheetBlock::Row& row) {
    flow_.set_item(row.item);
    IndexEntry entry{row.item, {}};
    for (size_t c = 0; c < std::min(row.cells.size(), sheet.columns.size()); ++c) {
      const bool at_right = c > 0 && sheet.columns[c].alignment == Alignment::right;
      if (c > 0 && row.cells[c].empty()) continue;
      IndexText text{flow_.paragraph(row.cells[c], {}), {}, at_right};
      if (at_right) text.lines = break_lines(text.text, unlimited_width, index_size, flow_.fonts);
      entry.texts.push_back(std::move(text));
    }
    std::stable_partition(entry.texts.begin(), entry.texts.end(), [](const IndexText& text) { return !text.at_right; });
    entries_.push_back(std::move(entry));
  }

  void add_lines(IndexEntry& entry, float room) {
    bool begins = true;
    for (IndexText& text : entry.texts) {
      if (text.at_right) continue;
      text.lines = break_lines(text.text, room, index_size, flow_.fonts, Hyphens::sparing);
      for (const Line& line : text.lines) lines_.push_back({&entry, &text, &line, std::exchange(begins, false)});
    }
  }

  // The lines of a column that have room below what stands on the page already: a heading, with what is above it.
  size_t rows_left() const {
    const float height = flow_.setup.height;
    float y = 0;
    float heading = 0;  // what stays with the first lines
    for (const FlowBox& box : flow_.boxes()) {
      const float below = y == 0 ? box.height : y + box.before + box.height;
      y = below > height ? box.height : below;
      heading = box.keep == Keep::always ? heading + box.before + box.height : 0;
    }
    const float left = height - y - index_space;
    if (left >= static_cast<float>(least_index_column) * index_line + index_rounding) return index_lines_in(left);
    return index_lines_in(height - heading - index_space);
  }

  // The end of a column that begins with a line. An entry stays in one column if it fits one.
  size_t end_of_column(size_t first, size_t rows) const {
    const size_t end = std::min(first + rows, lines_.size());
    if (end == lines_.size()) return end;
    size_t last = end;
    while (last > first && !lines_[last].begins) --last;
    return last > first ? last : end;
  }

  // The end of the left column where the last two are as short as can be.
  size_t end_of_even_column(size_t first, size_t rows, size_t longest) const {
    for (size_t even = (lines_.size() - first + 1) / 2; even < rows; ++even) {
      const size_t end = end_of_column(first, even);
      if (end_of_column(end, even) == lines_.size()) return end;
    }
    return longest;
  }

  // The columns of one page: the lines from `first` on and those from `middle` on beside each other.
  void add_rows(size_t first, size_t middle, size_t end) {
    const size_t count = std::max(middle - first, end - middle);
    for (size_t i = 0; i < count; ++i) {
      flow_.push(0, index_line, i + 1 < count ? Keep::together : Keep::none);
      if (first + i < middle) paint(lines_[first + i], 0);
      if (middle + i < end) paint(lines_[middle + i], width_ + index_columns_gap);
    }
  }

  void paint(const IndexLine& line, float x) {
    flow_.set_item(line.entry->item);
    const auto paint_at = [&](const IndexText& text, const Line& part, float left) {
      flow_.paint_line(text.text, part,
                       flow_.paint(left, index_line, index_size, RunRole::table_cell, paper_colours::text));
    };
    paint_at(*line.text, *line.line, x + (line.begins ? 0 : index_turn_indent));
    if (!line.begins) return;
    for (const IndexText& text : line.entry->texts) {
      if (!text.at_right) continue;
      paint_at(text, text.lines.front(), x + width_ - line_width(text.lines.front(), index_size));
    }
  }

  FlowBuilder& flow_;
  float width_;  // of a column
  std::vector<IndexEntry> entries_;
  std::vector<IndexLine> lines_;
};

}  // namespace

void add_index(FlowBuilder& flow, const SheetBlock& sheet) { IndexColumns(flow, sheet).add(); }

}  // namespace canvasbook
