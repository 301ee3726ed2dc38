// What a check list that was marked comes to, by the rules that inspection tools share: Σ(weight × points) ÷ Σ(weight ×
// maximum) over the items that apply; "partly" is half; what does not apply leaves both sums; what is not marked
// yet counts in neither, so that half a round is no failed one. An item's points are parts of the best mark on its own
// scale, so that its weight says how much it matters whatever it is marked on; with a weight of 0, or on an own scale
// that gives no points, it adds to neither sum. A critical item with a mark below its threshold fails the check,
// whatever the score and its weight. An item that is closed (checklist_openers.h) does not apply, whatever mark it has:
// so a better answer to an item that opens others may lower the score by closing them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/kinds/checklist_marks.h"

namespace canvasbook {

// The least mark of a scale of the program with which a critical item passes: the best one, or on a scale of points the
// threshold of the item. A threshold that the scale does not have is none.
int passing_mark(Scale scale, const CheckItem& item);

// The same of an own scale, as points: the most that it gives, or `least_points` of the item where that is less.
int passing_points(const OwnScale& scale, const CheckItem& item);

// Whether a critical item passes with a mark that its scale has; whether it does with less than the best one.
bool passes(ItemScale scale, const CheckItem& item, int mark);
bool passes_with_less(ItemScale scale, const CheckItem& item);

// That an item is critical, in words: "critical", on a scale of points with those that it needs, on an own one with the
// least level that passes.
std::string critical_words(ItemScale scale, const CheckItem& item, const Catalog& words);

// The weight with which an item counts: 0 on a scale that gives no points.
double counted_weight(ItemScale scale, const CheckItem& item);

// The marks of the trial run. One that the item's scale does not have, since the scale is another now, is none.
Marks marks_of_trial(const Checklist& checklist);

// With the mark of an item in the trial run, or without one. An item that is not there changes nothing.
Checklist set_trial_mark(Checklist checklist, std::string_view item, std::optional<int> mark);

// The two conventions for a scale of points: 1 of 5 is a fifth of the best, or nothing of it. The levels of an own
// scale say themselves what they give.
enum class PointsRule { of_maximum, above_least };

struct Score {
  double reached = 0;   // Σ(weight × points)
  double possible = 0;  // Σ(weight × maximum)
  double weight = 0;    // of all items, whether they apply or not
  int items = 0;
  int critical = 0;
  int closed = 0;                   // of the items, see is_closed
  int unmarked = 0;                 // of those that are asked
  std::vector<std::string> failed;  // critical items below their threshold, by id

  // How many items are asked, and how many of these are marked.
  int asked() const { return items - closed; }
  int marked() const { return asked() - unmarked; }

  // 0 … 1, or nothing where no item with a weight applies.
  std::optional<double> part() const;

  bool operator==(const Score&) const = default;
};

// What part of their sum each weight is, in whole percent that add up to 100; empty where all are 0.
std::vector<int> shares_of_weight(const std::vector<double>& weights);

struct ChecklistScore {
  Score total;
  std::vector<Score> groups;  // in their order
  std::vector<int> shares;    // what part of the weight each has, see shares_of_weight
};

ChecklistScore score_checklist(const Checklist& checklist, const Marks& marks,
                               PointsRule rule = PointsRule::of_maximum);

// The same of marks in the order of the items, not_marked where there is none; a list that is shorter marks no more.
ChecklistScore score_checklist(const Checklist& checklist, std::span<const std::int8_t> marks,
                               PointsRule rule = PointsRule::of_maximum);

// What part of the best mark one is that applies and that the scale has, 0 … 1; 0 where the scale gives no points.
double part_of_best(ItemScale scale, int mark, PointsRule rule);

}  // namespace canvasbook
