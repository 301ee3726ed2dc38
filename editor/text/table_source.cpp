#include "editor/text/table_source.h"

#include <algorithm>

namespace canvasbook {

namespace {

TableCell cell_between(std::u32string_view line, size_t bar, size_t next_bar) {
  TableCell cell;
  cell.bar = bar;
  cell.next_bar = next_bar;
  cell.stretch = {bar, next_bar};
  size_t begin = bar + 1;
  size_t end = next_bar;
  if (begin < end && line[begin] == ' ') ++begin;
  const bool is_closed = next_bar < line.size();
  if (is_closed && end > begin && line[end - 1] == ' ') --end;
  cell.content = {begin, end};
  cell.text_end = end;
  while (cell.text_end > begin && line[cell.text_end - 1] == ' ') --cell.text_end;
  return cell;
}

// ":--", "--:", ":-:" or "---", with blanks around.
bool read_dashes(std::u32string_view cell, CellAlignment& alignment) {
  const size_t begin = cell.find_first_not_of(U' ');
  if (begin == std::u32string_view::npos) return false;
  cell = cell.substr(begin, cell.find_last_not_of(U' ') + 1 - begin);
  const bool left = cell.starts_with(U':');
  const bool right = cell.size() > 1 && cell.ends_with(U':');
  const size_t ends = (left ? 1 : 0) + (right ? 1 : 0);
  if (cell.size() <= ends || std::ranges::count(cell, U'-') != static_cast<std::ptrdiff_t>(cell.size() - ends))
    return false;
  alignment = right ? (left ? CellAlignment::centre : CellAlignment::right) : CellAlignment::left;
  return true;
}

}  // namespace

TableSource read_table_source(std::u32string_view line) {
  TableSource source;
  std::vector<size_t> bars;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      bars.push_back(i);
    }
  }
  for (size_t i = 0; i < bars.size(); ++i) {
    const bool is_last = i + 1 == bars.size();
    const size_t next = is_last ? line.size() : bars[i + 1];
    const bool is_closing = is_last && i > 0 && line.find_first_not_of(U' ', bars[i] + 1) == std::u32string_view::npos;
    if (!is_closing) source.cells.push_back(cell_between(line, bars[i], next));
  }
  if (source.cells.empty()) source.cells.push_back(cell_between(line, 0, line.size()));
  source.cells.front().stretch.begin = 0;
  source.cells.back().stretch.end = line.size();
  for (const TableCell& cell : source.cells) {
    CellAlignment alignment{};
    const size_t begin = cell.content.begin;
    if (!read_dashes(line.substr(begin, cell.content.end - begin), alignment)) {
      source.alignments.clear();
      break;
    }
    source.alignments.push_back(alignment);
  }
  return source;
}

}  // namespace canvasbook
