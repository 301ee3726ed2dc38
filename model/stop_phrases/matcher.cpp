#include "model/stop_phrases/matcher.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_between = 5;  // words that a gap stands for
constexpr size_t most_parts = 40;   // of a wording: nobody says more without a pause
constexpr std::string_view gap_sign = "…";
constexpr std::string_view number_sign = "#";

bool is_read(const SpokenToken& token) { return token.kind != TokenKind::mark; }

// A mark that a phrase goes on behind: a comma, a dash, a quotation mark.
bool parts_clauses(char32_t mark) {
  return mark == '.' || mark == '!' || mark == '?' || mark == U'…' || mark == ';' || mark == '(' || mark == ')';
}

bool is_quotation_mark(char32_t mark) {
  return std::u32string_view(U"«»„“”‘’\"").find(mark) != std::u32string_view::npos;
}

// One token: the folded word of a wording.
std::string folded(std::string_view word) {
  const std::vector<SpokenToken> tokens = spoken_tokens(word);
  const auto read = std::ranges::find_if(tokens, is_read);
  return read == tokens.end() ? std::string() : read->folded;
}

char32_t first_of(const std::string& word) {
  size_t at = 0;
  return word.empty() ? 0 : next_code_point(word, at);
}

template <class Value>
void sort_unique(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

StopPhraseMatcher::StopPhraseMatcher(const StopConditions& conditions, const std::vector<StopPhrase>& phrases,
                                     WordForms& forms)
    : phrases_(phrases), conditions_(conditions), forms_(forms) {
  for (const auto& word : conditions.irregular) {
    for (const std::string& form : word) irregular_.emplace(form, word.front());
  }
  for (size_t i = 0; i < phrases_.size(); ++i) {
    for (const std::string& wording : phrases_[i].wordings) add(wordings_, wording, i);
    for (const std::string& wording : phrases_[i].except) add(except_, wording, i);
  }
  const auto add_all = [&](WordingTree& tree, const std::vector<std::string>& wordings) {
    for (const std::string& wording : wordings) add(tree, wording, 0);
  };
  add_all(times_, conditions.times);
  add_all(negations_, conditions.negations);
  add_all(advice_, conditions.advice);
  add_all(advice_ends_, conditions.advice_ends);
}

std::vector<WordingPart> StopPhraseMatcher::parts_of(std::string_view wording) {
  using Kind = WordingPart::Kind;
  std::vector<WordingPart> parts;
  std::istringstream words{to_search_form(wording)};
  for (std::string word; parts.size() < most_parts && words >> word;) {
    if (word == gap_sign) {
      if (!parts.empty()) parts.push_back({Kind::gap, {}});
    } else if (word == number_sign) {
      parts.push_back({Kind::number, {}});
    } else {
      const bool is_exact = word.size() > 1 && word.front() == '!';
      const std::string bare = folded(is_exact ? std::string_view(word).substr(1) : std::string_view(word));
      if (!bare.empty()) parts.push_back({is_exact ? Kind::exact : Kind::form, numbered_word(bare)});
    }
  }
  while (!parts.empty() && parts.back().kind == Kind::gap) parts.pop_back();
  return parts;
}

// A wording is left out where one with the same parts comes before it whatever the text.
void StopPhraseMatcher::add(WordingTree& tree, std::string_view wording, size_t owner) {
  const std::vector<WordingPart> parts = parts_of(wording);
  if (parts.empty()) return;
  std::vector<Wording>& same = tree.wordings_at(tree.add(parts));
  const bool is_hidden =
      !same.empty() && (same.back().owner == owner || (&tree == &wordings_ && !has_conditions(same.back().owner)));
  if (!is_hidden) same.push_back({wording_count_++, owner, parts.front().kind == WordingPart::Kind::form});
}

bool StopPhraseMatcher::has_conditions(size_t owner) const {
  const StopPhrase& phrase = phrases_[owner];
  return phrase.only_alone || phrase.unless_time || !phrase.except.empty();
}

std::vector<std::string> StopPhraseMatcher::bases_of(const std::string& word) {
  std::vector<std::string> bases = forms_.bases(word);
  bases.push_back(word);
  if (const auto known = irregular_.find(word); known != irregular_.end()) {
    bases.push_back(known->second);
    const std::vector<std::string>& further = forms_.bases(known->second);
    bases.insert(bases.end(), further.begin(), further.end());
  }
  return bases;
}

NumberedWord StopPhraseMatcher::known_word(const std::string& word) {
  NumberedWord known{NumberedWord::unknown, {}, first_of(word), irregular_.contains(word)};
  if (const auto own = numbers_.find(word); own != numbers_.end()) known.word = own->second;
  for (const std::string& base : bases_of(word)) {
    if (const auto number = numbers_.find(base); number != numbers_.end()) known.bases.push_back(number->second);
  }
  sort_unique(known.bases);
  return known;
}

NumberedWord StopPhraseMatcher::numbered_word(const std::string& word) {
  for (const std::string& base : bases_of(word)) numbers_.emplace(base, static_cast<std::uint32_t>(numbers_.size()));
  return known_word(word);
}

// A word that stands in the text several times is looked up once.
void StopPhraseMatcher::read_tokens(std::string_view text) {
  tokens_ = spoken_tokens(text);
  const size_t count = tokens_.size();
  std::unordered_map<std::string_view, size_t> places;
  words_.clear();
  word_at_.assign(count, 0);
  next_read_.assign(count + 1, count);
  for (size_t at = count; at-- > 0;) {
    const SpokenToken& token = tokens_[at];
    if (is_read(token)) {
      next_read_[at] = at;
    } else if (!parts_clauses(token.mark)) {
      next_read_[at] = next_read_[at + 1];
    }
    if (token.kind != TokenKind::word) continue;
    const auto [place, is_new] = places.emplace(token.folded, words_.size());
    if (is_new) words_.push_back(known_word(token.folded));
    word_at_[at] = place->second;
  }
}

std::optional<size_t> StopPhraseMatcher::next_in_sentence(size_t at) const {
  const size_t next = next_read_[at];
  if (next == tokens_.size() || tokens_[next].sentence != tokens_[at - 1].sentence) return std::nullopt;
  return next;
}

// The parts that follow a node and that a token is.
void StopPhraseMatcher::add_steps(const WordingTree& tree, WordingTree::Node node, size_t at,
                                  std::vector<Step>& steps) {
  const auto add = [&](WordingTree::Node behind) { steps.push_back({behind, at + 1}); };
  ++comparisons_;
  const size_t before = steps.size();
  if (tokens_[at].kind == TokenKind::number) {
    if (const auto behind = tree.behind_number(node); behind != WordingTree::none) add(behind);
  } else if (tokens_[at].kind == TokenKind::word) {
    tree.for_each_behind(node, words_[word_at_[at]], add);
  }
  comparisons_ += steps.size() - before;
}

std::vector<size_t> StopPhraseMatcher::with_gap(const std::vector<size_t>& ends) const {
  std::vector<size_t> further = ends;
  for (size_t end : ends) {
    for (size_t passed = 0; passed < most_between; ++passed) {
      const auto next = next_in_sentence(end);
      if (!next) break;
      end = *next + 1;
      further.push_back(end);
    }
  }
  sort_unique(further);
  return further;
}

// On from a node that can end before each of these tokens, in rising order.
void StopPhraseMatcher::walk(const WordingTree& tree, WordingTree::Node node, const std::vector<size_t>& ends,
                             std::vector<Match>& matches) {
  for (const Wording& wording : tree.wordings_at(node)) matches.push_back({wording, ends.front()});
  if (const auto behind = tree.behind_gap(node); behind != WordingTree::none) {
    walk(tree, behind, with_gap(ends), matches);
  }
  std::vector<Step> steps;
  for (const size_t end : ends) {
    if (const auto next = next_in_sentence(end)) add_steps(tree, node, *next, steps);
  }
  follow(tree, std::move(steps), matches);
}

void StopPhraseMatcher::follow(const WordingTree& tree, std::vector<Step> steps, std::vector<Match>& matches) {
  sort_unique(steps);
  for (auto step = steps.begin(); step != steps.end();) {
    const WordingTree::Node node = step->first;
    std::vector<size_t> ends;
    for (; step != steps.end() && step->first == node; ++step) ends.push_back(step->second);
    walk(tree, node, ends, matches);
  }
}

// By where they begin; there what begins as written comes first, then what stands first in the list.
std::vector<StopPhraseMatcher::Span> StopPhraseMatcher::spans_of(const WordingTree& tree) {
  std::vector<Span> spans;
  for (size_t at = 0; at < tokens_.size(); ++at) {
    std::vector<Step> steps;
    add_steps(tree, WordingTree::root, at, steps);
    std::vector<Match> matches;
    follow(tree, std::move(steps), matches);
    std::ranges::sort(
        matches, {}, [](const Match& match) { return std::pair(match.wording.begins_with_form, match.wording.place); });
    for (const Match& match : matches) spans.push_back({match.wording.owner, at, match.end});
  }
  return spans;
}

bool StopPhraseMatcher::stands_alone(const Span& span) const {
  const auto is_bound = [&](size_t at) {
    return tokens_[at].kind == TokenKind::mark && !is_quotation_mark(tokens_[at].mark);
  };
  const bool begins =
      span.begin == 0 || tokens_[span.begin - 1].sentence != tokens_[span.begin].sentence || is_bound(span.begin - 1);
  const size_t last = span.end - 1;
  if (span.end == tokens_.size()) return begins;
  const SpokenToken& next = tokens_[span.end];
  if (next.mark == '.' && span.end + 1 < tokens_.size() && tokens_[span.end + 1].kind == TokenKind::number)
    return false;
  return begins && (next.sentence != tokens_[last].sentence || is_bound(span.end));
}

bool StopPhraseMatcher::is_excepted(const Span& span) const {
  for (size_t at = span.begin; at < span.end; ++at) {
    if (std::ranges::find(exceptions_[at], span.owner) != exceptions_[at].end()) return true;
  }
  return false;
}

bool StopPhraseMatcher::is_lifted(const Span& span) const {
  const StopPhrase& phrase = phrases_[span.owner];
  if (tokens_[span.begin].quoted || negated_[span.begin] || advised_[span.begin] || is_excepted(span)) return true;
  if (phrase.only_alone && !stands_alone(span)) return true;
  return phrase.unless_time && with_time_[tokens_[span.begin].sentence];
}

// Behind advice not to say something, up to where its sentence ends or says what to say instead.
void StopPhraseMatcher::read_advice() {
  std::vector<bool> begins(tokens_.size() + 1, false);
  std::vector<bool> ends(tokens_.size() + 1, false);
  for (const Span& advice : spans_of(advice_)) begins[advice.end] = true;
  for (const Span& over : spans_of(advice_ends_)) {
    if (!begins[over.end]) ends[over.end] = true;  // "do not say" has "say" in it
  }
  advised_.assign(tokens_.size(), false);
  bool is_advised = false;
  for (size_t at = 0; at < tokens_.size(); ++at) {
    if (at > 0 && tokens_[at].sentence != tokens_[at - 1].sentence) is_advised = false;
    if (ends[at]) is_advised = false;
    if (begins[at]) is_advised = at > 0 && tokens_[at].sentence == tokens_[at - 1].sentence;
    advised_[at] = is_advised;
  }
}

void StopPhraseMatcher::read_conditions() {
  with_time_.assign(tokens_.back().sentence + 1, false);
  for (const Span& time : spans_of(times_)) with_time_[tokens_[time.begin].sentence] = true;
  for (const SpokenToken& token : tokens_) {
    const bool is_clock = token.kind == TokenKind::number && token.folded.find(':') != std::string::npos;
    const bool is_blank_time =
        token.kind == TokenKind::blank && std::ranges::any_of(conditions_.time_blanks, [&](const std::string& word) {
          return token.folded.find(word) != std::string::npos;
        });
    if (is_clock || is_blank_time) with_time_[token.sentence] = true;
  }
  negated_.assign(tokens_.size() + 1, false);
  for (const Span& negation : spans_of(negations_)) negated_[negation.end] = true;
  exceptions_.assign(tokens_.size(), {});
  for (const Span& exception : spans_of(except_)) {
    for (size_t at = exception.begin; at < exception.end; ++at) exceptions_[at].push_back(exception.owner);
  }
  read_advice();
}

std::vector<StopMatch> StopPhraseMatcher::find(std::string_view text) {
  comparisons_ = 0;
  read_tokens(text);
  std::vector<Span> found = spans_of(wordings_);
  if (found.empty()) return {};
  read_conditions();
  std::erase_if(found, [&](const Span& span) { return is_lifted(span); });
  // the longest first, so that what lies within it goes
  std::ranges::stable_sort(
      found, [](const Span& one, const Span& other) { return one.end - one.begin > other.end - other.begin; });
  std::vector<StopMatch> matches;
  std::vector<bool> taken(tokens_.size(), false);
  for (const Span& span : found) {
    const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(span.begin);
    const auto end = taken.begin() + static_cast<std::ptrdiff_t>(span.end);
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    matches.push_back(
        {span.owner,
         {static_cast<std::uint32_t>(tokens_[span.begin].begin), static_cast<std::uint32_t>(tokens_[span.end - 1].end)},
         stands_alone(span)});
  }
  std::ranges::sort(matches, {}, [](const StopMatch& match) { return match.range.begin; });
  return matches;
}

}  // namespace canvasbook
