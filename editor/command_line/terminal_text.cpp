#include "editor/command_line/terminal_text.h"

#include <cerrno>
#include <cstdio>

#include "model/text/text.h"

namespace canvasbook {

namespace {

bool steers(char32_t c) {
  if (c < 0x20) return c != '\n' && c != '\t';
  return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

std::string worded(const char* format, unsigned number) {
  char text[16];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::string mark_of(char32_t c) {
  std::string mark;
  if (c < 0x20) {
    append_utf8(mark, 0x2400 + c);
  } else if (c == 0x7F) {
    append_utf8(mark, 0x2421);
  } else {
    mark = "<" + unicode_notation(c) + ">";
  }
  return mark;
}

// The text with `mark` for each character that steers, and `broken` for each byte that is no UTF-8.
template <class Mark, class Broken>
std::string with_marks(std::string_view text, Mark mark, Broken broken) {
  std::string result;
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    const bool is_broken = c == 0xFFFD && at - start == 1;
    if (!is_broken && !steers(c)) continue;
    result += text.substr(copied, start - copied);
    result += is_broken ? broken(static_cast<unsigned char>(text[start])) : mark(c);
    copied = at;
  }
  return result.append(text.substr(copied));
}

}  // namespace

std::string terminal_text(std::string_view text) {
  return with_marks(text, mark_of, [](unsigned byte) { return worded("\\x%02X", byte); });
}

std::string terminal_line(std::string_view text) {
  std::string line;
  for (const char c : text) c == '\n' || c == '\t' ? line += mark_of(static_cast<unsigned char>(c)) : line += c;
  return terminal_text(line);
}

std::string terminal_json(std::string_view json) {
  return with_marks(
      json, [](char32_t c) { return worded("\\u%04x", static_cast<unsigned>(c)); },
      [](unsigned) { return std::string("\\ufffd"); });
}

std::ostream::int_type TerminalStream::Buffer::overflow(int_type c) {
  if (c == traits_type::eof()) return traits_type::not_eof(c);
  const char character = traits_type::to_char_type(c);
  return xsputn(&character, 1) == 1 ? c : traits_type::eof();
}

std::streamsize TerminalStream::Buffer::xsputn(const char* text, std::streamsize count) {
  const std::string_view added(text, static_cast<size_t>(count));
  const size_t end = added.rfind('\n');
  const size_t before = waiting_.size();
  waiting_ += added;
  if (end != std::string_view::npos) give_on(before + end + 1);
  return target_ ? count : 0;
}

int TerminalStream::Buffer::sync() {
  give_on(waiting_.size());
  errno = 0;
  target_.flush();
  note_problem();
  return target_ ? 0 : -1;
}

void TerminalStream::Buffer::give_on(size_t length) {
  errno = 0;
  target_ << terminal_text(std::string_view(waiting_).substr(0, length));
  note_problem();
  waiting_.erase(0, length);
}

void TerminalStream::Buffer::note_problem() {
  if (!target_ && problem_ == 0) problem_ = errno;
}

}  // namespace canvasbook
