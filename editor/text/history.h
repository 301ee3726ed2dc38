// Undo and redo of a text: every step keeps what it took away and put in, and the cursor on both sides.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "editor/text/rows.h"

namespace canvasbook {

// The caret, and the anchor that the selection reaches from; without a selection both are the same.
struct TextCursor {
  size_t caret = 0;
  size_t anchor = 0;
  Affinity affinity = Affinity::next_row;
  bool operator==(const TextCursor&) const = default;
};

struct TextChange {
  // What can become one step with its like: typing, erasing in one direction. `alone` never does.
  enum class Kind { alone, typing, erasing_left, erasing_right };

  Kind kind = Kind::alone;
  size_t begin = 0;
  std::u32string removed;
  std::u32string inserted;
  TextCursor before;
  TextCursor after;
  bool goes_on = false;  // one step with the change before it
};

class TextHistory {
 public:
  // Adds a change that was made. It joins the last step if it goes on where that ended: typing up to the end of a word
  // and the blanks behind it, erasing in the same direction. What was undone can no longer be redone.
  void record(TextChange change);

  // How many changes are in the text.
  size_t done() const { return done_; }

  // Makes the changes from this number on one step.
  void unite(size_t first);

  // Ends the last step: the next change starts one of its own.
  void seal() { sealed_ = true; }

  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < changes_.size(); }

  // The change to take back or to make again; only while can_undo() or can_redo(). Valid until the next record().
  // A step may have more of them: it ends before one that does not go on.
  bool redo_goes_on() const { return can_redo() && changes_[done_].goes_on; }
  const TextChange& undo();
  const TextChange& redo();

 private:
  bool join(const TextChange& change);

  std::vector<TextChange> changes_;
  size_t done_ = 0;  // the changes before this one are in the text, those from here on were undone
  bool sealed_ = true;
};

}  // namespace canvasbook
