// A section of items on a sheet: its rows of texts, the handles by which items are chosen and dragged, and the field
// that is written in. What else stands there the kinds draw: responses.cpp and its like.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/frame/command_table.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"
#include "editor/frame/tooltip.h"
#include "editor/items/blank_at_mouse.h"
#include "editor/items/checklist_trial.h"
#include "editor/items/items.h"
#include "editor/items/kinds.h"
#include "editor/items/rows.h"
#include "editor/items/standard_checks.h"
#include "editor/items/state.h"
#include "editor/parts/blanks.h"
#include "editor/parts/emphasis_painter.h"
#include "editor/parts/text_field.h"

namespace canvasbook {

namespace {

constexpr float margin = 28;       // logical pixels, as all below: around the sheet
constexpr float gutter = 26;       // for the handles, at the left of the rows
constexpr float head_room = 58;    // the title of the section
constexpr float button_room = 52;  // the button that adds
constexpr float edge_shadow = 14;  // of what lies above the rows at a side
constexpr float bar_width = 15;    // of the scrollbars of a table
constexpr ImU32 shade = 0x38U << IM_COL32_A_SHIFT;

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

// The item that a place in a row belongs to, pixels from its left and top: the answer in whose line it is, or the
// row's.
std::string item_at(const ItemRow& row, ImVec2 place) {
  std::string item = row.item;
  for (const ItemCell& cell : row.cells) {
    const bool is_in_line = place.x >= cell.left && place.y >= cell.top && place.y < cell.top + cell.height;
    if (is_in_line && !cell.place.item.empty()) item = cell.place.item;
  }
  return item;
}

// What was done in a cell, to act on when all are drawn: an action replaces the rows.
struct CellDone {
  enum class What { nothing, changed, finished, left };
  What what = What::nothing;
  FieldPlace place;
};

class ItemSheet {
 public:
  ItemSheet(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 rows_from)
      : drawing_(drawing),
        kind_(kind),
        rows_from_(rows_from),
        list_(ImGui::GetWindowDrawList()),
        cells_(drawing.session.selected_cells()),
        at_edge_(std::exchange(drawing.state.at_edge, false)) {}

  void draw() {
    const auto& rows = drawing_.state.rows;
    // The titles of a table stay in view: what scrolls below them is cut there.
    const bool pins = !rows.empty() && rows.front().look == RowLook::table_head;
    const ImVec2 clip = list_->GetClipRectMin();
    const float head = pins ? std::max(rows_from_.y, clip.y) : clip.y;
    const float pinned = pins ? rows.front().height : kind_.pinned_height(drawing_);
    ImGui::PushClipRect({clip.x, head + pinned}, list_->GetClipRectMax(), true);
    const float from = list_->GetClipRectMin().y - rows_from_.y;
    const float to = list_->GetClipRectMax().y - rows_from_.y;
    auto row = std::ranges::partition_point(rows, [&](const ItemRow& one) { return one.top + one.height < from; });
    if (pins && row == rows.begin()) ++row;
    for (; row != rows.end() && row->top < to; ++row) draw_row(*row);
    draw_what_is_written_unseen(from, to, pins);
    ImGui::PopClipRect();
    if (pins) {
      shift_ = head - rows_from_.y;
      draw_row(rows.front());
      shift_ = 0;
    }
    open_asked_menu();
  }

  const CellDone& done() const { return done_; }

 private:
  // The field that has the keys must take them even where it was scrolled away.
  void draw_what_is_written_unseen(float from, float to, bool pins) {
    if (drawing_.session.view().editing != Editing::field || wrote_) return;
    const auto at = find_cell(drawing_.state, {drawing_.session.view().edited, drawing_.session.view().field});
    if (!at || (pins && at->row == 0)) return;
    const ItemRow& row = drawing_.state.rows[at->row];
    if (row.top + row.height < from || row.top >= to) draw_cell(row, row.cells[at->cell]);
  }

