#include "model/file/temporary_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <random>
#include <string_view>

namespace canvasbook {

namespace {

constexpr std::string_view prefix = ".canvasbook-";
constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr size_t name_length = 6;  // after the prefix

std::string random_name() {
  std::random_device random;
  std::uniform_int_distribution<size_t> pick(0, letters.size() - 1);
  std::string name(prefix);
  for (size_t i = 0; i < name_length; ++i) name += letters[pick(random)];
  return name;
}

bool is_such_name(std::string_view name) {
  return name.size() == prefix.size() + name_length && name.starts_with(prefix) &&
         name.find_first_not_of(letters, prefix.size()) == std::string_view::npos;
}

// Whether nobody holds the open file. A file system without locks says so of none.
bool lock(int file) { return ::flock(file, LOCK_EX | LOCK_NB) == 0; }

void clear_if_left(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat open {};
  struct stat named {};
  if (!file.is_open() || ::fstat(file.get(), &open) != 0) return;
  if (!S_ISREG(open.st_mode) || open.st_uid != ::geteuid() || !lock(file.get())) return;
  const bool is_same = ::lstat(path.c_str(), &named) == 0 && named.st_dev == open.st_dev && named.st_ino == open.st_ino;
  if (is_same) ::unlink(path.c_str());
}

}  // namespace

TemporaryFile::TemporaryFile(const std::string& folder, unsigned mode) {
  constexpr int most_tries = 100;
  for (int tries = 0; tries < most_tries; ++tries) {
    path_ = folder + "/" + random_name();
    file_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (!file_.is_open() && errno == EEXIST) continue;
    if (!file_.is_open()) break;
    // Another process may clear the file away in the moment before it is locked.
    struct stat status {};
    const bool is_taken = !lock(file_.get()) && errno == EWOULDBLOCK;
    if (!is_taken && ::fstat(file_.get(), &status) == 0 && status.st_nlink > 0) return;
    ::unlink(path_.c_str());
    file_.close();
    errno = EEXIST;
  }
  path_.clear();
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void clear_left_temporary_files(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    if (is_such_name(entry->path().filename().string())) clear_if_left(entry->path().string());
  }
}

}  // namespace canvasbook
