// How large the call and practice are drawn: their letters and measures grow with the window, so that they are read
// from 70 cm on any screen.
#pragma once

#include "editor/frame/app.h"
#include "editor/frame/views.h"

namespace canvasbook {

// By how much they are larger in a window of so many pixels than in one of 1280×720 logical ones, in steps of an
// eighth: 1 … 4.
float screen_scale(const Theme& theme, const Area& screen);

// While it lives the theme of the app is that of such a screen: all of it is larger, `text` is large enough for what
// stands beside the answers, and `small` is what `text` is elsewhere.
class ScreenScale {
 public:
  ScreenScale(App& app, const Area& screen);
  ~ScreenScale();
  ScreenScale(const ScreenScale&) = delete;
  ScreenScale& operator=(const ScreenScale&) = delete;

 private:
  App& app_;
  Theme before_;
};

}  // namespace canvasbook
