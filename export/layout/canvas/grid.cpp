#include "export/layout/canvas/grid.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace canvasbook {

std::optional<std::vector<float>> share_height(int rows, float height, float gap, std::vector<RowNeed> needs) {
  constexpr float least_share = 0.55F;
  const auto count = static_cast<float>(rows);
  const float available = height - gap * (count - 1);
  std::vector<float> heights(static_cast<size_t>(rows), least_share * available / count);
  // What spans few rows has the least choice, so it comes first.
  std::ranges::stable_sort(needs, {}, &RowNeed::rows);
  for (const RowNeed& need : needs) {
    const auto first = heights.begin() + need.row;
    const auto last = first + need.rows;
    const float lacking = need.height - std::accumulate(first, last, gap * static_cast<float>(need.rows - 1));
    if (lacking > 0) {
      std::for_each(first, last, [&](float& row) { row += lacking / static_cast<float>(need.rows); });
    }
  }
  if (std::accumulate(heights.begin(), heights.end(), 0.0F) > available + 0.01F) return std::nullopt;
  // What is left raises the lower rows to one level; rows above that level keep their height.
  std::vector<float> falling = heights;
  std::ranges::sort(falling, std::greater());
  float rest = available;
  float level_rows = count;
  for (const float row : falling) {
    if (row <= rest / level_rows || level_rows == 1) break;
    rest -= row;
    --level_rows;
  }
  const float level = rest / level_rows;
  for (float& row : heights) row = std::max(row, level);
  return heights;
}

}  // namespace canvasbook
