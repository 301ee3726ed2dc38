// The marks of lists in front of lines that come from other programs: "1. ", "2) ", "- ", "• ".
#pragma once

#include <cstddef>
#include <string_view>

#include "model/text/delimited_text.h"

namespace canvasbook {

enum class ListMarkKind { none, number, bullet };

// The mark that a line begins with, and the bytes up to what is written behind it; 0 where there is none. A number of
// at most three digits with a full stop or a bracket is a mark, or a bullet or dash, where white space or nothing
// follows: "100 people", "1.5 l" and "-5 °C" have none.
struct ListMark {
  ListMarkKind kind = ListMarkKind::none;
  size_t end = 0;
};
ListMark read_list_mark(std::string_view line);

// Of a row of cells: that of its first.
ListMark list_mark_of(const std::vector<std::string>& cells);

// The row without it: a cell that is nothing but a mark in front of others goes. One that is all there is stays.
std::vector<std::string> without_list_mark(std::vector<std::string> cells);

}  // namespace canvasbook
