#include "editor/text/pipe_table.h"

#include <algorithm>

namespace canvasbook {

namespace {

bool is_escaped_bar(std::u32string_view text, size_t backslash, size_t end) {
  return backslash + 1 < end && text[backslash] == '\\' && text[backslash + 1] == '|';
}

size_t backslashes_at_end(std::u32string_view text) {
  const size_t other = text.find_last_not_of(U'\\');
  return other == std::u32string_view::npos ? text.size() : text.size() - other - 1;
}

std::u32string empty_row(size_t columns) {
  std::u32string row = U"|";
  for (size_t i = 0; i < columns; ++i) row += U"  |";
  return row;
}

}  // namespace

std::u32string as_text_of_cell(std::u32string_view text) {
  std::u32string result;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == '|') result += U'\\';
    result += c == '\n' ? U' ' : c;
    if (c == '\\' && i + 1 < text.size() && text[i + 1] == '|') result += text[++i];
  }
  return result;
}

PipeTable::PipeTable(std::u32string_view text, TextRange where) : text_(text), where_(where) {
  for (size_t begin = where.begin; begin <= where.end;) {
    const size_t end = std::min(text.find(U'\n', begin), where.end);
    const std::u32string_view line = text.substr(begin, end - begin);
    lines_.push_back({begin, line, read_table_source(line)});
    begin = end + 1;
  }
}

PipeTable::Cell PipeTable::cell_at(size_t place) const {
  size_t index = 0;
  while (index + 1 < lines_.size() && lines_[index + 1].begin <= place) ++index;
  if (index == 1) return {0, lines_[0].source.cells.size() - 1};
  const std::vector<TableCell>& cells = lines_[index].source.cells;
  size_t column = 0;
  while (column + 1 < cells.size() && lines_[index].begin + cells[column].stretch.end <= place) ++column;
  return {index == 0 ? 0 : index - 1, column};
}

TextRange PipeTable::content(Cell place) const {
  const size_t begin = line(place.row).begin;
  return {begin + cell(place).content.begin, begin + cell(place).content.end};
}

size_t PipeTable::text_end(Cell place) const { return line(place.row).begin + cell(place).text_end; }

size_t PipeTable::allowed(size_t place, bool kept) const {
  const Cell at = cell_at(place);
  const TextRange room = content(at);
  size_t nearest = std::clamp(place, room.begin, kept ? room.end : text_end(at));
  if (nearest > room.begin && is_escaped_bar(text_, nearest - 1, room.end)) ++nearest;
  return nearest;
}

std::optional<PipeTable::Cell> PipeTable::before(Cell at) const {
  if (at.column > 0) return Cell{at.row, at.column - 1};
  if (at.row == 0) return std::nullopt;
  return Cell{at.row - 1, cells_in(at.row - 1) - 1};
}

std::optional<PipeTable::Cell> PipeTable::behind(Cell at) const {
  if (at.column + 1 < cells_in(at.row)) return Cell{at.row, at.column + 1};
  if (at.row + 1 == rows()) return std::nullopt;
  return Cell{at.row + 1, 0};
}

std::u32string PipeTable::emptied(TextRange range) const {
  std::u32string kept;
  for (size_t index = 0; index < lines_.size(); ++index) {
    const Line& line = lines_[index];
    auto next = line.source.cells.begin();
    for (size_t i = 0; i <= line.text.size(); ++i) {
      const size_t place = line.begin + i;
      if (place < range.begin || place >= range.end) continue;
      if (i == line.text.size()) {
        kept += U'\n';
        continue;
      }
      while (next->stretch.end <= i) ++next;
      const bool is_text = index != 1 && i >= next->content.begin && i < next->content.end;
      if (!is_text) kept += line.text[i];
    }
  }
  return kept;
}

TextEdit PipeTable::written(Cell place, TextRange range, std::u32string_view inserted) const {
  const TextRange room = content(place);
  range.begin = std::clamp(range.begin, room.begin, room.end);
  range.end = std::clamp(range.end, range.begin, room.end);
  if (range.begin > room.begin && is_escaped_bar(text_, range.begin - 1, room.end)) --range.begin;
  if (range.end > range.begin && is_escaped_bar(text_, range.end - 1, room.end)) ++range.end;
  std::u32string text = as_text_of_cell(inserted);
  const std::u32string before = std::u32string(text_.substr(room.begin, range.begin - room.begin)) + text;
  const bool frees = backslashes_at_end(before) % 2 == 1 && range.end < room.end && text_[range.end] == '\\';
  if (frees) text += U'\\';  // one in front of an escaped bar would take its escape
  const TableCell& source = cell(place);
  const size_t line_begin = line(place.row).begin;
  const bool is_closed = source.next_bar < line(place.row).text.size();
  const bool lacks_blank = is_closed && room.end == line_begin + source.next_bar;
  TextEdit edit{range, text, range.begin + text.size(), range.begin + text.size()};
  if (lacks_blank) {
    edit.inserted += std::u32string(text_.substr(range.end, room.end - range.end)) + U' ';
    edit.range.end = room.end;
  }
  return edit;
}

