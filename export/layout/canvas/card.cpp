#include "export/layout/canvas/card.h"

#include <algorithm>

#include "export/colours.h"
#include "model/kinds/board.h"

namespace canvasbook {

namespace {

constexpr float between_tail_items = 2;

void lay_out_tail(const MeasuredCard& card, float room, const CardStyle& style, int page_reference,
                  CardLayout& result) {
  std::vector<TailItem> items;
  if (card.card->has_details) items.push_back({-1, static_cast<float>(page_reference) * style.caption_size / 1000});
  for (size_t i = 0; i < card.marks.size(); ++i)
    items.push_back({static_cast<int>(i), mark_width(card.marks[i], style)});
  if (items.empty()) return;
  float used = 0;
  result.tail.emplace_back();
  for (const TailItem& item : items) {
    if (!result.tail.back().empty() && used + between_tail_items + item.width > room) {
      result.tail.emplace_back();
      used = 0;
    }
    used += (result.tail.back().empty() ? 0 : between_tail_items) + item.width;
    result.tail.back().push_back(item);
  }
  const float last = result.captions.empty() ? line_width(result.lines.back(), style.size)
                                             : line_width(result.captions.back(), style.caption_size);
  result.tail_beside_text = result.tail.size() == 1 && last + 4 + used <= room;
  if (!result.tail_beside_text) result.height += static_cast<float>(result.tail.size()) * (style.mark + 1.5F) + 1;
}

}  // namespace

CardStyle::CardStyle(float text_size)
    : size(text_size),
      line(1.22F * text_size),
      pad_x(0.55F * text_size),
      pad_y(0.4F * text_size),
      gap(0.42F * text_size),
      radius(0.3F * text_size),
      caption_size(std::max(least_text_size, 0.82F * text_size)),
      caption_line(1.25F * caption_size),
      mark_size(std::max(least_text_size, 0.78F * text_size)),
      mark(1.36F * mark_size) {}

MeasuredCard measure_card(const Card& card, LayoutContext& context) {
  MeasuredCard measured{&card, context.paragraph(card.text, {}, card.item), {}, {}};
  std::string caption;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) caption += (caption.empty() ? "" : " · ") + text;
  };
  std::ranges::for_each(card.captions, add);
  add(causes_caption(card.due_to, card.causes, longest_cause));
  if (!caption.empty()) measured.caption = context.paragraph(caption, {Face::italic, false}, card.item);
  for (const SegmentMark& mark : card.marks) {
    measured.marks.push_back(context.paragraph(mark.mark, {Face::bold, false}, card.item));
  }
  return measured;
}

CardLayout lay_out_card(const MeasuredCard& card, float width, const CardStyle& style, int page_reference,
                        Fonts& fonts) {
  const float room = width - 2 * style.pad_x;
  CardLayout result;
  result.lines = break_lines(card.text, room, style.size, fonts);
  result.cut = std::ranges::any_of(result.lines, &Line::cut);
  result.height = 2 * style.pad_y + static_cast<float>(result.lines.size()) * style.line;
  if (!card.caption.text.empty()) {
    result.captions = break_lines(card.caption, room, style.caption_size, fonts);
    result.height += static_cast<float>(result.captions.size()) * style.caption_line;
  }
  lay_out_tail(card, room, style, page_reference, result);
  return result;
}

void paint_card(const PlacedCard& placed, const CardStyle& style, LayoutContext& context, size_t from, size_t to) {
  const Card& card = *placed.card->card;
  const CardLayout& layout = placed.layout;
  const paper_colours::Tint tint = paper_colours::tint(card.tint);
  const std::uint32_t item = context.item(card.item);
  const bool to_end = to >= layout.lines.size();
  to = std::min(to, layout.lines.size());
  Box box;
  box.x = placed.x;
  box.y = placed.y;
  box.width = placed.width;
  box.height = to_end ? layout.height - static_cast<float>(from) * style.line
                      : 2 * style.pad_y + static_cast<float>(to - from) * style.line;
  box.radius = style.radius;
  box.fill = tint.fill;
  context.page().boxes.push_back(box);
  float y = placed.y + style.pad_y;
  const float x = placed.x + style.pad_x;
  for (size_t i = from; i < to; ++i, y += style.line) {
    paint_line(placed.card->text, layout.lines[i],
               {x, baseline_in(y, style.line, style.size), style.size, tint.text, RunRole::card, item, tint.text},
               context.fonts, context.page());
  }
  if (!to_end) return;
  for (const Line& line : layout.captions) {
    paint_line(placed.card->caption, line,
               {x, baseline_in(y, style.caption_line, style.caption_size), style.caption_size, tint.text,
                RunRole::caption, item, tint.text},
               context.fonts, context.page());
    y += style.caption_line;
  }
  const float last_line = layout.captions.empty() ? style.line : style.caption_line;
  y += layout.tail_beside_text ? (last_line - style.mark) / 2 - last_line : 1;
  for (const auto& row : layout.tail) {
    float width = -between_tail_items;
    for (const TailItem& entry : row) width += entry.width + between_tail_items;
    float at = placed.x + placed.width - style.pad_x - width;
    for (const TailItem& entry : row) {
      if (entry.mark < 0) {
        PageReference reference;
        reference.right = at + entry.width - 0.3F * style.caption_size;
        reference.baseline = baseline_in(y, style.mark, style.caption_size);
        reference.size = style.caption_size;
        reference.colour = tint.text;
        reference.key = "paper.see_page";
        reference.target = card.item;
        reference.item = item;
        context.add_reference(std::move(reference));
      } else {
        const auto index = static_cast<size_t>(entry.mark);
        paint_mark(card.marks[index], placed.card->marks[index], at, y, style, item, context);
      }
      at += entry.width + between_tail_items;
    }
    y += style.mark + 1.5F;
  }
}

float mark_width(const Paragraph& letter, const CardStyle& style) {
  float width = 0;
  for (const Chunk& chunk : letter.chunks) width += static_cast<float>(chunk.width) * style.mark_size / 1000;
  return std::max(style.mark, width + 0.6F * style.mark_size);
}

float paint_mark(const SegmentMark& mark, const Paragraph& letter, float x, float y, const CardStyle& style,
                 std::uint32_t item, LayoutContext& context) {
  const float width = mark_width(letter, style);
  Box box;
  box.x = x;
  box.y = y;
  box.width = width;
  box.height = style.mark;
  box.radius = style.mark / 2;
  box.fill = paper_colours::tint(mark.colour).mark;
  context.page().boxes.push_back(box);
  const auto lines = break_lines(letter, unlimited_width, style.mark_size, context.fonts);
  const float letter_width = line_width(lines.front(), style.mark_size);
  paint_line(letter, lines.front(),
             {x + (width - letter_width) / 2, baseline_in(y, style.mark, style.mark_size), style.mark_size,
              paper_colours::white, RunRole::segment_mark, item, paper_colours::white},
             context.fonts, context.page());
  return width;
}

}  // namespace canvasbook
