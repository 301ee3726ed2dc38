// Notes of the author: a section of running text with the role `author_notes`, such as what an import found no place
// for. It is there to work with: it is not printed, Markdown keeps it, and the review does not ask what it lacks.
#pragma once

#include <string_view>

#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view author_notes_role = "author_notes";

inline bool is_author_notes(const Section& section) { return section.role == author_notes_role; }

}  // namespace canvasbook