  // A right click asks for the menu of the item that it hits, unless a word below the mouse has one of its own.
  void open_asked_menu() {
    ItemState& state = drawing_.state;
    if (ImGui::IsMouseReleased(1) && std::exchange(state.asks_for_menu, false) && under_mouse_ != nullptr) {
      const ImVec2 mouse = ImGui::GetMousePos();
      open_item_menu(drawing_,
                     item_at(*under_mouse_, {mouse.x - rows_from_.x, mouse.y - rows_from_.y - under_mouse_->top}));
    }
    if (!ImGui::IsMouseClicked(1)) return;
    state.asks_for_menu = under_mouse_ != nullptr && !drawing_.app.has_dialog() && !menu_is_open() &&
                          !drawing_.app.state<SpellingMarks>().asked;
  }

  void draw_row(const ItemRow& row) {
    const ImVec2 from{rows_from_.x, rows_from_.y + row.top + shift_};
    const ImVec2 to{from.x + drawing_.state.width, from.y + row.height};
    drawing_.app.parts.add("item/" + row.item, from, to);
    const ImVec2 with_handle{from.x - drawing_.px(gutter), from.y};
    const bool is_under_mouse = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(with_handle, to);
    if (is_under_mouse && !row.item.empty()) under_mouse_ = &row;
    if (drawing_.state.aside > 0 && is_in_table(row) && row.cells.size() > 1) return draw_row_aside(row, from, to);
    draw_ground(row, from, to);
    for (const ItemCell& cell : row.cells) draw_cell(row, cell);
    if (!row.item.empty()) draw_handle(row, from, to);
    kind_.decorate(drawing_, row, from, to);
  }

  // A row that is scrolled sideways: its first cell stays in view, above the others.
  void draw_row_aside(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const float left = from.x + drawing_.state.aside;
    const float edge = left + row.cells.front().width;
    const ImVec2 clip_from = list_->GetClipRectMin();
    const ImVec2 clip_to = list_->GetClipRectMax();
    ItemRow first = row;
    first.cells.resize(1);
    first.cells.front().left = drawing_.state.aside;
    ItemRow others = row;
    others.cells.erase(others.cells.begin());
    ImGui::PushClipRect({edge, clip_from.y}, clip_to, true);
    draw_ground(row, from, to);
    for (size_t i = 1; i < row.cells.size(); ++i) draw_cell(row, row.cells[i]);
    kind_.decorate(drawing_, others, from, to);
    ImGui::PopClipRect();
    ImGui::PushClipRect({left, clip_from.y}, {edge, clip_to.y}, true);
    draw_ground(first, from, to);
    draw_cell(first, first.cells.front());
    kind_.decorate(drawing_, first, from, to);
    ImGui::PopClipRect();
    if (!row.item.empty()) draw_handle(row, {left, from.y}, to);
    const ImU32 dark = drawing_.theme.colours.text & ~IM_COL32_A_MASK;
    list_->AddRectFilledMultiColor({edge, from.y}, {edge + drawing_.px(edge_shadow), to.y}, dark | shade, dark, dark,
                                   dark | shade);
  }

  // What stands below the cells of a row: the card, the lines of a table, what is chosen.
  void draw_ground(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing_.theme;
    const View& view = drawing_.session.view();
    const bool chosen = !row.item.empty() && view.selected.contains(row.item) &&
                        (view.selected.size() > 1 || (is_in_table(row) && view.field.empty())) && !cells_;
    if (row.look == RowLook::card || row.look == RowLook::line) {
      list_->AddRectFilled(from, to, chosen ? theme.colours.selection : theme.colours.panel, theme.px(8));
      list_->AddRect(from, to, theme.colours.border, theme.px(8));
    } else if (is_in_table(row)) {
      const bool head = row.look == RowLook::table_head;
      list_->AddRectFilled(from, to,
                           chosen ? theme.colours.selection
                           : head ? theme.colours.hover
                                  : theme.colours.panel);
      list_->AddRect(from, {to.x, to.y + 1}, theme.colours.border);  // one line between two rows
      if (cells_ && !cells_->is_one()) draw_chosen_cells(row, from);
      for (size_t i = 1; i < row.cells.size(); ++i) {
        const float x = std::floor(from.x + row.cells[i].left);
        list_->AddLine({x, from.y}, {x, to.y}, theme.colours.border);
      }
    }
  }

