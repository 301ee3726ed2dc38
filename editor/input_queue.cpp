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
  if (!waiting_.empty() && waiting_.back().kind == Kind::wheel) {  // small steps add up
    waiting_.back().x += x;
    waiting_.back().y += y;
    return;
  }
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

void InputQueue::close() {
  InputEvent event;
  event.kind = Kind::close;
  waiting_.push_back(event);
}

void InputQueue::drop(std::string path) {
  InputEvent event;
  event.kind = Kind::drop;
  event.path = std::move(path);
  waiting_.push_back(std::move(event));
}

namespace {

bool is_modifier(Key key) { return key == Key::control || key == Key::shift || key == Key::alt; }

// Whether a text field that has the focus keeps it, and reads what follows, after this event.
bool stays_in_field(const InputEvent& event) {
  if (event.kind == Kind::text) return true;
  if (event.kind != Kind::key_down || event.modifiers.control || event.modifiers.alt) return false;
  // a letter's key comes before the letter itself
  constexpr Key others[] = {Key::tab, Key::enter, Key::escape, Key::insert, Key::menu, Key::f1,
                            Key::f2,  Key::f3,    Key::f5,     Key::f7,     Key::f11};
  return std::ranges::find(others, event.key) == std::ranges::end(others);
}

// Whether an event asks for nothing by itself: a pointer that moves, a key that is let go of, a modifier.
bool asks_nothing(const InputEvent& event) {
  if (event.kind == Kind::key_down) return is_modifier(event.key) || event.key == Key::none;
  return event.kind == Kind::move || event.kind == Kind::key_up || event.kind == Kind::focus_lost;
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

void InputQueue::feed(bool text_field_active) {
  frame_.clear();
  bool in_run = false;  // of what stays in the text field
  std::vector<Key> pressed;
  while (!waiting_.empty()) {
    const InputEvent& event = waiting_.front();
    const bool goes_on = text_field_active && stays_in_field(event);
    const bool asks = !asks_nothing(event);
    if (asks && in_run && !goes_on) return;
    // ImGui sees a key only if it is down at the end of a frame
    if (event.kind == Kind::key_up && std::ranges::find(pressed, event.key) != pressed.end() && !in_run) return;
    if (event.kind == Kind::key_down) pressed.push_back(event.key);
    hand_to_imgui(event);
    if (event.kind == Kind::move) pointer_asks_ = true;
    if (event.kind == Kind::key_down || event.kind == Kind::text || event.kind == Kind::button_down)
      pointer_asks_ = false;
    frame_.push_back(event);
    waiting_.pop_front();
    if (asks && !goes_on) return;
    in_run = in_run || goes_on;
  }
}

bool InputQueue::closes() const { return std::ranges::find(frame_, Kind::close, &InputEvent::kind) != frame_.end(); }

const std::string* InputQueue::dropped() const {
  const auto found = std::ranges::find(frame_, Kind::drop, &InputEvent::kind);
  return found == frame_.end() ? nullptr : &found->path;
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
