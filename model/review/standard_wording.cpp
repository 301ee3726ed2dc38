#include "model/review/standard_wording.h"

#include <algorithm>
#include <array>
#include <span>

#include "model/stop_phrases/finder.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool is_words(const SpokenToken& token) { return token.kind != TokenKind::mark; }

bool is_unquoted(const SpokenToken& token, char32_t mark) {
  return token.kind == TokenKind::mark && token.mark == mark && !token.quoted;
}

bool is_one_of(const SpokenToken& token, const std::unordered_set<std::string>& words) {
  return token.kind == TokenKind::word && !token.quoted && words.contains(token.folded);
}

// A number, or a place to fill one in: 30, 2nd, [5].
bool says_number(const SpokenToken& token) {
  return is_words(token) &&
         std::ranges::any_of(token.folded, [](char c) { return is_digit(static_cast<unsigned char>(c)); });
}

// A mark that parts two parts of a text, each of which says something; nothing where there is none.
const SpokenToken* parting_mark(std::span<const SpokenToken> tokens) {
  const auto mark = std::ranges::find_if(tokens, [](const SpokenToken& one) { return is_unquoted(one, U';'); });
  if (mark == tokens.end()) return nullptr;
  const bool has_both = std::any_of(tokens.begin(), mark, is_words) && std::any_of(mark, tokens.end(), is_words);
  return has_both ? &*mark : nullptr;
}

size_t count_questions(std::span<const SpokenToken> tokens) {
  size_t count = 0;
  bool has_words = false;
  for (const SpokenToken& token : tokens) {
    if (is_unquoted(token, U'?') && has_words) ++count;
    has_words = is_words(token) || (has_words && !is_unquoted(token, U'?'));
  }
  return count;
}

bool says_besides(std::span<const SpokenToken> tokens, const StandardWords& words) {
  std::string line = " ";
  for (const SpokenToken& token : tokens)
    line += (token.kind == TokenKind::word && !token.quoted ? token.folded : "|") + " ";
  return std::ranges::any_of(
      words.besides, [&](const std::string& besides) { return line.find(" " + besides + " ") != std::string::npos; });
}

// Calls visit(place) for each "and" that joins a second action to a first one.
template <class Visit>
void for_each_joined_action(std::span<const SpokenToken> tokens, const StandardWords& words, Visit visit) {
  bool acted = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (!is_words(tokens[i])) acted = false;
    if (is_one_of(tokens[i], words.actions)) acted = true;
    if (acted && is_one_of(tokens[i], words.links) && i + 1 < tokens.size() && is_one_of(tokens[i + 1], words.actions))
      visit(i);
  }
}

// What measures or explains the words of a text, by sentence.
struct SentenceMeasures {
  std::vector<bool> with_number;
  std::vector<size_t> explained_to;  // before this byte a word has a colon or a bracket behind it
};

SentenceMeasures sentence_measures(std::span<const SpokenToken> tokens) {
  const size_t count = tokens.empty() ? 0 : tokens.back().sentence + 1;
  SentenceMeasures measures{std::vector<bool>(count, false), std::vector<size_t>(count, 0)};
  for (const SpokenToken& token : tokens) {
    if (says_number(token)) measures.with_number[token.sentence] = true;
    if (token.mark == U':' || token.mark == U'(') measures.explained_to[token.sentence] = token.begin;
  }
  return measures;
}

StopPhraseFinder& vague_finder(Language language) {
  thread_local std::array<StopPhraseFinder, 2> finders;
  StopPhraseFinder& finder = finders[language == Language::ru ? 0 : 1];
  if (finder.list().empty()) finder.use(language, standard_words(language).vague);
  return finder;
}

}  // namespace

std::vector<std::string> vague_words(const std::string& text, Language language, bool has_norm) {
  StopPhraseFinder& finder = vague_finder(language);
  const std::vector<StopMatch>& matches = finder.find(text);
  if (matches.empty()) return {};
  const std::vector<SpokenToken> tokens = spoken_tokens(text);
  const SentenceMeasures measures = sentence_measures(tokens);
  std::vector<std::string> found;
  for (const StopMatch& match : matches) {
    if (has_norm && finder.list()[match.phrase].unless_time) continue;
    const size_t begin = match.range.begin;
    const size_t sentence = std::ranges::lower_bound(tokens, begin, {}, &SpokenToken::begin)->sentence;
    if (measures.with_number[sentence] || begin < measures.explained_to[sentence]) continue;
    found.push_back(text.substr(begin, match.range.end - begin));
  }
  return found;
}

bool asks_two(std::string_view text, const StandardWords& words) {
  const std::vector<SpokenToken> tokens = spoken_tokens(text);
  const auto whether =
      std::ranges::count_if(tokens, [&](const SpokenToken& one) { return is_one_of(one, words.whether); });
  if (whether > 1 || count_questions(tokens) > 1) return true;
  if (parting_mark(tokens) != nullptr || says_besides(tokens, words)) return true;
  bool joined = false;
  for_each_joined_action(tokens, words, [&](size_t) { joined = true; });
  return joined;
}

bool requires_two(std::string_view text) {
  const std::vector<SpokenToken> tokens = spoken_tokens(text);
  const SpokenToken* mark = parting_mark(tokens);
  if (mark == nullptr) return false;
  bool is_scale = false;
  for (size_t i = 1; i < tokens.size(); ++i) {
    if (!is_unquoted(tokens[i], U':')) continue;
    if (tokens[i].begin < mark->begin || tokens[i - 1].kind == TokenKind::number) is_scale = true;
  }
  return !is_scale;
}

bool acts_on_two_targets(std::string_view text, const StandardWords& words) {
  const std::vector<SpokenToken> tokens = spoken_tokens(text);
  const auto first = std::ranges::find_if(tokens, says_number);
  const auto last = std::find_if(tokens.rbegin(), tokens.rend(), says_number);
  if (first == tokens.end() || first == std::prev(last.base())) return false;
  bool found = false;
  for_each_joined_action(tokens, words, [&](size_t at) {
    const size_t begin = tokens[at].begin;
    if (first->begin < begin && begin < last->begin) found = true;
  });
  return found;
}

bool has_two_targets(std::string_view text, const StandardWords& words) {
  bool has_number = false;
  bool joined = false;
  for (const SpokenToken& token : spoken_tokens(text)) {
    if (is_one_of(token, words.between)) return false;
    if (is_unquoted(token, U';') || is_one_of(token, words.links)) joined = has_number;
    if (!says_number(token)) continue;
    if (joined) return true;
    has_number = true;
  }
  return false;
}

}  // namespace canvasbook
