#include "export/canvas_grid.h"

#include <algorithm>
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
  // What is left raises the lowest rows to one level: rows above the level keep their height.
  std::vector<float> sorted = heights;
  std::ranges::sort(sorted);
  float taken = std::accumulate(sorted.begin(), sorted.end(), 0.0F);
  size_t level_rows = sorted.size();
  while (level_rows > 1 &&
         sorted[level_rows - 1] >
             (available - taken +
              std::accumulate(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(level_rows), 0.0F)) /
                 static_cast<float>(level_rows)) {
    --level_rows;
  }
  const float low = std::accumulate(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(level_rows), 0.0F);
  const float level = (available - taken + low) / static_cast<float>(level_rows);
  for (float& row : heights) row = std::max(row, level);
  return heights;
}

}  // namespace canvasbook
