// What a check item counts, as it is asked for: its weight, written as a number, and the marks that a critical one
// passes with, chosen from a list.
#pragma once

#include <functional>
#include <string>

#include "editor/frame/app.h"
#include "model/kinds/checklist.h"

namespace canvasbook {

// Changes an item of the shown check list, or all that are selected with it, as one step.
void change_checks(Session& session, const std::string& item, const char* step,
                   const std::function<void(CheckItem&)>& change);

// An item of the shown check list; nullptr where there is none.
const CheckItem* shown_check(const Session& session, const std::string& item);

// Asks for the weight of an item.
void ask_for_weight(App& app, const std::string& item);
bool can_set_weight(const App& app);  // there is an item at the cursor
void set_weight_at_cursor(App& app);

// Offers whether an item on a scale of points or levels is critical, and from which mark on it passes.
void choose_threshold(App& app, const std::string& item);
bool can_choose_threshold(const App& app);  // such an item is at the cursor
void choose_threshold_at_cursor(App& app);

}  // namespace canvasbook
