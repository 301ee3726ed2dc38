// Charts: the title, what all kinds share, the note.
#include "export/layout/flow/chart.h"

#include <algorithm>
#include <cmath>

#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace chart_style;

ChartText::ChartText(FlowBuilder& flow, std::string_view text, const ChartType& type)
    : type_(type), paragraph_(flow.paragraph(text, {type.face, false})) {
  fit(flow, unlimited_width);
}

void ChartText::fit(FlowBuilder& flow, float width) {
  lines_.clear();
  if (paragraph_.text.empty()) return;
  lines_ = break_lines(paragraph_, width, type_.size, flow.fonts, Hyphens::long_words);
}

float ChartText::width() const {
  float widest = 0;
  for (const Line& line : lines_) widest = std::max(widest, line_width(line, type_.size));
  return widest;
}

float ChartText::widest_word() const {
  int widest = 0;
  for (const Chunk& chunk : paragraph_.chunks) widest = std::max(widest, chunk.width);
  return static_cast<float>(widest) * type_.size / 1000;
}

void ChartText::paint_line(FlowBuilder& flow, size_t line, float x, float baseline, float width,
                           Alignment alignment) const {
  if (line >= lines_.size()) return;
  const float room = width - line_width(lines_[line], type_.size);
  const float shift = alignment == Alignment::right ? room : alignment == Alignment::centre ? room / 2 : 0;
  LinePaint at = flow.paint(x + shift, type_.line, type_.size, RunRole::chart, type_.colour);
  at.baseline = baseline;
  flow.paint_line(paragraph_, lines_[line], at);
}

void ChartText::paint(FlowBuilder& flow, float x, float top, float width, Alignment alignment) const {
  for (size_t i = 0; i < lines_.size(); ++i) {
    const float line_top = top + static_cast<float>(i) * type_.line;
    paint_line(flow, i, x, baseline_in(line_top, type_.line, type_.size), width, alignment);
  }
}

std::optional<float> part_of(const PrintChart::Value& value) {
  if (!value.part || !std::isfinite(*value.part)) return std::nullopt;
  return static_cast<float>(std::clamp(*value.part, 0.0, 1.0));
}

const PrintChart::Value& only_value(const PrintChart::Row& row) {
  static const PrintChart::Value none;
  return row.values.empty() ? none : row.values.front();
}

std::string notes_of(const PrintChart::Value& value) {
  std::string notes;
  for (const std::string& note : value.notes) notes += (notes.empty() ? "" : ", ") + note;
  return notes;
}

void add_filled(FlowBuilder& flow, float x, float y, float width, float height, Rgb fill) {
  Box box;
  box.x = x;
  box.y = y;
  box.width = width;
  box.height = height;
  box.fill = fill;
  flow.add_box(box);
}

void add_bar(FlowBuilder& flow, float x, float y, float width, float height, bool is_rough) {
  if (width <= 0 || height <= 0) return;
  if (!is_rough || std::min(width, height) <= 2 * hollow_outline) {
    return add_filled(flow, x, y, width, height, paper_colours::accent);
  }
  Box bar;  // its hollow_outline stays inside
  bar.x = x + hollow_outline / 2;
  bar.y = y + hollow_outline / 2;
  bar.width = width - hollow_outline;
  bar.height = height - hollow_outline;
  bar.fill = paper_colours::white;
  bar.line_width = hollow_outline;
  bar.line = paper_colours::accent;
  flow.add_box(bar);
}

size_t begin_chart_head(FlowBuilder& flow, const PrintChart& chart) {
  const size_t first = flow.boxes().size();
  if (chart.title.empty()) return first;
  constexpr size_t longest_title = 120;  // code points
  ChartText title(flow, flow.catalog.text("paper.continued", {{"title", shortened(chart.title, longest_title)}}),
                  title_type);
  title.fit(flow, flow.setup.width);
  for (size_t i = 0; i < title.lines(); ++i) {
    flow.push_repeated(0, title_type.line);
    title.paint_line(flow, i, 0, baseline_in(0, title_type.line, title_type.size), flow.setup.width, Alignment::left);
  }
  flow.repeat_head(first);
  return first;
}

void end_chart_head(FlowBuilder& flow, size_t first) {
  if (flow.boxes().size() > first) flow.repeat_head(first);
}

void add_chart(FlowBuilder& flow, const PrintChart& chart, const std::string& item) {
  flow.leave_space(10);
  ChartText title(flow, chart.title, title_type);
  title.fit(flow, flow.setup.width);
  for (size_t i = 0; i < title.lines(); ++i) {
    flow.push(0, title_type.line, Keep::always);
    title.paint_line(flow, i, 0, baseline_in(0, title_type.line, title_type.size), flow.setup.width, Alignment::left);
  }
  size_t last = flow.boxes().size();
  if (!chart.rows.empty()) {
    switch (chart.kind) {
      case PrintChart::Kind::bars:
        last = add_chart_bars(flow, chart, item);
        break;
      case PrintChart::Kind::columns:
      case PrintChart::Kind::trend:
        last = add_chart_panels(flow, chart, item);
        break;
      case PrintChart::Kind::heat_map:
        last = add_heat_map(flow, chart, item);
        break;
    }
  }
  flow.end_head();
  flow.set_item(item);
  if (!chart.note.empty()) {
    const TextSetting note{{Face::italic, false}, flow_style::small_size, flow_style::small_line, 4,
                           RunRole::chart,        paper_colours::text,    Hyphens::sparing};
    add_text(flow, {Span{chart.note, false, false, false, {}}}, 0, flow.setup.width, note);
    flow.keep_together(last);
  } else if (chart.rows.empty() && title.lines() > 0) {
    flow.boxes().back().keep = Keep::none;
  }
  flow.set_space(10);
}

}  // namespace canvasbook
