// The window with an open workbook: which part stands where, and the panels at its sides that fold away.
#include <algorithm>
#include <cmath>

#include "editor/find/finding.h"
#include "editor/frame/tooltip.h"
#include "editor/frame/views.h"
#include "editor/frame/workplace.h"
#include "editor/parts/workbook_icons.h"
#include "editor/registers/letters.h"
#include "editor/registers/register.h"
#include "editor/spelling/menu.h"

namespace canvasbook {

namespace {

// Logical pixels, while a border is dragged.
struct PanelWidths {
  std::optional<float> navigator;
  std::optional<float> side;
};

constexpr float top_height = 60;  // logical pixels, as all below
constexpr float status_height = 34;
constexpr float rail_width = 48;  // of a folded panel
constexpr float fold_height = 44;
constexpr float narrowest_navigator = 180;
constexpr float widest_navigator = 420;
constexpr float wide_navigator = 320;
constexpr float wide_window = 1700;
constexpr float narrowest_side = 310;
constexpr float widest_side = 1000;
constexpr float narrowest_work = 360;

// The width of a panel that is shown, in pixels.
float panel_width(const Theme& theme, float wanted, float narrowest, float widest, float room) {
  return std::clamp(theme.px(wanted), theme.px(narrowest),
                    std::max(theme.px(narrowest), std::min(theme.px(widest), room)));
}

// The width of the contents that was chosen; where nobody chose one, a wide window has room for long headings.
float wanted_navigator(const App& app, const Area& area) {
  const int kept = app.settings.panels.navigator.width;
  const bool is_usual = kept == Panels{}.navigator.width;
  return is_usual && area.width() >= app.theme.px(wide_window) ? wide_navigator : static_cast<float>(kept);
}

// The border of a panel, which can be dragged; its width is kept when it is let go.
void drag_border(App& app, const char* key, PanelSettings Panels::*panel, std::optional<float>& dragged, float edge,
                 float x, float direction, const Area& area) {
  const Theme& theme = app.theme;
  const float grip = theme.px(7);
  ImGui::SetCursorScreenPos({x, area.from.y});
  invisible_button(key, {grip, area.height()});
  app.parts.add_last(key);
  const bool active = ImGui::IsItemActive();
  if (ImGui::IsItemHovered() || active) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    ImGui::GetWindowDrawList()->AddRectFilled({edge - theme.px(1), area.from.y}, {edge + theme.px(1), area.to.y},
                                              theme.colours.accent);
  }
  if (active && ImGui::IsMouseDragging(0, theme.px(2))) {
    const float far = direction > 0 ? area.from.x : area.to.x;
    dragged = (ImGui::GetIO().MousePos.x - far) * direction / theme.scale;
    if (panel == &Panels::side) forget_larger_pages(app);
  }
  if (active || !dragged) return;
  const int width = static_cast<int>(std::clamp(*dragged, 0.0F, 10'000.0F));
  dragged.reset();
  app.change_settings([panel, width](Settings& settings) { (settings.panels.*panel).width = width; });
}

// The foot of the navigator: folds it away.
void fold_navigator(App& app, const Area& area) {
  const Theme& theme = app.theme;
  fill_panel(app, area);
  ImGui::GetWindowDrawList()->AddLine({area.to.x, area.from.y}, area.to, theme.colours.border);
  ImGui::SetCursorScreenPos({area.to.x - theme.px(52), area.from.y + theme.px(2)});
  const bool pressed = button({theme, app.parts}, "panel.navigator/fold", "", icons::fold_left);
  name_by_tooltip(app, "panel.fold");
  if (pressed) app.run_command("panel.navigator");
}

// The folded navigator: a sign for each section.
void navigator_rail(App& app, const Area& area) {
  const Theme& theme = app.theme;
  Session& session = *app.session();
  const PartContext parts{theme, app.parts};
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine({area.to.x, area.from.y}, area.to, theme.colours.border);
  ImGui::SetCursorScreenPos({area.from.x, area.from.y + theme.px(10)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, theme.px(2)});
  ImGui::BeginChild("rail", {area.width(), area.height() - theme.px(fold_height + 10)}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar);  // the wheel scrolls it
  ImGui::PopStyleVar(2);
  std::optional<std::pair<size_t, size_t>> chosen;
  std::optional<RegisterKind> listed;
  for (size_t d = 0; d < session.workbook().documents.size(); ++d) {
    const Document& document = *session.workbook().documents[d];
    if (d > 0) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ImGui::GetWindowDrawList()->AddLine({at.x + theme.px(10), at.y + theme.px(6)},
                                          {at.x + theme.px(38), at.y + theme.px(6)}, theme.colours.border);
      ImGui::Dummy({1, theme.px(12)});
    }
    for (size_t s = 0; s < document.sections.size(); ++s) {
      const Section& section = *document.sections[s];
      const bool is_shown =
          session.view().document == d && session.view().section == s && !session.view().shown_register;
      ImGui::SetCursorPosX(theme.px(2));
      if (button(parts, "section/" + section.id, "", icon_of(section.content),
                 is_shown ? ButtonStyle::selected : ButtonStyle::plain)) {
        chosen = {d, s};
      }
      if (ImGui::IsItemHovered()) tooltip(app, document.title + " · " + section.title);
    }
  }
  for (const RegisterKind kind : all_registers) {
    ImGui::SetCursorPosX(theme.px(2));
    const bool is_shown = session.view().shown_register == kind;
    const std::string key = std::string("registers/") + register_key(kind);
    if (button(parts, key, "", icon_of(kind), is_shown ? ButtonStyle::selected : ButtonStyle::plain)) listed = kind;
    name_by_tooltip(app, register_key(kind));
  }
  ImGui::EndChild();
  ImGui::SetCursorScreenPos({area.from.x + theme.px(2), area.to.y - theme.px(fold_height - 2)});
  const bool unfolds = button(parts, "panel.navigator/unfold", "", icons::fold_right);
  name_by_tooltip(app, "panel.navigator");
  if (chosen) session.show_section(chosen->first, chosen->second);
  if (listed) session.show_register(*listed);
  if (unfolds) app.run_command("panel.navigator");
}

// Text that breaks at `width` pixels, each line centred on `x`; returns its height.
float centred_text(ImFont* font, float x, float y, float width, ImU32 colour, const std::string& text) {
  float height = 0;
  const char* end = text.c_str() + text.size();
  for (const char* at = text.c_str(); at < end;) {
    const char* line_end = font->CalcWordWrapPositionA(1, at, end, width);
    if (line_end == at) ++line_end;
    const float line_width = width_of_line(font, {at, line_end});
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(x - line_width / 2), y + height}, colour, at,
                                        line_end);
    height += std::floor(font->FontSize * 1.3F);
    at = line_end;
    while (at < end && *at == ' ') ++at;
  }
  return height;
}

