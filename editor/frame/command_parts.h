// What the tables of commands, one file a menu (commands_<menu>.cpp), and the workplaces ask. Internal to editor/.
#pragma once

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"

namespace canvasbook {

inline bool has_session(const App& app) { return app.session() != nullptr; }
inline bool has_board(const App& app) { return has_session(app) && app.session()->board() != nullptr; }
inline bool has_notes(const App& app) { return has_board(app) && !app.session()->view().selected.empty(); }
// Something that is selected, notes or other items.
inline bool has_selection(const App& app) { return has_session(app) && !app.session()->view().selected.empty(); }
// An entry at the cursor of a register.
inline bool has_entry(const App& app) {
  return has_session(app) && app.session()->view().shown_register && !app.session()->view().cursor.empty();
}
inline bool has_document(const App& app) { return has_session(app) && app.session()->document() != nullptr; }
inline bool has_section(const App& app) { return has_session(app) && app.session()->section() != nullptr; }

}  // namespace canvasbook
