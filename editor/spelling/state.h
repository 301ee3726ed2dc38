// What the menu of a misspelt word keeps from frame to frame.
#pragma once

#include <string>

namespace canvasbook {

struct SpellingMenu {
  int frames_to_open = 0;
  std::string word;
  bool is_own = false;
};

}  // namespace canvasbook
