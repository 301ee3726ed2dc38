#include "editor/board/layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "editor/board/card.h"
#include "editor/parts/text_field.h"
#include "editor/session/session.h"
#include "export/icons.h"
#include "export/layout/canvas/grid.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float least_card = 190;     // logical pixels: a block that is wider than two of them has two columns
constexpr size_t most_measures = 64;  // widths of one text that are kept
constexpr float question_pad = 14;    // logical pixels beside the question of an empty block, as the others
constexpr float title_pad = 10;       // beside a title below its sign
constexpr float title_alone = 13;     // where one begins that has no sign
constexpr float behind_sign = 46;     // where a title begins beside a sign
constexpr float title_right = 36;     // of the button that adds a note
constexpr float sign_bottom = 41;

NoteMeasure measured(const Note& note, float width, ImFont* font) {
  const std::u32string text = to_editable(note.text);
  TextRows rows;
  rows.layout(text, text_metrics(font, width));
  NoteMeasure measure{width, static_cast<float>(rows.count()) * rows.metrics().row_height};
  for (size_t i = 0; i < rows.count() && !measure.cut; ++i) measure.cut = ends_inside_word(text, rows.row(i));
  const TextRow last = rows.row(rows.count() - 1);
  for (size_t i = last.begin; i < last.end; ++i) measure.last_row += rows.metrics().advance_of(text[i], 0);
  return measure;
}

NoteMeasure measure_of(BoardState& state, const Note& note, float width) {
  NoteMeasures& known = state.measures[note.id];
  if (known.text != note.text || known.measures.size() >= most_measures) known = {note.text, {}};
  const auto same = std::ranges::find(known.measures, width, &NoteMeasure::width);
  if (same != known.measures.end()) return *same;
  ++state.measured_notes;
  return known.measures.emplace_back(measured(note, width, state.font));
}

CardPlace lay_out_card(BoardState& state, const Theme& theme, const Block* block, const Note& note,
                       const std::string& caption, float width, bool& cut) {
  const NoteMeasure text = measure_of(state, note, width);
  cut = cut || text.cut;
  CardPlace card;
  card.text_height = text.height;
  card.height = text.height + 2 * theme.px(card_pad_y);
  float last = text.last_row;
  ImFont* small = theme.fonts.small;
  if (!caption.empty()) {
    card.caption_height = wrapped_height(small, width, caption);
    card.height += card.caption_height;
    const bool one_line = card.caption_height < 2 * small->FontSize;
    last = one_line ? width_of_line(small, caption) : width;  // of several lines the last one counts as full
  }
  const std::vector<Sign> signs = signs_of(theme, note, marked_segments(state.segment_index, block, note));
  card.marks_beside = !signs.empty() && last + theme.px(6) + width_of_signs(theme, signs) <= width;
  if (!card.marks_beside) {
    card.height += static_cast<float>(sign_rows(theme, signs, width).size()) * theme.px(mark_height + 3);
  }
  return card;
}

