// All commands of the window in one table: the menus, the shortcuts, the palette and the tests read it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "editor/system/input_queue.h"
#include "model/base/catalog.h"

namespace canvasbook {

class App;

struct Shortcut {
  Key key = Key::none;
  Modifiers modifiers;
};

// A key that is no command, for the list of all shortcuts; each room names its own.
struct NamedShortcut {
  const char* name_key = "";  // catalog key
  Shortcut shortcut;
};

enum class Menu { file, edit, review, document, view, help };
inline constexpr Menu all_menus[] = {Menu::file, Menu::edit, Menu::review, Menu::document, Menu::view, Menu::help};
std::string_view menu_key(Menu menu);  // catalog key of its title

// When a shortcut counts: not while text is written (the text field has the key then), or always.
enum class ShortcutScope { outside_text, everywhere };

struct Command {
  const char* key = "";  // catalog key of its name, and the key of its button
  Menu menu = Menu::file;
  int group = 0;  // commands of one group stand together in the menu
  char32_t icon = 0;
  std::vector<Shortcut> shortcuts = {};  // the first is shown
  ShortcutScope scope = ShortcutScope::outside_text;
  bool (*field_serves)(const App&) = nullptr;  // whether the text field has the key now; nullptr: always
  bool (*is_enabled)(const App&) = nullptr;    // nullptr: always
  // Catalog key of a sentence, told by the palette and to who presses its shortcut in vain in a workbook; nullptr: that
  // it is not possible now, and in the palette alone.
  const char* why_not = nullptr;
  bool (*is_idle)(const App&) = nullptr;  // would find nothing to do: faint in menus, and running it says why
  void (*run)(App&) = nullptr;
  bool (*is_offered)(const App&) = nullptr;     // whether menus show it for the section that is shown; nullptr: always
  bool (*is_checked)(const App&) = nullptr;     // for what is switched on and off
  std::string (*object)(const App&) = nullptr;  // what it would be done to now, behind its name; empty for nothing
};

// The commands of each menu, in its order, without their `menu`: editor/commands_<menu>.cpp.
std::vector<Command> file_commands();
std::vector<Command> edit_commands();
std::vector<Command> review_commands();
std::vector<Command> document_commands();
std::vector<Command> view_commands();
std::vector<Command> help_commands();

std::span<const Command> commands();
const Command* find_command(std::string_view key);
bool is_enabled(const Command& command, const App& app);
bool is_offered(const Command& command, const App& app);  // in menus, for what is shown

// Its name, with what it would be done to where it says that: "Undo: a note added".
std::string name_of(const Command& command, const App& app);

// "Ctrl+Shift+S" in the words of a catalog; empty without a shortcut.
std::string shortcut_text(const Command& command, const Catalog& catalog);
std::string shortcut_text(const Shortcut& shortcut, const Catalog& catalog);
std::string shortcut_text(std::string_view command, const Catalog& catalog);  // of the command with a key

// Runs the commands whose shortcuts were pressed in this frame.
void run_shortcuts(App& app);

}  // namespace canvasbook
