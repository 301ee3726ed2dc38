// The board as it prints: blocks on the grid, notes as cards in them; above it the segments for which it can be looked
// at, below it the parking lot, at the selected note what it can be given.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/board/board.h"
#include "editor/board/drawing.h"
#include "editor/board/state.h"
#include "editor/board/zoom.h"

namespace canvasbook {

namespace {

// Where the blocks stand on the screen while the canvas begins at `origin`.
void place_blocks(BoardState& state, const Board& board, ImVec2 origin) {
  const float zoom = state.zoom();
  for (size_t i = 0; i < board.blocks.size(); ++i) {
    BlockLayout& layout = state.blocks[i];
    const auto on_screen = [&](float x, float y) {
      return ImVec2{std::floor(origin.x + x * zoom), std::floor(origin.y + y * zoom)};
    };
    layout.zoom = zoom;
    layout.from = on_screen(layout.place.from.x, layout.place.from.y);
    layout.to = on_screen(layout.place.to.x, layout.place.to.y);
    layout.inner_from = on_screen(layout.place.from.x, layout.place.from.y + layout.head);
    layout.inner_to = layout.to;
  }
}

// Where the canvas begins when it is scrolled to the top left: in the middle of the room where it is smaller.
ImVec2 begin_of_canvas(const BoardState& state, const Area& area) {
  const ImVec2 size{state.grid.size.x * state.zoom(), state.grid.size.y * state.zoom()};
  return {area.from.x + std::max(0.0F, std::floor((area.width() - size.x) / 2)),
          area.from.y + std::max(0.0F, std::floor((area.height() - size.y) / 2))};
}

void place_parking(const BoardDrawing& drawing, const Area& area) {
  const Theme& theme = drawing.theme;
  BlockLayout& layout = drawing.state.blocks.back();
  layout.zoom = 1;
  layout.is_shown = drawing.state.parking_is_open;
  layout.from = {area.from.x + theme.px(12), area.from.y};
  layout.to = {area.to.x - theme.px(12), area.to.y - theme.px(8)};
  layout.inner_from = {layout.from.x, std::min(layout.from.y + theme.px(37), layout.to.y)};
  layout.inner_to = {layout.to.x, layout.to.y - theme.px(3)};
}

float into_view(float from, float to, float view_from, float view_to) {
  if (from < view_from || to - from > view_to - view_from) return from - view_from;
  return std::max(0.0F, to - view_to);
}

// Scrolls so that a rectangle of the screen is inside the window on the board.
void bring_into_window(BoardState& state, ImVec2 from, ImVec2 to) {
  const float x = into_view(from.x, to.x, state.area_from.x, state.area_to.x);
  const float y = into_view(from.y, to.y, state.area_from.y, state.area_to.y);
  if (x == 0 && y == 0) return;
  state.next_scroll = ImVec2{std::max(0.0F, state.scroll.x + x), std::max(0.0F, state.scroll.y + y)};
}

// Follows what asks to be seen, as of where the last frame scrolled to.
void show_what_is_asked_for(const BoardDrawing& drawing, const Area& canvas) {
  BoardState& state = drawing.state;
  state.area_from = canvas.from;
  state.area_to = canvas.to;
  const ImVec2 begin = begin_of_canvas(state, canvas);
  place_blocks(state, drawing.board, {begin.x - state.scroll.x, begin.y - state.scroll.y});
  const float room = drawing.theme.px(10);
  const std::string note = drawing.session.take_item_to_show();
  if (!note.empty()) {
    if (const auto at = find_on_layout(state, note)) {
      BlockLayout& block = *at->block;
      if (block.id == parking_lot && !state.parking_is_open) {
        state.parking_is_open = true;  // it is laid out open in the next frame
        drawing.session.bring_into_view(note);
        return;
      }
      const BlockPlace card = card_on_screen(block, at->index);
      if (block.id == parking_lot) {
        const float y = into_view(card.from.y - room, card.to.y + room, block.inner_from.y, block.inner_to.y);
        if (y != 0) block.next_scroll = std::max(0.0F, block.scroll + y);
      } else {
        bring_into_window(state, {card.from.x - room, card.from.y - room}, {card.to.x + room, card.to.y + room});
      }
    }
  }
  const std::string shown = std::exchange(state.block_to_show, {});
  const BlockLayout* block = shown.empty() ? nullptr : layout_of_block(state, shown);
  if (block != nullptr && block->id != parking_lot) {
    bring_into_window(state, {block->from.x - room, block->from.y - room}, {block->to.x + room, block->to.y + room});
  }
}

// The parking lot that was opened on one board is folded on the others.
void fold_parking_of_other(BoardState& state, const std::string& section) {
  if (state.parking_is_open && !state.parking_of.empty()) state.parking_is_open = state.parking_of == section;
  state.parking_of = state.parking_is_open ? section : std::string();
}

void draw_frames(const BoardDrawing& drawing, ImVec2 origin) {
  const Theme& theme = drawing.theme;
  const float zoom = drawing.state.zoom();
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const Frame& frame : drawing.board.frames) {
    const BlockPlace place = place_on_grid(drawing.state.grid, frame.place);
    const float border = theme.px(8);
    const ImVec2 from{origin.x + (place.from.x - border) * zoom, origin.y + (place.from.y - theme.px(34)) * zoom};
    const ImVec2 to{origin.x + (place.to.x + border) * zoom, origin.y + (place.to.y + border) * zoom};
    list->AddRectFilled(from, to, theme.colours.hover, theme.px(16) * zoom);
    const ImVec2 at{from.x + theme.px(14) * zoom, from.y + theme.px(7) * zoom};
    const ScaledDrawing scaled(at, zoom);
    clipped_text(list, board_fonts(theme, zoom).small_bold, at, (to.x - from.x) / zoom - theme.px(28),
                 theme.colours.muted, frame.title);
  }
}

bool is_seen(const BoardDrawing& drawing, const BlockLayout& layout) {
  const ImVec2 from = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 to = ImGui::GetWindowDrawList()->GetClipRectMax();
  if (layout.from.x < to.x && layout.to.x > from.x && layout.from.y < to.y && layout.to.y > from.y) return true;
  // What is written must take the keys even where it was moved away.
  return drawing.session.view().editing == Editing::note &&
         std::ranges::find(*layout.notes, drawing.session.view().edited, &Note::id) != layout.notes->end();
}

void zoom_by_wheel(const BoardDrawing& drawing, const Area& area) {
  const ImGuiIO& io = ImGui::GetIO();
  const bool above = ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows);
  if (!above || !io.KeyCtrl || io.MouseWheel == 0 || !ImGui::IsMouseHoveringRect(area.from, area.to)) return;
  set_zoom(drawing.app, next_zoom(drawing.state.zoom_percent(), io.MouseWheel > 0 ? 1 : -1), io.MousePos);
}

