// Markdown text as formatted text. The library is cmark; pipe tables and task marks, which CommonMark lacks, are
// recognised on its paragraphs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/rich_text.h"

namespace canvasbook {

// What a line feed inside a paragraph is: a space, as CommonMark has it for files, or the line break that the author of
// a workbook sees in the window.
enum class LineFeeds { spaces, breaks };

// Any text can be read. Raw HTML comes back as code, but for `<br>`, which breaks the line; images as their
// description; a link that may not be one (is_safe_address) as its text. Nesting deeper than 32 levels is flattened:
// its text follows on the deepest level. A table of more than 64 columns stays text.
std::vector<RichBlock> read_markdown(std::string_view text, LineFeeds line_feeds = LineFeeds::spaces);

// The spans of a text that is one paragraph; nothing where Markdown takes it for more, such as a heading or a list, or
// for nothing at all.
std::optional<Spans> read_paragraph(std::string_view text);

// A heading that stands in no list or quote.
struct MarkdownHeading {
  int level = 1;
  size_t offset = 0;  // of its line
  std::string title;
};
std::vector<MarkdownHeading> find_headings(std::string_view text);

// A paragraph or an underlined heading that goes over several lines, counted from 1.
struct WrappedText {
  int first = 0;
  int last = 0;    // without the line under a heading
  int quotes = 0;  // that it stands in
};
struct WrappedMarkdown {
  std::vector<RichBlock> blocks;     // as read_markdown gives them
  std::vector<WrappedText> wrapped;  // in the order of the text; tables are none
};
WrappedMarkdown read_wrapped_markdown(std::string_view text);

}  // namespace canvasbook