  void draw_chosen_cells(const ItemRow& row, ImVec2 from) {
    const auto& sheet = std::get<Sheet>(drawing_.section.content);
    const auto chosen = [&](const std::string& column) {
      const auto begin = sheet.columns.begin() + static_cast<std::ptrdiff_t>(cells_->first_column);
      const auto end = sheet.columns.begin() + static_cast<std::ptrdiff_t>(cells_->last_column) + 1;
      return std::ranges::find(begin, end, column, &SheetColumn::id) != end;
    };
    const bool is_row = row.look == RowLook::table && drawing_.session.view().selected.contains(row.item);
    if (!is_row || cells_->last_column >= sheet.columns.size()) return;
    for (const ItemCell& cell : row.cells) {
      if (!chosen(cell.place.field)) continue;
      list_->AddRectFilled({from.x + cell.left + 1, from.y + 1}, {from.x + cell.left + cell.width, from.y + row.height},
                           drawing_.theme.colours.selection);
    }
  }

  void draw_cell(const ItemRow& row, const ItemCell& cell) {
    const Theme& theme = drawing_.theme;
    Session& session = drawing_.session;
    const ImVec2 from{rows_from_.x + cell.left, rows_from_.y + row.top + cell.top + shift_};
    const ImVec2 to{from.x + cell.width, from.y + cell.height};
    const ImVec2 text_from{from.x + theme.px(cell_pad) + cell.indent,
                           from.y + theme.px(is_in_table(row) ? table_pad : 3)};
    const float width = text_width(drawing_, cell);
    const float rounding = is_in_table(row) ? 0 : theme.px(6);
    const bool hovered = !at_edge_ && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(from, to);
    const std::string key = "field/" + cell.place.item + "/" + cell.place.field;
    const ImGuiIO& io = ImGui::GetIO();
    if (hovered && ImGui::IsMouseClicked(0)) {
      drawing_.state.run = {};
      drawing_.state.pressed_blank.reset();
    }
    if (hovered && ImGui::IsMouseClicked(0) && !is_written(cell)) {
      done_ = {CellDone::What::nothing, {}};
      if (io.KeyShift) return extend_selection(drawing_, cell.place);
      if (io.KeyCtrl) return session.select_item(cell.place.item, true);
      if (!kind_.press_cell(drawing_, cell.place)) begin_field_at_mouse(row, cell, text_from, width);
    }
    if (is_written(cell)) return write(key, row, cell, from, to, text_from, width);
    const std::string& field = session.view().field;
    const bool is_whole_answer = field.empty() && cell.place.item != row.item;
    const bool at_cursor = session.view().cursor == cell.place.item && (field == cell.place.field || is_whole_answer);
    if (at_cursor) {
      list_->AddRect(from, to, theme.colours.accent, rounding, 0, theme.px(1.5F));
    } else if (hovered) {
      list_->AddRect(from, to, theme.colours.border, rounding);
    }
    if (hovered && kind_.writes_in(drawing_, cell.place)) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    drawing_.app.parts.add(key, from, to);
    if (kind_.draw_cell(drawing_, row, cell, from, to)) return;
    if (cell.text->empty()) {
      const std::string_view key = cell.placeholder;
      if (!key.empty()) {
        clipped_text(list_, theme.fonts.text, {text_from.x, text_from.y + shift_of_placeholder(theme, cell.style)},
                     width, theme.colours.faint, drawing_.words().text(key));
      }
    } else if (cell.one_line) {
      std::string line = *cell.text;
      std::ranges::replace(line, '\n', ' ');
      ImFont* font = font_of(theme, cell.style);
      const float shift = std::floor((row_height_of(font) - font->FontSize) / 2);
      clipped_text(list_, font, {text_from.x, text_from.y + shift}, width, colour_of(theme, row, cell), line);
    } else {
      const TextAtRest& text = text_at_rest(drawing_, cell, width);
      draw_blanks(list_, theme, text.rows, text.text, text_from);
      draw_emphasis(list_, theme, font_of(theme, cell.style), text.rows, text.text, text_from,
                    colour_of(theme, row, cell));
      if (cell.is_link) return;  // it is marked where it was written
      mark_spelling_at_rest(drawing_.app, {text.rows, text.text, text_from},
                            {Editing::field, cell.place.item, cell.place.field});
    }
  }

