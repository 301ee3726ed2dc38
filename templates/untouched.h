// What of a document is still as its template has it.
#pragma once

#include "model/workbook.h"

namespace canvasbook {

// Whether all texts of a section are those of a section of the document's template. No for a document that was made
// from none of the library.
bool is_untouched(const Document& document, const Section& section);

}  // namespace canvasbook
