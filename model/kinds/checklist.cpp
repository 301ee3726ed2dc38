#include "model/kinds/checklist.h"

namespace canvasbook {

int largest_points(Scale scale) {
  switch (scale) {
    case Scale::points_5:
      return 5;
    case Scale::points_7:
      return 7;
    case Scale::points_10:
      return 10;
    case Scale::inherited:
    case Scale::yes_no:
    case Scale::yes_no_partly:
      break;
  }
  return 1;
}

Scale scale_of(const Checklist& checklist, const CheckItem& item) {
  if (item.scale != Scale::inherited) return item.scale;
  return checklist.scale == Scale::inherited ? Scale::yes_no : checklist.scale;
}

Checklist without_trial(Checklist checklist) {
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& item : group.items) item.trial_mark = not_marked;
  }
  return checklist;
}

Checklist with_scales(const Checklist& before, Checklist after) {
  for (size_t g = 0; g < after.groups.size() && g < before.groups.size(); ++g) {
    auto& items = after.groups[g].items;
    for (size_t i = 0; i < items.size() && i < before.groups[g].items.size(); ++i) {
      const int points = largest_points(scale_of(before, before.groups[g].items[i]));
      if (items[i].trial_mark >= 0 && largest_points(scale_of(after, items[i])) != points) {
        items[i].trial_mark = not_marked;
      }
    }
  }
  return after;
}

}  // namespace canvasbook
