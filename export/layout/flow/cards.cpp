// Rows of a sheet as cards: a title and its fields, short ones side by side.
#include <algorithm>
#include <map>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float field_size = 9.3F;
constexpr float field_line = 11.9F;

// A name and a text side by side. Short ones share a row.
struct FieldCell {
  Paragraph name, text;
  std::vector<Line> name_lines, text_lines;
  float x = 0;  // of the name
  float text_x = 0;

  size_t lines() const { return std::max(name_lines.size(), text_lines.size()); }
};

const RecordBlock& record_of(const FlowBlock& card) { return std::get<RecordBlock>(card.content); }

// Where names and texts stand on cards: in a left half, and in a right one for a second short field. Names get the
// width that they ask for, within bounds.
struct FieldColumns {
  FieldColumns(FlowBuilder& flow, std::span<const FlowBlock> cards) : end(flow.setup.width) {
    float names = 0;
    for (const FlowBlock& card : cards) {
      for (const RecordBlock::Field& field : record_of(card).fields) {
        names = std::max(names, flow.text_width(field.title, {}, small_size) + gap + 1);
      }
    }
    text = std::min(names, end * 0.25F);
    right = end * 0.67F;
    right_text = right + std::min(names, end * 0.16F);
  }
  float text = 0, right = 0, right_text = 0, end = 0;
  static constexpr float gap = 9;
};

FieldCell make_cell(FlowBuilder& flow, const RecordBlock::Field& field, float x, float text_x, float end) {
  FieldCell cell{flow.paragraph(field.title, {}), flow.paragraph(field.text, {}), {}, {}, x, text_x};
  cell.name_lines = break_lines(cell.name, text_x - x - FieldColumns::gap, small_size, flow.fonts, Hyphens::sparing);
  cell.text_lines = break_lines(cell.text, end - text_x, field_size, flow.fonts, Hyphens::sparing);
  return cell;
}

void add_cells(FlowBuilder& flow, const std::vector<FieldCell>& cells) {
  size_t count = 1;
  for (const FieldCell& cell : cells) count = std::max(count, cell.lines());
  for (size_t i = 0; i < count; ++i) {
    flow.push(i == 0 ? 1.5F : 0, field_line, i + 1 < count ? Keep::always : Keep::none);
    for (const FieldCell& cell : cells) {
      if (i < cell.name_lines.size()) {
        LinePaint at = flow.paint(cell.x, field_line, field_size, RunRole::label, paper_colours::muted);
        at.size = small_size;
        flow.paint_line(cell.name, cell.name_lines[i], at);
      }
      if (i < cell.text_lines.size()) {
        flow.paint_line(cell.text, cell.text_lines[i],
                        flow.paint(cell.text_x, field_line, field_size, RunRole::paragraph, paper_colours::text));
      }
    }
  }
}

// Cards of one sheet with their fields by column: nullptr where a card has none.
class CardFields {
 public:
  CardFields(FlowBuilder& flow, std::span<const FlowBlock> cards) : flow_(flow), cards_(cards), columns_(flow, cards) {
    std::map<size_t, size_t> rows;  // by column of the sheet: those that any card has
    for (const FlowBlock& card : cards) {
      for (const RecordBlock::Field& field : record_of(card).fields) rows.emplace(field.column, 0);
    }
    size_t next = 0;
    for (auto& [column, row] : rows) row = next++;
    for (const FlowBlock& card : cards) {
      std::vector<const RecordBlock::Field*>& fields = fields_.emplace_back(rows.size());
      for (const RecordBlock::Field& field : record_of(card).fields) fields[rows.at(field.column)] = &field;
    }
    pair_up(rows.size());
  }

  // Fields one under the other, short ones side by side.
  void add(size_t card) {
    const auto& fields = fields_[card];
    for (size_t i = 0; i < fields.size(); ++i) {
      std::vector<FieldCell> cells;
      const bool is_pair = is_pair_[i] != 0;
      if (fields[i] != nullptr) cells.push_back(is_pair ? left(*fields[i]) : whole(*fields[i]));
      if (is_pair && fields[++i] != nullptr) cells.push_back(right(*fields[i]));
      if (!cells.empty()) add_cells(flow_, cells);
    }
  }

