// The program's entry: takes clock, ids and language from the system and hands them to the window or the command line.
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>
#include <random>

#include "editor/command_line/command_line.h"
#include "editor/command_line/terminal_text.h"
#include "editor/system/endings.h"
#include "editor/system/folders.h"
#include "editor/system/tell_outside.h"
#include "editor/window.h"

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

// Takes "--lang ru" or "--lang=ru", or the same with en, from the beginning of the arguments.
std::optional<canvasbook::Language> take_language(std::vector<std::string>& arguments) {
  const std::string option = "--lang";
  if (arguments.empty()) return std::nullopt;
  std::string value;
  std::ptrdiff_t taken = 1;
  if (arguments.front().starts_with(option + "=")) {
    value = arguments.front().substr(option.size() + 1);
  } else if (arguments.front() == option && arguments.size() > 1) {
    value = arguments[1];
    taken = 2;
  }
  const auto language = canvasbook::language_of(value);
  if (language) arguments.erase(arguments.begin(), arguments.begin() + taken);
  return language;
}

// Whether the arguments are nothing or the name of a workbook to open in the window, and not a command or an option.
bool means_the_window(const std::vector<std::string>& arguments) {
  if (arguments.empty()) return true;
  if (arguments.size() != 1 || arguments.front().starts_with('-')) return false;
  std::error_code ignored;
  const bool is_there = std::filesystem::exists(arguments.front(), ignored);
  return !canvasbook::is_command(arguments.front()) &&
         (is_there || !canvasbook::is_mistyped_command(arguments.front()));
}

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

// The error of a named file that is not there; what else can be wrong with it the window says.
std::optional<canvasbook::Error> missing_file(const std::string& file) {
  std::error_code ignored;
  if (file.empty() || std::filesystem::exists(file, ignored)) return std::nullopt;
  return canvasbook::Error{canvasbook::ErrorCode::cannot_open, file, 0, 0, {}, std::to_string(ENOENT)};
}

// Whether somebody may read what is written to the standard streams; nobody does behind an icon.
bool has_terminal() {
  return ::isatty(STDIN_FILENO) == 1 || ::isatty(STDOUT_FILENO) == 1 || ::isatty(STDERR_FILENO) == 1;
}

// Opens the editor, on a workbook if one is named, in a language if one is asked for. Returns the exit code.
int edit(const std::string& file, std::optional<canvasbook::Language> language,
         const canvasbook::CommandLineWorld& world) {
  const canvasbook::Catalog& catalog = canvasbook::Catalog::of(language.value_or(world.language));
  if (const auto problem = missing_file(file)) {  // most likely a mistyped command
    world.err << canvasbook::terminal_text(catalog.error(*problem)) << "\n";
    return canvasbook::exit_failed;
  }
  canvasbook::AppWorld surroundings;
  surroundings.language = world.language;
  surroundings.asked_language = language;
  surroundings.today = world.today;
  surroundings.id_seed = world.id_seed;
  surroundings.clock = time_of_day;
  surroundings.stopwatch = [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  };
  surroundings.computes_beside = true;
  surroundings.home = variable("HOME").value_or("/");
  for (char** entry = environ; *entry != nullptr; ++entry) surroundings.environment.emplace_back(*entry);
  const std::string programs = variable("PATH").value_or("");
  surroundings.zenity = canvasbook::find_program("zenity", programs).value_or("");
  surroundings.opener = canvasbook::find_program("xdg-open", programs).value_or("");
  if (const auto folders = canvasbook::find_folders(variable)) surroundings.folders = *folders;
  surroundings.dictionary_folders = world.dictionary_folders;
  canvasbook::App app(surroundings);
  if (!file.empty()) app.open_file(file);
  std::string problem;
  const int code = canvasbook::run_window(app, problem);
  if (code == canvasbook::exit_no_display || code == canvasbook::exit_no_opengl) {
    const bool is_software = variable("LIBGL_ALWAYS_SOFTWARE").value_or("0") != "0";
    const std::string sentence = catalog.text(code == canvasbook::exit_no_display ? "window.no_display"
                                              : is_software                       ? "window.no_opengl_software"
                                                                                  : "window.no_opengl");
    world.err << sentence << "\n" << problem << "\n" << std::flush;
    if (!has_terminal()) {
      const canvasbook::TellingPrograms telling{surroundings.zenity,
                                                canvasbook::find_program("xmessage", programs).value_or(""),
                                                canvasbook::find_program("notify-send", programs).value_or("")};
      const bool has_display = code == canvasbook::exit_no_opengl;
      canvasbook::tell_outside(canvasbook::ways_to_tell(telling, sentence, has_display), surroundings.environment);
    }
  }
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes comes back as an error of write()
  std::ios::sync_with_stdio(false);
  std::random_device random;
  const std::uint64_t seed = std::uint64_t{random()} << 32 | random();
  const auto folders = canvasbook::find_folders(variable);
  const canvasbook::CommandLineWorld world{std::cout,
                                           std::cerr,
                                           system_language(),
                                           today(),
                                           seed,
                                           canvasbook::dictionary_folders(variable),
                                           folders ? canvasbook::recovery_folder(*folders) : std::string()};
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  std::vector<std::string> named = arguments;
  const auto language = take_language(named);
  if (!means_the_window(named)) return canvasbook::run_command_line(arguments, world);
  canvasbook::note_signals_to_end();
  const int code = edit(named.empty() ? std::string() : named.front(), language, world);
  if (canvasbook::signal_to_end() != 0) canvasbook::end_by(canvasbook::signal_to_end());
  return code;
}