// Without panels and bars; what leads back stands in a corner, and so does Escape once nothing is written.
void view_focused(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const float bar = theme.px(44);
  const bool was_writing = app.session()->is_writing();
  workplace_of(app).draw(app, {{area.from.x, area.from.y + bar}, area.to});
  const std::string label = app.catalog().text("focus.leave");
  const PartContext parts{theme, app.parts};
  ImGui::SetCursorScreenPos({area.to.x - button_width(parts, label, icons::close) - theme.px(8), theme.px(4)});
  const bool leaves = button(parts, "focus.leave", label, icons::close);
  view_spelling_menu(app);
  if (leaves || (!was_writing && !app.has_dialog() && app.input.take(Key::escape, {}))) app.is_focused = false;
}

}  // namespace

void fill_panel(const App& app, const Area& area) {
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, app.theme.colours.panel);
}

bool view_empty(App& app, const EmptyState& state, const Area& area) {
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float width = std::min(area.width() - theme.px(48), theme.px(420));
  const float x = std::floor((area.from.x + area.to.x) / 2);
  float y = std::floor((area.from.y + area.to.y) / 2) - theme.px(140);
  list->AddCircleFilled({x, y + theme.px(36)}, theme.px(36), theme.colours.selection);
  draw_icon(list, theme.fonts.text, theme.px(32), {x, y + theme.px(36)}, theme.colours.accent, state.icon);
  y += theme.px(90);
  y += centred_text(theme.fonts.title, x, y, width, theme.colours.text, state.title);
  y += theme.px(8);
  y += centred_text(theme.fonts.text, x, y, width, theme.colours.muted, state.text);
  y += theme.px(24);
  ImGui::SetCursorScreenPos({std::floor(x - button_width(parts, state.label, state.button_icon) / 2), y});
  return button(parts, state.key, state.label, state.button_icon, ButtonStyle::primary);
}

