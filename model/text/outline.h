// The parts of a Markdown text: each heading with what follows it up to the next heading that is no deeper.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

struct OutlinePart {
  int level = 1;     // of its heading
  size_t begin = 0;  // bytes of the text: [begin, end)
  size_t end = 0;
  std::string title;

  bool operator==(const OutlinePart&) const = default;
};

// In the order of the text; parts of deeper headings lie inside the part of the heading above them.
std::vector<OutlinePart> outline_of(std::string_view text);

// The text with a part in front of another, or at the end where `before` is no part. Empty lines are put where two
// parts would run into one another. Nothing changes where it would stand where it is, or inside itself.
std::string move_part(std::string_view text, size_t part, size_t before);

}  // namespace canvasbook
