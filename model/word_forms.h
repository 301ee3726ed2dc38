// Which words are forms of one word: клиент, клиента, клиентам; standard, standards. The library is Snowball.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canvasbook {

// Remembers what it was asked, so that a word of a long text is looked up once. Not for several threads at once.
class WordForms {
 public:
  WordForms();
  ~WordForms();
  WordForms(WordForms&&) noexcept;
  WordForms& operator=(WordForms&&) noexcept;

  // What a word has in common with its other forms: its stem. Capitals and ё do not count. Russian rules for a word in
  // Cyrillic, English ones for a word in Latin letters; a word of anything else has itself alone.
  const std::vector<std::string>& bases(std::string_view word);

 private:
  struct Stemmers;

  std::unique_ptr<Stemmers> stemmers_;
  std::unordered_map<std::string, std::vector<std::string>> known_;  // by the small letters of a word
};

// Whether two words have a base in common.
bool share_a_base(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace canvasbook
