#include "model/text/markdown_lines.h"

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t deepest_line = 64;    // lists and quotes that one line may open
constexpr size_t widest_indent = 128;  // columns that a line may be indented by

// Where the beginning of a line opens one list or quote too many: the byte that makes the mark one. Nothing where it
// opens fewer, and for a rule such as "- - -".
std::optional<size_t> mark_too_many(std::string_view line) {
  const char first = line[line.find_first_not_of(" \t")];
  if (first != '>' && line.find_first_not_of(std::string{first, ' ', '\t'}) == std::string_view::npos)
    return std::nullopt;
  size_t marks = 0;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ' || line[at] == '\t') continue;
    size_t sign = at;
    while (sign < line.size() && is_digit(line[sign])) ++sign;
    if (sign == line.size() || std::string_view(sign > at ? ".)" : ">-+*").find(line[sign]) == std::string_view::npos)
      break;
    if (line[sign] != '>' && sign + 1 < line.size() && line[sign + 1] != ' ' && line[sign + 1] != '\t') break;
    if (++marks > deepest_line) return sign;
    at = sign;
  }
  return std::nullopt;
}

}  // namespace

std::string prepared_markdown(std::string_view text) {
  std::string source = with_line_feeds(text);
  std::string limited;
  size_t copied = 0;
  for (size_t start = 0; start < source.size();) {
    const size_t end = std::min(source.find('\n', start), source.size());
    if (end - start > deepest_line) {
      const std::string_view line(source.data() + start, end - start);
      const size_t indent = line.find_first_not_of(" \t");
      if (indent != std::string_view::npos) {
        if (indent > widest_indent) {
          limited.append(source, copied, start + widest_indent - copied);
          copied = start + indent;
        } else if (const auto mark = mark_too_many(line)) {
          limited.append(source, copied, start + *mark - copied);
          limited += '\\';
          copied = start + *mark;
        }
      }
    }
    start = end + 1;
  }
  if (copied == 0) return source;
  return limited.append(source, copied);
}

std::vector<std::string_view> markdown_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string> split_table_row(std::string_view line) {
  line = trim(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size()) {
      if (line[at + 1] != '|') cells.back() += '\\';
      cells.back() += line[++at];
    } else if (line[at] == '|') {
      cells.emplace_back();
    } else {
      cells.back() += line[at];
    }
  }
  if (trim(cells.back()).empty() && cells.size() > 1) cells.pop_back();
  for (std::string& cell : cells) cell = std::string(trim(cell));
  return cells;
}

std::string as_table_cell(std::string_view text) {
  std::string cell;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      cell += "<br>";
    } else {
      if (text[at] == '|') cell += '\\';
      cell += text[at];
      if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '|') cell += text[++at];
    }
  }
  return cell;
}

std::string without_comments(std::string_view text) {
  constexpr std::string_view begin = "<!--";
  constexpr std::string_view end = "-->";
  std::string rest;
  for (size_t start = text.find(begin); start != std::string_view::npos; start = text.find(begin)) {
    const size_t inside = start + begin.size();
    const bool is_escaped = start > 0 && text[start - 1] == '\\';
    const size_t closed = is_escaped ? inside : text.find(end, inside);
    if (closed == std::string_view::npos) break;
    rest += text.substr(0, is_escaped ? inside : start);
    text.remove_prefix(is_escaped ? inside : closed + end.size());
  }
  return rest += text;
}

std::optional<std::vector<Alignment>> read_delimiter_row(std::string_view line) {
  if (line.find('|') == std::string_view::npos) return std::nullopt;
  std::vector<Alignment> alignments;
  for (const std::string& cell : split_table_row(line)) {
    std::string_view dashes = cell;
    const bool left = dashes.starts_with(':');
    const bool right = dashes.ends_with(':');
    if (left) dashes.remove_prefix(1);
    if (right && !dashes.empty()) dashes.remove_suffix(1);
    if (dashes.empty() || dashes.find_first_not_of('-') != std::string_view::npos) return std::nullopt;
    alignments.push_back(left && right ? Alignment::centre : right ? Alignment::right : Alignment::left);
  }
  return alignments;
}

}  // namespace canvasbook
