// Sections chosen in the contents: several with Ctrl and Shift, or the one that was pressed there last.
#pragma once

#include <string>

namespace canvasbook {

class App;

// Whether several are chosen, so that what deletes deletes them.
bool selects_sections(const App& app);
bool is_section_selected(const App& app, const std::string& section);

// A section was pressed with Ctrl (`adds`) or Shift: it comes to the chosen ones or leaves them, or all from the one
// that was pressed before are chosen. Those of one document only.
void select_section(App& app, const std::string& section, bool adds);

// A section was pressed alone.
void press_section(App& app, const std::string& section);

// Each frame: what was chosen counts no longer once something else is shown, written or chosen.
void keep_selected_sections(App& app, bool is_clicked_elsewhere);

// Whether Del is meant for the shown section: it was pressed in the contents, and nothing was touched since.
bool is_shown_section_pressed(const App& app);

// Deletes the chosen ones as one step, after a question where something names them; the last section of a document
// stays, which is said.
void remove_selected_sections(App& app);

}  // namespace canvasbook
