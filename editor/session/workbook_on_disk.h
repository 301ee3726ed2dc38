// A workbook's file among other programs: has it changed since we read or wrote it, and is it open already?
#pragma once

#include <optional>
#include <string>

#include "model/base/result.h"
#include "model/file/descriptor.h"
#include "model/file/file.h"

namespace canvasbook {

// The stamp of the file as it is now; reads all of it. Errors as of read_file.
Result<FileStamp> stamp_of(const std::string& path);

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

// Whether a process has ended, or ends while its files are still being closed.
bool is_process_ending(int process);

// Says to other windows that a file is open. It ends with the process, however that ends.
class WorkbookLock {
 public:
  struct Attempt;

  // Tries to be the only one with a file open. The lock is a file in `folder`, which must exist, and where `stamp` says
  // which file it is a second one; the workbook itself is left alone and need not exist. Two paths that lead to one
  // file are one, be it by symbolic links or, with a stamp, by hard links. Errors: cannot_write where `folder` does not
  // take the lock files.
  static Result<Attempt> try_lock(const std::string& folder, const std::string& path, const FileStamp& stamp = {});

  // Another file has the name now, as after each save.
  void follow(const FileStamp& stamp);

 private:
  // One lock file.
  class Name {
   public:
    Name(std::string file, Descriptor descriptor) : file_(std::move(file)), descriptor_(std::move(descriptor)) {}
    ~Name();
    Name(Name&&) noexcept = default;
    Name& operator=(Name&& other) noexcept;
    bool leads_to(const std::string& file) const;

   private:
    void release();
    std::string file_;
    Descriptor descriptor_;
  };
  struct Try {
    std::optional<Name> held;
    int owner = 0;
  };

  WorkbookLock(std::string folder, Name path, std::optional<Name> inode)
      : folder_(std::move(folder)), path_(std::move(path)), inode_(std::move(inode)) {}
  static Result<Try> try_name(const std::string& file);

  std::string folder_;
  Name path_;
  std::optional<Name> inode_;
};

struct WorkbookLock::Attempt {
  std::optional<WorkbookLock> lock;  // nothing: the file is open already
  int owner = 0;                     // then the process that has it open, or 0 where it does not say
};

}  // namespace canvasbook
