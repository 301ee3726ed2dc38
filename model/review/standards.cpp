// The rules for service standards and check lists.
#include <algorithm>
#include <array>

#include "model/review/rules.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Calls visit(const SheetRow&, name) for each standard that is written at all.
template <class Visit>
void for_each_standard(const DocumentReview& at, Visit visit) {
  for_each_section_of<Sheet>(at.document, [&](const Section& section, const Sheet& sheet) {
    if (section.role != "standards") return;
    const SheetColumn* situation = find_column(sheet, "situation");
    for (const SheetRow& row : sheet.rows) {
      if (all_blank(row)) continue;
      visit(sheet, row, at.quoted(situation == nullptr ? std::string() : cell_text(row, *situation)));
    }
  });
}

// Whether the sheet asks for something that the row does not tell.
bool lacks(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  const SheetColumn* column = find_column(sheet, role);
  return column != nullptr && blank(cell_text(row, *column));
}

void find_standards_without_measure(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    if (lacks(sheet, row, "measure") || lacks(sheet, row, "target")) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

void find_standards_without_reason(const DocumentReview& at, std::string_view rule) {
  for_each_standard(at, [&](const Sheet& sheet, const SheetRow& row, const std::string& situation) {
    if (lacks(sheet, row, "reason")) at.add(rule, {row.id}, {{"standard", situation}});
  });
}

void find_groups_without_items(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Checklist>(at.document, [&](const Section&, const Checklist& checklist) {
    const bool any =
        std::ranges::any_of(checklist.groups, [](const CheckGroup& group) { return !group.items.empty(); });
    if (!any) return;  // the whole section is empty then
    for (const CheckGroup& group : checklist.groups) {
      if (group.items.empty()) at.add(rule, {group.id}, {{"group", at.quoted(group.title)}});
    }
  });
}

void find_items_without_requirement(const DocumentReview& at, std::string_view rule) {
  for_each_section_of<Checklist>(at.document, [&](const Section&, const Checklist& checklist) {
    for (const CheckGroup& group : checklist.groups) {
      for (const CheckItem& item : group.items) {
        if (!blank(item.requirement)) continue;
        at.add(rule, {item.id}, {{"item", at.quoted(item.text)}, {"group", at.quoted(group.title)}});
      }
    }
  });
}

}  // namespace

std::span<const Rule> standards_rules() {
  static constexpr std::array rules{Rule{"standard_without_measure", find_standards_without_measure},
                                    Rule{"standard_without_reason", find_standards_without_reason},
                                    Rule{"group_without_items", find_groups_without_items},
                                    Rule{"item_without_requirement", find_items_without_requirement}};
  return rules;
}

}  // namespace canvasbook
