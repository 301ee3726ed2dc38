// The marks in front of a line that make it a heading, a quote or an item of a list, and the lines that follow from
// them: what Enter goes on with, what Tab moves, what a button of the format bar writes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "editor/text/pipe_table.h"
#include "editor/text/words.h"

namespace canvasbook {

enum class LineKind { text, heading, bullet, number, task };

// Places are counted from the beginning of the line.
struct LineMarks {
  LineKind kind = LineKind::text;
  size_t quotes_end = 0;  // behind the marks of quotes
  size_t begin = 0;       // of the mark itself, behind blanks
  size_t text = 0;        // behind the marks
  int heading = 0;        // 1 to 6
  size_t number = 0;      // of a numbered item
  size_t nested = 0;      // by how many blanks what belongs to this item stands behind its mark

  bool is_item() const { return kind == LineKind::bullet || kind == LineKind::number || kind == LineKind::task; }
};

// Reads a line that stands in no block of code.
LineMarks read_line_marks(std::u32string_view line);

// What Enter at `caret` is in a line with marks: the next item, or on an empty one the end of the list, one level at a
// time. Nothing where it is a mere line feed.
std::optional<TextEdit> line_broken(std::u32string_view text, size_t caret);

// The items of a selection, with what belongs to them, one level deeper or less deep. Nothing where no item is
// selected; an edit that changes nothing where there is no such level.
std::optional<TextEdit> nested(std::u32string_view text, TextRange selected, bool deeper);

// The lines of a selection made what `wanted` says, or plain text where all of them are it already.
struct LineFormat {
  LineKind kind = LineKind::text;
  int heading = 0;
  bool quote = false;  // put in a quote, whatever else they are
  bool operator==(const LineFormat&) const = default;
};
TextEdit formatted_lines(std::u32string_view text, TextRange selected, LineFormat wanted);
bool have_format(std::u32string_view text, TextRange selected, LineFormat wanted);

}  // namespace canvasbook
