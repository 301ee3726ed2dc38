// Tables: what their columns need, rows over pages, heads again on each page.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "export/colours.h"
#include "export/layout/columns_below.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/column_widths.h"
#include "export/layout/warning_sign.h"
#include "model/base/shared.h"

namespace canvasbook {

namespace {

constexpr float cell_pad_y = 3;
constexpr float cell_to_fill_in_pad_y = 6.5F;  // rows of 9 mm for a signature

struct Row {
  std::string item;  // or empty for that of the table
  std::vector<Shared<Paragraph>> cells;
  std::string subject = {};
};

// The texts of a table's cells. Many say the same, such as the names of places and shoppers: these are measured once.
class CellTexts {
 public:
  explicit CellTexts(FlowBuilder& flow) : flow_(flow) {}

  Shared<Paragraph> of(const Spans& cell) {
    const bool is_plain = cell.size() == 1 && cell[0] == Span{cell[0].text, false, false, false, {}};
    if (!is_plain) return Shared<Paragraph>(flow_.paragraph(cell, {}));
    const auto known = plain_.find(cell[0].text);
    if (known != plain_.end()) return known->second;
    Shared<Paragraph> made(flow_.paragraph(cell, {}));
    // a character that no face has is told of each item
    if (made->text.find("\xEF\xBF\xBD") == std::string::npos) plain_.emplace(cell[0].text, made);
    return made;
  }

 private:
  FlowBuilder& flow_;
  std::unordered_map<std::string, Shared<Paragraph>> plain_;
};

constexpr int warning_room = 1500;  // thousandths of the font size, for the sign before a text that warns

// What a table asks of a column whatever stands in it.
struct ColumnStyle {
  Alignment alignment = Alignment::left;
  int share = 0;
  bool warns = false;
};

// How a table stands: its columns from left to right, and its type.
struct Columns {
  TableSetting setting;
  std::vector<float> left;
  std::vector<ColumnStyle> styles;
  float pad_y;

