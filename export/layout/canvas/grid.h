// Sharing the height of a canvas among the rows of its grid. Internal to export/.
#pragma once

#include <optional>
#include <vector>

namespace canvasbook {

// What the rows from `row` on must hold.
struct RowNeed {
  int row = 0;
  int rows = 1;
  float height = 0;  // points, with the gaps between these rows
};

// Heights of `rows` rows whose sum with the gaps between them is `height`, as equal as the needs allow; no row is lower
// than a little over half of an equal share. Nothing where the needs are more than there is.
std::optional<std::vector<float>> share_height(int rows, float height, float gap, std::vector<RowNeed> needs);

}  // namespace canvasbook
