// The word, misspelt or of a STOP phrase, whose menu a right click asks for.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>

#include "editor/frame/text_place.h"

namespace canvasbook {

// A word whose menu was asked for.
struct AskedWord {
  TextPlace place;
  TextRange range;  // code points of the text
  bool is_own = false;
  std::string stop_phrase = {};  // id of the phrase of the STOP list that it is; empty: a misspelt word
};

// What the marks and the menu of a word (editor/spelling) tell one another.
struct SpellingMarks {
  std::optional<AskedWord> asked;  // whose menu is to open once it has been brought into view
  TextRange with_menu;             // of the session's field: the word that the menu stands beside
  ImVec2 from, to;                 // of that word on the screen, as drawn last
};

}  // namespace canvasbook
