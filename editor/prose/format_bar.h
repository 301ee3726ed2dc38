// The thin bar above running text.
#pragma once

#include <optional>

#include "editor/frame/views.h"
#include "editor/prose/formats.h"

namespace canvasbook {

// In logical pixels.
inline constexpr float format_bar_height = 40;

// What was pressed in the bar or chosen in the menu of tables, which its button opens in a table.
struct BarChoice {
  const TextFormat* format = nullptr;
  std::optional<TableCommand> command = std::nullopt;
};

// Draws the bar, and the menu of tables while it is open; `menu_at` opens it at a point of the screen.
BarChoice format_bar(App& app, const Area& area, std::optional<ImVec2> menu_at);

}  // namespace canvasbook
