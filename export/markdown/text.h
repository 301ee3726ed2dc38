// Text as Markdown that reads the same when it is parsed. Internal to export/.
#pragma once

#include <string>
#include <string_view>

#include "model/text/rich_text.h"

namespace canvasbook {

// Where escaped text will stand: what begins a line could begin a list, in a cell and in a heading a line feed cannot
// stand, and a link holds no other link.
enum class MarkdownPlace { line_start, inside_line, table_cell, heading, link_text };

// Escapes what CommonMark, GitHub, Obsidian or pandoc would take for markup. A web address becomes a link to exactly
// that address; left bare, GitHub would link what it takes for it, backslashes included. A line feed becomes a hard
// line break whose next line begins with `indent`, or `<br>` where no line feed can stand.
std::string escape_markdown(std::string_view text, MarkdownPlace place, std::string_view indent = {});

// The same for formatted text, with emphasis, code and links.
std::string markdown_spans(const Spans& spans, MarkdownPlace place, std::string_view indent = {});

// Plain text inside a line, bold or italic; what follows a line feed in it begins with two spaces.
std::string markdown_bold(std::string text);
std::string markdown_italic(std::string text);

// Puts a line feed behind each sentence, so that a changed sentence is a changed line. A sentence ends where a capital
// letter follows; a capital cannot begin a list or any other block.
std::string sentence_lines(const std::string& markdown, std::string_view indent);

}  // namespace canvasbook
