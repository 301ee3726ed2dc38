#include "export/layout.h"

#include "export/layout_canvas.h"
#include "export/layout_context.h"
#include "export/layout_flow.h"

namespace canvasbook {

PageSetup page_setup(PageSize canvas) { return {canvas, canvas == PageSize::Letter ? PageSize::Letter : PageSize::A4}; }

Extent page_extent(PageSize size) {
  switch (size) {
    case PageSize::A3:
      return {841.89F, 1190.55F};
    case PageSize::Letter:
      return {612, 792};
    case PageSize::A4:
      break;
  }
  return {595.28F, 841.89F};
}

Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch) {
  Pages pages;
  pages.title = document.title;
  pages.author = document.author;
  pages.language = document.language;
  pages.date = document.date;
  LayoutContext context(pages, setup, fonts);
  size_t done = 0;
  for (const auto& part : document.parts) {
    if (watch && !watch(done++, document.parts.size())) return {};
    if (const auto* canvas = std::get_if<Canvas>(&part->content)) {
      layout_canvas(*part, *canvas, context);
    } else if (const auto* flow = std::get_if<Flow>(&part->content)) {
      layout_flow(*part, *flow, context);
    }
  }
  if (pages.pages.empty()) context.add_page(page_extent(setup.text), {}, Catalog::of(document.language), 0);
  context.finish();
  return pages;
}

}  // namespace canvasbook
