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

}  // namespace

const Sheet* standards_in(const Section& section) {
  return section.role == standards_role ? std::get_if<Sheet>(&section.content) : nullptr;
}

std::string requirement_of_standard(const Sheet& sheet, const SheetRow& row, Language language) {
  std::string target = line_of_role(sheet, row, "target");
  const std::string unit = line_of_role(sheet, row, "unit");
  if (!target.empty()) target = with_between(target, stands_at_number(unit, language) ? "" : " ", unit);
  const std::string action = line_of_role(sheet, row, "action");
  const bool ends = !action.empty() && std::string_view(".!?").find(action.back()) != std::string_view::npos;
  return with_between(action, ends ? " " : ". ", with_between(line_of_role(sheet, row, "measure"), ": ", target));
}

bool is_behind(const CheckItem& item, std::string_view requirement) {
  return !item.standard_said.empty() && !requirement.empty() && item.standard_said != requirement &&
         item.requirement != requirement;
}

StandardsById standards_by_id(const Workbook& workbook) {
  StandardsById standards;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const Sheet* sheet = standards_in(*section);
      if (sheet == nullptr) continue;
      for (const SheetRow& row : sheet->rows) {
        standards.emplace(row.id, KnownStandard{to_one_line(trim(to_printable(name_of_row(*sheet, row)))),
                                                requirement_of_standard(*sheet, row, document->language)});
      }
    }
  }
  return standards;
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

ItemIds standards_in_check_list(const Workbook& workbook, const ItemIds& standards, std::string_view checklist) {
  ItemIds there;
  const auto* list = content_of<Checklist>(workbook, checklist);
  if (list == nullptr) return there;
  for (const CheckGroup& group : list->groups) {
    for (const CheckItem& item : group.items) {
      if (standards.contains(item.standard)) there.insert(item.standard);
    }
  }
  return there;
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
  const Sheet* sheet = from == nullptr ? nullptr : standards_in(*from);
  const auto* list = content_of<Checklist>(made.workbook, checklist);
  if (sheet == nullptr || list == nullptr) return made;
  const Language language = document_with(made.workbook, section)->language;
  Checklist changed = *list;
  std::string behind;
  for (const SheetRow& row : sheet->rows) {
    if (!rows.contains(row.id) || is_blank(*sheet, row)) continue;
    const std::string requirement = requirement_of_standard(*sheet, row, language);
    const CellRows cells{{plain_line(name_of_row(*sheet, row)), requirement}};
    ChecklistEdit edit = insert_check_items(std::move(changed), behind, cells, fresh);
    changed = std::move(edit.checklist);
    behind = edit.added.back();
    CheckItem& item = *find_check(changed, behind);
    item.standard = row.id;
    item.standard_said = requirement;
    made.items.push_back(behind);
  }
  if (!made.items.empty()) made.workbook = set_content(std::move(made.workbook), checklist, std::move(changed));
  return made;
}

}  // namespace canvasbook
