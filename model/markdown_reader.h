// Markdown text as formatted text. The library is cmark; pipe tables and task marks, which CommonMark lacks, are
// recognised on its paragraphs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/rich_text.h"

namespace canvasbook {

// Any text can be read. Raw HTML comes back as code; images as their description; a link that
// may not be one (is_safe_address) as its text. Nesting deeper than 32 levels is
// flattened: its text follows on the deepest level. A table of more than 64 columns stays text.
std::vector<RichBlock> read_markdown(std::string_view text);

// A heading that stands in no list or quote.
struct MarkdownHeading {
  int level = 1;
  size_t offset = 0;  // of its line
  std::string title;
};
std::vector<MarkdownHeading> find_headings(std::string_view text);

}  // namespace canvasbook