// Puts the cards of a block into columns, each onto the shortest.
void lay_out_cards(BoardState& state, const Theme& theme, const Block* block, float width, BlockLayout& layout) {
  layout.left = theme.px(10);
  const float room = width - 2 * layout.left;
  const float gap = theme.px(card_gap);
  const int columns = std::max(1, static_cast<int>((room + gap) / (theme.px(least_card) + gap)));
  layout.card_width = std::floor((room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  layout.column_step = layout.card_width + gap;
  layout.cut = false;
  const float text_width = std::max(1.0F, layout.card_width - 2 * theme.px(card_pad_x));
  std::vector<float> bottoms(static_cast<size_t>(columns), theme.px(3));
  layout.columns.assign(bottoms.size(), {});
  layout.cards.clear();
  layout.cards.reserve(layout.notes->size());
  for (size_t i = 0; i < layout.notes->size(); ++i) {
    CardPlace card = lay_out_card(state, theme, block, (*layout.notes)[i], layout.captions[i], text_width, layout.cut);
    const auto column = std::ranges::min_element(bottoms);
    card.column = static_cast<std::uint32_t>(column - bottoms.begin());
    card.top = *column;
    layout.columns[card.column].push_back(static_cast<std::uint32_t>(i));
    *column += card.height + gap;
    layout.cards.push_back(card);
  }
  layout.height = *std::ranges::max_element(bottoms);
}

// Where a title stands: beside the sign of its block, or below it.
enum class TitleSide { beside, below };

float left_of_title(const Theme& theme, const BoardLook& look, const Block& block, TitleSide side) {
  const bool has_sign = (look.icons && icon_code_point(block.icon) != 0) || (look.numbers && block.order > 0);
  if (side == TitleSide::below) return theme.px(title_pad);
  return theme.px(has_sign ? behind_sign : title_alone);
}

bool title_is_cut(const Theme& theme, const std::string& title, float room) {
  for (size_t at = 0; at < title.size();) {
    const size_t end = std::min(title.find(' ', at), title.size());
    if (width_of_line(theme.fonts.small_bold, std::string_view(title).substr(at, end - at)) > room) return true;
    at = end + 1;
  }
  return false;
}

float room_of_title(const Theme& theme, const BoardLook& look, const Block& block, float width, TitleSide side) {
  const float left = left_of_title(theme, look, block, side);
  return std::max(1.0F, width - left - theme.px(side == TitleSide::below ? title_pad : title_right));
}

// Lays out sign and title of a block.
void lay_out_head(const Theme& theme, const BoardLook& look, const Block& block, float width, TitleSide side,
                  BlockLayout& layout) {
  layout.title = {left_of_title(theme, look, block, side), 0, room_of_title(theme, look, block, width, side)};
  const float height = wrapped_height(theme.fonts.small_bold, layout.title.width, block.title);
  if (side == TitleSide::below) {
    layout.title.top = theme.px(sign_bottom);
    layout.head = layout.title.top + height + theme.px(6);
    return;
  }
  layout.head = std::max(theme.px(head_height), height + theme.px(12));
  layout.title.top = (layout.head - height) / 2;
}

// Lays out a block for a width at 100 %; returns the height that it needs.
float lay_out_block(BoardState& state, const Theme& theme, const Block& block, float width, TitleSide side,
                    BlockLayout& layout) {
  lay_out_head(theme, state.look, block, width, side, layout);
  lay_out_cards(state, theme, &block, width, layout);
  layout.cut = layout.cut || title_is_cut(theme, block.title, layout.title.width);
  float inside = layout.height;
  layout.question = 0;
  if (block.notes.empty() && state.look.hints) {
    const float room = std::max(1.0F, width - 2 * theme.px(question_pad));
    layout.question = wrapped_height(theme.fonts.small, room, block.question);
    inside = layout.question + theme.px(8);
  }
  return layout.head + inside + theme.px(6);
}

// The width of each block at a zoom of 100 % for columns of the screen at a zoom.
std::vector<float> block_widths(const Board& board, const GridRoom& room, float zoom,
                                const std::vector<float>& columns) {
  std::vector<float> widths;
  widths.reserve(board.blocks.size());
  for (const Block& block : board.blocks) {
    const auto first = columns.begin() + block.place.column;
    const float gaps = room.gap * static_cast<float>(block.place.columns - 1);
    widths.push_back(std::accumulate(first, first + block.place.columns, gaps) / zoom);
  }
  return widths;
}

// How many columns a block may span for its title to stand below its sign: as many as one spans in whose title a word
// has no room beside it, so that blocks of one kind look alike. A long word makes no letters smaller then.
int columns_of_lower_titles(const Theme& theme, const BoardLook& look, const Board& board,
                            const std::vector<float>& widths) {
  int columns = 0;
  for (size_t i = 0; i < board.blocks.size(); ++i) {
    const Block& block = board.blocks[i];
    const float beside = room_of_title(theme, look, block, widths[i], TitleSide::beside);
    if (title_is_cut(theme, block.title, beside)) columns = std::max(columns, block.place.columns);
  }
  return columns;
}

// Lays out all blocks for columns of the screen at a zoom, and tells what they need there.
GridNeeds needs_at(BoardState& state, const Theme& theme, const Board& board, const GridRoom& room, float zoom,
                   const std::vector<float>& columns) {
  GridNeeds needs;
  needs.columns.resize(columns.size());
  const std::vector<float> widths = block_widths(board, room, zoom, columns);
  const int lower_titles = columns_of_lower_titles(theme, state.look, board, widths);
  for (size_t i = 0; i < board.blocks.size(); ++i) {
    const Block& block = board.blocks[i];
    const auto first = static_cast<size_t>(block.place.column);
    const size_t behind = first + static_cast<size_t>(block.place.columns);
    const TitleSide side = block.place.columns <= lower_titles ? TitleSide::below : TitleSide::beside;
    const float height = lay_out_block(state, theme, block, widths[i], side, state.blocks[i]) * zoom;
    if (state.blocks[i].cut) needs.cut.insert(i);
    needs.rows.push_back({block.place.row, block.place.rows, height});
    for (size_t c = first; c < behind; ++c) needs.columns[c] += height;
  }
  return needs;
}

// Around the grid on the screen; frames have titles above their blocks.
struct GridMargins {
  float side, top, gap;
};
GridMargins margins_of(const Board& board, const Theme& theme) {
  if (board.frames.empty()) return {theme.px(12), theme.px(10), theme.px(10)};
  return {theme.px(20), theme.px(38), theme.px(20)};
}

void scale_all(std::vector<float>& lengths, float by) {
  for (float& length : lengths) length *= by;
}

float sum(const std::vector<float>& lengths, float gap) {
  return std::accumulate(lengths.begin(), lengths.end(), gap * static_cast<float>(lengths.size() - 1));
}

// Chooses size and columns unless they are kept, and lays out all blocks for them.
void lay_out_grid(BoardState& state, const Theme& theme, const Board& board, ImVec2 screen, bool keeps_size) {
  const GridMargins margins = margins_of(board, theme);
  const GridRoom room{board.columns, board.rows, std::max(1.0F, screen.x - 2 * margins.side),
                      std::max(1.0F, screen.y - margins.top - margins.side), margins.gap};
  const float letters = state.font->FontSize;
  const float least = std::min(letters, std::ceil(theme.px(least_letters)));
  const auto zoom_at = [&](size_t size) { return (least + static_cast<float>(size)) / letters; };
  std::vector<float> columns;
  if (keeps_size) {
    columns = state.grid.columns;
    scale_all(columns, state.fit);
  } else {
    GridFit fit = fit_grid(room, static_cast<size_t>(letters - least) + 1, [&](size_t size, const auto& widths) {
      return needs_at(state, theme, board, room, zoom_at(size), widths);
    });
    state.fit = zoom_at(fit.size);
    columns = std::move(fit.columns);
  }
  const GridNeeds needs = needs_at(state, theme, board, room, state.fit, columns);
  std::vector<float> rows = share_height(room, needs.rows).value_or(least_rows(room, needs.rows));
  const float back = 1 / state.fit;
  scale_all(columns, back);
  scale_all(rows, back);
  BoardGrid& grid = state.grid;
  grid.origin = {margins.side * back, margins.top * back};
  grid.gap = margins.gap * back;
  grid.columns = std::move(columns);
  grid.rows = std::move(rows);
  grid.size = {grid.origin.x + sum(grid.columns, grid.gap) + margins.side * back,
               grid.origin.y + sum(grid.rows, grid.gap) + margins.side * back};
  for (size_t i = 0; i < board.blocks.size(); ++i) {
    state.blocks[i].place = place_on_grid(grid, board.blocks[i].place);
  }
}

// Also in the frame in which it is let go, which a button acts in.
bool mouse_is_pressed() { return ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0); }

// The rectangle of a card among the notes of its block, at 100 %.
BlockPlace card_in_block(const BlockLayout& block, size_t index) {
  const CardPlace& card = block.cards[index];
  const float x = block.left + static_cast<float>(card.column) * block.column_step;
  return {{x, card.top}, {x + block.card_width, card.top + card.height}};
}

ImVec2 to_block(const BlockLayout& block, ImVec2 point) {
  return {(point.x - block.inner_from.x) / block.zoom, (point.y - block.inner_from.y + block.scroll) / block.zoom};
}

// The first card of a column whose lower edge is below a height.
std::vector<std::uint32_t>::const_iterator first_below(const BlockLayout& block,
                                                       const std::vector<std::uint32_t>& column, float y) {
  return std::ranges::partition_point(
      column, [&](std::uint32_t index) { return block.cards[index].top + block.cards[index].height <= y; });
}

}  // namespace

