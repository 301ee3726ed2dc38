// What the system said, in the user's language.
#pragma once

#include <string>

#include "model/base/catalog.h"

namespace canvasbook {

// The words for an errno.
std::string system_reason(const Catalog& words, int number);

// "FILE: no space on the disk", without what to do; of an error that the system did not give, its sentence.
std::string what_failed(const Catalog& words, const Error& error);

}  // namespace canvasbook
