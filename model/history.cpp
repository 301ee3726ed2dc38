#include "model/history.h"

#include <utility>

namespace canvasbook {

History::History(Workbook start) { states_.push_back({std::move(start), {}}); }

void History::record(Workbook after, Step step) {
  if (after == current()) return;
  const bool merges = open_ && position_ > 0 && !step.merge_key.empty() && step.merge_key == next_undo()->merge_key;
  states_.erase(states_.begin() + static_cast<std::ptrdiff_t>(position_ + 1), states_.end());
  if (!merges) {
    states_.push_back({std::move(after), std::move(step)});
    ++position_;
    open_ = true;
  } else if (after == states_[position_ - 1].workbook) {
    states_.pop_back();
    --position_;
    open_ = false;
  } else {
    states_[position_].workbook = std::move(after);
  }
  changed();
}

const Step* History::undo() {
  if (position_ == 0) return nullptr;
  const Step* step = &states_[position_].step;
  --position_;
  open_ = false;
  changed();
  return step;
}

const Step* History::redo() {
  if (position_ + 1 == states_.size()) return nullptr;
  ++position_;
  open_ = false;
  changed();
  return &states_[position_].step;
}

void History::mark_saved(Workbook written) {
  saved_ = std::move(written);
  is_saved_ = *saved_ == current();
}

void History::changed() {
  ++revision_;
  is_saved_ = saved_ && *saved_ == current();
}

}  // namespace canvasbook
