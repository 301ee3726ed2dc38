// The commands that change what is selected, and undo.
#include "editor/ask_before_removing.h"
#include "editor/board_commands.h"
#include "editor/board_drivers.h"
#include "editor/checklist_trial.h"
#include "editor/command_parts.h"
#include "editor/find_panel.h"

namespace canvasbook {

namespace {

void tell_step(App& app, const char* key, const Step* step) {
  if (step != nullptr) app.say(app.catalog().text(key, {{"step", app.catalog().text(step->name_key)}}));
}

// Each serves the notes of a board and the items of the other kinds.

void add_one(App& app) {
  Session& session = *app.session();
  if (session.view.shown_register) return session.add_entry();
  if (session.has_items()) return session.add_item(session.view.cursor);
  session.add_note(session.view.block);
}

bool can_add(const App& app) {
  if (!shows_register(app)) return takes_items(app);
  return app.session()->has_home(*app.session()->view.shown_register);
}

bool can_remove(const App& app) { return has_selection(app) || (has_entry(app) && !app.register_state.use); }

bool has_something_to_write(const App& app) {
  return has_selection(app) || has_entry(app) || (has_session(app) && app.session()->prose() != nullptr);
}

void write(App& app) {
  Session& session = *app.session();
  if (session.view.shown_register) {
    app.register_state.opens = true;  // what that means the line at the cursor says
    return;
  }
  if (session.prose() != nullptr) return session.begin_prose();
  if (session.has_items()) {
    app.item_state.opens_cell = true;  // what that means the kind of the section says
    return;
  }
  session.begin_note(session.cursor());
}

void copy(App& app) {
  Session& session = *app.session();
  ImGui::SetClipboardText((session.has_items() ? session.copy_items() : session.copy_selected()).c_str());
}

void remove(App& app) {
  Session& session = *app.session();
  if (session.has_items() && app.item_state.on_trial) {  // what goes are marks
    Checklist unmarked = std::get<Checklist>(session.section()->content);
    for (const std::string& item : session.view.selected) {
      unmarked = set_trial_mark(std::move(unmarked), item, std::nullopt);
    }
    return session.record_content(std::move(unmarked), "step.trial_mark", session.view.cursor);
  }
  remove_selection(app);
}

void cut(App& app) {
  copy(app);
  remove(app);
}

void paste(App& app) {
  const char* text = ImGui::GetClipboardText();
  if (text == nullptr) return;  // what is wrong has been said
  if (trim(text).empty()) return app.say(app.catalog().text("outside.empty_clipboard"));
  Session& session = *app.session();
  if (!session.has_items()) return session.paste_notes(text);
  const size_t left_out = session.paste_items(text);
  if (left_out > 0) app.say(app.catalog().count("items.left_out", left_out));
}

void duplicate(App& app) {
  Session& session = *app.session();
  session.has_items() ? session.duplicate_items() : session.duplicate_selected();
}

void select_all(App& app) {
  Session& session = *app.session();
  session.has_items() ? session.select_all_items() : session.select_all_notes();
}

void move_up_or_down(App& app, int step) {
  if (app.session()->has_items()) return app.session()->move_items(step);
  move_notes(app, step < 0 ? Direction::up : Direction::down);
}

bool checks_spelling(const App& app) { return has_document(app) && app.settings.spelling_checked; }

}  // namespace

std::vector<Command> edit_commands() {
  using enum ShortcutScope;
  return {
      {.key = "command.undo",
       .icon = icons::undo,
       .shortcuts = {{Key::z, control}},
       .field_serves = [](const App& app) { return app.find->has_keys || app.session()->field.can_undo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_undo(); },
       .run = [](App& app) { tell_step(app, "window.undone", app.session()->undo()); }},
      {.key = "command.redo",
       .icon = icons::redo,
       .shortcuts = {{Key::y, control}, {Key::z, control_shift}},
       .field_serves = [](const App& app) { return app.find->has_keys || app.session()->field.can_redo(); },
       .is_enabled = [](const App& app) { return has_session(app) && app.session()->can_redo(); },
       .run = [](App& app) { tell_step(app, "window.redone", app.session()->redo()); }},
      {.key = "command.add_note",
       .group = 1,
       .icon = icons::add,
       .shortcuts = {{Key::insert, plain}, {Key::enter, control}},
       .is_enabled = can_add,
       .run = add_one},
      {.key = "command.write",
       .group = 1,
       .shortcuts = {{Key::enter, plain}, {Key::f2, plain}},
       .is_enabled = has_something_to_write,
       .run = write},
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
      {.key = "command.cut", .group = 2, .shortcuts = {{Key::x, control}}, .is_enabled = has_selection, .run = cut},
      {.key = "command.copy", .group = 2, .shortcuts = {{Key::c, control}}, .is_enabled = has_selection, .run = copy},
      {.key = "command.paste", .group = 2, .shortcuts = {{Key::v, control}}, .is_enabled = takes_items, .run = paste},
      {.key = "command.duplicate",
       .group = 2,
       .shortcuts = {{Key::d, control}},
       .is_enabled = has_selection,
       .run = duplicate},
      {.key = "command.remove",
       .group = 2,
       .shortcuts = {{Key::delete_, plain}, {Key::backspace, plain}},
       .is_enabled = can_remove,
       .run = remove},
      {.key = "command.select_all",
       .group = 2,
       .shortcuts = {{Key::a, control}},
       .is_enabled = takes_items,
       .run = select_all},
      {.key = "command.trial",
       .group = 2,
       .icon = icons::play,
       .shortcuts = {{Key::t, control}},
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
       .is_enabled = has_selection,
       .run = [](App& app) { move_up_or_down(app, -1); }},
      {.key = "command.move_down",
       .group = 4,
       .shortcuts = {{Key::down, alternate}},
       .is_enabled = has_selection,
       .run = [](App& app) { move_up_or_down(app, 1); }},
      {.key = "command.move_left",
       .group = 4,
       .shortcuts = {{Key::left, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::left); }},
      {.key = "command.move_right",
       .group = 4,
       .shortcuts = {{Key::right, alternate}},
       .is_enabled = has_notes,
       .run = [](App& app) { move_notes(app, Direction::right); }},
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
