// Sections by the names that are typed on the command line. Internal to editor/.
#pragma once

#include <string>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

template <class Matches>
std::vector<const Section*> sections_where(const Workbook& workbook, Matches matches) {
  std::vector<const Section*> found;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (matches(*section)) found.push_back(&*section);
    }
  }
  return found;
}

// The section that has this id, or all that have this title.
std::vector<const Section*> sections_called(const Workbook& workbook, const std::string& name);

// "sales_objections (Objections), …"
std::string list_of_sections(const std::vector<const Section*>& sections);

// The ids and titles of all sections.
std::vector<std::string> names_of_sections(const Workbook& workbook);

}  // namespace canvasbook
