#include "model/board.h"

#include <algorithm>
#include <array>
#include <utility>

namespace canvasbook {

namespace {

constexpr std::array<std::pair<Colour, std::string_view>, 7> colour_names{{{Colour::none, "none"},
                                                                           {Colour::yellow, "yellow"},
                                                                           {Colour::orange, "orange"},
                                                                           {Colour::red, "red"},
                                                                           {Colour::green, "green"},
                                                                           {Colour::blue, "blue"},
                                                                           {Colour::violet, "violet"}}};

struct NotePlace {
  Block* block;
  std::vector<Note>::iterator note;
};

std::optional<NotePlace> place_of(Board& board, std::string_view id) {
  for (Block& block : board.blocks) {
    const auto note = std::ranges::find(block.notes, id, &Note::id);
    if (note != block.notes.end()) return NotePlace{&block, note};
  }
  return std::nullopt;
}

void insert(Block& block, Note note, size_t position) {
  const auto at = static_cast<std::ptrdiff_t>(std::min(position, block.notes.size()));
  block.notes.insert(block.notes.begin() + at, std::move(note));
}

}  // namespace

std::string_view colour_name(Colour colour) { return colour_names[static_cast<size_t>(colour)].second; }

std::optional<Colour> colour_of(std::string_view name) {
  for (const auto& [colour, text] : colour_names) {
    if (text == name) return colour;
  }
  return std::nullopt;
}

const Block* find_block(const Board& board, std::string_view block) {
  const auto found = std::ranges::find(board.blocks, block, &Block::id);
  return found == board.blocks.end() ? nullptr : &*found;
}

const Note* find_note(const Board& board, std::string_view note) {
  for (const Block& block : board.blocks) {
    const auto found = std::ranges::find(block.notes, note, &Note::id);
    if (found != block.notes.end()) return &*found;
  }
  return nullptr;
}

std::string_view type_title(const Block& block, std::string_view type) {
  const auto found = std::ranges::find(block.types, type, &NoteType::id);
  return found == block.types.end() ? type : std::string_view(found->title);
}

Board add_note(Board board, std::string_view block, Note note, size_t position) {
  const auto found = std::ranges::find(board.blocks, block, &Block::id);
  if (found != board.blocks.end()) insert(*found, std::move(note), position);
  return board;
}

Board remove_note(Board board, std::string_view note) {
  if (auto place = place_of(board, note)) place->block->notes.erase(place->note);
  return board;
}

Board move_note(Board board, std::string_view note, std::string_view to_block, size_t position) {
  const auto target = std::ranges::find(board.blocks, to_block, &Block::id);
  auto place = place_of(board, note);
  if (target == board.blocks.end() || !place) return board;
  Note moved = std::move(*place->note);
  place->block->notes.erase(place->note);
  insert(*target, std::move(moved), position);
  return board;
}

Board set_note(Board board, const Note& note) {
  if (auto place = place_of(board, note.id)) *place->note = note;
  return board;
}

}  // namespace canvasbook
