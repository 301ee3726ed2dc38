// A test for each language of the program, for those that take long: both cores then have one.
#pragma once

#include "model/base/language.h"

namespace canvasbook {

// For TEST_CASE_TEMPLATE("...", InLanguage, InRussian, InEnglish).
struct InRussian {
  static constexpr Language language = Language::ru;
};
struct InEnglish {
  static constexpr Language language = Language::en;
};

}  // namespace canvasbook
