// Undo and redo over everything: the workbooks of a session, one a step, sharing what they have in common.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "model/base/catalog.h"
#include "model/workbook.h"

namespace canvasbook {

// What an edit was, for the menu and for the way back to where it happened.
struct Step {
  std::string name_key;   // catalog key, such as "edit.add_note"
  Arguments arguments;    // of its text
  std::string place;      // id of the section, or empty
  std::string item;       // id of the note or block to return to, or empty
  std::string merge_key;  // steps of one key that follow each other are one step; empty: a step of its own

  bool operator==(const Step&) const = default;
};

// Unlimited. Pointers and references that it gives hold until the next record(), also over a withdraw().
class History {
 public:
  // The start counts as not saved until mark_saved().
  explicit History(Workbook start);

  const Workbook& current() const { return states_[position_].workbook; }

  // Makes `after` the current value and forgets what could be redone. A record with the merge key of the step that was
  // recorded just before, with no undo, redo or seal() between, replaces the result of that step, which keeps its name
  // and place; if the workbook is then as it was before that step, the step is gone. A workbook equal to the current
  // one is no step.
  void record(Workbook after, Step step);

  // Takes back the last step as if it had never been: it cannot be done again, and what could be done again before it
  // can be now. Nothing changes where there is no step or something can be done again.
  void withdraw();

  // Goes to `after`, which lies within the step with the merge key of `step`: a field took a part of its own writing
  // back, or made it again. What was taken back can be done again. Elsewhere it is a record().
  enum class Direction { back, forth };
  void retrace(Workbook after, Step step, Direction direction);

  // Steps back or forth and returns the step that was taken back or done again; nullptr where there is none.
  const Step* undo();
  const Step* redo();

  // The next record() is a step of its own, whatever its key: the field was left, time went by.
  void seal() { open_ = false; }

  // What undo() and redo() would return.
  const Step* next_undo() const { return position_ == 0 ? nullptr : &states_[position_].step; }
  const Step* next_redo() const { return position_ + 1 == states_.size() ? nullptr : &states_[position_ + 1].step; }

  // The number of steps that can be taken back.
  size_t depth() const { return position_; }

  // Grows each time the current value changes, by undo and redo as well: what was computed from it is to be renewed.
  std::uint64_t revision() const { return revision_; }

  // Whether the current value equals the one that was saved last, however one came back to it.
  bool is_saved() const { return is_saved_; }
  bool is_saved(const Workbook& workbook) const { return saved_ && *saved_ == workbook; }
  void mark_saved() { mark_saved(current()); }
  void mark_saved(Workbook written);  // after writing that took its time: the value that was written

 private:
  struct State {
    Workbook workbook;
    Step step;             // that led here; of the start: none
    bool is_part = false;  // the state that follows is the end of the same step
  };

  void changed();
  void forget_cut_off();

  std::deque<State> states_;
  std::deque<State> cut_off_;    // what could be done again before the step at cut_off_at_
  size_t cut_off_at_ = 0;        // 0: none
  std::deque<State> withdrawn_;  // kept for those who still point at it
  size_t position_ = 0;
  bool open_ = false;  // whether the next record may be merged into the current state
  std::uint64_t revision_ = 0;
  std::optional<Workbook> saved_;
  bool is_saved_ = false;
};

}  // namespace canvasbook
