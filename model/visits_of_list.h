// The visits of a check list in a workbook, and the check list of visits.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/base/catalog.h"
#include "model/workbook.h"

namespace canvasbook {

inline constexpr std::string_view visits_role = "visits";

struct VisitsPlace {
  const Document* document = nullptr;
  const Section* section = nullptr;
  const Visits* visits = nullptr;  // nullptr where there are none
};

// All sections of visits, in the order of the workbook.
std::vector<VisitsPlace> all_visits(const Workbook& workbook);

// The first section with visits of a check list.
VisitsPlace find_visits_of(const Workbook& workbook, std::string_view checklist);

// The list as it is now; nullptr where its section is gone: then the visits are kept, and only looked at.
const Checklist* current_list(const Workbook& workbook, const Visits& visits);

// What the visits' list is called: the title of its section, or of the latest revision where that is gone.
std::string title_of_list(const Workbook& workbook, const Visits& visits);

struct VisitsSection {
  Workbook workbook;
  std::string section;  // id; empty where the check list is not there
};

// The section with the visits of a check list, which is put behind it, named after it in the language of its document,
// where there is none yet.
VisitsSection with_visits_section(Workbook workbook, std::string_view checklist, IdSource& fresh);

}  // namespace canvasbook
