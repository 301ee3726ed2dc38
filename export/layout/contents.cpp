// The pages of the contents: titles with dots that lead to page numbers.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/blocks.h"
#include "export/layout/flow/flow.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float number_room = 42;  // at the right, for a page number with four digits and some air
constexpr float level_indent = 16;
constexpr float deepest_level = 6;
constexpr float entry_line = body_line + 1;
constexpr float chapter_space = 7;  // above an entry of the highest level

int highest_level(const std::vector<ContentsEntry>& entries) {
  int highest = 6;
  for (const ContentsEntry& entry : entries) highest = std::min(highest, entry.level);
  return highest;
}

}  // namespace

float contents_height(const std::vector<ContentsEntry>& entries, bool has_document_title) {
  const Heading& heading = headings.front();
  float height = heading.line + heading.after + (has_document_title ? title.line + heading.before : 0.0F);
  const int highest = highest_level(entries);
  for (const ContentsEntry& entry : entries) height += entry_line + (entry.level == highest ? chapter_space : 0.0F);
  return height;
}

FlowBoxes layout_contents(const Contents& contents, const std::string& document_title,
                          const std::vector<ContentsEntry>& entries, const FlowSetup& setup, Fonts& fonts) {
  FlowBuilder flow(setup, fonts);
  if (!document_title.empty()) {
    RichBlock heading;
    heading.kind = RichBlock::Kind::heading;
    heading.spans = {Span{document_title, false, false, false, {}}};
    const FlowBlock block{setup.document, heading};
    add_heading(flow, heading, &block, 0);
  }
  const Heading& style = headings.front();
  const Paragraph title_text = flow.paragraph(contents.title, {Face::bold, true});
  const auto title_lines = break_lines(title_text, setup.width, style.size, fonts);
  for (size_t i = 0; i < title_lines.size(); ++i) {
    if (i == 0) {
      flow.push_heading(style.before, style.line, {1, contents.title, false});
    } else {
      flow.push_more_heading(style.line);
    }
    flow.paint_line(title_text, title_lines[i],
                    flow.paint(0, style.line, style.size, RunRole::heading, paper_colours::text));
  }
  flow.set_space(style.after);
  const int highest = highest_level(entries);
  for (const ContentsEntry& entry : entries) {
    const bool top = entry.level == highest;
    const Face face = top ? Face::bold : Face::regular;
    const float indent = level_indent * std::min(static_cast<float>(entry.level - highest), deepest_level);
    const Paragraph text = flow.paragraph(entry.title, {face, false});
    const auto lines = break_lines(text, flow.width(indent + number_room), body_size, fonts);
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool last = i + 1 == lines.size();
      flow.push(i == 0 && top ? chapter_space : 0, entry_line, last ? Keep::none : Keep::always);
      const LinePaint at = flow.paint(indent, body_line, body_size, RunRole::contents, paper_colours::text);
      flow.paint_line(text, lines[i], at);
      if (!last) continue;
      PageReference reference;
      reference.left = indent;
      reference.leader = indent + line_width(lines[i], body_size) + 6;
      reference.right = setup.width;
      reference.baseline = at.baseline;
      reference.size = body_size;
      reference.face = face;
      reference.colour = paper_colours::text;
      reference.target = entry.target;
      flow.add_reference(std::move(reference));
    }
  }
  return flow.finish();
}

}  // namespace canvasbook
