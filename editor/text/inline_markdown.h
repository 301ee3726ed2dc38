// Inline Markdown in a stretch of text: where emphasis, code, links and escapes stand, by the rules of CommonMark.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "editor/text/words.h"

namespace canvasbook {

enum class Emphasis { bold, italic };

// The marks of a span; what stands between them is bold or italic.
struct EmphasisSpan {
  TextRange opening;
  TextRange closing;
  Emphasis emphasis = Emphasis::bold;
};

// What emphasis neither begins nor ends in: `code`, [a link](address), <an address>.
struct InlineUnit {
  enum class Kind { code, link, address };
  TextRange range;
  Kind kind = Kind::code;
};

struct InlineMarkdown {
  std::vector<EmphasisSpan> emphasis;  // inner spans before outer ones
  std::vector<InlineUnit> units;       // in order
  std::vector<size_t> escapes;         // backslashes that take its meaning from the mark behind them
};

// Which characters mark emphasis: Ctrl+B and Ctrl+I write and take away stars alone.
enum class EmphasisMarks { stars, stars_and_underscores };

// Reads a text without block marks in front; line feeds may stand in it.
InlineMarkdown read_inline(std::u32string_view text, EmphasisMarks marks);

// White space and the ends of lines, as emphasis sees them.
bool is_white(char32_t c);

// How often the character at `at` stands there in a row.
size_t run_of(std::u32string_view text, size_t at);

// Whether a line is a rule from `at` on: three or more of one mark, and blanks.
bool is_rule(std::u32string_view line, size_t at);

}  // namespace canvasbook