  // Begins to write in a cell. A place to fill in that the mouse is at is chosen once the button is let go, so that
  // what is typed takes its place; a click into what is written sets the caret.
  void begin_field_at_mouse(const ItemRow& row, const ItemCell& cell, ImVec2 text_from, float width) {
    const ImVec2 at{text_from.x + kind_.text_shift(drawing_, row, cell), text_from.y};
    const auto blank = blank_under_mouse(drawing_, cell, at, width);
    drawing_.session.begin_field(cell.place);
    if (blank) drawing_.state.pressed_blank = PressedBlank{cell.place, *blank};
  }

  void choose_pressed_blank(const ItemCell& cell) {
    if (!ImGui::IsMouseReleased(0)) return;
    const auto blank = std::exchange(drawing_.state.pressed_blank, std::nullopt);
    const float still = drawing_.px(4);  // farther it was a drag
    if (!blank || blank->place != cell.place || ImGui::GetIO().MouseDragMaxDistanceSqr[0] > still * still) return;
    drawing_.session.field.select(blank->range.begin, blank->range.end);
  }

  bool is_written(const ItemCell& cell) const {
    const View& view = drawing_.session.view();
    return view.editing == Editing::field && view.edited == cell.place.item && view.field == cell.place.field;
  }

  void write(const std::string& key, const ItemRow& row, const ItemCell& cell, ImVec2 from, ImVec2 to, ImVec2 text_from,
             float width) {
    const Theme& theme = drawing_.theme;
    Session& session = drawing_.session;
    ImFont* font = font_of(theme, cell.style);
    lay_out(session.field, font, width);
    wrote_ = true;
    const float rounding = is_in_table(row) ? 0 : theme.px(6);
    list_->AddRectFilled(from, to, theme.colours.panel, rounding);
    list_->AddRect(from, to, theme.colours.accent, rounding, 0, theme.px(2));
    const TextFieldResult result = text_field(drawing_.parts(), key, session.field, drawing_.app.input, font, text_from,
                                              width, colour_of(theme, row, cell), true);
    const bool in_cell = ImGui::IsMouseHoveringRect(from, to);  // beside the text, but in its frame
    const bool is_doubled = in_cell && ImGui::IsMouseDoubleClicked(0);
    if (is_doubled && kind_.is_as_made(drawing_, cell.place)) session.field.select_all();
    choose_pressed_blank(cell);
    mark_spelling_in_field(drawing_.app, text_from);
    if (result.changed) {
      session.take_over_field();
      done_ = {CellDone::What::changed, cell.place};
    }
    if (result.left && !(in_cell && ImGui::IsMouseClicked(0))) done_ = {CellDone::What::left, cell.place};
    if (result.finished) done_ = {CellDone::What::finished, cell.place};
  }

