// What is written in Markdown as plain words, to be read aloud or beside a talk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// A text that is said, without the marks of emphasis. A line that Markdown would take for more than a line stays as it
// is written.
std::string spoken(std::string_view text);

// A line of running text. Of Markdown its text has marks of emphasis alone; what is a list stands there as a line.
struct LineInSight {
  std::string text;
  bool is_apart = false;  // a paragraph or a list begins with it; never with the first line

  bool operator==(const LineInSight&) const = default;
};

// Running text line by line: the items of a list with a point or their number, the cells of a table beside one another,
// headings in bold.
std::vector<LineInSight> lines_in_sight(std::string_view markdown);

}  // namespace canvasbook
