#include "model/history.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canvasbook {

History::History(Workbook start) { states_.push_back({std::move(start), {}}); }

void History::record(Workbook after, Step step) {
  if (after == current()) return;
  const bool merges = open_ && position_ > 0 && !step.merge_key.empty() && step.merge_key == next_undo()->merge_key;
  const auto tail = states_.begin() + static_cast<std::ptrdiff_t>(position_ + 1);
  withdrawn_.clear();
  if (!merges && (tail != states_.end() || position_ > cut_off_at_)) {
    cut_off_.assign(std::make_move_iterator(tail), std::make_move_iterator(states_.end()));
    cut_off_at_ = cut_off_.empty() ? 0 : position_ + 1;
  }
  states_.erase(tail, states_.end());
  if (!merges) {
    states_.push_back({std::move(after), std::move(step)});
    ++position_;
    open_ = true;
  } else if (after == states_[position_ - 1].workbook) {
    states_.pop_back();
    if (cut_off_at_ == position_) cut_off_at_ = 0;
    --position_;
    open_ = false;
  } else {
    states_[position_].workbook = std::move(after);
  }
  changed();
}

void History::withdraw() {
  if (position_ == 0 || next_redo() != nullptr) return;
  withdrawn_.push_back(std::move(states_.back()));
  states_.pop_back();
  if (cut_off_at_ == position_) {
    std::ranges::move(cut_off_, std::back_inserter(states_));
    cut_off_.clear();
    cut_off_at_ = 0;
  }
  --position_;
  open_ = false;
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
