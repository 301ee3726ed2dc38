// The largest text with which a canvas fits its page, and the widths of its rows and columns.
#include <algorithm>

#include "export/layout/canvas/sheet.h"

namespace canvasbook {

namespace {

constexpr float largest_size = 13;           // points on A4; larger pages allow more
constexpr float largest_overfull_size = 10;  // cards of a canvas that does not hold them all need not be larger
constexpr float size_step = 0.25F;
constexpr float unlimited_height = 1e6F;

// How many sizes there are from least_text_size up to one.
size_t sizes_up_to(float largest) { return static_cast<size_t>((largest - least_text_size) / size_step) + 1; }

float size_at(size_t index) { return least_text_size + static_cast<float>(index) * size_step; }

GridRoom room_of(const CanvasSheet& sheet) {
  return {sheet.canvas.columns, sheet.canvas.rows, sheet.grid.width, sheet.grid.height, sheet.gap};
}

GridNeeds needs_at(CanvasSheet& sheet, float size, const std::vector<float>& columns) {
  sheet.columns = columns;
  const CardStyle style(size);
  GridNeeds needs;
  needs.columns.resize(columns.size());
  for (size_t i = 0; i < sheet.canvas.blocks.size(); ++i) {
    const GridPlace& in_grid = sheet.canvas.blocks[i].place;
    const BlockCards cards =
        sheet.place(i, sheet.card_area(i, {0, 0, sheet.block_width(in_grid), unlimited_height}), style);
    if (cards.cut) needs.cut.insert(i);
    const float need = cards.bottom + sheet.block_pad();
    needs.rows.push_back({in_grid.row, in_grid.rows, need});
    for (int c = in_grid.column; c < in_grid.column + in_grid.columns; ++c) {
      needs.columns[static_cast<size_t>(c)] += need;
    }
  }
  return needs;
}

std::set<size_t> overfull_at(const CanvasSheet& sheet, float size) {
  std::set<size_t> overfull;
  for (size_t i = 0; i < sheet.canvas.blocks.size(); ++i) {
    const BlockCards cards =
        sheet.place(i, sheet.card_area(i, sheet.area_of(sheet.canvas.blocks[i].place)), CardStyle(size));
    if (cards.next < sheet.measured[i].size()) overfull.insert(i);
  }
  return overfull;
}

// Row heights where not all cards fit: no block gets more than a certain multiple of its equal share, the largest
// that the page allows.
std::vector<float> crowded_rows(CanvasSheet& sheet) {
  const GridRoom room = room_of(sheet);
  const float equal = room.equal_row();
  std::vector<float> rows(static_cast<size_t>(room.rows), equal);
  float good = 1;
  float bad = static_cast<float>(room.rows);
  const float size = std::max(least_text_size, largest_overfull_size * sheet.scale);
  const std::vector<RowNeed> needs = needs_at(sheet, size, sheet.columns).rows;
  for (int step = 0; step < 12; ++step) {
    const float multiple = (good + bad) / 2;
    std::vector<RowNeed> capped = needs;
    for (RowNeed& need : capped) {
      const float share = static_cast<float>(need.rows) * (equal + sheet.gap) - sheet.gap;
      need.height = std::min(need.height, multiple * share);
    }
    auto shared = share_height(room, std::move(capped));
    (shared ? good : bad) = multiple;
    if (shared) rows = std::move(*shared);
  }
  return rows;
}

// The size at which an overfull canvas is printed: as large as fits without filling further blocks over or cutting
// words that the least size would not cut.
float overfull_size(CanvasSheet& sheet) {
  const std::vector<float> columns = sheet.columns;
  const std::set<size_t> cut = needs_at(sheet, least_text_size, columns).cut;
  size_t good = 0;
  size_t bad = sizes_up_to(std::max(least_text_size, largest_overfull_size * sheet.scale));
  while (bad - good > 1) {
    const size_t middle = (good + bad) / 2;
    const bool fits = std::ranges::includes(sheet.overfull, overfull_at(sheet, size_at(middle))) &&
                      std::ranges::includes(cut, needs_at(sheet, size_at(middle), columns).cut);
    (fits ? good : bad) = middle;
  }
  return size_at(good);
}

}  // namespace

void choose_size(CanvasSheet& sheet) {
  const GridRoom room = room_of(sheet);
  GridFit fit = fit_grid(room, sizes_up_to(largest_size * sheet.scale),
                         [&](size_t size, const auto& columns) { return needs_at(sheet, size_at(size), columns); });
  if (fit.fits) {
    sheet.size = size_at(fit.size);
    sheet.columns = std::move(fit.columns);
    sheet.rows = std::move(fit.rows);
    return;
  }
  sheet.columns.assign(static_cast<size_t>(room.columns), room.equal_column());
  sheet.rows = crowded_rows(sheet);
  sheet.overfull = overfull_at(sheet, least_text_size);
  sheet.size = overfull_size(sheet);
}

}  // namespace canvasbook
