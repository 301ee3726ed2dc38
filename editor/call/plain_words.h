// What is written in Markdown as plain words, to be read aloud or beside a talk.
#pragma once

#include <string>
#include <string_view>

namespace canvasbook {

// A text that is said, without the marks of emphasis. A line that Markdown would take for more than a line stays as it
// is written.
std::string spoken(std::string_view text);

// Running text line by line: the items of a list with a point or their number, the cells of a table beside one another.
std::string plain_lines(std::string_view markdown);

}  // namespace canvasbook
