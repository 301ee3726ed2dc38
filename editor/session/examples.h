// The example workbooks, which the program carries with it.
#pragma once

#include <string_view>

#include "model/base/language.h"

namespace canvasbook {

// The text of the example's file in a language.
std::string_view example_text(Language language);

}  // namespace canvasbook
