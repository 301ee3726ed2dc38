// Pure edits of lists of items that have ids, of any kind: each returns the list after it. An item that is not there
// leaves the list as it was. `position` counts from 0, is the place that the item then has, and is clamped to the end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canvasbook {

template <class T>
auto place_in(std::vector<T>& list, std::string_view id) {
  return std::ranges::find(list, id, &T::id);
}

// The item with an id, or nullptr.
template <class T>
const T* find_item(const std::vector<T>& list, std::string_view id) {
  const auto found = std::ranges::find(list, id, &T::id);
  return found == list.end() ? nullptr : &*found;
}

template <class T>
std::vector<T> add_item(std::vector<T> list, T item, size_t position = SIZE_MAX) {
  const size_t at = std::min(position, list.size());
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
  return list;
}

// Replaces the item with the same id.
template <class T>
std::vector<T> set_item(std::vector<T> list, const T& item) {
  const auto found = place_in(list, item.id);
  if (found != list.end()) *found = item;
  return list;
}

template <class T>
std::vector<T> remove_item(std::vector<T> list, std::string_view id) {
  const auto found = place_in(list, id);
  if (found != list.end()) list.erase(found);
  return list;
}

template <class T>
std::vector<T> move_item(std::vector<T> list, std::string_view id, size_t position) {
  const auto found = place_in(list, id);
  if (found == list.end()) return list;
  T moved = std::move(*found);
  list.erase(found);
  return add_item(std::move(list), std::move(moved), position);
}

// The same for lists inside of items: the answers of responses, the items of the groups of a check list. `items_of` of
// the outer item names its list. An outer item that is not there leaves all as it was.
template <class Outer, class T>
std::vector<Outer> add_inner(std::vector<Outer> list, std::string_view outer, T item, size_t position = SIZE_MAX) {
  const auto found = place_in(list, outer);
  if (found != list.end()) items_of(*found) = add_item(std::move(items_of(*found)), std::move(item), position);
  return list;
}

template <class Outer, class T>
std::vector<Outer> set_inner(std::vector<Outer> list, const T& item) {
  for (Outer& outer : list) items_of(outer) = set_item(std::move(items_of(outer)), item);
  return list;
}

template <class Outer>
std::vector<Outer> remove_inner(std::vector<Outer> list, std::string_view id) {
  for (Outer& outer : list) items_of(outer) = remove_item(std::move(items_of(outer)), id);
  return list;
}

// Moves an inner item inside its list or to that of another outer item.
template <class Outer>
std::vector<Outer> move_inner(std::vector<Outer> list, std::string_view id, std::string_view to, size_t position) {
  const auto target = place_in(list, to);
  if (target == list.end()) return list;
  for (Outer& outer : list) {
    const auto found = place_in(items_of(outer), id);
    if (found == items_of(outer).end()) continue;
    auto moved = std::move(*found);
    items_of(outer).erase(found);
    items_of(*target) = add_item(std::move(items_of(*target)), std::move(moved), position);
    break;
  }
  return list;
}

}  // namespace canvasbook
