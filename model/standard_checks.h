// Check items that measure service standards: which do, and making them of a standard.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/item_edits.h"
#include "model/workbook.h"

namespace canvasbook {

// The role of the sheets whose rows are service standards.
inline constexpr std::string_view standards_role = "standards";

// The sheet of a section of service standards; nullptr for another section.
const Sheet* standards_in(const Section& section);

// What each service standard of the workbook is called, on one line, by its id.
using StandardNames = std::unordered_map<std::string, std::string>;
StandardNames names_of_standards(const Workbook& workbook);

// The items that measure a standard, in the order of the workbook.
std::vector<const CheckItem*> checks_of_standard(const Workbook& workbook, std::string_view standard);

// What an item is called: what is looked at, or else what good looks like.
const std::string& name_of_check(const CheckItem& item);

// All check lists, in the order of the workbook.
struct ChecklistPlace {
  const Document* document = nullptr;
  const Section* section = nullptr;
};
std::vector<ChecklistPlace> check_lists(const Workbook& workbook);

// Whether some of the rows of a section are standards that say something.
bool holds_standards(const Section& section, const ItemIds& rows);

struct ChecksOfStandards {
  Workbook workbook;
  std::vector<std::string> items;  // ids of what was added
};

// An item for each of these standards of a section, in their order, at the end of a check list: the situation is looked
// at, measure and target are the requirement (without both the action), and the standard is linked to. Rows that say
// nothing are passed over; without the section or the check list nothing is added.
ChecksOfStandards add_checks_of_standards(Workbook workbook, std::string_view section, const ItemIds& rows,
                                          std::string_view checklist, IdSource& fresh);

}  // namespace canvasbook
