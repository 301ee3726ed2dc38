// A file that is written beside the one it will replace, and taken away again unless it does.
#pragma once

#include <string>

#include "model/file/descriptor.h"

namespace canvasbook {

class TemporaryFile {
 public:
  // Makes a file ".canvasbook-XXXXXX" in a folder, open for writing, with a mode that the user's mask still narrows. It
  // is locked as long as it is open, by which others know that its owner runs. On failure is_open() is false and errno
  // says why.
  TemporaryFile(const std::string& folder, unsigned mode);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  bool is_open() const { return file_.is_open(); }
  int descriptor() const { return file_.get(); }
  const std::string& path() const { return path_; }

  // It has another name now, or was given up: nothing is there to take away.
  void forget_path() { path_.clear(); }

 private:
  std::string path_;
  Descriptor file_{-1};
};

// Deletes those of a folder whose owner ended while it wrote, as kill -9 does. Whatever does not bear such a name,
// belongs to somebody else or is being written stays.
void clear_left_temporary_files(const std::string& folder);

}  // namespace canvasbook
