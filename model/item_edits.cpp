#include "model/item_edits.h"

#include <algorithm>
#include <map>
#include <typeindex>
#include <utility>

#include "model/kinds/checklist_scales.h"
#include "model/kinds/item_lists.h"

namespace canvasbook {

namespace {

// Finds the text of a field on the way through a content.
template <class Text>
class FieldFinder : public FieldVisitor<FieldFinder<Text>> {
 public:
  explicit FieldFinder(const FieldPlace& place) : place_(place) {}

  template <class Id>
  void id(std::string_view, Id& value) {
    item_ = value;
  }
  template <class Id>
  void local_id(std::string_view, Id& value) {
    item_ = value;
  }
  template <class Value>
  void text(std::string_view key, Value& value) {
    if (found == nullptr && item_ == place_.item && key == place_.field) found = &value;
  }
  template <class Value>
  void markdown(std::string_view key, Value& value) {
    text(key, value);
  }
  template <class Cells>
  void cells(std::string_view, Cells& values) {
    if (found != nullptr || item_ != place_.item || item_.empty()) return;
    if constexpr (std::is_const_v<Cells>) {
      static const std::string unwritten;
      const auto cell = values.find(place_.field);
      found = cell == values.end() ? &unwritten : &cell->second;
    }
  }
  template <class List>
  void list(std::string_view, List& values) {
    const std::string_view outer = item_;
    for (auto& value : values) {
      if (found != nullptr) return;
      item_ = {};
      describe(*this, value);
    }
    item_ = outer;
  }

  Text* found = nullptr;

 private:
  const FieldPlace& place_;
  std::string_view item_;
};

// Finds the first text of an item, in the order in which it is described; in the row of a sheet the first column.
class FirstFieldFinder : public FieldVisitor<FirstFieldFinder> {
 public:
  explicit FirstFieldFinder(std::string_view item) : item_(item) {}

  void id(std::string_view, const std::string& value) { is_inside_ = value == item_; }
  void local_id(std::string_view, const std::string& value) {
    id({}, value);
    if (column_.empty()) column_ = value;
  }
  void text(std::string_view key, const std::string&) {
    if (is_inside_ && found.empty()) found = key;
  }
  void markdown(std::string_view key, const std::string& value) { text(key, value); }
  template <class Cells>
  void cells(std::string_view, const Cells&) {
    if (is_inside_) found = column_;
  }

  std::string found;

 private:
  std::string_view item_;
  bool is_inside_ = false;
  std::string column_;
};

// Calls visit(std::vector<T>&) for every list of items that have ids of their own in the workbook, the outer ones
// first. `Outer` is what holds the list, where that is an item.
template <class Visit, class Outer = void>
class ListVisitor : public FieldVisitor<ListVisitor<Visit, Outer>> {
 public:
  explicit ListVisitor(Visit& visit) : visit_(visit) {}

  template <class List>
  void list(std::string_view, List& values) {
    if constexpr (!std::is_void_v<Outer>) {
      static_assert(
          requires(Outer & outer) { items_of(outer); }, "an item that holds others needs its items_of");
    }
    visit_(values);
    using Item = typename std::remove_const_t<List>::value_type;
    ListVisitor<Visit, Item> inside(visit_);
    for (auto& value : values) describe(inside, value);
  }
  template <class List>
  void local_list(std::string_view, List&) {}
  void local_id(std::string_view, const std::string&) = delete;  // those stand in a local_list

 private:
  Visit& visit_;
};

template <class AnyContent, class Visit>
void for_each_list(AnyContent& content, Visit visit) {
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) {
          ListVisitor visitor(visit);
          describe(visitor, kind);
        }
      },
      content);
}

