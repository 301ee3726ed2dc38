#include "editor/frame/imgui_input.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace canvasbook {

namespace {

using Kind = InputEvent::Kind;

void set_modifiers(Modifiers modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = modifiers.control;
  io.KeyShift = modifiers.shift;
  io.KeyAlt = modifiers.alt;
}

void hand_to_imgui(const InputEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.kind) {
    case Kind::key_down:
    case Kind::key_up:
      io.KeysDown[static_cast<int>(event.key)] = event.kind == Kind::key_down;
      set_modifiers(event.modifiers);
      break;
    case Kind::button_down:
    case Kind::button_up:
      if (event.button >= 0 && event.button < 5) io.MouseDown[event.button] = event.kind == Kind::button_down;
      break;
    case Kind::move:
      io.MousePos = {event.x, event.y};
      break;
    case Kind::wheel:
      io.MouseWheelH += event.x;
      io.MouseWheel += event.y;
      break;
    case Kind::focus_lost:
      std::ranges::fill(io.KeysDown, false);
      set_modifiers({});
      break;
    case Kind::text:
    case Kind::close:
    case Kind::drop:
      break;
  }
}

}  // namespace

void feed_input(InputQueue& input, bool text_field_active) {
  input.feed(text_field_active);
  for (const InputEvent& event : input.events()) hand_to_imgui(event);
}

void map_keys() {
  ImGuiIO& io = ImGui::GetIO();
  const std::pair<ImGuiKey, Key> keys[] = {{ImGuiKey_Tab, Key::tab},
                                           {ImGuiKey_LeftArrow, Key::left},
                                           {ImGuiKey_RightArrow, Key::right},
                                           {ImGuiKey_UpArrow, Key::up},
                                           {ImGuiKey_DownArrow, Key::down},
                                           {ImGuiKey_PageUp, Key::page_up},
                                           {ImGuiKey_PageDown, Key::page_down},
                                           {ImGuiKey_Home, Key::home},
                                           {ImGuiKey_End, Key::end},
                                           {ImGuiKey_Insert, Key::insert},
                                           {ImGuiKey_Delete, Key::delete_},
                                           {ImGuiKey_Backspace, Key::backspace},
                                           {ImGuiKey_Space, Key::space},
                                           {ImGuiKey_Enter, Key::enter},
                                           {ImGuiKey_Escape, Key::escape},
                                           {ImGuiKey_A, Key::a},
                                           {ImGuiKey_C, Key::c},
                                           {ImGuiKey_V, Key::v},
                                           {ImGuiKey_X, Key::x},
                                           {ImGuiKey_Y, Key::y},
                                           {ImGuiKey_Z, Key::z}};
  for (const auto& [theirs, ours] : keys) io.KeyMap[theirs] = static_cast<int>(ours);
}

}  // namespace canvasbook
