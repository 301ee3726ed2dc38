// When something happened, in the words that people use for it.
#pragma once

#include <string>
#include <string_view>

#include "model/base/catalog.h"

namespace canvasbook {

// "today at 12:40", "yesterday at 18:05" or "16 November 2026". Both moments are "2026-11-21 12:40"; one that is not
// comes back as it is.
std::string moment_words(const Catalog& words, std::string_view moment, std::string_view now);

}  // namespace canvasbook
