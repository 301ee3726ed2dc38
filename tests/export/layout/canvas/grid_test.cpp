#include "export/layout/canvas/grid.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

namespace canvasbook::grid_test {

namespace {

GridRoom room_of(int rows, float height, float gap) { return {1, rows, 100, height, gap}; }

// Two blocks side by side whose texts take a certain area; the larger the size and the narrower the column, the higher.
GridNeeds two_texts(size_t size, const std::vector<float>& columns, float first, float second) {
  const auto letter = static_cast<float>(size + 5);
  GridNeeds needs;
  for (const float text : {first, second}) {
    const float height = std::ceil(text * letter / columns[needs.columns.size()]) * letter;
    needs.rows.push_back({0, 1, height});
    needs.columns.push_back(height);
  }
  return needs;
}

}  // namespace

TEST_CASE("rows without needs are equal") {
  const auto heights = share_height(room_of(4, 430, 10), {});
  REQUIRE(heights);
  for (const float height : *heights) CHECK(height == doctest::Approx(100));
}

TEST_CASE("a needy row takes from the others, which stay equal") {
  const auto heights = share_height(room_of(4, 430, 10), {{1, 1, 190}});
  REQUIRE(heights);
  CHECK((*heights)[1] == doctest::Approx(190));
  CHECK((*heights)[0] == doctest::Approx(70));
  CHECK((*heights)[3] == doctest::Approx(70));
}

TEST_CASE("needs that are more than there is have no answer") {
  CHECK_FALSE(share_height(room_of(4, 430, 10), {{0, 2, 300}, {2, 2, 200}}));
  CHECK_FALSE(share_height(room_of(2, 100, 0), {{0, 1, 90}}));  // the other row would be too low
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
    const auto heights = share_height(room_of(rows, 600, 5), needs);
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

TEST_CASE("rows that need more than there is are as high as they need to be") {
  CHECK(least_rows(room_of(2, 100, 0), {{0, 1, 90}}) == std::vector<float>{90, 27.5F});
}

TEST_CASE("a grid takes the largest size at which its texts fit, and gives the longer one more width") {
  const GridRoom room{2, 1, 400, 300, 0};
  const auto fit =
      fit_grid(room, 20, [](size_t size, const auto& columns) { return two_texts(size, columns, 900, 100); });
  const auto equal = [&](size_t size) { return two_texts(size, {200, 200}, 900, 100); };
  CHECK(fit.fits);
  CHECK(fit.columns[0] > fit.columns[1]);
  CHECK(share_height(room, two_texts(fit.size, fit.columns, 900, 100).rows));
  CHECK_FALSE(share_height(room, equal(fit.size).rows));
}

TEST_CASE("a grid that does not fit at its least size is as low as its columns can make it") {
  const GridRoom room{2, 1, 400, 300, 0};
  const auto of = [&](float first, float second) {
    return fit_grid(room, 20,
                    [=](size_t size, const auto& columns) { return two_texts(size, columns, first, second); });
  };
  CHECK_FALSE(of(9e4F, 1).fits);
  const GridFit uneven = of(3e3F, 2e3F);
  CHECK_FALSE(uneven.fits);
  CHECK(uneven.size == 0);
  CHECK(uneven.columns[0] > uneven.columns[1]);
  CHECK(uneven.rows == least_rows(room, two_texts(0, uneven.columns, 3e3F, 2e3F).rows));
  CHECK(uneven.rows[0] < two_texts(0, {200, 200}, 3e3F, 2e3F).rows[0].height);
}

TEST_CASE("a size that cuts a word is not taken") {
  const GridRoom room{2, 1, 400, 300, 0};
  const auto cuts = [](size_t size, const std::vector<float>& columns) {
    GridNeeds needs = two_texts(size, columns, 100, 100);
    if (size > 3) needs.cut.insert(1);
    return needs;
  };
  CHECK(fit_grid(room, 20, cuts).size == 3);
}

}  // namespace canvasbook::grid_test
