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

}  // namespace canvasbook
