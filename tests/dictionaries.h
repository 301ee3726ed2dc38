// The dictionaries of the system, read once for all tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/text/spelling.h"

namespace canvasbook::samples {

inline std::shared_ptr<const Spelling> shared_spelling() {
  static const auto dictionaries = std::make_shared<const Spelling>(std::vector<std::string>{"/usr/share/hunspell"});
  return dictionaries;
}

inline const Spelling& spelling() { return *shared_spelling(); }

}  // namespace canvasbook::samples
