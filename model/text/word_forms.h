// Which words are forms of one word: клиент, клиента, клиентам; standard, standards. Words that a
// dictionary knows are told apart by its base forms, others by their stems, for which the library is Snowball; a
// Russian word has its stem as a noun besides.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canvasbook {

class Spelling;

// Remembers what it was asked, so that a word of a long text is looked up once. Not for several threads at once.
class WordForms {
 public:
  WordForms();
  explicit WordForms(std::shared_ptr<const Spelling> dictionaries);
  ~WordForms();
  WordForms(WordForms&&) noexcept;
  WordForms& operator=(WordForms&&) noexcept;

  // From now on uses these, or none; returns whether others were used before.
  bool use(std::shared_ptr<const Spelling> dictionaries);

  // What a word has in common with its other forms: its base forms (of стали: сталь, стать), or the stems of a word
  // that no dictionary knows. Capitals and ё do not count. Russian rules for a word in Cyrillic, English ones for a
  // word in Latin letters; a word of anything else has itself alone.
  const std::vector<std::string>& bases(std::string_view word);

 private:
  struct Stemmers;

  std::vector<std::string> look_up(const std::string& form) const;

  std::shared_ptr<const Spelling> dictionaries_;  // or nullptr
  std::unique_ptr<Stemmers> stemmers_;
  std::unordered_map<std::string, std::vector<std::string>> known_;  // by the small letters of a word
};

// Whether two words have a base in common.
bool share_a_base(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace canvasbook
