// The page beside the text shows what prints.
#include "editor/parts/preview_painter.h"

#include "export/text/fonts.h"
#include "tests/robot.h"

namespace canvasbook::preview_painter_test {

using robot::Robot;

TEST_CASE("a rule that is thinner than a pixel is drawn one pixel high, wherever it falls") {
  Robot robot(paper::example("en"));
  robot.frame();
  Fonts fonts;
  for (const float y : {10.0F, 10.3F, 10.6F, 10.9F}) {
    Page page;
    page.width = page.height = 100;
    Box rule;
    rule.x = 10;
    rule.y = y;
    rule.width = 50;
    rule.height = 0.5F;
    rule.fill = {1, 2, 3};
    page.boxes = {rule};
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRect({0, 0}, {1000, 1000});
    list.PushTextureID(ImGui::GetIO().Fonts->TexID);
    paint_page(&list, robot.app.theme, page, {0, 0}, 0.7F, fonts);
    float top = 1000;
    float bottom = 0;
    for (const ImDrawVert& vertex : list.VtxBuffer) {
      if (vertex.col != IM_COL32(1, 2, 3, 255)) continue;
      top = std::min(top, vertex.pos.y);
      bottom = std::max(bottom, vertex.pos.y);
    }
    CHECK(bottom - top == doctest::Approx(1));
    CHECK(top == std::floor(top));
  }
}

}  // namespace canvasbook::preview_painter_test
