// Waves below misspelt words, in texts at rest and in the one that is written; a right click on one asks for its menu.
#pragma once

#include <imgui.h>

#include <string_view>

#include "editor/frame/app.h"
#include "editor/text/rows.h"

namespace canvasbook {

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

// What the marks and the menu of a word (editor/spelling) tell one another.
struct SpellingMarks {
  std::optional<AskedWord> asked;  // whose menu is to open once it has been brought into view
  TextRange with_menu;             // of the session's field: the word that the menu stands beside
  ImVec2 from, to;                 // of that word on the screen, as drawn last
};

// A text as it was drawn into the current window. `zoom` is by how much that is scaled around `at` (see ScaledDrawing).
struct DrawnText {
  const TextRows& rows;
  std::u32string_view text;
  ImVec2 at;
  float zoom = 1;
};

// Marks what of a text shows in the clip rectangle; `place` says where a correction is to be written.
void mark_spelling_at_rest(App& app, const DrawnText& drawn, const TextPlace& place);

// The same for the text of the session's field; the word that the caret stands in is still being written.
void mark_spelling_in_field(App& app, ImVec2 at, float zoom = 1);

}  // namespace canvasbook
