// Sharing the room of a canvas among the columns and rows of its grid, on paper and in the window.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace canvasbook {

// The room of a grid; lengths in one unit, points on paper and pixels in the window.
struct GridRoom {
  int columns = 1;
  int rows = 1;
  float width = 0;
  float height = 0;
  float gap = 0;  // between columns and between rows

  float equal_column() const { return (width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns); }
  float equal_row() const { return (height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows); }
};

// What the rows from `row` on must hold.
struct RowNeed {
  int row = 0;
  int rows = 1;
  float height = 0;  // with the gaps between these rows
};

// What the blocks of a grid need at a size of their text while its columns have certain widths.
struct GridNeeds {
  std::vector<RowNeed> rows;
  std::vector<float> columns;  // of each: the heights of what stands in it
  std::set<size_t> cut;        // blocks in which a word is cut
};

struct GridFit {
  bool fits = false;
  size_t size = 0;  // index of the size of the text
  std::vector<float> columns;
  std::vector<float> rows;
};

// Heights of the rows that hold what is needed; no row is lower than a little over half of an equal share of the room.
std::vector<float> least_rows(const GridRoom& room, std::vector<RowNeed> needs);

// Those heights where they fit the room, raised to fill it, as equal as the needs allow. Nothing where the needs are
// more than there is.
std::optional<std::vector<float>> share_height(const GridRoom& room, std::vector<RowNeed> needs);

// The largest of `sizes` sizes (at least one, index 0 the least) at which a grid holds its blocks without cutting words
// that the least size would not cut, and the columns and rows that it takes: crowded columns get some width from the
// others where that makes the text larger. Where not even the least size fits, that size, the columns with which the
// grid is lowest, and least_rows(). `needs_at(size, columns)` is asked for up to some dozens of combinations.
GridFit fit_grid(const GridRoom& room, size_t sizes,
                 const std::function<GridNeeds(size_t, const std::vector<float>&)>& needs_at);

}  // namespace canvasbook
