// Where words may be hyphenated, in Russian and in English, by the script of the word. The library is libhyphen.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace canvasbook {

// The bytes of `word` before which it may be broken with a hyphen, ascending: at least two letters stand before a break
// and three behind it. None for a word of other letters than Russian or English ones, of both, of capitals alone, and
// of more than 60 letters. The patterns of a language are read when its first word comes.
std::vector<std::uint32_t> hyphenation_points(std::string_view word);

// Where a line that begins at byte `begin` of a text and has room up to byte `limit`, inside a word, ends with a
// hyphen: the last place behind `begin` and up to `limit` at which that word of letters may be hyphenated; 0 where it
// may not.
size_t hyphenated_end(std::string_view text, size_t begin, size_t limit);

}  // namespace canvasbook
