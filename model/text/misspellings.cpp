#include "model/text/misspellings.h"

#include <algorithm>

#include "model/text/spelling.h"
#include "model/text/text.h"
#include "model/text/word_list.h"

namespace canvasbook {

namespace {

constexpr size_t longest_abbreviation = 5;   // letters
constexpr size_t longest_placeholder = 200;  // bytes: a bracket that closes later was not meant for one
constexpr size_t longest_code = 1000;        // bytes of `code`
constexpr size_t longest_address = 2000;     // bytes
constexpr size_t longest_entity = 10;        // bytes of &nbsp; and its like

bool is_word_at(std::string_view text, size_t at) {
  return at < text.size() && is_word_character(next_code_point(text, at));
}

bool is_word_before(std::string_view text, size_t at) {
  if (at == 0) return false;
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) --begin;
  return is_word_at(text, begin);
}

size_t run_of(std::string_view text, size_t at, char mark) {
  size_t end = at;
  while (end < text.size() && text[end] == mark) ++end;
  return end - at;
}

// Whether a mark stands between two letters of a token.
bool has_inside(std::string_view token, char mark) {
  for (size_t at = token.find(mark); at != std::string_view::npos; at = token.find(mark, at + 1)) {
    if (is_word_before(token, at) && is_word_at(token, at + 1)) return true;
  }
  return false;
}

// example.com, list.xlsx, e.g.: a dot before a small Latin letter and behind another.
bool has_dot_inside(std::string_view token) {
  for (size_t at = token.find('.'); at != std::string_view::npos; at = token.find('.', at + 1)) {
    const bool small = at + 1 < token.size() && token[at + 1] >= 'a' && token[at + 1] <= 'z';
    if (small && is_word_before(token, at)) return true;
  }
  return false;
}

// What a program reads rather than a person; `token` has no blanks.
bool is_for_programs(std::string_view token) {
  const bool is_tag = token.size() > 1 && (token[0] == '@' || token[0] == '#') && is_word_at(token, 1);
  return is_tag || token.starts_with("www.") || token.starts_with("~/") ||
         token.find("://") != std::string_view::npos || has_inside(token, '@') || has_inside(token, '_') ||
         has_dot_inside(token);
}

// Goes through a text from the left, over what holds no prose.
class TextScanner {
 public:
  explicit TextScanner(std::string_view text) : text_(text) {}

  std::vector<WordRange> words() {
    while (at_ < text_.size()) {
      if (skip_fence() || skip_code() || skip_placeholder() || skip_link_address() || skip_entity() || skip_token()) {
        continue;
      }
      if (is_word_at(text_, at_)) {
        take_word();
      } else {
        next_code_point(text_, at_);
      }
    }
    return std::move(words_);
  }

  std::vector<WordRange> blanks() {
    words();
    return std::move(blanks_);
  }

 private:
  size_t line_end(size_t from) const { return std::min(text_.find('\n', from), text_.size()); }

  size_t behind_blanks(size_t from) const {
    while (from < text_.size() && text_[from] == ' ') ++from;
    return from;
  }

  // A fenced block of code, up to its closing fence or the end of the text.
  bool skip_fence() {
    if (at_ > 0 && text_[at_ - 1] != '\n') return false;
    const size_t fence = behind_blanks(at_);
    if (fence == text_.size() || (text_[fence] != '`' && text_[fence] != '~')) return false;
    const char mark = text_[fence];
    const size_t length = run_of(text_, fence, mark);
    if (length < 3) return false;
    size_t line = line_end(fence);
    if (mark == '`' && text_.substr(fence + length, line - fence - length).find('`') != std::string_view::npos) {
      return false;
    }
    while (line < text_.size()) {
      const size_t begin = behind_blanks(line + 1);
      line = line_end(line + 1);
      if (run_of(text_, begin, mark) >= length) break;
    }
    at_ = line;
    return true;
  }

  // `code`; ticks without their like are characters as any other.
  bool skip_code() {
    if (text_[at_] != '`') return false;
    const size_t length = run_of(text_, at_, '`');
    const size_t end = std::min(text_.size(), at_ + length + longest_code);
    at_ += length;
    for (size_t tick = text_.find('`', at_); tick < end; tick = text_.find('`', tick)) {
      const size_t run = run_of(text_, tick, '`');
      if (run == length) {
        at_ = tick + run;
        break;
      }
      tick += run;
    }
    return true;
  }

  // [имя], {name}, <date>; the text of a [link](address) is no place to fill in.
  bool skip_placeholder() {
    const char open = text_[at_];
    const char close = open == '[' ? ']' : open == '{' ? '}' : open == '<' ? '>' : '\0';
    if (close == '\0') return false;
    const std::string_view ahead = text_.substr(at_ + 1, longest_placeholder);
    const size_t length = ahead.find_first_of(std::string{open, close, '\n'});
    if (length == std::string_view::npos || length == 0 || ahead[length] != close || ahead[0] == ' ') return false;
    const size_t behind = at_ + length + 2;
    if (open == '[' && behind < text_.size() && text_[behind] == '(') return false;
    const std::string_view inside = ahead.substr(0, length);
    if (open != '<' && inside != "x" && inside != "X") blanks_.push_back({at_, behind});
    at_ = behind;
    return true;
  }

