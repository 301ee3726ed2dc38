// Text as Markdown that reads the same when it is parsed. Internal to export/.
#pragma once

#include <string>
#include <string_view>

#include "model/rich_text.h"

namespace canvasbook {

// Where escaped text will stand: what begins a line could begin a list, in a cell a line feed cannot stand.
enum class MarkdownPlace { line_start, inside_line, table_cell };

// Escapes what CommonMark, GitHub, Obsidian or pandoc would take for markup. A line feed becomes a hard line break
// whose next line begins with `indent`.
std::string escape_markdown(std::string_view text, MarkdownPlace place, std::string_view indent = {});

// The same for formatted text, with emphasis, code and links.
std::string markdown_spans(const Spans& spans, MarkdownPlace place, std::string_view indent = {});

// Puts a line feed behind each sentence, so that a changed sentence is a changed line. A sentence ends where a capital
// letter follows; a capital cannot begin a list or any other block.
std::string sentence_lines(const std::string& markdown, std::string_view indent);

}  // namespace canvasbook
