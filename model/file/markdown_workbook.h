// Any Markdown file as a workbook, so that it prints as one.
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/workbook.h"

namespace canvasbook {

// Whether a path names a Markdown file: it ends in .md or .markdown, in small or capital letters.
bool is_markdown_file(std::string_view path);

// A workbook with one document. Its sections are prose: the text, cut before headings of level 1 and 2 that stand
// outside of lists, quotes and code; put together again they are the text, byte for byte but for unwrap_markdown: a
// file wraps its paragraphs, in a workbook a line feed breaks the line. A text with link definitions, which hold for
// all of it, is one section. The title is the first heading, else `name`; the language is that of most letters; a long
// text with several headings has a table of contents. Errors: not_utf8 with line and column, empty_text.
Result<Workbook> read_markdown_workbook(std::string_view text, std::string_view name, Date date);

// The same from a file; errors also as of read_file, with the file's path.
Result<Workbook> load_markdown_workbook(const std::string& path, Date date);

}  // namespace canvasbook
