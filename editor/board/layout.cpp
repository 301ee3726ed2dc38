#include "editor/board/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/parts/text_field.h"
#include "editor/session/session.h"
#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr float least_card = 190;  // logical pixels: a block that is wider than two of them has two columns

struct OldNote {
  const Note* note = nullptr;
  float text_height = 0;
  float width = 0;
};

// The heights that were measured before, by the note's place and, where notes moved, by its id.
class OldHeights {
 public:
  explicit OldHeights(const std::vector<BlockLayout>& blocks) : blocks_(blocks) {}

  std::optional<float> find(const std::string& block, size_t index, const Note& note, float width) {
    const auto same = std::ranges::find(blocks_, block, &BlockLayout::id);
    if (same != blocks_.end() && same->notes != nullptr && index < same->notes->size()) {
      const OldNote at_place{&(*same->notes)[index], same->cards[index].text_height, same->card_width};
      if (at_place.note->id == note.id) return usable(at_place, note, width);
    }
    if (!is_read_) read();
    const auto found = by_id_.find(note.id);
    return found == by_id_.end() ? std::nullopt : usable(found->second, note, width);
  }

 private:
  static std::optional<float> usable(const OldNote& old, const Note& note, float width) {
    if (old.width != width || old.note->text != note.text) return std::nullopt;
    return old.text_height;
  }

  void read() {
    is_read_ = true;
    for (const BlockLayout& block : blocks_) {
      for (size_t i = 0; i < block.cards.size(); ++i) {
        by_id_[(*block.notes)[i].id] = {&(*block.notes)[i], block.cards[i].text_height, block.card_width};
      }
    }
  }

  const std::vector<BlockLayout>& blocks_;
  std::unordered_map<std::string_view, OldNote> by_id_;
  bool is_read_ = false;
};

float measured_height(const Note& note, float width, ImFont* font) {
  TextRows rows;
  rows.layout(to_editable(note.text), text_metrics(font, width));
  return static_cast<float>(rows.count()) * rows.metrics().row_height;
}

bool has_foot(const BoardState& state, const Block* block, const Note& note) {
  if (!note.details.empty() || (block != nullptr && !note.types.empty())) return true;
  return !marked_segments(state.segment_index, block, note).empty();
}

void lay_out_block(BoardState& state, const Block* block, const Theme& theme, float room, OldHeights& old,
                   BlockLayout& layout) {
  const float gap = theme.px(card_gap);
  const int columns = std::max(1, static_cast<int>((room + gap) / (theme.px(least_card) + gap)));
  layout.card_width = std::floor((room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  layout.column_step = layout.card_width + gap;
  const float text_width = layout.card_width - 2 * theme.px(card_pad_x);
  std::vector<float> bottoms(static_cast<size_t>(columns), theme.px(3));
  layout.columns.assign(bottoms.size(), {});
  layout.cards.resize(layout.notes->size());
  for (size_t i = 0; i < layout.notes->size(); ++i) {
    const Note& note = (*layout.notes)[i];
    CardPlace& card = layout.cards[i];
    const auto known = old.find(layout.id, i, note, layout.card_width);
    if (!known) ++state.measured_notes;
    card.text_height = known ? *known : measured_height(note, text_width, state.font);
    card.height =
        card.text_height + 2 * theme.px(card_pad_y) + (has_foot(state, block, note) ? theme.px(card_foot) : 0);
    const auto column = std::ranges::min_element(bottoms);
    card.column = static_cast<std::uint32_t>(column - bottoms.begin());
    card.top = *column;
    layout.columns[card.column].push_back(static_cast<std::uint32_t>(i));
    *column += card.height + gap;
  }
  layout.height = *std::ranges::max_element(bottoms);
}

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

BlockPlace place_of_block(const Board& board, const GridPlace& place, const Theme& theme, ImVec2 size) {
  const float margin = theme.px(12);
  const bool framed = !board.frames.empty();
  const float gap = theme.px(framed ? 20.0F : 12.0F);
  const float top = framed ? theme.px(38) : theme.px(10);
  const float side = framed ? margin + theme.px(8) : margin;
  const float column = (size.x - 2 * side + gap) / static_cast<float>(board.columns);
  const float row = (size.y - top - side + gap) / static_cast<float>(board.rows);
  return {{std::floor(side + static_cast<float>(place.column) * column),
           std::floor(top + static_cast<float>(place.row) * row)},
          {std::floor(side + static_cast<float>(place.column + place.columns) * column - gap),
           std::floor(top + static_cast<float>(place.row + place.rows) * row - gap)}};
}

bool lay_out_board(BoardState& state, Session& session, const Theme& theme, ImVec2 size, float parking_width) {
  const Shared<Section>& shown = session.document()->sections[session.view.section];
  const bool same_font = state.font == theme.fonts.note && state.font_size == theme.fonts.note->FontSize;
  const bool same_size =
      state.size.x == size.x && state.size.y == size.y && state.parking_width == parking_width && same_font;
  const bool same_section = state.section && state.section->same_as(shown);
  const std::vector<Segment>& segments = session.segments();
  const bool same_segments =
      (same_section && state.revision == session.history().revision()) || state.segments == segments;
  state.revision = session.history().revision();
  if (same_size && same_section && same_segments) return false;

  if (!same_segments) {
    state.segments = segments;
    state.segment_index = IdIndex(state.segments);
  }
  if (!state.section || (*state.section)->id != shown->id) {
    state.blocks.clear();
    state.texts.clear();
    state.doing = BoardState::Doing::nothing;
  }
  if (!same_font) {  // what was measured with another one is worth nothing
    state.blocks.clear();
    state.texts.clear();
  }
  state.font = theme.fonts.note;
  state.font_size = theme.fonts.note->FontSize;
  state.size = size;
  state.parking_width = parking_width;
  // The notes that were laid out last are compared with: they must live until this is done.
  const std::optional<Shared<Section>> before = std::exchange(state.section, shown);
  const std::vector<BlockLayout> old_blocks = std::exchange(state.blocks, {});
  OldHeights old(old_blocks);
  const Board& board = std::get<Board>((*state.section)->content);
  const auto add = [&](const Block* block, std::string_view id, const std::vector<Note>& notes, float width) {
    BlockLayout layout;
    layout.id = id;
    layout.notes = &notes;
    layout.left = theme.px(10);
    if (const auto same = std::ranges::find(old_blocks, id, &BlockLayout::id); same != old_blocks.end()) {
      layout.scroll = same->scroll;
      layout.next_scroll = same->next_scroll;
    }
    lay_out_block(state, block, theme, width - 2 * layout.left, old, layout);
    state.blocks.push_back(std::move(layout));
  };
  for (const Block& block : board.blocks) {
    const BlockPlace place = place_of_block(board, block.place, theme, size);
    add(&block, block.id, block.notes, place.to.x - place.from.x);
  }
  add(nullptr, parking_lot, board.parking, parking_width);
  return true;
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
