#include "editor/board/note.h"

#include <algorithm>
#include <cmath>

#include "editor/board/zoom.h"
#include "editor/frame/spelling_marks.h"
#include "editor/frame/workplace.h"
#include "editor/parts/text_field.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr size_t most_texts = 4000;  // kept laid out; all cards that a large screen can show are far fewer

const TextAtRest& text_of(BoardState& state, const Note& note, float width) {
  if (state.texts.size() > most_texts) state.texts.clear();
  TextAtRest& kept = state.texts[note.id];
  lay_out_at_rest(kept, note.text, state.font, width);
  return kept;
}

void edit_note(const BoardDrawing& drawing, const BlockLayout& layout, ImVec2 at, float width, ImU32 colour) {
  App& app = drawing.app;
  Session& session = drawing.session;
  ImFont* font = drawing.theme.fonts.note;
  lay_out(session.field, font, width);
  const float zoom = layout.zoom;
  app.parts.add("board.text", at, {at.x + width * zoom, at.y + session.field.height() * zoom});
  const TextCursor before = session.field.cursor();
  TextFieldResult result;
  {
    PartRegister unscaled;
    const ScaledDrawing scaled(at, zoom);
    result = text_field({drawing.theme, unscaled}, "board.text", session.field, app.input,
                        board_fonts(drawing.theme, zoom).note, at, width, colour, true);
    mark_spelling_in_field(app, at, zoom);
  }
  if (result.changed || session.field.cursor() != before) {
    const TextRectangle caret = session.field.caret_rectangle();
    const float top = at.y - layout.inner_from.y + layout.scroll;
    const float room = drawing.theme.px(10) * zoom;
    ImGui::SetScrollY(scroll_to_caret({0, top + caret.y * zoom - room, 0, caret.height * zoom + 2 * room},
                                      layout.inner_to.y - layout.inner_from.y, ImGui::GetScrollY()));
  }
  if (result.changed) session.take_over_field();
  if (result.finished && session.field.text().empty()) {
    workplace_of(app).remove(app);
  } else if (result.finished) {
    session.add_note_after();
  } else if (result.left) {
    // What a click goes to says whether the note is left: a colour and a segment are given to it.
    if (ImGui::IsMouseClicked(0)) return session.pause_writing();
    session.end_writing();
  }
}

std::string caption_of(const Block* block, const Note& note) {
  std::string caption;
  if (block == nullptr || note.types.empty()) return caption;
  for (const std::string& title : type_titles(IdIndex(block->types), note)) {
    caption += (caption.empty() ? "" : " · ") + title;
  }
  return caption;
}

// Types, the sign of details and the marks of segments, in the last line of a card.
void draw_foot(const BoardDrawing& drawing, const BlockLayout& layout, const Note& note, const Block* block,
               const std::vector<const Segment*>& marks, ImVec2 from, ImVec2 to, ImU32 colour, float alpha) {
  const Theme& theme = drawing.theme;
  const float zoom = layout.zoom;
  const auto px = [&](float logical) { return theme.px(logical) * zoom; };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float pad = px(card_pad_x);
  const float size = px(18);
  const float top = to.y - px(6) - size;
  float right = to.x - pad;
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
    const float width = segment_sign_width(theme, **mark, size);
    if (right - width < from.x + pad + px(20)) break;
    right -= width;
    draw_segment_sign(list, theme, **mark, {right, top}, size, true, alpha);
    right -= px(3);
  }
  float left = from.x + pad;
  if (!note.details.empty()) {
    draw_icon(list, theme.fonts.text, px(17), {left + px(7), top + size / 2}, with_alpha(colour, 0.75F * alpha),
              icons::details);
    left += px(20);
  }
  const std::string caption = caption_of(block, note);
  if (caption.empty()) return;
  const ScaledDrawing scaled({left, top}, zoom);
  clipped_text(list, board_fonts(theme, zoom).small, {left, std::floor(top + theme.px(1))},
               (right - px(4) - left) / zoom, with_alpha(colour, 0.8F * alpha), caption);
}

}  // namespace

BoardFonts board_fonts(const Theme& theme, float zoom) {
  const InterfaceFonts& fonts = theme.fonts;
  const auto of = [](const ZoomedFonts& zoomed) {
    return BoardFonts{zoomed.note.get(), zoomed.small.get(), zoomed.small_bold.get()};
  };
  if (zoom > 1.15F) return of(fonts.nearer);
  if (zoom < 0.75F) return of(fonts.farther);
  return {fonts.note, fonts.small, fonts.small_bold};
}

