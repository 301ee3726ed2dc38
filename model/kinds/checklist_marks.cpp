#include "model/kinds/checklist_marks.h"

namespace canvasbook {

std::vector<int> marks_of(Scale scale) {
  std::vector<int> marks;
  if (largest_points(scale) > 1) {
    for (int points = 1; points <= largest_points(scale); ++points) marks.push_back(points);
  } else {
    marks.push_back(mark_yes);
    if (scale == Scale::yes_no_partly) marks.push_back(mark_partly);
    marks.push_back(mark_no);
  }
  marks.push_back(mark_not_applicable);
  return marks;
}

std::string mark_words(Scale scale, int mark, const Catalog& words) {
  if (mark == not_marked) return {};
  if (mark == mark_not_applicable) return words.text("paper.mark_not_applicable");
  if (largest_points(scale) > 1) return std::to_string(mark);
  if (mark == mark_partly) return words.text("paper.mark_partly");
  return words.text(mark == mark_yes ? "paper.mark_yes" : "paper.mark_no");
}

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
