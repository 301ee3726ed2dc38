// A small picture of a document: its sections as sheets of paper, boards with their blocks and notes, the other kinds
// with their texts and rows as bars.
#pragma once

#include <span>
#include <vector>

#include "editor/parts/theme.h"
#include "model/segments.h"
#include "model/workbook.h"

namespace canvasbook {

// Fills the rectangle with as many sheets as fit. `with_samples`: a block without notes shows a few made-up ones, so
// that a template looks as it will once it is filled in.
void draw_document_picture(ImDrawList* list, const Theme& theme, std::span<const Shared<Section>> sections,
                           const std::vector<Segment>& segments, bool with_samples, ImVec2 from, ImVec2 to);

}  // namespace canvasbook
