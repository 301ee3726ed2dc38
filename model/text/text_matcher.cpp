#include "model/text/text_matcher.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/text/grapheme.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

// Characters that never join those beside them: all of these are one character each, in normal form C.
bool stands_alone(char32_t character) {
  if (character < 0x300) return character != U'\r' && character != soft_hyphen;
  if (character >= 0x400 && character < 0x530) return character < 0x483 || character >= 0x48A;
  return (character >= 0x2010 && character < 0x2028) || (character >= 0x2030 && character < 0x2060) ||
         (character >= 0x20A0 && character < 0x20D0);
}

constexpr std::string_view soft_hyphen_bytes = "\xC2\xAD";

char32_t without_typography(char32_t character) {
  switch (character) {
    case U'\t':
    case 0xA0:
    case 0x2007:
    case 0x202F:
      return U' ';
    case 0x2019:
    case 0x2BC:
      return U'\'';
    case 0x2011:
      return U'-';
    default:
      return character;
  }
}

}  // namespace

TextMatcher::TextMatcher(const FindQuery& query, WordForms& forms) : query_(query), forms_(forms) {
  for (char32_t character = 0; character < quick_characters; ++character) {
    char32_t to = without_typography(character);
    if (!query_.match_case) to = to_lower(to);
    if (query_.yo_is_ye && to == U'ё') to = U'е';
    if (query_.yo_is_ye && to == U'Ё') to = U'Е';
    quick_folded_[character] = to;
    quick_word_[character] = is_word_character(character);
  }
  read(query_.text);
  wanted_ = characters_;
  if (query_.word_forms) read_query_words();
  fall_back_.assign(wanted_.size() + 1, 0);
  for (size_t i = 1, matched = 0; i < wanted_.size(); ++i) {
    while (matched > 0 && wanted_[i] != wanted_[matched]) matched = fall_back_[matched];
    if (wanted_[i] == wanted_[matched]) ++matched;
    fall_back_[i + 1] = matched;
  }
}

char32_t TextMatcher::folded(char32_t character) const {
  if (character < quick_characters) return quick_folded_[character];
  const char32_t plain = without_typography(character);
  return query_.match_case ? plain : to_lower(plain);
}

bool TextMatcher::is_word(char32_t character) const {
  return character < quick_characters ? quick_word_[character] : is_word_character(character);
}

// Reads what may be joined to characters of several code points, up to the next that stands alone behind another such;
// returns where it ends.
size_t TextMatcher::read_composed(std::string_view text, size_t begin) {
  std::u32string run;
  std::vector<size_t> at;
  size_t end = begin;
  while (end < text.size()) {
    size_t next = end;
    const char32_t character = next_code_point(text, next);
    if (!run.empty() && stands_alone(character) && stands_alone(run.back())) break;
    run.push_back(character);
    at.push_back(end);
    end = next;
  }
  at.push_back(end);
  for (size_t from = 0; from < run.size();) {
    const size_t to = cluster_end(run, from);
    const std::string composed = to_nfc(text.substr(at[from], at[to] - at[from]));
    for (size_t i = 0; i < composed.size();) {
      const char32_t character = next_code_point(composed, i);
      if (character == stress_mark || character == soft_hyphen) continue;
      characters_.push_back(folded(character));
      begins_.push_back(static_cast<std::uint32_t>(at[from]));
    }
    from = to;
  }
  return end;
}

void TextMatcher::read(std::string_view text) {
  characters_.clear();
  begins_.clear();
  characters_.reserve(text.size());
  begins_.reserve(text.size() + 1);
  size_t at = 0;
  size_t next = 0;
  char32_t character = text.empty() ? U'\0' : next_code_point(text, next);
  while (at < text.size()) {
    size_t behind = next;
    const bool is_last = next == text.size();
    const char32_t following = is_last ? U'\0' : next_code_point(text, behind);
    if (stands_alone(character) && (is_last || stands_alone(following))) {
      characters_.push_back(folded(character));
      begins_.push_back(static_cast<std::uint32_t>(at));
      at = next;
      next = behind;
      character = following;
      continue;
    }
    at = next = read_composed(text, at);
    if (at < text.size()) character = next_code_point(text, next);
  }
  begins_.push_back(static_cast<std::uint32_t>(text.size()));
}

