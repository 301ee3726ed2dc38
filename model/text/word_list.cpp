#include "model/text/word_list.h"

#include <algorithm>
#include <span>

#include "model/base/embedded_file.h"
#include "model/text/spelling.h"
#include "model/text/text.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_word_lists();

namespace {

constexpr size_t fewest_letters = 4;  // of a word for which others are looked for
constexpr size_t most_letters = 40;
constexpr size_t shortest_stem = 6;  // bytes: three Russian letters

// The endings of Russian nouns and adjectives.
constexpr std::string_view endings[] = {"ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ов", "ев", "ей", "ам",
                                        "ям",  "ах",  "ях",  "ом",  "ем",  "ой",  "ий",  "ый",  "ая", "яя", "ое", "ее",
                                        "ые",  "ие",  "ых",  "их",  "ым",  "им",  "ую",  "юю",  "ою", "ею", "ью", "а",
                                        "я",   "о",   "е",   "ы",   "и",   "у",   "ю",   "ь",   "й"};

// The word itself, and what is left of it without each ending that it has.
std::vector<std::string> stems_of(const std::string& word) {
  std::vector<std::string> stems;
  const auto try_ending = [&](std::string_view ending) {
    if (word.ends_with(ending) && word.size() >= ending.size() + shortest_stem) {
      stems.push_back(word.substr(0, word.size() - ending.size()));
    }
  };
  try_ending({});
  std::ranges::for_each(endings, try_ending);
  return stems;
}

std::u32string code_points_of(std::string_view text) {
  std::u32string result;
  for (size_t at = 0; at < text.size();) result += next_code_point(text, at);
  return result;
}

// The candidate with a capital in front where the word has one.
std::string with_capital_of(std::string_view word, std::string candidate) {
  size_t behind = 0;
  const char32_t first = next_code_point(word, behind);
  std::u32string letters = code_points_of(candidate);
  if (to_lower(first) == first || letters[0] != to_lower(first)) return candidate;
  letters[0] = first;
  return to_utf8(letters);
}

}  // namespace

WordList::WordList(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    std::string form = to_search_form(trim(word));
    if (form.empty()) continue;
    if (script_of(form) == WordScript::russian) {
      for (std::string& stem : stems_of(form)) stems_.insert(std::move(stem));
    }
    words_.insert(std::move(form));
  }
}

bool WordList::knows(std::string_view word) const {
  if (words_.empty()) return false;
  const std::string form = to_search_form(has_reading_marks(word) ? without_reading_marks(word) : std::string(word));
  if (words_.contains(form)) return true;
  for (const std::string_view ending : {"'s", "’s", "s"}) {
    if (form.ends_with(ending) && words_.contains(form.substr(0, form.size() - ending.size()))) return true;
  }
  const std::vector<std::string> stems = stems_of(form);
  return std::ranges::any_of(stems, [&](const std::string& stem) { return stems_.contains(stem); });
}

std::vector<std::string> WordList::resembling(std::string_view word) const {
  std::vector<std::string> found;
  const std::string form = to_search_form(word);
  const std::u32string letters = code_points_of(form);
  if (words_.empty() || letters.size() < fewest_letters || letters.size() > most_letters) return found;
  const std::u32string_view alphabet =
      script_of(word) == WordScript::russian ? U"абвгдежзийклмнопрстуфхцчшщъыьэюя-" : U"abcdefghijklmnopqrstuvwxyz-";
  const auto consider = [&](const std::u32string& changed) {
    std::string candidate = to_utf8(changed);
    if (candidate == form || !knows(candidate)) return;
    candidate = with_capital_of(word, candidate);
    if (std::ranges::find(found, candidate) == found.end()) found.push_back(std::move(candidate));
  };
  for (size_t i = 0; i <= letters.size(); ++i) {
    std::u32string changed = letters;
    if (i + 1 < letters.size()) {
      std::swap(changed[i], changed[i + 1]);
      consider(changed);
    }
    if (i < letters.size()) consider(std::u32string(letters).erase(i, 1));
    for (const char32_t letter : alphabet) {
      consider(std::u32string(letters).insert(i, 1, letter));
      if (i == letters.size()) continue;
      changed = letters;
      changed[i] = letter;
      consider(changed);
    }
  }
  return found;
}

const WordList& method_words() {
  static const WordList words = [] {
    std::vector<std::string> all;
    for (const EmbeddedFile& file : embedded_word_lists()) {
      for (std::string& word : words_of_lines(file.bytes)) all.push_back(std::move(word));
    }
    return WordList(all);
  }();
  return words;
}

std::vector<std::string> words_of_lines(std::string_view text) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    if (!line.empty() && line[0] != '#') words.emplace_back(line);
    begin = end + 1;
  }
  return words;
}

std::vector<std::string> tidied_words(std::vector<std::string> words) {
  for (std::string& word : words) word = to_nfc(trim(word));
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());  // clang 14 cannot read the one of ranges
  std::erase(words, "");
  return words;
}

std::vector<std::string> with_word(std::vector<std::string> words, std::string_view word) {
  for (const std::string_view ending : {"'s", "’s"}) {
    if (word.ends_with(ending)) word.remove_suffix(ending.size());
  }
  const bool has_letter = count_words(word) > 0;
  if (has_letter && !WordList(words).knows(word)) words.push_back(without_reading_marks(word));
  return tidied_words(std::move(words));
}

std::vector<std::string> without_word(std::vector<std::string> words, std::string_view word) {
  std::erase_if(words, [&](const std::string& own) { return WordList({own}).knows(word); });
  return words;
}

}  // namespace canvasbook
