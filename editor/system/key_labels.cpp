#include "editor/system/key_labels.h"

#include "model/text/text.h"

namespace canvasbook {

namespace {

Key nth_key(Key first, int number) { return static_cast<Key>(static_cast<int>(first) + number); }

bool types_a_letter(Key place) { return place >= Key::a && place <= Key::z; }
bool types_a_sign(Key place) { return place >= Key::digit_0 && place <= Key::slash; }

}  // namespace

bool is_latin_letter(std::string_view label) { return label.size() == 1 && is_ascii_letter(label[0]); }

Key key_by_label(Key place, std::string_view label, bool layout_has_latin_letters) {
  const bool types = place == Key::none || types_a_letter(place) || types_a_sign(place);
  if (!types || !layout_has_latin_letters || label.empty()) return place;
  if (is_latin_letter(label)) return nth_key(Key::a, (label[0] | 32) - 'a');
  if (label.size() == 1 && is_digit(static_cast<unsigned char>(label[0]))) return nth_key(Key::digit_0, label[0] - '0');
  if (label == "-") return Key::minus;
  if (label == "=" || label == "+") return Key::equal;  // one key where English has them; others have one of them
  if (label == "/") return Key::slash;
  // A French keyboard has the digits above other signs. A letter whose place says something else is somewhere else.
  return types_a_letter(place) ? Key::none : place;
}

}  // namespace canvasbook