ImU32 with_alpha(ImU32 colour, float alpha) {
  const auto old = static_cast<float>(colour >> IM_COL32_A_SHIFT & 0xFFU);
  return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(old * alpha) << IM_COL32_A_SHIFT;
}

bool serves(const Block* block, const Note& note, std::string_view segment) {
  if (block != nullptr && block->role == segments_role) return segment_of(note) == segment;
  return std::ranges::find(note.segments, segment) != note.segments.end();
}

float segment_sign_width(const Theme& theme, const Segment& segment, float size) {
  const ImVec2 text = size_of_line(theme.fonts.small_bold, segment.mark, size * 0.68F);
  return std::max(size, text.x + size * 0.44F);
}

float draw_segment_sign(ImDrawList* list, const Theme& theme, const Segment& segment, ImVec2 from, float size,
                        bool filled, float alpha) {
  const float letter = size * 0.68F;
  const ImVec2 text = size_of_line(theme.fonts.small_bold, segment.mark, letter);
  const float width = segment_sign_width(theme, segment, size);
  const ImU32 colour = with_alpha(theme.colours.of(segment.colour).mark, alpha);
  const ImVec2 to{from.x + width, from.y + size};
  if (filled) {
    list->AddRectFilled(from, to, colour, size / 2);
  } else {
    list->AddRect({from.x + 1, from.y + 1}, {to.x - 1, to.y - 1}, colour, size / 2, 0, theme.px(1.5F));
  }
  list->AddText(theme.fonts.small_bold, letter, {from.x + (width - text.x) / 2, from.y + (size - text.y) / 2},
                with_alpha(filled ? IM_COL32_WHITE : theme.colours.text, alpha), segment.mark.c_str());
  return width;
}

void draw_card(const BoardDrawing& drawing, const Block* block, const BlockLayout& layout, size_t index,
               CardLook look) {
  const Theme& theme = drawing.theme;
  Session& session = drawing.session;
  const Note& note = (*layout.notes)[index];
  const float zoom = layout.zoom;
  BlockPlace place = card_on_screen(layout, index);
  const bool edited = session.view.editing == Editing::note && session.view.edited == note.id;
  drawing.app.parts.add("note/" + note.id, place.from, place.to);
  const std::vector<const Segment*> marks = marked_segments(drawing.state.segment_index, block, note);
  const CardColours& colours = theme.colours.of(tint_of(note, marks));
  const bool legible = zoom >= least_legible_zoom;
  const bool leaves = look.chosen && drawing.state.doing == BoardState::Doing::dragging;
  const float alpha = leaves ? 0.45F : look.dimmed && !look.chosen ? 0.22F : 1;
  const bool lifted = look.hovered && legible && !edited;
  if (lifted) {
    place.from.y -= theme.px(1);
    place.to.y -= theme.px(1);
  }
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float rounding = theme.px(8) * zoom;
  if (legible && alpha == 1) {
    draw_shadow(list, theme, {place.from.x, place.from.y + theme.px(2)},
                {place.to.x, place.to.y + theme.px(lifted ? 3.0F : 1.0F)},
                theme.px(lifted ? 9.0F : 7.0F) * std::max(1.0F, zoom), look.chosen || lifted ? 0.30F : 0.18F);
  }
  list->AddRectFilled(place.from, place.to, with_alpha(colours.fill, alpha), rounding);
  if (look.chosen || edited) {
    const float out = theme.px(1);
    list->AddRect({place.from.x - out, place.from.y - out}, {place.to.x + out, place.to.y + out}, theme.colours.accent,
                  rounding + out, 0, theme.px(2));
  }
  if (!legible && !edited) return;
  const float text_width = layout.card_width - 2 * theme.px(card_pad_x);
  const ImVec2 text_at{place.from.x + theme.px(card_pad_x) * zoom, place.from.y + theme.px(card_pad_y) * zoom};
  const CardPlace& card = layout.cards[index];
  if (card.height > card.text_height + 2 * theme.px(card_pad_y) + 1) {
    draw_foot(drawing, layout, note, block, marks, place.from, place.to, colours.text, alpha);
  }
  if (edited) {
    edit_note(drawing, layout, text_at, text_width, colours.text);
    return;
  }
  const TextAtRest& text = text_of(drawing.state, note, text_width);
  const ScaledDrawing scaled(text_at, zoom);
  draw_rows(list, board_fonts(theme, zoom).note, text.rows, text.text, text_at, with_alpha(colours.text, alpha));
  mark_spelling_at_rest(drawing.app, {text.rows, text.text, text_at, zoom}, {Editing::note, note.id, {}});
}

}  // namespace canvasbook
