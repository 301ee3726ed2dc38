// Where the bar at a note stands: near its note, and over nothing that is read or pressed.
#include <doctest/doctest.h>

#include <array>

#include "editor/board/bar_place.h"

namespace canvasbook::bar_place_test {

namespace {

const std::array forms{BarForm{{400, 44}, 0}, BarForm{{210, 80}, 24}, BarForm{{150, 44}, 90}};

// A card in the middle of a room; a bar of the first form has much room everywhere.
BarSurroundings free_room() {
  BarSurroundings around;
  around.room = {{0, 0}, {1000, 800}};
  around.card = {{300, 300}, {420, 340}};
  around.gap = 8;
  around.step = 6;
  around.reach = 240;
  return around;
}

bool covers(const BarPlace& bar, const BlockPlace& place) {
  const ImVec2 size = forms[bar.form].size;
  return bar.from.x < place.to.x && bar.from.x + size.x > place.from.x && bar.from.y < place.to.y &&
         bar.from.y + size.y > place.from.y;
}

}  // namespace

TEST_CASE("where there is room the bar stands whole below its note, in line with it") {
  const BarPlace bar = place_bar(free_room(), forms);
  CHECK(bar.form == 0);
  CHECK(bar.from.x == 300);
  CHECK(bar.from.y == 348);
}

TEST_CASE("over a note below, the bar goes above") {
  BarSurroundings around = free_room();
  around.spared = {{{300, 350}, {420, 390}}};
  const BarPlace bar = place_bar(around, forms);
  CHECK(bar.form == 0);
  CHECK(bar.from.y == 300 - 8 - 44);
}

TEST_CASE("between notes on all sides the bar takes a smaller form rather than cover one") {
  BarSurroundings around = free_room();
  around.spared = {{{0, 0}, {1000, 290}}, {{0, 290}, {290, 800}}, {{480, 290}, {1000, 800}}, {{290, 420}, {480, 800}}};
  const BarPlace bar = place_bar(around, forms);
  CHECK(bar.form == 2);
  for (const BlockPlace& place : around.spared) CHECK_FALSE(covers(bar, place));
  CHECK_FALSE(covers(bar, around.card));
}

TEST_CASE("where nothing is free the bar covers notes, but neither its own nor a button") {
  BarSurroundings around = free_room();
  around.spared = {{{0, 0}, {1000, 800}}};
  around.never.push_back({{300, 350}, {420, 380}});
  const BarPlace bar = place_bar(around, forms);
  for (const BlockPlace& place : around.never) CHECK_FALSE(covers(bar, place));
  CHECK_FALSE(covers(bar, around.card));
}

TEST_CASE("a bar stays inside its room, at each corner of it") {
  for (const ImVec2 corner : {ImVec2{0, 0}, ImVec2{880, 0}, ImVec2{0, 760}, ImVec2{880, 760}}) {
    BarSurroundings around = free_room();
    around.card = {corner, {corner.x + 120, corner.y + 40}};
    const BarPlace bar = place_bar(around, forms);
    CHECK(bar.from.x >= 0);
    CHECK(bar.from.y >= 0);
    CHECK(bar.from.x + forms[bar.form].size.x <= 1000);
    CHECK(bar.from.y + forms[bar.form].size.y <= 800);
    CHECK_FALSE(covers(bar, around.card));
  }
}

}  // namespace canvasbook::bar_place_test
