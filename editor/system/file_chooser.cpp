#include "editor/system/file_chooser.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <string_view>

#include "editor/system/child_process.h"

namespace canvasbook {

namespace {

constexpr size_t longest_answer = 16384;  // bytes; the system's paths have at most 4096

// The value of a variable in a list of "NAME=value"; empty where it is not set.
std::string value_of(const std::vector<std::string>& environment, const std::string& name) {
  for (const std::string& variable : environment) {
    if (variable.starts_with(name + "=")) return variable.substr(name.size() + 1);
  }
  return {};
}

// Under any other locale, or one that is not installed, zenity would write names that are not ASCII with question
// marks. LANGUAGE still chooses the language of the labels.
std::vector<std::string> dialog_environment(std::vector<std::string> environment) {
  std::string language = value_of(environment, "LANGUAGE");
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (language.empty()) language = value_of(environment, name);
  }
  std::erase_if(environment, [](const std::string& variable) {
    return variable.starts_with("LC_ALL=") || variable.starts_with("LANGUAGE=");
  });
  environment.emplace_back("LC_ALL=C.UTF-8");
  environment.push_back("LANGUAGE=" + language);
  return environment;
}

bool is_program(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::vector<std::string> zenity_arguments(const FileChoice& choice) {
  std::vector<std::string> arguments{"--file-selection"};
  if (choice.purpose == FileChoice::Purpose::save) arguments.emplace_back("--save");
  if (choice.purpose == FileChoice::Purpose::folder) arguments.emplace_back("--directory");
  arguments.push_back("--title=" + choice.title);
  if (!choice.start.empty()) {
    // Without the slash zenity begins in the folder above.
    const bool lacks_slash = choice.purpose != FileChoice::Purpose::save && !choice.start.ends_with('/');
    arguments.push_back("--filename=" + choice.start + (lacks_slash ? "/" : ""));
  }
  for (const FileChoice::Filter& filter : choice.filters) {
    std::string argument = "--file-filter=" + filter.name + " |";
    for (const std::string& pattern : filter.patterns) argument += " " + pattern;
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

std::optional<std::string> find_program(const std::string& name, const std::string& path_variable) {
  std::string_view folders = path_variable;
  while (!folders.empty()) {
    const size_t end = std::min(folders.find(':'), folders.size());
    const std::string path = std::string(folders.substr(0, end)) + "/" + name;
    if (folders.starts_with('/') && is_program(path)) return path;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return std::nullopt;
}

FileChooser::FileChooser(const std::string& program, const FileChoice& choice,
                         const std::vector<std::string>& environment) {
  outcome_ = Outcome{};  // failed, unless all of this succeeds
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  output_ = Descriptor(ends[0]);
  const Descriptor input(ends[1]);
  if (::fcntl(output_.get(), F_SETFL, O_NONBLOCK) != 0) return;
  std::vector<std::string> command = zenity_arguments(choice);
  command.insert(command.begin(), program);
  const auto process = start_program({std::move(command), dialog_environment(environment), input.get(), false});
  if (!process) return;
  process_ = *process;
  outcome_.reset();
}

FileChooser::~FileChooser() { end_program(); }

std::optional<FileChooser::Outcome> FileChooser::poll() {
  if (outcome_) return outcome_;
  // Asked before reading: what a program wrote before its end is surely in the pipe then.
  const auto exit_code = exit_code_of(process_);
  if (exit_code) process_ = 0;
  read_answer();
  if (exit_code) finish(*exit_code);
  if (answer_.size() > longest_answer) {
    end_program();
    outcome_ = Outcome{};
  }
  return outcome_;
}

void FileChooser::read_answer() {
  char buffer[4096];
  while (answer_.size() <= longest_answer) {
    const ssize_t got = ::read(output_.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return;
    answer_.append(buffer, static_cast<size_t>(got));
  }
}

void FileChooser::finish(int exit_code) {
  outcome_ = Outcome{};
  if (exit_code == 1) outcome_->kind = Outcome::Kind::cancelled;
  if (answer_.ends_with('\n')) answer_.pop_back();
  // For a name that is not UTF-8 zenity writes "(null)".
  if (exit_code == 0 && answer_.starts_with('/')) *outcome_ = {Outcome::Kind::chosen, answer_};
}

void FileChooser::end_program() {
  if (process_ == 0) return;
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) continue;
  process_ = 0;
}

}  // namespace canvasbook
