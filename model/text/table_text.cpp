#include "model/text/table_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/text/markdown_lines.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::array<char, 3> delimiters{'\t', ';', ','};

bool has_text(const std::vector<std::string>& row) {
  return std::ranges::any_of(row, [](const std::string& cell) { return !trim(cell).empty(); });
}

// Whether a backslash stands before a square bracket that would be text without it too: a place to fill in.
bool is_bracket_of_text(std::string_view text) {
  if (text.starts_with("\\[")) return true;
  return text.starts_with("\\]") && (text.size() == 2 || (text[2] != '(' && text[2] != '[' && text[2] != ':'));
}

// `<br>` as a line feed, places to fill in as they are written, without comments, and a cell that is bold as a whole
// without the marks of that.
std::string text_of_markdown_cell(std::string_view written) {
  const std::string kept = without_comments(written);
  std::string_view cell = trim(kept);
  for (const std::string_view mark : {"**", "__"}) {
    const bool is_bold = cell.size() > 4 && cell.starts_with(mark) && cell.ends_with(mark);
    if (is_bold && cell.find(mark, 2) == cell.size() - 2) cell = cell.substr(2, cell.size() - 4);
  }
  std::string text;
  while (!cell.empty()) {
    size_t tag = 0;
    for (const std::string_view one : {"<br>", "<br/>", "<br />", "<BR>"}) {
      if (cell.starts_with(one)) tag = one.size();
    }
    if (cell.starts_with("\\\\")) {
      text += cell.substr(0, 2);  // a backslash of text
      cell.remove_prefix(2);
      continue;
    }
    if (is_bracket_of_text(cell)) cell.remove_prefix(1);
    if (tag > 0) text += '\n';
    if (tag == 0) text += cell.front();
    cell.remove_prefix(std::max<size_t>(tag, 1));
  }
  return text;
}

std::vector<std::string> row_of_pipes(std::string_view line) {
  std::vector<std::string> row = split_table_row(line);
  for (std::string& cell : row) cell = text_of_markdown_cell(cell);
  return row;
}

bool has_pipe(std::string_view line) { return line.find('|') != std::string_view::npos; }

// Whether a table begins with this line.
bool begins_table(const std::vector<std::string_view>& lines, size_t at) {
  if (at + 1 >= lines.size() || !has_pipe(lines[at])) return false;
  const auto alignments = read_delimiter_row(lines[at + 1]);
  return alignments && alignments->size() == split_table_row(lines[at]).size();
}

// Without the empty columns behind the last that has a text.
CellRows without_empty_end(CellRows rows) {
  size_t width = 0;
  for (const std::vector<std::string>& row : rows) {
    size_t end = row.size();
    while (end > width && trim(row[end - 1]).empty()) --end;
    width = std::max(width, end);
  }
  for (std::vector<std::string>& row : rows) row.resize(std::min(row.size(), width));
  return rows;
}

std::optional<TableText> read_pipes(std::string_view text) {
  const std::vector<std::string_view> lines = markdown_lines(text);
  TableText table;
  table.is_markdown = true;
  std::vector<std::string> head;
  bool in_code = false;
  const auto keep = [&](size_t at) { table.around.append(lines[at]).append("\n"); };
  for (size_t at = 0; at < lines.size();) {
    const std::string_view line = trim(lines[at]);
    if (line.starts_with("```") || line.starts_with("~~~")) in_code = !in_code;
    if (in_code || !begins_table(lines, at)) {
      keep(at++);
      continue;
    }
    std::vector<std::string> own_head = row_of_pipes(lines[at]);
    const bool is_first = table.rows.empty();
    const bool belongs = is_first || own_head == head;
    const auto add = [&](std::vector<std::string> row) {
      if (!has_text(row)) return;
      table.rows.push_back(std::move(row));
      table.lines.push_back(at + 1);
    };
    if (is_first) {
      head = own_head;
      add(std::move(own_head));
    }
    for (size_t row = 0; at < lines.size() && has_pipe(lines[at]); ++at, ++row) {
      if (!belongs) {
        keep(at);
      } else if (row > 1) {
        add(row_of_pipes(lines[at]));
      }
    }
  }
  if (head.empty()) return std::nullopt;
  table.rows = without_empty_end(std::move(table.rows));
  table.around = std::string(trim(table.around));
  return table;
}

// The share of rows that have as many cells as the first; 0 where that is one.
double evenness(const CellRows& rows) {
  if (rows.empty() || rows.front().size() < 2) return 0;
  const auto even = std::ranges::count(rows, rows.front().size(), &std::vector<std::string>::size);
  return static_cast<double>(even) / static_cast<double>(rows.size());
}

// See read_table_text.
void join_paragraphs(DelimitedText& text) {
  CellRows& rows = text.rows;
  if (rows.empty() || rows.front().size() < 2) return;
  const size_t width = rows.front().size();
  const auto fits = [&](const auto& row) { return row.size() == 1 || row.size() == width; };
  if (!std::ranges::all_of(rows, fits) || (rows.size() > 1 && rows[1].size() == 1)) return;
  CellRows joined;
  std::vector<size_t> lines;
  for (size_t row = 0; row < rows.size(); ++row) {
    if (rows[row].size() == 1) {
      joined.back().back() += "\n" + rows[row].front();
    } else {
      joined.push_back(std::move(rows[row]));
      lines.push_back(text.lines[row]);
    }
  }
  rows = std::move(joined);
  text.lines = std::move(lines);
}

// `above`: lines before the text.
TableText read_cells_between(std::string_view text, char delimiter, size_t above = 0) {
  DelimitedText read = read_delimited(text, delimiter);
  if (delimiter == '\t') {
    join_paragraphs(read);
    for (std::vector<std::string>& row : read.rows) {
      for (std::string& cell : row) std::ranges::replace(cell, '\v', '\n');  // a line break of a word processor
    }
  }
  TableText table;
  table.rows = without_empty_end(std::move(read.rows));
  for (const size_t line : read.lines) table.lines.push_back(line + above);
  table.stray_quotes = read.stray_quotes;
  return table;
}

}  // namespace

TableText read_table_text(std::string_view text) {
  const std::string lines = with_line_feeds(to_nfc(text));
  if (auto table = read_pipes(lines)) return std::move(*table);
  constexpr std::string_view named = "sep=";
  if (lines.starts_with(named) && lines.find('\n') == named.size() + 1) {
    return read_cells_between(std::string_view(lines).substr(named.size() + 2), lines[named.size()], 1);
  }
  char chosen = delimiters.front();
  double best = 0;
  for (const char delimiter : delimiters) {
    if (lines.find(delimiter) == std::string::npos) continue;
    const CellRows rows = read_delimited(lines, delimiter).rows;
    if (rows.empty()) return {};  // delimiters alone
    const double share = evenness(rows);
    if (share <= best) continue;
    best = share;
    chosen = delimiter;
  }
  return read_cells_between(lines, chosen);
}

std::optional<TableText> read_pasted_table(std::string_view text) {
  const std::string lines = with_line_feeds(to_nfc(text));
  if (auto table = read_pipes(lines)) return table;
  if (lines.find('\t') == std::string::npos) return std::nullopt;
  return read_cells_between(lines, '\t');
}

}  // namespace canvasbook
