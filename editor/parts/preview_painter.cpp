#include "editor/parts/preview_painter.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "model/text/text.h"

namespace canvasbook {

namespace {

ImU32 screen_colour(Rgb colour) { return IM_COL32(colour.red, colour.green, colour.blue, 255); }

// Whether an outline is one polygon that bends to one side alone.
bool is_convex(const Outline& outline) {
  std::vector<ImVec2> corners;
  for (size_t i = 0; i + 1 < outline.steps.size(); ++i) {
    const PathStep& step = outline.steps[i];
    if (step.kind != (i == 0 ? PathStep::Kind::move : PathStep::Kind::line)) return false;
    corners.push_back({step.x[0], step.y[0]});
  }
  bool left = false;
  bool right = false;
  for (size_t i = 0; i < corners.size(); ++i) {
    const ImVec2 a = corners[i];
    const ImVec2 b = corners[(i + 1) % corners.size()];
    const ImVec2 c = corners[(i + 2) % corners.size()];
    const float turn = (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    left = left || turn < 0;
    right = right || turn > 0;
  }
  return left != right;
}

void paint_outline(ImDrawList* list, const Outline& outline, ImVec2 at, float scale) {
  const auto point = [&](const PathStep& step, int index) {
    return ImVec2(at.x + step.x[index] * scale, at.y + step.y[index] * scale);
  };
  // Icons have holes, which ImGui cannot fill: at the size of a preview their lines say enough.
  const bool is_filled = is_convex(outline);
  for (const PathStep& step : outline.steps) {
    switch (step.kind) {
      case PathStep::Kind::move:
        list->PathStroke(screen_colour(outline.fill), 0, 1);
        list->PathLineTo(point(step, 0));
        break;
      case PathStep::Kind::line:
        list->PathLineTo(point(step, 0));
        break;
      case PathStep::Kind::curve:
        list->PathBezierCubicCurveTo(point(step, 0), point(step, 1), point(step, 2), 4);
        break;
      case PathStep::Kind::close:
        if (is_filled) {
          list->PathFillConvex(screen_colour(outline.fill));
        } else {
          list->PathStroke(screen_colour(outline.fill), ImDrawFlags_Closed, 1);
        }
        break;
    }
  }
  list->PathClear();
}

// From its highest to its lowest point.
std::pair<float, float> height_of(const Outline& outline) {
  std::pair<float, float> reach{outline.steps.front().y[0], outline.steps.front().y[0]};
  for (const PathStep& step : outline.steps) {
    if (step.kind == PathStep::Kind::close) continue;
    for (int i = 0; i < (step.kind == PathStep::Kind::curve ? 3 : 1); ++i) {
      reach = {std::min(reach.first, step.y[i]), std::max(reach.second, step.y[i])};
    }
  }
  return reach;
}

// Glyphs stand between pixels, as ImGui's own text does not: rounded, small letters would stand unevenly. A quad takes
// in half of the empty texels around its glyph, else a dash of less than a pixel could fall between two rows.
void paint_glyph(ImDrawList* list, const ImFont& font, ImVec2 at, float scale, ImU32 colour, ImWchar character) {
  const ImFontGlyph* glyph = font.FindGlyph(character);
  if (glyph == nullptr || glyph->Visible == 0) return;
  constexpr float rim = 0.5F;  // of a texel
  const ImVec2 texel = font.ContainerAtlas->TexUvScale;
  list->PrimReserve(6, 4);
  list->PrimRectUV({at.x + (glyph->X0 - rim) * scale, at.y + (glyph->Y0 - rim) * scale},
                   {at.x + (glyph->X1 + rim) * scale, at.y + (glyph->Y1 + rim) * scale},
                   {glyph->U0 - rim * texel.x, glyph->V0 - rim * texel.y},
                   {glyph->U1 + rim * texel.x, glyph->V1 + rim * texel.y}, colour);
}

// A font of ImGui is as high as its size says, from the top of the letters to their foot; on paper the size is that of
// the em. The ratio of both, by face.
struct FaceHeights {
  Fonts& fonts;
  float known[face_count] = {};

  float of(Face face) {
    float& height = known[static_cast<size_t>(face)];
    if (height > 0) return height;
    const FaceMetrics metrics = fonts.metrics(face);
    height = static_cast<float>(metrics.ascent - metrics.descent) / 1000;
    return height;
  }
};

void paint_run(ImDrawList* list, const Theme& theme, const TextRun& run, ImVec2 at, float scale, FaceHeights& heights) {
  Fonts& fonts = heights.fonts;
  const float size = run.size * scale * heights.of(run.face);
  size_t stored = 0;
  while (stored < 2 && paper_font_sizes[stored] < size * 0.9F) ++stored;
  ImFont* font = theme.fonts.paper[stored][static_cast<size_t>(run.face)];
  constexpr float smallest = 2.5F;  // pixels; below it text is a grey line
  if (font == nullptr) return;
  if (size < smallest) {
    list->AddRectFilled({at.x + run.x * scale, at.y + (run.baseline - run.size * 0.4F) * scale},
                        {at.x + (run.x + run.width) * scale, at.y + run.baseline * scale},
                        (screen_colour(run.colour) & ~IM_COL32_A_MASK) | 0x50U << IM_COL32_A_SHIFT);
    return;
  }
  const float font_scale = size / font->FontSize;
  const float top = std::floor(at.y + run.baseline * scale + 0.5F) - font->Ascent * font_scale;
  float x = run.x;
  size_t kern = 0;
  for (size_t byte = 0; byte < run.text.size();) {
    if (kern < run.kerning.size() && run.kerning[kern].at == byte) {
      x += static_cast<float>(run.kerning[kern].amount) * run.size / 1000;
      ++kern;
    }
    const char32_t character = next_code_point(run.text, byte);
    const ImWchar shown = character < 0x10000 ? static_cast<ImWchar>(character) : ImWchar{0xFFFD};
    if (character != ' ' && character != 0xA0) {
      paint_glyph(list, *font, {at.x + x * scale, top}, font_scale, screen_colour(run.colour), shown);
    }
    x += static_cast<float>(fonts.glyph(run.face, character).advance) * run.size / 1000;
  }
}

// A rule that is thinner than a pixel takes a whole one, or it would fall between two.
void fill_box(ImDrawList* list, ImVec2 from, ImVec2 to, ImU32 colour, float radius) {
  if (to.y - from.y < 1) {
    from.y = std::floor(from.y);
    to.y = from.y + 1;
  }
  if (to.x - from.x < 1) {
    from.x = std::floor(from.x);
    to.x = from.x + 1;
  }
  list->AddRectFilled(from, to, colour, radius);
}

}  // namespace

void paint_page(ImDrawList* list, const Theme& theme, const Page& page, ImVec2 at, float scale, Fonts& fonts) {
  const ImVec2 end{at.x + page.width * scale, at.y + page.height * scale};
  draw_shadow(list, theme, {at.x, at.y + theme.px(3)}, {end.x, end.y + theme.px(2)}, theme.px(10), 0.25F);
  list->AddRectFilled(at, end, IM_COL32_WHITE);
  list->PushClipRect(at, end, true);
  const ImVec2 clip_from = list->GetClipRectMin();
  const ImVec2 clip_to = list->GetClipRectMax();
  const auto seen = [&](float top, float bottom) {
    return at.y + bottom * scale >= clip_from.y && at.y + top * scale <= clip_to.y;
  };
  for (const Box& box : page.boxes) {
    if (!seen(box.y, box.y + box.height)) continue;
    const ImVec2 from{at.x + box.x * scale, at.y + box.y * scale};
    const ImVec2 to{from.x + box.width * scale, from.y + box.height * scale};
    if (box.filled) fill_box(list, from, to, screen_colour(box.fill), box.radius * scale);
    if (box.line_width > 0)
      list->AddRect(from, to, screen_colour(box.line), box.radius * scale, 0, std::max(1.0F, box.line_width * scale));
  }
  for (const Outline& outline : page.outlines) {
    if (outline.steps.empty()) continue;
    const auto reach = height_of(outline);
    if (seen(reach.first, reach.second)) paint_outline(list, outline, at, scale);
  }
  FaceHeights heights{fonts, {}};
  for (const TextRun& run : page.runs) {
    if (seen(run.baseline - run.size, run.baseline + run.size * 0.4F)) paint_run(list, theme, run, at, scale, heights);
  }
  list->PopClipRect();
}

std::uint32_t item_at(const Page& page, float x, float y) {
  for (const TextRun& run : page.runs) {
    const bool inside = x >= run.x - 4 && x <= run.x + run.width + 4 && y >= run.baseline - run.size &&
                        y <= run.baseline + run.size * 0.4F;
    if (inside && run.item != 0) return run.item;
  }
  const auto is_in = [](const PageLink& link, float at_x, float at_y) {
    return at_x >= link.x && at_x <= link.x + link.width && at_y >= link.y && at_y <= link.y + link.height;
  };
  for (const PageLink& link : page.links) {
    if (!link.address.empty() || !is_in(link, x, y)) continue;
    const auto first = std::ranges::find_if(
        page.runs, [&](const TextRun& run) { return run.item != 0 && is_in(link, run.x, run.baseline); });
    if (first != page.runs.end()) return first->item;
  }
  return 0;
}

}  // namespace canvasbook
