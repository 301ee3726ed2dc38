// Emphasis that is written around several spans: "**a *b* c**". Internal to export/.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/text/rich_text.h"

namespace canvasbook {

// Where a text begins and ends without the spaces of any kind around it; equal where it has nothing else.
std::pair<size_t, size_t> without_spaces(std::string_view text);

// Several spans that share a mark of emphasis, which is written around all of them: "**a *b* c**".
struct MarkedRun {
  size_t end = 0;
  bool Span::*mark = &Span::strong;
};

// The longest one that begins at a span; it ends there where the span has no mark.
MarkedRun marked_run(const Spans& spans, size_t first);

// Whether readers take marks around the spans from `first` to `end` for such, behind what is written `before`: they
// must touch neither spaces inside nor words or other marks outside. One span alone needs no such care.
bool can_be_marked(const Spans& spans, size_t first, size_t end, std::string_view before);

// Takes the spaces at an end of a span away, which stand outside of marks; code keeps its own.
std::string take_leading_spaces(Span& span);
std::string take_trailing_spaces(Span& span);

}  // namespace canvasbook
