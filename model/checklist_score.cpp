#include "model/checklist_score.h"

namespace canvasbook {

namespace {

bool has_points(Scale scale) { return largest_points(scale) > 1; }

void count(Score& score, const CheckItem& item, Scale scale, const Marks& marks, PointsRule rule) {
  ++score.items;
  if (item.critical) ++score.critical;
  score.weight += item.weight;
  const auto mark = marks.find(item.id);
  if (mark == marks.end()) {
    ++score.unmarked;
    score.possible += item.weight;
    return;
  }
  if (mark->second == mark_not_applicable) return;
  score.possible += item.weight;
  score.reached += item.weight * part_of_best(scale, mark->second, rule);
  if (item.critical && mark->second < best_mark(scale)) score.failed.push_back(item.id);
}

void add(Score& total, const Score& part) {
  total.reached += part.reached;
  total.possible += part.possible;
  total.weight += part.weight;
  total.items += part.items;
  total.critical += part.critical;
  total.unmarked += part.unmarked;
  total.failed.insert(total.failed.end(), part.failed.begin(), part.failed.end());
}

}  // namespace

std::vector<int> marks_of(Scale scale) {
  std::vector<int> marks;
  if (has_points(scale)) {
    for (int points = 1; points <= largest_points(scale); ++points) marks.push_back(points);
  } else {
    marks.push_back(mark_yes);
    if (scale == Scale::yes_no_partly) marks.push_back(mark_partly);
    marks.push_back(mark_no);
  }
  marks.push_back(mark_not_applicable);
  return marks;
}

int best_mark(Scale scale) { return has_points(scale) ? largest_points(scale) : mark_yes; }

double part_of_best(Scale scale, int mark, PointsRule rule) {
  const double best = best_mark(scale);
  if (has_points(scale) && rule == PointsRule::above_least) return (mark - 1) / (best - 1);
  return mark / best;
}

std::optional<double> Score::part() const {
  if (possible <= 0) return std::nullopt;
  return reached / possible;
}

ChecklistScore score_checklist(const Checklist& checklist, const Marks& marks, PointsRule rule) {
  ChecklistScore score;
  for (const CheckGroup& group : checklist.groups) {
    Score& part = score.groups.emplace_back();
    for (const CheckItem& item : group.items) count(part, item, scale_of(checklist, item), marks, rule);
    add(score.total, part);
  }
  return score;
}

}  // namespace canvasbook
