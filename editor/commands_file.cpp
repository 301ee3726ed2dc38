// The commands of the menu for files and the workbook as a whole.
#include "editor/dialogs/export.h"
#include "editor/dialogs/import_table.h"
#include "editor/dialogs/properties.h"
#include "editor/dialogs/save_template.h"
#include "editor/frame/command_parts.h"
#include "editor/navigator/document_actions.h"

namespace canvasbook {

std::vector<Command> file_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.new",
       .icon = icons::add,
       .shortcuts = {{Key::n, control}},
       .scope = everywhere,
       .run = [](App& app) { app.close_workbook(); }},
      {.key = "command.open",
       .icon = icons::folder,
       .shortcuts = {{Key::o, control}},
       .scope = everywhere,
       .run = [](App& app) { app.choose_and_open(); }},
      {.key = "command.save",
       .group = 1,
       .icon = icons::save,
       .shortcuts = {{Key::s, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.save(); }},
      {.key = "command.save_as",
       .group = 1,
       .shortcuts = {{Key::s, control_shift}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.save_as(); }},
      {.key = "command.import_table",
       .group = 2,
       .icon = icons::table,
       .scope = everywhere,
       .is_enabled = has_document,
       .run = choose_table_to_import},
      {.key = "command.export",
       .group = 2,
       .icon = icons::export_,
       .shortcuts = {{Key::p, control}},
       .scope = everywhere,
       .is_enabled = has_document,
       .run = [](App& app) { app.show_dialog(make_export_dialog(app)); }},
      {.key = "command.properties",
       .group = 2,
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.show_dialog(make_properties_dialog(app)); }},
      {.key = "command.save_template",
       .group = 2,
       .scope = everywhere,
       .is_enabled = can_save_template,
       .run = [](App& app) { app.show_dialog(make_save_template_dialog(app)); }},
      {.key = "command.close",
       .group = 3,
       .shortcuts = {{Key::w, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { app.close_workbook(); }},
      {.key = "command.quit",
       .group = 3,
       .shortcuts = {{Key::q, control}},
       .scope = everywhere,
       .run = [](App& app) { app.request_close(); }},
  };
}

}  // namespace canvasbook
