// The panel at the right: guide, review, pages or what is found. Folded, it keeps a sign for each.
#include <algorithm>
#include <array>
#include <cmath>

#include "editor/find/finding.h"
#include "editor/frame/tooltip.h"
#include "editor/panels/panels.h"

namespace canvasbook {

namespace {

struct Tab {
  const char* key;
  SidePanel panel;
  char32_t icon;
};
constexpr std::array tabs{
    Tab{"panel.guide", SidePanel::guide, icons::guide}, Tab{"panel.review", SidePanel::review, icons::review},
    Tab{"panel.preview", SidePanel::preview, icons::preview}, Tab{"panel.find", SidePanel::find, icons::search}};

// The number beside a tab or on its sign.
std::string badge_text(size_t count) { return count > 99 ? "99+" : std::to_string(count); }

float badge_width(const Theme& theme, const std::string& text) {
  return std::max(theme.px(20), width_of_line(theme.fonts.small_bold, text) + theme.px(10));
}

// Loud only where something is broken: what is merely lacking is usual while one is writing.
void draw_badge(ImDrawList* list, const Theme& theme, ImVec2 from, const std::string& text, bool is_loud) {
  const float width = badge_width(theme, text);
  const float height = theme.px(20);
  const ImVec2 size = size_of_line(theme.fonts.small_bold, text);
  list->AddRectFilled(from, {from.x + width, from.y + height}, is_loud ? theme.colours.warning : theme.colours.hover,
                      height / 2);
  list->AddText(theme.fonts.small_bold, theme.fonts.small_bold->FontSize,
                {std::floor(from.x + (width - size.x) / 2), std::floor(from.y + (height - size.y) / 2)},
                is_loud ? theme.colours.panel : theme.colours.muted, text.c_str());
}

// The room at either side of a label: less where all tabs would not fit else.
float tab_pad(const App& app, float room, size_t findings) {
  const Theme& theme = app.theme;
  float labels = findings > 0 ? badge_width(theme, badge_text(findings)) + theme.px(6) : 0;
  float count = 0;
  for (const Tab& tab : tabs) {
    if (tab.panel == SidePanel::find) continue;
    labels += width_of_line(theme.fonts.small_bold, app.catalog().text(tab.key));
    ++count;
  }
  return std::floor(std::clamp((room - labels) / (2 * count), theme.px(3), theme.px(10)));
}

// The tabs at the head of the panel; returns the one that was pressed.
const Tab* view_tabs(App& app, const Area& area) {
  const Theme& theme = app.theme;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Tab* pressed = nullptr;
  const size_t findings = app.session()->open_findings();
  float x = area.from.x;
  const float pad = tab_pad(app, area.width(), findings);
  for (const Tab& tab : tabs) {
    if (tab.panel == SidePanel::find) continue;  // it has a sign of its own
    const bool is_shown = app.settings.panels.tab == tab.panel;
    const std::string label = app.catalog().text(tab.key);
    ImFont* font = is_shown ? theme.fonts.small_bold : theme.fonts.small;
    // the bold label decides, so that nothing moves when another tab is chosen
    const float label_width = width_of_line(theme.fonts.small_bold, label);
    const bool has_badge = tab.panel == SidePanel::review && findings > 0;
    const std::string badge = badge_text(findings);
    const float width = label_width + 2 * pad + (has_badge ? badge_width(theme, badge) + theme.px(6) : 0);
    ImGui::SetCursorScreenPos({x, area.from.y});
    if (invisible_button(tab.key, {width, area.height()})) pressed = &tab;
    app.parts.add(tab.key, {x, area.from.y}, {x + width, area.to.y}, x + width <= area.to.x);
    if (ImGui::IsItemHovered() && !is_shown) {
      list->AddRectFilled({x, area.from.y + theme.px(6)}, {x + width, area.to.y - theme.px(6)}, theme.colours.hover,
                          theme.px(8));
    }
    const float y = std::floor((area.from.y + area.to.y - font->FontSize) / 2);
    list->AddText(font, font->FontSize, {x + pad, y}, is_shown ? theme.colours.accent : theme.colours.text,
                  label.c_str());
    if (has_badge) {
      draw_badge(list, theme,
                 {x + pad + theme.px(6) + label_width, std::floor((area.from.y + area.to.y - theme.px(20)) / 2)}, badge,
                 app.session()->finds_broken());
    }
    if (is_shown) {
      list->AddRectFilled({x + pad, area.to.y - theme.px(3)}, {x + width - pad, area.to.y}, theme.colours.accent,
                          theme.px(2));
    }
    x += width;
  }
  return pressed;
}

void show_tab(App& app, const Tab& tab) {
  tab.panel == SidePanel::find ? begin_finding(app, false) : app.show_panel(tab.panel);
}

// The folded panel.
void view_rail(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  const Tab* pressed = nullptr;
  ImGui::SetCursorScreenPos({area.from.x + theme.px(2), area.from.y + theme.px(6)});
  const bool unfolds = button(parts, "panel.side/unfold", "", icons::fold_left);
  name_by_tooltip(app, "panel.side");
  float y = area.from.y + theme.px(54);
  const size_t findings = app.session()->open_findings();
  for (const Tab& tab : tabs) {
    ImGui::SetCursorScreenPos({area.from.x + theme.px(2), y});
    if (button(parts, tab.key, "", tab.icon)) pressed = &tab;
    name_by_tooltip(app, tab.key);
    y += theme.px(40);
    if (tab.panel != SidePanel::review || findings == 0) continue;
    const std::string badge = badge_text(findings);
    draw_badge(ImGui::GetWindowDrawList(), theme,
               {std::floor(area.from.x + (area.width() - badge_width(theme, badge)) / 2), y - theme.px(4)}, badge,
               app.session()->finds_broken());
    y += theme.px(20);
  }
  if (pressed != nullptr) show_tab(app, *pressed);
  if (unfolds) app.run_command("panel.side");
}

}  // namespace

void view_side_panel(App& app, const Area& area) {
  const Theme& theme = app.theme;
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(area.from, {area.from.x, area.to.y}, theme.colours.border);
  if (!app.settings.panels.side.shown) return view_rail(app, area);
  const float head = area.from.y + theme.px(48);
  list->AddLine({area.from.x, head}, {area.to.x, head}, theme.colours.border);
  const float fold = area.to.x - theme.px(50);
  const float find = fold - theme.px(42);
  const Tab* pressed = view_tabs(app, {{area.from.x + theme.px(8), area.from.y}, {find, head}});
  ImGui::SetCursorScreenPos({find, area.from.y + theme.px(6)});
  const bool finds = app.settings.panels.tab == SidePanel::find;
  if (button({theme, app.parts}, "panel.find", "", icons::search, finds ? ButtonStyle::selected : ButtonStyle::plain)) {
    pressed = &tabs.back();
  }
  name_by_tooltip(app, "panel.find");
  ImGui::SetCursorScreenPos({fold + theme.px(4), area.from.y + theme.px(6)});
  const bool folds = button({theme, app.parts}, "panel.side/fold", "", icons::fold_right);
  name_by_tooltip(app, "panel.fold");
  const Area content{{area.from.x + 1, head + 1}, area.to};
  switch (app.settings.panels.tab) {
    case SidePanel::guide:
      panel_guide(app, content);
      break;
    case SidePanel::review:
      panel_review(app, content);
      break;
    case SidePanel::preview:
      panel_preview(app, content);
      break;
    case SidePanel::find:
      panel_find(app, content);
      break;
  }
  if (pressed != nullptr) show_tab(app, *pressed);
  if (folds) app.run_command("panel.side");
}

}  // namespace canvasbook