  void draw_handle(const ItemRow& row, ImVec2 from, ImVec2 to) {
    const Theme& theme = drawing_.theme;
    const View& view = drawing_.session.view();
    const ImVec2 handle{from.x - theme.px(gutter), from.y};
    ImGui::SetCursorScreenPos(handle);
    const std::string key = "item/" + row.item + "/handle";
    const ImVec2 size{theme.px(gutter - 4), std::min(to.y - from.y, theme.px(34))};
    invisible_button(key.c_str(), size);
    drawing_.app.parts.add_last(key);
    const bool over_row = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(handle, to);
    const bool chosen = view.selected.contains(row.item);
    if (over_row || chosen || ImGui::IsItemActive()) {
      const ImU32 colour = chosen ? theme.colours.accent : theme.colours.faint;
      for (const float x : {7.0F, 13.0F}) {
        for (const float y : {11.0F, 17.0F, 23.0F}) {
          list_->AddCircleFilled({handle.x + theme.px(x), handle.y + theme.px(y)}, theme.px(3) / 2, colour);
        }
      }
    }
    ItemState& state = drawing_.state;
    name_by_tooltip(drawing_.app, "items.handle");
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, theme.px(4))) take_hold(row.item);
    if (ImGui::IsItemHovered()) under_mouse_ = &row;
    if (!ImGui::IsItemDeactivated() || !state.dragged.empty()) return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyShift) return drawing_.session.extend_item_selection({row.item, {}});
    if (io.KeyCtrl) return drawing_.session.select_item(row.item, true);
    open_item_menu(drawing_, row.item);
  }

  // Rows that are sorted or left out for looking at them keep their order.
  void take_hold(const std::string& item) {
    if (drawing_.session.sheet_view() == nullptr) {
      drawing_.state.dragged = item;
    } else {
      drawing_.app.say(drawing_.words().text("items.order_is_kept"));
    }
  }

  const ItemDrawing& drawing_;
  const ItemKind& kind_;
  ImVec2 rows_from_;
  ImDrawList* list_;
  const std::optional<CellRange> cells_;  // that are chosen
  const bool at_edge_;                    // the mouse draws at a column, and presses no cell
  CellDone done_;
  const ItemRow* under_mouse_ = nullptr;
  bool wrote_ = false;
  float shift_ = 0;  // of the row that is drawn, for titles that stay in view
};

// In a table the commands say that rows are meant, not the cell below the mouse.
void name_rows(const ItemDrawing& drawing, std::vector<MenuRow>& rows, std::string_view prefix) {
  struct Name {
    const char* command;
    const char* of_one;
    const char* of_several;
  };
  constexpr Name names[] = {{"command.cut", "items.cut_row", "items.cut_rows"},
                            {"command.copy", "items.copy_row", "items.copy_rows"},
                            {"command.duplicate", "items.duplicate_row", "items.duplicate_rows"},
                            {"command.remove", "items.remove_row", "items.remove_rows"}};
  const bool is_one = drawing.session.view().selected.size() == 1;
  for (const Name& name : names) {
    const auto row = std::ranges::find(rows, std::string(prefix) + name.command, &MenuRow::key);
    if (row != rows.end()) row->label = drawing.words().text(is_one ? name.of_one : name.of_several);
  }
}

