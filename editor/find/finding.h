// Finding and replacing in the whole workbook: what the panel keeps, and what can be done with it. The panel is drawn
// by panel.cpp.
#pragma once

#include <optional>
#include <vector>

#include "editor/frame/dialog_fields.h"
#include "editor/frame/line_field.h"
#include "editor/session/session.h"
#include "editor/session/settings.h"
#include "model/find.h"

namespace canvasbook {

// The hits of one section, in the list.
struct HitGroup {
  size_t first = 0;        // hit
  std::uint32_t text = 0;  // of this hit
};

struct FindPanel {
  LineField query;
  LineField replacement;
  FindQuery options;  // without its text
  bool replaces = false;
  Editing editing = Editing::nothing;  // what was written in the document meanwhile: when it is something else,
  std::string edited;                  // a command has begun that, and the keys are the document's
  bool has_replaced = false;           // nothing was typed since: Ctrl+Z takes the replacement back
  DialogFocus focus;

  std::optional<size_t> current;  // hit that was gone to last
  WrittenPlace current_place;
  std::uint32_t current_begin = 0;
  bool shows_current = false;  // the list brings it into view

  std::vector<HitGroup> groups;
  std::uint64_t version = 0;  // of what was found, that current and groups are of

  Panels before;  // what the panel took the place of

  FindQuery wanted() const;

  void forget_workbook();
};

// The answer to the query of the panel; `current` and `groups` then belong to it.
const Found& found_hits(App& app, bool at_once = false);

// Opens the panel and gives it the keys; a line that is selected in a text becomes the query.
void begin_finding(App& app, bool replaces);

// Whether a command has begun a writing in the document while the panel had the keys: they belong there then.
bool writing_began_elsewhere(const App& app);

// Gives the keys back to the document; the second also closes the panel.
void leave_finding(App& app);
void end_finding(App& app);

// Goes `by` hits on or back, round at the ends; from what is shown where none was gone to. Without a query opens the
// panel.
void step_hit(App& app, int by);

// Draws the hits that are seen, from ImGui's cursor to the end of the window; returns the one that was clicked.
std::optional<size_t> draw_hits(App& app, const Found& found);

// Goes to a hit, as a click on it does: the keys are then the document's.
void choose_hit(App& app, size_t hit);

// Replaces the hit that was gone to and goes on to the next; without one only goes there.
void replace_current_hit(App& app);

// All of them, as one step of the history; the status line says how many.
void replace_every_hit(App& app);

}  // namespace canvasbook
