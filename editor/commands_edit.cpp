// The commands that change what is selected, and undo.
#include "editor/board/commands.h"
#include "editor/board/drivers.h"
#include "editor/find/finding.h"
#include "editor/frame/command_parts.h"
#include "editor/frame/workplace.h"
#include "editor/items/checklist_trial.h"
#include "editor/spelling/menu.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

void tell_step(App& app, const char* key, const Step* step) {
  if (step != nullptr) app.say(app.catalog().text(key, {{"step", app.catalog().text(step->name_key)}}));
}

// The verbs of the workplace as commands.

template <bool (Workplace::*can)(const App&) const>
bool where(const App& app) {
  return has_session(app) && (workplace_of(app).*can)(app);
}

template <void (Workplace::*verb)(App&) const>
void act(App& app) {
  (workplace_of(app).*verb)(app);
}

template <Direction direction>
bool moves(const App& app) {
  return has_session(app) && workplace_of(app).can_move(app, direction);
}

template <Direction direction>
void move(App& app) {
  workplace_of(app).move(app, direction);
}

void copy(App& app) { ImGui::SetClipboardText(workplace_of(app).copy(app).c_str()); }

void cut(App& app) {
  copy(app);
  workplace_of(app).remove(app);
}

void paste(App& app) {
  const char* text = ImGui::GetClipboardText();
  if (text == nullptr) return;  // what is wrong has been said
  if (trim(text).empty()) return app.say(app.catalog().text("outside.empty_clipboard"));
  workplace_of(app).paste(app, text);
}

bool checks_spelling(const App& app) { return has_document(app) && app.settings.spelling_checked; }

}  // namespace

std::vector<Command> edit_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.undo",
       .icon = icons::undo,
       .shortcuts = {{Key::z, control}},
       .field_serves = [](const App& app) { return app.keys_in_panel || app.session()->field.can_undo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_undo(); },
       .run = [](App& app) { tell_step(app, "window.undone", app.session()->undo()); }},
      {.key = "command.redo",
       .icon = icons::redo,
       .shortcuts = {{Key::y, control}, {Key::z, control_shift}},
       .field_serves = [](const App& app) { return app.keys_in_panel || app.session()->field.can_redo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_redo(); },
       .run = [](App& app) { tell_step(app, "window.redone", app.session()->redo()); }},
      {.key = "command.add_note",
       .group = 1,
       .icon = icons::add,
       .shortcuts = {{Key::insert, plain}, {Key::enter, control}},
       .is_enabled = where<&Workplace::can_add>,
       .run = act<&Workplace::add>},
      {.key = "command.write",
       .group = 1,
       .shortcuts = {{Key::enter, plain}, {Key::f2, plain}},
       .is_enabled = where<&Workplace::can_write>,
       .run = act<&Workplace::write>},
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
      {.key = "command.drivers",
       .group = 1,
       .icon = icons::link,
       .is_enabled = has_selected_costs,
       .run = choose_drivers},
      {.key = "command.cut",
       .group = 2,
       .shortcuts = {{Key::x, control}},
       .is_enabled = where<&Workplace::can_copy>,
       .run = cut},
      {.key = "command.copy",
       .group = 2,
       .shortcuts = {{Key::c, control}},
       .is_enabled = where<&Workplace::can_copy>,
       .run = copy},
      {.key = "command.paste",
       .group = 2,
       .shortcuts = {{Key::v, control}},
       .is_enabled = where<&Workplace::can_paste>,
       .run = paste},
      {.key = "command.duplicate",
       .group = 2,
       .shortcuts = {{Key::d, control}},
       .is_enabled = where<&Workplace::can_copy>,
       .run = act<&Workplace::duplicate>},
      {.key = "command.remove",
       .group = 2,
       .shortcuts = {{Key::delete_, plain}, {Key::backspace, plain}},
       .is_enabled = where<&Workplace::can_remove>,
       .run = act<&Workplace::remove>},
      {.key = "command.select_all",
       .group = 2,
       .shortcuts = {{Key::a, control}},
       .is_enabled = where<&Workplace::can_paste>,
       .run = act<&Workplace::select_all>},
      {.key = "command.trial",
       .group = 2,
       .icon = icons::play,
       .shortcuts = {{Key::t, control}},
       .scope = everywhere,
       .is_enabled = can_try_out,
       .run = toggle_trial},
      {.key = "command.clear_marks",
       .group = 2,
       .is_enabled = [](const App& app) { return has_session(app) && has_marks(*app.session()); },
       .run = [](App& app) { clear_trial(*app.session()); }},
      {.key = "command.next_misspelling",
       .group = 3,
       .icon = icons::spelling,
       .shortcuts = {{Key::f7, plain}, {Key::enter, alternate}},
       .scope = everywhere,
       .is_enabled = checks_spelling,
       .run = go_to_next_misspelling},
      {.key = "command.move_up",
       .group = 4,
       .shortcuts = {{Key::up, alternate}},
       .is_enabled = moves<Direction::up>,
       .run = move<Direction::up>},
      {.key = "command.move_down",
       .group = 4,
       .shortcuts = {{Key::down, alternate}},
       .is_enabled = moves<Direction::down>,
       .run = move<Direction::down>},
      {.key = "command.move_left",
       .group = 4,
       .shortcuts = {{Key::left, alternate}},
       .is_enabled = moves<Direction::left>,
       .run = move<Direction::left>},
      {.key = "command.move_right",
       .group = 4,
       .shortcuts = {{Key::right, alternate}},
       .is_enabled = moves<Direction::right>,
       .run = move<Direction::right>},
      {.key = "command.find",
       .group = 4,
       .icon = icons::search,
       .shortcuts = {{Key::f, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { begin_finding(app, false); }},
      {.key = "command.find_next",
       .group = 4,
       .shortcuts = {{Key::f3, plain}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { step_hit(app, 1); }},
      {.key = "command.find_previous",
       .group = 4,
       .shortcuts = {{Key::f3, shift}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { step_hit(app, -1); }},
      {.key = "command.replace",
       .group = 4,
       .icon = icons::replacements,
       .shortcuts = {{Key::h, control}},
       .scope = everywhere,
       .is_enabled = has_session,
       .run = [](App& app) { begin_finding(app, true); }},
  };
}

}  // namespace canvasbook
