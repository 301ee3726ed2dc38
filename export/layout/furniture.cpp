// What stands around the content of pages: running heads, the company, page numbers, lines to fill in at the foot.
#include <algorithm>

#include "export/colours.h"
#include "export/layout/context.h"
#include "export/layout/flow/style.h"

namespace canvasbook {

using namespace flow_style;

namespace {

constexpr float edge_gap = 18;          // between what stands at the two edges
constexpr float longest_outer = 0.48F;  // of the room, for what stands at the outer edge

LinePaint furniture_paint(float x, float baseline, RunRole role) {
  LinePaint paint;
  paint.x = x;
  paint.baseline = baseline;
  paint.size = furniture_size;
  paint.colour = paper_colours::muted;
  paint.role = role;
  return paint;
}

}  // namespace

float LayoutContext::width_of(const std::string& text, float size) {
  LinePaint paint;
  paint.size = size;
  if (const auto run = make_run(text, Face::regular, paint, fonts)) return run->width;
  const Paragraph made = paragraph(text, {}, {});
  return line_width(break_lines(made, unlimited_width, size, fonts).front(), size);
}

void LayoutContext::finish_furniture() {
  for (size_t i = 0; i < pages.pages.size(); ++i) {
    const PageFurniture& furniture = furniture_[i];
    if (furniture.catalog == nullptr) continue;
    paint_foot(furniture, i);
    if (!furniture.head.empty() || !furniture.chapter.empty() || !furniture.section.empty()) {
      paint_head(furniture, pages.pages[i]);
    }
  }
}

// The page number stands at the outer edge; at the other one what names a canvas, the company, or lines to fill in.
void LayoutContext::paint_foot(const PageFurniture& furniture, size_t index) {
  Page& page = pages.pages[index];
  const float room = page.width - furniture.left - furniture.right;
  const float right = page.width - furniture.right;
  const bool canvas = !furniture.foot.empty();
  const float baseline = page.height - (canvas ? furniture.left * 0.5F : foot_baseline);
  const bool number_at_right = !furniture.is_left_hand;
  float taken = 0;
  if (pages.pages.size() > 1) {
    const std::string number = furniture.catalog->text(
        "paper.page_number", {{"page", std::to_string(index + 1)}, {"count", std::to_string(pages.pages.size())}});
    const float x = number_at_right ? right : furniture.left;
    taken = add_text(number, Face::regular, furniture_paint(x, baseline, RunRole::footer), number_at_right, room, page);
    if (canvas) {
      add_text(furniture.foot, Face::regular, furniture_paint(furniture.left, baseline, RunRole::footer), false,
               room - taken - 12, page);
    }
  }
  const float from = furniture.left + (number_at_right || taken == 0 ? 0 : taken + edge_gap);
  const float to = right - (number_at_right && taken > 0 ? taken + edge_gap : 0);
  if (!furniture.lines.empty()) return paint_foot_lines(furniture, from, to, baseline, page);
  if (furniture.company.empty()) return;
  add_text(furniture.company, Face::regular, furniture_paint(number_at_right ? from : to, baseline, RunRole::footer),
           !number_at_right, to - from, page);
}

void LayoutContext::paint_foot_lines(const PageFurniture& furniture, float from, float to, float baseline, Page& page) {
  constexpr float longest_title = 0.55F;  // of a line's room
  const float width = (to - from - edge_gap * static_cast<float>(furniture.lines.size() - 1)) /
                      static_cast<float>(furniture.lines.size());
  for (const FootLine& line : furniture.lines) {
    LinePaint paint = furniture_paint(from, baseline, RunRole::form);
    paint.item = line.item;
    const float title = add_text(line.title, Face::regular, paint, false, width * longest_title, page) + 5;
    Box rule;
    rule.x = from + title;
    rule.y = baseline + 2;
    rule.width = width - title;
    rule.height = 0.6F;
    rule.fill = paper_colours::faint;
    page.boxes.push_back(rule);
    from += width + edge_gap;
  }
}

// The document stands at the left of single pages, and outside in a bound book; chapter and section opposite to it.
void LayoutContext::paint_head(const PageFurniture& furniture, Page& page) {
  const float room = page.width - furniture.left - furniture.right;
  const bool document_at_right = mirrored && !furniture.is_left_hand;
  const auto add = [&](const std::string& text, bool at_right, float most) {
    if (text.empty()) return 0.0F;
    const float x = at_right ? page.width - furniture.right : furniture.left;
    return add_text(text, Face::regular, furniture_paint(x, head_baseline, RunRole::running_head), at_right, most,
                    page);
  };
  const float outer = add(furniture.head, document_at_right, room * longest_outer);
  const float most = room - outer - edge_gap;
  std::string inner = furniture.chapter == furniture.head ? std::string() : furniture.chapter;
  if (!furniture.section.empty()) {
    const std::string both = inner + " · " + furniture.section;
    inner = inner.empty() || width_of(both, furniture_size) > most ? furniture.section : both;
  }
  add(inner, !document_at_right, most);
  Box rule;
  rule.x = furniture.left;
  rule.y = head_rule;
  rule.width = room;
  rule.height = 0.5F;
  rule.fill = paper_colours::line;
  page.boxes.push_back(rule);
}

}  // namespace canvasbook
