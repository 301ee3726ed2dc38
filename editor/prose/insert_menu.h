// The menu that "/" opens where a word could begin: what follows it filters, Enter takes, Escape leaves the text as it
// is. It stands beside the caret and takes keys only while it shows.
#pragma once

#include <optional>
#include <vector>

#include "editor/frame/views.h"
#include "editor/prose/formats.h"

namespace canvasbook {

struct InsertMenu {
  size_t slash = 0;    // its place in the field
  size_t changes = 0;  // of the field, before the slash
  size_t pointed = 0;  // among the formats that fit
};

// What the menu offers for what stands behind the slash; where that is nothing it does not show.
std::vector<const TextFormat*> offered_formats(const App& app, const InsertMenu& menu);

// Opens the menu where a slash was just typed at the beginning of a line or behind a blank, closes it where the caret
// left what it filters by. `typed`: the field changed in this frame.
void follow_slash(const App& app, std::optional<InsertMenu>& menu, bool typed);

// Keys and clicks, before the field has them. Returns the format that was chosen; `takes_click`: the mouse is over the
// menu.
const TextFormat* use_insert_menu(App& app, std::optional<InsertMenu>& menu, ImVec2 text_at, bool& takes_click);

// Draws the menu beside the caret, behind what the field did with the keys of this frame.
void draw_insert_menu(App& app, InsertMenu& menu, ImVec2 text_at);

// Takes the slash and what stands behind it away and applies the format; with the typing of the slash it is one step
// of undo.
void insert_format(TextCore& field, const InsertMenu& menu, const TextFormat& format);

}  // namespace canvasbook