 private:
  FieldCell whole(const RecordBlock::Field& field) { return make_cell(flow_, field, 0, columns_.text, columns_.end); }
  FieldCell left(const RecordBlock::Field& field) {
    return make_cell(flow_, field, 0, columns_.text, columns_.right - FieldColumns::gap);
  }
  FieldCell right(const RecordBlock::Field& field) {
    return make_cell(flow_, field, columns_.right, columns_.right_text, columns_.end);
  }

  // On all cards together: of a column that has the whole width, and of two that stand side by side.
  size_t lines_of(size_t column) {
    size_t lines = 0;
    for (size_t i = 0; i < cards_.size(); ++i) {
      flow_.set_item(cards_[i].item);
      if (fields_[i][column] != nullptr) lines += whole(*fields_[i][column]).lines();
    }
    return lines;
  }
  size_t lines_of_pair(size_t first) {
    size_t lines = 0;
    for (size_t i = 0; i < cards_.size(); ++i) {
      const auto& fields = fields_[i];
      flow_.set_item(cards_[i].item);
      const size_t at_left = fields[first] == nullptr ? 0 : left(*fields[first]).lines();
      const size_t at_right = fields[first + 1] == nullptr ? 0 : right(*fields[first + 1]).lines();
      lines += std::max(at_left, at_right);
    }
    return lines;
  }

  // Two columns stand side by side where that saves lines: the arrangement with the fewest on all cards.
  void pair_up(size_t count) {
    std::vector<size_t> fewest(count + 1, 0);  // lines from a column on
    is_pair_.assign(count, 0);
    for (size_t i = count; i > 0; --i) {
      fewest[i - 1] = lines_of(i - 1) + fewest[i];
      if (i == count) continue;
      const size_t pair = lines_of_pair(i - 1) + fewest[i + 1];
      if (pair >= fewest[i - 1]) continue;
      fewest[i - 1] = pair;
      is_pair_[i - 1] = 1;
    }
  }

  FlowBuilder& flow_;
  const std::span<const FlowBlock> cards_;
  FieldColumns columns_;
  std::vector<std::vector<const RecordBlock::Field*>> fields_;
  std::vector<char> is_pair_;  // whether the next column stands beside one
};

// A rule, a number and a title.
void add_title(FlowBuilder& flow, const RecordBlock& record) {
  constexpr float title_size = 11.5F;
  constexpr float title_line = 14.5F;
  const float number = record.number.empty() ? 0 : flow.text_width(record.number, {Face::bold, true}, title_size) + 8;
  const Paragraph title = flow.paragraph(record.title, {Face::bold, true});
  const auto lines = break_lines(title, flow.width(number), title_size, flow.fonts);
  for (size_t i = 0; i < lines.size(); ++i) {
    const float top = i == 0 ? 3.0F : 0.0F;
    flow.push(i == 0 ? 8 : 0, title_line + top, Keep::always);
    if (i == 0) {
      Box rule;
      rule.width = flow.setup.width;
      rule.height = 1.2F;
      rule.fill = paper_colours::accent;
      flow.add_box(rule);
      flow.text(record.number, {Face::bold, true},
                flow.paint(0, title_line, title_size, RunRole::heading, paper_colours::accent, top));
    }
    flow.paint_line(title, lines[i],
                    flow.paint(number, title_line, title_size, RunRole::heading, paper_colours::text, top));
  }
}

}  // namespace

// A title each, and under it the fields, each a name and a text.
void add_records(FlowBuilder& flow, std::span<const FlowBlock> records) {
  CardFields fields(flow, records);
  for (size_t i = 0; i < records.size(); ++i) {
    begin_block(flow, records[i]);
    const size_t first = flow.boxes().size();
    add_title(flow, record_of(records[i]));
    fields.add(i);
    flow.keep_together(first);
    flow.set_space(4);
  }
}

}  // namespace canvasbook
