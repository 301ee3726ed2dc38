// The review: what a careful reader would ask about a workbook, found by rules: whether a
// business model hangs together, a sales book is complete, standards can be measured and check lists can be marked.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/review/finding.h"
#include "model/review/untouched.h"
#include "model/workbook.h"

namespace canvasbook {

// Every finding of the model, by document, then by harm and by rule, dismissed ones marked. `today` says what is
// overdue; without it nothing is. Findings that need the printed page come from export/on_paper/find_overfull.h.
std::vector<Finding> review(const Workbook& workbook, const IsUntouched& is_untouched = {}, const Date& today = {});

// Marks the findings that the workbook dismisses.
void mark_dismissed(const Workbook& workbook, std::vector<Finding>& findings);

inline constexpr std::string_view unsuited_cell_rule = "unsuited_cell";

// The rules that are found on paper.
inline constexpr std::string_view overfull_rule = "overfull_block";
inline constexpr std::string_view page_budget_rule = "over_page_budget";
inline constexpr std::string_view section_budget_rule = "section_over_page_budget";

// The names of all rules, in the order in which findings are listed, those three last; exposed for tests.
std::span<const std::string_view> rule_names();

// How bad it is what a rule finds; lacking for a rule of an unknown name, such as one of a newer version.
Harm harm_of(std::string_view rule);

// The words of a finding: what is the case, why it matters, the way out.
struct FindingWords {
  std::string what;
  std::string why;
  std::string way_out;
};
FindingWords finding_words(const Finding& finding, const Catalog& catalog);

// What several findings are called together, of a rule and a kind of it: "Segments without a channel".
std::string finding_title(const Finding& one, const Catalog& catalog);

// A note's text, or another text, for use inside a sentence: one line of at most about 60 characters.
std::string quoted_text(const Note& note, const Catalog& catalog);
std::string quoted_text(std::string_view text, const Catalog& catalog);

}  // namespace canvasbook
