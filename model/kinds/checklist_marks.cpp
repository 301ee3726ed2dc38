#include "model/kinds/checklist_marks.h"

#include <algorithm>

namespace canvasbook {

namespace {

size_t offered_levels(const OwnScale& scale) { return std::min(scale.levels.size(), most_levels); }

const ScaleLevel* level_of(const OwnScale& scale, int mark) {
  const bool is_one = mark >= 0 && static_cast<size_t>(mark) < offered_levels(scale);
  return is_one ? &scale.levels[static_cast<size_t>(mark)] : nullptr;
}

}  // namespace

bool has_points(ItemScale scale) { return largest_points(scale) > 1; }

bool is_yes_or_no(ItemScale scale) { return scale.own == nullptr && !has_points(scale); }

std::vector<int> marks_of(ItemScale scale) {
  std::vector<int> marks;
  if (scale.own != nullptr) {
    for (size_t i = 0; i < offered_levels(*scale.own); ++i) marks.push_back(static_cast<int>(i));
  } else if (has_points(scale)) {
    for (int points = 1; points <= largest_points(scale); ++points) marks.push_back(points);
  } else {
    marks.push_back(mark_yes);
    if (scale == Scale::yes_no_partly) marks.push_back(mark_partly);
    marks.push_back(mark_no);
  }
  marks.push_back(mark_not_applicable);
  return marks;
}

bool is_mark_of(ItemScale scale, int mark) {
  const std::vector<int> offered = marks_of(scale);
  return mark == not_marked || std::ranges::find(offered, mark) != offered.end();
}

std::string mark_words(ItemScale scale, int mark, const Catalog& words) {
  if (mark == not_marked) return {};
  if (mark == mark_not_applicable) return words.text("paper.mark_not_applicable");
  if (scale.own != nullptr) {
    const ScaleLevel* level = level_of(*scale.own, mark);
    if (level == nullptr) return {};
    return level->words.empty() ? std::to_string(level->points) : level->words;
  }
  if (has_points(scale)) return std::to_string(mark);
  if (mark == mark_partly) return words.text("paper.mark_partly");
  return words.text(mark == mark_yes ? "paper.mark_yes" : "paper.mark_no");
}

int points_of(const OwnScale& scale, int mark) {
  const ScaleLevel* level = level_of(scale, mark);
  return level == nullptr ? 0 : level->points;
}

int most_points(const OwnScale& scale) {
  int most = 0;
  for (size_t i = 0; i < offered_levels(scale); ++i) most = std::max(most, scale.levels[i].points);
  return most;
}

bool gives_points(ItemScale scale) { return scale.own == nullptr || most_points(*scale.own) > 0; }

Marks marks_by_id(const Checklist& checklist, std::span<const std::int8_t> marks) {
  Marks by_id;
  size_t next = 0;
  for (const CheckGroup& group : checklist.groups) {
    for (const CheckItem& item : group.items) {
      if (next < marks.size() && marks[next] != not_marked) by_id.emplace(item.id, static_cast<int>(marks[next]));
      ++next;
    }
  }
  return by_id;
}

}  // namespace canvasbook
