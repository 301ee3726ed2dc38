// Composing a workbook into a print document: what is printed, in which order, under which headings.
#pragma once

#include <string>
#include <vector>

#include "export/print_document.h"
#include "model/workbook.h"

namespace canvasbook {

struct ComposeOptions {
  std::vector<std::string> documents;  // ids, in the order of the workbook whatever their order here; empty for all
  bool with_review = false;            // adds what the review found, and what was dismissed and why
  Date date;                           // printed on the pages
};

// Each document in its own language. An unknown id is passed over.
PrintDocument compose(const Workbook& workbook, const ComposeOptions& options);

}  // namespace canvasbook
