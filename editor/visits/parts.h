// The visit that is shown, and its parts in the order in which the keyboard goes through them. Internal to
// editor/visits/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "editor/session/visits.h"

namespace canvasbook {

// What is drawn in this frame: the section stays as it is while an edit puts another one in its place.
struct ShownVisits {
  Shared<Section> section;
  const Visits* visits = nullptr;
  const Visit* visit = nullptr;     // at the cursor; nullptr for none
  const Checklist* list = nullptr;  // that it was made with; nullptr where that is not known
  bool can_change = false;          // the check list is there
};
ShownVisits shown_visits(const Session& session);  // of a session that shows visits

// The head lines of a list that are proofs: not those that ask for what the head of a visit says already.
std::vector<const FormLine*> proof_lines(const Checklist& list);

// What the cursor can be at: head, proofs, marks of what is asked, the button that ends it. Nothing where nothing can
// be changed.
std::vector<std::string> parts_in_order(const ShownVisits& shown);

// The check item that a part is about, its mark or its comment.
std::optional<std::string> item_of_part(std::string_view part);
std::string mark_part_of(std::string_view item);
std::string comment_part_of(std::string_view item);
bool is_text_part(std::string_view part);

// Puts the cursor at a part; a text is then written.
void go_to_part(App& app, const std::string& visit, const std::string& part);
// The part so many places further; before the first one it is the list.
void step_part(App& app, std::string_view from, int step);
// From the list into the visit: to its place while it has none, to the first item without a mark, to the first item.
void enter_visit(App& app, const ShownVisits& shown);

}  // namespace canvasbook
