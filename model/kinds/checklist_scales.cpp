#include "model/kinds/checklist_scales.h"

#include <algorithm>
#include <set>
#include <utility>

#include "model/text/text.h"

namespace canvasbook {

namespace {

template <class Change>
void change_items(Checklist& checklist, Change change) {
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& item : group.items) change(item);
  }
}

std::string search_words(const std::string& text) { return to_search_form(to_one_line(trim(text))); }

// The place of the level of a mark in a scale that was changed, or not_marked.
int mark_after(const OwnScale& before, const OwnScale& after, int mark) {
  if (mark < 0) return mark;
  if (static_cast<size_t>(mark) >= before.levels.size()) return not_marked;
  const std::string& level = before.levels[static_cast<size_t>(mark)].id;
  const auto place = std::ranges::find(after.levels, level, &ScaleLevel::id);
  return place == after.levels.end() ? not_marked : static_cast<int>(place - after.levels.begin());
}

// The id of the scale of a list that a copied one is: the same, or one of its name; else it comes in.
std::string scale_for_copy(Checklist& checklist, const OwnScale& copied, IdSource& fresh) {
  const OwnScale* same = find_scale(checklist, copied.id);
  if (same != nullptr && same->levels == copied.levels) return copied.id;
  const std::string name = search_words(copied.title);
  for (const OwnScale& one : checklist.scales) {
    if (!name.empty() && search_words(one.title) == name) return one.id;
  }
  OwnScale scale = copied;
  if (same != nullptr) scale.id = fresh.next();
  checklist.scales.push_back(scale);
  return scale.id;
}

}  // namespace

ScaleFault fault_of_scale(const OwnScale& scale) {
  if (scale.levels.size() < fewest_levels) return ScaleFault::few_levels;
  if (scale.levels.size() > most_levels) return ScaleFault::many_levels;
  if (most_points(scale) == 0) return ScaleFault::no_points;
  std::set<std::string> said;
  bool is_doubled = false;
  for (const ScaleLevel& level : scale.levels) {
    std::string words = search_words(level.words);
    if (words.empty()) return ScaleFault::empty_words;
    is_doubled = !said.insert(std::move(words)).second || is_doubled;
  }
  return is_doubled ? ScaleFault::same_words : ScaleFault::none;
}

const OwnScale* find_scale(const Checklist& checklist, std::string_view id) {
  const auto found = std::ranges::find(checklist.scales, id, &OwnScale::id);
  return found == checklist.scales.end() ? nullptr : &*found;
}

size_t count_items_on(const Checklist& checklist, std::string_view scale) {
  size_t count = 0;
  for (const CheckGroup& group : checklist.groups) {
    count += static_cast<size_t>(std::ranges::count_if(group.items, [&](const CheckItem& item) {
      const ItemScale used = scale_of(checklist, item);
      return used.own != nullptr && used.own->id == scale;
    }));
  }
  return count;
}

Checklist set_own_scale(Checklist checklist, OwnScale scale) {
  const auto place = std::ranges::find(checklist.scales, scale.id, &OwnScale::id);
  if (place == checklist.scales.end()) {
    checklist.scales.push_back(std::move(scale));
    return checklist;
  }
  for (CheckGroup& group : checklist.groups) {
    for (CheckItem& item : group.items) {
      if (scale_of(checklist, item).own == &*place) item.trial_mark = mark_after(*place, scale, item.trial_mark);
    }
  }
  *place = std::move(scale);
  return checklist;
}

Checklist remove_own_scale(Checklist checklist, std::string_view scale) {
  const Checklist before = checklist;
  if (checklist.own_scale == scale) checklist.own_scale.clear();
  change_items(checklist, [&](CheckItem& item) {
    if (item.own_scale == scale) item.own_scale.clear();
  });
  std::erase_if(checklist.scales, [&](const OwnScale& one) { return one.id == scale; });
  return with_scales(before, std::move(checklist));
}

Checklist with_scales_of_copies(Checklist checklist, const Checklist& source, std::span<const std::string> copies,
                                IdSource& fresh) {
  for (const std::string& copy : copies) {
    CheckItem* item = find_check(checklist, copy);
    const OwnScale* scale = item == nullptr ? nullptr : find_scale(source, item->own_scale);
    if (scale != nullptr) item->own_scale = scale_for_copy(checklist, *scale, fresh);
  }
  return checklist;
}

}  // namespace canvasbook
