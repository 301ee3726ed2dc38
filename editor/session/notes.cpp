// The actions of a session on the notes of the shown board.
#include <algorithm>

#include "editor/session/session.h"

namespace canvasbook {

void Session::record_board(Board board, const char* name_key, const std::string& item, const std::string& merge_key) {
  const Section* shown = section();
  if (shown != nullptr) record(set_board(workbook(), shown->id, std::move(board)), name_key, item, merge_key);
}

void Session::add_note(const std::string& block, const std::string& text) {
  end_writing();
  const Board* shown = board();
  if (shown == nullptr || (block != parking_lot && find_block(*shown, block) == nullptr)) return;
  Note note;
  note.id = ids_.next();
  note.text = text;
  const std::string id = note.id;
  view_.block = block;
  const Workbook before = workbook();
  record_board(canvasbook::add_note(*shown, block, std::move(note)), "step.add_note", id);
  if (text.empty()) keep_in_mind(id, before);
  begin_note(id);
}

void Session::add_note_after() {
  const Board* shown = board();
  if (field.text().empty()) return remove_selected();  // an empty note says nothing; Enter on it is the way out
  if (shown == nullptr || find_note(*shown, view_.edited) == nullptr) return end_writing();
  const Block* block = find_block_of(*shown, view_.edited);
  const std::vector<Note>& notes = block == nullptr ? shown->parking : block->notes;
  const auto position = static_cast<size_t>(std::ranges::find(notes, view_.edited, &Note::id) - notes.begin()) + 1;
  const std::string id = block == nullptr ? std::string(parking_lot) : block->id;
  end_writing();
  Note note;
  note.id = ids_.next();
  const std::string note_id = note.id;
  const Workbook before = workbook();
  record_board(canvasbook::add_note(*board(), id, std::move(note), position), "step.add_note", note_id);
  keep_in_mind(note_id, before);
  begin_note(note_id);
}

void Session::select(const std::string& note, bool add_to_selection) {
  end_writing();
  view_.item_to_show = note;
  if (!add_to_selection) view_.selected.clear();
  if (!view_.selected.insert(note).second) view_.selected.erase(note);
  view_.cursor = note;
  view_.anchor = note;
  const Board* shown = board();
  if (shown == nullptr) return;
  const Block* block = find_block_of(*shown, note);
  if (block != nullptr) {
    view_.block = block->id;
  } else if (find_note(*shown, note) != nullptr) {
    view_.block = parking_lot;
  }
}

void Session::select_also(const std::string& note) {
  view_.selected.insert(note);
  view_.cursor = view_.item_to_show = note;
}

std::string Session::anchor() const { return view_.selected.contains(view_.anchor) ? view_.anchor : cursor(); }

std::string Session::cursor() const {
  if (view_.selected.contains(view_.cursor)) return view_.cursor;
  return view_.selected.empty() ? std::string() : *view_.selected.begin();
}

void Session::extend_selection(const std::string& note) {
  const Board* shown = board();
  const std::string from = anchor();
  if (shown == nullptr || from.empty()) return select(note, false);
  ItemIds chosen;
  int ends = 0;
  for_each_note_on(*shown, [&](const Note& candidate) {
    const bool is_end = candidate.id == from || candidate.id == note;
    if (is_end) ++ends;
    if (is_end || ends == 1) chosen.insert(candidate.id);
    if (is_end && from == note) ++ends;
  });
  if (ends < 2) return;
  select(note, false);
  view_.selected = std::move(chosen);
  view_.anchor = from;
}

void Session::select_all_notes() {
  end_writing();
  const Board* shown = board();
  if (shown == nullptr) return;
  for_each_note_on(*shown, [&](const Note& note) { view_.selected.insert(note.id); });
}

void Session::remove_selected() {
  const Section* shown = section();
  if (shown == nullptr || view_.selected.empty() || leave_blank()) return;
  record(remove_notes(workbook(), section()->id, selected_ids()), "step.remove",
         view_.block.empty() ? std::string() : section()->id + "/" + view_.block);
  view_.selected.clear();
}

void Session::move_selected(const std::string& block, size_t position) {
  pause_writing();
  const Board* shown = board();
  if (shown == nullptr || view_.selected.empty()) return;
  if (block != parking_lot) view_.block = block;  // what was put aside is not what the author goes on with
  record_board(move_notes(*shown, selected_ids(), block, position), block == parking_lot ? "step.park" : "step.move",
               cursor());
  view_.item_to_show = cursor();
}

void Session::duplicate_selected() {
  pause_writing();
  const Board* shown = board();
  if (shown == nullptr || view_.selected.empty()) return;
  const Board before = *shown;
  const Board after = duplicate_notes(before, selected_ids(), ids_);
  const NoteIds added = added_notes(before, after);
  if (added.empty()) return;
  record_board(after, "step.duplicate", added.front());
  view_.selected = {added.begin(), added.end()};
}

void Session::set_colour_of_selected(Colour colour) {
  if (board() == nullptr || view_.selected.empty()) return;
  record_board(set_colour(*board(), selected_ids(), colour), "step.colour", *view_.selected.begin());
}

void Session::toggle_segment_of_selected(const std::string& segment) {
  if (board() == nullptr || view_.selected.empty()) return;
  record_board(toggle_segment(*board(), selected_ids(), segment), "step.segment", *view_.selected.begin());
}

void Session::tie_selected_to(const std::string& segment) {
  if (board() == nullptr || view_.selected.empty()) return;
  record_board(tie_to_segment(*board(), selected_ids(), segment), "step.segment", *view_.selected.begin());
}

void Session::toggle_driver_of_selected(const std::string& driver) {
  if (board() == nullptr || view_.selected.empty()) return;
  record_board(toggle_driver(*board(), selected_ids(), driver), "step.driver", *view_.selected.begin());
}

void Session::toggle_type_of_selected(const std::string& type) {
  if (board() == nullptr || view_.selected.empty()) return;
  record_board(toggle_type(*board(), selected_ids(), type), "step.type", *view_.selected.begin());
}

std::string Session::copy_selected() {
  const Board* shown = board();
  if (shown == nullptr) return {};
  copied_.clear();
  for (const Note* note : find_notes(*shown, selected_ids())) copied_.push_back(*note);
  copied_text_ = text_of_notes(*shown, selected_ids());
  return copied_text_;
}

void Session::paste_notes(const std::string& text) {
  end_writing();
  const Board* shown = board();
  if (shown == nullptr) return;
  std::vector<Note> notes;
  if (!copied_.empty() && text == copied_text_) {
    notes = copied_;
    for (Note& note : notes) note.id = ids_.next();
  } else {
    notes = notes_from_text(text, ids_);
  }
  if (notes.empty()) return;
  if (const Block* block = find_block(*shown, view_.block)) {
    for (Note& note : notes) {
      std::erase_if(note.types, [&](const std::string& type) {
        return std::ranges::find(block->types, type, &NoteType::id) == block->types.end();
      });
    }
  }
  ItemIds pasted;
  for (const Note& note : notes) pasted.insert(note.id);
  const std::string first = notes.front().id;
  record_board(add_notes(*shown, view_.block, std::move(notes)), "step.paste", first);
  view_.selected = std::move(pasted);
  view_.item_to_show = first;
}

}  // namespace canvasbook
