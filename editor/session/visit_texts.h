// What visits say in their parts: reading and writing them as texts. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/history.h"
#include "model/item_edits.h"

namespace canvasbook {

// The parts of a visit that the cursor can be at (View::field), beside those of written_texts.h.
inline constexpr std::string_view date_part = "date";
inline constexpr std::string_view time_part = "time";
inline constexpr std::string_view mark_part = "mark:";  // and the id of the check item
inline constexpr std::string_view finish_part = "finish";
inline constexpr std::string_view target_field = "target";  // of the visits as a whole: the item is empty

// What a visit says in a part that is written; empty for none. A day is ISO.
std::string text_of_visit(const Visit& visit, std::string_view part);

// The same of a visit, an action or, with an empty id, of the visits as a whole; nothing where there is no such one.
std::optional<std::string> text_in_visits(const Visits& visits, std::string_view item, std::string_view part);

// With what was typed there. What is no day, time or target leaves these as they were; an empty text is none, but for
// the day of a visit.
Visits with_visit_text(Visits visits, std::string_view item, std::string_view part, std::string_view text,
                       const Date& today);

// Whether a typed text can be kept in a part.
bool can_keep_in_visit(std::string_view part, std::string_view text, const Date& today);

// The part of a visit or an action that a step has changed, if it was one.
std::optional<FieldPlace> changed_in_visit(const Workbook& before, const Workbook& after, const Step& step);

}  // namespace canvasbook
