#include "editor/session/examples.h"

#include <span>
#include <string>

#include "model/base/embedded_file.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_examples();

std::string_view example_text(Language language) {
  const std::string ending = "." + std::string(language_code(language)) + ".canvasbook";
  for (const EmbeddedFile& file : embedded_examples()) {
    if (std::string_view(file.name).ends_with(ending)) return file.bytes;
  }
  return {};
}

}  // namespace canvasbook
