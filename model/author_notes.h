// Notes of the author: a section of running text with the role `author_notes`, such as what an import found no place
// for, and the six tests that a mission is put to. They are there to work with: they are not printed, Markdown keeps
// them, and the review does not ask what they lack.
#pragma once

#include <string_view>

#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view author_notes_role = "author_notes";

inline constexpr std::string_view mission_tests_role = "mission_tests";

inline bool is_author_notes(const Section& section) {
  return section.role == author_notes_role || section.role == mission_tests_role;
}

}  // namespace canvasbook
