#include "editor/session/workbook_on_disk.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "model/base/checksum.h"

namespace canvasbook {

namespace {

// A stamp without the content, which needs no reading. Returns 0, or the system's error number.
int read_place(const std::string& path, FileStamp& stamp) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno;
  stamp.device = status.st_dev;
  stamp.inode = status.st_ino;
  stamp.size = static_cast<std::uint64_t>(status.st_size);
  stamp.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  return 0;
}

bool is_missing(const Error& error) {
  return error.code == ErrorCode::cannot_open && error.detail == std::to_string(ENOENT);
}

std::string path_lock(const std::string& folder, const std::string& path) {
  std::error_code error;
  std::filesystem::path target = std::filesystem::weakly_canonical(std::filesystem::absolute(path, error), error);
  if (error) target = std::filesystem::path(path).lexically_normal();
  return folder + "/" + checksum_text(target.string()) + ".lock";
}

std::string inode_lock(const std::string& folder, const FileStamp& stamp) {
  return folder + "/inode-" + std::to_string(stamp.device) + "-" + std::to_string(stamp.inode) + ".lock";
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

// Like flock without waiting, but for an owner that was killed just now: its lock goes within a moment.
bool take_lock(const Descriptor& descriptor) {
  constexpr int most_attempts = 50;
  for (int attempt = 0; ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0; ++attempt) {
    if (errno != EWOULDBLOCK) return false;
    if (attempt == most_attempts || !is_process_ending(read_owner(descriptor))) {
      errno = EWOULDBLOCK;
      return false;
    }
    ::usleep(10'000);
  }
  return true;
}

// Returns 0, or the system's error number.
int write_owner(const Descriptor& descriptor) {
  const std::string text = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor.get(), 0) != 0) return errno;
  const ssize_t written = ::pwrite(descriptor.get(), text.data(), text.size(), 0);
  return written == static_cast<ssize_t>(text.size()) ? 0 : written < 0 ? errno : ENOSPC;
}

}  // namespace

bool is_process_ending(int process) {
  if (process <= 0) return false;
  if (::kill(process, 0) != 0) return errno == ESRCH;
  // "PID (NAME) STATE PARENT GROUP SESSION TERMINAL GROUP FLAGS …"; the name may hold anything
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string status(std::istreambuf_iterator<char>(file), {});
  std::istringstream fields(status.substr(std::min(status.rfind(')') + 1, status.size())));
  char state = 0;
  long number = 0;
  unsigned long flags = 0;
  fields >> state >> number >> number >> number >> number >> number >> flags;
  constexpr unsigned long exiting = 0x4;  // PF_EXITING of Linux
  return state == 'Z' || state == 'X' || (flags & exiting) != 0;
}

Result<FileStamp> stamp_of(const std::string& path) {
  const auto read = read_stamped_file(path);
  if (!read) return read.error();
  return read->stamp;
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

Result<WorkbookLock::Attempt> WorkbookLock::try_lock(const std::string& folder, const std::string& path,
                                                     const FileStamp& stamp) {
  auto by_path = try_name(path_lock(folder, path));
  if (!by_path) return by_path.error();
  auto by_inode = stamp.inode == 0 || !by_path->held ? Result<Try>(Try{}) : try_name(inode_lock(folder, stamp));
  if (!by_inode) return by_inode.error();
  Attempt attempt;
  if (!by_path->held || (stamp.inode != 0 && !by_inode->held)) {
    attempt.owner = by_path->held ? by_inode->owner : by_path->owner;
    return attempt;
  }
  attempt.lock = WorkbookLock(folder, std::move(*by_path->held), std::move(by_inode->held));
  return attempt;
}

void WorkbookLock::follow(const FileStamp& stamp) {
  if (stamp.inode == 0) return inode_.reset();
  const std::string name = inode_lock(folder_, stamp);
  if (inode_ && inode_->leads_to(name)) return;
  inode_.reset();
  // Another window that holds it has a file in mind that is no longer there: inodes are used again.
  if (auto taken = try_name(name); taken && taken->held) inode_ = std::move(taken->held);
}

WorkbookLock::Name::~Name() { release(); }

WorkbookLock::Name& WorkbookLock::Name::operator=(Name&& other) noexcept {
  if (this == &other) return *this;
  release();
  file_ = std::move(other.file_);
  descriptor_ = std::move(other.descriptor_);
  return *this;
}

bool WorkbookLock::Name::leads_to(const std::string& file) const {
  return file == file_ && descriptor_.is_open() && canvasbook::leads_to(file_, descriptor_);
}

void WorkbookLock::Name::release() {
  if (!descriptor_.is_open()) return;
  if (canvasbook::leads_to(file_, descriptor_)) ::unlink(file_.c_str());  // while the lock is held, so that it is ours
  descriptor_.close();
}

Result<WorkbookLock::Try> WorkbookLock::try_name(const std::string& file) {
  for (;;) {
    Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600));
    if (!descriptor.is_open()) return system_error(ErrorCode::cannot_write, file, errno);
    if (!take_lock(descriptor)) {
      if (errno != EWOULDBLOCK) return system_error(ErrorCode::cannot_write, file, errno);
      Try taken;
      taken.owner = read_owner(descriptor);
      return taken;
    }
    if (!canvasbook::leads_to(file, descriptor)) continue;  // its owner removed it just now
    if (const int number = write_owner(descriptor)) {
      ::unlink(file.c_str());
      return system_error(ErrorCode::cannot_write, file, number);
    }
    Try attempt;
    attempt.held = Name(file, std::move(descriptor));
    return attempt;
  }
}

}  // namespace canvasbook
