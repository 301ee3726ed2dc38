// What the review is told of sections in which nobody wrote yet.
#pragma once

#include <functional>

#include "model/workbook.h"

namespace canvasbook {

// Whether a section of a document is still as its template has it: nothing is said about it then.
using IsUntouched = std::function<bool(const Document&, const Section&)>;

}  // namespace canvasbook