void draw_menu(const ItemDrawing& drawing) {
  if (!std::exchange(drawing.state.menu_of, {}).empty()) ImGui::OpenPopup("items/menu");
  const Section* now = drawing.session.section();  // an action may have led elsewhere
  if (!ImGui::IsPopupOpen("items/menu") || now == nullptr || now->id != drawing.section.id) return;
  constexpr std::string_view prefix = "items/";
  constexpr const char* keys[] = {"command.add_note",
                                  "command.duplicate",
                                  "command.move_up",
                                  "command.move_down",
                                  "command.synonyms",
                                  "command.move_cues",
                                  "command.join_cues",
                                  "command.check_standards",
                                  nullptr,
                                  "command.cut",
                                  "command.copy",
                                  "command.paste",
                                  nullptr,
                                  "command.remove"};
  constexpr const char* keys_of_answer[] = {"command.add_note",  "command.duplicate",
                                            "command.move_up",   "command.move_down",
                                            "command.next_step", nullptr,
                                            "command.cut",       "command.copy",
                                            "command.paste",     nullptr,
                                            "command.remove"};
  const ItemKind& kind = kind_of(now->content);
  const bool is_answer = kind.outer_item(drawing.session) != drawing.session.view().cursor;
  std::vector<MenuRow> rows =
      is_answer ? rows_of_commands(drawing.app, keys_of_answer, prefix) : rows_of_commands(drawing.app, keys, prefix);
  rows.front().label = drawing.words().text(kind.add_key_at(drawing.session));
  rows.insert(rows.begin(),
              {.key = "items/chosen", .label = kind.chosen_words(drawing), .enabled = false, .is_note = true});
  if (std::holds_alternative<Sheet>(now->content)) name_rows(drawing, rows, prefix);
  const size_t checks = rows.size();
  for (MenuRow& row : menu_of_checks(drawing.app)) rows.push_back(std::move(row));
  if (drawing.state.menu_at) stand_menu_at(drawing.theme, rows, *drawing.state.menu_at);
  const int chosen = popup_menu(drawing.app, "items/menu", rows);
  if (chosen < 0) return;
  const auto place = static_cast<size_t>(chosen);
  if (place > checks) return go_to_check(drawing.app, place - checks - 1);
  drawing.app.run_command(std::string_view(rows[place].key).substr(prefix.size()));
}

// Whether rows of these looks are items of one list.
bool stand_together(RowLook one, RowLook other) {
  const auto as_card = [](RowLook look) { return look == RowLook::line ? RowLook::card : look; };
  return as_card(one) == as_card(other);
}

// Where the dragged items would go: the row under the mouse, and on which side of it.
void drag(const ItemDrawing& drawing, ImVec2 rows_from) {
  ItemState& state = drawing.state;
  if (state.dragged.empty()) return;
  if (drawing.app.input.take(Key::escape, {})) {
    state.dragged.clear();
    ImGui::ClearActiveID();
    return;
  }
  const auto dragged = std::ranges::find(state.rows, state.dragged, &ItemRow::item);
  const float y = ImGui::GetIO().MousePos.y - rows_from.y;
  const ItemRow* target = nullptr;
  for (const ItemRow& row : state.rows) {
    if (dragged == state.rows.end() || row.item.empty() || !stand_together(row.look, dragged->look)) continue;
    if (target == nullptr || y >= row.top) target = &row;
  }
  if (target == nullptr) return state.dragged.clear();
  const ImVec2 room = ImGui::GetWindowPos();
  const ImVec2 end{room.x + ImGui::GetWindowWidth(), room.y + ImGui::GetWindowHeight()};
  if (!ImGui::IsMouseHoveringRect(room, end, false)) {  // let go of there, they stay where they are
    if (!ImGui::IsMouseDown(0)) state.dragged.clear();
    return;
  }
  const Side side = y > target->top + target->height / 2 ? Side::behind : Side::before;
  const float line = std::floor(rows_from.y + target->top + (side == Side::behind ? target->height + 3 : -4));
  ImGui::GetWindowDrawList()->AddRectFilled({rows_from.x, line}, {rows_from.x + state.width, line + 3},
                                            drawing.theme.colours.accent, 2);
  if (ImGui::IsMouseDown(0)) return;
  const std::string item = std::exchange(state.dragged, {});
  if (!drawing.session.view().selected.contains(item)) drawing.session.select_item(item, false);
  drawing.session.move_items_to(target->item, side);
}

// The width of the first column, where it stays in view while the others are scrolled sideways; 0 where it does not.
float fixed_width(const ItemDrawing& drawing, float room) {
  const auto& rows = drawing.state.rows;
  if (rows.empty() || rows.front().look != RowLook::table_head || rows.front().cells.size() < 2) return 0;
  const float width = rows.front().cells.front().width;
  return width < room / 2 ? width : 0;
}

