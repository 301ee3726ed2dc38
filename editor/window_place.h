// Where the window goes when it opens again: wholly onto the screen that is there now.
#pragma once

#include "editor/session/settings.h"

namespace canvasbook {

// What a screen leaves to windows, in its own units; the corner may be negative on a second one.
struct WorkArea {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// What the system draws around a window, outside of its place and size.
struct WindowFrame {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

// Whether the middle of the upper edge is in the area, so that the window belongs there.
bool belongs_to(const WorkArea& area, const WindowPlace& place);

// Smaller where it is larger than the area within its frame, and moved as far as it has to be; else as it was.
WindowPlace fitted_into(const WorkArea& area, const WindowFrame& frame, WindowPlace place);

}  // namespace canvasbook
