#include "editor/frame/tooltip.h"

#include "editor/frame/app.h"

namespace canvasbook {

void tooltip(const App& app, const std::string& text) {
  if (app.input.pointer_asks()) ImGui::SetTooltip("%s", text.c_str());
}

void name_by_tooltip(const App& app, std::string_view key) {
  if (ImGui::IsItemHovered()) tooltip(app, app.catalog().text(key));
}

}  // namespace canvasbook
