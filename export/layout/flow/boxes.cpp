#include "export/layout/flow/boxes.h"

#include <algorithm>
#include <utility>

#include "export/colours.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

ContentStart FlowBoxes::end_of(size_t box) const {
  if (box + 1 < boxes.size()) return boxes[box + 1].start;
  return {static_cast<std::uint32_t>(content.boxes.size()), static_cast<std::uint32_t>(content.outlines.size()),
          static_cast<std::uint32_t>(content.runs.size()),  static_cast<std::uint32_t>(content.links.size()),
          static_cast<std::uint32_t>(references.size()),    static_cast<std::uint32_t>(content.areas.size())};
}

FlowBuilder::FlowBuilder(const FlowSetup& flow_setup, Fonts& shared_fonts)
    : setup(flow_setup), fonts(shared_fonts), catalog(Catalog::of(flow_setup.language)) {}

void FlowBuilder::set_item(const std::string& item) {
  item_ = 0;
  if (item.empty()) return;
  const auto [entry, is_new] = item_indices_.try_emplace(item, static_cast<std::uint32_t>(result_.items.size()));
  if (is_new) result_.items.push_back(item);
  item_ = entry->second;
}

void FlowBuilder::set_target(const std::string& target) {
  targets_.clear();
  if (!target.empty()) targets_.push_back(target);
}

void FlowBuilder::push_repeated(float before, float height) {
  FlowBox box;
  box.start = result_.end_of(result_.boxes.size());
  box.before = before;
  box.height = height;
  box.keep = Keep::always;
  box.only_repeated = true;
  result_.boxes.push_back(box);
}

void FlowBuilder::begin_foot(std::vector<FootLine> lines) {
  if (lines.empty()) return;
  foot_ = static_cast<int>(result_.feet.size());
  result_.feet.push_back(std::move(lines));
}

void FlowBuilder::add_area(float x, float width, float height, const std::string& subject) {
  if (!subject.empty()) result_.content.areas.push_back({x, 0, width, height, subject});
}

FlowBox& FlowBuilder::push(float before, float height, Keep keep) {
  std::vector<FlowBox>& boxes = result_.boxes;
  // A heading stays with two boxes of what follows, so that a single line does not stand lonely under it.
  if (after_heading_ == 2 && !boxes.empty()) boxes.back().keep = Keep::always;
  if (after_heading_ > 0) after_heading_ = after_heading_ == 1 ? 2 : 0;
  FlowBox box;
  box.start = result_.end_of(boxes.size());
  box.before = std::max(before, std::exchange(space_, 0.0F));
  box.height = height;
  box.keep = keep;
  box.head = head_;
  box.foot = foot_;
  box.target = static_cast<int>(result_.targets.size());
  box.targets = static_cast<int>(targets_.size());
  for (std::string& target : std::exchange(targets_, {})) result_.targets.push_back(std::move(target));
  boxes.push_back(box);
  for (const float x : bars_) {
    Box bar;
    bar.x = x;
    bar.y = -box.before;  // what reaches above a box is cut off at the top of a page
    bar.width = 2.5F;
    bar.height = height + box.before;
    bar.fill = paper_colours::line;
    add_box(bar);
  }
  for (const Mark& mark : std::exchange(marks_, {})) paint_mark(mark, height);
  return boxes.back();
}

FlowBox& FlowBuilder::push_heading(float before, float height, FlowHeading heading) {
  after_heading_ = 0;
  FlowBox& box = push(before, height, Keep::always);
  box.heading = static_cast<int>(result_.headings.size());
  heading.item = item_;
  heading_level_ = heading.level;
  result_.headings.push_back(std::move(heading));
  after_heading_ = 1;
  return box;
}

void FlowBuilder::add_bookmark(std::string title) {
  result_.boxes.back().heading = static_cast<int>(result_.headings.size());
  result_.headings.push_back({heading_level_ + 1, std::move(title), false, item_});
}

FlowBox& FlowBuilder::push_more_heading(float height) {
  after_heading_ = 0;
  FlowBox& box = push(0, height, Keep::always);
  after_heading_ = 1;
  return box;
}