BlockPlace place_on_grid(const BoardGrid& grid, const GridPlace& place) {
  const auto begin = [&](const std::vector<float>& lengths, int count) {
    float at = 0;
    for (int i = 0; i < count; ++i) at += lengths[static_cast<size_t>(i)] + grid.gap;
    return at;
  };
  return {{std::floor(grid.origin.x + begin(grid.columns, place.column)),
           std::floor(grid.origin.y + begin(grid.rows, place.row))},
          {std::floor(grid.origin.x + begin(grid.columns, place.column + place.columns) - grid.gap),
           std::floor(grid.origin.y + begin(grid.rows, place.row + place.rows) - grid.gap)}};
}

void lay_out_board(BoardState& state, Session& session, const Theme& theme, const BoardLook& look, ImVec2 room,
                   float parking_width) {
  const Shared<Section>& shown = session.document()->sections[session.view().section];
  const bool same_font = state.font == theme.fonts.note && state.font_size == theme.fonts.note->FontSize;
  const bool same_width = state.room.x == room.x && same_font && state.look == look;
  const bool same_room = same_width && state.room.y == room.y;
  const bool same_section = state.section && state.section->same_as(shown);
  const bool same_board = state.section && (*state.section)->id == shown->id;
  const std::vector<Segment>& segments = session.segments();
  const bool same_segments =
      (same_section && state.revision == session.history().revision()) || state.segments == segments;
  const bool writes = session.view().editing == Editing::note || (state.is_written && mouse_is_pressed());
  const bool may_change_size = !writes && state.is_written;
  state.revision = session.history().revision();
  if (same_room && state.parking_width == parking_width && same_section && same_segments && !may_change_size) return;

  if (!same_segments) {
    state.segments = segments;
    state.segment_index = IdIndex(state.segments);
  }
  if (!same_board) {
    state.texts.clear();
    state.doing = BoardState::Doing::nothing;
  }
  if (!same_font) {  // what was measured with another one is worth nothing
    state.measures.clear();
    state.texts.clear();
  }
  state.font = theme.fonts.note;
  state.font_size = theme.fonts.note->FontSize;
  state.look = look;
  state.room = room;
  state.parking_width = parking_width;
  state.is_written = writes;
  const std::optional<Shared<Section>> before = std::exchange(state.section, shown);
  const std::vector<BlockLayout> old_blocks = std::exchange(state.blocks, {});
  const Board& board = std::get<Board>((*state.section)->content);
  const IdIndex<Note> all_notes = notes_by_id(board);
  const auto add = [&](const Block* block, std::string_view id, const std::vector<Note>& notes) {
    BlockLayout& layout = state.blocks.emplace_back();
    layout.id = id;
    layout.notes = &notes;
    layout.captions.reserve(notes.size());
    for (const Note& note : notes) layout.captions.push_back(caption_of(all_notes, state.look, block, note));
  };
  size_t count = board.parking.size();
  for (const Block& block : board.blocks) {
    add(&block, block.id, block.notes);
    count += block.notes.size();
  }
  add(nullptr, parking_lot, board.parking);
  if (state.measures.size() > 2 * count + 100) state.measures.clear();
  lay_out_grid(state, theme, board, room, writes && same_width && same_board);
  BlockLayout& parking = state.blocks.back();
  lay_out_cards(state, theme, nullptr, parking_width, parking);
  if (!old_blocks.empty() && same_board) {
    parking.scroll = old_blocks.back().scroll;
    parking.next_scroll = old_blocks.back().next_scroll;
  }
}

