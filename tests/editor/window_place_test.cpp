#include "editor/window_place.h"

#include <doctest/doctest.h>

namespace canvasbook::window_place_test {

namespace {

WindowPlace place(int x, int y, int width, int height) {
  WindowPlace result;
  result.x = x;
  result.y = y;
  result.width = width;
  result.height = height;
  return result;
}

}  // namespace

TEST_CASE("a window of a larger screen has its frame and its foot on the smaller one") {
  constexpr WorkArea small{0, 0, 1280, 720};
  constexpr WindowFrame frame{1, 20, 1, 5};
  CHECK(fitted_into(small, frame, place(0, 20, 1440, 880)) == place(1, 20, 1278, 695));
  CHECK(fitted_into(small, frame, place(300, 200, 1000, 600)) == place(279, 115, 1000, 600));
  CHECK(fitted_into(small, frame, place(-200, -20, 1000, 600)) == place(1, 20, 1000, 600));
}

TEST_CASE("a window that has room stays as it was, below a panel and on a second screen too") {
  constexpr WindowFrame frame{1, 20, 1, 5};
  CHECK(fitted_into({0, 30, 1280, 690}, frame, place(40, 60, 1100, 640)) == place(40, 60, 1100, 640));
  CHECK(fitted_into({-1920, 0, 1920, 1080}, frame, place(-1800, 40, 1440, 900)) == place(-1800, 40, 1440, 900));
  CHECK(fitted_into({0, 0, 1280, 720}, {}, place(0, 0, 1280, 720)) == place(0, 0, 1280, 720));
  WindowPlace maximised = place(10, 30, 900, 600);
  maximised.maximised = true;
  CHECK(fitted_into({0, 0, 1280, 720}, frame, maximised) == maximised);
}

TEST_CASE("a screen that is smaller than any window has room for some of it") {
  const WindowPlace fitted = fitted_into({0, 0, 10, 10}, {8, 8, 8, 8}, place(0, 0, 1280, 720));
  CHECK(fitted == place(8, 8, 1, 1));
}

TEST_CASE("a window belongs to the screen that has the middle of its upper edge") {
  constexpr WorkArea left{-1920, 0, 1920, 1080};
  constexpr WorkArea right{0, 0, 1280, 720};
  CHECK(belongs_to(right, place(-100, 20, 1000, 600)));
  CHECK_FALSE(belongs_to(left, place(-100, 20, 1000, 600)));
  CHECK(belongs_to(left, place(-900, 20, 1000, 600)));
  CHECK_FALSE(belongs_to(right, place(100, 900, 1000, 600)));
}

}  // namespace canvasbook::window_place_test
