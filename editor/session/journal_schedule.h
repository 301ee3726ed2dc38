// When the recovery journal is to be written. Knows no clock and no thread: moments are seconds that only grow.
#pragma once

#include <algorithm>
#include <optional>

namespace canvasbook {

class JournalSchedule {
 public:
  static constexpr double most_behind = 1;  // the journal may lag; with the flush it is less than the two promised
  static constexpr double between_attempts = 10;  // while writing fails and nothing is edited

  void changed(double now) { ask(now + most_behind); }
  void hurry(double now) { ask(now); }

  // It is being written: what changes from now on is for the next time.
  void begun() { due_.reset(); }
  void failed(double now) { ask(now + between_attempts); }

  // The moment from which on it is to be written; nothing where it has all.
  std::optional<double> due() const { return due_; }
  bool is_due(double now) const { return due_ && now >= *due_; }

 private:
  void ask(double moment) { due_ = due_ ? std::min(*due_, moment) : moment; }

  std::optional<double> due_;
};

}  // namespace canvasbook
