// Filling in the placeholders of what was composed. Internal to export/.
#pragma once

#include "export/print_document.h"
#include "model/placeholders.h"

namespace canvasbook {

// Puts what its placeholders stand for into every text of a part but code; see filled().
void fill_placeholders(PrintPart& part, const Placeholders& placeholders);

}  // namespace canvasbook
