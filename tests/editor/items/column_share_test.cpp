#include "editor/items/column_share.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace canvasbook::column_share_test {

namespace {

ColumnWish text(float least, float wanted, int share = 1) { return {least, wanted, 0, true, share}; }
ColumnWish narrow(float least, float wanted) { return {least, wanted, 0, false, 1}; }

float sum(const std::vector<float>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0F); }

}  // namespace

TEST_CASE("an empty date stays narrow beside a long text, which gets what is left") {
  const std::vector<float> widths = share_width({text(150, 480), narrow(80, 80), text(96, 96)}, 700);
  CHECK(widths[1] == 80);
  CHECK(widths[0] >= 480);
  CHECK(sum(widths) == 700);
}

TEST_CASE("what is narrow by kind is whole before texts get more than their least") {
  const std::vector<float> widths = share_width({text(100, 400), narrow(60, 120)}, 250);
  CHECK(widths[1] == 120);
  CHECK(widths[0] == 130);
}

TEST_CASE("texts that want more than there is get the same part of it each") {
  const std::vector<float> widths = share_width({text(100, 300), text(100, 200)}, 350);
  CHECK(widths[0] == 200);
  CHECK(widths[1] == 150);
}

TEST_CASE("a column that was drawn keeps its width, and the others give way down to their least") {
  ColumnWish drawn = text(90, 400);
  drawn.drawn = 300;
  for (const float room : {900.0F, 600.0F, 480.0F, 300.0F}) {
    const std::vector<float> widths = share_width({drawn, text(100, 300), narrow(60, 100)}, room);
    CHECK(widths[0] == 300);
    CHECK(widths[1] >= 100);
    CHECK(widths[2] >= 60);
    CHECK(sum(widths) == std::max(room, 460.0F));
  }
  CHECK(least_of_columns({drawn, text(100, 300), narrow(60, 100)}) == 460);
}

TEST_CASE("a table of nothing but dates and numbers fills its room, and so does one of drawn columns") {
  CHECK(sum(share_width({narrow(60, 90), narrow(60, 60)}, 501)) == 501);
  ColumnWish drawn = narrow(60, 60);
  drawn.drawn = 100;
  CHECK(share_width({drawn, drawn}, 501) == std::vector<float>{100, 401});
  CHECK(share_width({}, 100).empty());
}

}  // namespace canvasbook::column_share_test
