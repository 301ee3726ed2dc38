// How the review draws a finding, many of one kind, and what is still empty.
#pragma once

#include "editor/panels/column.h"
#include "editor/panels/findings.h"

namespace canvasbook {

// What was pressed; done after drawing, since it changes the findings.
struct PressedInReview {
  const Finding* goes_to = nullptr;
  const Finding* dismissed = nullptr;
  const Finding* restored = nullptr;
  const Finding* asks = nullptr;  // how it is to be mended
  std::vector<Finding> mended;
  std::string part;  // that is empty: its item
  std::string fold;  // what is folded or unfolded: a key of PanelState::unfolded
  bool fold_dismissed = false;
  bool more = false;
};

// A small word to press, as a link; true when it was.
bool review_link(App& app, const std::string& key, const std::string& label, char32_t icon = 0);

// A finding that is the only one of its kind, with all its words.
void view_finding_card(App& app, Column& column, const Finding& finding, PressedInReview& pressed);

// The line of a group, a hint or what is empty, which unfolds a list; `count` at its right, if any.
void view_fold_line(App& app, Column& column, const std::string& key, const std::string& title,
                    const std::string& count, char32_t icon, ImU32 colour, PressedInReview& pressed);

// What the findings of an unfolded group have in common: why it matters, the way out, the mend of all.
void view_advice(App& app, Column& column, const FindingGroup& group, PressedInReview& pressed);

// A line of the list below: a finding of a group; a part that is empty.
void view_finding_row(App& app, Column& column, const Finding& finding, PressedInReview& pressed);
void view_empty_row(App& app, Column& column, const EmptyPart& part, PressedInReview& pressed);

}  // namespace canvasbook
