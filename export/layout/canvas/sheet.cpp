#include "export/layout/canvas/sheet.h"

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float reading_width = 13;  // a column of cards is at least this many font sizes wide

}  // namespace

CanvasSheet::CanvasSheet(const PrintPart& part, const Canvas& shown, LayoutContext& context)
    : canvas(shown), fonts(context.fonts) {
  const Extent upright = page_extent(context.setup.canvas);
  extent = {upright.height, upright.width};
  scale = extent.width / page_extent(PageSize::A4).height;
  margin = 24 * scale;
  gap = (canvas.frames.empty() ? 5.0F : 12.0F) * scale;
  const std::string see_page = Catalog::of(part.language).text("paper.see_page", {{"page", "88"}});
  const Paragraph reference = context.paragraph(see_page, {}, {});
  page_reference = break_lines(reference, unlimited_width, 1, fonts).front().width + 300;
  for (const CanvasBlock& block : canvas.blocks) {
    measured.emplace_back();
    for (const Card& card : block.cards) measured.back().push_back(measure_card(card, context));
    titles.push_back(context.paragraph(shortened(block.title, longest_block_title), {Face::bold, true}, block.item));
  }
}

CardLayout CanvasSheet::lay_out(const MeasuredCard& card, float width, const CardStyle& style) const {
  return lay_out_card(card, width, style, page_reference, fonts);
}

BlockCards CanvasSheet::place(size_t block, const CanvasArea& area, const CardStyle& style) const {
  BlockCards result;
  result.bottom = area.y;
  const int columns =
      std::max(1, static_cast<int>((area.width + style.gap) / (reading_width * style.size + style.gap)));
  const float width = (area.width - style.gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::vector<float> bottoms(static_cast<size_t>(columns), area.y);
  for (; result.next < measured[block].size(); ++result.next) {
    const MeasuredCard& card = measured[block][result.next];
    CardLayout layout = lay_out(card, width, style);
    const auto column = std::ranges::min_element(bottoms);
    if (*column + layout.height > area.y + area.height + 0.01F) return result;
    result.cut = result.cut || layout.cut;
    const float x = area.x + static_cast<float>(column - bottoms.begin()) * (width + style.gap);
    const float height = layout.height;
    result.placed.push_back({&card, std::move(layout), x, *column, width});
    result.bottom = std::max(result.bottom, *column + height);
    *column += height + style.gap;
  }
  return result;
}

// The length of some columns or rows with the gaps between them.
float CanvasSheet::span(const std::vector<float>& lengths, int first, int count) const {
  float length = count > 0 ? -gap : 0;
  for (int i = first; i < first + count; ++i) length += lengths[static_cast<size_t>(i)] + gap;
  return length;
}

float CanvasSheet::block_width(const GridPlace& place) const { return span(columns, place.column, place.columns); }

CanvasArea CanvasSheet::area_of(const GridPlace& place) const {
  const float left = place.column == 0 ? 0 : span(columns, 0, place.column) + gap;
  const float top = place.row == 0 ? 0 : span(rows, 0, place.row) + gap;
  return {grid.x + left, grid.y + top, block_width(place), span(rows, place.row, place.rows)};
}

std::vector<Line> CanvasSheet::title_lines(size_t block, float width) const {
  const float icon = canvas.blocks[block].icon.empty() ? 0 : icon_size() + 4 * scale;
  return break_lines(titles[block], width - 2 * block_pad() - icon, title_size(), fonts);
}

float CanvasSheet::title_height(size_t block, float width) const {
  return static_cast<float>(title_lines(block, width).size()) * title_line() + 10 * scale;
}

CanvasArea CanvasSheet::card_area(size_t block, const CanvasArea& area) const {
  const float title = title_height(block, area.width);
  return {area.x + block_pad(), area.y + title, area.width - 2 * block_pad(), area.height - title - block_pad()};
}

}  // namespace canvasbook
