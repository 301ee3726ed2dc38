// What is said of the part under the pointer.
#pragma once

#include <string>
#include <string_view>

namespace canvasbook {

class App;

// Shows the text at the pointer in this frame. While somebody types, or has just pressed a button, it stays away until
// the pointer moves again: it would cover what is written or read.
void tooltip(const App& app, const std::string& text);

// Says by a tooltip what the last part does; a catalog key.
void name_by_tooltip(const App& app, std::string_view key);

}  // namespace canvasbook
