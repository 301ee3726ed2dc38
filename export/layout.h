// Laying a print document out on pages.
#pragma once

#include "export/fonts.h"
#include "export/pages.h"
#include "export/print_document.h"
#include "model/workbook.h"

namespace canvasbook {

struct PageSetup {
  PageSize canvas = PageSize::A4;  // canvases lie across
  PageSize text = PageSize::A4;    // running text stands upright; A4 or Letter
};

// The upright size of a page in points.
struct Extent {
  float width = 0;
  float height = 0;
};
Extent page_extent(PageSize size);

// Where everything stands. Always succeeds; a document without parts gives one empty page.
Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts);

}  // namespace canvasbook
