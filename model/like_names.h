// Names that mean the same: capitals, ё, spaces and other forms of their words do not count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/segments.h"
#include "model/text/word_forms.h"

namespace canvasbook {

// A name as it is compared with others: equal for names that differ in capitals, ё and white space alone. Empty where
// nothing is written.
std::string same_name(std::string_view name);

// What is said, as it is compared with others: the same, and the marks at its end do not count.
std::string same_saying(std::string_view text);

// The segment whose name has the same words in the same or in other forms, one exactly alike before others; nullptr
// where there is none. `except`: id of one that does not count.
const Segment* like_segment(const std::vector<Segment>& segments, std::string_view name, std::string_view except,
                            WordForms& forms);

}  // namespace canvasbook
