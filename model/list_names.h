// What a name means in a check list: an item, or a line of its head.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/kinds/checklist.h"

namespace canvasbook {

struct ListName {
  std::optional<size_t> item = {};  // its place in the order of the items
  std::string line = {};            // id of a head line, or empty
  bool is_ambiguous = false;        // several are called so

  bool is_known() const { return item.has_value() || !line.empty(); }
};

// By ids, or else by texts and titles, whatever their capitals and spaces.
class ListNames {
 public:
  explicit ListNames(const Checklist& list);
  ListName find(std::string_view name) const;

 private:
  std::unordered_map<std::string, ListName> names_;
};

}  // namespace canvasbook
