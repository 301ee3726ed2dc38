// Composing a workbook into a print document: what is printed, in which order, under which headings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/print_document.h"
#include "model/review.h"
#include "model/workbook.h"

namespace canvasbook {

struct ComposeOptions {
  std::vector<std::string> documents;  // ids, in the order of the workbook whatever their order here; empty for all
  std::optional<std::vector<Finding>> findings;  // printed behind each document, with the reasons of the dismissed ones
  Date date;                                     // printed on the pages
};

// Each document in its own language. An unknown id is passed over.
PrintDocument compose(const Workbook& workbook, const ComposeOptions& options);

}  // namespace canvasbook
