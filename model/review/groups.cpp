#include "model/review/groups.h"

#include <algorithm>
#include <map>
#include <utility>

#include "model/review/review.h"
#include "model/text/text.h"

namespace canvasbook {

std::vector<FindingGroup> open_groups(const std::vector<Finding>& findings, std::string_view document) {
  std::vector<FindingGroup> groups;
  std::map<std::pair<std::string_view, std::string_view>, size_t> places;  // of a rule and a kind among the groups
  for (const Finding& finding : findings) {
    if (finding.dismissed || finding.document != document) continue;
    const auto [known, is_new] = places.try_emplace({finding.rule, finding.kind}, groups.size());
    if (is_new) groups.push_back({finding.rule, finding.kind, harm_of(finding.rule), {}});
    groups[known->second].findings.push_back(&finding);
  }
  std::ranges::stable_sort(groups, {}, &FindingGroup::harm);
  return groups;
}

size_t place_count(const FindingGroup& group) {
  size_t count = 0;
  for (const Finding* finding : group.findings) count += finding->places;
  return count;
}

bool counts(const Finding& finding) {
  const Harm harm = harm_of(finding.rule);
  return !finding.dismissed && (harm == Harm::broken || harm == Harm::lacking);
}

size_t count_open(const std::vector<Finding>& findings) {
  return static_cast<size_t>(std::ranges::count_if(findings, counts));
}

size_t count_blanks(const std::vector<Finding>& findings) {
  size_t count = 0;
  for (const Finding& finding : findings) {
    if (!finding.dismissed && harm_of(finding.rule) == Harm::unfilled) count += finding.places;
  }
  return count;
}

size_t count_hints(const std::vector<Finding>& findings) {
  return static_cast<size_t>(std::ranges::count_if(
      findings, [](const Finding& finding) { return !finding.dismissed && harm_of(finding.rule) == Harm::hint; }));
}

std::string_view place_words(const Finding& finding) {
  for (const char* name :
       {"blanks", "placeholder", "phrase", "note", "segment", "line", "cell", "cue", "answer", "advantage", "standard",
        "metric", "item", "group", "touchpoint", "column", "cues", "section", "block"}) {
    if (const std::string* found = argument_of(finding, name)) return *found;
  }
  return finding.subject;
}

namespace {

std::string with_place(const Finding& finding, const std::string* place) {
  std::string line = to_one_line(place_words(finding));
  if (place != nullptr && *place != line) line += " · " + to_one_line(*place);
  return line;
}

}  // namespace

std::string place_line(const Finding& finding) { return with_place(finding, argument_of(finding, "section")); }

std::string line_in_text(const Finding& finding) {
  const std::string* text = argument_of(finding, "text");
  return text == nullptr ? place_line(finding) : with_place(finding, text);
}

}  // namespace canvasbook
