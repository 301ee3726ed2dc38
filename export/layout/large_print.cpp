#include "export/layout/large_print.h"

#include "export/colours.h"

namespace canvasbook {

float large_print_bottom(const LayoutContext& context, Extent extent) {
  constexpr float company_room = 14;
  return extent.height - large_print_edge - (context.pages.author.empty() ? 0.0F : company_room);
}

void add_company_foot(LayoutContext& context, Extent extent) {
  if (context.pages.author.empty()) return;
  constexpr float size = 8;
  const LinePaint at{large_print_edge, extent.height - large_print_edge * 0.75F, size, paper_colours::muted,
                     RunRole::footer};
  const std::string company = context.fitting(context.pages.author, {}, size, extent.width - 2 * large_print_edge);
  context.text(company, {}, at);
}

}  // namespace canvasbook
