// What comes of exporting: files that would be replaced, the work while it goes on, what was written, why not.
#include <algorithm>
#include <filesystem>

#include "editor/dialogs/browser.h"
#include "editor/dialogs/export_dialog.h"
#include "editor/dialogs/file_browser.h"

namespace canvasbook {

bool ExportDialog::draw_replace(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const std::string& first = existing_.front();
  paragraph(parts,
            existing_.size() == 1 ? words.text("replace.text", {{"file", first}})
                                  : words.text("export.replace_text", {{"file", first}}),
            theme.colours.text);
  ImGui::Dummy({1, theme.px(8)});
  const std::string elsewhere = words.text(goes_to_folder(app) ? "replace.other_folder" : "replace.other_name");
  const bool other = dialog_button(app, focus_, "replace.other_name", elsewhere, 0,
                                   focus_.key() == "replace.other_name" ? ButtonStyle::primary : ButtonStyle::plain);
  ImGui::SameLine(0, theme.px(8));
  const bool replace = dialog_button(app, focus_, "replace.yes", words.text("replace.yes"), 0,
                                     focus_.key() == "replace.yes" ? ButtonStyle::primary : ButtonStyle::plain);
  ImGui::SameLine(0, theme.px(8));
  const bool back = dialog_button(app, focus_, "replace.cancel", words.text("replace.cancel"), 0,
                                  focus_.key() == "replace.cancel" ? ButtonStyle::primary : ButtonStyle::plain);
  if (replace) {
    start(app, true);
  } else if (other || back) {
    go_to(Stage::form, "export.start");
    if (other) choose_target(app, true);
  }
  return true;
}

bool ExportDialog::draw_working(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  paragraph(parts, target(app), theme.colours.muted);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = theme.px(8);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(from, {from.x + width, from.y + height}, theme.colours.hover, height / 2);
  const float filled = std::max(height, std::floor(width * job_->progress()));
  list->AddRectFilled(from, {from.x + filled, from.y + height}, theme.colours.accent, height / 2);
  app.parts.add("export/progress", from, {from.x + width, from.y + height});
  ImGui::Dummy({width, height + theme.px(6)});
  const std::string percent = std::to_string(static_cast<int>(job_->progress() * 100));
  paragraph(parts, words.text(is_stopping_ ? "export.stopping" : "export.progress", {{"percent", percent}}),
            theme.colours.muted);
  ImGui::Dummy({1, theme.px(4)});
  if (dialog_button(app, focus_, "export.stop", words.text("export.stop"), 0, ButtonStyle::plain, !is_stopping_)) {
    cancel(app);
  }
  return true;
}

// The places of missing characters; returns whether one of them was gone to.
bool ExportDialog::draw_missing(App& app) {
  if (missing_.empty()) return false;
  const Theme& theme = app.theme;
  dialog_notice(app, app.catalog().text("export.missing"), icons::warning, theme.colours.warning);
  const float row = theme.px(36);
  std::string chosen;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  ImGui::BeginChild("export/missing", {0, row * static_cast<float>(std::min(missing_.size(), most_export_rows))}, false,
                    ImGuiWindowFlags_NoNavInputs);
  for (const MissingLetter& place : missing_) {
    const std::string key = "export/missing/" + place.item;
    const std::string text = place.codes + (place.words.empty() ? "" : " — " + place.words);
    if (!dialog_button(app, focus_, key, text, icons::arrow_forward, ButtonStyle::entry, true,
                       ImGui::GetContentRegionAvail().x)) {
      continue;
    }
    chosen = place.item;
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (chosen.empty()) return false;
  app.session()->go_to(chosen);
  return true;
}

bool ExportDialog::draw_done(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  if (report_.failure) {
    dialog_notice(app, words.error(*report_.failure), icons::warning, theme.colours.warning);
    app.parts.add_last("export/failure");
  }
  for (const Written& file : report_.files) {
    if (!file.lost) continue;
    dialog_notice(app, words.error(*file.lost), icons::warning, theme.colours.warning);
    app.parts.add_last("export/lost");
  }
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const float row = theme.px(52);
  ImGui::BeginChild("export/written", {0, row * static_cast<float>(std::min(report_.files.size(), most_export_rows))},
                    false, ImGuiWindowFlags_NoNavInputs);
  for (const Written& file : report_.files) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x;
    draw_icon(list, theme.fonts.text, theme.px(22), {at.x + theme.px(14), at.y + theme.px(22)}, theme.colours.good,
              icons::check);
    const std::filesystem::path path(file.target);
    const std::string size = size_text(words, file.bytes);
    const std::string facts = file.pages == 0 ? size : words.count("export.pages", file.pages) + " · " + size;
    const float facts_width = width_of_line(theme.fonts.small, facts);
    const float room = width - theme.px(36 + 16) - facts_width;
    clipped_text(list, theme.fonts.text, {at.x + theme.px(36), at.y + theme.px(3)}, room, theme.colours.text,
                 path.filename().string());
    draw_path(list, theme.fonts.small, {at.x + theme.px(36), at.y + theme.px(25)}, room, theme.colours.muted,
              path.parent_path().string());
    list->AddText(theme.fonts.small, theme.fonts.small->FontSize,
                  {at.x + width - facts_width - theme.px(4), at.y + theme.px(5)}, theme.colours.text, facts.c_str());
    ImGui::Dummy({width, row});
    app.parts.add_last("export/written/" + path.filename().string());
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (draw_missing(app)) return false;
  ImGui::Dummy({1, theme.px(4)});
  const bool single = report_.files.size() == 1;
  bool goes_on = true;
  if (single) {
    if (dialog_button(app, focus_, "export.open", words.text("export.open"), 0, ButtonStyle::primary)) {
      app.show_outside(report_.files.front().target);
      goes_on = false;
    }
    ImGui::SameLine(0, theme.px(8));
  }
  if (dialog_button(app, focus_, "export.show_folder", words.text("export.show_folder"), icons::folder,
                    single ? ButtonStyle::plain : ButtonStyle::primary)) {
    app.show_outside(parent_folder(report_.files.front().target));
    goes_on = false;
  }
  ImGui::SameLine(0, theme.px(8));
  if (dialog_button(app, focus_, "failure.close", words.text("failure.close"))) goes_on = false;
  return goes_on;
}

bool ExportDialog::draw_failed(App& app) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  const PartContext parts{theme, app.parts};
  const bool own = error_.code == ErrorCode::target_is_source;  // the catalog's way on is that of the command line
  paragraph(parts, own ? words.text("export.own_file", {{"file", error_.file}}) : words.error(error_),
            theme.colours.text);
  ImGui::Dummy({1, theme.px(8)});
  if (dialog_button(app, focus_, "export.change", words.text("export.change"), 0, ButtonStyle::primary)) {
    go_to(Stage::form, "export.start");
  }
  ImGui::SameLine(0, theme.px(8));
  return !dialog_button(app, focus_, "failure.close", words.text("failure.close"));
}

}  // namespace canvasbook
