// Programs beside ours for tests: stand-ins that are shell scripts, and waiting for their answers.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "tests/samples.h"

namespace canvasbook::samples {

// Asks until there is an answer; a test that would hang fails instead.
template <class Ask>
auto answer_of(Ask ask) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  auto answer = ask();
  while (!answer && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::yield();
    answer = ask();
  }
  return answer;
}

// A shell script as a program. Returns its path.
inline std::string make_program(const TemporaryFolder& folder, const std::string& name, const std::string& script) {
  const std::string path = folder.file(name);
  put_bytes(path, "#!/bin/sh\n" + script + "\n");
  std::filesystem::permissions(path, std::filesystem::perms(0755));
  return path;
}

}  // namespace canvasbook::samples
