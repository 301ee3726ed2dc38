// The commands that help to find others.
#include "editor/frame/command_parts.h"
#include "editor/palette/dialog.h"
#include "editor/palette/first_steps.h"

namespace canvasbook {

std::vector<Command> help_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.first_steps",
       .icon = icons::guide,
       .scope = everywhere,
       .run = [](App& app) { app.show_dialog(make_first_steps()); }},
      {.key = "command.palette",
       .icon = icons::search,
       .shortcuts = {{Key::p, control_shift}},
       .scope = everywhere,
       .run = [](App& app) { app.show_dialog(make_palette(app)); }},
      {.key = "command.shortcuts",
       .icon = icons::keyboard,
       .shortcuts = {{Key::f1, plain}},
       .scope = everywhere,
       .run = [](App& app) { app.show_dialog(make_shortcut_list()); }},
      {.key = "command.example", .group = 1, .scope = everywhere, .run = [](App& app) { app.open_example(); }},
  };
}

}  // namespace canvasbook
