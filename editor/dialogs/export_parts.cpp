#include "editor/dialogs/export_parts.h"

namespace canvasbook {

std::vector<std::string> ExportParts::chosen_sections(const Workbook& workbook) const {
  std::vector<std::string> ids;
  bool are_all = true;
  for (const auto& document : workbook.documents) {
    if (!has(*document)) continue;
    for (const auto& section : document->sections) {
      const bool is_chosen = prints(*document, *section);
      if (is_chosen) ids.push_back(section->id);
      are_all = are_all && is_chosen;
    }
  }
  if (are_all) ids.clear();
  return ids;
}

size_t ExportParts::count_sections(const std::vector<const Document*>& of) const {
  size_t count = 0;
  for (const Document* document : of) count += has(*document) ? document->sections.size() : 0;
  return count;
}

size_t ExportParts::count_left_out(const std::vector<const Document*>& of) const {
  size_t count = 0;
  for (const Document* document : of) {
    if (!has(*document)) continue;
    for (const auto& section : document->sections) count += sections.contains(section->id) ? 1 : 0;
  }
  return count;
}

void ExportParts::forget_missing(const Workbook& workbook) {
  std::erase_if(documents, [&](const std::string& id) { return find_document(workbook, id) == nullptr; });
  std::erase_if(sections, [&](const std::string& id) { return find_section(workbook, id) == nullptr; });
}

}  // namespace canvasbook
