// Filling in the placeholders of what was composed. Internal to export/.
#pragma once

#include <string>
#include <vector>

#include "export/print_document.h"
#include "model/placeholders.h"

namespace canvasbook {

// Puts what its placeholders stand for into every text of a part but code; see filled().
void fill_placeholders(PrintPart& part, const Placeholders& placeholders);

// The same in what a text was read as, but that names without a value stay as they are written; see with_values().
void fill_values(Spans& spans, const Placeholders& placeholders);
void fill_values(std::vector<RichBlock>& blocks, const Placeholders& placeholders);

// All texts of a print document but code, in their order.
std::vector<std::string> printed_texts(const PrintDocument& print);

}  // namespace canvasbook
