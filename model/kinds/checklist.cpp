#include "model/kinds/checklist.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

const OwnScale* own_scale_of(const Checklist& checklist, const std::string& id) {
  if (id.empty()) return nullptr;
  const auto found = std::ranges::find(checklist.scales, id, &OwnScale::id);
  return found == checklist.scales.end() ? nullptr : &*found;
}

}  // namespace

ItemScale scale_of(const Checklist& checklist) {
  if (const OwnScale* own = own_scale_of(checklist, checklist.own_scale)) return ItemScale(*own);
  return checklist.scale == Scale::inherited ? Scale::yes_no : checklist.scale;
}

ItemScale scale_of(const Checklist& checklist, const CheckItem& item) {
  if (const OwnScale* own = own_scale_of(checklist, item.own_scale)) return ItemScale(*own);
  return item.scale == Scale::inherited ? scale_of(checklist) : item.scale;
}

const CheckItem* find_check(const Checklist& checklist, std::string_view id) {
  for (const CheckGroup& group : checklist.groups) {
    if (const CheckItem* item = find_item(group.items, id)) return item;
  }
  return nullptr;
}

CheckItem* find_check(Checklist& checklist, std::string_view id) {
  return const_cast<CheckItem*>(find_check(std::as_const(checklist), id));
}

std::string number_of_check(const Checklist& checklist, std::string_view item) {
  for (size_t g = 0; g < checklist.groups.size(); ++g) {
    const auto& items = checklist.groups[g].items;
    const auto place = std::ranges::find(items, item, &CheckItem::id);
    if (place != items.end()) {
      return std::to_string(g + 1) + "." + std::to_string(static_cast<size_t>(place - items.begin()) + 1);
    }
  }
  return {};
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
      if (have_same_marks(scale_of(before, before.groups[g].items[i]), scale_of(after, items[i]))) continue;
      items[i].threshold = 0;
      items[i].least_points = 0;
      if (items[i].trial_mark >= 0) items[i].trial_mark = not_marked;
    }
  }
  return after;
}

CarriedChecks carry_over_groups(Checklist checklist, const std::set<std::string, std::less<>>& chosen, int step) {
  CarriedChecks result{std::move(checklist), {}};
  auto& groups = result.checklist.groups;
  const auto is_chosen = [&](const CheckItem& item) { return chosen.contains(item.id); };
  const auto carry = [&](auto& from, auto first, auto last, auto& to, auto where) {
    for (auto item = first; item != last; ++item) result.carried.insert(item->id);
    to.insert(where, std::make_move_iterator(first), std::make_move_iterator(last));
    from.erase(first, last);
  };
  for (size_t i = 0; i + 1 < groups.size(); ++i) {  // each group gives before it is given to
    const size_t upper = step < 0 ? i : groups.size() - 2 - i;
    auto& above = groups[upper].items;
    auto& below = groups[upper + 1].items;
    if (step < 0) {
      carry(below, below.begin(), std::ranges::find_if_not(below, is_chosen), above, above.end());
    } else {
      carry(above, std::find_if_not(above.rbegin(), above.rend(), is_chosen).base(), above.end(), below, below.begin());
    }
  }
  return result;
}

}  // namespace canvasbook