// Where the rows are wider than the room for them: brings a cell into it, beside the first column.
void follow_sideways(const ItemDrawing& drawing, CellAt at) {
  const float needed = drawing.px(2 * margin + gutter) + drawing.state.width;
  if (needed <= ImGui::GetWindowWidth()) return;
  const float first = fixed_width(drawing, ImGui::GetWindowWidth() - drawing.px(2 * margin + gutter));
  if (at.cell == 0 && first > 0) return;
  const ItemCell& cell = cell_at(drawing.state, at);
  const float from = drawing.px(margin + gutter) + cell.left;
  const float room = ImGui::GetWindowWidth() - drawing.px(margin);
  const float before = drawing.px(margin + gutter) + first;
  const float scroll = ImGui::GetScrollX();
  if (from + cell.width > scroll + room) ImGui::SetScrollX(std::min(from - before, from + cell.width - room));
  if (from - before < scroll) ImGui::SetScrollX(std::max(0.0F, from - before));
}

// A shade at the right edge where more of the table is to be seen.
void draw_more_at_side(const ItemDrawing& drawing, float top) {
  drawing.state.more_at_side = ImGui::GetScrollX() < ImGui::GetScrollMaxX() - 1;
  if (!drawing.state.more_at_side) return;
  const ImVec2 window = ImGui::GetWindowPos();
  const ImU32 dark = drawing.theme.colours.text & ~IM_COL32_A_MASK;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 to{list->GetClipRectMax().x, std::min(top + drawing.state.height, list->GetClipRectMax().y)};
  const ImVec2 from{to.x - drawing.px(edge_shadow), std::max(top, window.y)};
  list->AddRectFilledMultiColor(from, to, dark, dark | shade, dark | shade, dark);
}

// Where rows above the cursor became lower or higher, scrolls by as much; returns how far the rows are scrolled then.
float stay_where_one_looks(const ItemDrawing& drawing) {
  const float moved = std::exchange(drawing.state.moved, 0.0F);
  if (moved == 0) return ImGui::GetScrollY();
  const float scroll = std::max(0.0F, ImGui::GetScrollY() + moved);
  ImGui::SetScrollY(scroll);
  return scroll;
}

// The lower edge of the chosen rows from one on, such as those that were pasted, as far as they fit in a height.
float end_of_chosen(const ItemDrawing& drawing, size_t from, float height) {
  const auto& rows = drawing.state.rows;
  const ItemIds& selected = drawing.session.view().selected;
  float end = rows[from].top + rows[from].height;
  for (size_t i = from + 1; i < rows.size() && selected.contains(rows[i].item); ++i) {
    const float next = rows[i].top + rows[i].height;
    if (next - rows[from].top > height) break;
    end = next;
  }
  return end;
}

// Brings what is asked for, or the caret, into view.
void follow(const ItemDrawing& drawing, float rows_top, float view_height, bool caret_moved) {
  const std::string item = drawing.session.take_item_to_show();
  const std::string field = drawing.session.take_field_to_show();
  const View& view = drawing.session.view();
  if ((item.empty() && !caret_moved) || drawing.state.rows.empty()) return;
  const auto row_to_show = std::ranges::find(drawing.state.rows, item, &ItemRow::item);
  const bool is_at_cursor = item.empty() || item == view.cursor || row_to_show == drawing.state.rows.end();
  std::optional<CellAt> at;
  if (!field.empty()) at = find_cell(drawing.state, {item, field});
  caret_moved = caret_moved && !at;
  if (caret_moved) at = find_cell(drawing.state, {view.edited, view.field});
  if (!at && is_at_cursor) at = cursor_cell(drawing);
  const float room = drawing.px(12);
  const ItemRow& first = drawing.state.rows.front();
  const float pinned =
      first.look == RowLook::table_head ? first.height : kind_of(drawing.section.content).pinned_height(drawing);
  const float above = room + pinned;
  float top = 0;
  float height = 0;
  if (at) {
    const ItemRow& row = drawing.state.rows[at->row];
    const ItemCell& cell = row.cells[at->cell];
    follow_sideways(drawing, *at);
    if (row.look == RowLook::table_head) return;  // it is always in view
    const bool whole = row.height < view_height / 2;
    top = row.top + (whole ? 0 : cell.top);
    height = whole ? row.height : cell.height;
    if (whole && !caret_moved && view.anchor == view.cursor) {
      height = end_of_chosen(drawing, at->row, view_height - above - room) - top;
    }
    if (caret_moved && height > view_height / 2) {
      const TextRectangle caret = drawing.session.field.caret_rectangle();
      top = row.top + cell.top + caret.y;
      height = caret.height;
    }
  } else {
    if (row_to_show == drawing.state.rows.end()) return;
    top = row_to_show->top;
    height = row_to_show->height;
  }
  const float scroll = stay_where_one_looks(drawing);
  if (rows_top + top - above < scroll) ImGui::SetScrollY(std::max(0.0F, rows_top + top - above));
  if (rows_top + top + height + room > scroll + view_height) {
    ImGui::SetScrollY(rows_top + top + height + room - view_height);
  }
}