BlockPlace add_button_place(const Theme& theme, const BlockLayout& block) {
  const ImVec2 from{block.to.x - theme.px(34) * block.zoom, block.from.y + theme.px(8) * block.zoom};
  const float side = theme.px(30) * block.zoom;
  return {from, {from.x + side, from.y + side}};
}

BlockLayout* layout_of_block(BoardState& state, std::string_view block) {
  const auto found = std::ranges::find(state.blocks, block, &BlockLayout::id);
  return found == state.blocks.end() ? nullptr : &*found;
}

std::optional<NoteAt> find_on_layout(BoardState& state, std::string_view note) {
  for (BlockLayout& block : state.blocks) {
    const auto found = std::ranges::find(*block.notes, note, &Note::id);
    if (found != block.notes->end()) return NoteAt{&block, static_cast<size_t>(found - block.notes->begin())};
  }
  return std::nullopt;
}

BlockPlace card_on_screen(const BlockLayout& block, size_t index) {
  const BlockPlace card = card_in_block(block, index);
  const float x = block.inner_from.x;
  const float y = block.inner_from.y - block.scroll;
  return {{std::floor(x + card.from.x * block.zoom), std::floor(y + card.from.y * block.zoom)},
          {std::floor(x + card.to.x * block.zoom), std::floor(y + card.to.y * block.zoom)}};
}

