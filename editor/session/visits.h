// The actions of a session on visits: each change is one step of the history.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/session/session.h"
#include "editor/session/visit_texts.h"
#include "model/visits_import.h"
#include "model/visits_of_list.h"

namespace canvasbook {

// The check list that the shown section is, or that its visits are of; nullptr where there is none.
const Section* list_behind(const Session& session);

// Whether what a visit says can be changed: its list is there. And a mark in it: so is its item.
bool can_change_visits(const Session& session);
bool can_change_mark(const Session& session, std::string_view item);

// Begins a visit with a check list, on a day: its place is then written. The section of the visits is made where there
// is none yet. Returns the id of the visit, empty where there is no such list.
std::string begin_visit(Session& session, const std::string& checklist, const Date& day);

// Shows the visits of a check list; they begin with those of an import that is good. Returns how many came.
size_t take_imported_visits(Session& session, const std::string& checklist, const VisitsImport& import);

// A mark of a visit of the shown section, or none.
void mark_visit(Session& session, const std::string& visit, const std::string& item, std::optional<int> mark);
void finish_visit(Session& session, const std::string& visit, bool finished);

// What is selected. Copies are drafts of the same: their place and day are then changed.
void remove_visits(Session& session);
void duplicate_visits(Session& session, const ItemIds& visits);

}  // namespace canvasbook
