// The actions of a session on visits: each change is one step of the history.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/session/session.h"
#include "model/visits_import.h"
#include "model/visits_of_list.h"

namespace canvasbook {

// The parts of a visit that the cursor can be at (View::field), beside those of written_texts.h.
inline constexpr std::string_view date_part = "date";
inline constexpr std::string_view time_part = "time";
inline constexpr std::string_view mark_part = "mark:";  // and the id of the check item
inline constexpr std::string_view finish_part = "finish";

// What a visit says in a part that is written; empty for none. A day is ISO.
std::string text_of_visit(const Visit& visit, std::string_view part);

// With what was typed there. What is no day or time leaves these as they were; an empty text is no time.
Visits with_visit_text(Visits visits, std::string_view visit, std::string_view part, std::string_view text,
                       const Date& today);

// Whether a typed text can be kept in a part.
bool can_keep_in_visit(std::string_view part, std::string_view text, const Date& today);

// The part of a visit that a step has changed, if it was one.
std::optional<FieldPlace> changed_in_visit(const Workbook& before, const Workbook& after, const Step& step);

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
