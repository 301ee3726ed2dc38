#include "editor/parts/emphasis_painter.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "editor/parts/text_field.h"
#include "editor/text/core.h"
#include "editor/text/line_breaks.h"
#include "editor/text/markdown_styles.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr Look bold_text = 1;
constexpr Look italic_text = 2;
constexpr Look code_text = 4;

// The faces of a font, all drawn in its size.
struct EmphasisFaces {
  ImFont* plain = nullptr;
  ImFont* bold = nullptr;
  ImFont* italic = nullptr;
  ImFont* bold_italic = nullptr;
  ImFont* code = nullptr;

  ImFont* of(Look look) const {
    if ((look & code_text) != 0) return code;
    if ((look & bold_text) != 0) return (look & italic_text) != 0 ? bold_italic : bold;
    return (look & italic_text) != 0 ? italic : plain;
  }

  // What draws a letter: the face, or the plain font where the face has not got it.
  ImFont* with(Look look, ImWchar letter) const {
    ImFont* face = of(look);
    return face->FindGlyphNoFallback(letter) != nullptr ? face : plain;
  }
};

EmphasisFaces faces_of(const Theme& theme, ImFont* font) {
  const InterfaceFonts& fonts = theme.fonts;
  const bool is_bold = font == fonts.bold || font == fonts.small_bold || font == fonts.title;
  return {font, is_bold ? font : fonts.prose_bold, is_bold ? fonts.prose_bold_italic : fonts.prose_italic,
          fonts.prose_bold_italic, fonts.mono};
}

ImWchar letter_of(char32_t c) { return c < 0x10000 ? static_cast<ImWchar>(c) : ImWchar{0xFFFD}; }

class EmphasisStyler : public TextStyler {
 public:
  explicit EmphasisStyler(const EmphasisFaces& faces) : faces_(faces) {}

  ParagraphStyle style(std::u32string_view paragraph, std::uint64_t, const TextCarets&) const override {
    ParagraphStyle style;
    style.row_height = row_height_of(faces_.plain);
    const StyledLine line = style_line(paragraph, {});
    if (line.block != BlockKind::body || line.quotes > 0) return style;
    std::vector<Look> looks(paragraph.size());
    for (const StyledSpan& span : line.spans) {
      const auto look = static_cast<Look>((span.bold ? bold_text : 0) | (span.italic ? italic_text : 0) |
                                          (span.code ? code_text : 0));
      for (size_t i = span.begin; i < span.end; ++i) looks[i] = look;
    }
    for (const HiddenMark& hidden : line.hidden) {
      for (size_t i = hidden.mark.begin; i < hidden.mark.end; ++i) looks[i] |= hidden_look;
    }
    if (std::ranges::all_of(looks, [](Look look) { return look == 0; })) return style;
    for (size_t i = 0; i < looks.size(); ++i) {
      if (i == 0 || looks[i] != looks[i - 1]) style.runs.push_back({i, looks[i]});
      style.runs.back().end = i + 1;
    }
    return style;
  }

  float advance(char32_t c, Look look) const override {
    if (has_no_width(c)) return 0;
    const ImWchar letter = letter_of(c);
    ImFont* const font = faces_.with(look, letter);
    return font->GetCharAdvance(letter) * (faces_.plain->FontSize / font->FontSize);
  }

 private:
  EmphasisFaces faces_;
};

}  // namespace

bool may_have_emphasis(std::string_view source) { return source.find_first_of("*_`\\<&](~") != std::string_view::npos; }

TextMetrics emphasis_metrics(const Theme& theme, std::string_view source, ImFont* font, float width) {
  TextMetrics metrics = text_metrics(font, width);
  if (may_have_emphasis(source)) metrics.styler = std::make_shared<EmphasisStyler>(faces_of(theme, font));
  return metrics;
}

void lay_out_emphasis_at_rest(TextAtRest& kept, const Theme& theme, const std::string& source, ImFont* font,
                              float width) {
  if (kept.is_of(source, font, width)) return;
  kept = {source, font, width, to_editable(source), {}};
  kept.rows.layout(kept.text, emphasis_metrics(theme, source, font, width));
}

void draw_emphasis(ImDrawList* list, const Theme& theme, ImFont* font, const TextRows& rows, std::u32string_view text,
                   ImVec2 at, ImU32 colour) {
  if (rows.metrics().styler == nullptr) return draw_rows(list, font, rows, text, at, colour);
  const EmphasisFaces faces = faces_of(theme, font);
  const TextRange seen = rows.rows_between(list->GetClipRectMin().y - at.y, list->GetClipRectMax().y - at.y);
  for (size_t i = seen.begin; i < seen.end; ++i) {
    const RowBox box = rows.box(i);
    const float top = at.y + box.top + std::floor((box.height - font->FontSize) / 2);
    float x = at.x;
    const auto draw_piece = [&](ImFont* face, const std::u32string& piece) {
      const std::string shown = to_utf8(piece);
      const float down = font->Ascent - face->Ascent * (font->FontSize / face->FontSize);  // all stand on one line
      list->AddText(face, font->FontSize, {x, std::floor(top + down + 0.5F)}, colour, shown.data(),
                    shown.data() + shown.size());
    };
    Look last = 0;
    for (const RowRun& run : rows.runs(i)) {
      if ((run.look & hidden_look) != 0) continue;
      last = run.look;
      for (size_t begin = run.begin; begin < run.end;) {
        ImFont* const face = faces.with(run.look, letter_of(text[begin]));
        std::u32string piece;
        float width = 0;
        size_t end = begin;
        for (; end < run.end && faces.with(run.look, letter_of(text[end])) == face; ++end) {
          if (!has_no_width(text[end])) piece += text[end];
          width += rows.metrics().advance_of(text[end], run.look);
        }
        draw_piece(face, piece);
        x += width;
        begin = end;
      }
    }
    if (ends_inside_word(text, rows.row(i))) draw_piece(faces.of(last), U"-");
  }
}

}  // namespace canvasbook