void visit_cards(const BlockLayout& block, float from_y, float to_y, const std::function<void(size_t)>& visit) {
  const float top = to_block(block, {0, from_y}).y;
  const float bottom = to_block(block, {0, to_y}).y;
  for (const auto& column : block.columns) {
    for (auto card = first_below(block, column, top); card != column.end() && block.cards[*card].top < bottom; ++card) {
      visit(*card);
    }
  }
}

std::optional<size_t> card_at(const BlockLayout& block, ImVec2 point) {
  if (point.y < block.inner_from.y || point.y >= block.inner_to.y) return std::nullopt;
  const ImVec2 inside = to_block(block, point);
  for (const auto& column : block.columns) {
    const auto card = first_below(block, column, inside.y);
    if (card == column.end()) continue;
    const BlockPlace place = card_in_block(block, *card);
    if (inside.x >= place.from.x && inside.x < place.to.x && inside.y >= place.from.y) return *card;
  }
  return std::nullopt;
}

DropPlace drop_place(const BlockLayout& block, ImVec2 point) {
  const float gap = 4;
  const auto line = [&](float x, float width, float y) {
    const float left = block.inner_from.x + x * block.zoom;
    const float height = std::floor(block.inner_from.y - block.scroll + y * block.zoom);
    return DropPlace{0, {left, height}, {left + width * block.zoom, height}};
  };
  if (block.cards.empty()) return line(block.left, block.card_width, 2);
  const ImVec2 inside = to_block(block, point);
  const std::vector<std::uint32_t>* nearest = &block.columns.front();
  for (const auto& column : block.columns) {
    if (!column.empty() && card_in_block(block, column.front()).from.x <= inside.x) nearest = &column;
  }
  const auto middle = [&](std::uint32_t index) { return block.cards[index].top + block.cards[index].height / 2; };
  const auto below =
      std::ranges::partition_point(*nearest, [&](std::uint32_t card) { return middle(card) <= inside.y; });
  if (below != nearest->end()) {
    const BlockPlace place = card_in_block(block, *below);
    DropPlace result = line(place.from.x, block.card_width, std::max(1.0F, place.from.y - gap));
    result.before = *below;
    return result;
  }
  const BlockPlace place = card_in_block(block, nearest->back());
  DropPlace result = line(place.from.x, block.card_width, place.to.y + gap);
  result.before = nearest->back() + size_t{1};
  return result;
}

BlockLayout* neighbour_of(BoardState& state, const BlockLayout& block, Direction direction, ImVec2 point) {
  const auto outside = [](float value, float from, float to) { return std::max({0.0F, from - value, value - to}); };
  BlockLayout* best = nullptr;
  float least = 0;
  for (BlockLayout& other : state.blocks) {
    if (&other == &block || !other.is_shown) continue;
    float along = 0;
    float across = 0;
    switch (direction) {
      case Direction::left:
        along = block.from.x - other.to.x;
        across = outside(point.y, other.from.y, other.to.y);
        break;
      case Direction::right:
        along = other.from.x - block.to.x;
        across = outside(point.y, other.from.y, other.to.y);
        break;
      case Direction::up:
        along = block.from.y - other.to.y;
        across = outside(point.x, other.from.x, other.to.x);
        break;
      case Direction::down:
        along = other.from.y - block.to.y;
        across = outside(point.x, other.from.x, other.to.x);
        break;
    }
    if (along < -1) continue;
    const float distance = along + 4 * across;
    if (best == nullptr || distance < least) {
      best = &other;
      least = distance;
    }
  }
  return best;
}

}  // namespace canvasbook
