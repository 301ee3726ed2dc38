// Grapheme clusters: the bounds of what a reader takes for one character, whatever it is made of: a letter with its
// marks, a flag, an emoji with skin tone or joiners. The library is utf8proc.
#pragma once

#include <cstddef>
#include <string_view>

namespace canvasbook {

// The end of the cluster that begins at `begin`, which must be a cluster's bound and < text.size().
size_t cluster_end(std::u32string_view text, size_t begin);

// The last cluster's bound that is not behind `at`; `at` may stand inside a cluster and must be <= text.size().
size_t cluster_begin(std::u32string_view text, size_t at);

}  // namespace canvasbook
