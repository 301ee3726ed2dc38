#include "editor/items/items.h"

#include <algorithm>
#include <cmath>

#include "editor/items/checklist_trial.h"
#include "editor/items/kinds.h"
#include "editor/items/row_drag.h"
#include "editor/items/row_drawing.h"
#include "editor/items/row_menu.h"
#include "editor/items/rows.h"
#include "editor/items/scrolling.h"
#include "editor/items/state.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

namespace {

constexpr float head_room = 58;    // logical pixels, as all below: the title of the section
constexpr float button_room = 52;  // the button that adds
constexpr float bar_width = 15;    // of the scrollbars of a table

// The button that adds at the end, below the sentence that says so while there is nothing; returns their height.
float add_button(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 at, float width) {
  const Theme& theme = drawing.theme;
  const bool is_first = is_empty_list((*drawing.state.section)->content);
  float y = at.y;
  if (is_first) {
    y += theme.px(8);
    y += wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text, {at.x, y}, width, theme.colours.muted,
                      drawing.words().text(kind.empty_key(**drawing.state.section)));
    y += theme.px(16);
  }
  ImGui::SetCursorScreenPos({at.x, y});
  if (button(drawing.parts(), "items/add", drawing.words().text(kind.add_key()), icons::add,
             is_first ? ButtonStyle::primary : ButtonStyle::plain)) {
    drawing.session.add_item({});
  }
  return y + theme.px(button_room) - at.y;
}

// A click on a control of an item does not leave it: what was just made takes its weight before its words, and
// a column its cells before its title.
void leave_field(const ItemDrawing& drawing, const FieldPlace& written, ImVec2 rows_from) {
  const auto at = find_cell(drawing.state, written);
  if (at && ImGui::IsMouseClicked(0)) {
    const ItemRow& row = drawing.state.rows[at->row];
    const ItemCell& cell = row.cells[at->cell];
    const ImVec2 mouse{ImGui::GetMousePos().x - rows_from.x, ImGui::GetMousePos().y - rows_from.y};
    const bool in_row = mouse.y >= row.top && mouse.y < row.top + row.height;
    const bool in_column = mouse.x >= cell.left && mouse.x < cell.left + cell.width;
    if (in_row || (in_column && row.look == RowLook::table_head)) return drawing.session.pause_writing();
  }
  drawing.session.end_writing();
}

// Tells the kind which cell is not written in any more.
void notice_left_cell(const ItemDrawing& drawing, const ItemKind& kind) {
  const View& view = drawing.session.view();
  FieldPlace written;
  if (view.editing == Editing::field) written = {view.edited, view.field};
  const FieldPlace left = std::exchange(drawing.state.written, written);
  if (!left.field.empty() && left != written) kind.leave_cell(drawing, left);
}

}  // namespace

