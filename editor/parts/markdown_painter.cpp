#include "editor/parts/markdown_painter.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

#include "editor/parts/blanks.h"
#include "editor/text/markdown_styles.h"
#include "editor/text/table_layout.h"
#include "editor/text/words.h"

namespace canvasbook {

namespace {

static_assert(sizeof(LineState) == sizeof(std::uint64_t));

constexpr int most_quote_bars = 3;
constexpr float table_padding = 10;  // at the sides of a cell, in logical pixels

// What drawing asks about a stretch of a row. As a Look it goes through TextRows.
struct Appearance {
  SpanRole role = SpanRole::text;
  bool bold = false;
  bool italic = false;
  bool code = false;
  bool link = false;
  int heading = 0;  // 1 to 3, by size; 0 for none
  int quotes = 0;
  bool code_block = false;
  bool rule = false;
  bool table = false;
};

constexpr Look blank_look = 1U << 14;  // in a place that is left to fill in, beside what the appearance says

Look look_of(const Appearance& appearance) {
  const auto bit = [](bool set, int place) { return set ? 1U << place : 0U; };
  return static_cast<Look>(static_cast<unsigned>(appearance.role) | bit(appearance.bold, 3) |
                           bit(appearance.italic, 4) | bit(appearance.code, 5) | bit(appearance.link, 6) |
                           bit(appearance.code_block, 7) | bit(appearance.rule, 8) |
                           static_cast<unsigned>(appearance.heading) << 9 |
                           static_cast<unsigned>(appearance.quotes) << 11 | bit(appearance.table, 13));
}

Appearance appearance_of(Look look) {
  const auto bit = [&](int place) { return (look >> place & 1) != 0; };
  Appearance appearance;
  appearance.role = static_cast<SpanRole>(look & 7);
  appearance.bold = bit(3);
  appearance.italic = bit(4);
  appearance.code = bit(5);
  appearance.link = bit(6);
  appearance.code_block = bit(7);
  appearance.rule = bit(8);
  appearance.heading = look >> 9 & 3;
  appearance.quotes = look >> 11 & 3;
  appearance.table = bit(13);
  return appearance;
}

ImFont* font_of(const InterfaceFonts& fonts, const Appearance& appearance) {
  if (appearance.heading > 0) {
    return appearance.heading == 1 ? fonts.heading_1 : appearance.heading == 2 ? fonts.heading_2 : fonts.title;
  }
  if (appearance.code) return fonts.mono;
  if (appearance.bold) return appearance.italic ? fonts.prose_bold_italic : fonts.prose_bold;
  return appearance.italic ? fonts.prose_italic : fonts.prose;
}

ImWchar drawn_character(char32_t c) { return c < 0x10000 ? static_cast<ImWchar>(c) : ImWchar{0xFFFD}; }

// The font itself, or the one with symbols for what it has not.
ImFont* font_with(const InterfaceFonts& fonts, ImFont* font, char32_t c) {
  return font->FindGlyphNoFallback(drawn_character(c)) != nullptr ? font : fonts.text;
}

// Marks in front of a line stand in cells of one width, so that what belongs to an item stands below its text.
bool stands_in_cells(SpanRole role) {
  return role == SpanRole::indent || role == SpanRole::bullet || role == SpanRole::number;
}

bool is_task(SpanRole role) { return role == SpanRole::open_task || role == SpanRole::done_task; }

float body_height(const Theme& theme) { return std::floor(theme.fonts.prose->FontSize * 1.38F); }

std::ptrdiff_t offset(size_t place) { return static_cast<std::ptrdiff_t>(place); }

std::vector<LookRun> runs_of(const std::vector<Look>& looks) {
  std::vector<LookRun> runs;
  for (size_t i = 0; i < looks.size(); ++i) {
    if (i == 0 || looks[i] != looks[i - 1]) runs.push_back({i, looks[i]});
    runs.back().end = i + 1;
  }
  return runs;
}

class MarkdownStyler : public TextStyler {
 public:
  MarkdownStyler(const Theme& theme, float width) : theme_(theme), width_(width) {}

