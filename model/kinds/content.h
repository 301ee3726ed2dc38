// What a section holds: one of the kinds.
#pragma once

#include <type_traits>
#include <variant>

#include "model/kinds/board.h"
#include "model/kinds/checklist.h"
#include "model/kinds/dialogue.h"
#include "model/kinds/prose.h"
#include "model/kinds/replacements.h"
#include "model/kinds/responses.h"
#include "model/kinds/sheet.h"
#include "model/kinds/visits.h"

namespace canvasbook {

// The name of each kind in files is in document_json.cpp.
using Content = std::variant<Prose, Board, Responses, Replacements, Dialogue, Checklist, Sheet, Visits>;

// Whether a kind is a list of items, which fields.h describes. Each kind says it; one that does not compiles nowhere.
template <class Kind>
inline constexpr bool is_list_of_items = std::remove_const_t<Kind>::is_list_of_items;

inline bool holds_items(const Content& content) {
  return std::visit([]<class Kind>(const Kind&) { return is_list_of_items<Kind>; }, content);
}

}  // namespace canvasbook
