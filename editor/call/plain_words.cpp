#include "editor/call/plain_words.h"

#include <algorithm>

#include "model/text/markdown_reader.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string spoken_line(std::string_view line) {
  const auto spans = read_paragraph(line);
  return spans ? plain_text(*spans) : std::string(line);
}

void add_line(std::string& text, std::string_view line) {
  if (trim(line).empty()) return;
  if (!text.empty()) text += '\n';
  text += trim(line);
}

void add_block(std::string& text, const RichBlock& block) {
  using Kind = RichBlock::Kind;
  switch (block.kind) {
    case Kind::paragraph:
    case Kind::heading:
      return add_line(text, plain_text(block.spans));
    case Kind::code:
      return add_line(text, block.text);
    case Kind::table:
      for (const std::vector<Spans>& row : block.rows) {
        std::string line;
        for (const Spans& cell : row) line += (line.empty() ? "" : " · ") + plain_text(cell);
        add_line(text, line);
      }
      return;
    case Kind::bullet_list:
    case Kind::numbered_list: {
      int number = block.start;
      for (const RichBlock& item : block.children) {
        std::string lines;
        add_block(lines, item);
        const std::string mark = block.kind == Kind::bullet_list ? std::string("•") : std::to_string(number++) + ".";
        add_line(text, mark + " " + lines);
      }
      return;
    }
    case Kind::list_item:
    case Kind::quote:
      for (const RichBlock& child : block.children) add_block(text, child);
      return;
    case Kind::rule:
      return;
  }
}

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

std::string plain_lines(std::string_view markdown) {
  std::string text;
  for (const RichBlock& block : read_markdown(markdown, LineFeeds::breaks)) add_block(text, block);
  return text;
}

}  // namespace canvasbook