  ParagraphStyle style(std::u32string_view paragraph, std::uint64_t carried, const TextCarets& carets) const override {
    const StyledLine line = style_line(paragraph, std::bit_cast<LineState>(carried));
    Appearance base;
    base.heading = std::min(line.heading, 3);
    base.quotes = std::min(line.quotes, most_quote_bars);
    base.code = base.code_block = line.block == BlockKind::code;
    base.rule = line.block == BlockKind::rule;
    base.table = line.block == BlockKind::table;
    ParagraphStyle style;
    style.look = look_of(base);
    style.carried = std::bit_cast<std::uint64_t>(line.after);
    const float size = font_of(theme_.fonts, base)->FontSize;
    style.row_height = base.heading > 0 ? std::floor(size * 1.25F) : body_height(theme_);
    style.space_before = base.heading > 0 ? std::floor(size * 0.5F) : 0;
    std::vector<Look> looks(paragraph.size());
    for (const StyledSpan& span : line.spans) {
      Appearance appearance = base;
      appearance.role = span.role;
      appearance.bold = span.bold;
      appearance.italic = span.italic;
      appearance.code = span.code;
      appearance.link = span.link;
      std::fill(looks.begin() + offset(span.begin), looks.begin() + offset(span.end), look_of(appearance));
    }
    style.verbatim = base.code_block;
    if (line.is_table_line) {
      TableSource source = read_table_source(paragraph);
      source.may_be_head = std::bit_cast<LineState>(carried).in_paragraph == 0;
      style.table = std::make_shared<const TableSource>(std::move(source));
    }
    style.opens = !line.hidden.empty();
    for (const HiddenMark& hidden : line.hidden) {
      if (carets.touch(hidden.belongs_to.begin, hidden.belongs_to.end)) continue;
      for (size_t i = hidden.mark.begin; i < hidden.mark.end; ++i) looks[i] |= hidden_look;
    }
    for (const TextRange blank : blanks_in(paragraph)) {
      for (size_t i = blank.begin; i < blank.end && !base.code_block; ++i) looks[i] |= blank_look;
    }
    style.runs = runs_of(looks);
    set_indents(style, paragraph.substr(0, line.content), base);
    if (style.runs.size() == 1 && style.runs[0].look == style.look) style.runs = {};
    return style;
  }

  TableMeasures table_measures() const override {
    return {theme_.px(table_padding), theme_.px(4), theme_.px(40), theme_.px(1)};
  }

  bool is_made_for(const Theme& theme, float width) const {
    const InterfaceFonts& mine = theme_.fonts;
    const InterfaceFonts& fonts = theme.fonts;
    return width_ == width && theme_.scale == theme.scale && mine.text == fonts.text && mine.prose == fonts.prose &&
           mine.prose_bold == fonts.prose_bold && mine.prose_italic == fonts.prose_italic && mine.mono == fonts.mono &&
           mine.prose_bold_italic == fonts.prose_bold_italic && mine.heading_1 == fonts.heading_1 &&
           mine.title == fonts.title && mine.heading_2 == fonts.heading_2;
  }

  float advance(char32_t c, Look look) const override {
    if (has_no_width(c)) return 0;
    const InterfaceFonts& fonts = theme_.fonts;
    const Appearance appearance = appearance_of(look);
    if (stands_in_cells(appearance.role)) return fonts.prose->GetCharAdvance('0');
    if (is_task(appearance.role)) return std::floor(fonts.prose->FontSize * 0.4F);
    ImFont* const font = font_of(fonts, appearance);
    ImFont* const having = font_with(fonts, font, c);
    return having->GetCharAdvance(drawn_character(c)) * (font->FontSize / having->FontSize);
  }

 private:
  void set_indents(ParagraphStyle& style, std::u32string_view prefix, const Appearance& base) const {
    if (base.quotes > 0) style.indent_first += theme_.px(6) + theme_.px(8) * static_cast<float>(base.quotes);
    if (base.code_block) style.indent_first += theme_.px(10);
    style.indent_rest = style.indent_first;
    auto run = style.runs.begin();
    for (size_t i = 0; i < prefix.size(); ++i) {
      while (run->end <= i) ++run;
      style.indent_rest += advance(prefix[i], run->look);
    }
    style.indent_first = std::min(style.indent_first, width_ / 2);
    style.indent_rest = std::min(style.indent_rest, width_ / 2);
  }

  Theme theme_;
  float width_;
};

ImU32 colour_of(const Colours& colours, const Appearance& appearance) {
  switch (appearance.role) {
    case SpanRole::mark:
      return colours.faint;
    case SpanRole::address:
      return colours.muted;
    case SpanRole::bullet:
    case SpanRole::number:
    case SpanRole::open_task:
    case SpanRole::done_task:
      return colours.accent;
    default:
      return appearance.link ? colours.accent : appearance.quotes > 0 ? colours.muted : colours.text;
  }
}

// Draws one row after the other.
class RowPainter {
 public:
  RowPainter(ImDrawList* list, const Theme& theme, const TextRows& rows, std::u32string_view text, ImVec2 at)
      : list_(list), theme_(theme), rows_(rows), text_(text), at_(at) {}

