// Whether a dictionary knows a word, what it would rather have, and its base forms. The library is Hunspell.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace canvasbook {

// Whose letters a word is made of; hyphens and apostrophes do not count.
enum class WordScript {
  russian,  // Russian letters alone
  english,  // a … z alone
  mixed,    // Russian and English letters in one word, such as a Latin c in «cлово»
  other     // no letters, digits among them, or letters of other languages: no dictionary of ours can judge it
};
WordScript script_of(std::string_view word);

// The dictionaries ru_RU and en_US. A word is UTF-8; its script chooses the dictionary. Stress marks and soft hyphens
// are overlooked, ’ is ', a non-breaking hyphen is a hyphen, and a Russian word with ё is also known as that with е.
// All methods may be called by any threads at the same time; they wait for one another.
class Spelling {
 public:
  // Knows no language.
  Spelling();

  // Reads each language's .aff and .dic from the first of `folders` that has both; takes about 0.5 s. A language whose
  // files are missing, cannot be read or do not even hold its commonest word is left out.
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
  const Dictionary* dictionary_for(WordScript script) const;

  std::array<std::unique_ptr<Dictionary>, 2> dictionaries_;  // by Language
};

}  // namespace canvasbook
