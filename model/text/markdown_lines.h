// The lines of a Markdown text before cmark reads them, and those that are rows of a pipe table, which it does not
// know.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/rich_text.h"

namespace canvasbook {

// The text with line ends as line feeds. What only a hostile text has, nesting without end, becomes text: cmark would
// look at every open list anew for each line.
std::string prepared_markdown(std::string_view text);

// The lines without their ends; they point into the text.
std::vector<std::string_view> markdown_lines(std::string_view text);

// The cells of a table row. A backslash before a pipe makes it text, in code too, as GitHub has it.
std::vector<std::string> split_table_row(std::string_view line);

// A text as it stands in a cell of a table row: pipes with a backslash before them, line feeds as `<br>`.
std::string as_table_cell(std::string_view text);

// A text without comments such as the ids behind what Canvasbook exports. One that is never closed, or has a backslash
// before it, is text.
std::string without_comments(std::string_view text);

// The alignments of a delimiter row such as "| :-- | --: |"; nothing if the line is none.
std::optional<std::vector<Alignment>> read_delimiter_row(std::string_view line);

}  // namespace canvasbook
