// Input from the system's window, in the order in which it happened. The library of small parts reads the state of the
// keyboard once a frame: what is pressed and released within a slow frame would be lost without this queue.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// Keys as shortcuts name them; key_labels.h says which key that is under a keyboard layout.
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
  f4,
  f5,
  f6,
  f7,
  f8,
  f10,
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

// What keys are pressed with.
inline constexpr Modifiers plain{};
inline constexpr Modifiers control{true, false, false};
inline constexpr Modifiers shift{false, true, false};
inline constexpr Modifiers control_shift{true, true, false};
inline constexpr Modifiers alternate{false, false, true};
inline constexpr Modifiers alternate_shift{false, true, true};

struct InputEvent {
  enum class Kind : std::uint8_t {
    key_down,
    key_up,
    text,
    button_down,
    button_up,
    move,
    wheel,
    focus_lost,
    close,
    drop
  };

  Kind kind = Kind::move;
  Key key = Key::none;
  Modifiers modifiers;
  char32_t character = 0;  // text
  int button = 0;          // 0 left, 1 right, 2 middle
  float x = 0;             // move: position; wheel: steps
  float y = 0;
  std::string path = {};  // drop: the first file
};

// What a text field that has the focus only writes down: characters and the keys that edit or move the caret; or, where
// digits and other keys may do something else, characters without digits.
enum class FieldTakes : std::uint8_t { nothing, words, text };

class InputQueue {
 public:
  void key(Key key, bool down, Modifiers modifiers);
  void text(char32_t character);
  void button(int button, bool down);
  void move(float x, float y);
  void wheel(float x, float y);
  void focus_lost();
  void close();                 // the window is asked to go
  void drop(std::string path);  // a file was dropped on the window

  bool empty() const { return waiting_.empty(); }

  // How often a button was pressed, and how many of these presses feed() has taken.
  std::uint64_t presses() const { return presses_; }
  std::uint64_t fed_presses() const { return fed_presses_; }

  // Takes the next events for a frame: those that cannot change what the following ones mean. These are one key,
  // character, press of a button, close or drop; what only moves the pointer goes before it. While a text field of our
  // own has the focus a run of what it takes goes together, as the field reads it in order from events(). A press of a
  // button waits until what the events before it have changed stands where it will stay. The rest waits for the next
  // frame, so that how input is cut into frames never matters.
  void feed(FieldTakes field_takes);

  // What feed() took for this frame, in order; nothing while the keys are set aside.
  const std::vector<InputEvent>& events() const { return set_aside_ ? none_ : frame_; }

  // Whole pixels of a way that the wheel or touchpad asks for, along (0) or across (1); what is left of one is kept for
  // the next, so that small steps add up.
  float whole_pixels(int axis, float wanted);

  bool has_keys() const;  // this frame has a key or a character, whoever takes it

  // While parts are drawn that the keys are not meant for.
  void set_keys_aside(bool aside) { set_aside_ = aside; }
  bool keys_are_aside() const { return set_aside_; }

  // While the pointer is over bars and panels whose clicks do not take the caret away from where it is written.
  void set_clicks_aside(bool aside) { clicks_aside_ = aside; }
  bool clicks_are_aside() const { return clicks_aside_; }

  // What the window itself was asked in this frame, whoever has the keys.
  bool closes() const;
  const std::string* dropped() const;  // nullptr for nothing

  // Whether the pointer was the last that was used, and not a key or a button: then it asks what it points at.
  bool pointer_asks() const { return pointer_asks_; }

  // Whether this frame has this key press; takes it, so that nothing else answers to it.
  bool take(Key key, Modifiers modifiers);
  bool take_text(char32_t character);  // the same for a character

 private:
  std::deque<InputEvent> waiting_;
  std::vector<InputEvent> frame_;
  std::vector<InputEvent> none_;
  std::uint64_t presses_ = 0;
  std::uint64_t fed_presses_ = 0;
  int quiet_frames_ = 0;  // how many have begun since the last event that asks for something
  bool set_aside_ = false;
  bool clicks_aside_ = false;
  bool pointer_asks_ = false;
  float part_of_pixel_[2] = {0, 0};
};

// Sets the keys aside as long as it lives, if `aside` says so.
class KeysAside {
 public:
  KeysAside(InputQueue& input, bool aside) : input_(input), before_(input.keys_are_aside()) {
    input_.set_keys_aside(before_ || aside);
  }
  ~KeysAside() { input_.set_keys_aside(before_); }
  KeysAside(const KeysAside&) = delete;
  KeysAside& operator=(const KeysAside&) = delete;

 private:
  InputQueue& input_;
  bool before_;
};

}  // namespace canvasbook