// A new item of a list; the ids of it and of what it holds are added to `added`.
template <class Item>
Item made_item(IdSource& fresh, std::vector<std::string>& added) {
  Item item;
  item.id = fresh.next();
  added.push_back(item.id);
  if constexpr (std::same_as<Item, Response>) item.answers.push_back(made_item<Answer>(fresh, added));
  if constexpr (std::same_as<Item, CheckGroup>) item.items.push_back(made_item<CheckItem>(fresh, added));
  return item;
}

// The ids of copies by those of what they were made of.
using CopiedIds = std::map<std::string, std::string>;

template <class Item>
void give_fresh_ids(Item& item, IdSource& fresh, std::vector<std::string>& added, CopiedIds& copied) {
  IdVisitor visitor([&](std::string& id) {
    const std::string was = std::exchange(id, fresh.next());
    copied.emplace(was, id);
    added.push_back(id);
  });
  describe(visitor, item);
  if constexpr (std::same_as<Item, CheckItem>) item.trial_mark = not_marked;
  if constexpr (std::same_as<Item, CheckGroup>) {
    for (CheckItem& inner : item.items) inner.trial_mark = not_marked;
  }
}

// A copied check item is opened by the copy of what opened it, or else by that itself where it is in the list.
void lead_openers_to_copies(Content& content, const CopiedIds& copied) {
  auto* checklist = std::get_if<Checklist>(&content);
  if (checklist == nullptr) return;
  for (const auto& ids : copied) {
    CheckItem* copy = find_check(*checklist, ids.second);
    if (copy == nullptr || copy->opens_on.empty()) continue;
    const auto opener = copied.find(copy->opens_on);
    if (opener != copied.end()) {
      copy->opens_on = opener->second;
    } else if (find_check(*checklist, copy->opens_on) == nullptr) {
      copy->opens_on.clear();
    }
  }
}

template <class List>
concept HoldsLists = requires(typename List::value_type& outer) {
  items_of(outer);
};

enum class Inserted { nowhere, behind, at_end };

// Puts items into the list of their kind where `after` stands, or into the one that belongs to it, else at the end of
// the one of this number, or of the last.
template <class List>
Inserted insert_behind(Content& content, std::string_view after, const List& copies, size_t number) {
  bool done = false;
  size_t count = 0;
  List* last = nullptr;
  const auto insert = [&](List& list, typename List::iterator place) {
    list.insert(place, copies.begin(), copies.end());
    done = true;
  };
  for_each_list(content, [&](auto& list) {
    using Other = std::remove_reference_t<decltype(list)>;
    if constexpr (std::same_as<Other, List>) {
      if (count++ <= number) last = &list;
      const auto place = place_in(list, after);
      if (!done && place != list.end()) insert(list, place + 1);
    }
    if constexpr (HoldsLists<Other>) {
      for (auto outer = list.begin(); outer != list.end() && !done; ++outer) {
        auto& inner = items_of(*outer);
        if constexpr (std::same_as<std::remove_reference_t<decltype(inner)>, List>) {
          if (outer->id == after) insert(inner, inner.end());
        } else if constexpr (std::same_as<Other, List>) {
          if (place_in(inner, after) != inner.end()) return insert(list, outer + 1);
        }
      }
    }
  });
  if (done) return Inserted::behind;
  if (last == nullptr) return Inserted::nowhere;
  insert(*last, last->end());
  return Inserted::at_end;
}

// The speaker of a line that follows `at` lines: the one who does not speak before it.
std::string next_speaker(const Dialogue& dialogue, size_t at) {
  if (dialogue.speakers.empty()) return {};
  const std::string& last = at == 0 ? std::string() : dialogue.lines[at - 1].speaker;
  for (size_t i = at; i-- > 0;) {
    if (dialogue.lines[i].speaker != last) return dialogue.lines[i].speaker;
  }
  const auto other = std::ranges::find_if(dialogue.speakers, [&](const Speaker& one) { return one.id != last; });
  return other == dialogue.speakers.end() ? dialogue.speakers.front().id : other->id;
}