  void draw(size_t index) {
    const RowBox box = rows_.box(index);
    top_ = at_.y + box.top;
    height_ = box.height;
    draw_block(appearance_of(rows_.look(index)));
    const TextRows::LineOfTable line = rows_.line_of_table(index);
    if (line.line != nullptr && index == line.rows.begin) draw_line_of_table(line);
    const std::vector<RowRun> runs = rows_.runs(index);
    float x = at_.x + box.indent;
    float tinted_to = x;
    for (size_t i = 0; i < runs.size(); ++i) {
      const Appearance appearance = appearance_of(runs[i].look);
      if (appearance.code && !appearance.code_block && x >= tinted_to) {
        tinted_to = x;
        for (size_t k = i; k < runs.size() && appearance_of(runs[k].look).code; ++k) tinted_to += width_of(runs[k]);
        list_->AddRectFilled({x - theme_.px(1), top_ + theme_.px(2)},
                             {tinted_to + theme_.px(1), top_ + height_ - theme_.px(2)}, tint(), theme_.px(4));
      }
      if ((runs[i].look & blank_look) != 0) {
        draw_blank(list_, theme_, {x, top_}, {x + width_of(runs[i]), top_ + height_},
                   look_of_blank_at(theme_, text_, runs[i].begin));
      }
      draw_run(runs[i], appearance, x);
      x += width_of(runs[i]);
    }
    if (ends_inside_word(text_, rows_.row(index))) {
      const Appearance appearance = appearance_of(runs.back().look);
      ImFont* const font = font_of(theme_.fonts, appearance);
      draw_piece(font, font->FontSize, x, colour_of(theme_.colours, appearance), U"-");
    }
    if (appearance_of(rows_.look(index)).rule) {
      const float y = std::floor(top_ + height_ / 2);
      const float from = x > at_.x + box.indent ? x + theme_.px(8) : x;
      list_->AddRectFilled({from, y}, {at_.x + rows_.metrics().width, y + theme_.px(1)}, theme_.colours.border);
    }
  }

 private:
  // See-through, so that a selection below it shows.
  ImU32 tint() const { return with_strength(theme_.colours.text, 0x12); }

  float advance_of(size_t i, Look look) const { return rows_.metrics().advance_of(text_[i], look); }

  float width_of(const RowRun& run) const {
    float width = 0;
    for (size_t i = run.begin; i < run.end; ++i) width += advance_of(i, run.look);
    return width;
  }

  void draw_block(const Appearance& paragraph) {
    float left = at_.x;
    for (int i = 0; i < paragraph.quotes; ++i) {
      list_->AddRectFilled({left, top_}, {left + theme_.px(3), top_ + height_},
                           with_strength(theme_.colours.accent, 0x70));
      left += theme_.px(8);
    }
    if (paragraph.code_block) {
      list_->AddRectFilled({left, top_}, {at_.x + rows_.metrics().width, top_ + height_}, tint());
    }
  }

  // The ruled lines around its cells, and a tint below the head.
  void draw_line_of_table(const TextRows::LineOfTable& line) {
    const TableColumns& columns = *line.line->columns;
    const float top = std::floor(at_.y + line.top);
    const float bottom = std::floor(at_.y + line.top + line.line->height);
    const float thin = theme_.px(1);
    const float right = std::floor(at_.x + columns.right);
    const ImU32 colour = theme_.colours.border;
    if (line.line->is_dashes) return list_->AddRectFilled({at_.x, top}, {right, bottom}, colour);
    if (line.line->is_head) {
      list_->AddRectFilled({at_.x, top}, {right, bottom}, tint());
      list_->AddRectFilled({at_.x, top}, {right, top + thin}, colour);
    } else {
      list_->AddRectFilled({at_.x, bottom - thin}, {right, bottom}, colour);
    }
    for (size_t i = 0; i < columns.lefts.size(); ++i) {
      const float x = std::floor(at_.x + columns.lefts[i] - theme_.px(table_padding));
      list_->AddRectFilled({x, top}, {x + thin, bottom}, colour);
    }
    list_->AddRectFilled({right - thin, top}, {right, bottom}, colour);
  }

