#include "export/layout/canvas/grid.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <numeric>

namespace canvasbook::grid_test {

TEST_CASE("rows without needs are equal") {
  const auto heights = share_height(4, 430, 10, {});
  REQUIRE(heights);
  for (const float height : *heights) CHECK(height == doctest::Approx(100));
}

TEST_CASE("a needy row takes from the others, which stay equal") {
  const auto heights = share_height(4, 430, 10, {{1, 1, 190}});
  REQUIRE(heights);
  CHECK((*heights)[1] == doctest::Approx(190));
  CHECK((*heights)[0] == doctest::Approx(70));
  CHECK((*heights)[3] == doctest::Approx(70));
}

TEST_CASE("needs that are more than there is have no answer") {
  CHECK_FALSE(share_height(4, 430, 10, {{0, 2, 300}, {2, 2, 200}}));
  CHECK_FALSE(share_height(2, 100, 0, {{0, 1, 90}}));  // the other row would be too low
}

TEST_CASE("whatever the needs, an answer meets them all and fills the height") {
  CHECK(rc::check([] {
    const int rows = *rc::gen::inRange(1, 9);
    std::vector<RowNeed> needs;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) {
      const int row = *rc::gen::inRange(0, rows);
      const int span = *rc::gen::inRange(1, rows - row + 1);
      needs.push_back({row, span, static_cast<float>(*rc::gen::inRange(0, 200))});
    }
    const auto heights = share_height(rows, 600, 5, needs);
    if (!heights) return;
    const float total = std::accumulate(heights->begin(), heights->end(), 5.0F * static_cast<float>(rows - 1));
    RC_ASSERT(std::abs(total - 600) < 0.1F);
    for (const RowNeed& need : needs) {
      const auto first = heights->begin() + need.row;
      const float held = std::accumulate(first, first + need.rows, 5.0F * static_cast<float>(need.rows - 1));
      RC_ASSERT(held > need.height - 0.1F);
    }
  }));
}

}  // namespace canvasbook::grid_test
