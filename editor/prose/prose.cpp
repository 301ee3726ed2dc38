// Running text on a sheet; Markdown as it is written.
#include <algorithm>
#include <utility>

#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/items/controls.h"
#include "editor/parts/markdown_painter.h"
#include "editor/parts/text_field.h"
#include "editor/prose/format_bar.h"
#include "editor/prose/prose.h"
#include "editor/prose/state.h"

namespace canvasbook {

namespace {

// The text of the shown section, laid out once for every text and width.
const TextAtRest& prose_at_rest(App& app, float width) {
  const Session& session = *app.session();
  const Shared<Section>& section = session.document()->sections[session.view().section];
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

// Whether a letter comes that goes to the end of the text at rest.
bool begins_by_typing(const App& app) {
  return !app.session()->is_writing() && !app.has_dialog() && !menu_is_open() && is_typing(app);
}

// In place of a text that is not there yet.
void draw_invitation(App& app, ImVec2 at, float width) {
  wrapped_text(ImGui::GetWindowDrawList(), app.theme.fonts.prose, at, width, app.theme.colours.muted,
               app.catalog().text("format.write_here"));
}

// What the mouse and the key of menus ask for in the text that is written.
void ask_for_table_menu(App& app, ImVec2 text_at, float width) {
  TextCore& field = app.session()->field;
  if (menu_is_open() || app.has_dialog() || app.input.keys_are_aside()) return;
  ProseState& state = app.state<ProseState>();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool is_over =
      ImGui::IsWindowHovered() && contains(text_at, {text_at.x + width, text_at.y + field.height()}, mouse);
  const bool is_about_word = app.state<SpellingMarks>().asked.has_value();
  if (ImGui::IsMouseClicked(1) && is_over && !is_about_word) {
    field.press({mouse.x - text_at.x, mouse.y - text_at.y}, 1, false);
    field.release();
    if (field.is_in_table()) state.table_menu_at = mouse;
  }
  if (field.is_in_table() && app.input.take(Key::menu, plain)) {
    const TextRectangle caret = field.caret_rectangle();
    state.table_menu_at = ImVec2{text_at.x + caret.x, text_at.y + caret.y + caret.height};
  }
}

// One frame of the text that is written. `over_bar`: a click there does not take the caret away.
TextFieldResult write_prose(App& app, const BarChoice& choice, ImVec2 text_at, float width, bool over_bar) {
  Session& session = *app.session();
  ProseState& state = app.state<ProseState>();
  const std::uint64_t before = session.field.revision();
  bool over_menu = false;
  const char* command = nullptr;
  if (!menu_is_open() && !app.has_dialog() && !app.input.keys_are_aside()) {
    if (const TextFormat* format = use_insert_menu(app, state.insert_menu, text_at, over_menu)) {
      insert_format(session.field, *state.insert_menu, *format);
      state.insert_menu.reset();
      command = format->command;
    }
    run_format_keys(app.input, session.field);
  }
  if (choice.format != nullptr) choice.format->apply(session.field);
  if (choice.command) session.field.command_table(*choice.command);
  const bool were_aside = app.input.clicks_are_aside();
  app.input.set_clicks_aside(were_aside || over_bar || over_menu);
  TextFieldResult result = text_field({app.theme, app.parts}, "prose.text", session.field, app.input,
                                      app.theme.fonts.prose, text_at, width, app.theme.colours.text, false);
  app.input.set_clicks_aside(were_aside);
  follow_slash(app, state.insert_menu, result.changed);
  if (state.insert_menu) draw_insert_menu(app, *state.insert_menu, text_at);
  mark_spelling_in_field(app, text_at);
  ask_for_table_menu(app, text_at, width);
  result.changed = session.field.revision() != before;
  if (result.changed) session.take_over_field();
  if (command != nullptr) app.run_command(command);
  return result;
}

}  // namespace

void view_prose(App& app, const Area& whole) {
  Session& session = *app.session();
  const Theme& theme = app.theme;
  const Area bar{whole.from, {whole.to.x, whole.from.y + theme.px(format_bar_height)}};
  const Area area{{whole.from.x, bar.to.y}, whole.to};
  const BarChoice choice = format_bar(app, bar, std::exchange(app.state<ProseState>().table_menu_at, std::nullopt));
  const bool over_bar = contains(bar.from, bar.to, ImGui::GetIO().MousePos);
  if (choice.format != nullptr) session.begin_prose();
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
  if (session.view().editing == Editing::prose) lay_out_field(app, session.field, width, area.height());
  const auto sheet_height = [&] {
    const float text_height =
        session.view().editing == Editing::prose ? session.field.height() : prose_at_rest(app, width).rows.height();
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
  const bool is_clicked = session.view().editing != Editing::prose && over_sheet && ImGui::IsMouseClicked(0);
  if (is_clicked || begins_by_typing(app)) {
    session.begin_prose();
    lay_out_field(app, session.field, width, area.height());
  }
  if (session.view().editing == Editing::prose) {
    const TextCursor before = session.field.cursor();
    const TextFieldResult result = write_prose(app, choice, text_at, width, over_bar);
    if (session.field.text().empty()) draw_invitation(app, text_at, width);
    // To select everything is no reason to leave the place that is looked at.
    const bool selects_all = session.field.selection() == TextRange{0, session.field.text().size()};
    const bool shows_caret = session.takes_caret_into_view();
    if (result.changed || shows_caret || (session.field.cursor() != before && !selects_all)) {
      const TextRectangle caret = session.field.caret_rectangle();
      const float top = text_at.y - origin.y;
      ImGui::SetScrollY(scroll_to_caret({caret.x, caret.y + top, caret.width, caret.height + theme.px(24)},
                                        area.height(), ImGui::GetScrollY()));
    }
    const bool clicked_beside = result.left && ImGui::IsMouseClicked(0) && over_sheet;  // below the text
    if (result.finished) {  // Ctrl+Enter: nothing follows running text that it could lead to
      apply(session.field, TextAction::break_line, false);
      session.take_over_field();
    }
    if (result.left && !clicked_beside) session.end_writing();
  } else {
    app.state<ProseState>().insert_menu.reset();
    const TextAtRest& layout = prose_at_rest(app, width);
    if (layout.text.empty()) {
      draw_invitation(app, text_at, width);
      app.parts.add("prose/empty", text_at, {text_at.x + width, text_at.y + theme.fonts.prose->FontSize});
    }
    draw_markdown(list, theme, layout.rows, layout.text, text_at);
    mark_spelling_at_rest(app, {layout.rows, layout.text, text_at}, {Editing::prose, session.section()->id, {}});
  }
  // What was written may have made the sheet longer; the caret has to be reached by scrolling in the next frame.
  ImGui::SetCursorScreenPos({origin.x, from.y + sheet_height() + theme.px(24)});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
}

}  // namespace canvasbook
