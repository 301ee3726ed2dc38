#include "editor/frame/tooltip.h"

#include <algorithm>
#include <optional>

#include "editor/frame/app.h"

namespace canvasbook {

namespace {

constexpr float widest = 380;  // logical pixels, of the text
constexpr float gap = 8;

struct Rectangle {
  ImVec2 from;
  ImVec2 to;
};

bool overlap(const Rectangle& one, const Rectangle& other) {
  return one.from.x < other.to.x && other.from.x < one.to.x && one.from.y < other.to.y && other.from.y < one.to.y;
}

// The text that is being written; nothing where none is.
std::optional<Rectangle> written_text(const App& app) {
  const auto written = app.parts.written();
  if (!written || !app.text_field_is_active()) return std::nullopt;
  return Rectangle{written->first, written->second};
}

// A place of this size that begins at `at` where it can: inside the window and beside what is written, if anything.
ImVec2 free_place(const App& app, ImVec2 at, ImVec2 size) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const auto inside = [&](ImVec2 place) {
    return ImVec2{std::clamp(place.x, 0.0F, std::max(0.0F, window.x - size.x)),
                  std::clamp(place.y, 0.0F, std::max(0.0F, window.y - size.y))};
  };
  at = inside(at);
  const auto written = written_text(app);
  const auto covers = [&](ImVec2 place) { return overlap({place, {place.x + size.x, place.y + size.y}}, *written); };
  if (!written || !covers(at)) return at;
  const float away = app.theme.px(gap);
  for (const ImVec2 other : {ImVec2{at.x, written->from.y - size.y - away}, ImVec2{at.x, written->to.y + away},
                             ImVec2{written->from.x - size.x - away, at.y}, ImVec2{written->to.x + away, at.y}}) {
    const ImVec2 place = inside(other);
    if (!covers(place)) return place;
  }
  return at;
}

}  // namespace

void tooltip_at(const App& app, ImVec2 at, const std::string& text) {
  if (!app.input.pointer_asks() || text.empty()) return;
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  if (const auto written = written_text(app); written && contains(written->from, written->to, pointer)) return;
  const float wrap = app.theme.px(widest);
  const ImVec2 padding = ImGui::GetStyle().WindowPadding;
  const ImVec2 inner = ImGui::CalcTextSize(text.c_str(), nullptr, false, wrap);
  ImGui::SetNextWindowPos(free_place(app, at, {inner.x + 2 * padding.x, inner.y + 2 * padding.y}));
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(wrap + padding.x);
  ImGui::TextUnformatted(text.c_str(), text.c_str() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

void tooltip(const App& app, const std::string& text) {
  const ImVec2 pointer = ImGui::GetIO().MousePos;
  tooltip_at(app, {pointer.x + app.theme.px(14), pointer.y + app.theme.px(18)}, text);
}

void name_by_tooltip(const App& app, std::string_view key) {
  if (ImGui::IsItemHovered()) tooltip(app, app.catalog().text(key));
}

void tooltip_where_cut(const App& app, ImFont* font, float room, const std::string& label) {
  if (ImGui::IsItemHovered() && width_of_line(font, label) > room + 1) tooltip(app, label);
}

}  // namespace canvasbook
