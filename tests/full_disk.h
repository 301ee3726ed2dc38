// A disk without space, as far as the files of this process are concerned.
#pragma once

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>

#include <cstddef>

namespace canvasbook::samples {

// Runs an action while the system refuses files over a size.
template <class Action>
void with_full_disk(size_t size, Action action) {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{size, before.rlim_max};
  const bool limited = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
  action();
  ::setrlimit(RLIMIT_FSIZE, &before);
  ::signal(SIGXFSZ, handler);
  REQUIRE(limited);
}

}  // namespace canvasbook::samples
