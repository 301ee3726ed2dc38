#include "model/text/delimited_text.h"

#include <csv.h>

#include <algorithm>
#include <optional>

#include "model/text/text.h"

namespace canvasbook {

namespace {

std::string cell_in_quotes(std::string_view cell) {
  std::string text = "\"";
  for (const char character : cell) {
    if (character == '"') text += '"';
    text += character;
  }
  return text + '"';
}

void take_cell(void* cell, size_t length, void* rows) {
  static_cast<CellRows*>(rows)->back().emplace_back(static_cast<const char*>(cell), length);
}

void end_row(int, void* rows) { static_cast<CellRows*>(rows)->emplace_back(); }

bool ends_cell(std::string_view text, size_t at, char delimiter) {
  return at == text.size() || text[at] == delimiter || text[at] == '\n' || text[at] == '\r';
}

size_t behind_blanks_of_cell(std::string_view text, size_t at, char delimiter) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t') && text[at] != delimiter) ++at;
  return at;
}

// Behind the quote that closes the one at `at`; nothing where it is never closed or more of the cell follows.
std::optional<size_t> end_of_quoted(std::string_view text, size_t at, char delimiter) {
  for (size_t quote = text.find('"', at + 1); quote != std::string_view::npos; quote = text.find('"', quote + 2)) {
    if (quote + 1 < text.size() && text[quote + 1] == '"') continue;  // a quote of the text
    if (!ends_cell(text, behind_blanks_of_cell(text, quote + 1, delimiter), delimiter)) return std::nullopt;
    return quote + 1;
  }
  return std::nullopt;
}

// The text with cells in quotes in place of those that only begin with one: else the parser goes on into the cells and
// rows behind. `mended` counts them. Linear: each look for an end stops at the first quote that is not doubled.
std::string with_quotes_closed(std::string_view text, char delimiter, size_t& mended) {
  std::string closed;
  closed.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    at = behind_blanks_of_cell(text, at, delimiter);
    const bool is_quoted = at < text.size() && text[at] == '"';
    const auto end = is_quoted ? end_of_quoted(text, at, delimiter) : std::nullopt;
    if (end) at = *end;
    const size_t written = at;
    while (!ends_cell(text, at, delimiter)) ++at;
    if (is_quoted && !end) {
      closed += cell_in_quotes(text.substr(written, at - written));
      ++mended;
    } else {
      closed += text.substr(begin, at - begin);
    }
    if (at < text.size()) closed += text[at++];
  }
  return closed;
}

CellRows parse_rows(std::string_view written, unsigned char options, char delimiter, size_t& mended) {
  const std::string text = with_quotes_closed(written, delimiter, mended);
  CellRows rows(1);
  csv_parser parser;
  if (csv_init(&parser, options) != 0) return {};
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_parse(&parser, text.data(), text.size(), take_cell, end_row, &rows);
  csv_fini(&parser, take_cell, end_row, &rows);
  csv_free(&parser);
  return rows;
}

bool needs_quotes(const std::string& cell) {
  return cell.find_first_of("\t\n\r\"") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

bool is_empty(const std::vector<std::string>& row) {
  return std::ranges::all_of(row, [](const std::string& cell) { return trim(cell).empty(); });
}

}  // namespace

CellRows read_cells(std::string_view text) {
  size_t ignored = 0;
  CellRows rows = parse_rows(to_nfc(text), 0, '\t', ignored);
  std::erase_if(rows, is_empty);
  return rows;
}

CellRows read_block(std::string_view text) {
  size_t ignored = 0;
  // the parser takes each half of CR LF for an end
  CellRows rows = parse_rows(to_nfc(with_line_feeds(text)), CSV_REPALL_NL, '\t', ignored);
  while (!rows.empty() && is_empty(rows.back())) rows.pop_back();
  return rows;
}

DelimitedText read_delimited(std::string_view text, char delimiter) {
  DelimitedText read;
  size_t line = 1;
  for (auto& row : parse_rows(to_nfc(with_line_feeds(text)), CSV_REPALL_NL, delimiter, read.stray_quotes)) {
    const size_t begin = line++;
    for (const std::string& cell : row) line += static_cast<size_t>(std::ranges::count(cell, '\n'));
    if (is_empty(row)) continue;
    read.rows.push_back(std::move(row));
    read.lines.push_back(begin);
  }
  return read;
}

std::string write_cells(const CellRows& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += '\t';
      text += needs_quotes(row[i]) ? cell_in_quotes(row[i]) : row[i];
    }
    text += '\n';
  }
  return text;
}

bool reads_as_cells(std::string_view text) {
  if (text.find('\t') != std::string_view::npos) return true;
  const CellRows rows = read_block(text);
  const bool has_lines = std::ranges::any_of(rows, [](const auto& row) {
    return std::ranges::any_of(row, [](const std::string& cell) { return cell.find('\n') != std::string::npos; });
  });
  if (!has_lines) return false;
  std::string lines(text);  // a sentence that begins with a quote would be other words as cells
  std::erase(lines, '\r');
  if (!lines.ends_with('\n')) lines += '\n';
  return write_cells(rows) == to_nfc(lines);
}

}  // namespace canvasbook
