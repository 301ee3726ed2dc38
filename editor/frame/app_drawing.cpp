// One frame of the window: the screen, and the dialogs above it.
#include <utility>

#include "editor/frame/app.h"
#include "editor/frame/command_table.h"
#include "editor/frame/placeholder_menu.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/views.h"
#include "model/placeholders.h"

namespace canvasbook {

void App::draw() {
  parts.clear();
  look_up_placeholders();
  let_typing_go_on();
  close_window_of_answered_dialog(*this);
  close_menus_clicked_beside(*this);
  if (had_menu_ && !menu_is_open()) input.take(Key::escape, {});  // it closed the menu, and nothing else
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
  use_placeholder_menu(*this);
  keys_in_search = false;  // the field itself says so
  draw_screen(size);
  draw_placeholder_menu(*this);
  draw_dialogs();
  if (!message_place_) message_place_ = shown_place();
  had_menu_ = menu_is_open();
  if (!has_dialog()) {
    text_has_caret_ =
        session_ != nullptr && session_->is_writing() && !keys_in_panel && !keys_in_search && full_view == nullptr;
  }
  ImGui::End();
  ImGui::PopFont();
}

// What tells known placeholders from others, where the workbook changed.
void App::look_up_placeholders() {
  if (session_ == nullptr) return theme.placeholders.reset();
  const std::uint64_t revision = session_->history().revision();
  if (theme.placeholders != nullptr && placeholders_of_ == sessions_ && placeholders_revision_ == revision) return;
  theme.placeholders = std::make_shared<const Placeholders>(session_->workbook());
  placeholders_of_ = sessions_;
  placeholders_revision_ = revision;
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

// Only as the mouse is let go, so that nothing below the dialog takes a part of the click.
bool App::is_clicked_beside(const Dialog& dialog) {
  const ImVec2 from = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const bool is_beside = !contains(from, {from.x + size.x, from.y + size.y}, ImGui::GetIO().MousePos);
  if (ImGui::IsMouseClicked(0)) pressed_beside_ = is_beside && !ImGui::IsWindowAppearing();
  const bool is_let_go = ImGui::IsMouseReleased(0) && std::exchange(pressed_beside_, false);
  return is_let_go && is_beside && dialog.ends_by_click_beside();
}

bool App::is_click_meant_for(Dialog& dialog) {
  if (!dialog.earlier_presses_) dialog.earlier_presses_ = input.presses();
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return true;
  const bool goes_on = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left) > 1 && !dialog.was_pressed_;
  dialog.was_pressed_ = input.fed_presses() > *dialog.earlier_presses_ && !goes_on;
  return dialog.was_pressed_;
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
  const bool clicked_beside = is_clicked_beside(*dialog);
  // A press that came before the dialog was seen finds no part of it.
  bool& is_clicked = ImGui::GetIO().MouseClicked[ImGuiMouseButton_Left];
  ImU16& clicks = ImGui::GetIO().MouseClickedCount[ImGuiMouseButton_Left];
  const bool was_clicked = is_clicked;
  const ImU16 were_clicks = clicks;
  if (!is_click_meant_for(*dialog)) {
    is_clicked = false;
    clicks = 0;
  }
  // What the dialog opens next stands above it; the dialog itself is then done or waits below.
  const bool goes_on =
      dialog->draw(*this) && !((clicked_beside || input.take(Key::escape, {})) && dialog->cancel(*this));
  is_clicked = was_clicked;
  clicks = were_clicks;
  if (!goes_on) {
    std::erase(dialogs_, dialog);
    focused_field.clear();
  }
  if (dialogs_.empty()) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

}  // namespace canvasbook
