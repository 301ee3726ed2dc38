// The sections that the export dialog asks for.
#include <algorithm>
#include <cmath>

#include "editor/dialogs/export_dialog.h"

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

// How many of the sections go along: at the right of the row of all documents, whose top is `top` on the screen, or in
// a row of its own where there is no choice of documents. Returns whether there is something to choose from.
bool ExportDialog::draw_section_choice(App& app, float top) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const std::vector<const Document*> documents = documents_to_choose(app);
  const size_t all = choices_->left_out.count_sections(documents);
  if (all < 2) return false;
  const size_t left_out = choices_->left_out.count_left_out(documents);
  const std::string told = left_out == 0
                               ? words.text("export.all_sections")
                               : words.text("export.some_sections",
                                            {{"count", std::to_string(all - left_out)}, {"all", std::to_string(all)}});
  const bool is_beside = app.session()->workbook().documents.size() > 1;
  const ImVec2 behind = ImGui::GetCursorScreenPos();
  if (is_beside) {
    const float button = button_width({theme, app.parts}, words.text("export.choose_sections"), 0);
    const float right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    const float left = right - button - width_of_line(theme.fonts.text, told) - theme.px(20);
    ImGui::SetCursorScreenPos({std::floor(left), top - theme.px(4)});
  } else {
    label(app, "export.sections");
  }
  const bool chooses = draw_told(app, "export/sections", told, false, "export.choose_sections");
  if (is_beside) ImGui::SetCursorScreenPos(behind);
  if (chooses) go_to(Stage::sections, "export.sections_done");
  return true;
}

// The sections of the chosen documents as boxes to check, below the titles of these. A click on a section takes the
// deeper ones behind it along, one on a title all of its document.
void ExportDialog::draw_section_list(App& app) {
  const Catalog& words = app.catalog();
  std::set<std::string>& out = choices_->left_out.sections;
  const auto draw_option = [&](const std::string& key, const std::string& title, MarkState state, float indent) {
    ImGui::SetCursorPosX(indent);
    const std::string label = title.empty() ? words.text("window.unnamed") : title;
    const bool is_pressed =
        dialog_option(app, focus_, key, label, MarkShape::box, state, ImGui::GetContentRegionAvail().x);
    focus_.show(key);
    return is_pressed;
  };
  for (const Document* document : documents_to_choose(app)) {
    if (!choices_->left_out.has(*document) || document->sections.empty()) continue;
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

bool ExportDialog::draw_sections(App& app) {
  const Theme& theme = app.theme;
  const float most = ImGui::GetIO().DisplaySize.y - theme.px(220);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("export/list", {0, std::max(theme.px(64), std::min(theme.px(420), most))}, false,
                    ImGuiWindowFlags_NoNavInputs);
  draw_section_list(app);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::Dummy({1, theme.px(6)});
  const std::string done = app.catalog().text("export.sections_done");
  const bool is_done = dialog_button(app, focus_, "export.sections_done", done, 0, ButtonStyle::primary);
  if (is_done || app.input.take(Key::enter, {})) {
    find_forms(app.session()->workbook());
    go_to(Stage::form, "export.start");
  }
  return true;
}

}  // namespace canvasbook
