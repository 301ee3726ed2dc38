// What is said of the part under the pointer: one rule for all tooltips of the window.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

namespace canvasbook {

class App;

// Shows the text at the pointer in this frame. A tooltip stands only where a label is cut, or a part has none or
// cannot be used, goes on
// any key or click until the pointer moves again, and never covers the text that is being written: over its caret there
// is none, and near it the tooltip gives way.
void tooltip(const App& app, const std::string& text);

// The same with its upper left corner at a place, in pixels.
void tooltip_at(const App& app, ImVec2 at, const std::string& text);

// Says by a tooltip what the last part does; a catalog key.
void name_by_tooltip(const App& app, std::string_view key);

// Says the whole of a label of the last part, where it is wider than `room` pixels.
void tooltip_where_cut(const App& app, ImFont* font, float room, const std::string& label);

}  // namespace canvasbook
