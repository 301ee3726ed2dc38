#include "editor/system/open_outside.h"

#include <sys/wait.h>

#include <system_error>
#include <thread>

#include "editor/system/child_process.h"

namespace canvasbook {

OutsideProgram::~OutsideProgram() { leave_alone(); }

OutsideProgram::OutsideProgram(OutsideProgram&& other) noexcept
    : process_(std::exchange(other.process_, 0)), path_(std::move(other.path_)), outcome_(other.outcome_) {}

OutsideProgram& OutsideProgram::operator=(OutsideProgram&& other) noexcept {
  if (this == &other) return *this;
  leave_alone();
  process_ = std::exchange(other.process_, 0);
  path_ = std::move(other.path_);
  outcome_ = other.outcome_;
  return *this;
}

std::optional<OutsideProgram::Outcome> OutsideProgram::poll() {
  constexpr int tool_not_found = 3;  // of xdg-open
  if (process_ == 0) return outcome_;
  const auto code = exit_code_of(process_);
  if (!code) return std::nullopt;
  process_ = 0;
  outcome_ = *code == 0 ? Outcome::opened : *code == tool_not_found ? Outcome::no_viewer : Outcome::failed;
  return outcome_;
}

void OutsideProgram::leave_alone() {
  const int process = std::exchange(process_, 0);
  if (process == 0 || exit_code_of(process)) return;
  // A viewer may stay open for hours, and somebody has to take note of its end, or it lingers as a zombie.
  try {
    std::thread([process] { ::waitpid(process, nullptr, 0); }).detach();
  } catch (const std::system_error&) {  // then the zombie lasts as long as our program
  }
}

Result<OutsideProgram> open_outside(const std::string& program, const std::string& path,
                                    const std::vector<std::string>& environment) {
  // A relative path could be taken for an option or for a web address.
  const std::string safe_path = path.starts_with('/') ? path : "./" + path;
  const auto process = start_program({{program, safe_path}, environment, -1, true});
  if (!process) return process.error();
  return OutsideProgram(*process, path);
}

}  // namespace canvasbook
