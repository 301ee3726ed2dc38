// Rows of a sheet as cards: a title and its fields, short ones side by side.
#include <algorithm>

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

// The columns of a record: names and texts in a left half, and in a right one for a second short field. Names get the
// width that they ask for, within bounds.
struct FieldColumns {
  FieldColumns(FlowBuilder& flow, const std::vector<RecordBlock::Field>& fields) : end(flow.setup.width) {
    float names = 0;
    for (const RecordBlock::Field& field : fields) {
      names = std::max(names, flow.text_width(field.title, {}, small_size) + gap + 1);
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

// Fields one under the other, two short ones side by side where that saves lines: the arrangement with the fewest.
void add_fields(FlowBuilder& flow, const std::vector<RecordBlock::Field>& fields) {
  const FieldColumns columns(flow, fields);
  const auto whole = [&](size_t i) { return make_cell(flow, fields[i], 0, columns.text, columns.end); };
  const auto left = [&](size_t i) {
    return make_cell(flow, fields[i], 0, columns.text, columns.right - FieldColumns::gap);
  };
  const auto right = [&](size_t i) {
    return make_cell(flow, fields[i], columns.right, columns.right_text, columns.end);
  };
  std::vector<size_t> fewest(fields.size() + 1, 0);  // lines from a field on
  std::vector<char> is_pair(fields.size(), 0);       // whether the next one stands beside it
  for (size_t i = fields.size(); i > 0; --i) {
    fewest[i - 1] = whole(i - 1).lines() + fewest[i];
    if (i == fields.size()) continue;
    const size_t pair = std::max(left(i - 1).lines(), right(i).lines()) + fewest[i + 1];
    if (pair >= fewest[i - 1]) continue;
    fewest[i - 1] = pair;
    is_pair[i - 1] = 1;
  }
  for (size_t i = 0; i < fields.size(); ++i) {
    if (is_pair[i] != 0) {
      add_cells(flow, {left(i), right(i + 1)});
      ++i;
    } else {
      add_cells(flow, {whole(i)});
    }
  }
}

}  // namespace

// A rule, a number and a title, and under them the fields, each a name and a text.
void add_record(FlowBuilder& flow, const RecordBlock& record) {
  constexpr float title_size = 11.5F;
  constexpr float title_line = 14.5F;
  const float number = record.number.empty() ? 0 : flow.text_width(record.number, {Face::bold, true}, title_size) + 8;
  const size_t first = flow.boxes().size();
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
  add_fields(flow, record.fields);
  flow.keep_together(first);
  flow.set_space(4);
}

}  // namespace canvasbook
