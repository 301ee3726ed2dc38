#include "editor/board/commands.h"

#include <algorithm>
#include <climits>

#include "editor/board/state.h"
#include "editor/frame/app.h"

namespace canvasbook {

namespace {

// How many notes name one of these segments.
size_t notes_that_name(const Workbook& workbook, const std::vector<std::string>& segments) {
  size_t count = 0;
  const auto add = [&](const Note& note) {
    if (std::ranges::find_first_of(note.segments, segments) != note.segments.end()) ++count;
  };
  for_each_note(workbook, [&](const Document&, const Section&, const Block& block, const Note& note) {
    if (block.role != segments_role) add(note);
  });
  return count;
}

// Says which letters are no longer on notes, where segments were before that are none now.
void say_letters_gone(App& app, const std::vector<Segment>& before) {
  Session& session = *app.session();
  std::vector<std::string> gone;
  std::string letters;
  for (const Segment& segment : before) {
    if (find_segment(session.segments(), segment.id) != nullptr) continue;
    gone.push_back(segment.id);
    letters += (letters.empty() ? "" : ", ") + segment.mark;
  }
  const size_t count = notes_that_name(session.workbook(), gone);
  if (count == 0) return;
  app.say(app.catalog().count(gone.size() == 1 ? "letter_gone" : "letters_gone", count, {{"letters", letters}}));
}

// Where the selected notes stand, which go to the parking lot.
void remember_blocks(App& app) {
  const Session& session = *app.session();
  for (const std::string& id : session.selected_ids()) {
    const Block* block = session.board() == nullptr ? nullptr : find_block_of(*session.board(), id);
    if (block != nullptr) app.state<BoardState>().parked_from[id] = block->id;
  }
}

// Into the block beyond the edge, at the height where the note stands, or at the edge that it comes over.
void move_beyond(App& app, const NoteAt& at, Direction direction) {
  BoardState& state = app.state<BoardState>();
  const BlockPlace card = card_on_screen(*at.block, at.index);
  const ImVec2 point{(card.from.x + card.to.x) / 2,
                     std::clamp((card.from.y + card.to.y) / 2, at.block->inner_from.y, at.block->inner_to.y)};
  const BlockLayout* target = neighbour_of(state, *at.block, direction, point);
  if (target == nullptr) return;
  size_t before = 0;
  if (direction == Direction::up) before = target->cards.size();
  if (direction == Direction::left || direction == Direction::right) before = drop_place(*target, point).before;
  move_notes_to(app, target->id, staying_before(*app.session(), *target, before));
}

// The block of the note at the cursor, or nullptr for a parked one and for none.
const Block* block_at_cursor(const App& app) {
  const Session* session = app.session();
  if (session == nullptr || session->board() == nullptr || session->view().selected.empty()) return nullptr;
  return find_block_of(*session->board(), session->cursor());
}

void open_menu_of_bar(App& app, const char* part) {
  app.session()->bring_into_view(app.session()->cursor());
  app.state<BoardState>().menu_to_open = part;
}

}  // namespace

size_t staying_before(const Session& session, const BlockLayout& block, size_t before) {
  size_t position = 0;
  for (size_t i = 0; i < std::min(before, block.notes->size()); ++i) {
    if (!session.view().selected.contains((*block.notes)[i].id)) ++position;
  }
  return position;
}

void go_to_next_block(App& app, int step) {
  Session& session = *app.session();
  const Board* board = session.board();
  if (board == nullptr || board->blocks.empty()) return;
  std::vector<std::string> order;
  for (const Block* block : blocks_in_order(*board)) order.push_back(block->id);
  if (app.state<BoardState>().parking_is_open) order.emplace_back(parking_lot);
  const auto count = static_cast<int>(order.size());
  const auto here = static_cast<int>(std::ranges::find(order, session.view().block) - order.begin());
  const int next = here == count ? (step > 0 ? 0 : count - 1) : (here + step + count) % count;
  session.end_writing();
  session.choose_block(order[static_cast<size_t>(next)]);
  app.state<BoardState>().block_to_show = session.view().block;
}

void move_notes(App& app, Direction direction) {
  Session& session = *app.session();
  const auto at = find_on_layout(app.state<BoardState>(), session.cursor());
  if (!at) return;
  const std::vector<Note>& notes = *at->block->notes;
  const auto chosen = [&](const Note& note) { return session.view().selected.contains(note.id); };
  const auto first = static_cast<size_t>(std::ranges::find_if(notes, chosen) - notes.begin());
  const auto behind_last = static_cast<size_t>(notes.rend() - std::find_if(notes.rbegin(), notes.rend(), chosen));
  if (direction == Direction::up && first > 0) {
    return session.move_selected(at->block->id, staying_before(session, *at->block, first) - 1);
  }
  if (direction == Direction::down && behind_last < notes.size()) {
    return session.move_selected(at->block->id, staying_before(session, *at->block, behind_last) + 1);
  }
  move_beyond(app, *at, direction);
}

void move_notes_to(App& app, const std::string& block, size_t position) {
  Session& session = *app.session();
  const std::vector<Segment> before = session.segments();
  if (block == parking_lot) remember_blocks(app);
  session.move_selected(block, position);
  say_letters_gone(app, before);
}

bool has_notes_in_block(const App& app) { return block_at_cursor(app) != nullptr; }

bool can_choose_segments(const App& app) {
  const Block* block = block_at_cursor(app);
  return block != nullptr && block->role != segments_role && !app.state<BoardState>().segments.empty();
}

void choose_segments(App& app) { open_menu_of_bar(app, "note.segments"); }

bool can_choose_types(const App& app) {
  const Block* block = block_at_cursor(app);
  return block != nullptr && !block->types.empty();
}

void choose_types(App& app) { open_menu_of_bar(app, "note.types"); }

void choose_colour(App& app) { open_menu_of_bar(app, "note.colours"); }

bool has_parked_notes(const App& app) {
  const Session* session = app.session();
  return session != nullptr && session->board() != nullptr && !session->view().selected.empty() &&
         block_at_cursor(app) == nullptr;
}

void choose_block_to_return(App& app) { open_menu_of_bar(app, "note.return"); }

void park_notes(App& app) {
  app.state<BoardState>().parking_is_open = true;
  move_notes_to(app, std::string(parking_lot), SIZE_MAX);
}

void show_if_parked(App& app, std::string_view note) {
  const Board* board = app.session()->board();
  if (board == nullptr || find_note(*board, note) == nullptr) return;
  if (find_block_of(*board, note) != nullptr) return;
  app.state<BoardState>().parking_is_open = true;
  app.state<BoardState>().parking_of = app.session()->section()->id;
}

}  // namespace canvasbook
