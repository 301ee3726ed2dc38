// A test for each language of the program, for those that take long: both cores then have one.
#pragma once

#include "model/base/language.h"

namespace canvasbook {

// Those in which a test that takes long tries something. The sanitizers look at memory, which is the same in both.
#ifdef CANVASBOOK_SANITIZE
inline constexpr Language tried_languages[] = {Language::ru};
#else
inline constexpr Language tried_languages[] = {Language::ru, Language::en};
#endif

// For TEST_CASE_TEMPLATE("...", InLanguage, InRussian, InEnglish).
struct InRussian {
  static constexpr Language language = Language::ru;
};
struct InEnglish {
  static constexpr Language language = Language::en;
};

}  // namespace canvasbook
