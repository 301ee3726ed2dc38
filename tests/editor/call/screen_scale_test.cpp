#include "editor/call/screen_scale.h"

#include <doctest/doctest.h>

namespace canvasbook::screen_scale_test {

TEST_CASE("the screen of a call is as large as its window: by the narrower side, in steps, never smaller") {
  Theme theme;
  const auto scale = [&](float width, float height) { return screen_scale(theme, {{0, 0}, {width, height}}); };
  CHECK(scale(1280, 720) == 1);
  CHECK(scale(800, 600) == 1);
  CHECK(scale(1920, 1080) == 1.5F);
  CHECK(scale(1920, 720) == 1);
  CHECK(scale(1280, 1080) == 1);
  CHECK(scale(1366, 768) == 1);
  CHECK(scale(3840, 2160) == 3);
  CHECK(scale(20000, 20000) == 4);
  theme.scale = 2;
  CHECK(scale(2560, 1440) == 1);
}

}  // namespace canvasbook::screen_scale_test
