#include "model/kinds/checklist_openers.h"

#include <algorithm>
#include <utility>

#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

// The item that another one names to be opened by, if it is another one of the list.
const CheckItem* named_opener(const Checklist& checklist, const CheckItem& item) {
  return item.opens_on.empty() || item.opens_on == item.id ? nullptr : find_check(checklist, item.opens_on);
}

bool opens_some(const Checklist& checklist, std::string_view item) {
  return std::ranges::any_of(checklist.groups, [&](const CheckGroup& group) {
    return std::ranges::any_of(group.items,
                               [&](const CheckItem& other) { return other.id != item && other.opens_on == item; });
  });
}

// The item taken out of its group.
CheckItem taken_out(Checklist& checklist, std::string_view item) {
  for (CheckGroup& group : checklist.groups) {
    const auto place = place_in(group.items, item);
    if (place == group.items.end()) continue;
    CheckItem taken = std::move(*place);
    group.items.erase(place);
    return taken;
  }
  return {};
}

void put_behind_opener(Checklist& checklist, CheckItem item) {
  for (CheckGroup& group : checklist.groups) {
    const auto opener = place_in(group.items, item.opens_on);
    if (opener == group.items.end()) continue;
    const auto behind = std::find_if(opener + 1, group.items.end(),
                                     [&](const CheckItem& other) { return other.opens_on != item.opens_on; });
    group.items.insert(behind, std::move(item));
    return;
  }
}

}  // namespace

OpenerFault fault_of_opener(const Checklist& checklist, std::string_view item, std::string_view opener) {
  if (item == opener) return OpenerFault::itself;
  const CheckItem* named = find_check(checklist, opener);
  if (named == nullptr || find_check(checklist, item) == nullptr) return OpenerFault::missing;
  if (named->opens_on == item) return OpenerFault::ring;
  if (named_opener(checklist, *named) != nullptr) return OpenerFault::chained;
  return opens_some(checklist, item) ? OpenerFault::opens_others : OpenerFault::none;
}

const CheckItem* opener_of(const Checklist& checklist, const CheckItem& item) {
  const CheckItem* named = named_opener(checklist, item);
  return named == nullptr || named_opener(checklist, *named) != nullptr ? nullptr : named;
}

bool has_openers(const Checklist& checklist) {
  return std::ranges::any_of(checklist.groups, [](const CheckGroup& group) {
    return std::ranges::any_of(group.items, [](const CheckItem& item) { return !item.opens_on.empty(); });
  });
}

bool opens(ItemScale scale, int mark) {
  if (mark == mark_not_applicable) return false;
  if (scale.own != nullptr) return 2 * points_of(*scale.own, mark) <= most_points(*scale.own);
  const int points = largest_points(scale);
  return points > 1 ? 2 * mark <= points : mark <= mark_partly;
}

bool is_closed(const Checklist& checklist, const CheckItem& item, const Marks& marks) {
  const CheckItem* opener = opener_of(checklist, item);
  if (opener == nullptr) return false;
  const auto mark = marks.find(opener->id);
  return mark == marks.end() || !opens(scale_of(checklist, *opener), mark->second);
}

std::string opens_words(ItemScale scale, const std::string& number, const Catalog& words) {
  if (scale.own != nullptr) {
    std::string levels;
    for (const int mark : marks_of(scale)) {
      if (!opens(scale, mark)) continue;
      levels += (levels.empty() ? "" : ", ") + words.text("quote", {{"text", mark_words(scale, mark, words)}});
    }
    return words.text("paper.opens_levels", {{"number", number}, {"levels", levels}});
  }
  const int points = largest_points(scale);
  if (points > 1) {
    return words.text("paper.opens_points", {{"number", number}, {"most", std::to_string(points / 2)}});
  }
  return words.text(scale == Scale::yes_no_partly ? "paper.opens_partly" : "paper.opens_no", {{"number", number}});
}

Checklist set_opener(Checklist checklist, std::string_view item, std::string_view opener) {
  CheckItem* found = find_check(checklist, item);
  if (found == nullptr) return checklist;
  if (opener.empty()) {
    found->opens_on.clear();
    return checklist;
  }
  if (found->opens_on == opener || fault_of_opener(checklist, item, opener) != OpenerFault::none) return checklist;
  CheckItem moved = taken_out(checklist, item);
  moved.opens_on = opener;
  put_behind_opener(checklist, std::move(moved));
  return checklist;
}

}  // namespace canvasbook