  bool skip_link_address() {
    if (!text_.substr(at_).starts_with("](")) return false;
    const size_t length = text_.substr(at_, longest_address).find_first_of(")\n");
    at_ += length == std::string_view::npos || text_[at_ + length] == '\n' ? 2 : length + 1;
    return true;
  }

  bool skip_entity() {
    if (text_[at_] != '&') return false;
    size_t end = at_ + 1;
    const auto is_part = [&](char c) {
      return static_cast<unsigned char>(c) < 0x80 && (c == '#' || is_word_at({&c, 1}, 0));
    };
    while (end < text_.size() && end - at_ < longest_entity && is_part(text_[end])) ++end;
    if (end == text_.size() || text_[end] != ';') return false;
    at_ = end + 1;
    return true;
  }

  bool skip_token() {
    if (at_ < token_end_) return false;  // it was looked at already
    token_end_ = std::min(text_.find_first_of(" \n\t()[]<>{}\"`*|", at_), text_.size());
    if (!is_for_programs(text_.substr(at_, token_end_ - at_))) return false;
    at_ = token_end_;
    return true;
  }

  void take_word() {
    const size_t begin = at_;
    size_t letters = 0;
    bool has_digit = false;
    for (size_t at = at_; at < text_.size();) {
      size_t behind = at;
      const char32_t character = next_code_point(text_, behind);
      if (is_word_character(character) || character == stress_mark || character == soft_hyphen) {
        has_digit = has_digit || is_digit(character);
        if (is_word_character(character)) ++letters;
        at_ = behind;
      } else if (at_ != at || !(is_hyphen(character) || is_apostrophe(character))) {
        break;  // nothing that joins, or the second such mark in a row
      }
      at = behind;
    }
    if (letters > 1 && !has_digit && !is_part_in_stars(begin, at_)) words_.push_back({begin, at_});
  }

  // **При**вет: no part of it is a word.
  bool is_part_in_stars(size_t begin, size_t end) const {
    size_t before = begin;
    while (before > 0 && text_[before - 1] == '*') --before;
    const size_t behind = end + run_of(text_, end, '*');
    return (before != begin && is_word_before(text_, before)) || (behind != end && is_word_at(text_, behind));
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t token_end_ = 0;
  std::vector<WordRange> blanks_;
  std::vector<WordRange> words_;
};

struct Capitals {
  size_t letters = 0;
  size_t capitals = 0;
  bool inside = false;  // a capital behind a small letter
};

Capitals capitals_of(std::string_view word) {
  Capitals found;
  bool after_small = false;
  for (size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    const bool capital = to_lower(letter) != letter;
    ++found.letters;
    if (capital) ++found.capitals;
    if (capital && after_small) found.inside = true;
    after_small = !capital;
  }
  return found;
}

bool is_abbreviation(std::string_view word) {
  const Capitals found = capitals_of(word);
  if (found.letters == found.capitals) return found.letters <= longest_abbreviation;
  return word.ends_with('s') && found.capitals > 1 && found.capitals + 1 == found.letters;
}

std::string_view without_possessive(std::string_view word) {
  for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
    if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

bool is_right_alone(std::string_view word, const IsKnown& is_known) {
  if (count_code_points(word) < 2 || is_known(word) || is_abbreviation(word)) return true;
  const WordScript script = script_of(word);
  if (script == WordScript::other) return true;
  if (script == WordScript::english && capitals_of(word).inside) return true;
  const std::string_view base = without_possessive(word);
  return base.size() != word.size() && (is_known(base) || is_abbreviation(base));
}

bool is_right(std::string_view word, const IsKnown& is_known) {
  if (is_right_alone(word, is_known)) return true;
  size_t parts = 0;
  for (size_t begin = 0; begin <= word.size();) {
    size_t end = begin;
    size_t next = word.size() + 1;
    while (end < word.size()) {
      size_t behind = end;
      if (is_hyphen(next_code_point(word, behind))) {
        next = behind;
        break;
      }
      end = behind;
    }
    if (!is_right_alone(word.substr(begin, end - begin), is_known)) return false;
    ++parts;
    begin = next;
  }
  return parts > 1;
}

}  // namespace

bool is_known_word(std::string_view word, const Spelling& spelling) {
  const WordScript script = script_of(word);
  if (script == WordScript::other) return true;
  if (script == WordScript::russian && !spelling.has(Language::ru)) return true;
  if (script == WordScript::english && !spelling.has(Language::en)) return true;
  return spelling.knows(word) || method_words().knows(word);
}

std::vector<WordRange> find_blanks(std::string_view text) {
  if (text.find_first_of("[{") == std::string_view::npos) return {};
  return TextScanner(text).blanks();
}

std::vector<WordRange> words_to_check(std::string_view text) { return TextScanner(text).words(); }

std::vector<WordRange> find_misspellings(std::string_view text, const IsKnown& is_known) {
  std::vector<WordRange> found = words_to_check(text);
  std::erase_if(found, [&](const WordRange& word) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    return has_reading_marks(written) ? is_right(without_reading_marks(written), is_known)
                                      : is_right(written, is_known);
  });
  return found;
}

}  // namespace canvasbook
