// The parts of an action, and where the keyboard leads from one to another. Internal to editor/visits/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/frame/app.h"
#include "model/kinds/visit_actions.h"

namespace canvasbook {

// Beside the texts of written_texts.h, of which `place` is chosen here: what is pressed.
inline constexpr std::string_view action_item_part = "item";
inline constexpr std::string_view action_done_part = "done";

// The open ones, then those that are done, both as they were entered.
std::vector<const VisitAction*> actions_in_order(const Visits& visits);

// Whether the cursor is at an action of the shown section.
bool is_at_visit_action(const App& app);

// Puts the cursor at a part of an action, all of it where the part is empty; a text is then written.
void go_to_action_part(App& app, const std::string& action, const std::string& part);

// A text, not what is chosen or pressed.
bool is_action_text(std::string_view part);

// The part so many places further, from one action to the next; before the first part it is the whole action.
void step_action_part(App& app, const std::string& action, std::string_view part, int step);

// Lists to choose from.
void choose_action_item(App& app, const std::string& action);
void choose_action_place(App& app, const std::string& action);
void toggle_action(App& app, const std::string& action);

// The keys at an action that is not written.
void use_action_keys(App& app);

}  // namespace canvasbook
