#include "editor/items/cell_drawing.h"

#include <algorithm>
#include <cmath>

#include "editor/frame/spelling_marks.h"
#include "editor/items/blank_at_mouse.h"
#include "editor/parts/blanks.h"
#include "editor/parts/emphasis_painter.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

namespace {

ImU32 colour_of(const Theme& theme, const ItemRow& row, const ItemCell& cell) {
  if (row.look == RowLook::table_head || cell.style == CellStyle::small) return theme.colours.muted;
  return theme.colours.text;
}

// How far below the upper edge of a text what stands in its place is drawn, so that it stands on the same line.
float shift_of_placeholder(const Theme& theme, CellStyle style) {
  const ImFont* font = font_of(theme, style);
  return std::floor((row_height_of(font) - font->FontSize) / 2) + std::floor(font->Ascent - theme.fonts.text->Ascent);
}

const TextAtRest& text_at_rest(const ItemDrawing& drawing, const ItemCell& cell, float width) {
  TextAtRest& kept = drawing.state.texts[cell.place.item + "/" + cell.place.field];
  lay_out_cell_at_rest(kept, drawing.theme, cell, *cell.text, width);
  return kept;
}

}  // namespace

CellDrawing::CellDrawing(const ItemDrawing& drawing, const ItemKind& kind)
    : drawing_(drawing),
      kind_(kind),
      list_(ImGui::GetWindowDrawList()),
      at_edge_(std::exchange(drawing.state.at_edge, false)) {}

void CellDrawing::draw(const ItemRow& row, const ItemCell& cell, ImVec2 row_from) {
  const Theme& theme = drawing_.theme;
  const Box box = box_of(row, cell, row_from);
  const bool hovered = !at_edge_ && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(box.from, box.to);
  const std::string key = "field/" + cell.place.item + "/" + cell.place.field;
  if (hovered && ImGui::IsMouseClicked(0)) {
    drawing_.state.run = {};
    drawing_.state.pressed_blank.reset();
    if (!is_written(cell) && selects_by_press(row, cell, box)) return;
  }
  if (is_written(cell)) return write(key, row, cell, box);
  const View& view = drawing_.session.view();
  const bool is_whole_answer = view.field.empty() && cell.place.item != row.item;
  const bool at_cursor = view.cursor == cell.place.item && (view.field == cell.place.field || is_whole_answer);
  if (at_cursor) {
    list_->AddRect(box.from, box.to, theme.colours.accent, box.rounding, 0, theme.px(1.5F));
  } else if (hovered) {
    list_->AddRect(box.from, box.to, theme.colours.border, box.rounding);
  }
  if (hovered && kind_.writes_in(drawing_, cell.place)) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  drawing_.app.parts.add(key, box.from, box.to);
  if (!kind_.draw_cell(drawing_, row, cell, box.from, box.to)) draw_at_rest(row, cell, box);
}

CellDrawing::Box CellDrawing::box_of(const ItemRow& row, const ItemCell& cell, ImVec2 row_from) const {
  const Theme& theme = drawing_.theme;
  const bool in_table = is_in_table(row);
  const ImVec2 from{row_from.x + cell.left, row_from.y + cell.top};
  return {from,
          {from.x + cell.width, from.y + cell.height},
          {from.x + theme.px(cell_pad) + cell.indent, from.y + theme.px(in_table ? table_pad : 3)},
          text_width(drawing_, cell),
          in_table ? 0 : theme.px(6)};
}

bool CellDrawing::is_written(const ItemCell& cell) const {
  const View& view = drawing_.session.view();
  return view.editing == Editing::field && view.edited == cell.place.item && view.field == cell.place.field;
}

// Does what a press of the mouse means; whether that was to select.
bool CellDrawing::selects_by_press(const ItemRow& row, const ItemCell& cell, const Box& box) {
  const ImGuiIO& io = ImGui::GetIO();
  done_ = {CellDone::What::nothing, {}};
  if (io.KeyShift) {
    extend_selection(drawing_, cell.place);
  } else if (io.KeyCtrl) {
    drawing_.session.select_item(cell.place.item, true);
  } else if (!kind_.press_cell(drawing_, cell.place)) {
    begin_field_at_mouse(row, cell, box);
  }
  return io.KeyShift || io.KeyCtrl;
}

