#include "model/standard_checks.h"

#include <algorithm>

#include "model/kinds/checklist_cells.h"
#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// On one line, without the marks of emphasis, which check items do not have.
std::string plain_line(const std::string& text) {
  const auto spans = read_paragraph(text);
  return to_one_line(trim(to_printable(spans ? plain_text(*spans) : text)));
}

std::string line_of_role(const Sheet& sheet, const SheetRow& row, std::string_view role) {
  const SheetColumn* column = find_column(sheet, role);
  return column == nullptr ? std::string() : plain_line(cell_text(row, *column));
}

std::string with_between(const std::string& first, std::string_view between, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + std::string(between) + second;
}

// "Time to the greeting, at most: 30 seconds".
std::string requirement_of(const Sheet& sheet, const SheetRow& row) {
  std::string target = line_of_role(sheet, row, "target");
  if (!target.empty()) target = with_between(target, " ", line_of_role(sheet, row, "unit"));
  std::string requirement = with_between(line_of_role(sheet, row, "measure"), ": ", target);
  return requirement.empty() ? line_of_role(sheet, row, "action") : requirement;
}

}  // namespace

const Sheet* standards_in(const Section& section) {
  return section.role == standards_role ? std::get_if<Sheet>(&section.content) : nullptr;
}

StandardNames names_of_standards(const Workbook& workbook) {
  StandardNames names;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const Sheet* sheet = standards_in(*section);
      if (sheet == nullptr) continue;
      for (const SheetRow& row : sheet->rows) {
        names.emplace(row.id, to_one_line(trim(to_printable(name_of_row(*sheet, row)))));
      }
    }
  }
  return names;
}

std::vector<const CheckItem*> checks_of_standard(const Workbook& workbook, std::string_view standard) {
  std::vector<const CheckItem*> checks;
  for (const ChecklistPlace& place : check_lists(workbook)) {
    for (const CheckGroup& group : std::get<Checklist>(place.section->content).groups) {
      for (const CheckItem& item : group.items) {
        if (!item.standard.empty() && item.standard == standard) checks.push_back(&item);
      }
    }
  }
  return checks;
}

const std::string& name_of_check(const CheckItem& item) {
  return trim(item.text).empty() ? item.requirement : item.text;
}

std::vector<ChecklistPlace> check_lists(const Workbook& workbook) {
  std::vector<ChecklistPlace> places;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      if (std::holds_alternative<Checklist>(section->content)) places.push_back({&*document, &*section});
    }
  }
  return places;
}

bool holds_standards(const Section& section, const ItemIds& rows) {
  const Sheet* sheet = standards_in(section);
  return sheet != nullptr && std::ranges::any_of(sheet->rows, [&](const SheetRow& row) {
           return rows.contains(row.id) && !is_blank(*sheet, row);
         });
}

ChecksOfStandards add_checks_of_standards(Workbook workbook, std::string_view section, const ItemIds& rows,
                                          std::string_view checklist, IdSource& fresh) {
  ChecksOfStandards made{std::move(workbook), {}};
  const Section* from = find_section(made.workbook, section);
  const Section* to = find_section(made.workbook, checklist);
  const Sheet* sheet = from == nullptr ? nullptr : standards_in(*from);
  const auto* list = to == nullptr ? nullptr : std::get_if<Checklist>(&to->content);
  if (sheet == nullptr || list == nullptr) return made;
  Checklist changed = *list;
  std::string behind;
  for (const SheetRow& row : sheet->rows) {
    if (!rows.contains(row.id) || is_blank(*sheet, row)) continue;
    const CellRows cells{{plain_line(name_of_row(*sheet, row)), requirement_of(*sheet, row)}};
    ChecklistEdit edit = insert_check_items(std::move(changed), behind, cells, fresh);
    changed = std::move(edit.checklist);
    behind = edit.added.back();
    find_check(changed, behind)->standard = row.id;
    made.items.push_back(behind);
  }
  if (!made.items.empty()) made.workbook = set_content(std::move(made.workbook), checklist, std::move(changed));
  return made;
}

}  // namespace canvasbook
