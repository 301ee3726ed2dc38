// What is to be done about the results, at the lower edge of the section of visits, with the target of the visits: a
// bar that opens to the actions, written in their place.
#pragma once

#include <optional>
#include <string>

#include "editor/frame/app.h"
#include "editor/frame/views.h"

namespace canvasbook {

struct VisitActionsState {
  bool is_open = false;

  void forget_workbook() { *this = {}; }
};

// Takes the keys that are meant for them and draws them; returns the part of the area that is left. All of it where a
// section holds nothing yet.
Area view_visit_actions(App& app, const Area& area);

// Opens them, at the first one; where there is none, one is begun.
void show_visit_actions(App& app);
// Below the others; what is to be done is then written.
void add_visit_action(App& app);
// At the cursor.
void remove_visit_action(App& app);

// What the status line says of the keys: a catalog key, or nullptr where the cursor is elsewhere.
const char* hint_of_visit_actions(const App& app);

}  // namespace canvasbook
