// A value that another thread computes, for what would hold a frame up.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <utility>

namespace canvasbook {

template <class Value>
class Later {
 public:
  // Begins to compute the value for a revision of the workbook; only while none is coming. The job shares nothing with
  // this thread that either of them changes. std::launch::deferred computes it when it is taken.
  void start(std::launch launch, std::uint64_t revision, std::function<Value()> job) {
    revision_ = revision;
    is_wanted_ = true;
    is_told_ = false;
    future_ = std::async(launch, std::move(job));
  }

  bool is_coming() const { return future_.valid(); }  // or waits to be taken
  bool is_there() const {
    return is_coming() && future_.wait_for(std::chrono::seconds(0)) != std::future_status::timeout;
  }

  // True once, when the value is there.
  bool is_news() { return !is_told_ && is_there() && (is_told_ = true); }

  // What it was computed for is shown no longer.
  void discard() { is_wanted_ = false; }
  bool is_wanted() const { return is_wanted_; }

  std::uint64_t revision() const { return revision_; }
  Value take() { return future_.get(); }  // waits if need be; none is coming then

 private:
  std::future<Value> future_;
  std::uint64_t revision_ = 0;
  bool is_wanted_ = true;
  bool is_told_ = true;
};

}  // namespace canvasbook
