#include "editor/frame/command_table.h"

#include <algorithm>

#include "editor/frame/app.h"

namespace canvasbook {

namespace {

const std::vector<Command>& table() {
  static const std::vector<Command> entries = [] {
    std::vector<Command> all;
    const auto append = [&](Menu menu, std::vector<Command> commands) {
      for (Command& command : commands) {
        command.menu = menu;
        all.push_back(std::move(command));
      }
    };
    append(Menu::file, file_commands());
    append(Menu::edit, edit_commands());
    append(Menu::review, review_commands());
    append(Menu::document, document_commands());
    append(Menu::view, view_commands());
    append(Menu::help, help_commands());
    return all;
  }();
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
    case Key::f3:
      return "F3";
    case Key::f4:
      return "F4";
    case Key::f5:
      return "F5";
    case Key::f6:
      return "F6";
    case Key::f7:
      return "F7";
    case Key::f8:
      return "F8";
    case Key::f10:
      return "F10";
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
    case Menu::review:
      return "menu.review";
    case Menu::document:
      return "menu.document";
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

bool is_offered(const Command& command, const App& app) {
  return command.is_offered == nullptr || command.is_offered(app);
}

std::string name_of(const Command& command, const App& app) {
  const Catalog& words = app.catalog();
  const std::string object = command.object == nullptr ? std::string() : command.object(app);
  if (object.empty()) return words.text(command.key);
  return words.text("menu.with_object", {{"command", words.text(command.key)}, {"object", object}});
}

std::string shortcut_text(const Command& command, const Catalog& catalog) {
  return command.shortcuts.empty() ? std::string() : shortcut_text(command.shortcuts.front(), catalog);
}

std::string shortcut_text(const Shortcut& shortcut, const Catalog& catalog) {
  if (shortcut.key == Key::none) return {};
  std::string text;
  if (shortcut.modifiers.control) text += "Ctrl+";
  if (shortcut.modifiers.alt) text += "Alt+";
  if (shortcut.modifiers.shift) text += "Shift+";
  return text + key_name(shortcut.key, catalog);
}

std::string shortcut_text(std::string_view command, const Catalog& catalog) {
  return shortcut_text(*find_command(command), catalog);
}

void run_shortcuts(App& app) {
  if (!app.input.has_keys()) return;  // as in most frames
  for (const Command& command : table()) {
    if (command.shortcuts.empty()) continue;
    if (command.scope == ShortcutScope::outside_text && app.text_field_is_active() &&
        (command.field_serves == nullptr || command.field_serves(app)))
      continue;
    const bool enabled = is_enabled(command, app);
    if (!enabled && (command.why_not == nullptr || app.session() == nullptr)) continue;
    for (const Shortcut& shortcut : command.shortcuts) {
      if (!app.input.take(shortcut.key, shortcut.modifiers)) continue;
      if (!enabled) {
        app.say(app.catalog().text(command.why_not));
        break;
      }
      command.run(app);
      if (app.has_dialog()) return;
      break;
    }
  }
}

}  // namespace canvasbook
