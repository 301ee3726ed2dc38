// The largest text with which a canvas fits its page, and the widths of its rows and columns.
#include <algorithm>
#include <numeric>
#include <optional>

#include "export/layout/canvas/sheet.h"

namespace canvasbook {

namespace {

constexpr float largest_size = 13;           // points on A4; larger pages allow more
constexpr float largest_overfull_size = 10;  // cards of a canvas that does not hold them all need not be larger
constexpr float size_step = 0.25F;
constexpr float unlimited_height = 1e6F;
constexpr int most_width_steps = 8;
constexpr float widest_share = 1.45F;    // of an equal share of the width
constexpr float narrowest_share = 0.7F;  //

// Row heights that hold all cards at a size, or nothing; the blocks in which a word is cut; and what each column's
// blocks need one under the other.
struct Fit {
  std::optional<std::vector<float>> rows;
  std::set<size_t> cut;
  std::vector<float> column_needs;
  std::vector<RowNeed> needs;
};
Fit fit_at(const CanvasSheet& sheet, float size) {
  Fit fit;
  const CardStyle style(size);
  std::vector<RowNeed> needs;
  fit.column_needs.resize(static_cast<size_t>(sheet.canvas.columns));
  for (size_t i = 0; i < sheet.canvas.blocks.size(); ++i) {
    const GridPlace& in_grid = sheet.canvas.blocks[i].place;
    const BlockCards cards =
        sheet.place(i, sheet.card_area(i, {0, 0, sheet.block_width(in_grid), unlimited_height}), style);
    if (cards.cut) fit.cut.insert(i);
    const float need = cards.bottom + sheet.block_pad();
    needs.push_back({in_grid.row, in_grid.rows, need});
    for (int c = in_grid.column; c < in_grid.column + in_grid.columns; ++c)
      fit.column_needs[static_cast<size_t>(c)] += need;
  }
  fit.rows = share_height(sheet.canvas.rows, sheet.grid.height, sheet.gap, needs);
  fit.needs = std::move(needs);
  return fit;
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

// The largest size from least_text_size up to `largest` at which `fits` holds, by halving.
template <class Fits>
float largest_fitting(float largest, Fits fits) {
  int good = 0;
  int bad = static_cast<int>((largest - least_text_size) / size_step) + 1;
  while (bad - good > 1) {
    const int middle = (good + bad) / 2;
    (fits(least_text_size + static_cast<float>(middle) * size_step) ? good : bad) = middle;
  }
  return least_text_size + static_cast<float>(good) * size_step;
}

// Row heights where not all cards fit: no block gets more than a certain multiple of its equal share, the largest
// that the page allows.
std::vector<float> crowded_rows(const CanvasSheet& sheet) {
  const float equal = (sheet.grid.height - sheet.gap * static_cast<float>(sheet.canvas.rows - 1)) /
                      static_cast<float>(sheet.canvas.rows);
  std::vector<float> rows(static_cast<size_t>(sheet.canvas.rows), equal);
  float good = 1;
  float bad = static_cast<float>(sheet.canvas.rows);
  const std::vector<RowNeed> needs =
      fit_at(sheet, std::max(least_text_size, largest_overfull_size * sheet.scale)).needs;
  for (int step = 0; step < 12; ++step) {
    const float multiple = (good + bad) / 2;
    std::vector<RowNeed> capped = needs;
    for (RowNeed& need : capped) {
      const float share = static_cast<float>(need.rows) * (equal + sheet.gap) - sheet.gap;
      need.height = std::min(need.height, multiple * share);
    }
    auto shared = share_height(sheet.canvas.rows, sheet.grid.height, sheet.gap, std::move(capped));
    (shared ? good : bad) = multiple;
    if (shared) rows = std::move(*shared);
  }
  return rows;
}

// Widens the columns whose blocks need the most height at the expense of the others; false when a column has reached
// its limit.
bool widen_fullest(CanvasSheet& sheet, const std::vector<float>& needs, float equal) {
  const float most = std::ranges::max(needs);
  std::vector<float> wider = sheet.columns;
  for (size_t c = 0; c < wider.size(); ++c) {
    if (needs[c] > most - 0.5F) wider[c] *= 1.07F;
  }
  const float total = std::accumulate(wider.begin(), wider.end(), 0.0F);
  const float available = equal * static_cast<float>(wider.size());
  for (float& column : wider) {
    column *= available / total;
    if (column > widest_share * equal || column < narrowest_share * equal) return false;
  }
  sheet.columns = std::move(wider);
  return true;
}

}  // namespace

void choose_size(CanvasSheet& sheet) {
  const float equal = (sheet.grid.width - sheet.gap * static_cast<float>(sheet.canvas.columns - 1)) /
                      static_cast<float>(sheet.canvas.columns);
  sheet.columns.assign(static_cast<size_t>(sheet.canvas.columns), equal);
  const Fit least = fit_at(sheet, least_text_size);
  std::vector<float> best_columns = sheet.columns;
  sheet.size = 0;
  for (int step = 0; step < most_width_steps; ++step) {
    const float size = largest_fitting(largest_size * sheet.scale, [&](float candidate) {
      const Fit fit = fit_at(sheet, candidate);
      return fit.rows && std::ranges::includes(least.cut, fit.cut);
    });
    const Fit fit = fit_at(sheet, size);
    if (fit.rows && size > sheet.size) {
      sheet.size = size;
      best_columns = sheet.columns;
    }
    if (size >= largest_size * sheet.scale - size_step) break;
    if (!widen_fullest(sheet, fit.column_needs, equal)) break;
  }
  sheet.columns = best_columns;
  if (sheet.size > 0) {
    sheet.rows = *fit_at(sheet, sheet.size).rows;
    return;
  }
  sheet.rows = crowded_rows(sheet);
  sheet.overfull = overfull_at(sheet, least_text_size);
  sheet.size = largest_fitting(std::max(least_text_size, largest_overfull_size * sheet.scale), [&](float size) {
    return std::ranges::includes(sheet.overfull, overfull_at(sheet, size)) &&
           std::ranges::includes(least.cut, fit_at(sheet, size).cut);
  });
}

}  // namespace canvasbook
