// Which sections of the chosen documents an export has: the list in its dialog.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "editor/frame/dialog_fields.h"
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
  // How many sections the chosen documents have, and how many of them are left out.
  size_t count_sections(const Workbook& workbook) const;
  size_t count_left_out(const Workbook& workbook) const;

  void forget_missing(const Workbook& workbook);

  bool operator==(const ExportParts&) const = default;
};

// The sections of the chosen documents as boxes to check, below the titles of these. A click on a section takes the
// deeper ones behind it along, one on a title all of its document.
void draw_export_sections(App& app, DialogFocus& focus, const Workbook& workbook, ExportParts& left_out);

}  // namespace canvasbook
