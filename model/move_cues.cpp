#include "model/move_cues.h"

#include <algorithm>
#include <utility>

#include "model/call_gaps.h"

namespace canvasbook {

namespace {

bool goes_along(const Response& response, const ItemIds& items) {
  return items.contains(response.id) ||
         std::ranges::any_of(response.answers, [&](const Answer& answer) { return items.contains(answer.id); });
}

}  // namespace

MovedCues move_cues(Workbook workbook, const ItemIds& items, std::string_view to) {
  const auto is_target = [&](const auto& section) {
    return section->id == to && std::holds_alternative<Responses>(section->content);
  };
  const auto place = std::ranges::find_if(
      workbook.documents, [&](const auto& document) { return std::ranges::any_of(document->sections, is_target); });
  if (place == workbook.documents.end()) return {std::move(workbook), {}};
  Document changed = **place;
  MovedCues moved;
  std::vector<Response> cues;
  std::vector<std::string> emptied;
  for (auto& section : changed.sections) {
    const auto* content = std::get_if<Responses>(&section->content);
    if (section->id == to || content == nullptr) continue;
    Responses left = *content;
    std::erase_if(left.responses, [&](const Response& response) {
      if (!goes_along(response, items)) return false;
      cues.push_back(response);
      return true;
    });
    if (left.responses.size() == content->responses.size()) continue;
    if (left.responses.empty()) emptied.push_back(section->id);
    Section written = *section;
    written.content = std::move(left);
    section = std::move(written);
  }
  if (cues.empty()) return {std::move(workbook), {}};
  auto& target = *std::ranges::find_if(changed.sections, is_target);
  Section written = *target;
  for (Response& cue : cues) {
    moved.cues.push_back(cue.id);
    std::get<Responses>(written.content).responses.push_back(std::move(cue));
  }
  target = std::move(written);
  *place = std::move(changed);
  for (const std::string& section : emptied) workbook = without_emptied_gaps(std::move(workbook), section);
  moved.workbook = std::move(workbook);
  return moved;
}

Workbook without_emptied_gaps(Workbook workbook, std::string_view section) {
  for (const auto& document : workbook.documents) {
    if (document->sections.size() < 2) continue;
    const auto found = std::ranges::find_if(document->sections, [&](const auto& one) { return one->id == section; });
    if (found == document->sections.end()) continue;
    const auto* gaps = std::get_if<Responses>(&(*found)->content);
    if (gaps == nullptr || !is_gaps(**found) || !gaps->responses.empty()) continue;
    const std::string id(section);
    return remove_section(std::move(workbook), id);
  }
  return workbook;
}

}  // namespace canvasbook
