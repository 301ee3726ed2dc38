#include "editor/board/like_segment.h"

#include "editor/frame/app.h"
#include "model/like_names.h"

namespace canvasbook {

namespace {

std::string find_like_segment(const Session& session, const BoardState& state, const std::string& id) {
  const Board* board = session.board();
  const Block* block = board == nullptr ? nullptr : find_block_of(*board, id);
  if (block == nullptr || block->role != segments_role) return {};
  const Note& note = *find_note(*board, id);
  if (segment_of(note) != note.id) return {};
  WordForms forms;
  const Segment* like = like_segment(state.segments, note.text, note.id, forms);
  return like == nullptr ? std::string() : like->id;
}

}  // namespace

const Segment* offered_segment(const Session& session, BoardState& state) {
  LikeSegment& kept = state.like_segment;
  const std::string id = session.cursor();
  if (kept.revision != session.history().revision() || kept.note != id) {
    kept = {session.history().revision(), id, find_like_segment(session, state, id)};
  }
  return kept.segment.empty() ? nullptr : state.segment_index.find(kept.segment);
}

bool can_take_like_segment(const App& app) {
  const Session* session = app.session();
  if (session == nullptr || session->board() == nullptr) return false;
  const LikeSegment& kept = app.state<BoardState>().like_segment;
  return !kept.segment.empty() && kept.revision == session->history().revision() && kept.note == session->cursor();
}

void take_like_segment(App& app) {
  Session& session = *app.session();
  const LikeSegment like = app.state<BoardState>().like_segment;
  Finding twice{"segment_twice", session.document()->id, like.note, {like.note, like.segment}, {}, false, {}};
  twice.has_mend = true;
  session.mend({&twice, 1});
  session.select(like.note, false);
}

}  // namespace canvasbook
