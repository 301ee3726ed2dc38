#include "export/layout/canvas/grid.h"

#include <algorithm>
#include <numeric>

namespace canvasbook {

namespace {

constexpr float least_row = 0.55F;  // of an equal share of the height
constexpr int most_width_steps = 8;
constexpr float widest_share = 1.45F;    // of an equal share of the width
constexpr float narrowest_share = 0.7F;  //
constexpr float hopeless = 2;            // times the height is more than wider columns can make good

// Widens the columns whose blocks need the most height at the expense of the others; false when a column has reached
// its limit.
bool widen_fullest(const GridRoom& room, const std::vector<float>& needs, std::vector<float>& columns) {
  const float most = std::ranges::max(needs);
  std::vector<float> wider = columns;
  for (size_t c = 0; c < wider.size(); ++c) {
    if (needs[c] > most - 0.5F) wider[c] *= 1.07F;
  }
  const float total = std::accumulate(wider.begin(), wider.end(), 0.0F);
  const float equal = room.equal_column();
  const float available = equal * static_cast<float>(wider.size());
  for (float& column : wider) {
    column *= available / total;
    if (column > widest_share * equal || column < narrowest_share * equal) return false;
  }
  columns = std::move(wider);
  return true;
}

}  // namespace

std::vector<float> least_rows(const GridRoom& room, std::vector<RowNeed> needs) {
  std::vector<float> heights(static_cast<size_t>(room.rows), least_row * room.equal_row());
  // What spans few rows has the least choice, so it comes first.
  std::ranges::stable_sort(needs, {}, &RowNeed::rows);
  for (const RowNeed& need : needs) {
    const auto first = heights.begin() + need.row;
    const auto last = first + need.rows;
    const float lacking = need.height - std::accumulate(first, last, room.gap * static_cast<float>(need.rows - 1));
    if (lacking > 0) {
      std::for_each(first, last, [&](float& row) { row += lacking / static_cast<float>(need.rows); });
    }
  }
  return heights;
}

std::optional<std::vector<float>> share_height(const GridRoom& room, std::vector<RowNeed> needs) {
  const float available = room.height - room.gap * static_cast<float>(room.rows - 1);
  std::vector<float> heights = least_rows(room, std::move(needs));
  if (std::accumulate(heights.begin(), heights.end(), 0.0F) > available + 0.01F) return std::nullopt;
  // What is left raises the lower rows to one level; rows above that level keep their height.
  std::vector<float> falling = heights;
  std::ranges::sort(falling, std::greater());
  float rest = available;
  auto level_rows = static_cast<float>(room.rows);
  for (const float row : falling) {
    if (row <= rest / level_rows || level_rows == 1) break;
    rest -= row;
    --level_rows;
  }
  const float level = rest / level_rows;
  for (float& row : heights) row = std::max(row, level);
  return heights;
}

GridFit fit_grid(const GridRoom& room, size_t sizes,
                 const std::function<GridNeeds(size_t, const std::vector<float>&)>& needs_at) {
  const auto total = [](const std::vector<float>& rows) { return std::accumulate(rows.begin(), rows.end(), 0.0F); };
  std::vector<float> columns(static_cast<size_t>(room.columns), room.equal_column());
  const GridNeeds least = needs_at(0, columns);
  GridFit best{false, 0, columns, least_rows(room, least.rows)};
  if (std::ranges::max(least.columns) > hopeless * room.height) return best;
  for (int step = 0; step < most_width_steps; ++step) {
    const auto fits = [&](size_t size) {
      const GridNeeds needs = needs_at(size, columns);
      return share_height(room, needs.rows) && std::ranges::includes(least.cut, needs.cut);
    };
    size_t good = 0;
    size_t bad = sizes;
    while (bad - good > 1) {
      const size_t middle = (good + bad) / 2;
      (fits(middle) ? good : bad) = middle;
    }
    const GridNeeds needs = needs_at(good, columns);
    if (auto rows = share_height(room, needs.rows)) {
      if (!best.fits || good > best.size) best = {true, good, columns, std::move(*rows)};
    } else if (auto lower = least_rows(room, needs.rows); !best.fits && total(lower) < total(best.rows)) {
      best = {false, 0, columns, std::move(lower)};
    }
    if (good + 2 >= sizes) break;
    if (!widen_fullest(room, needs.columns, columns)) break;
  }
  return best;
}

}  // namespace canvasbook
