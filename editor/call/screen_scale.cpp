#include "editor/call/screen_scale.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace canvasbook {

namespace {

constexpr float smallest_width = 1280;  // logical pixels, as the next
constexpr float smallest_height = 720;
constexpr float scale_steps = 8;  // of 1
constexpr float largest_screen_scale = 4;
constexpr float beside_answers = 1.25F;  // 20 logical pixels, where answers have 26

}  // namespace

float screen_scale(const Theme& theme, const Area& screen) {
  const float scale = std::min(screen.width() / smallest_width, screen.height() / smallest_height) / theme.scale;
  return std::clamp(std::floor(scale * scale_steps) / scale_steps, 1.0F, largest_screen_scale);
}

ScreenScale::ScreenScale(App& app, const Area& screen) : app_(app), before_(app.theme) {
  const float by = screen_scale(before_, screen);
  app.theme.scale *= by;
  InterfaceFonts& fonts = app.theme.fonts;
  GlyphAtlas& atlas = *fonts.atlas;
  fonts.small = atlas.enlarged(before_.fonts.text, by);
  fonts.text = atlas.enlarged(before_.fonts.text, by * beside_answers);
  for (ImFont** font : {&fonts.bold, &fonts.title, &fonts.prose, &fonts.large, &fonts.large_bold}) {
    *font = atlas.enlarged(*font, by);
  }
}

ScreenScale::~ScreenScale() { app_.theme = std::move(before_); }

}  // namespace canvasbook
