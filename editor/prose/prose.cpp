// Running text on a sheet; Markdown as it is written.
#include <algorithm>
#include <utility>

#include "editor/frame/spelling_marks.h"
#include "editor/frame/views.h"
#include "editor/parts/markdown_painter.h"
#include "editor/parts/text_field.h"
#include "editor/prose/state.h"

namespace canvasbook {

namespace {

// The text of the shown section, laid out once for every text and width.
const TextAtRest& prose_at_rest(App& app, float width) {
  const Session& session = *app.session();
  const Shared<Section>& section = session.document()->sections[session.view.section];
  ProseAtRest& kept = app.state<ProseState>().at_rest[section->id];
  const bool is_same = kept.section && kept.section->same_as(section);  // a long text is not compared in every frame
  if (is_same && is_laid_out_for(kept.text.rows, app.theme, width)) return kept.text;
  kept.section = section;
  kept.text = {{}, app.theme.fonts.prose, width, to_editable(std::get<Prose>(section->content).text), {}};
  kept.text.rows.layout(kept.text.text, markdown_metrics(app.theme, width));
  return kept.text;
}

void lay_out_field(App& app, TextCore& field, float width, float page_height) {
  if (is_laid_out_for(field.rows(), app.theme, width)) return;
  field.set_metrics(markdown_metrics(app.theme, width));
  field.set_page_rows(static_cast<size_t>(page_height / field.rows().metrics().row_height));
}

}  // namespace

void view_prose(App& app, const Area& area) {
  Session& session = *app.session();
  const Theme& theme = app.theme;
  const PartContext parts{theme, app.parts};
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("prose", {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  const float sheet = std::min(area.width() - theme.px(48), theme.px(760));
  const float pad = theme.px(48);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const ImVec2 from{origin.x + (area.width() - sheet) / 2, origin.y + theme.px(24)};
  const ImVec2 text_at{from.x + pad, from.y + pad + theme.px(48)};
  const float width = sheet - 2 * pad;
  if (session.view.editing == Editing::prose) lay_out_field(app, session.field, width, area.height());
  const auto sheet_height = [&] {
    const float text_height =
        session.view.editing == Editing::prose ? session.field.height() : prose_at_rest(app, width).rows.height();
    return std::max(area.height() - theme.px(48), text_at.y - from.y + text_height + pad);
  };
  const float height = sheet_height();
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_shadow(list, theme, {from.x, from.y + theme.px(2)}, {from.x + sheet, from.y + height}, theme.px(10), 0.12F);
  list->AddRectFilled(from, {from.x + sheet, from.y + height}, theme.colours.panel, theme.px(10));
  clipped_text(list, theme.fonts.heading_1, {from.x + pad, from.y + pad - theme.px(12)}, width, theme.colours.text,
               session.section()->title);
  const float line = from.y + pad + theme.px(30);
  list->AddRectFilled({text_at.x, line}, {text_at.x + width, line + theme.px(1)}, theme.colours.border);
  app.parts.add("prose", from, {from.x + sheet, from.y + height});
  const bool over_sheet =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, {from.x + sheet, from.y + height});
  if (session.view.editing != Editing::prose && over_sheet && ImGui::IsMouseClicked(0)) {
    session.begin_prose();
    lay_out_field(app, session.field, width, area.height());
  }
  if (session.view.editing == Editing::prose) {
    const TextCursor before = session.field.cursor();
    const TextFieldResult result = text_field(parts, "prose.text", session.field, app.input, theme.fonts.prose, text_at,
                                              width, theme.colours.text, false);
    mark_spelling_in_field(app, text_at);
    if (result.changed) session.take_over_field();
    // To select everything is no reason to leave the place that is looked at.
    const bool selects_all = session.field.selection() == TextRange{0, session.field.text().size()};
    const bool shows_caret = std::exchange(session.view.shows_caret, false);
    if (result.changed || shows_caret || (session.field.cursor() != before && !selects_all)) {
      const TextRectangle caret = session.field.caret_rectangle();
      const float top = text_at.y - origin.y;
      ImGui::SetScrollY(scroll_to_caret({caret.x, caret.y + top, caret.width, caret.height + theme.px(24)},
                                        area.height(), ImGui::GetScrollY()));
    }
    const bool clicked_beside = result.left && ImGui::IsMouseClicked(0) && over_sheet;  // below the text
    if (result.finished || (result.left && !clicked_beside)) session.end_writing();
  } else {
    const TextAtRest& layout = prose_at_rest(app, width);
    draw_markdown(list, theme, layout.rows, layout.text, text_at);
    mark_spelling_at_rest(app, {layout.rows, layout.text, text_at}, {Editing::prose, session.section()->id, {}});
  }
  // What was written may have made the sheet longer; the caret has to be reached by scrolling in the next frame.
  ImGui::SetCursorScreenPos({origin.x, from.y + sheet_height() + theme.px(24)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace canvasbook
