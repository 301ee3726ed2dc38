#include "model/text/spelling.h"

#include <iconv.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <hunspell.hxx>
#include <mutex>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_letters_suggested = 60;  // the library searches long for what resembles a longer one

struct DictionaryFiles {
  const char* name;
  Language language;
  const char* commonest_word;
};
constexpr DictionaryFiles dictionary_files[] = {
    {"ru_RU", Language::ru, "и"}, {"en_US", Language::en, "the"}, {"en_GB", Language::en, "the"}};

bool is_russian(char32_t small) { return (small >= U'а' && small <= U'я') || small == U'ё'; }
bool is_english(char32_t small) { return small >= 'a' && small <= 'z'; }
bool joins_letters(char32_t character) {
  return character == '-' || character == 0x2011 || character == '\'' || character == 0x2019 ||  // hyphens, apostrophes
         character == stress_mark || character == soft_hyphen;
}

// The word as dictionaries have it.
std::string dictionary_form(std::string_view word) {
  std::string form;
  const std::string plain = without_reading_marks(word);
  for (size_t at = 0; at < plain.size();) {
    const char32_t character = next_code_point(plain, at);
    append_utf8(form, character == 0x2011 ? U'-' : character == 0x2019 ? U'\'' : character);
  }
  return form;
}

std::string replace_letters(std::string_view word, std::u32string_view letters, std::u32string_view replacements) {
  std::string result;
  for (size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    const size_t found = letters.find(letter);
    append_utf8(result, found == std::u32string_view::npos ? letter : replacements[found]);
  }
  return result;
}

std::string without_yo(std::string_view word) { return replace_letters(word, U"ёЁ", U"еЕ"); }

void add_once(std::vector<std::string>& words, std::string word) {
  if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

// Letters that are taken for one another because they sound alike.
constexpr std::u32string_view heard_alike[] = {U"оа", U"еи", U"еэ", U"яе", U"иы", U"сз", U"тд", U"пб",
                                               U"шж", U"кг", U"фв", U"шщ", U"чщ", U"ёо", U"ei", U"ae",
                                               U"ao", U"oe", U"iy", U"sc", U"sz", U"ck"};

// Whether two words differ in one letter that sounds like the other's.
bool is_heard_alike(std::string_view word, std::string_view other) {
  size_t differences = 0;
  size_t at = 0;
  size_t at_other = 0;
  while (at < word.size() && at_other < other.size()) {
    const char32_t one = to_lower(next_code_point(word, at));
    const char32_t two = to_lower(next_code_point(other, at_other));
    if (one == two) continue;
    const auto holds_both = [&](std::u32string_view pair) {
      return pair.find(one) != std::u32string_view::npos && pair.find(two) != std::u32string_view::npos;
    };
    if (++differences > 1 || std::ranges::none_of(heard_alike, holds_both)) return false;
  }
  return differences == 1 && at == word.size() && at_other == other.size();
}

// From one encoding to another; nothing where the text has a character that the other lacks.
class Conversion {
 public:
  Conversion(const char* to, const char* from) : descriptor_(::iconv_open(to, from)) {}
  ~Conversion() {
    if (works()) ::iconv_close(descriptor_);
  }
  Conversion(const Conversion&) = delete;
  Conversion& operator=(const Conversion&) = delete;

  bool works() const { return reinterpret_cast<std::intptr_t>(descriptor_) != -1; }

  std::optional<std::string> convert(std::string text) const {
    std::string result(4 * text.size(), '\0');
    char* in = text.data();
    char* out = result.data();
    size_t in_left = text.size();
    size_t out_left = result.size();
    ::iconv(descriptor_, nullptr, nullptr, nullptr, nullptr);
    if (::iconv(descriptor_, &in, &in_left, &out, &out_left) != 0) return std::nullopt;
    result.resize(result.size() - out_left);
    return result;
  }

 private:
  iconv_t descriptor_;
};

}  // namespace

// One language of the library, which takes and gives words in the encoding of its files.
class Spelling::Dictionary {
 public:
  Dictionary(const std::string& path, Language of)
      : language(of),
        library_((path + ".aff").c_str(), (path + ".dic").c_str()),
        into_(library_.get_dict_encoding().c_str(), "UTF-8"),
        out_of_("UTF-8", library_.get_dict_encoding().c_str()) {}

  const Language language;

  bool knows(const std::string& word) const {
    if (word.empty() || !into_.works()) return false;
    const std::lock_guard lock(mutex_);
    const auto encoded = into_.convert(word);
    return encoded && library_.spell(*encoded);
  }

  std::vector<std::string> suggestions(const std::string& word) const {
    const std::lock_guard lock(mutex_);
    const auto encoded = into_.convert(word);
    return encoded ? decoded(library_.suggest(*encoded)) : std::vector<std::string>();
  }

  std::vector<std::string> stems(const std::string& word) const {
    const std::lock_guard lock(mutex_);
    const auto encoded = into_.convert(word);
    return encoded ? decoded(library_.stem(*encoded)) : std::vector<std::string>();
  }

