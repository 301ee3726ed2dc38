// Check lists as forms: lines to write on, the legend, groups of items, what they come to, signatures.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/form.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;
using namespace form_style;

namespace {

// Titles with rules to write on behind them, side by side.
void add_lines_to_write_on(FlowBuilder& flow, const std::vector<FormBlock::Line>& lines, size_t columns) {
  constexpr float gap = 24;
  const float width = (flow.setup.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (size_t first = 0; first < lines.size(); first += columns) {
    const size_t last = std::min(first + columns, lines.size());
    std::vector<Paragraph> titles;
    std::vector<std::vector<Line>> title_lines;
    size_t most = 1;
    for (size_t i = first; i < last; ++i) {
      flow.set_item(lines[i].item);
      titles.push_back(flow.paragraph(lines[i].title, {}));
      title_lines.push_back(break_lines(titles.back(), width * 0.66F, text_size, flow.fonts));
      most = std::max(most, title_lines.back().size());
    }
    // All stand on the line of the rules; a longer title begins above it.
    const float bottom = writing_line + static_cast<float>(most - 1) * text_line;
    flow.push(0, bottom + 4, Keep::always);
    for (size_t i = first; i < last; ++i) {
      flow.set_item(lines[i].item);
      const float x = static_cast<float>(i - first) * (width + gap);
      const std::vector<Line>& rows = title_lines[i - first];
      for (size_t row = 0; row < rows.size(); ++row) {
        LinePaint at = flow.paint(x, 0, text_size, RunRole::form, paper_colours::muted);
        at.baseline = bottom - static_cast<float>(rows.size() - 1 - row) * text_line;
        flow.paint_line(titles[i - first], rows[row], at);
      }
      Box rule;
      rule.x = x + line_width(rows.back(), text_size) + 6;
      rule.y = bottom + 2;
      rule.width = x + width - rule.x;
      rule.height = 0.6F;
      rule.fill = paper_colours::faint;
      flow.add_box(rule);
    }
  }
}

}  // namespace

void add_tick_box(FlowBuilder& flow, float x, float y, float size) {
  Box square;
  square.x = x;
  square.y = y;
  square.width = size;
  square.height = size;
  square.radius = 2;
  square.filled = false;
  square.line_width = 0.9F;
  square.line = paper_colours::text;
  flow.add_box(square);
}

// The first two lines of the head say where and when: loose pages are told apart by them.
void add_form(FlowBuilder& flow, const FormBlock& form, const std::string& item) {
  constexpr size_t lines_at_foot = 2;
  const size_t first = flow.boxes().size();
  flow.leave_space(4);
  add_lines_to_write_on(flow, form.head, 2);
  if (!form.legend.empty()) {
    TextSetting legend{{Face::italic, false}, small_size,          small_line,      10,
                       RunRole::form,         paper_colours::text, Hyphens::sparing};
    add_text(flow, {Span{form.legend, false, false, false, {}}}, 0, flow.setup.width, legend);
    flow.boxes().back().keep = Keep::always;
  }
  if (!form.head.empty()) flow.boxes()[first].is_foot = true;
  std::vector<FootLine> foot;
  for (size_t i = 0; i < std::min(lines_at_foot, form.head.size()); ++i) {
    flow.set_item(form.head[i].item);
    foot.push_back({form.head[i].title, flow.item()});
  }
  flow.begin_foot(std::move(foot));
  const float answers = widest_answers(flow, form);
  const std::vector<int> shares = shares_of_groups(form);
  for (size_t i = 0; i < form.groups.size(); ++i) {
    add_form_group(flow, form, i, shares.empty() ? 0 : shares[i], answers);
  }
  flow.boxes().back().keep = Keep::together;  // with the last items, so that no page has the total alone
  flow.set_item(item);
  add_form_total(flow, form);
  if (!form.signatures.empty()) {
    flow.boxes().back().keep = Keep::always;  // who signs says the result
    flow.leave_space(12);
    add_lines_to_write_on(flow, form.signatures, 2);
  }
  flow.end_foot();
  flow.boxes().back().keep = Keep::none;
  flow.set_space(8);
}

}  // namespace canvasbook
