#include "model/text/delimited_text.h"

#include <csv.h>

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

void take_cell(void* cell, size_t length, void* rows) {
  static_cast<CellRows*>(rows)->back().emplace_back(static_cast<const char*>(cell), length);
}

void end_row(int, void* rows) { static_cast<CellRows*>(rows)->emplace_back(); }

CellRows parse_rows(std::string_view text, unsigned char options) {
  CellRows rows(1);
  csv_parser parser;
  if (csv_init(&parser, options) != 0) return {};
  csv_set_delim(&parser, '\t');
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
  CellRows rows = parse_rows(to_nfc(text), 0);
  std::erase_if(rows, is_empty);
  return rows;
}

CellRows read_block(std::string_view text) {
  std::string lines;  // the parser takes each half of CR LF for an end
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') lines += text[i];
    if (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) lines += '\n';
  }
  CellRows rows = parse_rows(to_nfc(lines), CSV_REPALL_NL);
  while (!rows.empty() && is_empty(rows.back())) rows.pop_back();
  return rows;
}

std::string write_cells(const CellRows& rows) {
  std::string text;
  for (const auto& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += '\t';
      if (!needs_quotes(row[i])) {
        text += row[i];
        continue;
      }
      text += '"';
      for (const char character : row[i]) {
        if (character == '"') text += '"';
        text += character;
      }
      text += '"';
    }
    text += '\n';
  }
  return text;
}

}  // namespace canvasbook
