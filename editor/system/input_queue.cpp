#include "editor/system/input_queue.h"

#include <algorithm>
#include <cmath>

#include "model/text/text.h"

namespace canvasbook {

namespace {

using Kind = InputEvent::Kind;

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
  if (down) ++presses_;
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

// A dialog that has just opened is measured in the first frame and stands in the second.
constexpr int frames_to_settle = 2;

bool is_key(const InputEvent& event) { return event.kind == Kind::key_down || event.kind == Kind::text; }
bool is_modifier(Key key) { return key == Key::control || key == Key::shift || key == Key::alt; }

bool is_word_key(Key key) { return (key >= Key::a && key <= Key::z) || key == Key::space; }

// Whether a text field that has the focus keeps it, and reads what follows, after this event.
bool stays_in_field(const InputEvent& event, FieldTakes takes) {
  if (takes == FieldTakes::nothing) return false;
  if (takes == FieldTakes::words) {
    if (event.kind == Kind::text) return !is_digit(event.character);
    return event.kind == Kind::key_down && event.modifiers == Modifiers{} && is_word_key(event.key);
  }
  if (event.kind == Kind::text) return true;
  if (event.kind != Kind::key_down || event.modifiers.control || event.modifiers.alt) return false;
  // a letter's key comes before the letter itself
  constexpr Key others[] = {Key::tab, Key::enter, Key::escape, Key::insert, Key::menu, Key::f1,  Key::f2, Key::f3,
                            Key::f4,  Key::f5,    Key::f6,     Key::f7,     Key::f8,   Key::f10, Key::f11};
  return std::ranges::find(others, event.key) == std::ranges::end(others);
}

// Whether an event asks for nothing by itself: a pointer that moves, a key that is let go of, a modifier.
bool asks_nothing(const InputEvent& event) {
  if (event.kind == Kind::key_down) return is_modifier(event.key) || event.key == Key::none;
  return event.kind == Kind::move || event.kind == Kind::key_up || event.kind == Kind::focus_lost;
}

}  // namespace

void InputQueue::feed(FieldTakes field_takes) {
  frame_.clear();
  bool in_run = false;  // of what stays in the text field
  std::vector<Key> pressed;
  quiet_frames_ = std::min(quiet_frames_ + 1, frames_to_settle + 1);
  while (!waiting_.empty()) {
    const InputEvent& event = waiting_.front();
    if (event.kind == Kind::button_down && quiet_frames_ <= frames_to_settle) return;
    const bool goes_on = stays_in_field(event, field_takes);
    const bool asks = !asks_nothing(event);
    if (asks && in_run && !goes_on) return;
    // ImGui sees a key only if it is down at the end of a frame
    if (event.kind == Kind::key_up && std::ranges::find(pressed, event.key) != pressed.end() && !in_run) return;
    if (event.kind == Kind::key_down) pressed.push_back(event.key);
    if (event.kind == Kind::move) pointer_asks_ = true;
    if (is_key(event) || event.kind == Kind::button_down) pointer_asks_ = false;
    if (event.kind == Kind::button_down) ++fed_presses_;
    if (asks) quiet_frames_ = 0;
    frame_.push_back(event);
    waiting_.pop_front();
    if (asks && !goes_on) return;
    in_run = in_run || goes_on;
  }
}

float InputQueue::whole_pixels(int axis, float wanted) {
  float& left = part_of_pixel_[axis];
  const float all = left + wanted;
  const float whole = std::trunc(all);
  left = all - whole;
  return whole;
}

bool InputQueue::has_keys() const { return std::ranges::any_of(frame_, is_key); }

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

bool InputQueue::take_text(char32_t character) {
  if (set_aside_) return false;
  const auto found = std::ranges::find_if(
      frame_, [&](const InputEvent& event) { return event.kind == Kind::text && event.character == character; });
  if (found == frame_.end()) return false;
  frame_.erase(found);
  return true;
}

}  // namespace canvasbook
