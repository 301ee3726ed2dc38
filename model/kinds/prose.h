// The kind `prose`: running text.
#pragma once

#include <string>

namespace canvasbook {

struct Prose {
  std::string text;  // Markdown

  bool operator==(const Prose&) const = default;
};

}  // namespace canvasbook
