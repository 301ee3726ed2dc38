// The commands that change what is selected, and undo.
#include "editor/board_commands.h"
#include "editor/command_parts.h"

namespace canvasbook {

namespace {

void tell_step(App& app, const Step* step) {
  if (step != nullptr) app.say(app.catalog().text(step->name_key));
}

void copy_notes(App& app) { ImGui::SetClipboardText(app.session()->copy_selected().c_str()); }

}  // namespace

std::vector<Command> edit_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.undo",
       .icon = icons::undo,
       .shortcuts = {{Key::z, control}},
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_undo(); },
       .run = [](App& app) { tell_step(app, app.session()->undo()); }},
      {.key = "command.redo",
       .icon = icons::redo,
       .shortcuts = {{Key::y, control}, {Key::z, control_shift}},
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_redo(); },
       .run = [](App& app) { tell_step(app, app.session()->redo()); }},
      {.key = "command.add_note",
       .group = 1,
       .icon = icons::add,
       .shortcuts = {{Key::insert, plain}, {Key::enter, control}},
       .is_enabled = has_board,
       .run = [](App& app) { app.session()->add_note(app.session()->view.block); }},
      {.key = "command.write",
       .group = 1,
       .shortcuts = {{Key::enter, plain}, {Key::f2, plain}},
       .is_enabled =
           [](const App& app) { return has_notes(app) || (has_session(app) && app.session()->prose() != nullptr); },
       .run =
           [](App& app) {
             Session& session = *app.session();
             if (session.prose() != nullptr) return session.begin_prose();
             session.begin_note(session.cursor());
           }},
      {.key = "command.details",
       .group = 1,
       .icon = icons::details,
       .shortcuts = {{Key::f2, shift}, {Key::enter, control_shift}},
       .is_enabled = has_notes,
       .run = [](App& app) { app.session()->begin_details(app.session()->cursor()); }},
      {.key = "command.park",
       .group = 1,
       .icon = icons::park,
       .shortcuts = {{Key::k, control_shift}},
       .is_enabled = has_notes,
       .run = park_notes},
      {.key = "command.cut",
       .group = 2,
       .shortcuts = {{Key::x, control}},
       .is_enabled = has_notes,
       .run =
           [](App& app) {
             copy_notes(app);
             app.session()->remove_selected();
           }},
      {.key = "command.copy", .group = 2, .shortcuts = {{Key::c, control}}, .is_enabled = has_notes, .run = copy_notes},
      {.key = "command.paste",
       .group = 2,
       .shortcuts = {{Key::v, control}},
       .is_enabled = has_board,
       .run =
           [](App& app) {
             if (const char* text = ImGui::GetClipboardText()) app.session()->paste_notes(text);
           }},
      {.key = "command.duplicate",
       .group = 2,
       .shortcuts = {{Key::d, control}},
       .is_enabled = has_notes,
       .run = [](App& app) { app.session()->duplicate_selected(); }},
      {.key = "command.remove",
       .group = 2,
       .shortcuts = {{Key::delete_, plain}, {Key::backspace, plain}},
       .is_enabled = has_notes,
       .run = [](App& app) { app.session()->remove_selected(); }},
      {.key = "command.select_all",
       .group = 2,
       .shortcuts = {{Key::a, control}},
       .is_enabled = has_board,
       .run = [](App& app) { app.session()->select_all_notes(); }},
      {.key = "command.move_up",
       .group = 3,
       .shortcuts = {{Key::up, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::up); }},
      {.key = "command.move_down",
       .group = 3,
       .shortcuts = {{Key::down, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::down); }},
      {.key = "command.move_left",
       .group = 3,
       .shortcuts = {{Key::left, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::left); }},
      {.key = "command.move_right",
       .group = 3,
       .shortcuts = {{Key::right, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::right); }},
  };
}

}  // namespace canvasbook
