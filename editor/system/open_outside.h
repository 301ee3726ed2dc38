// The viewer that the system has for a file or a folder.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/base/result.h"

namespace canvasbook {

// A viewer that was asked for. It goes on by itself when this object is gone.
class OutsideProgram {
 public:
  enum class Outcome {
    opened,
    no_viewer,  // the system knows no program for this kind of file
    failed,
  };

  // Takes over a process of start_program(). `path` is what it was asked to open.
  OutsideProgram(int process, std::string path) : process_(process), path_(std::move(path)) {}
  ~OutsideProgram();
  OutsideProgram(OutsideProgram&& other) noexcept;
  OutsideProgram& operator=(OutsideProgram&& other) noexcept;

  const std::string& path() const { return path_; }

  // Nothing until the program has ended, which may take as long as the viewer is open; then always the same answer.
  std::optional<Outcome> poll();

 private:
  void leave_alone();

  int process_ = 0;  // 0 once it has ended
  std::string path_;
  std::optional<Outcome> outcome_;
};

// Has `program`, a found xdg-open, open a file or a folder, and does not wait for it. What became of it is told by
// poll(). Errors: cannot_open with the path of the program, where it cannot be run.
Result<OutsideProgram> open_outside(const std::string& program, const std::string& path,
                                    const std::vector<std::string>& environment);

}  // namespace canvasbook
