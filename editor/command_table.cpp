#include "editor/command_table.h"

#include <algorithm>

#include "editor/app.h"
#include "editor/board_commands.h"
#include "editor/board_zoom.h"
#include "editor/dialog_add_document.h"
#include "editor/dialog_palette.h"
#include "editor/dialog_properties.h"
#include "editor/dialog_save_template.h"
#include "editor/document_actions.h"
#include "editor/panel_budget.h"
#include "editor/panel_guide.h"
#include "editor/view_present.h"

namespace canvasbook {

namespace {

constexpr Modifiers plain{};
constexpr Modifiers control{true, false, false};
constexpr Modifiers shift{false, true, false};
constexpr Modifiers control_shift{true, true, false};
constexpr Modifiers alternate{false, false, true};
constexpr Modifiers alternate_shift{false, true, true};

bool has_session(const App& app) { return app.session() != nullptr; }
bool has_board(const App& app) { return has_session(app) && app.session()->board() != nullptr; }
bool has_notes(const App& app) { return has_board(app) && !app.session()->view.notes.empty(); }
bool has_document(const App& app) { return has_session(app) && app.session()->document() != nullptr; }
bool has_section(const App& app) { return has_session(app) && app.session()->section() != nullptr; }

void tell_step(App& app, const Step* step) {
  if (step != nullptr) app.say(app.catalog().text(step->name_key));
}

// Folds a panel at a side of the window away, or unfolds it.
void fold_panel(App& app, PanelSettings Panels::*panel) {
  app.change_settings([panel](Settings& settings) {
    PanelSettings& changed = settings.panels.*panel;
    changed.shown = !changed.shown;
  });
}

template <bool Settings::*Flag>
void switch_setting(App& app) {
  app.change_settings([](Settings& settings) { settings.*Flag = !(settings.*Flag); });
}

template <bool Settings::*Flag>
bool has_setting(const App& app) {
  return app.settings.*Flag;
}

// One section on or back, through all documents.
void step_section(App& app, int step) {
  const Session& session = *app.session();
  const auto& documents = session.workbook().documents;
  auto document = static_cast<int>(session.view.document);
  auto section = static_cast<int>(session.view.section) + step;
  const auto sections_of = [&](int index) {
    return static_cast<int>(documents[static_cast<size_t>(index)]->sections.size());
  };
  const auto last = static_cast<int>(documents.size()) - 1;
  while (section < 0 && document > 0) section = sections_of(--document) - 1;
  while (section >= sections_of(document) && document < last) {
    ++document;
    section = 0;
  }
  if (section < 0 || section >= sections_of(document)) return;
  app.session()->show_section(static_cast<size_t>(document), static_cast<size_t>(section));
}

void copy_notes(App& app) { ImGui::SetClipboardText(app.session()->copy_selected().c_str()); }

void change_scale(App& app, int step) {
  app.change_settings([step](Settings& settings) {
    settings.scale = std::clamp(settings.scale + step * scale_step, smallest_scale, largest_scale);
  });
}

using enum ShortcutScope;

const std::vector<Command>& table() {
  static const std::vector<Command> entries{
      {"command.new",
       Menu::file,
       0,
       icons::add,
       {{Key::n, control}},
       everywhere,
       {},
       [](App& app) { app.close_workbook(); }},
      {"command.open",
       Menu::file,
       0,
       icons::folder,
       {{Key::o, control}},
       everywhere,
       {},
       [](App& app) { app.choose_and_open(); }},
      {"command.save",
       Menu::file,
       1,
       icons::save,
       {{Key::s, control}},
       everywhere,
       has_session,
       [](App& app) { app.save(); }},
      {"command.save_as",
       Menu::file,
       1,
       0,
       {{Key::s, control_shift}},
       everywhere,
       has_session,
       [](App& app) { app.save_as(); }},
      {"command.export",
       Menu::file,
       2,
       icons::export_,
       {{Key::p, control}},
       everywhere,
       has_document,
       [](App& app) { app.show_dialog(make_export_dialog(app)); }},
      {"command.properties",
       Menu::file,
       2,
       0,
       {},
       everywhere,
       has_session,
       [](App& app) { app.show_dialog(make_properties_dialog(app)); }},
      {"command.save_template",
       Menu::file,
       2,
       0,
       {},
       everywhere,
       can_save_template,
       [](App& app) { app.show_dialog(make_save_template_dialog(app)); }},
      {"command.close",
       Menu::file,
       3,
       0,
       {{Key::w, control}},
       everywhere,
       has_session,
       [](App& app) { app.close_workbook(); }},
      {"command.quit", Menu::file, 3, 0, {{Key::q, control}}, everywhere, {}, [](App& app) { app.request_close(); }},

      {"command.undo",
       Menu::edit,
       0,
       icons::undo,
       {{Key::z, control}},
       outside_text,
       [](const App& app) { return has_session(app) && app.session()->can_undo(); },
       [](App& app) { tell_step(app, app.session()->undo()); }},
      {"command.redo",
       Menu::edit,
       0,
       icons::redo,
       {{Key::y, control}, {Key::z, control_shift}},
       outside_text,
       [](const App& app) { return has_session(app) && app.session()->can_redo(); },
       [](App& app) { tell_step(app, app.session()->redo()); }},
      {"command.cut",
       Menu::edit,
       1,
       0,
       {{Key::x, control}},
       outside_text,
       has_notes,
       [](App& app) {
         copy_notes(app);
         app.session()->remove_selected();
       }},
      {"command.copy", Menu::edit, 1, 0, {{Key::c, control}}, outside_text, has_notes, copy_notes},
      {"command.paste",
       Menu::edit,
       1,
       0,
       {{Key::v, control}},
       outside_text,
       has_board,
       [](App& app) {
         if (const char* text = ImGui::GetClipboardText()) app.session()->paste_notes(text);
       }},
      {"command.duplicate",
       Menu::edit,
       1,
       0,
       {{Key::d, control}},
       outside_text,
       has_notes,
       [](App& app) { app.session()->duplicate_selected(); }},
      {"command.remove",
       Menu::edit,
       1,
       0,
       {{Key::delete_, plain}, {Key::backspace, plain}},
       outside_text,
       has_notes,
       [](App& app) { app.session()->remove_selected(); }},
      {"command.select_all",
       Menu::edit,
       2,
       0,
       {{Key::a, control}},
       outside_text,
       has_board,
       [](App& app) { app.session()->select_all_notes(); }},
      {"command.write",
       Menu::edit,
       2,
       0,
       {{Key::enter, plain}, {Key::f2, plain}},
       outside_text,
       [](const App& app) { return has_notes(app) || (has_session(app) && app.session()->prose() != nullptr); },
       [](App& app) {
         Session& session = *app.session();
         if (session.prose() != nullptr) return session.begin_prose();
         session.begin_note(session.cursor());
       }},
      {"command.details",
       Menu::edit,
       2,
       icons::details,
       {{Key::f2, shift}, {Key::enter, control_shift}},
       outside_text,
       has_notes,
       [](App& app) { app.session()->begin_details(app.session()->cursor()); }},
      {"command.park", Menu::edit, 2, icons::park, {{Key::k, control_shift}}, outside_text, has_notes, park_notes},
      {"command.move_up",
       Menu::edit,
       4,
       0,
       {{Key::up, alternate}},
       outside_text,
       has_notes,
       [](App& app) { move_notes(app, Direction::up); }},
      {"command.move_down",
       Menu::edit,
       4,
       0,
       {{Key::down, alternate}},
       outside_text,
       has_notes,
       [](App& app) { move_notes(app, Direction::down); }},
      {"command.move_left",
       Menu::edit,
       4,
       0,
       {{Key::left, alternate}},
       outside_text,
       has_notes,
       [](App& app) { move_notes(app, Direction::left); }},
      {"command.move_right",
       Menu::edit,
       4,
       0,
       {{Key::right, alternate}},
       outside_text,
       has_notes,
       [](App& app) { move_notes(app, Direction::right); }},

      {"command.page_budget",
       Menu::edit,
       3,
       0,
       {},
       everywhere,
       has_document,
       [](App& app) { app.show_dialog(make_budget_dialog(app)); }},

      {"command.add_note",
       Menu::insert,
       0,
       icons::add,
       {{Key::insert, plain}, {Key::enter, control}},
       outside_text,
       has_board,
       [](App& app) { app.session()->add_note(app.session()->view.block); }},
      {"command.add_document",
       Menu::insert,
       1,
       icons::document,
       {{Key::n, control_shift}},
       everywhere,
       has_session,
       [](App& app) { app.show_dialog(make_add_document_dialog(app)); }},
      {"command.duplicate_document", Menu::insert, 1, 0, {}, everywhere, has_document, duplicate_shown_document},
      {"command.rename_document",
       Menu::insert,
       1,
       0,
       {{Key::f2, control_shift}},
       outside_text,
       has_document,
       rename_shown_document},
      {"command.document_up",
       Menu::insert,
       1,
       icons::collapse,
       {{Key::up, control_shift}},
       outside_text,
       [](const App& app) { return can_move_document(app, -1); },
       [](App& app) { move_shown_document(app, -1); }},
      {"command.document_down",
       Menu::insert,
       1,
       icons::expand,
       {{Key::down, control_shift}},
       outside_text,
       [](const App& app) { return can_move_document(app, 1); },
       [](App& app) { move_shown_document(app, 1); }},
      {"command.remove_document",
       Menu::insert,
       1,
       icons::remove,
       {},
       outside_text,
       has_document,
       remove_shown_document},
      {"command.rename_section",
       Menu::insert,
       2,
       0,
       {{Key::f2, control}},
       outside_text,
       has_section,
       rename_shown_section},
      {"command.section_up",
       Menu::insert,
       2,
       icons::collapse,
       {{Key::up, alternate_shift}},
       outside_text,
       [](const App& app) { return can_move_section(app, -1); },
       [](App& app) { move_shown_section(app, -1); }},
      {"command.section_down",
       Menu::insert,
       2,
       icons::expand,
       {{Key::down, alternate_shift}},
       outside_text,
       [](const App& app) { return can_move_section(app, 1); },
       [](App& app) { move_shown_section(app, 1); }},
      {"command.remove_section",
       Menu::insert,
       2,
       icons::remove,
       {},
       outside_text,
       can_remove_section,
       remove_shown_section},

      {"panel.guide",
       Menu::view,
       0,
       icons::guide,
       {{Key::digit_1, control}},
       everywhere,
       has_session,
       [](App& app) { app.show_panel(SidePanel::guide); }},
      {"panel.review",
       Menu::view,
       0,
       icons::review,
       {{Key::digit_2, control}},
       everywhere,
       has_session,
       [](App& app) { app.show_panel(SidePanel::review); }},
      {"panel.preview",
       Menu::view,
       0,
       icons::preview,
       {{Key::digit_3, control}},
       everywhere,
       has_session,
       [](App& app) { app.show_panel(SidePanel::preview); }},
      {"panel.navigator",
       Menu::view,
       5,
       0,
       {{Key::digit_4, control}},
       everywhere,
       has_session,
       [](App& app) { fold_panel(app, &Panels::navigator); },
       [](const App& app) { return app.settings.panels.navigator.shown; }},
      {"panel.side",
       Menu::view,
       5,
       0,
       {{Key::digit_5, control}},
       everywhere,
       has_session,
       [](App& app) { fold_panel(app, &Panels::side); },
       [](const App& app) { return app.settings.panels.side.shown; }},
      {"command.hints",
       Menu::view,
       6,
       0,
       {},
       everywhere,
       {},
       switch_setting<&Settings::hints_shown>,
       has_setting<&Settings::hints_shown>},
      {"command.block_numbers",
       Menu::view,
       6,
       0,
       {},
       everywhere,
       {},
       switch_setting<&Settings::numbers_shown>,
       has_setting<&Settings::numbers_shown>},
      {"command.block_icons",
       Menu::view,
       6,
       0,
       {},
       everywhere,
       {},
       switch_setting<&Settings::icons_shown>,
       has_setting<&Settings::icons_shown>},
      {"command.next_section",
       Menu::view,
       1,
       icons::arrow_forward,
       {{Key::page_down, control}},
       everywhere,
       has_document,
       [](App& app) { step_section(app, 1); }},
      {"command.previous_section",
       Menu::view,
       1,
       icons::arrow_back,
       {{Key::page_up, control}},
       everywhere,
       has_document,
       [](App& app) { step_section(app, -1); }},
      {"command.next_block",
       Menu::view,
       1,
       0,
       {{Key::page_down, alternate}},
       everywhere,
       [](const App& app) { return can_step_block(app, 1); },
       [](App& app) { step_block(app, 1); }},
      {"command.previous_block",
       Menu::view,
       1,
       0,
       {{Key::page_up, alternate}},
       everywhere,
       [](const App& app) { return can_step_block(app, -1); },
       [](App& app) { step_block(app, -1); }},
      {"command.zoom_in",
       Menu::view,
       7,
       icons::zoom_in,
       {{Key::equal, control}},
       everywhere,
       [](const App& app) { return has_board(app) && app.board_state.zoom_percent < largest_zoom; },
       [](App& app) { set_zoom(app, next_zoom(app.board_state.zoom_percent, 1)); }},
      {"command.zoom_out",
       Menu::view,
       7,
       icons::zoom_out,
       {{Key::minus, control}},
       everywhere,
       [](const App& app) { return has_board(app) && app.board_state.zoom_percent > smallest_zoom; },
       [](App& app) { set_zoom(app, next_zoom(app.board_state.zoom_percent, -1)); }},
      {"command.zoom_fit",
       Menu::view,
       7,
       0,
       {{Key::digit_0, control}},
       everywhere,
       has_board,
       [](App& app) { set_zoom(app, 100); }},
      {"command.parking",
       Menu::view,
       7,
       0,
       {},
       everywhere,
       has_board,
       [](App& app) { app.board_state.parking_is_open = !app.board_state.parking_is_open; },
       [](const App& app) { return app.board_state.parking_is_open; }},
      {"command.larger",
       Menu::view,
       2,
       0,
       {{Key::equal, control_shift}},
       everywhere,
       [](const App& app) { return app.settings.scale < largest_scale; },
       [](App& app) { change_scale(app, 1); }},
      {"command.smaller",
       Menu::view,
       2,
       0,
       {{Key::minus, control_shift}},
       everywhere,
       [](const App& app) { return app.settings.scale > smallest_scale; },
       [](App& app) { change_scale(app, -1); }},
      {"command.present",
       Menu::view,
       4,
       icons::present,
       {{Key::f5, plain}},
       everywhere,
       has_document,
       begin_presenting},
      {"command.full_screen",
       Menu::view,
       4,
       icons::full_screen,
       {{Key::f11, plain}},
       everywhere,
       {},
       [](App& app) { app.full_screen = !app.full_screen; },
       [](const App& app) { return app.full_screen; }},
      {"command.theme",
       Menu::view,
       3,
       icons::theme,
       {},
       everywhere,
       {},
       [](App& app) {
         const bool dark = app.theme_name() == ThemeName::dark;
         app.change_settings(
             [dark](Settings& settings) { settings.theme = dark ? ThemeChoice::light : ThemeChoice::dark; });
       }},
      {"command.language",
       Menu::view,
       3,
       icons::language,
       {},
       everywhere,
       {},
       [](App& app) {
         const Language other = app.language() == Language::ru ? Language::en : Language::ru;
         app.change_settings([other](Settings& settings) { settings.language = other; });
       }},

      {"command.palette",
       Menu::help,
       0,
       icons::search,
       {{Key::p, control_shift}},
       everywhere,
       {},
       [](App& app) { app.show_dialog(make_palette(app)); }},
      {"command.shortcuts",
       Menu::help,
       0,
       icons::keyboard,
       {{Key::f1, plain}},
       everywhere,
       {},
       [](App& app) { app.show_dialog(make_shortcut_list()); }},
      {"command.example", Menu::help, 0, 0, {}, everywhere, {}, [](App& app) { app.open_example(); }},
  };
  return entries;
}

std::string key_name(Key key, const Catalog& catalog) {
  if (key >= Key::a && key <= Key::z)
    return std::string(1, static_cast<char>('A' + static_cast<int>(key) - static_cast<int>(Key::a)));
  if (key >= Key::digit_0 && key <= Key::digit_9) {
    return std::to_string(static_cast<int>(key) - static_cast<int>(Key::digit_0));
  }
  switch (key) {
    case Key::f1:
      return "F1";
    case Key::f2:
      return "F2";
    case Key::f5:
      return "F5";
    case Key::f11:
      return "F11";
    case Key::minus:
      return "−";
    case Key::equal:
      return "=";
    case Key::slash:
      return "/";
    case Key::enter:
      return "Enter";
    case Key::insert:
      return "Insert";
    case Key::delete_:
      return "Delete";
    case Key::page_up:
      return "Page Up";
    case Key::page_down:
      return "Page Down";
    case Key::left:
      return "←";
    case Key::right:
      return "→";
    case Key::up:
      return "↑";
    case Key::down:
      return "↓";
    case Key::tab:
      return "Tab";
    case Key::escape:
      return "Esc";
    case Key::space:
      return catalog.text("key.space");
    default:
      return {};
  }
}

}  // namespace

std::string_view menu_key(Menu menu) {
  switch (menu) {
    case Menu::file:
      return "menu.file";
    case Menu::edit:
      return "menu.edit";
    case Menu::insert:
      return "menu.insert";
    case Menu::view:
      return "menu.view";
    case Menu::help:
      break;
  }
  return "menu.help";
}

std::span<const Command> commands() { return table(); }

const Command* find_command(std::string_view key) {
  const auto found = std::ranges::find_if(table(), [&](const Command& command) { return command.key == key; });
  return found == table().end() ? nullptr : &*found;
}

bool is_enabled(const Command& command, const App& app) {
  return command.is_enabled == nullptr || command.is_enabled(app);
}

std::string shortcut_text(const Command& command, const Catalog& catalog) {
  if (command.shortcuts.empty()) return {};
  const Shortcut& shortcut = command.shortcuts.front();
  std::string text;
  if (shortcut.modifiers.control) text += "Ctrl+";
  if (shortcut.modifiers.alt) text += "Alt+";
  if (shortcut.modifiers.shift) text += "Shift+";
  return text + key_name(shortcut.key, catalog);
}

void run_shortcuts(App& app) {
  for (const Command& command : table()) {
    if (command.scope == outside_text && app.text_field_is_active()) continue;
    if (!is_enabled(command, app)) continue;
    for (const Shortcut& shortcut : command.shortcuts) {
      if (!app.input.take(shortcut.key, shortcut.modifiers)) continue;
      command.run(app);
      if (app.has_dialog()) return;
      break;
    }
  }
}

}  // namespace canvasbook
