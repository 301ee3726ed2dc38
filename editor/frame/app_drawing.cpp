// One frame of the window: the screen, and the dialogs above it.
#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/views.h"

namespace canvasbook {

void App::draw() {
  parts.clear();
  if (input.has_keys()) typed_at_ = ticked_;
  if (input.closes()) request_close();
  if (const std::string* file = input.dropped()) open_file(*file);
  if (!has_dialog() && !full_view && !menu_is_open()) {
    take_register_keys(*this);
    run_shortcuts(*this);
  }
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushFont(theme.fonts.text);
  auto flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus |
               ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse;
  if (session_ != nullptr) flags |= ImGuiWindowFlags_NoNavInputs;  // the arrows belong to the board and the text
  ImGui::Begin("window", nullptr, flags);
  ImGui::PopStyleVar(2);
  draw_screen(size);
  draw_dialogs();
  ImGui::End();
  ImGui::PopFont();
}

void App::draw_screen(ImVec2 size) {
  const KeysAside dialog_has_keys(input, has_dialog());
  const Area area{{0, 0}, size};
  if (full_view != nullptr && session_ != nullptr) {
    full_view->draw(*this, area);
  } else if (session_ != nullptr) {
    view_workbook(*this, area);
  } else {
    view_start(*this, area);
  }
}

void App::draw_dialogs() {
  if (dialogs_.empty()) return;
  const std::shared_ptr<Dialog> dialog = dialogs_.back();  // it may be replaced while it is drawn
  const char* name = "dialog";
  if (!ImGui::IsPopupOpen(name)) ImGui::OpenPopup(name);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const float width = std::min(theme.px(dialog->width()), size.x - theme.px(40));
  const ImVec2 place = dialog->at_top() ? ImVec2{size.x / 2, theme.px(72)} : ImVec2{size.x / 2, size.y / 2};
  ImGui::SetNextWindowPos(place, ImGuiCond_Always, {0.5F, dialog->at_top() ? 0.0F : 0.5F});
  ImGui::SetNextWindowSize({width, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {theme.px(24), theme.px(20)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.px(1));
  const auto flags = ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoTitleBar |
                     ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNavInputs;  // dialogs read the keys themselves
  const bool open = ImGui::BeginPopupModal(name, nullptr, flags);
  ImGui::PopStyleVar(2);
  if (!open) return;
  if (const std::string title = dialog->title(*this); !title.empty()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    clipped_text(ImGui::GetWindowDrawList(), theme.fonts.title, at, ImGui::GetContentRegionAvail().x,
                 theme.colours.text, title);
    ImGui::Dummy({1, theme.fonts.title->FontSize + theme.px(6)});
  }
  // What the dialog opens next stands above it; the dialog itself is then done or waits below.
  const bool goes_on = dialog->draw(*this) && !(input.take(Key::escape, {}) && dialog->cancel(*this));
  if (!goes_on) {
    std::erase(dialogs_, dialog);
    focused_field.clear();
  }
  if (dialogs_.empty()) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace canvasbook
