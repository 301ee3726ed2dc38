// How the cost of work grows with its size: a ratio, which is the same on a quick machine and on a slow one.
#pragma once

#include <time.h>

#include <algorithm>
#include <limits>

namespace canvasbook::samples {

// The least processor time of this thread that a piece of work takes, in seconds; what others do meanwhile is no cost
// of ours. `work` says itself where its cost begins and ends: it is given a function that runs what is measured.
template <class Work>
double least_seconds(int times, Work work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  };
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < times; ++i) {
    work([&](auto measured) {
      const double start = now();
      measured();
      least = std::min(least, now() - start);
    });
  }
  return least;
}

}  // namespace canvasbook::samples
