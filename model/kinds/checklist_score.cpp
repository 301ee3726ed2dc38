#include "model/kinds/checklist_score.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "model/kinds/checklist_openers.h"

namespace canvasbook {

namespace {

bool has_points(Scale scale) { return largest_points(scale) > 1; }

int best_mark(Scale scale) { return has_points(scale) ? largest_points(scale) : mark_yes; }

void count(Score& score, const CheckItem& item, Scale scale, bool is_closed, int mark, PointsRule rule) {
  ++score.items;
  if (item.critical) ++score.critical;
  score.weight += item.weight;
  if (is_closed) {
    ++score.closed;
    return;
  }
  if (mark == not_marked) {
    ++score.unmarked;
    return;
  }
  if (mark == mark_not_applicable) return;
  score.possible += item.weight;
  score.reached += item.weight * part_of_best(scale, mark, rule);
  if (item.critical && mark < passing_mark(scale, item)) score.failed.push_back(item.id);
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

double part_of_best(Scale scale, int mark, PointsRule rule) {
  const double best = best_mark(scale);
  if (has_points(scale) && rule == PointsRule::above_least) return (mark - 1) / (best - 1);
  return mark / best;
}

int passing_mark(Scale scale, const CheckItem& item) {
  const int best = best_mark(scale);
  return has_points(scale) && item.threshold > 0 && item.threshold < best ? item.threshold : best;
}

std::string critical_words(Scale scale, const CheckItem& item, const Catalog& words) {
  if (!has_points(scale)) return words.text("paper.critical");
  const int least = passing_mark(scale, item);
  return words.text(least < best_mark(scale) ? "paper.critical_least" : "paper.critical_points",
                    {{"least", std::to_string(least)}, {"count", std::to_string(best_mark(scale))}});
}

Marks marks_of_trial(const Checklist& checklist) {
  Marks marks;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      if (item.trial_mark == not_marked) continue;
      const std::vector<int> offered = marks_of(scale_of(checklist, item));
      if (std::ranges::find(offered, item.trial_mark) != offered.end()) marks[item.id] = item.trial_mark;
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
