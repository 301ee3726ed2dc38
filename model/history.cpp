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
    states_[position_].is_part = false;
  }
  changed();
}

void History::retrace(Workbook after, Step step, Direction direction) {
  if (after == current()) return;
  const auto has_key = [&](size_t position) {
    return position > 0 && position < states_.size() && !step.merge_key.empty() &&
           states_[position].step.merge_key == step.merge_key;
  };
  const bool is_part = states_[position_].is_part;
  if (!is_part && !has_key(direction == Direction::back ? position_ : position_ + 1)) {
    return record(std::move(after), std::move(step));
  }
  forget_cut_off();
  if (is_part) states_.erase(states_.begin() + static_cast<std::ptrdiff_t>(position_));
  if (is_part || direction == Direction::back) --position_;
  // now at the start of the step, whose end follows
  open_ = after != current();
  if (open_) ++position_;
  if (open_ && after != current()) {
    states_.insert(states_.begin() + static_cast<std::ptrdiff_t>(position_), {std::move(after), std::move(step), true});
  }
  changed();
}

void History::forget_cut_off() {
  cut_off_.clear();
  cut_off_at_ = 0;
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
