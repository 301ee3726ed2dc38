#include "export/layout/cover.h"

#include <algorithm>

#include "export/colours.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float left = 84;
constexpr float right = 62;
constexpr float band = 18;            // the stripe of colour at the left edge
constexpr size_t longest_text = 400;  // code points; more than a cover holds

// Text in lines from `y` downwards, smaller where it would take more than `most` lines. Returns its bottom.
float add_lines(LayoutContext& context, const std::string& text, Face face, float size, float least, size_t most,
                float y, Rgb colour, RunRole role, float width) {
  const Paragraph paragraph = context.paragraph(shortened(text, longest_text), {face, true}, {});
  auto lines = break_lines(paragraph, width, size, context.fonts);
  while (lines.size() > most && size > least) {
    size -= 2;
    lines = break_lines(paragraph, width, size, context.fonts);
  }
  for (const Line& line : lines) {
    y += size * 1.18F;
    paint_line(paragraph, line, {left, y - 0.25F * size, size, colour, role, 0, colour}, context.fonts, context.page());
  }
  return y;
}

}  // namespace

void layout_cover(const PrintPart& part, const Cover& cover, LayoutContext& context) {
  const Extent extent = page_extent(context.setup.text);
  context.add_page(extent, {});
  context.bookmark(part.bookmark_level, cover.title, 0, {});
  const float width = extent.width - left - right;
  Box stripe;
  stripe.width = band;
  stripe.height = extent.height;
  stripe.fill = paper_colours::accent;
  context.page().boxes.push_back(stripe);
  if (!cover.company.empty()) {
    add_lines(context, cover.company, Face::bold, 14, 9, 2, 72, paper_colours::muted, RunRole::label, width);
  }
  Box bar;
  bar.x = left;
  bar.y = extent.height * 0.3F;
  bar.width = 64;
  bar.height = 5;
  bar.fill = paper_colours::accent;
  context.page().boxes.push_back(bar);
  float y =
      add_lines(context, cover.title, Face::bold, 38, 16, 4, bar.y + 18, paper_colours::text, RunRole::title, width);
  if (!cover.subtitle.empty()) {
    add_lines(context, cover.subtitle, Face::regular, 16, 11, 5, y + 12, paper_colours::muted, RunRole::title, width);
  }
  Box rule;
  rule.x = left;
  rule.y = extent.height - 108;
  rule.width = width;
  rule.height = 0.8F;
  rule.fill = paper_colours::line;
  context.page().boxes.push_back(rule);
  const Paragraph date = context.paragraph(cover.date, {}, {});
  const Line date_line = break_lines(date, width * 0.4F, 11, context.fonts).front();
  const float date_width = line_width(date_line, 11);
  paint_line(date, date_line,
             {extent.width - right - date_width, rule.y + 22, 11, paper_colours::muted, RunRole::label, 0,
              paper_colours::muted},
             context.fonts, context.page());
  const Catalog& catalog = Catalog::of(part.language);
  if (!cover.revision.empty()) {
    add_lines(context, catalog.text("paper.revised") + " " + cover.revision, Face::regular, 10, 8, 2, rule.y + 42,
              paper_colours::muted, RunRole::label, width);
  }
  if (cover.author_role.empty()) return;
  const std::string author = catalog.text("paper.author") + ": " + cover.author_role;
  add_lines(context, author, Face::regular, 11, 9, 2, rule.y + 22 - 0.93F * 11, paper_colours::text, RunRole::label,
            width - date_width - 20);
}

}  // namespace canvasbook
