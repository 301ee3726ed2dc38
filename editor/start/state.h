// What the start screen keeps from frame to frame.
#pragma once

#include <optional>

#include "editor/parts/key_focus.h"
#include "model/base/language.h"

namespace canvasbook {

struct StartState {
  std::optional<Language> gallery;  // language of the templates that are shown; nothing: that of the interface
  bool all_recent = false;          // all recent files are shown, not only the newest
  int last_frame = -1;              // in which the screen was drawn
  KeyFocus focus;
};

}  // namespace canvasbook
