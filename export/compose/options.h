// What is composed, and how.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/base/date.h"
#include "model/placeholders.h"
#include "model/review/review.h"
#include "model/visit_results.h"
#include "model/workbook.h"

namespace canvasbook {

// An earlier state of the workbook, to compare it with.
struct OlderCopy {
  Workbook workbook;
  std::string name;  // of its file, without folders
};

// Whether a document or a section is one of those with these ids; no ids are all.
inline bool is_chosen(const std::string& id, const std::vector<std::string>& chosen) {
  return chosen.empty() || std::ranges::find(chosen, id) != chosen.end();
}

struct ComposeOptions {
  std::vector<std::string> documents;  // ids, in the order of the workbook whatever their order here; empty for all
  std::optional<std::vector<Finding>> findings;  // printed behind each document, with the reasons of the dismissed ones
  Date date;                                     // printed on the pages
  // The tables that define placeholders and the author's notes too: they are for work and not for paper.
  bool with_definitions = false;
  PlaceholderValues values = {};                // over what the workbook says, for this time
  std::shared_ptr<const OlderCopy> older = {};  // of the form that compares
  std::vector<std::string> sections = {};       // ids, of these alone; empty for all of the documents
  ResultFilter results = {};                    // of the form that reports visits
  std::optional<double> target = {};            // 0 … 1, in place of what the visits say
  ResultsBy results_by = ResultsBy::place;      // what its first chart compares
};

}  // namespace canvasbook
