// Running text on a sheet; Markdown as it is written.
#include <algorithm>

#include "editor/text_field.h"
#include "editor/views.h"

namespace canvasbook {

void view_prose(App& app, const Prose& prose, const Area& area) {
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
  const ImVec2 text_at{from.x + pad, from.y + pad + theme.px(40)};
  const float width = sheet - 2 * pad;
  if (app.field_width != width || app.field_font != theme.fonts.text || !app.view.edits_prose) {
    // The text is laid out in the field itself, so that it stands the same whether it is edited or not.
    if (!app.view.edits_prose && app.field.utf8() != prose.text) app.field = TextCore(prose.text);
    app.field_width = width;
    app.field_font = theme.fonts.text;
    app.field.set_metrics(text_metrics(theme.fonts.text, width));
  }
  const float height = std::max(area.height() - theme.px(48), app.field.height() + 2 * pad + theme.px(40));
  ImDrawList* list = ImGui::GetWindowDrawList();
  draw_shadow(list, theme, {from.x, from.y + theme.px(2)}, {from.x + sheet, from.y + height}, theme.px(10), 0.12F);
  list->AddRectFilled(from, {from.x + sheet, from.y + height}, theme.colours.panel, theme.px(10));
  clipped_text(list, theme.fonts.title, {from.x + pad, from.y + pad - theme.px(8)}, width, theme.colours.text,
               app.section()->title);
  app.parts.add("prose", from, {from.x + sheet, from.y + height});
  const bool over_sheet =
      ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, {from.x + sheet, from.y + height});
  if (!app.view.edits_prose && over_sheet && ImGui::IsMouseClicked(0)) {
    app.begin_prose();
    app.field_width = width;
    app.field.set_metrics(text_metrics(theme.fonts.text, width));
  }
  if (app.view.edits_prose) {
    const TextFieldResult result = text_field(parts, "prose.text", app.field, app.input, theme.fonts.text, text_at,
                                              width, theme.colours.text, false);
    if (result.changed) {
      app.take_over_field();
      const TextRectangle caret = app.field.caret_rectangle();
      const float top = text_at.y - origin.y;
      ImGui::SetScrollY(scroll_to_caret({caret.x, caret.y + top, caret.width, caret.height + theme.px(24)},
                                        area.height(), ImGui::GetScrollY()));
    }
    const bool clicked_beside = result.left && ImGui::IsMouseClicked(0) && over_sheet;  // below the text
    if (result.finished || (result.left && !clicked_beside)) app.end_edit();
  } else {
    for (size_t i = 0; i < app.field.row_count(); ++i) {
      const std::string line = app.field.row_text(i);
      const float y =
          text_at.y + static_cast<float>(i) * text_metrics(theme.fonts.text, width).row_height + theme.px(2);
      list->AddText(theme.fonts.text, theme.fonts.text->FontSize, {text_at.x, y}, theme.colours.text, line.data(),
                    line.data() + line.size());
    }
  }
  ImGui::SetCursorScreenPos({origin.x, from.y + height + theme.px(24)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace canvasbook
