// The program's entry: takes clock, ids and language from the system and hands them to the command line.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>

#include "editor/command_line.h"

namespace {

// The language of messages by the environment, in the order that POSIX sets.
canvasbook::Language system_language() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("ru") ? canvasbook::Language::ru : canvasbook::Language::en;
  }
  return canvasbook::Language::en;
}

canvasbook::Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes comes back as an error of write()
  std::ios::sync_with_stdio(false);
  std::random_device random;
  const std::uint64_t seed = std::uint64_t{random()} << 32 | random();
  const canvasbook::CommandLineWorld world{std::cout, std::cerr, system_language(), today(), seed};
  return canvasbook::run_command_line({argv + 1, argv + argc}, world);
}
