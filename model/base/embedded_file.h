// A file that was built into the program: a catalog, a template, a font.
#pragma once

#include <span>
#include <string_view>

namespace canvasbook {

struct EmbeddedFile {
  std::string_view name;   // path relative to its folder, such as "ru/lean_canvas.json"
  std::string_view bytes;  // followed by a zero byte that does not count
};

// What is in the file with a name, or empty.
inline std::string_view embedded_bytes(std::span<const EmbeddedFile> files, std::string_view name) {
  for (const EmbeddedFile& file : files) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

}  // namespace canvasbook