void give_speaker(Content& content, std::string_view line) {
  auto* dialogue = std::get_if<Dialogue>(&content);
  if (dialogue == nullptr) return;
  const auto place = place_in(dialogue->lines, line);
  if (place == dialogue->lines.end()) return;
  place->speaker = next_speaker(*dialogue, static_cast<size_t>(place - dialogue->lines.begin()));
}

}  // namespace

const std::string* find_field(const Content& content, const FieldPlace& place) {
  FieldFinder<const std::string> finder(place);
  std::visit(
      [&](const auto& kind) {
        if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) describe(finder, kind);
      },
      content);
  return finder.found;
}

std::string first_field(const Content& content, std::string_view item) {
  FirstFieldFinder finder(item);
  std::visit(
      [&](const auto& kind) {
        if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) describe(finder, kind);
      },
      content);
  return finder.found;
}

Content set_field(Content content, const FieldPlace& place, std::string text) {
  if (auto* sheet = std::get_if<Sheet>(&content); sheet != nullptr && find_item(sheet->rows, place.item) != nullptr) {
    return set_cell(std::move(*sheet), place.item, place.field, std::move(text));
  }
  FieldFinder<std::string> finder(place);
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) describe(finder, kind);
      },
      content);
  if (finder.found != nullptr) *finder.found = std::move(text);
  return content;
}

std::vector<std::string> items_in_order(const Content& content) {
  std::vector<std::string> ids;
  if (!holds_items(content)) return ids;
  for_each_item_id(content, [&](const std::string& id) { ids.push_back(id); });
  return ids;
}

ItemEdit add_item_after(Content content, std::string_view item, IdSource& fresh) {
  ItemEdit edit{std::move(content), {}};
  for_each_list(edit.content, [&](auto& list) {
    const auto place = place_in(list, item);
    if (!edit.added.empty() || place == list.end()) return;
    using Item = typename std::remove_reference_t<decltype(list)>::value_type;
    list.insert(place + 1, made_item<Item>(fresh, edit.added));
  });
  if (!edit.added.empty()) give_speaker(edit.content, edit.added.front());
  return edit;
}

ItemEdit add_last_item(Content content, IdSource& fresh) {
  ItemEdit edit{std::move(content), {}};
  const auto add = [&](auto& list) {
    using Item = typename std::remove_reference_t<decltype(list)>::value_type;
    list.push_back(made_item<Item>(fresh, edit.added));
  };
  std::visit(
      [&](auto& kind) {
        if constexpr (DescribedKind<std::remove_cvref_t<decltype(kind)>>) add(main_list(kind));
      },
      edit.content);
  if (!edit.added.empty()) give_speaker(edit.content, edit.added.front());
  return edit;
}

ItemEdit add_item_inside(Content content, std::string_view item, IdSource& fresh) {
  ItemEdit edit{std::move(content), {}};
  for_each_list(edit.content, [&](auto& list) {
    using Outer = typename std::remove_reference_t<decltype(list)>::value_type;
    if constexpr (requires(Outer & outer) { items_of(outer); }) {
      const auto place = place_in(list, item);
      if (place == list.end() || !edit.added.empty()) return;
      using Inner = typename std::remove_reference_t<decltype(items_of(*place))>::value_type;
      items_of(*place).push_back(made_item<Inner>(fresh, edit.added));
    }
  });
  return edit;
}

ItemEdit duplicate_items(Content content, const ItemIds& items, IdSource& fresh) {
  ItemEdit edit{std::move(content), {}};
  CopiedIds copied;
  for_each_list(edit.content, [&](auto& list) {
    std::remove_reference_t<decltype(list)> copies;
    size_t behind = 0;
    for (size_t i = 0; i < list.size(); ++i) {
      if (!items.contains(list[i].id)) continue;
      copies.push_back(list[i]);
      give_fresh_ids(copies.back(), fresh, edit.added, copied);
      behind = i + 1;
    }
    list.insert(list.begin() + static_cast<std::ptrdiff_t>(behind), copies.begin(), copies.end());
  });
  lead_openers_to_copies(edit.content, copied);
  return edit;
}

