// The views of the window that stand in other rooms than those that show them, one file each; each draws a rectangle of
// it. Internal to editor/.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// A rectangle of the window, in its pixels.
struct Area {
  ImVec2 from;
  ImVec2 to;
  float width() const { return to.x - from.x; }
  float height() const { return to.y - from.y; }
};

// Each draws its part of the window and does what was asked for in it. All but view_start need an open workbook.
void view_top_bar(App& app, const Area& area);
void view_navigator(App& app, const Area& area);
void view_side_panel(App& app, const Area& area);

// Whether the side panel shows pages that were asked for larger: it is then as wide as it gets.
bool shows_larger_pages(const App& app);
void forget_larger_pages(App& app);
void view_status(App& app, const Area& area);
void view_start(App& app, const Area& area);
void view_workbook(App& app, const Area& area);

// Ctrl+Enter in a register leads to where the entry is defined, before it would add; called before shortcuts.
void take_register_keys(App& app);

// In place of what is not there yet: what it would be and the button that makes it; true when that was pressed.
struct EmptyState {
  char32_t icon = 0;
  std::string title;
  std::string text;
  const char* key = "";  // of the button
  std::string label;
  char32_t button_icon = icons::add;
};
bool view_empty(App& app, const EmptyState& state, const Area& area);

// The ground of a part of the window.
void fill_panel(const App& app, const Area& area);

// The part of the side panel that finds and replaces.
void panel_find(App& app, const Area& area);

}  // namespace canvasbook
