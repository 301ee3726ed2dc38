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

}  // namespace canvasbook
