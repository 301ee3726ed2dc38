// A canvas on its page: what its blocks hold, and where they and their cards stand at a size of the text. Lengths are
// points.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "export/layout/canvas/card.h"
#include "export/layout/canvas/grid.h"

namespace canvasbook {

struct CanvasArea {
  float x, y, width, height;
};

struct BlockCards {
  std::vector<PlacedCard> placed;
  size_t next = 0;   // the first card that did not fit
  float bottom = 0;  // of the lowest card
  bool cut = false;  // a word of a placed card did not fit a line
};

constexpr size_t longest_block_title = 120;  // characters; longer ones are cut with "…"

struct CanvasSheet {
  CanvasSheet(const PrintPart& part, const Canvas& canvas, LayoutContext& context);

  const Canvas& canvas;
  Fonts& fonts;
  Extent extent;
  float scale = 1;  // of everything but the text on cards, against A4
  float margin = 0;
  float gap = 0;
  int page_reference = 0;
  std::vector<std::vector<MeasuredCard>> measured;  // by block
  std::vector<Paragraph> titles;                    // by block
  CanvasArea grid{};
  std::vector<float> columns;  // their widths
  std::vector<float> rows;     // their heights
  float size = least_text_size;
  std::set<size_t> overfull;  // blocks that do not hold all their cards

  float frame_title() const { return 17 * scale; }
  float frame_border() const { return 4.5F * scale; }
  float title_size() const { return 9.5F * scale; }
  float title_line() const { return 1.2F * title_size(); }
  float icon_size() const { return 12 * scale; }
  float block_pad() const { return 6 * scale; }
  float more_size() const { return std::max(least_text_size, 8 * scale); }
  float more_line() const { return 1.4F * more_size(); }

  CardLayout lay_out(const MeasuredCard& card, float width, const CardStyle& style) const;

  // Puts cards into columns, each onto the shortest, until one does not fit.
  BlockCards place(size_t block, const CanvasArea& area, const CardStyle& style) const;

  float block_width(const GridPlace& place) const;
  CanvasArea area_of(const GridPlace& place) const;
  std::vector<Line> title_lines(size_t block, float width) const;
  float title_height(size_t block, float width) const;

  // What the title leaves of a block for its cards.
  CanvasArea card_area(size_t block, const CanvasArea& area) const;

 private:
  float span(const std::vector<float>& lengths, int first, int count) const;
};

// Chooses columns, rows and size for the grid of a sheet: as large as fits without cutting words that a smaller size
// would not cut. Crowded columns take some width from the others where that makes the text larger. Where not even the
// least size fits, as large as fits without filling further blocks over.
void choose_size(CanvasSheet& sheet);

}  // namespace canvasbook
