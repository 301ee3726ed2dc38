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

// What a standard asks of those who keep it, on one line without marks of emphasis: its action, then measure and
// target: "Greets first. Time to the greeting, at most: 30 seconds". Empty where it has none of them. `language`: that
// of its document.
std::string requirement_of_standard(const Sheet& sheet, const SheetRow& row, Language language);

// What a service standard is called and what it asks, each on one line.
struct KnownStandard {
  std::string name;
  std::string requirement;
};

// All service standards of the workbook, by their ids.
using StandardsById = std::unordered_map<std::string, KnownStandard>;
StandardsById standards_by_id(const Workbook& workbook);

// Whether the standard of an item asks something else since the item was made of it, and the item does not say that.
// Never of an item that does not know what it was made of, nor where the standard asks nothing any more.
bool is_behind(const CheckItem& item, std::string_view requirement);

// The items that measure a standard, in the order of the workbook.
std::vector<const CheckItem*> checks_of_standard(const Workbook& workbook, std::string_view standard);

// Which of these standards an item of a check list measures.
ItemIds standards_in_check_list(const Workbook& workbook, const ItemIds& standards, std::string_view checklist);

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
// at, what the standard asks is the requirement, which the item keeps apart too, and the standard is linked to. Rows
// that say nothing are passed over; without the section or the check list nothing is added.
ChecksOfStandards add_checks_of_standards(Workbook workbook, std::string_view section, const ItemIds& rows,
                                          std::string_view checklist, IdSource& fresh);

}  // namespace canvasbook
