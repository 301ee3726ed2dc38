// The dictionaries of the system, read once for all tests.
#pragma once

#include "model/text/spelling.h"

namespace canvasbook::samples {

inline const Spelling& spelling() {
  static const Spelling dictionaries({"/usr/share/hunspell"});
  return dictionaries;
}

}  // namespace canvasbook::samples
