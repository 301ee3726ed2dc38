// Which documents and sections an export has.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

// The ids of documents and of sections that are left out.
struct ExportParts {
  std::set<std::string> documents;
  std::set<std::string> sections;

  bool has(const Document& document) const { return !documents.contains(document.id); }
  bool prints(const Document& document, const Section& section) const {
    return has(document) && !sections.contains(section.id);
  }
  // Ids of the sections of the chosen documents; none where no section is left out.
  std::vector<std::string> chosen_sections(const Workbook& workbook) const;
  // How many sections those of these documents that are chosen have, and how many of them are left out.
  size_t count_sections(const std::vector<const Document*>& of) const;
  size_t count_left_out(const std::vector<const Document*>& of) const;

  void forget_missing(const Workbook& workbook);

  bool operator==(const ExportParts&) const = default;
};

}  // namespace canvasbook