void view_workbook(App& app, const Area& area) {
  if (app.is_focused) return view_focused(app, area);
  const Theme& theme = app.theme;
  const bool shows_find = app.settings.panels.side.shown && app.settings.panels.tab == SidePanel::find;
  if (!shows_find) leave_finding(app);
  const float top = theme.px(top_height);
  const float bottom = area.to.y - theme.px(status_height);
  view_top_bar(app, {area.from, {area.to.x, top}});
  if (app.session() == nullptr) return;  // it was closed up there
  if (app.settings.spelling_checked) {
    if (app.spelling.begin_frame(app.wake)) say_missing_dictionary(app);
    app.spelling.set_own_words(app.session()->workbook().own_words);
  }
  const Panels panels = app.settings.panels;  // a press folds them in the next frame
  PanelWidths& dragged = app.state<PanelWidths>();
  const float rail = theme.px(rail_width);
  const float work_least = theme.px(narrowest_work);
  const float side_least = panels.side.shown ? theme.px(narrowest_side) : rail;
  const float left_width =
      panels.navigator.shown
          ? panel_width(theme, dragged.navigator.value_or(wanted_navigator(app, area)), narrowest_navigator,
                        widest_navigator, area.width() - side_least - work_least)
          : rail;
  // larger pages take at most half of what the navigator leaves: one goes on working beside them
  const float half = std::min(widest_side, (area.width() - left_width) / 2 / theme.scale);
  const auto usual_width = static_cast<float>(panels.side.width);
  const float side_width = shows_larger_pages(app) ? std::max(usual_width, half) : usual_width;
  const float right_width = panels.side.shown ? panel_width(theme, dragged.side.value_or(side_width), narrowest_side,
                                                            widest_side, area.width() - left_width - work_least)
                                              : rail;
  const float left = area.from.x + left_width;
  const float right = area.to.x - right_width;
  const Area navigator{{area.from.x, top + 1}, {left, bottom}};
  const Area side{{right, top + 1}, {area.to.x, bottom}};
  const bool over_side = shows_find ? false : ImGui::IsMouseHoveringRect(side.from, side.to, false);
  const bool over_bars = ImGui::GetIO().MousePos.y < top || ImGui::GetIO().MousePos.y >= bottom;
  app.input.set_clicks_aside(over_side || over_bars);
  std::optional<KeysAside> aside(std::in_place, app.input, app.keys_in_panel && !app.has_dialog());
  if (panels.navigator.shown) {
    const float foot = bottom - theme.px(fold_height);
    view_navigator(app, {navigator.from, {left, foot}});
    fold_navigator(app, {{area.from.x, foot}, navigator.to});
    drag_border(app, "panel.navigator/border", &Panels::navigator, dragged.navigator, left, left - theme.px(7), 1,
                navigator);
  } else {
    navigator_rail(app, navigator);
  }
  workplace_of(app).draw(app, {{left, top + 1}, {right, bottom}});
  aside.reset();
  app.input.set_clicks_aside(false);
  view_side_panel(app, side);
  if (panels.side.shown) {
    drag_border(app, "panel.side/border", &Panels::side, dragged.side, right, right, -1, side);
  }
  tell_moved_letters(app);
  view_status(app, {{area.from.x, bottom}, area.to});
  view_spelling_menu(app);
}

}  // namespace canvasbook
