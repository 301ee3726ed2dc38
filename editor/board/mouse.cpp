// The mouse on the board: selecting notes, the rubber band, dragging notes to another place, moving the board.
#include <algorithm>

#include "editor/board/commands.h"
#include "editor/board/note.h"
#include "editor/frame/popup_menu.h"
#include "editor/frame/spelling_marks.h"

namespace canvasbook {

namespace {

using Doing = BoardState::Doing;

constexpr const char* note_menu = "board/note_menu";
constexpr const char* block_menu = "board/block_menu";

bool pans(const ImGuiIO& io) {
  return ImGui::IsMouseClicked(2) || (ImGui::IsMouseClicked(0) && io.KeysDown[static_cast<int>(Key::space)]);
}

void press_note(const BoardDrawing& drawing, const std::string& note) {
  Session& session = drawing.session;
  BoardState& state = drawing.state;
  const ImGuiIO& io = ImGui::GetIO();
  if (session.view().editing == Editing::note && session.view().edited == note) return;  // the field has the mouse
  if (ImGui::IsMouseDoubleClicked(0) && !io.KeyCtrl && !io.KeyShift) return session.begin_note(note);
  state.selects_on_release = false;
  if (io.KeyShift) {
    session.extend_selection(note);
  } else if (io.KeyCtrl) {
    session.select(note, true);
  } else if (session.view().selected.contains(note)) {
    session.end_writing();
    session.set_cursor(note);
    state.selects_on_release = session.view().selected.size() > 1;
  } else {
    session.select(note, false);
  }
  session.hold_still();
  if (!session.view().selected.contains(note)) return;
  state.doing = Doing::pressing;
  state.pressed_note = note;
}

void press_ground(const BoardDrawing& drawing, const BlockLayout* block) {
  Session& session = drawing.session;
  const ImGuiIO& io = ImGui::GetIO();
  session.end_writing();
  const bool adds_to_selection = io.KeyCtrl || io.KeyShift;
  if (!adds_to_selection) block != nullptr ? session.choose_block(block->id) : session.deselect();
  if (block != nullptr && ImGui::IsMouseDoubleClicked(0)) return session.add_note(block->id);
  drawing.state.doing = Doing::banding;
  drawing.state.selected_before = session.view().selected;
}

// What can be done with a note or a block; a misspelt word under the mouse has a menu of its own.
void ask_for_menu(const BoardDrawing& drawing, const BoardHover& hover) {
  Session& session = drawing.session;
  if (hover.block == nullptr || drawing.app.state<SpellingMarks>().asked) return;
  const auto card = card_at(*hover.block, ImGui::GetIO().MousePos);
  if (card) {
    const std::string note = (*hover.block->notes)[*card].id;
    if (session.view().editing == Editing::note && session.view().edited == note) return;  // the field has the mouse
    if (!session.view().selected.contains(note)) session.select(note, false);
    session.hold_still();
  } else {
    session.end_writing();
    session.choose_block(hover.block->id);
  }
  drawing.state.menu_at.reset();
  ImGui::OpenPopup(card ? note_menu : block_menu);
}

void begin(const BoardDrawing& drawing, const BoardHover& hover) {
  BoardState& state = drawing.state;
  const ImGuiIO& io = ImGui::GetIO();
  if (!hover.on_canvas && hover.block == nullptr) return;
  if (ImGui::IsMouseClicked(1)) return ask_for_menu(drawing, hover);
  if (!ImGui::IsMouseClicked(0) && !ImGui::IsMouseClicked(2)) return;
  state.pressed_at = io.MousePos;
  if (pans(io)) {
    state.doing = Doing::panning;
    return;
  }
  if (!ImGui::IsMouseClicked(0)) return;
  if (hover.block != nullptr) {
    const auto card = card_at(*hover.block, io.MousePos);
    if (card) return press_note(drawing, (*hover.block->notes)[*card].id);
  }
  press_ground(drawing, hover.block);
}

BlockLayout* block_at(BoardState& state, ImVec2 point) {
  // The parking lot lies above what of the board is scrolled below it.
  for (auto block = state.blocks.rbegin(); block != state.blocks.rend(); ++block) {
    const bool parked = block->id == parking_lot;
    if (!parked && !contains(state.area_from, state.area_to, point)) continue;
    if (contains(block->from, block->to, point)) return &*block;
  }
  return nullptr;
}

void draw_ghost(const BoardDrawing& drawing) {
  const Theme& theme = drawing.theme;
  const auto at = find_on_layout(drawing.state, drawing.state.pressed_note);
  if (!at) return;
  const Note& note = (*at->block->notes)[at->index];
  const Block* block = find_block(drawing.board, at->block->id);
  const CardColours& colours =
      theme.colours.of(tint_of(note, marked_segments(drawing.state.segment_index, block, note)));
  const size_t count = drawing.session.view().selected.size();
  ImDrawList* list = ImGui::GetForegroundDrawList();
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImVec2 from{mouse.x + theme.px(14), mouse.y + theme.px(10)};
  const ImVec2 to{from.x + theme.px(190), from.y + theme.px(38)};
  const auto card = [&](float shift, float alpha) {
    const ImVec2 a{from.x + shift, from.y + shift};
    const ImVec2 b{to.x + shift, to.y + shift};
    draw_shadow(list, theme, {a.x, a.y + theme.px(4)}, {b.x, b.y + theme.px(4)}, theme.px(10), 0.25F);
    list->AddRectFilled(a, b, with_alpha(colours.fill, alpha), theme.px(8));
  };
  if (count > 1) card(theme.px(5), 0.85F);
  card(0, 0.97F);
  const std::string text = note.text.substr(0, note.text.find('\n'));
  clipped_text(list, theme.fonts.note, {from.x + theme.px(10), from.y + theme.px(10)}, to.x - from.x - theme.px(20),
               colours.text, text);
  if (count < 2) return;
  ImFont* font = theme.fonts.small_bold;
  const std::string number = std::to_string(count);
  const ImVec2 size = size_of_line(font, number);
  const float half = std::max(theme.px(11), size.x / 2 + theme.px(6));
  const ImVec2 centre{to.x - theme.px(2), from.y + theme.px(1)};
  list->AddRectFilled({centre.x - half, centre.y - theme.px(11)}, {centre.x + half, centre.y + theme.px(11)},
                      theme.colours.accent, theme.px(11));
  list->AddText(font, font->FontSize, {centre.x - size.x / 2, centre.y - size.y / 2}, theme.colours.accent_text,
                number.c_str());
}

// How far notes that are dragged near an edge scroll what lies there.
float step_at_edge(const Theme& theme, float at, float from, float to) {
  const float zone = theme.px(28);
  return at < from + zone ? -theme.px(10) : at > to - zone ? theme.px(10) : 0;
}

void scroll_at_edges(const Theme& theme, BoardState& state, BlockLayout& block, ImVec2 mouse) {
  if (block.id == parking_lot) {
    const float most = std::max(0.0F, block.height - (block.inner_to.y - block.inner_from.y));
    const float step = step_at_edge(theme, mouse.y, block.inner_from.y, block.inner_to.y);
    if (step != 0 && most > 0) block.next_scroll = std::clamp(block.scroll + step, 0.0F, most);
    return;
  }
  const ImVec2 step{step_at_edge(theme, mouse.x, state.area_from.x, state.area_to.x),
                    step_at_edge(theme, mouse.y, state.area_from.y, state.area_to.y)};
  if (step.x == 0 && step.y == 0) return;
  state.next_scroll = ImVec2{std::max(0.0F, state.scroll.x + step.x), std::max(0.0F, state.scroll.y + step.y)};
}

// The segment that dragged notes would be tied to: its sign above the board, or the middle of its card while notes of
// other blocks are dragged.
std::string segment_at(const BoardDrawing& drawing, const BlockLayout* block, ImVec2 mouse) {
  for (const Segment& segment : drawing.state.segments) {
    const PartRegister::Part* chip = drawing.app.parts.find("dim/" + segment.id);
    if (chip != nullptr && contains(chip->from, chip->to, mouse)) return segment.id;
  }
  const Block* target = block == nullptr ? nullptr : find_block(drawing.board, block->id);
  if (target == nullptr || target->role != segments_role) return {};
  const auto dragged = find_on_layout(drawing.state, drawing.state.pressed_note);
  const auto card = card_at(*block, mouse);
  if (!card || !dragged || dragged->block == block) return {};
  const BlockPlace place = card_on_screen(*block, *card);
  const float edge = (place.to.y - place.from.y) / 4;
  if (mouse.y < place.from.y + edge || mouse.y > place.to.y - edge) return {};
  return std::string(segment_of((*block->notes)[*card]));
}

void drop(const BoardDrawing& drawing, BlockLayout* target, const std::string& segment, ImVec2 mouse) {
  BoardState& state = drawing.state;
  state.doing = Doing::nothing;
  if (!segment.empty()) return drawing.session.tie_selected_to(segment);
  if (target == nullptr) return;
  const size_t before = target->is_shown ? drop_place(*target, mouse).before : target->cards.size();
  const size_t position = staying_before(drawing.session, *target, before);
  if (target->id == parking_lot) state.parking_is_open = true;
  drawing.session.set_cursor(state.pressed_note);
  move_notes_to(drawing.app, target->id, position);
}

void mark_segment_card(const BoardDrawing& drawing, const BlockLayout& block, ImVec2 mouse) {
  const auto card = card_at(block, mouse);
  if (!card) return;
  const BlockPlace place = card_on_screen(block, *card);
  ImGui::GetForegroundDrawList()->AddRect(place.from, place.to, drawing.theme.colours.accent, drawing.theme.px(8), 0,
                                          drawing.theme.px(3));
}

void drag(const BoardDrawing& drawing) {
  BoardState& state = drawing.state;
  const Theme& theme = drawing.theme;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  BlockLayout* target = block_at(state, mouse);
  const std::string segment = segment_at(drawing, target, mouse);
  if (!ImGui::IsMouseDown(0)) return drop(drawing, target, segment, mouse);
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  state.drop_segment = segment;
  if (!segment.empty() && target != nullptr) {
    mark_segment_card(drawing, *target, mouse);
  } else if (segment.empty() && target != nullptr) {
    state.drop_block = target->id;
    if (target->is_shown) {
      ImDrawList* list = ImGui::GetForegroundDrawList();
      const DropPlace place = drop_place(*target, mouse);
      const float y = std::clamp(place.line_from.y, target->inner_from.y, target->inner_to.y);
      list->AddLine({place.line_from.x, y}, {place.line_to.x, y}, theme.colours.accent, theme.px(3));
      list->AddCircleFilled({place.line_from.x, y}, theme.px(4), theme.colours.accent);
      list->AddCircleFilled({place.line_to.x, y}, theme.px(4), theme.colours.accent);
      scroll_at_edges(theme, state, *target, mouse);
    }
  }
  draw_ghost(drawing);
}

void band(const BoardDrawing& drawing) {
  BoardState& state = drawing.state;
  Session& session = drawing.session;
  if (!ImGui::IsMouseDown(0)) {
    state.doing = Doing::nothing;
    return;
  }
  if (!ImGui::IsMouseDragging(0, drawing.theme.px(5))) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const ImVec2 from{std::min(mouse.x, state.pressed_at.x), std::min(mouse.y, state.pressed_at.y)};
  const ImVec2 to{std::max(mouse.x, state.pressed_at.x), std::max(mouse.y, state.pressed_at.y)};
  ItemIds selected = state.selected_before;
  for (const BlockLayout& block : state.blocks) {
    if (!block.is_shown) continue;
    const float top = std::max(from.y, block.inner_from.y);
    const float bottom = std::min(to.y, block.inner_to.y);
    if (top >= bottom) continue;
    visit_cards(block, top, bottom, [&](size_t index) {
      const BlockPlace card = card_on_screen(block, index);
      if (card.from.x < to.x && card.to.x > from.x) selected.insert((*block.notes)[index].id);
    });
  }
  session.select_notes(std::move(selected));
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->AddRectFilled(from, to, with_alpha(drawing.theme.colours.accent, 0.12F), drawing.theme.px(3));
  list->AddRect(from, to, drawing.theme.colours.accent, drawing.theme.px(3));
}

void pan(BoardState& state) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!ImGui::IsMouseDown(0) && !ImGui::IsMouseDown(2)) {
    state.doing = Doing::nothing;
    return;
  }
  ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
  state.next_scroll = ImVec2{std::max(0.0F, state.scroll.x - (io.MousePos.x - state.pressed_at.x)),
                             std::max(0.0F, state.scroll.y - (io.MousePos.y - state.pressed_at.y))};
  state.pressed_at = io.MousePos;
}

}  // namespace

