// The commands for what the window shows.
#include <utility>

#include "editor/board/state.h"
#include "editor/board/zoom.h"
#include "editor/frame/command_parts.h"
#include "editor/present/present.h"

namespace canvasbook {

namespace {

// Folds a panel at a side of the window away, or unfolds it.
void fold_panel(App& app, PanelSettings Panels::*panel) {
  if (std::exchange(app.is_focused, false) && (app.settings.panels.*panel).shown) return;
  app.change_settings([panel](Settings& settings) {
    PanelSettings& changed = settings.panels.*panel;
    changed.shown = !changed.shown;
  });
}

template <RegisterKind kind>
void show_register(App& app) {
  app.session()->show_register(kind);
}

template <RegisterKind kind>
bool shows(const App& app) {
  return has_session(app) && app.session()->view().shown_register == kind;
}

template <bool Settings::*Flag>
void switch_setting(App& app) {
  app.change_settings([](Settings& settings) { settings.*Flag = !(settings.*Flag); });
}

template <bool Settings::*Flag>
bool has_setting(const App& app) {
  return app.settings.*Flag;
}

void change_scale(App& app, int step) {
  app.change_settings([step](Settings& settings) {
    settings.scale = std::clamp(settings.scale + step * scale_step, smallest_scale, largest_scale);
  });
}

}  // namespace

std::vector<Command> view_commands() {
  using enum ShortcutScope;
  return {
      {.key = "panel.guide",
       .icon = icons::guide,
       .shortcuts = {{Key::digit_1, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.show_panel(SidePanel::guide); }},
      {.key = "panel.review",
       .icon = icons::review,
       .shortcuts = {{Key::digit_2, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.show_panel(SidePanel::review); }},
      {.key = "panel.preview",
       .icon = icons::preview,
       .shortcuts = {{Key::digit_3, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.show_panel(SidePanel::preview); }},
      {.key = "panel.navigator",
       .group = 1,
       .shortcuts = {{Key::digit_4, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { fold_panel(app, &Panels::navigator); },
       .is_checked = [](const App& app) { return app.settings.panels.navigator.shown; }},
      {.key = "panel.side",
       .group = 1,
       .shortcuts = {{Key::digit_5, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { fold_panel(app, &Panels::side); },
       .is_checked = [](const App& app) { return app.settings.panels.side.shown; }},
      {.key = "command.segments",
       .group = 2,
       .icon = icons::people,
       .scope = everywhere,
       .is_enabled = has_session,
       .run = show_register<RegisterKind::segments>,
       .is_checked = shows<RegisterKind::segments>},
      {.key = "command.touchpoints",
       .group = 2,
       .icon = icons::touchpoint,
       .scope = everywhere,
       .is_enabled = has_session,
       .run = show_register<RegisterKind::touchpoints>,
       .is_checked = shows<RegisterKind::touchpoints>},
      {.key = "command.placeholders",
       .group = 2,
       .icon = icons::label,
       .scope = everywhere,
       .is_enabled = has_session,
       .run = show_register<RegisterKind::placeholders>,
       .is_checked = shows<RegisterKind::placeholders>},
      {.key = "command.hints",
       .group = 3,
       .scope = everywhere,
       .run = switch_setting<&Settings::hints_shown>,
       .is_checked = has_setting<&Settings::hints_shown>},
      {.key = "command.block_numbers",
       .group = 3,
       .scope = everywhere,
       .run = switch_setting<&Settings::numbers_shown>,
       .is_checked = has_setting<&Settings::numbers_shown>},
      {.key = "command.block_icons",
       .group = 3,
       .scope = everywhere,
       .run = switch_setting<&Settings::icons_shown>,
       .is_checked = has_setting<&Settings::icons_shown>},
      {.key = "command.compact_answers",
       .group = 3,
       .scope = everywhere,
       .run = switch_setting<&Settings::answers_compact>,
       .is_checked = has_setting<&Settings::answers_compact>},
      {.key = "command.check_spelling",
       .group = 3,
       .scope = everywhere,
       .run = switch_setting<&Settings::spelling_checked>,
       .is_checked = has_setting<&Settings::spelling_checked>},
      {.key = "command.zoom_in",
       .group = 4,
       .icon = icons::zoom_in,
       .shortcuts = {{Key::equal, control}},
       .scope = everywhere,
       .is_enabled =
           [](const App& app) { return has_board(app) && app.state<BoardState>().zoom_percent() < largest_zoom; },
       .run = [](App& app) { set_zoom(app, next_zoom(app.state<BoardState>().zoom_percent(), 1)); }},
      {.key = "command.zoom_out",
       .group = 4,
       .icon = icons::zoom_out,
       .shortcuts = {{Key::minus, control}},
       .scope = everywhere,
       .is_enabled =
           [](const App& app) { return has_board(app) && app.state<BoardState>().zoom_percent() > smallest_zoom; },
       .run = [](App& app) { set_zoom(app, next_zoom(app.state<BoardState>().zoom_percent(), -1)); }},
      {.key = "command.zoom_fit",
       .group = 4,
       .shortcuts = {{Key::digit_0, control}},
       .scope = everywhere,
       .is_enabled = has_board,
       .run = fit_board},
      {.key = "command.parking",
       .group = 4,
       .scope = everywhere,
       .is_enabled = has_board,
       .run = [](App& app) { app.state<BoardState>().parking_is_open = !app.state<BoardState>().parking_is_open; },
       .is_checked = [](const App& app) { return app.state<BoardState>().parking_is_open; }},
      {.key = "command.larger",
       .group = 5,
       .shortcuts = {{Key::equal, control_shift}},
       .scope = everywhere,
       .is_enabled = [](const App& app) { return app.settings.scale < largest_scale; },
       .run = [](App& app) { change_scale(app, 1); }},
      {.key = "command.smaller",
       .group = 5,
       .shortcuts = {{Key::minus, control_shift}},
       .scope = everywhere,
       .is_enabled = [](const App& app) { return app.settings.scale > smallest_scale; },
       .run = [](App& app) { change_scale(app, -1); }},
      {.key = "command.theme",
       .group = 6,
       .icon = icons::theme,
       .scope = everywhere,
       .run =
           [](App& app) {
             const bool dark = app.theme_name() == ThemeName::dark;
             app.change_settings(
                 [dark](Settings& settings) { settings.theme = dark ? ThemeChoice::light : ThemeChoice::dark; });
           }},
      {.key = "command.language",
       .group = 6,
       .icon = icons::language,
       .scope = everywhere,
       .run =
           [](App& app) {
             const Language other = app.language() == Language::ru ? Language::en : Language::ru;
             app.choose_language(other);
           }},
      {.key = "command.present",
       .group = 7,
       .icon = icons::present,
       .shortcuts = {{Key::f5, plain}},
       .scope = everywhere,
       .is_enabled = has_document,
       .run = begin_presenting},
      {.key = "command.focus",
       .group = 7,
       .icon = icons::details,
       .shortcuts = {{Key::f11, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.is_focused = !app.is_focused; },
       .is_checked = [](const App& app) { return app.is_focused; }},
      {.key = "command.full_screen",
       .group = 7,
       .icon = icons::full_screen,
       .shortcuts = {{Key::f11, plain}},
       .scope = everywhere,
       .run = [](App& app) { app.full_screen = !app.full_screen; },
       .is_checked = [](const App& app) { return app.full_screen; }},
  };
}

}  // namespace canvasbook