// The button that adds at the end, below the sentence that says so while there is nothing; returns their height.
float add_button(const ItemDrawing& drawing, const ItemKind& kind, ImVec2 at, float width) {
  const Theme& theme = drawing.theme;
  const bool is_first = is_empty_list((*drawing.state.section)->content);
  float y = at.y;
  if (is_first) {
    y += theme.px(8);
    y += wrapped_text(ImGui::GetWindowDrawList(), theme.fonts.text, {at.x, y}, width, theme.colours.muted,
                      drawing.words().text(kind.empty_key()));
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

void open_item_menu(const ItemDrawing& drawing, const std::string& item, std::optional<ImVec2> at) {
  Session& session = drawing.session;
  session.end_writing_for(item);
  if (!session.view().selected.contains(item)) session.select_item(item, false);
  session.set_cursor(item);
  session.point_at_all_of_item();
  drawing.state.menu_of = item;
  drawing.state.menu_at = at;
}

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
  const float room = area.width() - 2 * theme.px(margin);
  const float wanted = kind.widest() > 0 ? std::min(room, theme.px(kind.widest())) : room;
  const float sheet = std::max(wanted, least + theme.px(gutter));
  const float width = std::floor(sheet - theme.px(gutter));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float left = std::floor(origin.x + std::max(theme.px(margin), (area.width() - sheet) / 2)) + theme.px(gutter);
  const float fixed = left + ImGui::GetScrollX();  // what does not scroll sideways with the rows
  const float seen = std::min(width, room - theme.px(gutter));
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
  ItemSheet sheet_drawing(drawing, kind, rows_from);
  sheet_drawing.draw();
  draw_more_at_side(drawing, rows_from.y);
  const CellDone done = sheet_drawing.done();
  drag(drawing, rows_from);
  draw_menu(drawing);
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
  ImGui::Dummy({sheet > room ? sheet + 2 * theme.px(margin) : 1, 1});
  const bool caret_moved = session.view().editing == Editing::field &&
                           (done.what == CellDone::What::changed || session.field.cursor().caret != caret_before ||
                            session.takes_caret_into_view());
  if (const std::string to = std::exchange(drawing.state.leads_to, {}); !to.empty()) session.go_to(to);
  const Section* now = session.section();  // an action may have led elsewhere: that is shown in the next frame
  if (now != nullptr && now->id == shown.id) notice_left_cell(drawing, kind);
  if (now != nullptr && now->id == shown.id && (!session.view().item_to_show.empty() || caret_moved)) {
    const ItemDrawing changed{app, session, *now, app.state<ItemState>(), theme};
    lay_out_items(changed, kind, width);
    const bool is_wider = kind.least_width(changed) > least;  // then what came is followed in the next frame
    if (!is_wider) follow(drawing, rows_from.y - origin.y, area.height(), caret_moved);
  }
  stay_where_one_looks(drawing);
  ImGui::EndChild();
  if (!drawing.state.told.empty()) app.say(std::exchange(drawing.state.told, {}));
}

}  // namespace canvasbook