void view_canvas(const BoardDrawing& drawing, const Area& area, BoardHover& hover) {
  BoardState& state = drawing.state;
  const float zoom = state.zoom();
  const ImVec2 size{std::floor(state.grid.size.x * zoom), std::floor(state.grid.size.y * zoom)};
  const bool is_wide = size.x > area.width() + 1;
  const bool is_high = size.y > area.height() + 1;
  // A scroll bar lies over the canvas's empty edge, so that it does not ask for the other one.
  const float bar = ImGui::GetStyle().ScrollbarSize;
  ImGui::SetCursorScreenPos(area.from);
  ImGui::SetNextWindowContentSize({size.x - (is_high && !is_wide ? bar : 0), size.y - (is_wide && !is_high ? bar : 0)});
  if (state.next_scroll) ImGui::SetNextWindowScroll(*state.next_scroll);
  state.next_scroll.reset();
  auto flags = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
  if (is_wide) flags |= ImGuiWindowFlags_HorizontalScrollbar;
  if (!is_wide && !is_high) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild(("board/" + (*state.section)->id).c_str(), {area.width(), area.height()}, false, flags);
  ImGui::PopStyleVar();
  state.scroll = {ImGui::GetScrollX(), ImGui::GetScrollY()};
  const ImVec2 begin = begin_of_canvas(state, area);
  const ImVec2 origin{begin.x - state.scroll.x, begin.y - state.scroll.y};
  place_blocks(state, drawing.board, origin);
  hover.on_canvas = ImGui::IsWindowHovered();
  draw_frames(drawing, origin);
  for (size_t i = 0; i < drawing.board.blocks.size(); ++i) {
    if (is_seen(drawing, state.blocks[i])) view_block(drawing, drawing.board.blocks[i], state.blocks[i], hover);
  }
  hover.on_canvas = (hover.on_canvas || hover.block != nullptr) && !ImGui::IsAnyItemHovered();
  if (hover.on_canvas && hover.block == nullptr) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    for (BlockLayout& block : state.blocks) {
      if (block.id == parking_lot || mouse.x < block.from.x || mouse.x >= block.to.x) continue;
      if (mouse.y >= block.from.y && mouse.y < block.to.y) hover.block = &block;
    }
  }
  zoom_by_wheel(drawing, area);
  ImGui::EndChild();
}

}  // namespace

void view_board(App& app, const Board& shown, const Area& area) {
  Session& session = *app.session();
  const Workbook alive = session.workbook();            // what is drawn stays while actions replace it; copies share it
  const bool was_writing = app.text_field_is_active();  // then the keys of this frame were the field's
  BoardState& state = app.state<BoardState>();
  const BoardDrawing drawing{app, session, shown, app.theme, state};
  const Theme& theme = app.theme;
  fold_parking_of_other(state, session.section()->id);
  const float bar = segment_filter_height(drawing);
  const float parking = parking_height(drawing, area.height());
  const Area canvas{{area.from.x, area.from.y + bar}, {area.to.x, area.to.y - parking}};
  const Area strip{{area.from.x, area.to.y - parking}, area.to};
  const Settings& settings = app.settings;
  lay_out_board(state, session, theme,
                {settings.icons_shown, settings.numbers_shown, settings.hints_shown, app.catalog().text("note.causes")},
                {canvas.width(), canvas.height()}, strip.width() - 2 * theme.px(12));
  set_board_zoom(theme, state.zoom());
  place_parking(drawing, strip);
  show_what_is_asked_for(drawing, canvas);
  BoardHover hover;
  view_segment_filter(drawing, {area.from, {area.to.x, canvas.from.y}});
  view_canvas(drawing, canvas, hover);
  view_parking(drawing, strip, hover);
  if (session.view().editing == Editing::details) return view_details(drawing, area);
  view_note_bar(drawing);
  use_board_mouse(drawing, hover);
  view_board_menus(drawing);
  if (!was_writing) use_board_keys(drawing);
}

}  // namespace canvasbook
