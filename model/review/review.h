// The review: what a careful reader would ask about a workbook, found by rules (method rows M3, M11, M13, M18).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/review/finding.h"
#include "model/workbook.h"

namespace canvasbook {

// Every finding of the model, by document and then by rule, dismissed ones marked. Findings that need the printed page
// come from export/on_paper/find_overfull.h.
std::vector<Finding> review(const Workbook& workbook);

// Marks the findings that the workbook dismisses.
void mark_dismissed(const Workbook& workbook, std::vector<Finding>& findings);

// The names of all rules, in the order in which findings are listed; the last three are found on paper.
inline constexpr std::string_view overfull_rule = "overfull_block";
inline constexpr std::string_view page_budget_rule = "over_page_budget";
inline constexpr std::string_view section_budget_rule = "section_over_page_budget";
std::span<const std::string_view> rule_names();

// The words of a finding: what is the case, why it matters, the way out.
struct FindingWords {
  std::string what;
  std::string why;
  std::string way_out;
};
FindingWords finding_words(const Finding& finding, const Catalog& catalog);

// A note's text, or another text, for use inside a sentence: one line of at most about 60 characters.
std::string quoted_text(const Note& note, const Catalog& catalog);
std::string quoted_text(std::string_view text, const Catalog& catalog);

}  // namespace canvasbook