TextEdit PipeTable::rewritten(const std::vector<std::u32string>& lines, Cell caret) const {
  TextEdit edit{where_, {}, where_.begin, where_.begin};
  for (const std::u32string& line : lines) edit.inserted += (edit.inserted.empty() ? U"" : U"\n") + line;
  if (!lines.empty()) {
    const std::u32string text = std::u32string(text_.substr(0, where_.begin)) + edit.inserted;
    const PipeTable now(text, {where_.begin, text.size()});
    caret.row = std::min(caret.row, now.rows() - 1);
    caret.column = std::min(caret.column, now.cells_in(caret.row) - 1);
    edit.caret = edit.anchor = now.text_end(caret);
  }
  return edit;
}

std::vector<std::u32string> PipeTable::with_column(size_t column) const {
  std::vector<std::u32string> lines;
  for (size_t i = 0; i < lines_.size(); ++i) {
    std::u32string line(lines_[i].text);
    const std::vector<TableCell>& cells = lines_[i].source.cells;
    const std::u32string fresh = i == 1 ? U"| --- " : U"|  ";
    if (column < cells.size()) {
      line.insert(cells[column].bar, fresh);
    } else if (column == cells.size()) {
      const bool is_closed = cells.back().next_bar < line.size();
      line = is_closed ? line.insert(cells.back().next_bar, fresh) : line + U" " + fresh + U"|";
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::u32string> PipeTable::without_column(size_t column) const {
  std::vector<std::u32string> lines;
  for (const Line& line : lines_) {
    lines.emplace_back(line.text);
    const std::vector<TableCell>& cells = line.source.cells;
    if (column >= cells.size()) continue;
    if (cells.size() == 1) {
      lines.back() = empty_row(1);
    } else {
      lines.back().erase(cells[column].bar, cells[column].next_bar - cells[column].bar);
    }
  }
  return lines;
}

TextEdit PipeTable::commanded(TableCommand command, Cell at) const {
  std::vector<std::u32string> lines;
  for (const Line& line : lines_) lines.emplace_back(line.text);
  const size_t columns = lines_[1].source.cells.size();
  const auto line_of = [&](size_t row) { return lines.begin() + static_cast<std::ptrdiff_t>(row == 0 ? 0 : row + 1); };
  switch (command) {
    case TableCommand::row_above:
      if (at.row == 0) {  // what was the head becomes a row
        const std::u32string head = lines[0];
        lines.insert(lines.begin() + 2, head);
        lines[0] = empty_row(columns);
        return rewritten(lines, at);
      }
      lines.insert(line_of(at.row), empty_row(columns));
      return rewritten(lines, at);
    case TableCommand::row_below:
      lines.insert(line_of(at.row + 1), empty_row(columns));
      return rewritten(lines, {at.row + 1, at.column});
    case TableCommand::column_left:
      return rewritten(with_column(at.column), at);
    case TableCommand::column_right:
      return rewritten(with_column(at.column + 1), {at.row, at.column + 1});
    case TableCommand::remove_row:
      if (rows() == 1) return rewritten({}, at);
      if (at.row == 0) {  // the row below becomes the head, with a cell for each column
        std::swap(lines[0], lines[2]);
        const size_t cells = lines_[2].source.cells.size();
        if (cells < columns && !lines[0].ends_with(U'|')) lines[0] += U" |";
        for (size_t i = cells; i < columns; ++i) lines[0] += U"  |";
      }
      lines.erase(line_of(std::max<size_t>(at.row, 1)));
      return rewritten(lines, at);
    case TableCommand::remove_column:
      return columns == 1 ? rewritten({}, at) : rewritten(without_column(at.column), at);
    case TableCommand::remove_table:
      return rewritten({}, at);
  }
  return rewritten(lines, at);
}

}  // namespace canvasbook
