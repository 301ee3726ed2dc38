// The commands about visits, on a check list and in the section of its visits.
#pragma once

#include "editor/frame/app.h"

namespace canvasbook {

// Whether a check list or visits are shown, so that menus have the commands.
bool shows_checklist_or_visits(const App& app);
bool shows_visits(const App& app);

// A new visit with the check list that is shown or that the visits are of, made today; its section comes with the
// first one.
bool can_begin_visit(const App& app);
void begin_new_visit(App& app);

// Visits that were filled in elsewhere, from a file or the clipboard, after one has seen what comes.
bool can_import_visits(const App& app);
void import_visits(App& app);

// From a check list to its visits, and back.
bool can_show_visits(const App& app);
void show_visits(App& app);
bool can_show_checklist(const App& app);
void show_checklist(App& app);

// Finishes the visit that is shown, or makes it a draft again. Where marks are missing it says which, and leads to the
// first.
bool can_finish_visit(const App& app);
void finish_shown_visit(App& app);

}  // namespace canvasbook
