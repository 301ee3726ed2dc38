// Where the parts of a document stand on its pages, and how many pages they take.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "export/pages.h"
#include "model/workbook.h"

namespace canvasbook {

struct PartOnPaper {
  int page = 1;    // on which it begins, from 1
  int tenths = 1;  // of pages that it takes, at least 1

  bool operator==(const PartOnPaper&) const = default;
};

struct SectionOnPaper {
  PartOnPaper whole;                  // with the deeper sections behind it, which belong to it
  std::vector<PartOnPaper> headings;  // inside it, in their order; each with the deeper ones behind it

  bool operator==(const SectionOnPaper&) const = default;
};

// By the id of each section under whose heading, or the first heading inside it, something stands on the pages. A page
// that was left before its end counts as far as it is filled.
using PaperParts = std::map<std::string, SectionOnPaper, std::less<>>;
PaperParts parts_on_paper(const Workbook& workbook, const Pages& pages);

}  // namespace canvasbook
