// Paragraphs, headings, lists, quotes and code.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

void paint_segment_marks(FlowBuilder& flow, const std::vector<SegmentMark>& marks, float x, float line) {
  constexpr float size = 8.5F;
  constexpr float height = 12;
  for (const SegmentMark& mark : marks) {
    const float letter = flow.text_width(mark.mark, {Face::bold, false}, size);
    const float width = std::max(height, letter + 6);
    if (x + width > flow.setup.width) return;  // the marks stand on the card as well
    Box disc;
    disc.x = x;
    disc.y = (line - height) / 2;
    disc.width = width;
    disc.height = height;
    disc.radius = height / 2;
    disc.fill = paper_colours::tint(mark.colour).mark;
    flow.add_box(disc);
    LinePaint at = flow.paint(x + (width - letter) / 2, line, size, RunRole::segment_mark, paper_colours::white);
    at.baseline = line / 2 + 0.35F * size;
    flow.text(mark.mark, {Face::bold, false}, at);
    x += width + 2.5F;
  }
}

void add_captions(FlowBuilder& flow, const std::vector<std::string>& captions, float indent) {
  if (captions.empty()) return;
  std::string caption;
  for (const std::string& text : captions) caption += (caption.empty() ? "" : " · ") + text;
  const Paragraph small = flow.paragraph(caption, {Face::italic, false});
  for (const Line& line : break_lines(small, flow.width(indent), small_size, flow.fonts)) {
    flow.push_more_heading(small_line);
    flow.paint_line(small, line, flow.paint(indent, small_line, small_size, RunRole::caption, paper_colours::muted));
  }
}

void add_quote(FlowBuilder& flow, const RichBlock& quote, float indent) {
  const float inner = std::min(indent + 14, deepest_indent);
  flow.leave_space(6);
  flow.begin_bar(inner - 12);
  for (const RichBlock& child : quote.children) add_rich(flow, child, inner);
  flow.end_bar();
  flow.leave_space(4);
}

void add_code(FlowBuilder& flow, const RichBlock& code, float indent) {
  constexpr float pad = 4;
  std::string text = code.text;
  if (!text.empty() && text.back() == '\n') text.pop_back();
  const Paragraph paragraph = flow.paragraph(Spans{Span{text, false, false, true, {}}}, {Face::mono, false});
  const auto lines = break_lines(paragraph, flow.width(indent) - 12, small_size, flow.fonts);
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool first = i == 0;
    const bool last = i + 1 == lines.size();
    const Keep keep = !last && (first || i + 2 == lines.size()) ? Keep::always : Keep::none;
    const float height = small_line + (first ? pad : 0.0F) + (last ? pad : 0.0F);
    flow.push(first ? 7 : 0, height, keep);
    Box panel;
    panel.x = indent;
    panel.width = flow.width(indent);
    panel.height = height + (last ? 0.0F : 0.3F);
    panel.fill = paper_colours::code;
    flow.add_box(panel);
    flow.paint_line(
        paragraph, lines[i],
        flow.paint(indent + 6, small_line, small_size, RunRole::code, paper_colours::text, first ? pad : 0));
  }
  flow.set_space(7);
}

void add_rule(FlowBuilder& flow, float indent) {
  flow.push(8, 1);
  Box line;
  line.x = indent;
  line.width = flow.width(indent);
  line.height = 0.8F;
  line.fill = paper_colours::line;
  flow.add_box(line);
  flow.set_space(8);
}

constexpr float writing_rule_line = 24;  // high enough to write in: more than 8 mm

// A text that announces what follows stays with it.
bool announces(const Spans& spans) { return !spans.empty() && spans.back().text.ends_with(':'); }

}  // namespace

TextSetting body_setting(const FlowBuilder& flow) {
  const bool justified = flow.setup.justified;
  return {{},
          body_size,
          body_line,
          6,
          RunRole::paragraph,
          paper_colours::text,
          justified ? Hyphens::full : Hyphens::sparing,
          justified};
}

