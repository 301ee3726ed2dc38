// The elements of a list by their ids, for where as many are looked up as the list may have.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

namespace canvasbook {

// Points into the list, which must outlive it unchanged. Of several with one id the first counts.
template <class Element>
class IdIndex {
 public:
  IdIndex() = default;
  explicit IdIndex(const std::vector<Element>& list) {
    elements_.reserve(list.size());
    for (const Element& element : list) add(element);
  }

  // An element of another list as well, which must outlive it too.
  void add(const Element& element) { elements_.emplace(element.id, &element); }

  // The element with an id, or nullptr.
  const Element* find(std::string_view id) const {
    const auto found = elements_.find(id);
    return found == elements_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string_view, const Element*> elements_;
};

}  // namespace canvasbook
