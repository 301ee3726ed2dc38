// Sections that come from elsewhere: copies inside a workbook, and sections of another workbook with what they use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

struct SectionCopy {
  Workbook workbook;
  std::string section;  // id of the copy; empty where there was nothing to copy
};

// A copy right behind a section, with fresh ids; links to items of other sections stay.
SectionCopy duplicate_section(Workbook workbook, std::string_view section, IdSource& fresh);

struct TakenSections {
  Workbook workbook;
  std::vector<std::string> sections;  // ids of what was taken, in order; empty where nothing was
  size_t joined = 0;                  // entries of registers that were there by the same name
  size_t brought = 0;                 // entries that came along with what names them
  size_t left = 0;                    // entries that came not: the workbook has no place that defines such
};

// Copies sections of another workbook into a document from a place on, which is clamped to the end, in the order of
// the other workbook and with fresh ids. The first stands at the level of its new siblings, the others as far above or
// below it as they were, as far as there are levels. Segments and touchpoints that they name are those of the same name
// here; what is not here comes along, a segment with its colour and details. A segment note of the same name as one
// here stands for that one. Other links out of the sections are gone. Sections that are not there are passed over.
TakenSections take_sections(Workbook workbook, const Workbook& from, const std::vector<std::string>& sections,
                            std::string_view document, size_t position, IdSource& fresh);

}  // namespace canvasbook
