#include "editor/command_line/sections.h"

#include "editor/command_line/terminal_text.h"
#include "model/text/text.h"

namespace canvasbook {

std::vector<const Section*> sections_called(const Workbook& workbook, const std::string& name) {
  if (const Section* section = find_section(workbook, name)) return {section};
  const std::string searched = to_search_form(trim(name));
  return sections_where(workbook, [&](const Section& one) { return to_search_form(trim(one.title)) == searched; });
}

std::string list_of_sections(const std::vector<const Section*>& sections) {
  std::string list;
  for (const Section* section : sections) {
    list += (list.empty() ? "" : ", ") + section->id;
    if (!section->title.empty()) list += " (" + terminal_line(section->title) + ")";
  }
  return list;
}

std::vector<std::string> names_of_sections(const Workbook& workbook) {
  std::vector<std::string> names;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) {
      names.push_back(section->id);
      names.push_back(section->title);
    }
  }
  return names;
}

}  // namespace canvasbook
