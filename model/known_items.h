// Items that come to a section which has some of them already: cues, STOP phrases and items of a group of a check list
// that say the same, capitals, ё, white space and the marks at the end apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/contents.h"

namespace canvasbook {

// Gives what comes to the items of a section that say the same, and leaves in `coming` those that are new. A cue takes
// the answers and the other words that it does not have yet, behind its own. A STOP phrase takes what it leaves empty;
// where something else stands there, what comes is a further line of it. So does the requirement of a check. Returns
// the ids of the items that are there, each once, in the order of what comes; none for contents of different kinds.
std::vector<std::string> join_known_items(Content& content, Content& coming);

// How many items that would be.
size_t count_known_items(Content content, Content coming);

// The other words of a cue with more of them, each once; both are lists as synonyms_in() reads them. Commas stand
// between, or semicolons where the first list has them or a comma stands inside of some words.
std::string with_synonyms(std::string synonyms, std::string_view more);

}  // namespace canvasbook
