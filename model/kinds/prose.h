// The kind `prose`: running text.
#pragma once

#include <string>

namespace canvasbook {

struct Prose {
  static constexpr bool is_list_of_items = false;

  std::string text;  // Markdown

  bool operator==(const Prose&) const = default;
};

}  // namespace canvasbook
