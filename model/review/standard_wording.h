// Whether the words of a standard or of an item of a check list can be checked: what nobody can see or count, and two
// demands where there is one mark. Told by verbs, marks and numbers: what is not certain is passed over.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/language.h"
#include "model/review/standard_words.h"

namespace canvasbook {

// The words of a text that nobody can see or count, as they stand there. A word is none where its sentence has a number
// or says behind a colon or in brackets what is meant by it; one of time also where the target of the standard
// measures it (`has_norm`). Not for several threads at once.
std::vector<std::string> vague_words(const std::string& text, Language language, bool has_norm);

// Whether an item asks two things: "Smiled and said goodbye?", "Is it clean? Is it dry?".
bool asks_two(std::string_view text, const StandardWords& words);

// Whether a requirement has two parts that are marked apart: "sign lit; hours right". A scale, "5: at once; 1: argued",
// and a list behind a colon have not.
bool requires_two(std::string_view text);

// Whether what staff do has two targets: "answers within 30 seconds and sends the offer in 2 hours".
bool acts_on_two_targets(std::string_view text, const StandardWords& words);

// Whether a target is two: "30 s and 95 %"; "10–20" and "between 10 and 20" are one.
bool has_two_targets(std::string_view text, const StandardWords& words);

}  // namespace canvasbook
