#include "editor/dialogs/export_sections.h"

#include <algorithm>

namespace canvasbook {

namespace {

void set_left_out(std::set<std::string>& left_out, const std::vector<std::string>& ids, bool is_left_out) {
  for (const std::string& id : ids) {
    if (is_left_out) {
      left_out.insert(id);
    } else {
      left_out.erase(id);
    }
  }
}

std::vector<std::string> sections_of(const Document& document) {
  std::vector<std::string> ids;
  for (const auto& section : document.sections) ids.push_back(section->id);
  return ids;
}

MarkState state_of(const Document& document, const std::set<std::string>& left_out) {
  const auto is_out = [&](const Shared<Section>& section) { return left_out.contains(section->id); };
  if (std::ranges::none_of(document.sections, is_out)) return MarkState::on;
  return std::ranges::all_of(document.sections, is_out) ? MarkState::off : MarkState::partly;
}

}  // namespace

std::vector<std::string> ExportParts::chosen_sections(const Workbook& workbook) const {
  std::vector<std::string> ids;
  if (count_left_out(workbook) == 0) return ids;
  for (const auto& document : workbook.documents) {
    if (!has(*document)) continue;
    for (const auto& section : document->sections) {
      if (!sections.contains(section->id)) ids.push_back(section->id);
    }
  }
  return ids;
}

size_t ExportParts::count_sections(const Workbook& workbook) const {
  size_t count = 0;
  for (const auto& document : workbook.documents) count += has(*document) ? document->sections.size() : 0;
  return count;
}

size_t ExportParts::count_left_out(const Workbook& workbook) const {
  size_t count = 0;
  for (const auto& document : workbook.documents) {
    if (!has(*document)) continue;
    for (const auto& section : document->sections) count += sections.contains(section->id) ? 1 : 0;
  }
  return count;
}

void ExportParts::forget_missing(const Workbook& workbook) {
  std::erase_if(documents, [&](const std::string& id) { return find_document(workbook, id) == nullptr; });
  std::erase_if(sections, [&](const std::string& id) { return find_section(workbook, id) == nullptr; });
}

void draw_export_sections(App& app, DialogFocus& focus, const Workbook& workbook, ExportParts& left_out) {
  const Catalog& words = app.catalog();
  std::set<std::string>& out = left_out.sections;
  const auto draw_option = [&](const std::string& key, const std::string& title, MarkState state, float indent) {
    ImGui::SetCursorPosX(indent);
    const std::string label = title.empty() ? words.text("window.unnamed") : title;
    const bool is_pressed =
        dialog_option(app, focus, key, label, MarkShape::box, state, ImGui::GetContentRegionAvail().x);
    if (focus.key() == key) ImGui::SetScrollHereY();
    return is_pressed;
  };
  for (const auto& document : workbook.documents) {
    if (!left_out.has(*document) || document->sections.empty()) continue;
    const MarkState state = state_of(*document, out);
    if (draw_option("export/whole/" + document->id, document->title, state, 0)) {
      set_left_out(out, sections_of(*document), state == MarkState::on);
    }
    for (size_t at = 0; at < document->sections.size(); ++at) {
      const Section& section = *document->sections[at];
      const MarkState own = out.contains(section.id) ? MarkState::off : MarkState::on;
      const float indent = app.theme.px(22 * static_cast<float>(section.level));
      if (!draw_option("export/section/" + section.id, section.title, own, indent)) continue;
      set_left_out(out, with_deeper_sections(*document, at), own == MarkState::on);
    }
  }
}

}  // namespace canvasbook