namespace {

void view_menu(const BoardDrawing& drawing, const char* name, std::span<const char* const> commands,
               const char* name_of_first = nullptr) {
  if (!ImGui::IsPopupOpen(name)) return;
  constexpr std::string_view prefix = "board/";
  std::vector<MenuRow> rows = rows_of_commands(drawing.app, commands, prefix);
  if (name_of_first != nullptr) rows.front().label = drawing.app.catalog().text(name_of_first);
  if (drawing.state.menu_at) stand_menu_at(drawing.theme, rows, *drawing.state.menu_at);
  command_menu(drawing.app, name, rows, prefix);
}

}  // namespace

bool cancel_board_mouse(BoardState& state) {
  if (state.doing == Doing::nothing) return false;
  state.doing = Doing::nothing;
  return true;
}

void view_board_menus(const BoardDrawing& drawing) {
  constexpr const char* of_note[] = {"command.write",
                                     "command.details",
                                     nullptr,
                                     "command.for_whom",
                                     "command.note_type",
                                     "command.note_colour",
                                     "command.drivers",
                                     nullptr,
                                     "command.park",
                                     "command.return_note",
                                     "command.duplicate",
                                     nullptr,
                                     "command.cut",
                                     "command.copy",
                                     "command.paste",
                                     nullptr,
                                     "command.remove"};
  constexpr const char* of_block[] = {"command.add_note", "command.paste", "command.select_all"};
  view_menu(drawing, note_menu, of_note);
  view_menu(drawing, block_menu, of_block, "note.add");
}

