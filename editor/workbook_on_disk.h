// A workbook's file among other programs: has it changed since we read or wrote it, and is it open already?
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/descriptor.h"
#include "model/result.h"

namespace canvasbook {

// What is known of a file. Without its place and time (all 0) it stands for the content alone.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970
  std::uint64_t content = 0;  // checksum

  bool operator==(const FileStamp&) const = default;
};

// The stamp of the file as it is now; reads all of it. Errors as of read_file.
Result<FileStamp> stamp_of(const std::string& path);

// The stamp of text that was just read from a file or written to it. The first check_on_disk() with it reads the file
// once, so that a change by another program in the moment between cannot slip through.
FileStamp stamp_of_content(std::string_view content);

enum class FileChange {
  none,
  touched,  // another file, another time, but the same content: nothing to ask, keep the new stamp
  changed,  // another content
  gone,     // no file there any more
};

// What happened between two stamps of one path; never `gone`.
FileChange compare(const FileStamp& before, const FileStamp& now);

struct DiskCheck {
  FileChange change = FileChange::none;
  FileStamp now;  // the stamp to keep; where the file is gone, the one that was given
};

// Compares the file with a stamp. Cheap while nothing changed (no reading), so that it can be asked every second.
// Errors as of read_file: a share that is lost is no answer.
Result<DiskCheck> check_on_disk(const std::string& path, const FileStamp& known);

// Says to other windows that a file is open. It ends with the process, however that ends.
class WorkbookLock {
 public:
  struct Attempt;

  // Tries to be the only one with a file open. The lock is a file in `folder`, which must exist; the workbook itself
  // is left alone and need not exist. Two paths that lead to one file by symbolic links are one.
  // Errors: cannot_write where `folder` does not take the lock file.
  static Result<Attempt> try_lock(const std::string& folder, const std::string& path);

  ~WorkbookLock();
  WorkbookLock(WorkbookLock&&) noexcept = default;
  WorkbookLock& operator=(WorkbookLock&& other) noexcept;

 private:
  WorkbookLock(std::string file, Descriptor descriptor) : file_(std::move(file)), descriptor_(std::move(descriptor)) {}
  void release();

  std::string file_;
  Descriptor descriptor_;
};

struct WorkbookLock::Attempt {
  std::optional<WorkbookLock> lock;  // nothing: the file is open already
  int owner = 0;                     // then the process that has it open, or 0 where it does not say
};

}  // namespace canvasbook
