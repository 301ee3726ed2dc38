// Input between the window system and Dear ImGui, in the order in which it happened. ImGui 1.86 reads the state of the
// keyboard once a frame: what is pressed and released within a slow frame would be lost without this queue.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// Keys by their place on the keyboard, so that shortcuts work under any layout.
enum class Key : std::uint8_t {
  none,
  tab,
  left,
  right,
  up,
  down,
  page_up,
  page_down,
  home,
  end,
  insert,
  delete_,
  backspace,
  space,
  enter,
  escape,
  a,
  b,
  c,
  d,
  e,
  f,
  g,
  h,
  i,
  j,
  k,
  l,
  m,
  n,
  o,
  p,
  q,
  r,
  s,
  t,
  u,
  v,
  w,
  x,
  y,
  z,
  digit_0,
  digit_1,
  digit_2,
  digit_3,
  digit_4,
  digit_5,
  digit_6,
  digit_7,
  digit_8,
  digit_9,
  minus,
  equal,
  slash,
  f1,
  f2,
  f3,
  f5,
  f7,
  f11,
  menu,
  control,
  shift,
  alt,
  count
};

struct Modifiers {
  bool control = false;
  bool shift = false;
  bool alt = false;

  bool operator==(const Modifiers&) const = default;
};

struct InputEvent {
  enum class Kind : std::uint8_t { key_down, key_up, text, button_down, button_up, move, wheel, focus_lost };

  Kind kind = Kind::move;
  Key key = Key::none;
  Modifiers modifiers;
  char32_t character = 0;  // text
  int button = 0;          // 0 left, 1 right, 2 middle
  float x = 0;             // move: position; wheel: steps
  float y = 0;
};

class InputQueue {
 public:
  void key(Key key, bool down, Modifiers modifiers);
  void text(char32_t character);
  void button(int button, bool down);
  void move(float x, float y);
  void wheel(float x, float y);
  void focus_lost();

  bool empty() const { return waiting_.empty(); }

  // Hands events to ImGui's state until one would hide another; the rest waits for the next frame. While a text field
  // of our own has the focus it reads keys and characters in order from events(), so they need not be held back, but
  // for what follows a key that may leave the field.
  void feed(bool text_field_active);

  // What feed() took for this frame, in order; nothing while the keys are set aside.
  const std::vector<InputEvent>& events() const { return set_aside_ ? none_ : frame_; }

  // While parts are drawn that the keys are not meant for.
  void set_keys_aside(bool aside) { set_aside_ = aside; }
  bool keys_are_aside() const { return set_aside_; }

  // Whether this frame has this key press; takes it, so that nothing else answers to it.
  bool take(Key key, Modifiers modifiers);

 private:
  std::deque<InputEvent> waiting_;
  std::vector<InputEvent> frame_;
  std::vector<InputEvent> none_;
  bool set_aside_ = false;
};

// Sets the keys aside as long as it lives, if `aside` says so.
class KeysAside {
 public:
  KeysAside(InputQueue& input, bool aside) : input_(input) { input_.set_keys_aside(aside); }
  ~KeysAside() { input_.set_keys_aside(false); }
  KeysAside(const KeysAside&) = delete;
  KeysAside& operator=(const KeysAside&) = delete;

 private:
  InputQueue& input_;
};

// Tells ImGui which of our keys it navigates with. Call once for each context.
void map_keys();

}  // namespace canvasbook
