// The parts around the working area: top bar, navigator, status line, side panel.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "editor/views.h"
#include "model/text.h"

namespace canvasbook {

namespace {

// Says what a button without a label does.
void name_by_tooltip(const App& app, const char* key) {
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", app.catalog().text(key).c_str());
}

void fill_panel(const App& app, const Area& area) {
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, app.theme.colours.panel);
}

}  // namespace

void view_top_bar(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine({area.from.x, area.to.y}, area.to, theme.colours.border);
  const PartContext parts{theme, app.parts};
  const float y = std::floor((area.from.y + area.to.y - theme.px(36)) / 2);
  const float x = area.from.x + theme.px(20);
  const std::string title = app.workbook().company.empty() ? words.text("window.unnamed") : app.workbook().company;
  clipped_text(list, theme.fonts.bold, {x, area.from.y + theme.px(10)}, theme.px(320), theme.colours.text, title);
  const std::string state = words.text(app.is_saved() ? "window.saved" : "window.unsaved");
  clipped_text(list, theme.fonts.small, {x, area.from.y + theme.px(33)}, theme.px(320), theme.colours.muted, state);

  ImGui::SetCursorScreenPos({x + theme.px(340), y});
  if (button(parts, "command.undo", "", icons::undo, ButtonStyle::plain, app.can_undo())) app.undo();
  name_by_tooltip(app, "command.undo");
  ImGui::SameLine(0, theme.px(2));
  if (button(parts, "command.redo", "", icons::redo, ButtonStyle::plain, app.can_redo())) app.redo();
  name_by_tooltip(app, "command.redo");
  ImGui::SameLine(0, theme.px(12));
  if (button(parts, "command.add_note", words.text("command.add_note"), icons::add, ButtonStyle::plain,
             app.board() != nullptr)) {
    app.add_note(app.view.block);
  }

  struct Entry {
    const char* key;
    char32_t icon;
    ButtonStyle style;
    bool label;
  };
  const Entry entries[] = {{"command.export_pdf", icons::export_, ButtonStyle::primary, true},
                           {"command.save", icons::save, ButtonStyle::plain, true},
                           {"command.language", icons::language, ButtonStyle::plain, true},
                           {"command.theme", icons::theme, ButtonStyle::plain, false}};
  float right = area.to.x - theme.px(20);
  for (const Entry& entry : entries) {
    const std::string label = entry.label ? words.text(entry.key) : std::string();
    right -= button_width(parts, label, entry.icon);
    ImGui::SetCursorScreenPos({right, y});
    if (button(parts, entry.key, label, entry.icon, entry.style)) app.run_command(entry.key);
    if (!entry.label) name_by_tooltip(app, entry.key);
    right -= theme.px(6);
  }
}

void view_navigator(App& app, const Area& area) {
  const Theme& theme = app.theme;
  fill_panel(app, area);
  ImGui::GetWindowDrawList()->AddLine({area.to.x, area.from.y}, area.to, theme.colours.border);
  ImGui::SetCursorScreenPos({area.from.x + theme.px(8), area.from.y + theme.px(12)});
  ImGui::BeginChild("navigator", {area.width() - theme.px(16), area.height() - theme.px(24)}, false,
                    ImGuiWindowFlags_NoBackground);
  const PartContext parts{theme, app.parts};
  const float width = ImGui::GetContentRegionAvail().x;
  for (size_t d = 0; d < app.workbook().documents.size(); ++d) {
    const Document& document = *app.workbook().documents[d];
    clipped_text(ImGui::GetWindowDrawList(), theme.fonts.small_bold,
                 {ImGui::GetCursorScreenPos().x + theme.px(12), ImGui::GetCursorScreenPos().y + theme.px(4)},
                 width - theme.px(16), theme.colours.muted, document.title);
    ImGui::Dummy({width, theme.px(22)});
    for (size_t s = 0; s < document.sections.size(); ++s) {
      const Section& section = *document.sections[s];
      const bool is_board = std::holds_alternative<Board>(section.content);
      const bool chosen = app.view.document == d && app.view.section == s;
      if (button(parts, "section/" + section.id, section.title, is_board ? icons::canvas : icons::document,
                 chosen ? ButtonStyle::selected_entry : ButtonStyle::entry, true, width)) {
        app.show_section(d, s);
      }
    }
    ImGui::Dummy({width, theme.px(6)});
  }
  ImGui::EndChild();
}