void FlowBuilder::report(const std::vector<char32_t>& missing) {
  for (const char32_t code_point : missing) {
    if (reported_.emplace(item_, code_point).second) result_.missing.push_back({code_point, result_.items[item_]});
  }
}

Paragraph FlowBuilder::paragraph(const Spans& spans, TextStyle style) {
  std::vector<char32_t> missing;
  Paragraph made = make_paragraph(spans, style, fonts, missing);
  report(missing);
  return made;
}

Paragraph FlowBuilder::paragraph(std::string_view text, TextStyle style) {
  std::vector<char32_t> missing;
  Paragraph made = make_paragraph(text, style, fonts, missing);
  report(missing);
  return made;
}

LinePaint FlowBuilder::paint(float x, float line, float size, RunRole role, Rgb colour, float top) const {
  LinePaint paint;
  paint.x = x;
  paint.baseline = baseline_in(top, line, size);
  paint.size = size;
  paint.colour = colour;
  paint.role = role;
  paint.item = item_;
  return paint;
}

void FlowBuilder::paint_line(const Paragraph& paragraph, const Line& line, const LinePaint& paint) {
  canvasbook::paint_line(paragraph, line, paint, fonts, result_.content);
}

float FlowBuilder::text(std::string_view text, TextStyle style, const LinePaint& paint) {
  const Paragraph made = paragraph(text, style);
  const Line line = break_lines(made, unlimited_width, paint.size, fonts).front();
  paint_line(made, line, paint);
  return line_width(line, paint.size);
}

float FlowBuilder::text_width(std::string_view text, TextStyle style, float size) {
  const Paragraph made = paragraph(text, style);
  return line_width(break_lines(made, unlimited_width, size, fonts).front(), size);
}

void FlowBuilder::repeat_head(size_t first) {
  RepeatedHead head{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(result_.boxes.size() - first), 0};
  for (size_t i = first; i < result_.boxes.size(); ++i) {
    result_.boxes[i].keep = Keep::always;
    head.height += (i == first ? 0 : result_.boxes[i].before) + result_.boxes[i].height;
  }
  head_ = static_cast<int>(result_.heads.size());
  result_.heads.push_back(head);
}

void FlowBuilder::keep_together(size_t first, Keep keep) {
  for (size_t i = first; i + 1 < result_.boxes.size(); ++i) {
    FlowBox& box = result_.boxes[i];
    box.keep = std::max(box.keep, keep);
  }
}

void FlowBuilder::paint_mark(const Mark& mark, float height) {
  if (!mark.task) {
    const float line = std::min(height, body_line);
    const float width = text_width(mark.text, {}, body_size);
    const float x = mark.text == "•" ? mark.x - 12 : mark.x - 5 - width;
    LinePaint at = paint(x, line, body_size, RunRole::list_mark, paper_colours::muted);
    at.item = mark.item;
    text(mark.text, {}, at);
    return;
  }
  Box square;
  square.x = mark.x - 15;
  square.y = body_line / 2 - 4;
  square.width = 8.5F;
  square.height = 8.5F;
  square.radius = 1.5F;
  square.filled = false;
  square.line_width = 0.9F;
  square.line = paper_colours::muted;
  add_box(square);
  if (!*mark.task) return;
  Outline tick;
  tick.fill = paper_colours::accent;
  using Kind = PathStep::Kind;
  const auto step = [&](Kind kind, float dx, float dy) {
    tick.steps.push_back({kind, {square.x + dx}, {square.y + dy}});
  };
  step(Kind::move, 1.5F, 4.4F);
  step(Kind::line, 2.6F, 3.4F);
  step(Kind::line, 3.8F, 4.8F);
  step(Kind::line, 7.2F, 1.2F);
  step(Kind::line, 8.3F, 2.2F);
  step(Kind::line, 3.9F, 7.2F);
  tick.steps.push_back({Kind::close, {}, {}});
  result_.content.outlines.push_back(std::move(tick));
}

}  // namespace canvasbook