void view_items(App& app, const Section& shown, const Area& area) {
  Session& session = *app.session();
  const Workbook alive = session.workbook();  // what is drawn stays while actions replace it; copies share it
  const bool was_writing = app.text_field_is_active();
  const ItemDrawing drawing{app, session, shown, app.state<ItemState>(), app.theme};
  end_left_trial(drawing);
  const Theme& theme = app.theme;
  const ItemKind& kind = kind_of(shown.content);
  ImGui::SetCursorScreenPos(area.from);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  const float least = kind.least_width(drawing);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, theme.px(least > 0 ? bar_width : 10));
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, least > 0 ? theme.colours.faint : theme.colours.border);
  ImGui::BeginChild(("items/" + shown.id).c_str(), {area.width(), area.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                        (least > 0 ? ImGuiWindowFlags_HorizontalScrollbar : ImGuiWindowFlags_None));
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  const float room = area.width() - 2 * theme.px(items_margin);
  const float wanted = kind.widest() > 0 ? std::min(room, theme.px(kind.widest())) : room;
  const float sheet = std::max(wanted, least + theme.px(handle_room));
  const float width = std::floor(sheet - theme.px(handle_room));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float left =
      std::floor(origin.x + std::max(theme.px(items_margin), (area.width() - sheet) / 2)) + theme.px(handle_room);
  const float fixed = left + ImGui::GetScrollX();  // what does not scroll sideways with the rows
  const float seen = std::min(width, room - theme.px(handle_room));
  lay_out_items(drawing, kind, width);
  if (was_writing && session.view().editing == Editing::field) {
    paste_while_writing(drawing);
    kind.use_keys_in_text(drawing);
  }
  if (!was_writing) use_item_keys(drawing);
  lay_out_items(drawing, kind, width);

  ImDrawList* list = ImGui::GetWindowDrawList();
  float y = origin.y + theme.px(24);
  const float title = wrapped_text(list, theme.fonts.heading_1, {fixed, y}, seen, theme.colours.text, shown.title);
  app.parts.add("items/title", {fixed, y}, {fixed + seen, y + title});
  const float more_lines = std::max(0.0F, title - wrapped_height(theme.fonts.heading_1, seen, "1"));
  y += theme.px(head_room - 12) + more_lines;
  y += kind.controls(drawing, {fixed, y}, seen);
  const ImVec2 rows_from{left, y};
  drawing.state.rows_from = rows_from;
  drawing.state.aside = fixed_width(drawing, seen) > 0 ? ImGui::GetScrollX() : 0;
  const std::uint64_t caret_before = session.field.cursor().caret;
  const CellDone done = draw_item_rows(drawing, kind, rows_from);
  draw_more_at_side(drawing, rows_from.y);
  drag_items(drawing, rows_from);
  draw_item_menu(drawing);
  kind.finish(drawing);

  const bool tab = was_writing && app.input.take(Key::tab, {});
  const bool tab_back = was_writing && app.input.take(Key::tab, shift);
  const FieldPlace written{session.view().edited, session.view().field};
  if (done.what == CellDone::What::finished) enter_from(drawing, done.place);
  if (done.what == CellDone::What::left) leave_field(drawing, written, rows_from);
  if (was_writing && session.view().editing == Editing::field && (tab || tab_back))
    tab_from(drawing, written, tab ? 1 : -1);

  y += drawing.state.height + theme.px(8);
  if (kind.has_add_button(drawing)) y += add_button(drawing, kind, {fixed, y}, seen);
  ImGui::SetCursorScreenPos({origin.x, y});
  ImGui::Dummy({sheet > room ? sheet + 2 * theme.px(items_margin) : 1, 1});
  const bool caret_moved = session.view().editing == Editing::field &&
                           (done.what == CellDone::What::changed || session.field.cursor().caret != caret_before ||
                            session.takes_caret_into_view());
  if (const std::string to = std::exchange(drawing.state.leads_to, {}); !to.empty()) session.go_to(to);
  if (const char* command = std::exchange(drawing.state.leads_by, nullptr)) app.run_command(command);
  const Section* now = session.section();  // an action may have led elsewhere: that is shown in the next frame
  if (now != nullptr && now->id == shown.id) notice_left_cell(drawing, kind);
  if (now != nullptr && now->id == shown.id && (!session.view().item_to_show.empty() || caret_moved)) {
    const ItemDrawing changed{app, session, *now, app.state<ItemState>(), theme};
    lay_out_items(changed, kind, width);
    const bool is_wider = kind.least_width(changed) > least;  // then what came is followed in the next frame
    if (!is_wider) bring_into_view(drawing, rows_from.y - origin.y, area.height(), caret_moved);
  }
  stay_where_one_looks(drawing);
  if (std::exchange(drawing.state.shows_top, false)) ImGui::SetScrollY(0);
  ImGui::EndChild();
  if (!drawing.state.told.empty()) app.say(std::exchange(drawing.state.told, {}));
}

}  // namespace canvasbook
