// A note as a card on a canvas: its measures, its lines, its painting. Internal to export/.
#pragma once

#include <vector>

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

inline constexpr float least_text_size = 7;  // points; nothing on paper is smaller

// The measures that follow from the size of the cards' text, in points.
struct CardStyle {
  explicit CardStyle(float text_size);

  float size, line, pad_x, pad_y, gap, radius, caption_size, caption_line, mark_size, mark;
};

struct MeasuredCard {
  const Card* card;
  Paragraph text;
  Paragraph caption;  // the captions, in one text; empty for none
  std::vector<Paragraph> marks;
};

// Something at the end of a card: a segment mark, or the page of the details.
struct TailItem {
  int mark = -1;  // index of the mark, or -1 for the page
  float width = 0;
};

struct CardLayout {
  std::vector<Line> lines;
  std::vector<Line> captions;
  std::vector<std::vector<TailItem>> tail;  // by row
  bool tail_beside_text = false;            // its only row stands beside the last line
  bool cut = false;                         // a word did not fit a line
  float height = 0;
};

struct PlacedCard {
  const MeasuredCard* card;
  CardLayout layout;
  float x, y, width;
};

MeasuredCard measure_card(const Card& card, LayoutContext& context);

// `page_reference`: the width that "p. 88" takes, in thousandths of the font size.
CardLayout lay_out_card(const MeasuredCard& card, float width, const CardStyle& style, int page_reference,
                        Fonts& fonts);

// Paints the lines from `from` to before `to`; what stands under the text comes with the last line.
void paint_card(const PlacedCard& placed, const CardStyle& style, LayoutContext& context, size_t from = 0,
                size_t to = SIZE_MAX);

// The sign of a segment with its top left corner at (x, y); returns its width.
float mark_width(const Paragraph& letter, const CardStyle& style);
float paint_mark(const SegmentMark& mark, const Paragraph& letter, float x, float y, const CardStyle& style,
                 std::uint32_t item, LayoutContext& context);

}  // namespace canvasbook
