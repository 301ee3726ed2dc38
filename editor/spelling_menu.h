// The menu of a misspelt word: what may be meant, and the word as one of the company's own. And the way to the next.
#pragma once

#include <imgui.h>

#include <optional>
#include <string>

#include "editor/session.h"

namespace canvasbook {

class App;

// What a text that can be written in belongs to; see View.
struct TextPlace {
  Editing editing = Editing::nothing;
  std::string item;   // id of the note or item, or of the section of running text
  std::string field;  // of an item
  bool operator==(const TextPlace&) const = default;
};

// A word whose menu was asked for.
struct AskedWord {
  TextPlace place;
  TextRange range;  // code points of the text
  bool is_own = false;
};

struct SpellingMenu {
  std::optional<AskedWord> asked;  // opens when it has been brought into view
  int frames_to_open = 0;
  std::string word;
  bool is_own = false;
  TextRange range;  // of the word in the session's field
  ImVec2 from, to;  // of the word on the screen, as drawn last
};

// Draws the menu while it is open, above everything else; opens it for the word that was asked for.
void view_spelling_menu(App& app);

// Says which dictionary is missing for the shown document, if it is.
void say_missing_dictionary(App& app);

// Goes to the next misspelt word behind the caret or what is selected, through all documents and round the end, and
// asks for its menu; says so where there is none, or where there is no dictionary.
void go_to_next_misspelling(App& app);

}  // namespace canvasbook
