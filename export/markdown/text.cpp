#include "export/markdown/text.h"

#include <algorithm>
#include <cstddef>

#include "export/markdown/marked_runs.h"
#include "model/text/text.h"
#include "model/text/web_address.h"

namespace canvasbook {

namespace {

// Letters and digits of ASCII: whether others count as letters next to a mark is for each reader to say.
bool is_alphanumeric(char c) { return is_ascii_letter(c) || is_digit(c); }

bool is_space(char c) { return c == ' ' || c == '\n'; }

// Adds a link behind what is written; a "!" in front of it would make it a picture.
void add_link(std::string& result, const std::string& link) {
  if (result.ends_with('!') && link.starts_with('[')) result.insert(result.size() - 1, 1, '\\');
  result += link;
}

// Whether the "&" at `at` would begin an entity: it needs its ";".
bool begins_entity(std::string_view text, size_t at) {
  size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  while (end < text.size() && is_alphanumeric(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

// Whether an address is the anchor of a heading, which no reader takes for anything else: "#my-heading".
bool is_plain_anchor(std::string_view address) {
  return address.size() > 1 && address.front() == '#' && std::ranges::all_of(address.substr(1), [](char c) {
           return is_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
         });
}

// The target of a link. What one reader or another would take for an end of it, or a table for an end of the cell, is
// written as %XX, which leads to the same place.
std::string link_target(std::string_view address) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  if (is_plain_anchor(address)) return std::string(address);
  std::string target = "<";
  for (size_t at = 0; at < address.size(); ++at) {
    const auto byte = static_cast<unsigned char>(address[at]);
    if (byte <= ' ' || byte == 0x7F || std::string_view("<>\\`|").find(address[at]) != std::string_view::npos) {
      target += {'%', hex[byte >> 4], hex[byte & 15]};
    } else {
      target += byte == '&' && begins_entity(address, at) ? "&amp;" : std::string(1, address[at]);
    }
  }
  return target + ">";
}

// Escapes one line; `at_start` where its first character begins a line of the file, `links` where an address may become
// one.
class LineEscaper {
 public:
  LineEscaper(std::string_view line, bool at_start, bool links)
      : line_(line), at_start_(at_start), links_(links && may_have_bare_addresses(line)) {}

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
      if (const size_t length = links_ ? bare_address_length(line_, at) : 0; length > 0) {
        result_ += line_.substr(copied, at - copied);
        add_link(result_, link_to(line_.substr(at, length)));
        copied = at + length;
        at = copied - 1;
        continue;
      }
      if (is_chat_address(at)) {
        result_ += line_.substr(copied, at + 1 - copied);
        result_ += "<!-- -->";  // no escape keeps it from becoming a link
        copied = at + 1;
        continue;
      }
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

  static std::string link_to(std::string_view address) {
    const bool is_simple = std::ranges::all_of(address, [](char c) {
      return is_alphanumeric(c) || std::string_view("-._~:/?#=&%+,@!()*").find(c) != std::string_view::npos;
    });
    const bool has_scheme = (address.front() | 32) == 'h';
    if (is_simple && has_scheme) return "<" + std::string(address) + ">";
    return "[" + LineEscaper(address, false, false).escape() + "](" +
           link_target(has_scheme ? std::string(address) : "http://" + std::string(address)) + ")";
  }

  // Where GitHub would make a link by itself: at "www." and at the colon of "http://", "https://" and "ftp://".
  bool is_linked_by_itself(size_t at) const {
    if (line_[at] == '.') return at >= 3 && line_.substr(at - 3, 3) == "www";
    return line_.substr(at, 3) == "://" && is_alphanumeric(before(at));
  }

  // GitHub makes a link of "xmpp:" and what looks like a mail address, after it has taken the escapes away.
  bool is_chat_address(size_t at) const {
    return line_[at] == ':' && at >= 4 && line_.substr(at - 4, 4) == "xmpp" && next(at) != '\0' && next(at) != ' ';
  }

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
        return !(is_alphanumeric(before(at)) && is_alphanumeric(next(at))) && !is_blank_to_fill(at);
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
        return begins(at);
      case ':':
        return begins(at) || is_linked_by_itself(at);
      case '.':
        return ends_number(at) || is_linked_by_itself(at);
      case ')':
        return ends_number(at);
      default:
        return false;
    }
  }

  // Whether this stands in "____" behind a space: that may begin emphasis but never ends one, so that without a partner
  // it stays as it is. Alone on its line it would be a rule, and before a letter some readers take it for a mark.
  bool is_blank_to_fill(size_t at) const {
    constexpr size_t shortest = 3;
    constexpr size_t longest = 64;  // what is longer would be looked through for each of its letters
    size_t first = at;
    while (first > 0 && line_[first - 1] == '_' && at - first < longest) --first;
    size_t end = at + 1;
    while (end < line_.size() && line_[end] == '_' && end - first < longest) ++end;
    if (end - first < shortest || end - first >= longest) return false;
    if (end < line_.size() && is_alphanumeric(line_[end])) return false;
    if (first > 0) return first > 1 && line_[first - 1] == ' ';  // a first space is written otherwise
    return at_start_ && line_.find_first_not_of("_ ", end) != std::string_view::npos;
  }

  bool begins(size_t at) const { return at_start_ && at == 0; }

  // Whether the line begins with digits up to here, as the items of a numbered list do.
  bool ends_number(size_t at) const {
    return at_start_ && at > 0 &&
           std::all_of(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(at),
                       [](char c) { return is_digit(c); });
  }

  std::string_view line_;
  bool at_start_;
  bool links_;
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

// What breaks a line at a place.
std::string line_break(MarkdownPlace place, std::string_view indent) {
  const bool is_one_line = place == MarkdownPlace::table_cell || place == MarkdownPlace::heading;
  return is_one_line ? "<br>" : "\\\n" + std::string(indent);
}

std::string escape_lines(std::string_view text, bool at_start, bool links, std::string_view line_break) {
  std::string result;
  for (;;) {
    const size_t end = text.find('\n');
    const bool last = end == std::string_view::npos;
    result += LineEscaper(text.substr(0, last ? text.size() : end), at_start, links).escape();
    if (last) return result;
    result += line_break;
    at_start = line_break != "<br>";
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string escape_markdown(std::string_view text, MarkdownPlace place, std::string_view indent) {
  return escape_lines(text, place == MarkdownPlace::line_start, place != MarkdownPlace::link_text,
                      line_break(place, indent));
}

std::string markdown_spans(const Spans& spans, MarkdownPlace place, std::string_view indent) {
  const std::string break_mark = line_break(place, indent);
  const bool links = place != MarkdownPlace::link_text;
  std::string result;
  size_t apart = 0;  // spans before it are written each with its own marks
  for (size_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    free_space(result, span.text);
    const bool follows_break = i > 0 && !spans[i - 1].code && spans[i - 1].text.ends_with('\n');
    const bool at_start = result.empty() ? place == MarkdownPlace::line_start : follows_break && break_mark != "<br>";
    if (const MarkedRun run = i < apart ? MarkedRun{i, nullptr} : marked_run(spans, i); run.end > i) {
      if (can_be_marked(spans, i, run.end, result)) {
        Spans inner(spans.begin() + static_cast<std::ptrdiff_t>(i),
                    spans.begin() + static_cast<std::ptrdiff_t>(run.end));
        for (Span& one : inner) one.*run.mark = false;
        result += escape_lines(take_leading_spaces(inner.front()), at_start, links, break_mark);
        const std::string behind = take_trailing_spaces(inner.back());
        const std::string mark = run.mark == &Span::strong ? "**" : "*";
        const MarkdownPlace inside = place == MarkdownPlace::line_start ? MarkdownPlace::inside_line : place;
        result += mark + markdown_spans(inner, inside, indent) + mark + escape_lines(behind, false, links, break_mark);
        i = run.end - 1;
        continue;
      }
      apart = run.end;
    }
    if (span.code) {
      std::string code = code_span(span.text);
      if (place == MarkdownPlace::table_cell) {
        for (size_t at = 0; (at = code.find('|', at)) != std::string::npos; at += 2) code.insert(at, 1, '\\');
      }
      if (span.link.empty()) {
        result += code;
      } else {
        add_link(result, "[" + code + "](" + link_target(span.link) + ")");
      }
      continue;
    }
    const bool marked = span.strong || span.emphasis;
    const bool styled = marked || !span.link.empty();
    if (!styled) {
      add_link(result, escape_lines(span.text, at_start, links, break_mark));
      continue;
    }
    // Marks of emphasis must touch the text, so spaces stay outside.
    const auto [first, last] = without_spaces(span.text);
    if (first == last) {
      result += escape_lines(span.text, at_start, links, break_mark);
      continue;
    }
    const std::string_view text = std::string_view(span.text).substr(first, last - first);
    result += escape_lines(std::string_view(span.text).substr(0, first), at_start, links, break_mark);
    const bool names_itself = !marked && span.link == text && bare_address_length(text, 0) == text.size();
    const bool is_link = !span.link.empty() && !names_itself;
    // Inside a word only a letter may follow a mark of emphasis, so that an address stays text there.
    const bool stands_alone = first > 0 || result.empty() || follows_break || is_space(result.back());
    const bool ends_alone = last < span.text.size() || i + 1 == spans.size() || is_space(spans[i + 1].text.front());
    const bool may_link = !is_link && (!marked || (stands_alone && ends_alone));
    const std::string marks = std::string(span.strong ? "**" : "") + (span.emphasis ? "*" : "");
    const std::string words =
        marks + escape_lines(text, false, may_link, break_mark) + std::string(marks.rbegin(), marks.rend());
    add_link(result, is_link ? "[" + words + "](" + link_target(span.link) + ")" : words);
    result += escape_lines(std::string_view(span.text).substr(last), false, links, break_mark);
  }
  return result;
}

std::string markdown_bold(std::string text) {
  return markdown_spans({Span{std::move(text), true, false, false, {}}}, MarkdownPlace::inside_line, "  ");
}

std::string markdown_italic(std::string text) {
  return markdown_spans({Span{std::move(text), false, true, false, {}}}, MarkdownPlace::inside_line, "  ");
}

std::string sentence_lines(const std::string& markdown, std::string_view indent) {
  std::string result;
  result.reserve(markdown.size() + markdown.size() / 32);
  size_t copied = 0;
  for (size_t at = 0; at + 2 < markdown.size(); ++at) {
    const char mark = markdown[at];
    if ((mark != '.' && mark != '!' && mark != '?') || markdown[at + 1] != ' ') continue;
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