  void draw_run(const RowRun& run, const Appearance& appearance, float x) {
    const SpanRole role = appearance.role;
    if (role == SpanRole::indent || (run.look & hidden_look) != 0) return;
    if (role == SpanRole::bullet) return draw_bullet(x + width_of(run) / 2);
    if (is_task(role) && run.end - run.begin == 3) return draw_task(x, width_of(run), role == SpanRole::done_task);
    ImFont* const font = font_of(theme_.fonts, appearance);
    const ImU32 colour = colour_of(theme_.colours, appearance);
    const int first_vertex = list_->VtxBuffer.Size;
    for (size_t begin = run.begin; begin < run.end;) {
      ImFont* const having = font_with(theme_.fonts, font, text_[begin]);
      size_t end = begin;
      float width = 0;
      std::u32string piece;
      do {
        if (!has_no_width(text_[end])) piece += text_[end];
        width += advance_of(end, run.look);
        ++end;
      } while (end < run.end && role != SpanRole::number &&
               (has_no_width(text_[end]) || font_with(theme_.fonts, font, text_[end]) == having));
      draw_piece(having, font->FontSize, x, colour, piece);
      x += width;
      begin = end;
    }
    if (appearance.heading > 0 && appearance.italic) slant(first_vertex);
  }

  // All fonts of a row stand on the line of its text.
  void draw_piece(ImFont* font, float size, float x, ImU32 colour, std::u32string_view piece) {
    const ImFont* of_row = size > theme_.fonts.prose->FontSize ? font : theme_.fonts.prose;
    const float shift = std::floor((height_ - of_row->FontSize) / 2);
    const float ascent = of_row == font ? font->Ascent : font->Ascent * (size / font->FontSize);
    const std::string text = to_utf8(piece);
    list_->AddText(font, size, {x, std::floor(top_ + shift + of_row->Ascent - ascent + 0.5F)}, colour, text.data(),
                   text.data() + text.size());
  }

  // Headings have no italic face of their own.
  void slant(int first_vertex) {
    const float line = top_ + height_ * 0.7F;
    for (int i = first_vertex; i < list_->VtxBuffer.Size; ++i) {
      ImVec2& corner = list_->VtxBuffer[i].pos;
      corner.x += (line - corner.y) * 0.18F;
    }
  }

  void draw_bullet(float x) {
    list_->AddCircleFilled({x, std::floor(top_ + height_ / 2) + 0.5F}, theme_.px(5) / 2, theme_.colours.accent);
  }

  void draw_task(float x, float width, bool done) {
    const float side = std::min(width, theme_.px(15));
    const ImVec2 from{std::floor(x), std::floor(top_ + (height_ - side) / 2)};
    const ImVec2 to{from.x + side, from.y + side};
    if (!done) {
      list_->AddRect(from, to, theme_.colours.faint, theme_.px(4), 0, theme_.px(1) * 1.5F);
      return;
    }
    list_->AddRectFilled(from, to, theme_.colours.accent, theme_.px(4));
    const ImVec2 tick[] = {{from.x + side * 0.24F, from.y + side * 0.53F},
                           {from.x + side * 0.43F, from.y + side * 0.72F},
                           {from.x + side * 0.77F, from.y + side * 0.32F}};
    list_->AddPolyline(tick, 3, theme_.colours.accent_text, 0, theme_.px(2));
  }

  ImDrawList* list_;
  const Theme& theme_;
  const TextRows& rows_;
  std::u32string_view text_;
  ImVec2 at_;
  float top_ = 0;
  float height_ = 0;
};

}  // namespace

TextMetrics markdown_metrics(const Theme& theme, float width) {
  TextMetrics metrics;
  metrics.width = width;
  metrics.row_height = body_height(theme);
  metrics.styler = std::make_shared<MarkdownStyler>(theme, width);
  return metrics;
}

bool is_laid_out_for(const TextRows& rows, const Theme& theme, float width) {
  const auto* styler = dynamic_cast<const MarkdownStyler*>(rows.metrics().styler.get());
  return styler != nullptr && styler->is_made_for(theme, width);
}

bool is_row_of_code(const TextRows& rows, size_t row) {
  return rows.metrics().styler != nullptr && appearance_of(rows.look(row)).code_block;
}

void draw_markdown(ImDrawList* list, const Theme& theme, const TextRows& rows, std::u32string_view text, ImVec2 at) {
  RowPainter painter(list, theme, rows, text, at);
  const TextRange seen = rows.rows_between(list->GetClipRectMin().y - at.y, list->GetClipRectMax().y - at.y);
  for (size_t i = seen.begin; i < seen.end; ++i) painter.draw(i);
}

}  // namespace canvasbook
