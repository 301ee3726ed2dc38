// The texts of a visit, and of actions, in boxes: at rest, written, and the names that are offered. Internal to
// editor/visits/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/visits/parts.h"

namespace canvasbook {

// A box with a text of the visit that is shown, or of another item of its section.
struct VisitBox {
  std::string part;
  std::string text;                      // at rest
  std::string placeholder;               // while that is empty
  bool has_lines = false;                // of several lines, as comments are
  std::optional<std::string> item = {};  // an action by its id, empty for the visits as a whole; without it the visit
};

// What is asked for in a visit; done when all is drawn.
struct FormDone {
  enum class What { nothing, go, step, leave, mark, take_name, finish };
  What what = What::nothing;
  std::string part;  // go: to this one; step: from this one; mark: the item
  int step = 0;
  int mark = 0;
  std::string name;
};

// Pixels; a box of one line has always the same.
float height_of_box(App& app, const ShownVisits& shown, const VisitBox& box, float width);

// Draws it and lets it be written where the cursor is there. A click asks to go there.
void draw_box(App& app, const ShownVisits& shown, const VisitBox& box, ImVec2 from, float width, FormDone& done);

// Whether a part of the shown visit is being written.
bool is_part_written(const App& app, const ShownVisits& shown, std::string_view part);

// The names of places or shoppers that were used before and have what is typed in them; empty while neither is
// written.
std::vector<std::string> offered_names(App& app, const ShownVisits& shown);

// They in one line; a click takes one.
void draw_offered_names(App& app, const ShownVisits& shown, ImVec2 at, float width, FormDone& done);

// Says so where a day or a time cannot be kept as it was typed. Called before it is left.
void tell_of_unkept(App& app);

}  // namespace canvasbook
