// Words that a Russian typesetter does not leave at the end of a line: prepositions, conjunctions and particles of one
// or two letters.
#pragma once

#include <string_view>

namespace canvasbook {

// Of a word without quotes and brackets, in small letters or with a capital.
bool is_hanging_word(std::string_view word);

}  // namespace canvasbook
