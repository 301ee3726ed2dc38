// The kind `board`: notes in blocks that stand on a grid, such as a business model canvas.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/unknown_fields.h"

namespace canvasbook {

// A rectangle of grid cells.
struct GridPlace {
  int column = 0;
  int row = 0;
  int columns = 1;
  int rows = 1;

  bool operator==(const GridPlace&) const = default;
};

// The tints a note can have; `none` takes the tint of the segment it serves.
enum class Colour { none, yellow, orange, red, green, blue, violet };

// One thought on one card.
struct Note {
  std::string id;
  std::string text;                   // what stands on the card
  std::string details;                // the longer text behind it, Markdown; printed on a detail page
  std::vector<std::string> segments;  // ids of the segment notes it serves
  std::vector<std::string> types;     // ids from the block's types
  std::vector<std::string> drivers;   // of a cost: ids of the notes that cause it
  Colour colour = Colour::none;
  UnknownFields unknown;

  bool operator==(const Note&) const = default;
};

// A type that a note of a block can carry, such as "self_service" of the group "contact".
struct NoteType {
  std::string id;
  std::string title;
  std::string group;
  UnknownFields unknown;

  bool operator==(const NoteType&) const = default;
};

struct Block {
  std::string id;    // unique on its board
  std::string role;  // what its notes mean, see GLOSSARY.md; rules ask for this
  std::string title;
  std::string question;  // printed in the block while it is empty
  int order = 0;         // place in the order of filling, from 1; 0 where there is none
  GridPlace place;
  std::string icon;
  std::vector<NoteType> types;
  std::vector<Note> notes;
  UnknownFields unknown;

  bool operator==(const Block&) const = default;
};

// A titled frame behind several blocks, such as the customer profile of a value proposition canvas.
struct Frame {
  std::string title;
  GridPlace place;
  UnknownFields unknown;

  bool operator==(const Frame&) const = default;
};

struct Board {
  int columns = 1;  // of the grid, 1 … 64
  int rows = 1;     // of the grid, 1 … 64
  std::vector<Frame> frames;
  std::vector<Block> blocks;

  bool operator==(const Board&) const = default;
};

// The name of a colour in files ("yellow"), and the colour of a name.
std::string_view colour_name(Colour colour);
std::optional<Colour> colour_of(std::string_view name);

// The block or note with an id, or nullptr.
const Block* find_block(const Board& board, std::string_view block);
const Note* find_note(const Board& board, std::string_view note);

// The title of a note type in its block; the id itself where the block does not list it.
std::string_view type_title(const Block& block, std::string_view type);

// Pure edits: each returns the board after it. A block or note that is not there leaves the board as it was.
// `position` counts from 0 and is clamped to the end.
Board add_note(Board board, std::string_view block, Note note, size_t position = SIZE_MAX);
Board remove_note(Board board, std::string_view note);
Board move_note(Board board, std::string_view note, std::string_view to_block, size_t position);
Board set_note(Board board, const Note& note);  // replaces the note with the same id

}  // namespace canvasbook
