// What is said of the part under the pointer.
#pragma once

#include <string>

namespace canvasbook {

class App;

// Shows the text at the pointer in this frame. While somebody types, or has just pressed a button, it stays away until
// the pointer moves again: it would cover what is written or read.
void tooltip(const App& app, const std::string& text);

}  // namespace canvasbook
