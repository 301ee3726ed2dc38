// The program's entry: takes clock, ids and language from the system and hands them to the window or the command line.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <random>

#include "editor/command_line.h"
#include "editor/folders.h"
#include "editor/window.h"
#include "model/workbook_file.h"

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

// "2026-11-21 12:40"
std::string time_of_day() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm local{};
  localtime_r(&now, &local);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
  return text;
}

// Whether the arguments are the name of a workbook to open in the window, and not a command or an option.
bool names_a_file(const std::vector<std::string>& arguments) {
  if (arguments.size() != 1 || arguments.front().starts_with('-')) return false;
  for (const char* command : {"templates", "new", "info", "export", "check"}) {
    if (arguments.front() == command) return false;
  }
  return true;
}

// Opens the editor on a workbook. Returns the exit code.
int edit(const std::string& file, const canvasbook::CommandLineWorld& world) {
  const canvasbook::Catalog& catalog = canvasbook::Catalog::of(world.language);
  auto workbook = canvasbook::load_workbook(file);
  if (!workbook) {
    world.err << catalog.error(workbook.error()) << "\n";
    return canvasbook::exit_failed;
  }
  const auto folders = canvasbook::find_folders([](const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  });
  const canvasbook::AppWorld surroundings{world.language, world.today, world.id_seed,
                                          folders ? folders->state : std::string(), time_of_day};
  canvasbook::App app(std::move(*workbook), file, surroundings);
  std::string problem;
  const int code = canvasbook::run_window(app, problem);
  if (code == canvasbook::exit_no_display) world.err << catalog.text("window.no_display") << "\n" << problem << "\n";
  if (code == canvasbook::exit_no_opengl) world.err << catalog.text("window.no_opengl") << "\n" << problem << "\n";
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes comes back as an error of write()
  std::ios::sync_with_stdio(false);
  std::random_device random;
  const std::uint64_t seed = std::uint64_t{random()} << 32 | random();
  const canvasbook::CommandLineWorld world{std::cout, std::cerr, system_language(), today(), seed};
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return names_a_file(arguments) ? edit(arguments.front(), world) : canvasbook::run_command_line(arguments, world);
}
