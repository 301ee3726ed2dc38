#include "model/text/unwrap_markdown.h"

#include <algorithm>
#include <vector>

#include "model/text/markdown_reader.h"

namespace canvasbook {

namespace {

struct SourceLine {
  size_t begin = 0;
  size_t end = 0;   // without its line end
  size_t next = 0;  // where the following one begins
};

std::vector<SourceLine> source_lines_of(std::string_view text) {
  std::vector<SourceLine> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const size_t next = std::min(end + (text.substr(end).starts_with("\r\n") ? 2 : 1), text.size());
    lines.push_back({begin, end, next});
    begin = next;
  }
  return lines;
}

bool breaks_hard(std::string_view line) {
  if (line.ends_with("  ")) return true;
  const size_t last = line.find_last_not_of('\\');
  return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

// "[label]: address" holds for the whole text while it stands on a line of its own: where one may be, all lines stay.
bool defines_link(std::string_view line) {
  const size_t first = line.find_first_not_of(" >\t");
  return first != std::string_view::npos && line[first] == '[' && line.find("]:", first) != std::string_view::npos;
}

// Where the words of a line begin, behind its indent and the marks of the quotes around it.
size_t begin_of_words(std::string_view text, const SourceLine& line, int quotes) {
  const auto skip_blank = [&](size_t at) {
    while (at < line.end && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at;
  };
  size_t at = skip_blank(line.begin);
  for (; quotes > 0 && at < line.end && text[at] == '>'; --quotes) at = skip_blank(at + 1);
  return at;
}

}  // namespace

std::string unwrap_markdown(std::string_view text) {
  const auto [blocks, wrapped] = read_wrapped_markdown(text);
  if (wrapped.empty()) return std::string(text);
  const std::vector<SourceLine> lines = source_lines_of(text);
  std::string result;
  result.reserve(text.size());
  size_t copied = 0;
  for (const WrappedText& paragraph : wrapped) {
    const size_t last = std::min(static_cast<size_t>(paragraph.last), lines.size());
    const auto words_of = [&](size_t number) {
      return text.substr(lines[number - 1].begin, lines[number - 1].end - lines[number - 1].begin);
    };
    bool stays = false;
    for (auto number = static_cast<size_t>(paragraph.first); number <= last; ++number) {
      stays = stays || defines_link(words_of(number));
    }
    for (auto number = static_cast<size_t>(paragraph.first); number < last && !stays; ++number) {
      const SourceLine& line = lines[number - 1];
      if (breaks_hard(words_of(number))) continue;
      const size_t end = text.find_last_not_of(" \t", line.end - 1) + 1;
      result.append(text, copied, std::max(end, copied) - copied);
      result += ' ';
      copied = begin_of_words(text, lines[number], paragraph.quotes);
    }
  }
  result.append(text, copied);
  // Code that goes over lines may have blanks that count; a file in which anything would read otherwise stays as it is.
  return read_markdown(result) == blocks ? result : std::string(text);
}

}  // namespace canvasbook
