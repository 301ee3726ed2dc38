#include "model/stop_phrases/spoken_tokens.h"

#include <algorithm>
#include <optional>

#include "model/text/misspellings.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr char32_t zero_width_space = 0x200B;

// What stands in or around words without being read: marks of emphasis, stress marks, soft hyphens.
bool is_unread(char32_t c) {
  return c == '*' || c == '_' || c == '~' || c == '`' || c == stress_mark || c == soft_hyphen || c == zero_width_space;
}

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x202F || c == 0x2009; }
bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text), blanks_(find_blanks(text)) {}

  std::vector<SpokenToken> read() {
    while (at_ < text_.size()) read_one();
    mark_quotes();
    return std::move(tokens_);
  }

 private:
  char32_t peek(size_t at) const { return at < text_.size() ? next_code_point(text_, at) : 0; }

  // The next character that is read, behind those that are not.
  char32_t peek_read(size_t at) const {
    while (at < text_.size()) {
      const char32_t c = next_code_point(text_, at);
      if (!is_unread(c)) return c;
    }
    return 0;
  }

  void add(TokenKind kind, size_t begin, std::string folded, char32_t mark = 0) {
    tokens_.push_back({kind, begin, at_, std::move(folded), sentence_, false, mark});
  }

  void read_one() {
    const size_t begin = at_;
    while (blank_ < blanks_.size() && blanks_[blank_].begin < begin) ++blank_;
    if (blank_ < blanks_.size() && blanks_[blank_].begin == begin) {
      at_ = blanks_[blank_].end;
      return add(TokenKind::blank, begin, to_search_form(text_.substr(begin, at_ - begin)));
    }
    const char32_t c = next_code_point(text_, at_);
    if (is_unread(c) || is_space(c)) return;
    if (c == '\n') return read_line_feed();
    if (is_digit(c)) return read_number(begin);
    if (is_word_character(c)) return read_word(begin);
    add(TokenKind::mark, begin, {}, c);
    if (ends_sentence(c) && !ends_sentence(peek(at_))) end_sentence();
  }

  // A sentence ends where none goes on in small letters.
  void end_sentence() {
    find_next_word();
    const char32_t c = peek(next_word_);
    const bool goes_on = c != 0 && to_upper(c) != c && tokens_.back().mark != '.';
    const bool has_no_blank = c != 0 && next_word_ == at_;  // a name of a file, an abbreviation
    if (!goes_on && !has_no_blank) ++sentence_;
  }

  // Each character is looked at once, however many marks stand between two words.
  void find_next_word() {
    next_word_ = std::max(next_word_, at_);
    while (next_word_ < text_.size() && !is_word_character(peek(next_word_))) next_code_point(text_, next_word_);
  }

  void read_line_feed() {
    size_t at = at_;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r')) ++at;
    const char next = at < text_.size() ? text_[at] : '\n';
    const bool is_marked = next == '\n' || next == '#' || next == '>' || next == '|' || next == '+' ||
                           ((next == '-' || next == '*') && at + 1 < text_.size() && text_[at + 1] == ' ') ||
                           (is_digit(static_cast<unsigned char>(next)) &&
                            text_.substr(at, 4).find_first_of(".)") != std::string_view::npos);
    if (is_marked) ++sentence_;
  }

  void read_number(size_t begin) {
    while (at_ < text_.size()) {
      const char32_t c = peek(at_);
      const bool joins = (c == ':' || c == '.' || c == ',') && is_digit(peek(at_ + 1));
      if (!is_digit(c) && !joins) break;
      ++at_;
    }
    if (is_word_character(peek(at_))) return read_word(begin);  // 5pm, 2-й
    add(TokenKind::number, begin, std::string(text_.substr(begin, at_ - begin)));
  }

  void read_word(size_t begin) {
    std::string word;
    size_t end = begin;
    for (size_t at = begin; at < text_.size();) {
      const char32_t c = next_code_point(text_, at);
      if (is_unread(c)) continue;
      const bool joins = (is_hyphen(c) || is_apostrophe(c)) && end > begin && is_word_character(peek_read(at));
      if (!is_word_character(c) && !joins) break;
      append_utf8(word, is_apostrophe(c) ? U'\'' : is_hyphen(c) ? U'-' : c);
      end = at;
    }
    at_ = std::max(end, at_);
    add(TokenKind::word, begin, to_search_form(word));
  }

  // What closes an opening quotation mark; nothing for any other character.
  static std::optional<char32_t> closing_of(char32_t open) {
    switch (open) {
      case U'«':
        return U'»';
      case U'„':
        return U'“';
      case U'“':
        return U'”';
      case U'‘':
        return U'’';
      case '"':
      case '\'':
        return open;
      default:
        return std::nullopt;
    }
  }

  // Whether a mark that opens and closes alike stands before a word, as an apostrophe behind one does not.
  bool may_open(size_t token) const {
    const SpokenToken& mark = tokens_[token];
    return mark.mark != '\'' || (token + 1 < tokens_.size() && tokens_[token + 1].begin == mark.end &&
                                 (token == 0 || tokens_[token - 1].end < mark.begin));
  }

  // Pairs of quotation marks; one that nothing closes quotes nothing.
  void mark_quotes() {
    std::u32string unclosed;  // marks that close nothing any more
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const auto closing = tokens_[i].kind == TokenKind::mark ? closing_of(tokens_[i].mark) : std::nullopt;
      if (!closing || !may_open(i) || unclosed.find(*closing) != std::u32string::npos) continue;
      size_t end = i + 1;
      while (end < tokens_.size() && tokens_[end].mark != *closing) ++end;
      if (end == tokens_.size()) {
        unclosed += *closing;
        continue;
      }
      const bool is_all = i == 0 && std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(end) + 1, tokens_.end(),
                                                [](const SpokenToken& one) { return one.kind == TokenKind::mark; });
      for (size_t k = i; k <= end && !is_all; ++k) tokens_[k].quoted = true;  // all of it quoted is what is said
      i = end;
    }
  }

  std::string_view text_;
  std::vector<WordRange> blanks_;
  std::vector<SpokenToken> tokens_;
  size_t at_ = 0;
  size_t blank_ = 0;
  size_t next_word_ = 0;  // where the next word begins, once asked for
  size_t sentence_ = 0;
};

}  // namespace

std::vector<SpokenToken> spoken_tokens(std::string_view text) { return Tokenizer(text).read(); }

}  // namespace canvasbook
