// The keys of the board that are no commands of their own: moving the selection, writing, Escape.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "editor/board/commands.h"
#include "editor/board/drawing.h"
#include "editor/frame/popup_menu.h"
#include "editor/text/words.h"

namespace canvasbook {

namespace {

constexpr int page_step = 8;

ImVec2 centre_of(const NoteAt& at) {
  const BlockPlace card = card_on_screen(*at.block, at.index);
  return {(card.from.x + card.to.x) / 2, (card.from.y + card.to.y) / 2};
}

void select_card(const BoardDrawing& drawing, const BlockLayout& block, size_t index, bool extend) {
  Session& session = drawing.session;
  const std::string note = (*block.notes)[index].id;
  if (!extend) return session.select(note, false);
  const auto from = find_on_layout(drawing.state, session.anchor());
  if (from && from->block == &block) return session.extend_selection(note);
  session.select_also(note);
}

// The card above, below or beside another one in its block.
std::optional<size_t> next_inside(const NoteAt& at, Direction direction) {
  const BlockLayout& block = *at.block;
  const CardPlace& card = block.cards[at.index];
  if (direction == Direction::up || direction == Direction::down) {
    const auto& column = block.columns[card.column];
    const auto here = std::ranges::lower_bound(column, static_cast<std::uint32_t>(at.index));
    if (direction == Direction::up) return here == column.begin() ? std::nullopt : std::optional<size_t>(*(here - 1));
    return here + 1 >= column.end() ? std::nullopt : std::optional<size_t>(*(here + 1));
  }
  const size_t column = card.column + (direction == Direction::right ? size_t{1} : SIZE_MAX);
  if (column >= block.columns.size() || block.columns[column].empty()) return std::nullopt;
  const float middle = card.top + card.height / 2;
  return *std::ranges::min_element(block.columns[column], {}, [&](std::uint32_t index) {
    return std::abs(block.cards[index].top + block.cards[index].height / 2 - middle);
  });
}

// The card that is reached first when a block is entered, seen from a point of the screen.
size_t entered_card(const BlockLayout& block, Direction direction, ImVec2 point) {
  size_t best = 0;
  float least = 0;
  for (size_t i = 0; i < block.cards.size(); ++i) {
    const BlockPlace card = card_on_screen(block, i);
    const float dx = std::abs((card.from.x + card.to.x) / 2 - point.x);
    const float dy = std::abs((card.from.y + card.to.y) / 2 - point.y);
    const bool vertical = direction == Direction::up || direction == Direction::down;
    float distance = dx + dy;
    // Over the upper edge the first card of the nearest column is met, over the lower one the last.
    if (vertical) distance = dx * 1000 + (direction == Direction::down ? block.cards[i].top : -block.cards[i].top);
    if (i > 0 && distance >= least) continue;
    best = i;
    least = distance;
  }
  return best;
}

void enter_block(const BoardDrawing& drawing, const BlockLayout& block, Direction direction, ImVec2 point,
                 bool extend) {
  if (!block.cards.empty()) return select_card(drawing, block, entered_card(block, direction, point), extend);
  if (extend) return;
  drawing.session.choose_block(block.id);
  drawing.state.block_to_show = block.id;
}

void step(const BoardDrawing& drawing, Direction direction, bool extend) {
  BoardState& state = drawing.state;
  const auto at = find_on_layout(state, drawing.session.cursor());
  const bool has_cursor = at && drawing.session.view().selected.contains(drawing.session.cursor());
  if (has_cursor) {
    if (const auto next = next_inside(*at, direction)) return select_card(drawing, *at->block, *next, extend);
    ImVec2 point = centre_of(*at);
    point.y = std::clamp(point.y, at->block->inner_from.y, std::max(at->block->inner_from.y, at->block->inner_to.y));
    const BlockLayout* next = neighbour_of(state, *at->block, direction, point);
    if (next != nullptr) enter_block(drawing, *next, direction, point, extend);
    return;
  }
  BlockLayout* here = layout_of_block(state, drawing.session.view().block);
  if (here == nullptr || !here->is_shown) here = &state.blocks.front();
  const bool vertical = direction == Direction::up || direction == Direction::down;
  if (vertical && !here->cards.empty()) {
    return select_card(drawing, *here, direction == Direction::up ? here->cards.size() - 1 : 0, false);
  }
  const ImVec2 point{(here->from.x + here->to.x) / 2, here->inner_from.y};
  const BlockLayout* next = neighbour_of(state, *here, direction, point);
  if (next != nullptr) enter_block(drawing, *next, direction, point, false);
}

// Goes so many notes on in the order of the block; past its ends to the last or first one.
void step_far(const BoardDrawing& drawing, int count, bool extend) {
  auto at = find_on_layout(drawing.state, drawing.session.cursor());
  if (!at) {
    BlockLayout* here = layout_of_block(drawing.state, drawing.session.view().block);
    if (here == nullptr || here->cards.empty()) return;
    at = NoteAt{here, count < 0 ? here->cards.size() - 1 : 0};
  }
  const auto last = static_cast<long>(at->block->cards.size()) - 1;
  const long next = std::clamp(static_cast<long>(at->index) + count, 0L, last);
  select_card(drawing, *at->block, static_cast<size_t>(next), extend);
}

// Whether a blank belongs between a text and what is typed behind it.
bool stand_apart(std::u32string_view text, char32_t typed) {
  constexpr std::u32string_view closing = U".,;:!?…)»”";
  return !text.empty() && !is_blank(text.back()) && closing.find(typed) == std::u32string_view::npos;
}

// What is typed on a selected note goes on with its text, as a word of its own; where none is selected it begins a note
// in the block that was chosen. The blank moves the board.
void write_what_is_typed(const BoardDrawing& drawing) {
  Session& session = drawing.session;
  const size_t selected = session.view().selected.size();
  const std::string block = session.view().block;
  const bool begins_note = selected == 0 && (block == parking_lot || find_block(drawing.board, block) != nullptr);
  if ((selected != 1 && !begins_note) || session.view().editing != Editing::nothing) return;
  const auto letter = std::ranges::find_if(drawing.app.input.events(), [](const InputEvent& event) {
    return event.kind == InputEvent::Kind::text && event.character != ' ';
  });
  if (letter == drawing.app.input.events().end()) return;
  begins_note ? session.add_note(block) : session.begin_note(session.cursor());
  if (stand_apart(session.field.text(), letter->character)) session.field.type(' ');
  session.field.type(letter->character);
  session.take_over_field();
}

}  // namespace

void use_board_keys(const BoardDrawing& drawing) {
  App& app = drawing.app;
  Session& session = drawing.session;
  if (app.has_dialog() || app.text_field_is_active() || session.board() == nullptr || drawing.state.blocks.empty())
    return;
  if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) return;
  struct Arrow {
    Key key;
    Direction direction;
  };
  constexpr Arrow arrows[] = {{Key::up, Direction::up},
                              {Key::down, Direction::down},
                              {Key::left, Direction::left},
                              {Key::right, Direction::right}};
  for (const Arrow& arrow : arrows) {
    if (app.input.take(arrow.key, plain)) return step(drawing, arrow.direction, false);
    if (app.input.take(arrow.key, shift)) return step(drawing, arrow.direction, true);
  }
  struct Leap {
    Key key;
    int count;
  };
  constexpr int all = 1 << 30;
  constexpr Leap leaps[] = {
      {Key::home, -all}, {Key::end, all}, {Key::page_up, -page_step}, {Key::page_down, page_step}};
  for (const Leap& leap : leaps) {
    if (app.input.take(leap.key, plain)) return step_far(drawing, leap.count, false);
    if (app.input.take(leap.key, shift)) return step_far(drawing, leap.count, true);
  }
  if (menu_is_asked_for(app)) return open_board_menu(drawing);
  if (app.input.take(Key::tab, plain)) return go_to_next_block(app, 1);
  if (app.input.take(Key::tab, shift)) return go_to_next_block(app, -1);
  if (session.view().selected.empty() && app.input.take(Key::enter, plain))
    return session.add_note(session.view().block);
  if (app.input.take(Key::escape, plain) && !cancel_board_mouse(drawing.state)) {
    session.deselect();
    session.dim_for({});
  }
  write_what_is_typed(drawing);
}

}  // namespace canvasbook
