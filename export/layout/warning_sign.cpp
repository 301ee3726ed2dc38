#include "export/layout/warning_sign.h"

#include "export/colours.h"

namespace canvasbook {

void add_warning_sign(Page& page, float x, float middle, float size) {
  const Rgb colour = paper_colours::tint(Colour::red).mark;
  Box ring;
  ring.x = x;
  ring.y = middle - size / 2;
  ring.width = size;
  ring.height = size;
  ring.radius = size / 2;
  ring.filled = false;
  ring.line_width = size * 0.13F;
  ring.line = colour;
  page.boxes.push_back(ring);
  const float centre = x + size / 2;
  const float reach = size * 0.32F;  // of the bar, along either axis
  const float half = size * 0.05F;   // of its thickness, along either axis
  Outline bar;
  bar.fill = colour;
  using Kind = PathStep::Kind;
  const auto step = [&](Kind kind, float dx, float dy) { bar.steps.push_back({kind, {centre + dx}, {middle + dy}}); };
  step(Kind::move, -reach + half, -reach - half);
  step(Kind::line, reach + half, reach - half);
  step(Kind::line, reach - half, reach + half);
  step(Kind::line, -reach - half, -reach + half);
  bar.steps.push_back({Kind::close, {}, {}});
  page.outlines.push_back(std::move(bar));
}

}  // namespace canvasbook