 private:
  std::vector<std::string> decoded(const std::vector<std::string>& words) const {
    std::vector<std::string> result;
    for (const std::string& word : words) {
      if (auto text = out_of_.convert(word)) result.push_back(to_nfc(*text));
    }
    return result;
  }

  mutable std::mutex mutex_;
  mutable Hunspell library_;
  Conversion into_;
  Conversion out_of_;
};

WordScript script_of(std::string_view word) {
  bool russian = false;
  bool english = false;
  const std::string composed = to_nfc(word);
  for (size_t at = 0; at < composed.size();) {
    const char32_t character = next_code_point(composed, at);
    if (joins_letters(character)) continue;
    const char32_t small = to_lower(character);
    if (!is_russian(small) && !is_english(small)) return WordScript::other;
    (is_russian(small) ? russian : english) = true;
  }
  if (russian && english) return WordScript::mixed;
  return russian ? WordScript::russian : english ? WordScript::english : WordScript::other;
}

Spelling::Spelling() = default;

Spelling::Spelling(const std::vector<std::string>& folders) {
  for (const DictionaryFiles& files : dictionary_files) {
    for (const std::string& folder : folders) {
      const std::string path = (std::filesystem::path(folder) / files.name).string();
      std::error_code ignored;  // a folder that cannot be looked into has none
      if (!std::filesystem::is_regular_file(path + ".aff", ignored)) continue;
      if (!std::filesystem::is_regular_file(path + ".dic", ignored)) continue;
      try {
        auto dictionary = std::make_unique<Dictionary>(path, files.language);
        if (dictionary->knows(files.commonest_word)) dictionaries_.push_back(std::move(dictionary));
      } catch (const std::exception&) {
        break;  // broken files are as good as missing ones
      }
      break;
    }
  }
}

Spelling::~Spelling() = default;
Spelling::Spelling(Spelling&&) noexcept = default;
Spelling& Spelling::operator=(Spelling&&) noexcept = default;

bool Spelling::has(Language language) const {
  return std::ranges::any_of(dictionaries_, [&](const auto& one) { return one->language == language; });
}

std::vector<const Spelling::Dictionary*> Spelling::dictionaries_for(WordScript script) const {
  std::vector<const Dictionary*> result;
  for (const auto& dictionary : dictionaries_) {
    const bool is_russian = dictionary->language == Language::ru;
    if (script == (is_russian ? WordScript::russian : WordScript::english)) result.push_back(dictionary.get());
  }
  return result;
}

bool Spelling::knows(std::string_view word) const {
  const std::string form = dictionary_form(word);
  const WordScript script = script_of(form);
  const auto knows_form = [&](const std::string& any) {
    return std::ranges::any_of(dictionaries_for(script), [&](const Dictionary* one) { return one->knows(any); });
  };
  return knows_form(form) || (script == WordScript::russian && knows_form(without_yo(form)));
}

std::vector<std::string> Spelling::suggestions(std::string_view word) const {
  const std::string form = dictionary_form(word);
  std::vector<std::string> result;
  if (count_code_points(form) > most_letters_suggested) return result;
  const WordScript script = script_of(form);
  if (script == WordScript::mixed) {
    constexpr std::u32string_view latin = U"aceopxykmtbhrACEOPXYKMTBH";
    constexpr std::u32string_view cyrillic = U"асеорхукмтвнгАСЕОРХУКМТВН";
    for (const std::string& alike : {replace_letters(form, latin, cyrillic), replace_letters(form, cyrillic, latin)}) {
      if (knows(alike)) add_once(result, alike);
    }
    return result;
  }
  const auto dictionaries = dictionaries_for(script);
  if (dictionaries.empty()) return result;
  std::vector<std::string> suggested = dictionaries.front()->suggestions(form);
  std::stable_partition(suggested.begin(), suggested.end(),
                        [&](const std::string& one) { return is_heard_alike(form, one); });
  std::vector<std::string> seen;  // with ё as е: the dictionary has both spellings of many words
  for (std::string& found : suggested) {
    std::string plain = without_yo(found);
    if (result.size() == most_suggestions || std::ranges::find(seen, plain) != seen.end()) continue;
    seen.push_back(std::move(plain));
    if (word.find("’") != std::string_view::npos) {
      for (size_t at = found.find('\''); at != std::string::npos; at = found.find('\'', at)) found.replace(at, 1, "’");
    }
    result.push_back(std::move(found));
  }
  return result;
}

std::vector<std::string> Spelling::lemmas(std::string_view word) const {
  const std::string form = dictionary_form(word);
  std::vector<std::string> result;
  const WordScript script = script_of(form);
  for (const Dictionary* dictionary : dictionaries_for(script)) {
    std::vector<std::string> stems = dictionary->stems(form);
    if (stems.empty() && script == WordScript::russian) stems = dictionary->stems(without_yo(form));
    for (const std::string& stem : stems) add_once(result, to_search_form(stem));
  }
  return result;
}

}  // namespace canvasbook
