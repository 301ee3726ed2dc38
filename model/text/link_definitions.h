// Lines of Markdown that give links in the whole text their address: "[label]: address". They are not shown, so a line
// that only looks like one would take its words along.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

// Whether a line of the text begins as a definition does, perhaps in a list or a quote.
bool may_define_links(std::string_view text);

// Lines [first, last], counted from 1.
struct LineRange {
  int first = 0;
  int last = 0;
};

// The text with a backslash in front of each definition that no link uses or that leads to no address, so that it is
// read as text. `verbatim`: lines of code and HTML, in order, which stay as they are. Line feeds end lines.
std::string show_unused_definitions(std::string_view text, const std::vector<LineRange>& verbatim);

}  // namespace canvasbook
