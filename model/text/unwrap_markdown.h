// Markdown whose paragraphs stand on one line each.
#pragma once

#include <string>
#include <string_view>

namespace canvasbook {

// Puts a space where a line feed inside a paragraph or heading only wraps it, so that every line feed left there breaks
// the line. Hard breaks (two spaces or a backslash at the end of a line), paragraphs in which a line may define a link,
// tables, code and everything else stay byte for byte. Any text.
std::string unwrap_markdown(std::string_view text);

}  // namespace canvasbook
