#include "editor/tooltip.h"

#include "editor/app.h"

namespace canvasbook {

void tooltip(const App& app, const std::string& text) {
  if (app.input.pointer_asks()) ImGui::SetTooltip("%s", text.c_str());
}

}  // namespace canvasbook
