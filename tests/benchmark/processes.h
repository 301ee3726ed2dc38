// Running programs for measurements.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace canvasbook {

using Command = std::vector<std::string>;

struct Process {
  double seconds = 0;        // of the processor
  double memory = 0;         // bytes at its peak
  bool was_stopped = false;  // by limit_processor_time
};

// This process, or what it goes on as, is stopped when it has used the processor for longer.
inline void limit_processor_time(rlim_t seconds) {
  const rlimit limit{seconds, RLIM_INFINITY};
  setrlimit(RLIMIT_CPU, &limit);
}

// Waits for a child process; ends this one when it failed, which is any exit code but 0 and `also_fine`.
inline Process wait_for(pid_t child, const std::string& name, int also_fine = 0) {
  int status = 0;
  rusage usage{};
  const bool ended = wait4(child, &status, 0, &usage) == child;
  const bool was_stopped = ended && WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  const bool is_done = ended && WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == also_fine);
  if (!is_done && !was_stopped) {
    std::fprintf(stderr, "%s failed\n", name.c_str());
    std::exit(1);
  }
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) * 1024, was_stopped};
}

// Runs a program without its output, for no longer than it may use the processor; ends this one when it fails.
inline Process run_process(const Command& command, int also_fine = 0, rlim_t most_seconds = RLIM_INFINITY) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    limit_processor_time(most_seconds);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  std::string name;
  for (const std::string& word : command) name += word + " ";
  return wait_for(child, name, also_fine);
}

inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

}  // namespace canvasbook