void view_side_panel(App& app, const Area& area) {
  const Theme& theme = app.theme;
  fill_panel(app, area);
  ImGui::GetWindowDrawList()->AddLine(area.from, {area.from.x, area.to.y}, theme.colours.border);
  const PartContext parts{theme, app.parts};
  struct Tab {
    const char* key;
    SidePanel panel;
  };
  constexpr Tab tabs[] = {
      {"panel.guide", SidePanel::guide}, {"panel.review", SidePanel::review}, {"panel.preview", SidePanel::preview}};
  ImGui::SetCursorScreenPos({area.from.x + theme.px(12), area.from.y + theme.px(10)});
  const float width = std::floor((area.width() - theme.px(24)) / 3) - theme.px(3);
  for (const Tab& tab : tabs) {
    if (button(parts, tab.key, app.catalog().text(tab.key), 0,
               app.view.panel == tab.panel ? ButtonStyle::selected : ButtonStyle::plain, true, width)) {
      app.view.panel = tab.panel;
    }
    ImGui::SameLine(0, theme.px(4));
  }
  const Area content{{area.from.x + 1, area.from.y + theme.px(54)}, area.to};
  switch (app.view.panel) {
    case SidePanel::guide:
      panel_guide(app, content);
      break;
    case SidePanel::review:
      panel_review(app, content);
      break;
    case SidePanel::preview:
      panel_preview(app, content);
      break;
  }
}

void view_status(App& app, const Area& area) {
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  fill_panel(app, area);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(area.from, {area.to.x, area.from.y}, theme.colours.border);
  const float y = std::floor((area.from.y + area.to.y - theme.fonts.small->FontSize) / 2);
  const auto open = static_cast<size_t>(std::ranges::count(app.findings(), false, &Finding::dismissed));
  std::string left = words.count("info.words", app.word_count()) + "  ·  " + words.count("info.findings", open);
  if (!app.message.empty()) left = app.message;
  clipped_text(list, theme.fonts.small, {area.from.x + theme.px(20), y}, area.width() * 0.45F, theme.colours.muted,
               left);
  const std::string hint = words.text(app.text_field_is_active() ? "window.hint_editing" : "window.hint_board");
  const float width = theme.fonts.small->CalcTextSizeA(theme.fonts.small->FontSize, 1e6F, 0, hint.c_str()).x;
  const float x = std::max(area.from.x + area.width() * 0.48F, area.to.x - theme.px(20) - width);
  clipped_text(list, theme.fonts.small, {x, y}, area.to.x - theme.px(12) - x, theme.colours.muted, hint);
}

void view_question(App& app) {
  const char* name = "question";
  if (!app.question()) return;
  const Question question = *app.question();  // an answer replaces it
  const Theme& theme = app.theme;
  const Catalog& words = app.catalog();
  if (!ImGui::IsPopupOpen(name)) ImGui::OpenPopup(name);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  const auto flags = ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoTitleBar;
  if (!ImGui::BeginPopupModal(name, nullptr, flags)) return;
  ImGui::PushFont(theme.fonts.title);
  ImGui::TextUnformatted(words.text(question.title_key, question.arguments).c_str());
  ImGui::PopFont();
  ImGui::PushTextWrapPos(theme.px(520));
  ImGui::TextUnformatted(words.text(question.text_key, question.arguments).c_str());
  ImGui::PopTextWrapPos();
  ImGui::Dummy({theme.px(520), theme.px(6)});
  const PartContext parts{theme, app.parts};
  std::optional<size_t> answer;
  for (size_t i = 0; i < question.answers.size(); ++i) {
    const std::string& key = question.answers[i].key;
    if (button(parts, key, words.text(key), 0, i == 0 ? ButtonStyle::primary : ButtonStyle::plain)) answer = i;
    if (i + 1 < question.answers.size()) ImGui::SameLine();
  }
  if (app.input.take(Key::escape, {})) answer = question.answers.size() - 1;
  if (app.input.take(Key::enter, {})) answer = 0;
  if (answer) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  if (answer) app.answer(*answer);
}

}  // namespace canvasbook
