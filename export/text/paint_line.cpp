// A line of a paragraph becomes runs on a page, justified by its spaces.
#include "export/text/lines.h"
#include "export/text/paragraph_characters.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

bool is_space(char32_t c) { return c == ' ' || c == 0xA0; }

// How much each space of a line grows, in thousandths of the font size: the first ones by one more than the others.
struct SpaceGrowth {
  int each = 0;
  int one_more = 0;

  int next() { return each + (one_more-- > 0 ? 1 : 0); }
};

// Nothing where the line stays as it is: spaces wider than this would tear it apart.
constexpr int widest_growth = 800;

SpaceGrowth space_growth(const Paragraph& paragraph, const Line& line, const LinePaint& paint) {
  if (paint.justified <= 0 || line.is_last) return {};
  const int missing = static_cast<int>(paint.justified * 1000.0F / paint.size) - line.width;
  int spaces = 0;
  for_each_character(paragraph, line.begin, line.end,
                     [&](size_t, size_t, char32_t c, const Stretch&) { spaces += is_space(c) ? 1 : 0; });
  if (spaces == 0 || missing <= 0 || missing > spaces * widest_growth) return {};
  return {missing / spaces, missing % spaces};
}

}  // namespace

std::optional<TextRun> make_run(std::string_view printable, Face face, const LinePaint& paint, Fonts& fonts) {
  int advance = 0;
  for (size_t at = 0; at < printable.size();) {
    const Glyph glyph = fonts.glyph(face, next_code_point(printable, at));
    if (glyph.id == 0) return std::nullopt;
    advance += glyph.advance;
  }
  TextRun run;
  run.x = paint.x;
  run.baseline = paint.baseline;
  run.size = paint.size;
  run.width = static_cast<float>(advance) * paint.size / 1000.0F;
  run.face = face;
  run.role = paint.role;
  run.colour = paint.colour;
  run.item = paint.item;
  run.text = printable;
  return run;
}

void paint_line(const Paragraph& paragraph, const Line& line, const LinePaint& paint, Fonts& fonts, Page& page) {
  float x = paint.x;
  TextRun run;
  int advance = 0;
  std::uint16_t span = 0;
  char32_t previous = 0;
  SpaceGrowth growth = space_growth(paragraph, line, paint);
  const bool justified = growth.each > 0 || growth.one_more > 0;
  int pending = 0;  // by which what follows moves to the right
  const auto flush = [&] {
    if (run.text.empty()) return;
    const std::string& link = paragraph.links[span];
    advance += pending;
    pending = 0;
    run.x = x;
    run.width = static_cast<float>(advance) * paint.size / 1000.0F;
    run.baseline = paint.baseline;
    run.size = paint.size;
    run.role = paint.role;
    run.item = paint.item;
    run.colour = link.empty() ? paint.colour : paint.link_colour;
    if (!link.empty()) {
      page.links.push_back({x, paint.baseline - paint.size, run.width, paint.size * 1.25F, link, 0, 0});
    }
    x += run.width;
    page.runs.push_back(std::move(run));
    run = TextRun{};
    advance = 0;
    previous = 0;
  };
  for_each_character(paragraph, line.begin, line.end, [&](size_t from, size_t to, char32_t c, const Stretch& stretch) {
    if (run.text.empty() || run.face != stretch.face || span != stretch.span) {
      flush();
      run.face = stretch.face;
      span = stretch.span;
      run.text.reserve(line.end - from + 1);
    }
    if (paragraph.kerned && previous != 0) pending += fonts.kerning(run.face, previous, c);
    if (pending != 0) {
      run.kerning.push_back({static_cast<std::uint32_t>(run.text.size()), static_cast<std::int16_t>(pending)});
      advance += pending;
      pending = 0;
    }
    advance += fonts.glyph(run.face, c).advance;
    run.text.append(paragraph.text, from, to - from);
    if (justified && is_space(c)) pending = growth.next();
    previous = c;
  });
  if (line.hyphen && !run.text.empty()) {
    run.text += '-';
    advance += fonts.glyph(run.face, '-').advance;
  }
  flush();
}

}  // namespace canvasbook
