// Which key a shortcut means: the one whose cap shows its letter, in a keyboard layout that has Latin letters at all;
// in one that has none, such as Russian or Greek, the one at the place of the letter on an English keyboard.
#pragma once

#include <string_view>

#include "editor/system/input_queue.h"

namespace canvasbook {

// Whether what a key types without modifiers is a letter that shortcuts are named by.
bool is_latin_letter(std::string_view label);

// The key at a place, by what it types without modifiers in the layout that is in use now (UTF-8; empty where it types
// nothing by itself). `place` is what stands there on an English keyboard; none for a place with no key of ours, such
// as that of ";". Keys that type nothing are what their place says.
Key key_by_label(Key place, std::string_view label, bool layout_has_latin_letters);

}  // namespace canvasbook
