#include "editor/frame/imgui_input.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
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

// The modifiers that are held behind an event: those of a modifier's own key are as before it on some systems.
Modifiers held_with(const InputEvent& event) {
  Modifiers held = event.modifiers;
  const bool down = event.kind == Kind::key_down;
  if (event.key == Key::control) held.control = down;
  if (event.key == Key::shift) held.shift = down;
  if (event.key == Key::alt) held.alt = down;
  return held;
}

// ImGui scrolls 5 letters a step along and 2 across, and rounds each scroll down to pixels: small steps would be lost
// one way and doubled the other. So it is given steps of whole pixels, the same along and across, a quarter of a pixel
// further down than where they end.
void hand_wheel_to_imgui(InputQueue& input, const InputEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  const ImFont* font = io.FontDefault != nullptr ? io.FontDefault
                       : io.Fonts->Fonts.empty() ? nullptr
                                                 : io.Fonts->Fonts[0];
  if (font == nullptr) return;
  const float size = font->FontSize * io.FontGlobalScale;
  const float along = std::floor(5 * size);
  const float across = std::floor(2 * size);
  const auto steps = [&](float pixels, float step) { return pixels == 0 ? 0.0F : (pixels - 0.25F) / step; };
  const bool sideways = io.KeyShift;  // the wheel along is then across
  const float x = input.whole_pixels(1, (sideways ? event.x + event.y : event.x) * along);
  const float y = input.whole_pixels(0, sideways ? 0 : event.y * along);
  if (sideways) {
    io.MouseWheel += steps(x, across);
  } else {
    io.MouseWheelH += steps(x, across);
    io.MouseWheel += steps(y, along);
  }
}

void hand_to_imgui(InputQueue& input, const InputEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.kind) {
    case Kind::key_down:
    case Kind::key_up:
      io.KeysDown[static_cast<int>(event.key)] = event.kind == Kind::key_down;
      set_modifiers(held_with(event));
      break;
    case Kind::button_down:
    case Kind::button_up:
      if (event.button >= 0 && event.button < 5) io.MouseDown[event.button] = event.kind == Kind::button_down;
      break;
    case Kind::move:
      io.MousePos = {event.x, event.y};
      break;
    case Kind::wheel:
      hand_wheel_to_imgui(input, event);
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

void feed_input(InputQueue& input, FieldTakes field_takes) {
  input.feed(field_takes);
  for (const InputEvent& event : input.events()) hand_to_imgui(input, event);
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
