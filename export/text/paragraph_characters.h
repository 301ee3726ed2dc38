// The characters of a measured paragraph. Internal to export/.
#pragma once

#include <algorithm>

#include "export/text/lines.h"
#include "model/text/text.h"

namespace canvasbook {

// Calls visit(begin, end, code_point, face, span) for each character of a part of a paragraph.
template <class Visit>
void for_each_character(const Paragraph& paragraph, std::uint32_t begin, std::uint32_t end, Visit visit) {
  const auto after = std::ranges::upper_bound(paragraph.stretches, begin, {}, &Stretch::begin);
  size_t stretch = static_cast<size_t>(std::max<std::ptrdiff_t>(0, after - paragraph.stretches.begin() - 1));
  for (size_t at = begin; at < end;) {
    while (stretch + 1 < paragraph.stretches.size() && paragraph.stretches[stretch + 1].begin <= at) ++stretch;
    const size_t from = at;
    const char32_t c = next_code_point(paragraph.text, at);
    visit(from, at, c, paragraph.stretches[stretch]);
  }
}

}  // namespace canvasbook
