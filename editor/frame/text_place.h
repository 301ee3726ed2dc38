// A text of the window: what it belongs to, and how it was drawn.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "editor/session/session.h"
#include "editor/text/rows.h"

namespace canvasbook {

// What a text that can be written in belongs to; see View.
struct TextPlace {
  Editing editing = Editing::nothing;
  std::string item;   // id of the note or item, or of the section of running text
  std::string field;  // of an item
  bool operator==(const TextPlace&) const = default;
};

// A text as it was drawn into the current window. `zoom` is by how much that is scaled around `at` (see ScaledDrawing).
struct DrawnText {
  const TextRows& rows;
  std::u32string_view text;
  ImVec2 at;
  float zoom = 1;
};

}  // namespace canvasbook
