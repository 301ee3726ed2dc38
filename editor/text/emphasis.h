// Bold and italic in Markdown source: which edit sets them on a stretch of text or takes them away.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "editor/text/inline_markdown.h"
#include "editor/text/words.h"

namespace canvasbook {

// In place of `removed` code points at `begin` comes `inserted`. `taken` is what changed its look, in the text before;
// `selection` is the same in the text after.
struct EmphasisEdit {
  size_t begin = 0;
  size_t removed = 0;
  std::u32string inserted;
  TextRange taken;
  TextRange selection;
};

// The edit that makes `range` bold (**) or italic (*), or takes that away if all of it has it already. The other
// emphasis around and inside stays, spans that reach beyond the range are parted, marks never stand next to a blank;
// code and links are taken as a whole, and the marks of headings, lists and quotes stay in front. Nothing where there
// is nothing but blanks, or where Markdown cannot say it (a part of a word beside other stars or punctuation).
std::optional<EmphasisEdit> toggled_emphasis(std::u32string_view text, TextRange range, Emphasis emphasis);

}  // namespace canvasbook
