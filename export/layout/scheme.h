// The scheme of a call across a page. Internal to export/.
#pragma once

#include "export/layout/context.h"
#include "export/print_document.h"

namespace canvasbook {

// Stages from left to right, their cues below each other, the ends at the right; an arrow from each answer to where it
// leads on the same page, and its words always. What does not fit stands on further pages: first the further cues of
// these stages, then the further stages.
void layout_scheme(const PrintPart& part, const Scheme& scheme, LayoutContext& context);

}  // namespace canvasbook
