// A file that was built into the program: a catalog, a template, a font.
#pragma once

#include <span>
#include <string_view>

namespace canvasbook {

struct EmbeddedFile {
  std::string_view name;   // path relative to its folder, such as "ru/lean_canvas.json"
  std::string_view bytes;  // followed by a zero byte that does not count
};

}  // namespace canvasbook