size_t add_text(FlowBuilder& flow, const Spans& spans, float x, float width, const TextSetting& setting) {
  const Paragraph paragraph = flow.paragraph(spans, setting.style);
  const auto lines = break_lines(paragraph, width, setting.size, flow.fonts, setting.hyphens);
  LinePaint paint = flow.paint(x, setting.line, setting.size, setting.role, setting.colour);
  paint.justified = setting.justified ? width : 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    const bool kept = last ? announces(spans) : i == 0 || i + 2 == lines.size();
    flow.push(i == 0 ? setting.before : 0, setting.line, kept ? Keep::always : Keep::none);
    flow.paint_line(paragraph, lines[i], paint);
  }
  return lines.size();
}

void add_heading(FlowBuilder& flow, const RichBlock& heading, const FlowBlock* block, float indent) {
  const int level = std::clamp(heading.level, 1, 6);
  const bool is_title = block != nullptr && level == 1 && block->item == flow.setup.document;
  const Heading& style = is_title ? title : headings[static_cast<size_t>(level - 1)];
  const Paragraph paragraph = flow.paragraph(heading.spans, {level >= 5 ? Face::italic : Face::bold, true});
  const auto lines = break_lines(paragraph, flow.width(indent), style.size, flow.fonts);
  std::string name = plain_text(heading.spans);  // in contents and bookmarks, where it has one line
  std::ranges::replace(name, '\n', ' ');
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i == 0) {
      flow.push_heading(style.before, style.line, {level, name, !is_title});
    } else {
      flow.push_more_heading(style.line);
    }
    flow.paint_line(paragraph, lines[i],
                    flow.paint(indent, style.line, style.size, RunRole::heading, paper_colours::text));
  }
  if (block != nullptr) {
    paint_segment_marks(flow, block->marks, indent + line_width(lines.back(), style.size) + 6, style.line);
    add_captions(flow, block->captions, indent);
  }
  flow.set_space(style.after);
}

void add_writing_line(FlowBuilder& flow, bool is_last, float indent) {
  flow.push(0, writing_rule_line, is_last ? Keep::none : Keep::always);
  Box line;
  line.x = indent;
  line.y = writing_rule_line - 1;
  line.width = flow.width(2 * indent);
  line.height = 0.6F;
  line.fill = paper_colours::faint;
  flow.add_box(line);
  if (is_last) flow.set_space(6);
}

void add_rich(FlowBuilder& flow, const RichBlock& block, float indent) {
  using Kind = RichBlock::Kind;
  switch (block.kind) {
    case Kind::heading:
      return add_heading(flow, block, nullptr, indent);
    case Kind::paragraph:
      add_text(flow, block.spans, indent, flow.width(indent), body_setting(flow));
      return;
    case Kind::bullet_list:
    case Kind::numbered_list:
      return add_list(flow, block, indent);
    case Kind::list_item:
      return;  // lists lay their items out themselves
    case Kind::quote:
      return add_quote(flow, block, indent);
    case Kind::code:
      return add_code(flow, block, indent);
    case Kind::rule:
      return add_rule(flow, indent);
    case Kind::table:
      return add_table(flow, block, indent);
  }
}

void add_list(FlowBuilder& flow, const RichBlock& list, float indent) {
  const bool top = indent == 0;
  const bool numbered = list.kind == RichBlock::Kind::numbered_list;
  const float inner = std::min(indent + list_indent, deepest_indent);
  TextSetting setting = body_setting(flow);
  int number = list.start;
  bool first = true;
  for (const RichBlock& item : list.children) {
    flow.leave_space(first ? (top ? 6.0F : 2.0F) : (list.tight ? 2.5F : 6.0F));
    first = false;
    flow.add_mark({numbered ? std::to_string(number) + "." : "•", item.task, inner, flow.item()});
    ++number;
    for (size_t i = 0; i < item.children.size(); ++i) {
      const RichBlock& child = item.children[i];
      if (child.kind != RichBlock::Kind::paragraph) {
        add_rich(flow, child, inner);
        continue;
      }
      setting.before = i == 0 ? 0 : 4;
      add_text(flow, child.spans, inner, flow.width(inner), setting);
    }
    if (flow.has_mark()) flow.push(0, body_line);  // an item without text
  }
  flow.leave_space(top ? 4.0F : 0.0F);
}

}  // namespace canvasbook
