#include "editor/board/note.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "editor/board/commands.h"
#include "editor/board/zoom.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/frame/workplace.h"
#include "editor/parts/blanks.h"
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
  if (!app.input.keys_are_aside()) {
    const TextRectangle caret = session.field.caret_rectangle();
    app.parts.add_written(at, {at.x + width * zoom, at.y + session.field.height() * zoom},
                          {at.x + caret.x * zoom, at.y + (caret.y + caret.height) * zoom});
  }
  if (result.changed || session.field.cursor() != before) {
    const TextRectangle caret = session.field.caret_rectangle();
    const ImGuiWindow* window = ImGui::GetCurrentWindow();
    const float top = at.y - window->InnerRect.Min.y + ImGui::GetScrollY();
    const float room = drawing.theme.px(10) * zoom;
    ImGui::SetScrollY(scroll_to_caret({0, top + caret.y * zoom - room, 0, caret.height * zoom + 2 * room},
                                      window->InnerRect.GetHeight(), ImGui::GetScrollY()));
  }
  if (result.changed) session.take_over_field();
  if (!app.input.keys_are_aside() && !menu_is_open()) {
    if (app.input.take(Key::tab, plain)) return go_to_next_block(app, 1);
    if (app.input.take(Key::tab, shift)) return go_to_next_block(app, -1);
  }
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

// Types and causes below the text; details and segments beside the last line or below.
void draw_foot(const BoardDrawing& drawing, const BlockLayout& layout, size_t index,
               const std::vector<const Segment*>& marks, ImVec2 from, ImU32 colour, float alpha) {
  const Theme& theme = drawing.theme;
  const Note& note = (*layout.notes)[index];
  const CardPlace& card = layout.cards[index];
  const float zoom = layout.zoom;
  const float room = layout.card_width - 2 * theme.px(card_pad_x);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 at{from.x + theme.px(card_pad_x) * zoom, from.y + (theme.px(card_pad_y) + card.text_height) * zoom};
  ImFont* small = board_fonts(theme, zoom).small;
  if (card.caption_height > 0) {
    const ScaledDrawing scaled(at, zoom);
    wrapped_text(list, small, at, room, with_alpha(colour, 0.8F * alpha), layout.captions[index]);
  }
  const std::vector<Sign> signs = signs_of(theme, note, marks);
  const float size = theme.px(mark_height);
  float y = card.caption_height + theme.px(2);
  if (card.marks_beside) {
    const float line = card.caption_height > 0 ? std::floor(small->FontSize * 1.3F) : row_height_of(theme.fonts.note);
    y = card.caption_height - (line + size) / 2;
  }
  for (const auto row : sign_rows(theme, signs, room)) {
    float x = room - width_of_signs(theme, row);
    for (const Sign& sign : row) {
      const ImVec2 corner{at.x + x * zoom, at.y + y * zoom};
      if (sign.segment != nullptr) {
        draw_segment_sign(list, theme, *sign.segment, corner, size * zoom, true, alpha);
      } else {
        draw_icon(list, theme.fonts.text, size * zoom, {corner.x + size * zoom / 2, corner.y + size * zoom / 2},
                  with_alpha(colour, 0.75F * alpha), icons::details);
      }
      x += sign.width + theme.px(sign_gap);
    }
    y += size + theme.px(3);
  }
}

}  // namespace

FontsAtZoom board_fonts(const Theme& theme, float zoom) {
  const InterfaceFonts& fonts = theme.fonts;
  return zoom == 1 ? FontsAtZoom{fonts.note, fonts.small, fonts.small_bold} : fonts.board;
}

bool serves(const Block* block, const Note& note, std::string_view segment) {
  if (block != nullptr && block->role == segments_role) return segment_of(note) == segment;
  return std::ranges::find(note.segments, segment) != note.segments.end();
}

void draw_card(const BoardDrawing& drawing, const Block* block, const BlockLayout& layout, size_t index,
               CardLook look) {
  const Theme& theme = drawing.theme;
  Session& session = drawing.session;
  const Note& note = (*layout.notes)[index];
  const float zoom = layout.zoom;
  BlockPlace place = card_on_screen(layout, index);
  const bool edited = session.view().editing == Editing::note && session.view().edited == note.id;
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
  draw_foot(drawing, layout, index, marks, place.from, colours.text, alpha);
  if (edited) {
    edit_note(drawing, layout, text_at, text_width, colours.text);
    return;
  }
  const TextAtRest& text = text_of(drawing.state, note, text_width);
  const ScaledDrawing scaled(text_at, zoom);
  draw_blanks(list, theme, text.rows, text.text, text_at);
  draw_rows(list, board_fonts(theme, zoom).note, text.rows, text.text, text_at, with_alpha(colours.text, alpha));
  mark_spelling_at_rest(drawing.app, {text.rows, text.text, text_at, zoom}, {Editing::note, note.id, {}});
}

}  // namespace canvasbook
