#include "model/text/list_marks.h"

#include <algorithm>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_list_digits = 3;
constexpr std::u32string_view list_bullets = U"-*+–—•·◦▪●■‣○☐☑";

bool is_list_space(char32_t character) { return character == ' ' || character == '\t' || character == 0xA0; }

// Bytes up to behind the white space from a place on.
size_t behind_spaces(std::string_view line, size_t at) {
  while (at < line.size()) {
    size_t next = at;
    if (!is_list_space(next_code_point(line, next))) break;
    at = next;
  }
  return at;
}

}  // namespace

ListMark read_list_mark(std::string_view line) {
  const size_t begin = behind_spaces(line, 0);
  if (begin == line.size()) return {};
  ListMarkKind kind = ListMarkKind::bullet;
  size_t end = begin;
  while (end < line.size() && is_digit(line[end])) ++end;
  if (end > begin) {
    kind = ListMarkKind::number;
    const bool is_closed = end < line.size() && (line[end] == '.' || line[end] == ')');
    if (!is_closed || end - begin > most_list_digits) return {};
    ++end;
  } else if (list_bullets.find(next_code_point(line, end)) == std::u32string_view::npos) {
    return {};
  }
  const size_t text = behind_spaces(line, end);
  if (text == end && end < line.size()) return {};
  return {kind, text};
}

ListMark list_mark_of(const std::vector<std::string>& cells) {
  return cells.empty() ? ListMark{} : read_list_mark(cells.front());
}

std::vector<std::string> without_list_mark(std::vector<std::string> cells) {
  const ListMark mark = list_mark_of(cells);
  if (mark.kind == ListMarkKind::none) return cells;
  if (mark.end < cells.front().size()) {
    cells.front().erase(0, mark.end);
  } else if (cells.size() > 1) {
    cells.erase(cells.begin());
  }
  return cells;
}

}  // namespace canvasbook
