// The names of placeholders, offered behind a "{" that is typed in any text: Enter or Tab takes one, Escape leaves the
// text as it is. What is typed goes on filtering them; where it fits none, it is offered to be added to the register.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "editor/frame/app.h"

namespace canvasbook {

struct PlaceholderMenu {
  std::optional<size_t> brace;     // that the names are offered behind, its place in the field
  std::optional<size_t> declined;  // one at which Escape was pressed
  size_t pointed = 0;              // among the names that fit
  std::uint64_t revision = 0;      // of the field as it was looked at last

  void forget_workbook() { *this = {}; }
};

// The names that fit what stands behind the brace; none where the menu does not show.
std::vector<std::string> offered_placeholders(App& app);

// What stands behind the brace where no name fits it, to be added to the register; empty where the menu does not show
// or nothing was typed.
std::string offered_definition(App& app);

// Takes keys and clicks, before the text has them.
void use_placeholder_menu(App& app);

// Opens the menu where a brace was typed, closes it where the caret has left, and draws it at the caret. After the
// text.
void draw_placeholder_menu(App& app);

}  // namespace canvasbook
