// A text as its words, marks and blanks, by sentence: what the STOP-phrase checker looks at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canvasbook {

enum class TokenKind : std::uint8_t { word, number, blank, mark };

// Bytes [begin, end) of the text.
struct SpokenToken {
  TokenKind kind = TokenKind::word;
  size_t begin = 0;
  size_t end = 0;
  std::string
      folded;  // small letters, ё as е, plain apostrophes and hyphens, without stress marks, soft hyphens, emphasis
  size_t sentence = 0;  // counted from 0
  bool quoted = false;  // between quotation marks
  char32_t mark = 0;    // of a mark
};

// Marks are punctuation and quotation marks. A line feed ends a sentence where an empty line or a mark of a list,
// heading or table follows. Any text; the work grows with its length.
std::vector<SpokenToken> spoken_tokens(std::string_view text);

}  // namespace canvasbook