// Begins to write in a cell. A place to fill in that the mouse is at is chosen once the button is let go, so that
// what is typed takes its place; a click into what is written sets the caret.
void CellDrawing::begin_field_at_mouse(const ItemRow& row, const ItemCell& cell, const Box& box) const {
  const ImVec2 at{box.text_from.x + kind_.text_shift(drawing_, row, cell), box.text_from.y};
  const auto blank = blank_under_mouse(drawing_, cell, at, box.text_width);
  drawing_.session.begin_field(cell.place);
  if (blank) drawing_.state.pressed_blank = PressedBlank{cell.place, *blank};
}

void CellDrawing::choose_pressed_blank(const ItemCell& cell) const {
  if (!ImGui::IsMouseReleased(0)) return;
  const auto blank = std::exchange(drawing_.state.pressed_blank, std::nullopt);
  const float still = drawing_.px(4);  // farther it was a drag
  if (!blank || blank->place != cell.place || ImGui::GetIO().MouseDragMaxDistanceSqr[0] > still * still) return;
  drawing_.session.field.select(blank->range.begin, blank->range.end);
}

void CellDrawing::write(const std::string& key, const ItemRow& row, const ItemCell& cell, const Box& box) {
  const Theme& theme = drawing_.theme;
  Session& session = drawing_.session;
  ImFont* font = font_of(theme, cell.style);
  lay_out(session.field, font, box.text_width);
  has_written_ = true;
  list_->AddRectFilled(box.from, box.to, theme.colours.panel, box.rounding);
  list_->AddRect(box.from, box.to, theme.colours.accent, box.rounding, 0, theme.px(2));
  const TextFieldResult result = text_field(drawing_.parts(), key, session.field, drawing_.app.input, font,
                                            box.text_from, box.text_width, colour_of(theme, row, cell), true);
  const bool in_cell = ImGui::IsMouseHoveringRect(box.from, box.to);  // beside the text, but in its frame
  const bool is_doubled = in_cell && ImGui::IsMouseDoubleClicked(0);
  if (is_doubled && kind_.is_as_made(drawing_, cell.place)) session.field.select_all();
  choose_pressed_blank(cell);
  mark_spelling_in_field(drawing_.app, box.text_from);
  if (result.changed) {
    session.take_over_field();
    done_ = {CellDone::What::changed, cell.place};
  }
  if (result.left && !(in_cell && ImGui::IsMouseClicked(0))) done_ = {CellDone::What::left, cell.place};
  if (result.finished) done_ = {CellDone::What::finished, cell.place};
}

void CellDrawing::draw_at_rest(const ItemRow& row, const ItemCell& cell, const Box& box) const {
  const Theme& theme = drawing_.theme;
  ImFont* font = font_of(theme, cell.style);
  const ImVec2 from = box.text_from;
  if (cell.text->empty()) {
    if (cell.placeholder.empty()) return;
    clipped_text(list_, theme.fonts.text, {from.x, from.y + shift_of_placeholder(theme, cell.style)}, box.text_width,
                 theme.colours.faint, drawing_.words().text(cell.placeholder));
  } else if (cell.one_line) {
    std::string line = *cell.text;
    std::ranges::replace(line, '\n', ' ');
    const float shift = std::floor((row_height_of(font) - font->FontSize) / 2);
    clipped_text(list_, font, {from.x, from.y + shift}, box.text_width, colour_of(theme, row, cell), line);
  } else {
    const TextAtRest& text = text_at_rest(drawing_, cell, box.text_width);
    draw_blanks(list_, theme, text.rows, text.text, from);
    draw_emphasis(list_, theme, font, text.rows, text.text, from, colour_of(theme, row, cell));
    if (cell.is_link) return;  // it is marked where it was written
    mark_spelling_at_rest(drawing_.app, {text.rows, text.text, from},
                          {Editing::field, cell.place.item, cell.place.field});
  }
}

}  // namespace canvasbook
