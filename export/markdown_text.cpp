#include "export/markdown_text.h"

#include <algorithm>

#include "model/text.h"

namespace canvasbook {

namespace {

// Letters and digits of ASCII: whether others count as letters next to a mark is for each reader to say.
bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

// Escapes one line; `at_start` where its first character begins a line of the file.
class LineEscaper {
 public:
  LineEscaper(std::string_view line, bool at_start) : line_(line), at_start_(at_start) {}

  std::string escape() {
    size_t first = 0;
    if (at_start_ && !line_.empty() && line_[0] == ' ') {
      result_ += "&#32;";  // a real space would be dropped, or with three more make a code block
      first = 1;
      at_start_ = false;
    }
    result_.reserve(line_.size() + 16);
    size_t copied = first;
    for (size_t at = first; at < line_.size(); ++at) {
      if (!needs_escape(at)) continue;
      result_ += line_.substr(copied, at - copied);
      result_ += '\\';
      copied = at;
    }
    result_ += line_.substr(std::min(copied, line_.size()));
    if (line_.size() > first && line_.back() == ' ') {  // spaces at the end of a line would be dropped
      result_.pop_back();
      result_ += "&#32;";
    }
    return std::move(result_);
  }

 private:
  char next(size_t at) const { return at + 1 < line_.size() ? line_[at + 1] : '\0'; }
  char before(size_t at) const { return at > 0 ? line_[at - 1] : '\0'; }

  bool needs_escape(size_t at) const {
    const char c = line_[at];
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '|':
      case '~':
      case '$':
      case '^':
      case '#':
      case '{':
        return true;
      case '_':
        return !(is_alphanumeric(before(at)) && is_alphanumeric(next(at)));
      case '&':
        return next(at) == '#' || is_alphanumeric(next(at));
      case '@':
        return !is_alphanumeric(before(at)) && is_alphanumeric(next(at));
      case '=':
        return next(at) == '=' || before(at) == '=' || begins(at);
      case '%':
        return next(at) == '%' || before(at) == '%' || begins(at);
      case '>':
      case '-':
      case '+':
      case ':':
        return begins(at);
      case '.':
      case ')':
        return ends_number(at);
      default:
        return false;
    }
  }

  bool begins(size_t at) const { return at_start_ && at == 0; }

  // Whether the line begins with digits up to here, as the items of a numbered list do.
  bool ends_number(size_t at) const {
    return at_start_ && at > 0 &&
           std::all_of(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(at),
                       [](char c) { return c >= '0' && c <= '9'; });
  }

  std::string_view line_;
  bool at_start_;
  std::string result_;
};

// A code span whose fence is longer than any run of backquotes inside.
std::string code_span(std::string_view text) {
  size_t longest = 0;
  size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  std::string inside(text);
  std::ranges::replace(inside, '\n', ' ');
  const bool all_spaces = inside.find_first_not_of(' ') == std::string::npos;
  const bool pad = !inside.empty() && !all_spaces &&
                   (inside.front() == '`' || inside.back() == '`' || (inside.front() == ' ' && inside.back() == ' '));
  const std::string space = pad ? " " : "";
  return fence + space + inside + space + fence;
}

std::string link_target(std::string_view address) {
  std::string target = "<";
  for (const char c : address) {
    if (c == '<' || c == '>' || c == '\\') target += '\\';
    target += c == '\n' ? ' ' : c;
  }
  return target + ">";
}

// A space that was kept from being dropped at the end of a line need not be where more text follows.
void free_space(std::string& result, std::string_view following) {
  constexpr std::string_view kept = "&#32;";
  if (result.size() <= kept.size() || !result.ends_with(kept)) return;
  if (following.empty() || following.front() == ' ' || following.front() == '\n') return;
  const char before = result[result.size() - kept.size() - 1];
  if (before == ' ' || before == '\n') return;
  result.resize(result.size() - kept.size());
  result += ' ';
}

}  // namespace

std::string escape_markdown(std::string_view text, MarkdownPlace place, std::string_view indent) {
  std::string result;
  bool at_start = place == MarkdownPlace::line_start;
  for (;;) {
    const size_t end = text.find('\n');
    const bool last = end == std::string_view::npos;
    result += LineEscaper(text.substr(0, last ? text.size() : end), at_start).escape();
    if (last) return result;
    if (place == MarkdownPlace::table_cell) {
      result += "<br>";
    } else {
      result += "\\\n";
      result += indent;
      at_start = true;
    }
    text.remove_prefix(end + 1);
  }
}

std::string markdown_spans(const Spans& spans, MarkdownPlace place, std::string_view indent) {
  std::string result;
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    free_space(result, span.text);
    const MarkdownPlace here =
        result.empty() ? place : (place == MarkdownPlace::line_start ? MarkdownPlace::inside_line : place);
    if (span.code) {
      std::string code = code_span(span.text);
      if (place == MarkdownPlace::table_cell) {
        for (size_t at = 0; (at = code.find('|', at)) != std::string::npos; at += 2) code.insert(at, 1, '\\');
      }
      result += span.link.empty() ? code : "[" + code + "](" + link_target(span.link) + ")";
      continue;
    }
    // Marks of emphasis must touch the text, so spaces stay outside.
    std::string_view text = span.text;
    const bool styled = span.strong || span.emphasis || !span.link.empty();
    std::string after;
    if (styled) {
      const size_t first = text.find_first_not_of(" \n");
      if (first == std::string_view::npos) {
        result += escape_markdown(text, here, indent);
        continue;
      }
      const size_t last = text.find_last_not_of(" \n") + 1;
      result += escape_markdown(text.substr(0, first), MarkdownPlace::inside_line, indent);
      after = escape_markdown(text.substr(last), MarkdownPlace::inside_line, indent);
      text = text.substr(first, last - first);
    }
    const std::string marks = std::string(span.strong ? "**" : "") + (span.emphasis ? "*" : "");
    std::string inside = marks + escape_markdown(text, styled ? MarkdownPlace::inside_line : here, indent) +
                         std::string(marks.rbegin(), marks.rend());
    if (!span.link.empty()) inside = "[" + inside + "](" + link_target(span.link) + ")";
    result += inside + after;
  }
  return result;
}

std::string sentence_lines(const std::string& markdown, std::string_view indent) {
  std::string result;
  result.reserve(markdown.size() + markdown.size() / 32);
  size_t copied = 0;
  for (size_t at = 0; (at = markdown.find_first_of(".!?", at)) != std::string::npos; ++at) {
    if (at + 2 >= markdown.size() || markdown[at + 1] != ' ') continue;
    size_t next = at + 2;
    const char32_t c = next_code_point(markdown, next);
    const bool capital = (c >= 'A' && c <= 'Z') || (c >= U'А' && c <= U'Я') || c == U'Ё';
    const size_t space = markdown.find_last_of(" \n", at);
    const size_t word = space == std::string::npos ? 0 : space + 1;
    const bool initial = count_code_points(std::string_view(markdown).substr(word, at - word)) == 1;  // "A. Pushkin"
    if (!capital || initial) continue;
    result.append(markdown, copied, at + 1 - copied);
    result += '\n';
    result += indent;
    copied = at + 2;
  }
  return result.append(markdown, copied);
}

}  // namespace canvasbook
