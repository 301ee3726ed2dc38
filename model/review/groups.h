// The findings as they are shown: many of one kind are one line, the most harmful first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/review/finding.h"

namespace canvasbook {

// The open findings of one rule, and of one kind of it, in one document; they point into the list that was grouped.
struct FindingGroup {
  std::string_view rule;
  std::string_view kind;
  Harm harm = Harm::lacking;
  std::vector<const Finding*> findings;
};

// Those of a document in the order of harm, and of the list where that is the same.
std::vector<FindingGroup> open_groups(const std::vector<Finding>& findings, std::string_view document);

// In how many places a group finds something, which is the number shown beside its title.
size_t place_count(const FindingGroup& group);

// Whether a finding is open, no hint and not about what is unfilled, which blanks_left() counts.
bool counts(const Finding& finding);

// How many count, which is the number that is shown anywhere; and how many open ones are hints.
size_t count_open(const std::vector<Finding>& findings);
size_t count_hints(const std::vector<Finding>& findings);

// How many places they tell of that the author left to fill in.
size_t count_blanks(const std::vector<Finding>& findings);

// What a finding is about in a few words, for a line of its group: "the loyal" or [имя].
std::string_view place_words(const Finding& finding);

// The same in one line, and in which section where that is told too: "[name] · “Welcome”".
std::string place_line(const Finding& finding);

// The same with the words of the text instead of the section where they are told, so that two findings in one section
// are not the same line: "[name] · “Good morning, [name]”".
std::string line_in_text(const Finding& finding);

}  // namespace canvasbook
