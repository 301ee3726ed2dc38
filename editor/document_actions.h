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

// Deleting can be undone; the status line says so.
void remove_shown_document(App& app);
void remove_shown_section(App& app);

// One place up (-1) or down (1).
bool can_move_document(const App& app, int step);
bool can_move_section(const App& app, int step);
void move_shown_document(App& app, int step);
void move_shown_section(App& app, int step);

// The last section of a document stays: there is no way to add one.
bool can_remove_section(const App& app);

// Templates of the company's own need a folder to live in.
bool can_save_template(const App& app);

}  // namespace canvasbook
