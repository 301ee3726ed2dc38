// What the commands on documents and sections do: to those that are shown, with a word about what happened.
#pragma once

namespace canvasbook {

class App;

// Begins to write the title in the navigator, all of it selected. These need a shown document or section.
void rename_shown_document(App& app);
void rename_shown_section(App& app);

// Unfolds the navigator, where titles are written, and in it the shown document.
void show_navigator(App& app);

void duplicate_shown_document(App& app);
void duplicate_shown_section(App& app);

// Deleting can be undone; the status line says so.
void remove_shown_document(App& app);
void remove_shown_section(App& app);  // or all that are chosen in the contents, see selection.h

// One place up (-1) or down (1).
bool can_move_document(const App& app, int step);
bool can_move_section(const App& app, int step);
void move_shown_document(App& app, int step);
void move_shown_section(App& app, int step);

// The heading of the shown section one level deeper (1) or higher (-1) in its document.
bool can_change_level(const App& app, int step);
void change_level(App& app, int step);

// The last section of a document stays.
bool can_remove_section(const App& app);

// The shown section to the end of another document, which is chosen from a list, or to one of its own.
bool can_move_section_away(const App& app);
void choose_document_for_section(App& app);

// Puts a part of any template, or an empty section of any kind, behind the shown section; it is chosen from a list. An
// empty one is a sibling of the shown section, and its title is then written.
void choose_section_to_insert(App& app);

// The same for sections of another workbook: for a file first, then for what to take of it.
void choose_sections_to_take(App& app);

// Templates of the company's own need a folder to live in.
bool can_save_template(const App& app);

}  // namespace canvasbook
