// Whether a dictionary knows a word, what it would rather have, and its base forms. The library is Hunspell.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/language.h"

namespace canvasbook {

// Whose letters a word is made of; hyphens and apostrophes do not count.
enum class WordScript {
  russian,  // Russian letters alone
  english,  // a … z alone
  mixed,    // Russian and English letters in one word, such as a Latin c in «cлово»
  other     // no letters, digits among them, or letters of other languages: no dictionary of ours can judge it
};
WordScript script_of(std::string_view word);

// The dictionaries ru_RU, en_US and en_GB; the latter know all English words together, and the first that is there
// suggests. A word is UTF-8; its script chooses the language. Stress marks and soft hyphens
// are overlooked, ’ is ', a non-breaking hyphen is a hyphen, and a Russian word with ё is also known as that with е.
// All methods may be called by any threads at the same time; they wait for one another.
class Spelling {
 public:
  // Knows no language.
  Spelling();

  // Reads the .aff and .dic of each from the first of `folders` that has both; takes about 0.6 s. A dictionary whose
  // files are missing, cannot be read or do not even hold the commonest word is left out.
  explicit Spelling(const std::vector<std::string>& folders);
  ~Spelling();
  Spelling(Spelling&&) noexcept;
  Spelling& operator=(Spelling&&) noexcept;

  bool has(Language language) const;

  // False for a word of mixed script and, where there is no dictionary for its script, for any word.
  bool knows(std::string_view word) const;

  // At most `most_suggestions` words that may be meant, the likeliest first, none twice. The library searches for up to
  // half a second: not for a frame.
  static constexpr size_t most_suggestions = 8;
  std::vector<std::string> suggestions(std::string_view word) const;

  // The dictionary's base forms of a word (клиентами: клиент; стали: сталь, стать), in small letters with ё as е, none
  // twice. None for a word that it does not know, and for one made of several with a hyphen.
  std::vector<std::string> lemmas(std::string_view word) const;

 private:
  class Dictionary;
  std::vector<const Dictionary*> dictionaries_for(WordScript script) const;

  std::vector<std::unique_ptr<Dictionary>> dictionaries_;
};

}  // namespace canvasbook
