// The actions of a session on what is to be done about the results of visits; each change is one step of the history.
#pragma once

#include <string>

#include "editor/session/session.h"
#include "model/kinds/visit_actions.h"

namespace canvasbook {

// Adds an action to the shown section of visits: what is to be done is then written. One in which nothing is written
// goes when it is left, unless it has an item. Returns its id; empty where no visits are shown.
std::string begin_visit_action(Session& session, VisitAction action);

// The same for the weakest item that no open action is about. False where there is none.
bool begin_action_of_weakest(Session& session);

// Its item or its place; empty for none in particular and for everywhere.
void set_action_item(Session& session, const std::string& action, const std::string& item);
void set_action_place(Session& session, const std::string& action, const std::string& place);
// What is done was checked today, unless it was before.
void finish_visit_action(Session& session, const std::string& action, bool done, const Date& today);
void remove_visit_action(Session& session, const std::string& action);

}  // namespace canvasbook
