#include "model/kinds/checklist_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/kinds/checklist_openers.h"

namespace canvasbook {

namespace {

// Of a scale of the program.
int best_mark(ItemScale scale) { return has_points(scale) ? largest_points(scale) : mark_yes; }

// The level with the fewest points of those that pass, the first of several; -1 where none does.
int least_passing_level(const OwnScale& scale, const CheckItem& item) {
  int least = -1;
  for (const int mark : marks_of(ItemScale(scale))) {
    if (mark < 0 || !passes(ItemScale(scale), item, mark)) continue;
    if (least < 0 || points_of(scale, mark) < points_of(scale, least)) least = mark;
  }
  return least;
}

void count(Score& score, const CheckItem& item, ItemScale scale, bool is_closed, int mark, PointsRule rule) {
  ++score.items;
  if (item.critical) ++score.critical;
  const double weight = counted_weight(scale, item);
  score.weight += weight;
  if (is_closed) {
    ++score.closed;
    return;
  }
  if (mark == not_marked) {
    ++score.unmarked;
    return;
  }
  if (mark == mark_not_applicable) return;
  score.possible += weight;
  score.reached += weight * part_of_best(scale, mark, rule);
  if (item.critical && !passes(scale, item, mark)) score.failed.push_back(item.id);
}

void add(Score& total, const Score& part) {
  total.reached += part.reached;
  total.possible += part.possible;
  total.weight += part.weight;
  total.items += part.items;
  total.critical += part.critical;
  total.closed += part.closed;
  total.unmarked += part.unmarked;
  total.failed.insert(total.failed.end(), part.failed.begin(), part.failed.end());
}

// `next_mark` is asked for the mark of each item in their order; `opening`: at least the marks of what opens items.
template <class NextMark>
ChecklistScore score_with(const Checklist& checklist, NextMark next_mark, const Marks& opening, PointsRule rule) {
  ChecklistScore score;
  std::vector<double> weights;
  for (const CheckGroup& group : checklist.groups) {
    Score& part = score.groups.emplace_back();
    for (const CheckItem& item : group.items) {
      count(part, item, scale_of(checklist, item), is_closed(checklist, item, opening), next_mark(item), rule);
    }
    add(score.total, part);
    weights.push_back(part.weight);
  }
  score.shares = shares_of_weight(weights);
  return score;
}

}  // namespace

double part_of_best(ItemScale scale, int mark, PointsRule rule) {
  if (scale.own != nullptr) {
    const int most = most_points(*scale.own);
    return most == 0 ? 0 : static_cast<double>(points_of(*scale.own, mark)) / most;
  }
  const double best = best_mark(scale);
  if (has_points(scale) && rule == PointsRule::above_least) return (mark - 1) / (best - 1);
  return mark / best;
}

int passing_mark(Scale scale, const CheckItem& item) {
  const int best = best_mark(scale);
  return has_points(scale) && item.threshold > 0 && item.threshold < best ? item.threshold : best;
}

int passing_points(const OwnScale& scale, const CheckItem& item) {
  const int most = most_points(scale);
  return item.least_points > 0 ? std::min(item.least_points, most) : most;
}

bool passes(ItemScale scale, const CheckItem& item, int mark) {
  if (scale.own != nullptr) return points_of(*scale.own, mark) >= passing_points(*scale.own, item);
  return mark >= passing_mark(scale.built_in, item);
}

bool passes_with_less(ItemScale scale, const CheckItem& item) {
  if (scale.own != nullptr) return passing_points(*scale.own, item) < most_points(*scale.own);
  return passing_mark(scale.built_in, item) < best_mark(scale);
}

std::string critical_words(ItemScale scale, const CheckItem& item, const Catalog& words) {
  if (scale.own != nullptr) {
    const int least = least_passing_level(*scale.own, item);
    if (!passes_with_less(scale, item) || least < 0) return words.text("paper.critical");
    return words.text("paper.critical_level", {{"level", mark_words(scale, least, words)}});
  }
  if (!has_points(scale)) return words.text("paper.critical");
  const int least = passing_mark(scale.built_in, item);
  return words.text(least < best_mark(scale) ? "paper.critical_least" : "paper.critical_points",
                    {{"least", std::to_string(least)}, {"count", std::to_string(best_mark(scale))}});
}

double counted_weight(ItemScale scale, const CheckItem& item) { return gives_points(scale) ? item.weight : 0; }

Marks marks_of_trial(const Checklist& checklist) {
  Marks marks;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      if (item.trial_mark == not_marked) continue;
      if (is_mark_of(scale_of(checklist, item), item.trial_mark)) marks[item.id] = item.trial_mark;
    }
  }
  return marks;
}

Checklist set_trial_mark(Checklist checklist, std::string_view item, std::optional<int> mark) {
  if (CheckItem* found = find_check(checklist, item)) found->trial_mark = mark.value_or(not_marked);
  return checklist;
}

std::optional<double> Score::part() const {
  if (possible <= 0) return std::nullopt;
  return reached / possible;
}

// Those with the largest remainders are rounded up.
std::vector<int> shares_of_weight(const std::vector<double>& weights) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (all <= 0) return {};
  std::vector<int> shares;
  std::vector<std::pair<double, size_t>> lost;
  int missing = 100;
  for (const double weight : weights) {
    constexpr double rounding = 1e-9;
    const double exact = weight * 100 / all;
    shares.push_back(static_cast<int>(std::floor(exact + rounding)));
    lost.emplace_back(shares.back() - exact, lost.size());
    missing -= shares.back();
  }
  std::ranges::sort(lost);
  for (int i = 0; i < missing; ++i) ++shares[lost[static_cast<size_t>(i)].second];
  return shares;
}

ChecklistScore score_checklist(const Checklist& checklist, const Marks& marks, PointsRule rule) {
  const auto mark_of = [&](const CheckItem& item) {
    const auto mark = marks.find(item.id);
    return mark == marks.end() ? not_marked : mark->second;
  };
  return score_with(checklist, mark_of, marks, rule);
}

ChecklistScore score_checklist(const Checklist& checklist, std::span<const std::int8_t> marks, PointsRule rule) {
  size_t next = 0;
  const auto mark_of = [&](const CheckItem&) { return next < marks.size() ? int{marks[next++]} : not_marked; };
  return score_with(checklist, mark_of, has_openers(checklist) ? marks_by_id(checklist, marks) : Marks(), rule);
}

}  // namespace canvasbook
