#include "editor/input_queue.h"

#include <imgui.h>

#include <algorithm>

namespace canvasbook {

namespace {

using Kind = InputEvent::Kind;

void set_modifiers(Modifiers modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = modifiers.control;
  io.KeyShift = modifiers.shift;
  io.KeyAlt = modifiers.alt;
}

}  // namespace

void InputQueue::key(Key key, bool down, Modifiers modifiers) {
  InputEvent event;
  event.kind = down ? Kind::key_down : Kind::key_up;
  event.key = key;
  event.modifiers = modifiers;
  waiting_.push_back(event);
}

void InputQueue::text(char32_t character) {
  InputEvent event;
  event.kind = Kind::text;
  event.character = character;
  waiting_.push_back(event);
}

void InputQueue::button(int button, bool down) {
  InputEvent event;
  event.kind = down ? Kind::button_down : Kind::button_up;
  event.button = button;
  waiting_.push_back(event);
}

void InputQueue::move(float x, float y) {
  InputEvent event;
  event.x = x;
  event.y = y;
  // of two moves in a row only the last can be seen
  if (!waiting_.empty() && waiting_.back().kind == Kind::move) {
    waiting_.back() = event;
  } else {
    waiting_.push_back(event);
  }
}

void InputQueue::wheel(float x, float y) {
  InputEvent event;
  event.kind = Kind::wheel;
  event.x = x;
  event.y = y;
  waiting_.push_back(event);
}

void InputQueue::focus_lost() {
  InputEvent event;
  event.kind = Kind::focus_lost;
  waiting_.push_back(event);
}

namespace {

// Keys after which what is typed may belong to another field.
bool leaves_field(Key key) { return key == Key::tab || key == Key::enter || key == Key::escape; }

}  // namespace

void InputQueue::feed(bool text_field_active) {
  ImGuiIO& io = ImGui::GetIO();
  frame_.clear();
  std::vector<Key> touched;
  bool clicked = false;
  bool scrolled = false;
  bool typed = false;
  while (!waiting_.empty()) {
    const InputEvent event = waiting_.front();
    const bool is_key = event.kind == Kind::key_down || event.kind == Kind::key_up;
    if (is_key && !text_field_active && (typed || std::ranges::find(touched, event.key) != touched.end())) return;
    switch (event.kind) {
      case Kind::key_down:
      case Kind::key_up:
        touched.push_back(event.key);
        io.KeysDown[static_cast<int>(event.key)] = event.kind == Kind::key_down;
        set_modifiers(event.modifiers);
        break;
      case Kind::text:
        if (!text_field_active && !touched.empty()) return;
        if (event.character < 0x10000) io.AddInputCharacter(event.character);
        typed = true;
        break;
      case Kind::button_down:
      case Kind::button_up:
        if (clicked || scrolled) return;
        if (event.button >= 0 && event.button < 5) io.MouseDown[event.button] = event.kind == Kind::button_down;
        clicked = true;
        break;
      case Kind::move:
        if (clicked || scrolled) return;
        io.MousePos = {event.x, event.y};
        break;
      case Kind::wheel:
        if (clicked) return;
        io.MouseWheelH += event.x;
        io.MouseWheel += event.y;
        scrolled = true;
        break;
      case Kind::focus_lost:
        std::ranges::fill(io.KeysDown, false);
        set_modifiers({});
        break;
    }
    frame_.push_back(event);
    waiting_.pop_front();
    if (text_field_active && event.kind == InputEvent::Kind::key_down && leaves_field(event.key)) return;
  }
}

bool InputQueue::take(Key key, Modifiers modifiers) {
  if (set_aside_) return false;
  const auto found = std::ranges::find_if(frame_, [&](const InputEvent& event) {
    return event.kind == Kind::key_down && event.key == key && event.modifiers == modifiers;
  });
  if (found == frame_.end()) return false;
  found->key = Key::none;
  return true;
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
