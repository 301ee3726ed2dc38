// The sheet above the board for the longer text of a note.
#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/board/drawing.h"
#include "editor/frame/spelling_marks.h"
#include "editor/parts/markdown_painter.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

void view_details(const BoardDrawing& drawing, const Area& area) {
  App& app = drawing.app;
  Session& session = drawing.session;
  const Theme& theme = drawing.theme;
  const Catalog& words = app.catalog();
  const Board* board = session.board();
  if (session.view().editing != Editing::details || board == nullptr) return;
  const Note* found = find_note(*board, session.view().edited);
  if (found == nullptr) return session.end_writing();
  const std::string heading = found->text.empty() ? words.text("note.without_text") : found->text;

  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("details", {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.from, area.to, with_alpha(theme.colours.background, 0.82F));
  const float pad = theme.px(32);
  const float sheet = std::min(area.width() - theme.px(48), theme.px(760));
  const ImVec2 from{std::floor(area.from.x + (area.width() - sheet) / 2), area.from.y + theme.px(20)};
  const ImVec2 to{from.x + sheet, area.to.y - theme.px(20)};
  draw_shadow(list, theme, {from.x, from.y + theme.px(4)}, {to.x, to.y + theme.px(4)}, theme.px(18), 0.22F);
  list->AddRectFilled(from, to, theme.colours.panel, theme.px(12));
  app.parts.add("details", from, to);

  const float width = sheet - 2 * pad;
  const std::string done = words.text("details.done");
  const float button_room = button_width(drawing.parts(), done, icons::check);
  ImGui::SetCursorScreenPos({to.x - pad - button_room, from.y + theme.px(16)});
  const bool finished = button(drawing.parts(), "details.done", done, icons::check, ButtonStyle::primary);
  list->AddText(theme.fonts.small, theme.fonts.small->FontSize, {from.x + pad, from.y + theme.px(20)},
                theme.colours.muted, words.text("details.title").c_str());
  const float heading_width = width - button_room - theme.px(8);
  const float heading_height = std::min(wrapped_height(theme.fonts.title, heading_width, heading), theme.px(84));
  const ImVec2 heading_at{from.x + pad, from.y + theme.px(42)};
  list->PushClipRect(heading_at, {heading_at.x + heading_width, heading_at.y + heading_height}, true);
  wrapped_text(list, theme.fonts.title, heading_at, heading_width, theme.colours.text, heading);
  list->PopClipRect();
  const float line = heading_at.y + heading_height + theme.px(14);
  list->AddRectFilled({from.x + pad, line}, {to.x - pad, line + theme.px(1)}, theme.colours.border);
  const float foot = to.y - theme.px(44);
  clipped_text(list, theme.fonts.small, {from.x + pad, foot + theme.px(12)}, width, theme.colours.faint,
               words.text("details.hint"));

  const ImVec2 field_from{from.x + pad, line + theme.px(10)};
  ImGui::SetCursorScreenPos(field_from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("details_text", {width + theme.px(20), foot - field_from.y}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  if (!is_laid_out_for(session.field.rows(), theme, width)) {
    session.field.set_metrics(markdown_metrics(theme, width));
    session.field.set_page_rows(static_cast<size_t>((foot - field_from.y) / session.field.rows().metrics().row_height));
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (session.field.text().empty()) {
    wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.prose, at, width, theme.colours.faint,
                 words.text("details.empty"));
  }
  const TextCursor before = session.field.cursor();
  const TextFieldResult result = text_field(drawing.parts(), "sheet.text", session.field, app.input, theme.fonts.prose,
                                            at, width, theme.colours.text, false);
  mark_spelling_in_field(app, at);
  if (result.changed) session.take_over_field();
  if (result.changed || session.takes_caret_into_view() || session.field.cursor() != before) {
    const TextRectangle caret = session.field.caret_rectangle();
    ImGui::SetScrollY(scroll_to_caret({caret.x, caret.y, caret.width, caret.height + theme.px(12)}, foot - field_from.y,
                                      ImGui::GetScrollY()));
  }
  ImGui::SetCursorScreenPos({at.x, at.y + session.field.height() + theme.px(8)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  const bool on_sheet = ImGui::IsMouseHoveringRect(from, to, false);
  const bool leaves = result.left && !(ImGui::IsMouseClicked(0) && on_sheet);
  ImGui::EndChild();
  if (finished || result.finished || leaves) session.end_writing();
}

}  // namespace canvasbook