  // How far the text of a cell is moved to the right, so that a sign has room before it.
  float inset(size_t column, bool is_head) const {
    return styles[column].warns && !is_head ? static_cast<float>(warning_room) * setting.size / 1000 : 0;
  }
};

// What the columns need for whole words, or for the parts of words between two hyphens.
enum class Words : std::uint8_t { whole, hyphenated };

std::vector<ColumnNeed> needs_of(const std::vector<Row>& rows, const std::vector<ColumnStyle>& styles, Words words,
                                 Fonts& fonts) {
  std::vector<ColumnNeed> needs(styles.size());
  for (size_t c = 0; c < styles.size(); ++c) needs[c].share = styles[c].share;
  for (const Row& row : rows) {
    for (size_t c = 0; c < std::min(row.cells.size(), needs.size()); ++c) {
      const int sign = styles[c].warns ? warning_room : 0;
      int line = sign;
      for (const Chunk& chunk : row.cells[c]->chunks) {
        const int word = words == Words::whole ? chunk.width : widest_piece(*row.cells[c], chunk, fonts);
        needs[c].least = std::max(needs[c].least, sign + word);
        needs[c].whole = std::max(needs[c].whole, line + chunk.width);
        line = chunk.must_break ? sign : line + chunk.width + chunk.space;
      }
    }
  }
  return needs;
}

// Whole words while they fit at any size, hyphenated ones while these do; what fits not even so is cut.
TableSetting setting_of(const std::vector<Row>& rows, const std::vector<ColumnStyle>& styles, float room,
                        Fonts& fonts) {
  if (auto fitting = fit_columns(needs_of(rows, styles, Words::whole, fonts), room)) return *fitting;
  const std::vector<ColumnNeed> needs = needs_of(rows, styles, Words::hyphenated, fonts);
  if (auto fitting = fit_columns(needs, room)) return *fitting;
  return squeeze_columns(needs, room);
}

// Paints one line of a cell into the last box, its top at `top`.
void paint_cell_line(FlowBuilder& flow, const Paragraph& text, const Line& line, const Columns& columns, size_t column,
                     bool is_head, float top) {
  const TableSetting& setting = columns.setting;
  const float inset = setting.pad + columns.inset(column, is_head);
  const float room = setting.widths[column] - setting.pad - inset - line_width(line, setting.size);
  const Alignment alignment = columns.styles[column].alignment;
  const float shift = alignment == Alignment::right ? room : alignment == Alignment::centre ? room / 2 : 0;
  const RunRole role = is_head ? RunRole::table_head : RunRole::table_cell;
  flow.paint_line(
      text, line,
      flow.paint(columns.left[column] + inset + shift, setting.line, setting.size, role, paper_colours::text, top));
}

// What stands behind the texts of a row in its last box, of this height.
void paint_row_ground(FlowBuilder& flow, const Columns& columns, bool is_head, float height, bool is_last) {
  Box panel;
  panel.x = columns.left.front();
  panel.width = columns.left.back() + columns.setting.widths.back() - panel.x;
  if (is_head) {
    panel.height = height;
    panel.fill = paper_colours::frame;
    flow.add_box(panel);
  }
  if (!is_last) return;
  panel.y = height - 0.7F;
  panel.height = 0.7F;
  panel.fill = paper_colours::line;
  flow.add_box(panel);
}

// A row is a box for each line that its cells have; the boxes stay together while they fit a page.
void add_row(FlowBuilder& flow, const Row& row, const Columns& columns, bool is_head) {
  const TableSetting& setting = columns.setting;
  const float pad_y = is_head ? std::min(columns.pad_y, cell_pad_y) : columns.pad_y;
  std::vector<std::vector<Line>> lines;
  size_t most = 1;
  for (size_t c = 0; c < row.cells.size(); ++c) {
    const float room = setting.widths[c] - 2 * setting.pad - columns.inset(c, is_head);
    lines.push_back(
        break_lines(*row.cells[c], room, setting.size, flow.fonts, is_head ? Hyphens::long_words : Hyphens::sparing));
    most = std::max(most, lines.back().size());
  }
  for (size_t i = 0; i < most; ++i) {
    const float top = i == 0 ? pad_y : 0;
    const bool last = i + 1 == most;
    const float height = setting.line + top + (last ? pad_y : 0.0F);
    flow.push(0, height, last ? Keep::none : Keep::always);
    if (i == 0) {
      const float whole = static_cast<float>(most) * setting.line + 2 * pad_y;
      flow.add_area(columns.left.front(), columns.left.back() + setting.widths.back() - columns.left.front(), whole,
                    row.subject);
    }
    paint_row_ground(flow, columns, is_head, height, last);
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (i >= lines[c].size()) continue;
      paint_cell_line(flow, *row.cells[c], lines[c][i], columns, c, is_head, top);
      const bool warns = i == 0 && !is_head && columns.styles[c].warns && !row.cells[c]->text.empty();
      if (!warns) continue;
      add_warning_sign(flow.content(), columns.left[c] + setting.pad, top + setting.line / 2, setting.size);
    }
  }
}

// The first row is the head, which repeats on each page.
void add_rows(FlowBuilder& flow, const std::vector<Row>& rows, const std::vector<ColumnStyle>& styles, float indent,
              float pad_y = cell_pad_y) {
  Columns columns{setting_of(rows, styles, flow.width(indent), flow.fonts), {}, styles, pad_y};
  float x = indent;
  for (const float width : columns.setting.widths) {
    columns.left.push_back(x);
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
    for (const Spans& cell : cells) row.cells.emplace_back(flow.paragraph(cell, {face, false}));
    rows.push_back(std::move(row));
  }
  std::vector<ColumnStyle> styles(table.rows.front().size());
  for (size_t c = 0; c < std::min(styles.size(), table.alignments.size()); ++c) {
    styles[c].alignment = table.alignments[c];
  }
  add_rows(flow, rows, styles, indent);
}

void add_sheet(FlowBuilder& flow, const SheetBlock& all) {
  if (all.columns.empty()) return;
  std::optional<SheetBlock> folded;
  const bool has_below = std::ranges::any_of(all.columns, &SheetBlock::Column::below);
  const SheetBlock& sheet = has_below ? folded.emplace(with_columns_below(all)) : all;
  std::vector<Row> rows(1);
  std::vector<ColumnStyle> styles;
  for (const SheetBlock::Column& column : sheet.columns) {
    rows.front().cells.emplace_back(flow.paragraph(column.title, {Face::bold, false}));
    styles.push_back({column.alignment, std::max(0, column.share), column.warns});
  }
  CellTexts texts(flow);
  for (const SheetBlock::Row& row : sheet.rows) {
    flow.set_item(row.item);
    Row made{row.item, {}, row.subject};
    for (size_t c = 0; c < std::min(row.cells.size(), sheet.columns.size()); ++c) {
      made.cells.push_back(texts.of(row.cells[c]));
    }
    rows.push_back(std::move(made));
  }
  add_rows(flow, rows, styles, 0, sheet.is_to_fill_in ? cell_to_fill_in_pad_y : cell_pad_y);
}

}  // namespace canvasbook
