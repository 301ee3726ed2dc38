#include "model/touchpoints.h"

#include "model/contents.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Calls change(std::string& cell) for the cells of the columns that link, or of one column.
template <class Change>
void change_links(Sheet& sheet, std::string_view only, Change change) {
  for (const SheetColumn& column : sheet.columns) {
    if (only.empty() ? column.type != ColumnType::touchpoint : column.id != only) continue;
    for (SheetRow& row : sheet.rows) {
      const auto cell = row.cells.find(column.id);
      if (cell != row.cells.end()) change(cell->second);
    }
  }
}

}  // namespace

const SheetColumn* touchpoint_column(const Sheet& sheet) {
  const SheetColumn* column = find_column(sheet, touchpoint_role);
  return column == nullptr || column->type == ColumnType::touchpoint ? nullptr : column;
}

std::vector<Touchpoint> touchpoint_register(const Workbook& workbook) {
  std::vector<Touchpoint> touchpoints;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      const auto* sheet = std::get_if<Sheet>(&section->content);
      const SheetColumn* column = sheet == nullptr ? nullptr : touchpoint_column(*sheet);
      if (column == nullptr) continue;
      for (const SheetRow& row : sheet->rows) {
        touchpoints.push_back({row.id, cell_text(row, *column), document->id, section->id});
      }
    }
  }
  return touchpoints;
}

TouchpointNames names_of(const std::vector<Touchpoint>& touchpoints) {
  TouchpointNames names;
  for (const Touchpoint& touchpoint : touchpoints) names.emplace(touchpoint.id, touchpoint.name);
  return names;
}

TouchpointNames touchpoint_names(const Workbook& workbook) { return names_of(touchpoint_register(workbook)); }

TouchpointNames named_touchpoints(const Document& document, const TouchpointNames& names) {
  TouchpointNames named;
  for (const auto& section : document.sections) {
    if (!std::holds_alternative<Sheet>(section->content)) continue;
    for_each_link(section->content, [&](const std::string& link) {
      if (const auto found = names.find(link); found != names.end()) named.insert(*found);
    });
  }
  return named;
}

const std::string& touchpoint_name(const TouchpointNames& names, const std::string& link) {
  const auto found = names.find(link);
  return found == names.end() ? link : found->second;
}

Sheet with_touchpoint_names(Sheet sheet, const TouchpointNames& names, std::string_view column) {
  change_links(sheet, column, [&](std::string& cell) { cell = std::string(touchpoint_name(names, cell)); });
  for (SheetRow& row : sheet.rows) std::erase_if(row.cells, [](const auto& cell) { return cell.second.empty(); });
  return sheet;
}

Sheet with_touchpoint_links(Sheet sheet, const std::vector<Touchpoint>& touchpoints, std::string_view column) {
  std::map<std::string, const std::string*, std::less<>> ids;
  for (const Touchpoint& touchpoint : touchpoints) {
    const std::string_view name = trim(touchpoint.name);
    if (!name.empty()) ids.emplace(name, &touchpoint.id);
  }
  change_links(sheet, column, [&](std::string& cell) {
    if (const auto found = ids.find(trim(cell)); found != ids.end()) cell = *found->second;
  });
  return sheet;
}

}  // namespace canvasbook
