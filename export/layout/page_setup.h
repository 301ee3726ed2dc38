// The sizes of paper that pages are laid out on.
#pragma once

#include "model/workbook.h"

namespace canvasbook {

struct PageSetup {
  PageSize canvas = PageSize::A4;  // canvases lie across
  PageSize text = PageSize::A4;    // running text stands upright; A4 or Letter
};

// The setup where canvases have a size: running text is on Letter beside Letter, else on A4.
PageSetup page_setup(PageSize canvas);

// The upright size of a page in points.
struct Extent {
  float width = 0;
  float height = 0;
};
Extent page_extent(PageSize size);

}  // namespace canvasbook
