// What can be done with the findings of the review: commands and the panel share it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "editor/frame/app.h"
#include "editor/panels/state.h"

namespace canvasbook {

// The name of a finding in the panel, and that of its group.
std::string key_of(const Finding& finding);
std::string group_key(const Finding& finding);

// The findings of each document in the order of the workbook, those of the shown one first, as the panel lists them;
// valid until they or the workbook change.
std::vector<const ListedFindings*> lists_in_order(App& app);

// How far the workbook is.
Progress whole_progress(App& app);

// Shows and marks where a finding is mended, and each further place that it concerns with each call for the same one.
void go_to_finding(App& app, const Finding& finding);

// Opens the panel at a finding, without going to its place.
void show_in_review(App& app, const Finding& finding);

// The one that was gone to last, as long as it is open; else nullptr.
const Finding* current_finding(App& app);

// Goes `by` findings on or back, round at the ends, and opens the panel. Where one has left the place of the last one,
// it goes on from where one is: to the first finding, or back to the last, of the item, else of the section, else of
// the document.
void step_finding(App& app, int by);

// After a step back or forth: the finding that was gone to last stays marked only at the place where it led to.
void leave_finding_elsewhere(App& app);

// Whether a finding is mended by naming the causes of a cost.
bool is_mended_by_causes(const Finding& finding);

// Mends a finding where one mend can be meant; else opens what it is chosen in, or says that there is nothing to mend.
void mend_or_ask(App& app, const Finding& finding);

// Mends findings of one rule as one step, and says so.
void mend_findings(App& app, std::span<const Finding> findings);

}  // namespace canvasbook
