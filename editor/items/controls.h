// Controls that stand beside texts in the rows of a section of items: lower than the buttons of the window.
#pragma once

#include <string_view>

#include "editor/items/rows.h"

namespace canvasbook {

inline constexpr float chip_height = 28;  // logical pixels
inline constexpr float chip_gap = 6;      // between two of them

// `bare` has a border; `marked` is filled lightly, `chosen` strongly.
enum class ChipStyle { bare, marked, chosen };

float chip_width(const Theme& theme, std::string_view label, char32_t icon = 0, bool opens_menu = false);

// A button with a border at a place, its label cut where it is wider than `width` (0: as wide as it needs). True when
// pressed; it is then the last ImGui item.
bool chip(App& app, std::string_view key, std::string_view label, ImVec2 at, float width = 0,
          ChipStyle style = ChipStyle::bare, char32_t icon = 0, bool opens_menu = false, bool enabled = true);
inline bool chip(const ItemDrawing& drawing, std::string_view key, std::string_view label, ImVec2 at, float width = 0,
                 ChipStyle style = ChipStyle::bare, char32_t icon = 0, bool opens_menu = false, bool enabled = true) {
  return chip(drawing.app, key, label, at, width, style, icon, opens_menu, enabled);
}

// A quiet line that leads somewhere: an icon and words, cut with "…" where they are wider than `width`; `whole` is
// shown at the pointer. One that only offers something is faint where nobody works. True when pressed; it is then the
// last ImGui item.
bool quiet_link(const ItemDrawing& drawing, const std::string& key, char32_t icon, std::string_view label,
                const std::string& whole, ImVec2 at, float width, bool is_faint = false);

// A line that adds, drawn in a cell: a plus sign and what would come.
void draw_adding_cell(const ItemDrawing& drawing, const ItemCell& cell, ImVec2 from, ImVec2 to);

// Whether a character is typed in this frame.
bool is_typing(const App& app);

}  // namespace canvasbook
