#include "editor/workbook_on_disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <iterator>

#include "editor/checksum.h"
#include "model/file.h"

namespace canvasbook {

namespace {

// A stamp without the content. Returns 0, or the system's error number.
int read_place(const std::string& path, FileStamp& stamp) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno;
  stamp.device = status.st_dev;
  stamp.inode = status.st_ino;
  stamp.size = static_cast<std::uint64_t>(status.st_size);
  stamp.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return 0;
}

Error system_error(ErrorCode code, const std::string& path, int number) {
  return Error{code, path, 0, 0, {}, std::to_string(number)};
}

bool is_missing(const Error& error) {
  return error.code == ErrorCode::cannot_open && error.detail == std::to_string(ENOENT);
}

std::string lock_file(const std::string& folder, const std::string& path) {
  std::error_code error;
  std::filesystem::path target = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  if (error) target = std::filesystem::path(path).lexically_normal();
  return folder + "/" + checksum_text(target.string()) + ".lock";
}

// Whether the name still leads to the open file, and not to one that another process made after removing it.
bool leads_to(const std::string& file, const Descriptor& descriptor) {
  struct stat named {};
  struct stat open {};
  return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor.get(), &open) == 0 && named.st_dev == open.st_dev &&
         named.st_ino == open.st_ino;
}

int read_owner(const Descriptor& descriptor) {
  char text[16];
  const ssize_t length = ::pread(descriptor.get(), text, sizeof text, 0);
  int owner = 0;
  if (length > 0) std::from_chars(std::begin(text), std::begin(text) + length, owner);
  return owner;
}

// Returns 0, or the system's error number.
int write_owner(const Descriptor& descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor.get(), 0) != 0) return errno;
  const ssize_t written = ::pwrite(descriptor.get(), text.data(), text.size(), 0);
  return written == static_cast<ssize_t>(text.size()) ? 0 : written < 0 ? errno : ENOSPC;
}

}  // namespace

Result<FileStamp> stamp_of(const std::string& path) {
  // The place is taken before the content: a change between the two leaves an old place, which the next check sees.
  FileStamp stamp;
  if (const int number = read_place(path, stamp)) return system_error(ErrorCode::cannot_open, path, number);
  const auto content = read_file(path);
  if (!content) return content.error();
  stamp.content = checksum(*content);
  return stamp;
}

FileStamp stamp_of_content(std::string_view content) {
  FileStamp stamp;
  stamp.content = checksum(content);
  return stamp;
}

FileChange compare(const FileStamp& before, const FileStamp& now) {
  if (before == now) return FileChange::none;
  return before.content == now.content ? FileChange::touched : FileChange::changed;
}

Result<DiskCheck> check_on_disk(const std::string& path, const FileStamp& known) {
  FileStamp now;
  now.content = known.content;
  const int number = read_place(path, now);
  if (number == ENOENT) return DiskCheck{FileChange::gone, known};
  if (number != 0) return system_error(ErrorCode::cannot_open, path, number);
  if (now == known) return DiskCheck{FileChange::none, known};
  const auto stamp = stamp_of(path);
  if (!stamp && is_missing(stamp.error())) return DiskCheck{FileChange::gone, known};
  if (!stamp) return stamp.error();
  return DiskCheck{compare(known, *stamp), *stamp};
}

Result<WorkbookLock::Attempt> WorkbookLock::try_lock(const std::string& folder, const std::string& path) {
  const std::string file = lock_file(folder, path);
  for (;;) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!descriptor.is_open()) return system_error(ErrorCode::cannot_write, file, errno);
    if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return system_error(ErrorCode::cannot_write, file, errno);
      Attempt taken;
      taken.owner = read_owner(descriptor);
      return taken;
    }
    if (!leads_to(file, descriptor)) continue;  // its owner removed it just now
    if (const int number = write_owner(descriptor)) {
      ::unlink(file.c_str());
      return system_error(ErrorCode::cannot_write, file, number);
    }
    Attempt attempt;
    attempt.lock = WorkbookLock(file, std::move(descriptor));
    return attempt;
  }
}

WorkbookLock::~WorkbookLock() { release(); }

WorkbookLock& WorkbookLock::operator=(WorkbookLock&& other) noexcept {
  if (this == &other) return *this;
  release();
  file_ = std::move(other.file_);
  descriptor_ = std::move(other.descriptor_);
  return *this;
}

void WorkbookLock::release() {
  if (!descriptor_.is_open()) return;
  if (leads_to(file_, descriptor_)) ::unlink(file_.c_str());  // while the lock is held, so that it is ours
  descriptor_.close();
}

}  // namespace canvasbook