void open_board_menu(const BoardDrawing& drawing) {
  BoardState& state = drawing.state;
  const auto at = find_on_layout(state, drawing.session.cursor());
  const BlockLayout* block = at ? at->block : layout_of_block(state, drawing.session.view().block);
  if (block == nullptr || !block->is_shown) return;
  state.menu_at = at ? card_on_screen(*at->block, at->index).to : block->inner_from;
  ImGui::OpenPopup(at ? note_menu : block_menu);
}

void use_board_mouse(const BoardDrawing& drawing, const BoardHover& hover) {
  BoardState& state = drawing.state;
  if (drawing.app.has_dialog()) state.doing = Doing::nothing;
  state.drop_block.reset();
  state.drop_segment.clear();
  switch (state.doing) {
    case Doing::nothing:
      return begin(drawing, hover);
    case Doing::pressing:
      if (!ImGui::IsMouseDown(0)) {
        state.doing = Doing::nothing;
        if (state.selects_on_release) drawing.session.select(state.pressed_note, false);
        drawing.session.hold_still();
      } else if (ImGui::IsMouseDragging(0, drawing.theme.px(5))) {
        state.doing = Doing::dragging;
      }
      return;
    case Doing::dragging:
      return drag(drawing);
    case Doing::banding:
      return band(drawing);
    case Doing::panning:
      return pan(state);
  }
}

}  // namespace canvasbook
