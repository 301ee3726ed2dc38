// The names that people give to the columns of their tables, in Russian and English, and what they say about them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/import_fields.h"

namespace canvasbook {

// Whether it is known that a table is of a kind: then also words count that a table of the other kind has as well.
enum class HeadsOf : std::uint8_t { any_kind, known_kind };

// What each cell of a row says of its column, if the row can be a head of a table of this kind: short names of which
// several, or all of a few, are known. `nothing` for a name that is not known; nothing at all where it is no head.
std::vector<ImportField> fields_of_heads(const std::vector<std::string>& row, ImportKind kind, HeadsOf heads);

// Whether a name is one of a column that counts rows, such as "№" or no name at all.
bool is_head_of_count(std::string_view head);

}  // namespace canvasbook
