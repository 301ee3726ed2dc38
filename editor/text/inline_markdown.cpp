#include "editor/text/inline_markdown.h"

#include <algorithm>
#include <set>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t nowhere = std::u32string_view::npos;

// A run of stars or underscores that may still open a span.
struct Opener {
  char32_t mark;
  size_t begin;
  size_t end;
  size_t length;  // before any of it was used
  bool can_close;
};

// Punctuation as the rules of Markdown see it.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > ' ' && c != 0x7F && !is_digit(c) && !is_ascii_letter(c);
  return c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF ||
         (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) || (c >= 0x3001 && c <= 0x3003) ||
         (c >= 0x3008 && c <= 0x3011);
}

class InlineReader {
 public:
  InlineReader(std::u32string_view text, EmphasisMarks marks) : text_(text), marks_(marks) {}

  InlineMarkdown read() {
    for (size_t at = 0; at < text_.size();) {
      if (take_unit(at)) {
        at = found_.units.back().range.end;
      } else if (text_[at] == '`') {
        at += run_of(text_, at);
      } else if (text_[at] == '\\' && at + 1 < text_.size() && is_punctuation(text_[at + 1])) {
        found_.escapes.push_back(at);
        at += 2;
      } else if (text_[at] == '*' || (text_[at] == '_' && marks_ == EmphasisMarks::stars_and_underscores)) {
        const size_t length = run_of(text_, at);
        take_marks(at, at + length);
        at += length;
      } else {
        ++at;
      }
    }
    return std::move(found_);
  }

 private:
  // The code, link or address in angle brackets that begins at `at`, if one does.
  bool take_unit(size_t at) {
    if (text_[at] == '`') {
      const size_t length = run_of(text_, at);
      if (unclosed_.contains(length)) return false;
      for (size_t end = text_.find(U'`', at + length); end != nowhere; end = text_.find(U'`', end)) {
        const size_t closing = run_of(text_, end);
        end += closing;
        if (closing == length) return add_unit(at, end, InlineUnit::Kind::code);
      }
      unclosed_.insert(length);
    } else if (text_[at] == '[') {
      const size_t close = text_.find_first_of(U"[]\n", at + 1);
      if (close == nowhere || text_.substr(close, 2) != U"](") return false;
      const size_t end = text_.find_first_of(U")\n", close);
      if (end != nowhere && text_[end] == ')') return add_unit(at, end + 1, InlineUnit::Kind::link);
    } else if (text_[at] == '<') {
      const size_t end = text_.find_first_of(U"<> \n", at + 1);
      if (end != nowhere && end > at + 1 && text_[end] == '>') {
        return add_unit(at, end + 1, InlineUnit::Kind::address);
      }
    }
    return false;
  }

  bool add_unit(size_t begin, size_t end, InlineUnit::Kind kind) {
    found_.units.push_back({{begin, end}, kind});
    return true;
  }

  // The rules of CommonMark 0.30, "Emphasis and strong emphasis", for a run of marks.
  void take_marks(size_t begin, size_t end) {
    const char32_t before = begin == 0 ? U'\n' : text_[begin - 1];
    const char32_t after = end == text_.size() ? U'\n' : text_[end];
    const bool left_flanking =
        !is_white(after) && (!is_punctuation(after) || is_white(before) || is_punctuation(before));
    const bool right_flanking =
        !is_white(before) && (!is_punctuation(before) || is_white(after) || is_punctuation(after));
    const bool inside_words = text_[begin] == '*';
    const bool can_open = left_flanking && (inside_words || !right_flanking || is_punctuation(before));
    const bool can_close = right_flanking && (inside_words || !left_flanking || is_punctuation(after));
    Opener run{text_[begin], begin, end, end - begin, can_close};
    while (can_close && run.begin < run.end) {
      const auto fits = [&](const Opener& opener) {
        if (opener.mark != run.mark) return false;
        const bool both = opener.can_close || can_open;
        return !both || (opener.length + run.length) % 3 != 0 || (opener.length % 3 == 0 && run.length % 3 == 0);
      };
      const auto found = std::find_if(openers_.rbegin(), openers_.rend(), fits);
      if (found == openers_.rend()) break;
      openers_.erase(found.base(), openers_.end());
      Opener& opener = openers_.back();
      const size_t used = run.end - run.begin >= 2 && opener.end - opener.begin >= 2 ? 2 : 1;
      opener.end -= used;
      found_.emphasis.push_back({{opener.end, opener.end + used},
                                 {run.begin, run.begin + used},
                                 used == 2 ? Emphasis::bold : Emphasis::italic});
      run.begin += used;
      if (opener.begin == opener.end) openers_.pop_back();
    }
    if (can_open && run.begin < run.end) openers_.push_back(run);
  }

  std::u32string_view text_;
  EmphasisMarks marks_;
  InlineMarkdown found_;
  std::vector<Opener> openers_;
  std::set<size_t> unclosed_;  // lengths of runs of backticks that nothing behind them closes
};

}  // namespace

InlineMarkdown read_inline(std::u32string_view text, EmphasisMarks marks) { return InlineReader(text, marks).read(); }

bool is_white(char32_t c) { return c == '\n' || c == 0xA0 || c == 0x202F || (is_blank(c) && c != 0x200B); }

size_t run_of(std::u32string_view text, size_t at) {
  const size_t end = text.find_first_not_of(text[at], at);
  return (end == nowhere ? text.size() : end) - at;
}

bool is_rule(std::u32string_view line, size_t at) {
  if (at == line.size() || (line[at] != '-' && line[at] != '*' && line[at] != '_')) return false;
  const auto rest = line.substr(at);
  return std::ranges::count(rest, line[at]) >= 3 &&
         std::ranges::all_of(rest, [&](char32_t c) { return c == ' ' || c == line[at]; });
}

}  // namespace canvasbook
