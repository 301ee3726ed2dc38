// What the menu of a misspelt word or a STOP phrase keeps from frame to frame.
#pragma once

#include <string>

namespace canvasbook {

struct SpellingMenu {
  int frames_to_open = 0;  // until the word is laid out, drawn and scrolled to; 0: nothing is to be opened
  std::string word;
  bool is_own = false;
  std::string stop_phrase;  // id, where it is the menu of one
};

}  // namespace canvasbook
