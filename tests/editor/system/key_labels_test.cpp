// Six layouts by all shortcuts: each answers to the key that shows its letter.
#include "editor/system/key_labels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "editor/call/shortcuts.h"
#include "editor/frame/command_table.h"
#include "editor/items/shortcuts.h"
#include "editor/registers/shortcuts.h"
#include "editor/visits/shortcuts.h"
#include "model/text/text.h"

namespace canvasbook::key_labels_test {

namespace {

// What the keys type without modifiers, in the order of their places: the digits' row from "1" to "=", then the three
// rows of letters, as the X keyboard database has them. "´" and "^" stand for keys that only prepare an accent.
constexpr const char* english =
    "1234567890-="
    "qwertyuiop[]"
    "asdfghjkl;'"
    "zxcvbnm,./";

struct Layout {
  const char* name;
  const char* labels;
  bool is_latin;
};
constexpr Layout layouts[] = {
    {"de",
     "1234567890ß´"
     "qwertzuiopü+"
     "asdfghjklöä"
     "yxcvbnm,.-",
     true},
    {"fr",
     "&é\"'(-è_çà)="
     "azertyuiop^$"
     "qsdfghjklmù"
     "wxcvbn,;:!",
     true},
    {"dvorak",
     "1234567890[]"
     "',.pyfgcrl/="
     "aoeuidhtns-"
     ";qjkxbmwvz",
     true},
    {"ru",
     "1234567890-="
     "йцукенгшщзхъ"
     "фывапролджэ"
     "ячсмитьбю.",
     false},
    {"ua",
     "1234567890-="
     "йцукенгшщзхї"
     "фівапролджє"
     "ячсмитьбю.",
     false},
    {"gr",
     "1234567890-="
     ";ςερτυθιοπ[]"
     "ασδφγηξκλ΄'"
     "ζχψωβνμ,./",
     false},
};

std::vector<std::string> letters_of(std::string_view labels) {
  std::vector<std::string> letters;
  for (size_t at = 0; at < labels.size();) {
    const size_t begin = at;
    next_code_point(labels, at);
    letters.emplace_back(labels.substr(begin, at - begin));
  }
  return letters;
}

// The key at each place of an English keyboard.
Key place_of(char label) {
  if (label >= 'a' && label <= 'z') return static_cast<Key>(static_cast<int>(Key::a) + label - 'a');
  if (label >= '0' && label <= '9') return static_cast<Key>(static_cast<int>(Key::digit_0) + label - '0');
  return label == '-' ? Key::minus : label == '=' ? Key::equal : label == '/' ? Key::slash : Key::none;
}

bool is_latin(const std::vector<std::string>& labels) { return std::ranges::any_of(labels, is_latin_letter); }

// The labels of the keys that mean this one, in a layout.
std::vector<std::string> labels_for(Key key, const Layout& layout) {
  const std::vector<std::string> labels = letters_of(layout.labels);
  std::vector<std::string> found;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (key_by_label(place_of(english[i]), labels[i], is_latin(labels)) == key) found.push_back(labels[i]);
  }
  return found;
}

// What a shortcut's key is called: the label of its place on an English keyboard.
std::string name_of(Key key) {
  for (const char* label = english; *label != '\0'; ++label) {
    if (place_of(*label) == key) return {*label};
  }
  return {};
}

// The keys of all shortcuts that type something.
std::vector<Key> keys_of_shortcuts() {
  std::vector<Key> keys;
  for (const Command& command : commands()) {
    for (const Shortcut& shortcut : command.shortcuts) keys.push_back(shortcut.key);
  }
  for (const NamedShortcut& named : item_shortcuts) keys.push_back(named.shortcut.key);
  for (const NamedShortcut& named : visit_shortcuts) keys.push_back(named.shortcut.key);
  for (const NamedShortcut& named : register_shortcuts) keys.push_back(named.shortcut.key);
  for (const NamedShortcut& named : call_shortcuts) keys.push_back(named.shortcut.key);
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::erase_if(keys, [](Key key) { return name_of(key).empty(); });
  return keys;
}

}  // namespace

TEST_CASE("the tables of the layouts have a label for each place") {
  CHECK(keys_of_shortcuts().size() > 20);
  for (const Layout& layout : layouts) {
    CAPTURE(layout.name);
    CHECK(letters_of(layout.labels).size() == std::string_view(english).size());
    CHECK(is_latin(letters_of(layout.labels)) == layout.is_latin);
  }
}

TEST_CASE("in a layout with Latin letters every shortcut is at the key that shows its letter, and at no other") {
  for (const Layout& layout : layouts) {
    if (!layout.is_latin) continue;
    for (const Key key : keys_of_shortcuts()) {
      CAPTURE(layout.name);
      const std::string name = name_of(key);
      CAPTURE(name);
      const std::vector<std::string> found = labels_for(key, layout);
      if (key >= Key::a && key <= Key::z) {
        CHECK(found == std::vector<std::string>{name});
        continue;
      }
      REQUIRE_FALSE(found.empty());
      const std::vector<std::string> labels = letters_of(layout.labels);
      const bool shows_it = std::ranges::find(labels, name) != labels.end();
      if (shows_it) CHECK(std::ranges::find(found, name) != found.end());
    }
  }
}

TEST_CASE("in a layout without Latin letters every shortcut is at the place that it has on an English keyboard") {
  for (const Layout& layout : layouts) {
    if (layout.is_latin) continue;
    const std::vector<std::string> labels = letters_of(layout.labels);
    for (const Key key : keys_of_shortcuts()) {
      CAPTURE(layout.name);
      const size_t place = std::string_view(english).find(name_of(key));
      CHECK(labels_for(key, layout) == std::vector<std::string>{labels[place]});
    }
  }
}

TEST_CASE("the digits of a French keyboard stand where they stand, though their keys type other signs") {
  const Layout& french = layouts[1];
  CHECK(labels_for(Key::digit_1, french) == std::vector<std::string>{"&"});
  CHECK(labels_for(Key::digit_0, french) == std::vector<std::string>{"à"});
  CHECK(labels_for(Key::minus, french).front() == "-");
}

TEST_CASE("a plus makes larger where it has a key of its own") {
  const Layout& german = layouts[0];
  const std::vector<std::string> found = labels_for(Key::equal, german);
  CHECK(std::ranges::find(found, "+") != found.end());
}

TEST_CASE("keys that type nothing are what their place says, in every layout") {
  for (const bool latin : {false, true}) {
    for (const Key key : {Key::enter, Key::f5, Key::left, Key::control, Key::space, Key::tab}) {
      CHECK(key_by_label(key, "", latin) == key);
      CHECK(key_by_label(key, "q", latin) == key);
    }
    CHECK(key_by_label(Key::q, "", latin) == Key::q);  // where the system does not tell
  }
}

}  // namespace canvasbook::key_labels_test
