// How the lines of a Markdown source look while it is written: the block a line belongs to, and what each of its
// characters is. Reads one line at a time, so that a key costs one line; the little that lines tell the next ones is
// LineState. Hence emphasis that goes on over a line feed and headings underlined in the next line do not show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "editor/text/words.h"

namespace canvasbook {

enum class BlockKind : std::uint8_t { body, heading, list_item, code, rule, table };

// What a character is to Markdown.
enum class SpanRole : std::uint8_t {
  text,
  mark,       // * # ` and the like
  indent,     // blanks in front of the text, and marks of quotes, which are seen as bars
  bullet,     // - + or * of a list
  number,     // of a list, with its dot
  open_task,  // [ ]
  done_task,  // [x]
  address     // where a link leads
};

// The characters [begin, end) of a line that look the same.
struct StyledSpan {
  size_t begin = 0;
  size_t end = 0;
  SpanRole role = SpanRole::text;
  bool bold = false;
  bool italic = false;
  bool code = false;
  bool link = false;
  bool operator==(const StyledSpan&) const = default;
};

// A mark that is seen only while the caret touches what it belongs to.
struct HiddenMark {
  TextRange mark;
  TextRange belongs_to;
  bool operator==(const HiddenMark&) const = default;
};

// What a line leaves to the next one. A text begins with {}.
struct LineState {
  std::uint8_t fence = 0;  // ` or ~ inside of a fenced code block
  std::uint8_t fence_length = 0;
  std::uint8_t fence_column = 0;  // of the list item it stands in
  std::uint8_t quotes = 0;
  std::uint8_t list_column = 0;   // where the text of the open list item begins; 0 for none
  std::uint8_t in_paragraph = 0;  // 1 where the next line may go on with a paragraph
  std::uint8_t in_table = 0;      // 1 behind a row of a table
  std::uint8_t reserved = 0;      // so that the state is as large as a number
  bool operator==(const LineState&) const = default;
};

struct StyledLine {
  BlockKind block = BlockKind::body;
  int heading = 0;                 // 1 to 6 in a heading
  int quotes = 0;                  // how many block quotes the line stands in
  size_t content = 0;              // where the text begins behind blanks and the marks of quotes, lists and tasks
  std::vector<StyledSpan> spans;   // in order, without gaps, from the first to the last character
  bool is_table_line = false;      // it may be a line of a table that stands for itself, in no quote or list
  std::vector<HiddenMark> hidden;  // in no order
  LineState after;
};

// Reads a line without line feeds.
StyledLine style_line(std::u32string_view line, const LineState& before);

}  // namespace canvasbook
