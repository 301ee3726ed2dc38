#include "model/kinds/board.h"

#include <algorithm>
#include <array>
#include <climits>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "model/text/text.h"

namespace canvasbook {

namespace {

constexpr std::array<std::pair<Colour, std::string_view>, 7> colour_names{{{Colour::none, "none"},
                                                                           {Colour::yellow, "yellow"},
                                                                           {Colour::orange, "orange"},
                                                                           {Colour::red, "red"},
                                                                           {Colour::green, "green"},
                                                                           {Colour::blue, "blue"},
                                                                           {Colour::violet, "violet"}}};

using IdSet = std::unordered_set<std::string_view>;

struct NoteIn {
  std::vector<Note>* list;
  std::vector<Note>::iterator note;
};

std::optional<NoteIn> place_of(Board& board, std::string_view id) {
  for (Block& block : board.blocks) {
    const auto note = std::ranges::find(block.notes, id, &Note::id);
    if (note != block.notes.end()) return NoteIn{&block.notes, note};
  }
  const auto parked = std::ranges::find(board.parking, id, &Note::id);
  if (parked != board.parking.end()) return NoteIn{&board.parking, parked};
  return std::nullopt;
}

// The notes of a block or of the parking lot; nullptr where there is no such block.
std::vector<Note>* list_of(Board& board, std::string_view block) {
  if (block == parking_lot) return &board.parking;
  const auto found = std::ranges::find(board.blocks, block, &Block::id);
  return found == board.blocks.end() ? nullptr : &found->notes;
}

void insert(std::vector<Note>& list, std::vector<Note> notes, size_t position) {
  const auto at = static_cast<std::ptrdiff_t>(std::min(position, list.size()));
  list.insert(list.begin() + at, std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
}

template <class Change>
void for_each_list(Board& board, Change change) {
  for (Block& block : board.blocks) change(block.notes);
  change(board.parking);
}

// The notes to change, in the order of the board.
std::vector<Note*> pick(Board& board, const NoteIds& ids) {
  const IdSet wanted(ids.begin(), ids.end());
  std::vector<Note*> notes;
  for_each_note_on(board, [&](Note& note) {
    if (wanted.contains(note.id)) notes.push_back(&note);
  });
  return notes;
}

bool names(const std::vector<std::string>& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

// The bytes of a blank at the beginning of a text: a space, or the no-break space that text programs put behind a list
// mark.
size_t blank_at_front(std::string_view text) {
  if (text.starts_with(' ')) return 1;
  return text.starts_with("\u00A0") ? 2 : 0;
}

std::string_view without_blanks(std::string_view text) {
  while (const size_t blank = blank_at_front(text)) text.remove_prefix(blank);
  return text;
}

// Drops a mark that a blank or nothing follows; says whether it stood there.
bool drop_mark(std::string_view& line, size_t length) {
  const std::string_view rest = line.substr(length);
  if (!rest.empty() && blank_at_front(rest) == 0) return false;
  line = without_blanks(rest);
  return true;
}

std::string_view without_list_mark(std::string_view line) {
  constexpr std::array<std::string_view, 5> bullets{"-", "*", "•", "–", "—"};
  constexpr std::array<std::string_view, 3> boxes{"[ ]", "[x]", "[X]"};
  constexpr size_t most_digits = 3;  // a longer number is a year or a sum
  line = without_blanks(line);
  const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits <= most_digits && digits < line.size() && (line[digits] == '.' || line[digits] == ')')) {
    drop_mark(line, digits + 1);
    return line;
  }
  for (const std::string_view bullet : bullets) {
    if (!line.starts_with(bullet) || !drop_mark(line, bullet.size())) continue;
    for (const std::string_view box : boxes) {
      if (line.starts_with(box) && drop_mark(line, box.size())) break;
    }
    break;
  }
  return line;
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

std::vector<const Block*> blocks_in_order(const Board& board) {
  std::vector<const Block*> blocks;
  for (const Block& block : board.blocks) blocks.push_back(&block);
  std::ranges::stable_sort(blocks, {}, [](const Block* block) { return block->order > 0 ? block->order : INT_MAX; });
  return blocks;
}

bool is_filled(const Block& block) {
  return std::ranges::any_of(block.notes, [](const Note& note) { return !trim(note.text).empty(); });
}

const Note* find_note(const Board& board, std::string_view note) {
  const Note* found = nullptr;
  for_each_note_on(board, [&](const Note& candidate) {
    if (found == nullptr && candidate.id == note) found = &candidate;
  });
  return found;
}

const Block* find_block_of(const Board& board, std::string_view note) {
  const auto found = std::ranges::find_if(board.blocks, [&](const Block& block) {
    return std::ranges::find(block.notes, note, &Note::id) != block.notes.end();
  });
  return found == board.blocks.end() ? nullptr : &*found;
}

std::vector<const Note*> find_notes(const Board& board, const NoteIds& ids) {
  const IdSet wanted(ids.begin(), ids.end());
  std::vector<const Note*> notes;
  for_each_note_on(board, [&](const Note& note) {
    if (wanted.contains(note.id)) notes.push_back(&note);
  });
  return notes;
}

NoteIds added_notes(const Board& before, const Board& after) {
  IdSet known;
  for_each_note_on(before, [&](const Note& note) { known.insert(note.id); });
  NoteIds added;
  for_each_note_on(after, [&](const Note& note) {
    if (!known.contains(note.id)) added.push_back(note.id);
  });
  return added;
}

std::vector<std::string> type_titles(const IdIndex<NoteType>& types, const Note& note) {
  std::vector<std::string> titles;
  titles.reserve(note.types.size());
  for (const std::string& id : note.types) {
    const NoteType* type = types.find(id);
    titles.push_back(type == nullptr ? id : type->title);
  }
  return titles;
}

IdIndex<Note> notes_by_id(const Board& board) {
  IdIndex<Note> notes;
  for (const Block& block : board.blocks) {
    for (const Note& note : block.notes) notes.add(note);
  }
  return notes;
}

std::vector<std::string> causes_of(const IdIndex<Note>& notes, const Note& note) {
  std::vector<std::string> causes;
  for (const std::string& id : note.drivers) {
    const Note* cause = notes.find(id);
    if (cause != nullptr && !trim(cause->text).empty()) causes.push_back(to_one_line(cause->text));
  }
  return causes;
}

std::string causes_caption(std::string_view due_to, const std::vector<std::string>& causes,
                           std::optional<size_t> most) {
  std::string caption;
  for (const std::string& cause : causes)
    caption += (caption.empty() ? std::string(due_to) + " " : "; ") + (most ? shortened_at_word(cause, *most) : cause);
  return caption;
}

std::vector<std::string> note_captions(const IdIndex<NoteType>& types, const IdIndex<Note>& notes, const Note& note,
                                       std::string_view due_to) {
  std::vector<std::string> captions = type_titles(types, note);
  std::string causes = causes_caption(due_to, causes_of(notes, note), longest_cause);
  if (!causes.empty()) captions.push_back(std::move(causes));
  return captions;
}

Board add_note(Board board, std::string_view block, Note note, size_t position) {
  std::vector<Note> notes;
  notes.push_back(std::move(note));
  return add_notes(std::move(board), block, std::move(notes), position);
}

Board set_text(Board board, std::string_view note, std::string text) {
  if (auto place = place_of(board, note)) place->note->text = std::move(text);
  return board;
}

Board set_details(Board board, std::string_view note, std::string details) {
  if (auto place = place_of(board, note)) place->note->details = std::move(details);
  return board;
}

Board add_notes(Board board, std::string_view block, std::vector<Note> notes, size_t position) {
  if (auto* list = list_of(board, block)) insert(*list, std::move(notes), position);
  return board;
}

Board remove_notes(Board board, const NoteIds& ids) {
  const IdSet unwanted(ids.begin(), ids.end());
  for_each_list(board, [&](std::vector<Note>& list) {
    std::erase_if(list, [&](const Note& note) { return unwanted.contains(note.id); });
  });
  return board;
}

Board move_notes(Board board, const NoteIds& ids, std::string_view to_block, size_t position) {
  auto* target = list_of(board, to_block);
  if (target == nullptr) return board;
  std::vector<Note> moved;
  for (Note* note : pick(board, ids)) moved.push_back(*note);
  board = remove_notes(std::move(board), ids);
  insert(*list_of(board, to_block), std::move(moved), position);
  return board;
}

Board set_colour(Board board, const NoteIds& ids, Colour colour) {
  for (Note* note : pick(board, ids)) note->colour = colour;
  return board;
}

Board duplicate_notes(Board board, const NoteIds& ids, IdSource& fresh) {
  const IdSet wanted(ids.begin(), ids.end());
  for_each_list(board, [&](std::vector<Note>& list) {
    std::vector<Note> notes;
    for (Note& note : list) {
      notes.push_back(std::move(note));
      if (!wanted.contains(notes.back().id)) continue;
      Note copy = notes.back();
      copy.id = fresh.next();
      notes.push_back(std::move(copy));
    }
    list = std::move(notes);
  });
  return board;
}

Board tie_to_segment(Board board, const NoteIds& ids, std::string_view segment) {
  for (Note* note : pick(board, ids)) {
    if (note->id != segment && !names(note->segments, segment)) note->segments.emplace_back(segment);
  }
  return board;
}

Board toggle_segment(Board board, const NoteIds& ids, std::string_view segment) {
  std::vector<Note*> notes = pick(board, ids);
  std::erase_if(notes, [&](const Note* note) { return note->id == segment; });
  const bool all = std::ranges::all_of(notes, [&](const Note* note) { return names(note->segments, segment); });
  if (!all) return tie_to_segment(std::move(board), ids, segment);
  for (Note* note : notes) std::erase(note->segments, segment);
  return board;
}

Board toggle_driver(Board board, const NoteIds& ids, std::string_view driver) {
  const IdSet wanted(ids.begin(), ids.end());
  std::vector<Note*> costs;
  for (Block& block : board.blocks) {
    if (block.role != costs_role) continue;
    for (Note& note : block.notes) {
      if (wanted.contains(note.id) && note.id != driver) costs.push_back(&note);
    }
  }
  const bool all = std::ranges::all_of(costs, [&](const Note* note) { return names(note->drivers, driver); });
  for (Note* note : costs) {
    if (all) {
      std::erase(note->drivers, driver);
    } else if (!names(note->drivers, driver)) {
      note->drivers.emplace_back(driver);
    }
  }
  return board;
}

Board toggle_type(Board board, const NoteIds& ids, std::string_view type, std::span<const std::string_view> exclusive) {
  struct Choice {
    Note* note;
    const Block* block;
    const NoteType* type;
  };
  const IdSet wanted(ids.begin(), ids.end());
  std::vector<Choice> choices;
  for (Block& block : board.blocks) {
    const auto listed = std::ranges::find(block.types, type, &NoteType::id);
    if (listed == block.types.end()) continue;
    for (Note& note : block.notes) {
      if (wanted.contains(note.id)) choices.push_back({&note, &block, &*listed});
    }
  }
  const bool all = std::ranges::all_of(choices, [&](const Choice& choice) { return names(choice.note->types, type); });
  for (const Choice& choice : choices) {
    std::vector<std::string>& types = choice.note->types;
    if (all) {
      std::erase(types, type);
      continue;
    }
    if (std::ranges::find(exclusive, choice.type->group) != exclusive.end()) {
      std::erase_if(types, [&](const std::string& other) {
        if (other == type) return false;
        const auto listed = std::ranges::find(choice.block->types, other, &NoteType::id);
        return listed != choice.block->types.end() && listed->group == choice.type->group;
      });
    }
    if (!names(types, type)) types.emplace_back(type);
  }
  return board;
}

Board toggle_answered(Board board, std::string_view block, int question) {
  const auto found = std::ranges::find(board.blocks, block, &Block::id);
  if (found == board.blocks.end()) return board;
  if (std::erase(found->answered, question) > 0) return board;
  found->answered.push_back(question);
  std::ranges::sort(found->answered);
  return board;
}

Board add_type(Board board, std::string_view block, NoteType type) {
  const auto found = std::ranges::find(board.blocks, block, &Block::id);
  if (found == board.blocks.end()) return board;
  if (std::ranges::find(found->types, type.id, &NoteType::id) == found->types.end()) {
    found->types.push_back(std::move(type));
  }
  return board;
}

std::vector<Note> notes_from_text(std::string_view pasted, IdSource& fresh) {
  const std::string text = to_printable(pasted);
  std::vector<Note> notes;
  for (size_t start = 0; start <= text.size();) {
    const size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trim(without_list_mark(std::string_view(text).substr(start, end - start)));
    start = end + 1;
    if (line.empty()) continue;
    Note note;
    note.id = fresh.next();
    note.text = line;
    notes.push_back(std::move(note));
  }
  return notes;
}

std::string text_of_notes(const Board& board, const NoteIds& ids) {
  std::string text;
  for (const Note* note : find_notes(board, ids)) {
    const std::string words = to_one_line(note->text);
    if (words.empty()) continue;
    if (!text.empty()) text += '\n';
    text += words;
  }
  return text;
}

}  // namespace canvasbook
