// The pages of the report in the working area, with the figures that lead to visits.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/parts/preview_painter.h"
#include "editor/visits/results_parts.h"

namespace canvasbook {

namespace {

constexpr float report_margin = 20;  // logical pixels, as all below
constexpr float widest_page = 860;
constexpr float below_page = 16;
constexpr float air_around_figure = 24;  // that is brought into view
constexpr std::string_view figure_key = "results/figure/";

class ReportDrawing {
 public:
  ReportDrawing(App& app, const Pages& pages) : app_(app), theme_(app.theme), pages_(pages) {
    const float room = ImGui::GetContentRegionAvail().x;
    const float margin = theme_.px(report_margin);
    // without the room of the scroll bar pages would change their size whenever it comes and goes
    width_ = std::floor(std::clamp(ImGui::GetWindowWidth() - 2 * margin - ImGui::GetStyle().ScrollbarSize,
                                   theme_.px(report_margin), theme_.px(widest_page)));
    left_ = std::floor(std::max(margin, (room - width_) / 2));
  }

  void draw() {
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const ImVec2 clip_from = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 clip_to = ImGui::GetWindowDrawList()->GetClipRectMax();
    float y = origin.y + theme_.px(report_margin);
    for (size_t p = 0; p < pages_.pages.size(); ++p) {
      const float height = std::floor(pages_.pages[p].height * scale_of(p));
      const float far = height + theme_.px(below_page);  // the arrows reach what stands just out of sight
      const bool is_near = y + height >= clip_from.y - far && y <= clip_to.y + far;
      const bool is_seen = y + far >= clip_from.y && y <= clip_to.y;
      if (is_seen) draw_page(p, {origin.x + left_, y}, height);
      if (is_near) add_figures(p, {origin.x + left_, y});
      y += height + theme_.px(below_page);
    }
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({left_ + width_, y - origin.y});
  }

  const std::string& pressed() const { return pressed_; }

 private:
  float scale_of(size_t page) const { return width_ / pages_.pages[page].width; }

  void draw_page(size_t index, ImVec2 at, float height) {
    const Page& page = pages_.pages[index];
    const float scale = scale_of(index);
    const std::string key = "results/page/" + std::to_string(index + 1);
    ImGui::SetCursorScreenPos(at);
    const bool clicked = invisible_button(key.c_str(), {width_, height});
    const bool hovered = ImGui::IsItemHovered();
    app_.parts.add_last(key);
    paint_page(ImGui::GetWindowDrawList(), theme_, page, at, scale, app_.session()->paper_fonts());
    if (!hovered) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto under = std::ranges::find_if(page.areas, [&](const PageArea& area) {
      return contains(corner(area, at, scale), end_of(area, at, scale), mouse);
    });
    if (under == page.areas.end()) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    // the paper is white in every theme
    ImGui::GetWindowDrawList()->AddRectFilled(corner(*under, at, scale), end_of(*under, at, scale),
                                              with_strength(colours_of(ThemeName::light).accent, 0x18), theme_.px(3));
    if (clicked) pressed_ = under->subject;
  }

  // The keyboard goes from figure to figure.
  void add_figures(size_t index, ImVec2 at) {
    const Page& page = pages_.pages[index];
    const float scale = scale_of(index);
    for (size_t i = 0; i < page.areas.size(); ++i) {
      const std::string key = std::string(figure_key) + std::to_string(index + 1) + "/" + std::to_string(i + 1);
      const ImVec2 from = corner(page.areas[i], at, scale);
      const ImVec2 to = end_of(page.areas[i], at, scale);
      app_.parts.add(key, from, to);
      if (is_pressed_by_key(app_, key, from, to)) pressed_ = page.areas[i].subject;
    }
  }

  static ImVec2 corner(const PageArea& area, ImVec2 at, float scale) {
    return {at.x + area.x * scale, at.y + area.y * scale};
  }
  static ImVec2 end_of(const PageArea& area, ImVec2 at, float scale) {
    return {at.x + (area.x + area.width) * scale, at.y + (area.y + area.height) * scale};
  }

  App& app_;
  const Theme& theme_;
  const Pages& pages_;
  float width_ = 0;  // of a page
  float left_ = 0;
  std::string pressed_;
};

}  // namespace

std::string draw_report_pages(App& app, const Pages& pages, const Area& area, float scroll) {
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("results/pages", {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  if (scroll != 0) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + scroll, 0.0F, ImGui::GetScrollMaxY()));
  ReportDrawing drawing(app, pages);
  drawing.draw();
  if (const auto place = app.state<ResultsState>().focus.end()) {
    write_filter_at(app, place->key);
    const float air = app.theme.px(air_around_figure);
    if (place->key.starts_with(figure_key)) {
      ImGui::ScrollToBringRectIntoView(ImGui::GetCurrentWindow(),
                                       {{place->from.x, place->from.y - air}, {place->to.x, place->to.y + air}});
    }
  }
  ImGui::EndChild();
  return drawing.pressed();
}

}  // namespace canvasbook
