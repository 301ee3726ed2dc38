// Saying it otherwise: the replacement of a STOP phrase put into a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/stop_phrases/matcher.h"

namespace canvasbook {

// The text with the replacement in place of each match of a phrase, with a capital where the match has one; of several
// lines, which are variants, the first. Blanks of the replacement ([срок]) stay to be filled in. A phrase without a
// replacement stays as it is.
std::string with_replacement(std::string text, const std::vector<StopMatch>& matches, const StopPhrase& phrase,
                             size_t phrase_place);

}  // namespace canvasbook
