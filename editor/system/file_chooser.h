// Choosing a file in a dialog of the system, which the program zenity shows while our window goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/file/descriptor.h"

namespace canvasbook {

struct FileChoice {
  enum class Purpose { open, save, folder };
  struct Filter {
    std::string name;                   // as shown; without '|'
    std::vector<std::string> patterns;  // "*.canvasbook"; without blanks
  };

  Purpose purpose = Purpose::open;
  std::string title;
  std::string start;  // absolute: the folder to begin in; for `save` the path to suggest, or a folder that ends in '/'
  std::vector<Filter> filters;
};

// The arguments that have zenity ask for the choice. A file that exists is not asked about: the caller does that.
std::vector<std::string> zenity_arguments(const FileChoice& choice);

// Looks for a program by its name, as a shell does, in the folders of $PATH ("/usr/local/bin:/usr/bin"). Relative
// folders are passed over: what lies in the current folder must not be run by chance.
std::optional<std::string> find_program(const std::string& name, const std::string& path_variable);

// A dialog on the screen. It is closed with this object.
class FileChooser {
 public:
  struct Outcome {
    enum class Kind {
      chosen,
      cancelled,
      failed,  // could not be run, crashed, or answered with anything but a path
    };
    Kind kind = Kind::failed;
    std::string path;  // where chosen: absolute, byte for byte
  };

  // Shows the dialog. `program` is the path of zenity; `environment` has the form "NAME=value".
  FileChooser(const std::string& program, const FileChoice& choice, const std::vector<std::string>& environment);
  ~FileChooser();
  FileChooser(const FileChooser&) = delete;
  FileChooser& operator=(const FileChooser&) = delete;

  // Nothing while the dialog is open; then always the same answer. Never waits, so that each tick can ask.
  std::optional<Outcome> poll();

 private:
  void read_answer();
  void finish(int exit_code);
  void end_program();

  int process_ = 0;  // 0 once it has ended
  Descriptor output_{-1};
  std::string answer_;
  std::optional<Outcome> outcome_;
};

}  // namespace canvasbook
