// Menus that pop up: rows with an icon or a tick, a name and a shortcut, chosen by mouse, Space, Enter or a letter;
// the first letters of a name lead to its row.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"

namespace canvasbook {

// The keys of menus, for the list of all shortcuts.
inline constexpr NamedShortcut menu_shortcuts[] = {{"menu.key.bar", {Key::f10, plain}},
                                                   {"menu.key.selected", {Key::f10, shift}}};

// A row without a key is a line between groups.
struct MenuRow {
  std::string key;  // of its part
  std::string label;
  std::string shortcut = {};
  char32_t icon = 0;
  bool enabled = true;
  bool checked = false;
  ImU32 swatch = 0;              // a colour to choose, in the icon's place
  bool is_note = false;          // to be read, not chosen: not enabled, but not faint
  char32_t letter = 0;           // that chooses it as well, in either case; 0 for none
  std::string swatch_mark = {};  // on the swatch: whose colour it is already
};

// The row of a command; its part's key is `prefix` and the command's key.
MenuRow menu_row(const App& app, const Command& command, std::string_view prefix);

// Draws the popup of a name while it is open. Returns the index of the row that was chosen in this frame, or -1.
// A menu that stays open lets several rows be ticked.
enum class AfterChoice { close, stay_open };
int popup_menu(App& app, const char* name, const std::vector<MenuRow>& rows, AfterChoice after = AfterChoice::close);

// The rows of those commands that are offered for what is shown. A nullptr is a line between groups.
std::vector<MenuRow> rows_of_commands(const App& app, std::span<const char* const> keys, std::string_view prefix);

// Draws a menu of such rows while it is open and runs the command that is chosen.
void command_menu(App& app, const char* name, const std::vector<MenuRow>& rows, std::string_view prefix);

// Whether the menu of what is selected is asked for by its key; takes the press.
bool menu_is_asked_for(App& app);

// A menu that no mouse has opened stands at a point, or as near to it as the window has room for all of the menu.
// Called before it is drawn.
void stand_menu_at(const Theme& theme, const std::vector<MenuRow>& rows, ImVec2 at);

// Opens a menu from the button that it belongs to, unless this very click on it has closed it.
void open_menu_of_button(const App& app, const std::string& name);

// Closes what is left of a dialog that was answered while nothing was drawn, so that keys reach what was below it.
void close_window_of_answered_dialog(const App& app);

// Closes menus that the mouse has just been clicked beside, so that the click does what it hits.
void close_menus_clicked_beside(App& app);

// The size in pixels that a menu of these rows has.
ImVec2 size_of_menu(const Theme& theme, const std::vector<MenuRow>& rows);

// Whether any menu is open, so that keys are its own.
bool menu_is_open();

}  // namespace canvasbook
