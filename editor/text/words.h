// Text as it is edited: UTF-32 with line feeds, and the words and paragraphs in it. Positions are indices of code
// points, 0 to text.size().
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/text/text.h"  // to_utf8, the way back

namespace canvasbook {

struct TextRange {
  size_t begin = 0;
  size_t end = 0;
  bool operator==(const TextRange&) const = default;
};

// The text to edit. CRLF, CR and the Unicode line and paragraph separators become a line feed, a tab a space; other
// control characters go; a malformed byte becomes U+FFFD. Everything else stays as it is, unlike in to_printable.
std::u32string to_editable(std::string_view utf8);

// Blanks at which a row may end; a no-break space is none.
bool is_blank(char32_t code_point);

// Marks that stand on the letter before, joiners, variation selectors: they take no room of their own.
bool has_no_width(char32_t code_point);

// Where Ctrl+Left leads: the beginning of the word or of the run of other characters before `at`. A line feed is
// stepped over alone, so that deleting by words joins one paragraph at a time.
size_t previous_word(std::u32string_view text, size_t at);

// Where Ctrl+Right leads: behind the word or the run of other characters at `at` and the blanks that follow it.
size_t next_word(std::u32string_view text, size_t at);

// The word, the run of blanks or the run of other characters that the cluster beginning at `at` belongs to; at the end
// of a paragraph the one before. Empty in an empty paragraph.
TextRange word_around(std::u32string_view text, size_t at);

// The word that a caret at `at` stands in or beside, first the one behind it; empty where there is none.
TextRange word_beside(std::u32string_view text, size_t at);

// The paragraph that `at` stands in, without its line feed.
TextRange paragraph_around(std::u32string_view text, size_t at);

}  // namespace canvasbook
