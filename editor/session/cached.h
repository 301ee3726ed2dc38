// A value that is computed of the workbook when it is asked for. What takes long waits until the typing pauses, or is
// computed beside the window; the last value stands meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "editor/system/later.h"

namespace canvasbook {

// When what is slow may be computed: all cached values of a workbook share it.
class Pace {
 public:
  static constexpr double quick = 0.008;  // seconds; what takes no longer is done in the frame of the key
  static constexpr double slow = 0.016;   // what takes longer is computed beside, on another thread
  static constexpr double pause = 0.15;   // seconds without a change

  // As Computed says.
  explicit Pace(std::function<double()> stopwatch, std::launch beside)
      : stopwatch_(std::move(stopwatch)), beside_(beside) {}

  double now() const { return stopwatch_ ? stopwatch_() : 0; }
  const std::function<double()>& stopwatch() const { return stopwatch_; }
  std::launch beside() const { return beside_; }

  // Whether something that took so long the last time may be computed; if not, it waits.
  bool may_compute(double seconds, std::uint64_t revision) {
    if (seconds <= quick || quiet_revision_ == revision) return true;
    wait();
    return false;
  }
  void wait() { is_waiting_ = true; }  // something does, for the next pause

  // Called with growing seconds; returns whether what waited is to be asked for now.
  bool tick(double seconds, std::uint64_t revision) {
    if (ticked_revision_ != revision) {
      ticked_revision_ = revision;
      changed_at_ = seconds;
    }
    if (!is_waiting_ || seconds - changed_at_ < pause) return false;
    quiet_revision_ = revision;
    is_waiting_ = false;
    return true;
  }

 private:
  std::function<double()> stopwatch_;
  std::launch beside_;
  bool is_waiting_ = false;
  std::optional<std::uint64_t> quiet_revision_;   // after which the typing paused
  std::optional<std::uint64_t> ticked_revision_;  // of the last tick
  double changed_at_ = 0;
};

// Where a job runs: in the frame, or on another thread.
enum class Where { here, beside };

template <class Value>
class Cached {
 public:
  using Job = std::function<Value(Where)>;

  Value& value() { return value_; }
  std::uint64_t version() const { return version_; }  // grows when there is another value

  bool is_of(std::uint64_t revision) const { return revision_ == revision; }

  // The next time it is not put off: what it is of is another.
  void forget() {
    revision_.reset();
    seconds_ = 0;
    later_.discard();
  }
  void clear() {
    forget();
    value_ = {};
    ++version_;
  }

  // Each computes the value where it is of another revision than this one. At once:
  template <class Compute>
  Value& at_once(std::uint64_t revision, Compute compute) {
    if (!is_of(revision)) set(compute(), revision, 0);
    return value_;
  }

  // In this frame, unless it has to wait; returns whether it did.
  template <class Compute>
  bool renew(Pace& pace, std::uint64_t revision, Compute compute) {
    if (is_of(revision) || (revision_ && !pace.may_compute(seconds_, revision))) return false;
    const double start = pace.now();
    Value value = compute();
    set(std::move(value), revision, pace.now() - start);
    return true;
  }

  // In this frame, beside it, or later; returns whether there is a value that was not there before. `make_job` gives a
  // Job, or an empty one where the value is right for this revision too. The job shares nothing that changes.
  template <class MakeJob>
  bool renew_beside(Pace& pace, std::uint64_t revision, MakeJob make_job) {
    if (later_.is_there() && take(pace, revision)) return true;
    if (is_of(revision)) return false;
    if (revision_ && (later_.is_coming() || !pace.may_compute(seconds_, revision))) return false;
    const Job job = make_job();
    if (!job) {
      revision_ = revision;
      return false;
    }
    if (!revision_ || seconds_ <= Pace::slow) {
      const double start = pace.now();
      Value value = job(Where::here);
      set(std::move(value), revision, pace.now() - start);
      return true;
    }
    later_.start(pace.beside(), revision, [job, stopwatch = pace.stopwatch()] {
      const double start = stopwatch();
      Value value = job(Where::beside);
      return Timed(std::move(value), stopwatch() - start);
    });
    return later_.is_there() && take(pace, revision);
  }

  bool is_news() { return later_.is_news(); }  // true once, when one that was computed beside is there

 private:
  using Timed = std::pair<Value, double>;  // with how long it took, in seconds

  void set(Value value, std::uint64_t revision, double seconds) {
    value_ = std::move(value);
    revision_ = revision;
    seconds_ = seconds;
    ++version_;
  }

  bool take(Pace& pace, std::uint64_t revision) {
    const bool is_wanted = later_.is_wanted();
    auto [value, seconds] = later_.take();
    if (!is_wanted) return false;
    set(std::move(value), later_.revision(), seconds);
    if (!is_of(revision)) pace.wait();
    return true;
  }

  Value value_{};
  std::optional<std::uint64_t> revision_;
  double seconds_ = 0;  // that it took
  std::uint64_t version_ = 0;
  Later<Timed> later_;
};

}  // namespace canvasbook
