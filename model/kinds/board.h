// The kind `board`: notes in blocks that stand on a grid, such as a business model canvas.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/id_index.h"
#include "model/base/identifier.h"
#include "model/base/unknown_fields.h"

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
  std::vector<int> answered;  // the helper questions of its guide that are ticked off, by their number from 0
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
  static constexpr bool is_list_of_items = false;

  int columns = 1;  // of the grid, 1 … 64
  int rows = 1;     // of the grid, 1 … 64
  std::vector<Frame> frames;
  std::vector<Block> blocks;
  std::vector<Note> parking;  // notes put aside: kept and saved, but neither printed nor reviewed

  bool operator==(const Board&) const = default;
};

// Stands for the parking lot where an edit asks for a block; no block has this id.
inline constexpr std::string_view parking_lot{};

// Notes that an edit is about. Their order does not matter, neither does an id that stands twice; ids of notes that are
// not on the board are passed over.
using NoteIds = std::vector<std::string>;

// The role of the blocks whose notes are costs, and those of the blocks whose notes can cause them.
inline constexpr std::string_view costs_role = "cost_structure";
inline constexpr std::array<std::string_view, 5> driver_roles{"key_activities", "key_resources", "key_partners",
                                                              "channels", "customer_relationships"};

// The groups of types of which a note has one type at most.
inline constexpr std::array<std::string_view, 3> exclusive_groups{"ownership", "contact", "service"};

// The name of a colour in files ("yellow"), and the colour of a name.
std::string_view colour_name(Colour colour);
std::optional<Colour> colour_of(std::string_view name);

// The block with an id, or nullptr.
const Block* find_block(const Board& board, std::string_view block);

// The blocks in the order of filling, those without a number last. They point into the board.
std::vector<const Block*> blocks_in_order(const Board& board);

// Whether any note of the block has a text.
bool is_filled(const Block& block);

// The note with an id, in a block or parked, or nullptr.
const Note* find_note(const Board& board, std::string_view note);

// The block in which a note stands; nullptr for a parked note and for one that is not there.
const Block* find_block_of(const Board& board, std::string_view note);

// Calls visit(Note&) for every note of a board: block by block, then the parked ones. This is the order of a board.
template <class AnyBoard, class Visit>
void for_each_note_on(AnyBoard& board, Visit visit) {
  for (auto& block : board.blocks) {
    for (auto& note : block.notes) visit(note);
  }
  for (auto& note : board.parking) visit(note);
}

// The notes with these ids in the order of the board. They point into the board.
std::vector<const Note*> find_notes(const Board& board, const NoteIds& ids);

// The ids of the notes that `after` has and `before` has not, in the order of the board: what an edit added.
NoteIds added_notes(const Board& before, const Board& after);

// The titles of the types that a note carries, for its caption; of those that its block does not list the ids.
std::vector<std::string> type_titles(const IdIndex<NoteType>& types, const Note& note);

// The notes of all blocks by their ids; no parked ones. It points into the board.
IdIndex<Note> notes_by_id(const Board& board);

// What causes a note, each on one line; one that is not among the notes or says nothing is passed over.
std::vector<std::string> causes_of(const IdIndex<Note>& notes, const Note& note);

// These behind the words for it: "Caused by: Roasting; Rent"; empty for none. Of one with more than `most` code points
// the first words are told, without a limit all of it.
std::string causes_caption(std::string_view due_to, const std::vector<std::string>& causes,
                           std::optional<size_t> most = std::nullopt);
inline constexpr size_t longest_cause = 40;  // where room is scarce: on a card, in the window and on paper

// What stands in small letters with a note, part by part: the titles of its types, then what causes it.
std::vector<std::string> note_captions(const IdIndex<NoteType>& types, const IdIndex<Note>& notes, const Note& note,
                                       std::string_view due_to);

// Pure edits: each returns the board after it. A block or note that is not there leaves the board as it was. `block` is
// the id of a block or `parking_lot`. `position` counts from 0 among the notes that stay where they are, and is clamped
// to the end. Links to a removed note are left dangling; remove_notes of a workbook takes them out.
Board add_note(Board board, std::string_view block, Note note, size_t position = SIZE_MAX);
Board set_text(Board board, std::string_view note, std::string text);
Board set_details(Board board, std::string_view note, std::string details);

// The same for several notes at once; they keep the order of the board, however far apart they stood.
Board add_notes(Board board, std::string_view block, std::vector<Note> notes, size_t position = SIZE_MAX);
Board remove_notes(Board board, const NoteIds& ids);
Board move_notes(Board board, const NoteIds& ids, std::string_view to_block, size_t position);
Board set_colour(Board board, const NoteIds& ids, Colour colour);

// Puts a copy right behind each note. A copy has a fresh id and the links of its original.
Board duplicate_notes(Board board, const NoteIds& ids, IdSource& fresh);

// Makes all the notes serve a segment; where all of them do so already, none of them. A note is never made to serve
// itself.
Board toggle_segment(Board board, const NoteIds& ids, std::string_view segment);

// Makes all the notes serve a segment; those that do so already stay as they are, and a note never serves itself.
Board tie_to_segment(Board board, const NoteIds& ids, std::string_view segment);

// Makes a note a cause of all the costs among the notes; where it is one of each already, of none of them.
Board toggle_driver(Board board, const NoteIds& ids, std::string_view driver);

// Gives a type to all the notes whose block lists it, taking away other types of its group if that is one of
// `exclusive`; where all of them have the type already, takes it away. Other notes stay as they are.
Board toggle_type(Board board, const NoteIds& ids, std::string_view type,
                  std::span<const std::string_view> exclusive = exclusive_groups);

// Ticks a helper question of a block's guide off, or takes the tick back.
Board toggle_answered(Board board, std::string_view block, int question);

// The block lists a type, so that its notes can carry it; one that it lists already stays as it is.
Board add_type(Board board, std::string_view block, NoteType type);

// Notes from text that was pasted: one for each line that is not blank, without the list mark in front of it ("- ",
// "* ", "• ", "– ", "— ", "1. ", "1) ", "- [ ] "). Characters that cannot be printed are dropped.
std::vector<Note> notes_from_text(std::string_view pasted, IdSource& fresh);

// The texts of notes for other programs: one line a note, in the order of the board, line feeds inside a text as
// spaces, none at the end. Notes without a text are passed over.
std::string text_of_notes(const Board& board, const NoteIds& ids);

}  // namespace canvasbook