ItemEdit insert_copies(Content content, std::string_view after, Content source, const ItemIds& items, IdSource& fresh) {
  ItemEdit edit{std::move(content), {}};
  if (edit.content.index() != source.index()) return edit;
  ItemIds inside;  // what chosen items bring along
  for_each_list(source, [&](auto& list) {
    if constexpr (HoldsLists<std::remove_reference_t<decltype(list)>>) {
      for (auto& outer : list) {
        if (!items.contains(outer.id)) continue;
        for (const auto& inner : items_of(outer)) inside.insert(inner.id);
      }
    }
  });
  struct Place {
    std::string behind;  // what was inserted last
    size_t number = 0;   // of the list in the source
  };
  std::map<std::type_index, Place> places;  // by the kind of list
  CopiedIds copied;
  for_each_list(source, [&](auto& list) {
    using List = std::remove_reference_t<decltype(list)>;
    List copies;
    std::vector<std::string> added;
    for (const auto& item : list) {
      if (!items.contains(item.id) || inside.contains(item.id)) continue;
      copies.push_back(item);
      give_fresh_ids(copies.back(), fresh, added, copied);
    }
    Place& place = places.try_emplace(typeid(List), Place{std::string(after), 0}).first->second;
    const size_t number = place.number++;
    if (copies.empty()) return;
    const Inserted inserted = insert_behind(edit.content, place.behind, copies, number);
    if (inserted == Inserted::nowhere) return;
    if (inserted == Inserted::behind) place.behind = copies.back().id;
    edit.added.insert(edit.added.end(), added.begin(), added.end());
  });
  lead_openers_to_copies(edit.content, copied);
  if (auto* checklist = std::get_if<Checklist>(&edit.content)) {
    *checklist = with_scales_of_copies(std::move(*checklist), std::get<Checklist>(source), edit.added, fresh);
  }
  return edit;
}

Content remove_items(Content content, const ItemIds& items) {
  for_each_list(content,
                [&](auto& list) { std::erase_if(list, [&](const auto& item) { return items.contains(item.id); }); });
  return content;
}

Content move_items(Content content, const ItemIds& items, int step) {
  for_each_list(content, [&](auto& list) {
    const auto chosen = [&](size_t i) { return items.contains(list[i].id); };
    if (step < 0) {
      for (size_t i = 1; i < list.size(); ++i) {
        if (chosen(i) && !chosen(i - 1)) std::swap(list[i], list[i - 1]);
      }
    } else {
      for (size_t i = list.size(); i-- > 1;) {
        if (chosen(i - 1) && !chosen(i)) std::swap(list[i], list[i - 1]);
      }
    }
  });
  return content;
}

Content move_items_to(Content content, const ItemIds& items, std::string_view target, Side side) {
  if (items.contains(target)) return content;
  bool done = false;
  for_each_list(content, [&](auto& goal) {
    if (done || place_in(goal, target) == goal.end()) return;
    done = true;
    using List = std::remove_reference_t<decltype(goal)>;
    List taken;
    for_each_list(content, [&](auto& list) {
      if constexpr (std::same_as<std::remove_reference_t<decltype(list)>, List>) {
        for (auto& item : list) {
          if (items.contains(item.id)) taken.push_back(item);
        }
      }
    });
    if (taken.empty()) return;
    ItemIds moved;
    for (const auto& item : taken) moved.insert(item.id);
    for_each_list(content, [&](auto& list) {
      if constexpr (std::same_as<std::remove_reference_t<decltype(list)>, List>) {
        std::erase_if(list, [&](const auto& item) { return moved.contains(item.id); });
      }
    });
    goal.insert(place_in(goal, target) + (side == Side::behind ? 1 : 0), taken.begin(), taken.end());
  });
  return content;
}

}  // namespace canvasbook
