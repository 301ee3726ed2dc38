#include "editor/call/plain_words.h"

#include <algorithm>
#include <utility>

#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string spoken_line(std::string_view line) {
  const auto spans = read_paragraph(line);
  return spans ? plain_text(*spans) : std::string(line);
}

constexpr const char* no_break_space = "\u00A0";  // behind a number: else Markdown would take the line for a list

// As it is written in Markdown: a mark of it that is none there stands behind a backslash. Brackets, braces and what is
// in them stay: they are places to fill in.
std::string escaped(std::string_view text) {
  std::string written;
  for (const char c : text) {
    if (std::string_view("*`\\<&~").find(c) != std::string_view::npos) written += '\\';
    written += c;
  }
  return written;
}

std::string with_emphasis(const Spans& spans, bool all_strong = false) {
  std::string line;
  for (const Span& span : spans) {
    const bool is_blank = trim(span.text).empty();
    const bool is_strong = (span.strong || all_strong) && !is_blank;
    const std::string mark = std::string(is_strong ? "**" : "") + (span.emphasis && !is_blank ? "*" : "");
    line += mark + escaped(span.text) + std::string(mark.rbegin(), mark.rend());
  }
  return line;
}

class LinesOfMarkdown {
 public:
  void add(const RichBlock& block) {
    using Kind = RichBlock::Kind;
    switch (block.kind) {
      case Kind::paragraph:
        return add_lines(with_emphasis(block.spans));
      case Kind::heading:
        return add_lines(with_emphasis(block.spans, true));
      case Kind::code:
        return add_lines(escaped(block.text));
      case Kind::table:
        for (const std::vector<Spans>& row : block.rows) {
          std::string line;
          for (const Spans& cell : row) line += (line.empty() ? "" : " · ") + with_emphasis(cell);
          add_lines(line);
        }
        return;
      case Kind::bullet_list:
      case Kind::numbered_list: {
        int number = block.start;
        for (const RichBlock& item : block.children) {
          mark_ = block.kind == Kind::bullet_list ? std::string("• ") : std::to_string(number++) + "." + no_break_space;
          add(item);
        }
        return;
      }
      case Kind::list_item:
      case Kind::quote:
        for (const RichBlock& child : block.children) add(child);
        return;
      case Kind::rule:
        return;
    }
  }

  void begin_block() { is_apart_ = true; }
  std::vector<LineInSight> take() { return std::move(lines_); }

 private:
  void add_lines(std::string_view text) {
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = trim(text.substr(begin, end - begin));
      begin = end + 1;
      if (line.empty()) continue;
      lines_.push_back({std::exchange(mark_, {}) + std::string(line), is_apart_ && !lines_.empty()});
      is_apart_ = false;
    }
  }

  std::vector<LineInSight> lines_;
  std::string mark_;  // before the next line
  bool is_apart_ = false;
};

}  // namespace

std::string spoken(std::string_view text) {
  const std::string printed = to_printable(text);
  const std::string_view whole = trim(printed);
  std::string result;
  for (size_t begin = 0; begin <= whole.size();) {
    const size_t end = std::min(whole.find('\n', begin), whole.size());
    if (begin > 0) result += '\n';
    result += spoken_line(whole.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

std::vector<LineInSight> lines_in_sight(std::string_view markdown) {
  LinesOfMarkdown lines;
  for (const RichBlock& block : read_markdown(markdown, LineFeeds::breaks)) {
    lines.begin_block();
    lines.add(block);
  }
  return lines.take();
}

}  // namespace canvasbook
