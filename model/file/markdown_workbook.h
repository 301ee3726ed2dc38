// Any Markdown file, and any plain text, as a workbook, so that it prints as one.
#pragma once

#include <string>
#include <string_view>

#include "model/base/result.h"
#include "model/file/file.h"
#include "model/file/file_kind.h"
#include "model/workbook.h"

namespace canvasbook {

// A workbook with one document. Its sections are prose: the text, cut before headings of level 1 and 2 that stand
// outside of lists, quotes and code; put together again they are the text, byte for byte but for unwrap_markdown: a
// file wraps its paragraphs, in a workbook a line feed breaks the line. A text with link definitions, which hold for
// all of it, is one section. The title is the first heading, else `name`; the language is that of most letters; a long
// text with several headings has a table of contents. Errors: not_utf8 with line and column, empty_text.
Result<Workbook> read_markdown_workbook(std::string_view text, std::string_view name, Date date);

// The same where every line feed of the text breaks the line already, as in plain text.
Result<Workbook> read_text_workbook(std::string_view text, std::string_view name, Date date);

// What can be read as a workbook.
struct ReadFile {
  Workbook workbook;
  FileStamp stamp;
  FileKind kind = FileKind::workbook;  // else `workbook` was made of running text
};

// Reads a workbook, Markdown or plain text, whatever the file is called; a pipe may stand in its place. Errors: those
// of read_file, and of the reading that the kind of the file asks for, with the file's path.
Result<ReadFile> load_any_workbook(const std::string& path, Date date);

// The same workbook as one would write it in the window: the heading that a section begins with is its title, and
// those in its text count from there.
Workbook with_section_titles(Workbook workbook);

}  // namespace canvasbook