void TextMatcher::read_query_words() {
  size_t before = 0;
  for (size_t at = 0; at < wanted_.size();) {
    if (!is_word(wanted_[at])) {
      ++at;
      continue;
    }
    const size_t begin = at;
    while (at < wanted_.size() && is_word(wanted_[at])) ++at;
    QueryWord word{wanted_.substr(begin, at - begin), wanted_.substr(before, begin - before), {}};
    word.bases = forms_.bases(to_utf8(word.word));
    wanted_words_.push_back(std::move(word));
    before = at;
  }
  // What stands before the first word or behind the last counts as well: then there are no other forms.
  const bool has_edges = !wanted_words_.empty() && (!is_word(wanted_.front()) || !is_word(wanted_.back()));
  if (has_edges) wanted_words_.clear();
}

bool TextMatcher::is_whole(size_t begin, size_t end) const {
  const bool goes_on_before = begin > 0 && is_word(characters_[begin - 1]) && is_word(characters_[begin]);
  const bool goes_on_behind = end < characters_.size() && is_word(characters_[end - 1]) && is_word(characters_[end]);
  return !goes_on_before && !goes_on_behind;
}

void TextMatcher::keep(std::string_view text, size_t begin, size_t end) {
  std::string_view match = text.substr(0, begins_[end]);
  while (match.ends_with(soft_hyphen_bytes)) match.remove_suffix(soft_hyphen_bytes.size());  // those behind it stay
  matches_.push_back({begins_[begin], static_cast<std::uint32_t>(match.size())});
}

void TextMatcher::find_characters(std::string_view text) {
  size_t matched = 0;
  for (size_t i = 0; i < characters_.size(); ++i) {
    while (matched > 0 && characters_[i] != wanted_[matched]) matched = fall_back_[matched];
    if (characters_[i] == wanted_[matched]) ++matched;
    if (matched < wanted_.size()) continue;
    const size_t end = i + 1;
    const size_t begin = end - matched;
    // All of a composed character has the same beginning: half of one is no match.
    const bool at_bounds = (begin == 0 || begins_[begin] != begins_[begin - 1]) && begins_[end] != begins_[end - 1];
    if (at_bounds && (!query_.whole_words || is_whole(begin, end))) {
      keep(text, begin, end);
      matched = 0;
    } else {
      matched = fall_back_[matched];
    }
  }
}

bool TextMatcher::is_form(Span word, const QueryWord& wanted) {
  if (characters_[word.begin] != wanted.word.front()) return false;
  const std::u32string_view letters = std::u32string_view(characters_).substr(word.begin, word.end - word.begin);
  if (letters == wanted.word) return true;
  return share_a_base(forms_.bases(to_utf8(letters)), wanted.bases);
}

void TextMatcher::find_words(std::string_view text) {
  words_.clear();
  for (size_t at = 0; at < characters_.size();) {
    const size_t begin = at;
    while (at < characters_.size() && is_word(characters_[at])) ++at;
    if (at > begin) {
      words_.push_back({begin, at});
    } else {
      ++at;
    }
  }
  const std::u32string_view all = characters_;
  for (size_t first = 0; first + wanted_words_.size() <= words_.size();) {
    size_t count = 0;
    while (count < wanted_words_.size()) {
      const Span word = words_[first + count];
      const size_t before = count == 0 ? word.begin : words_[first + count - 1].end;
      const bool follows = count == 0 || all.substr(before, word.begin - before) == wanted_words_[count].before;
      if (!follows || !is_form(word, wanted_words_[count])) break;
      ++count;
    }
    const bool found = count == wanted_words_.size();
    if (found) keep(text, words_[first].begin, words_[first + count - 1].end);
    first += found ? count : 1;
  }
}

const std::vector<MatchRange>& TextMatcher::find(std::string_view text) {
  matches_.clear();
  if (wanted_.empty() || text.empty()) return matches_;
  read(text);
  if (wanted_words_.empty() || !query_.whole_words) find_characters(text);
  if (wanted_words_.empty()) return matches_;
  const std::vector<MatchRange> as_written = std::exchange(matches_, {});
  find_words(text);
  if (!as_written.empty()) join(as_written);
  return matches_;
}

// Both kinds of matches in order; of those that overlap the longer one, a whole word rather than a part of it.
void TextMatcher::join(const std::vector<MatchRange>& as_written) {
  std::vector<MatchRange> all;
  all.reserve(matches_.size() + as_written.size());
  std::ranges::merge(matches_, as_written, std::back_inserter(all), {}, &MatchRange::begin, &MatchRange::begin);
  matches_.clear();
  for (const MatchRange& match : all) {
    if (matches_.empty() || match.begin >= matches_.back().end) {
      matches_.push_back(match);
    } else if (match.end - match.begin > matches_.back().end - matches_.back().begin) {
      matches_.back() = match;
    }
  }
}

}  // namespace canvasbook
