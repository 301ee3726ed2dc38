#include "model/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>

#include "model/descriptor.h"

namespace canvasbook {

namespace {

Error file_error(ErrorCode code, const std::string& path, std::string detail) {
  return Error{code, path, 0, 0, {}, std::move(detail)};
}

Error system_error(ErrorCode code, const std::string& path, int number) {
  if (number == EISDIR) return file_error(ErrorCode::is_directory, path, {});
  return file_error(code, path, std::to_string(number));
}

// Returns 0, or the system's error number.
int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

// Replaces a symbolic link by what it points at, which need not exist. Returns 0, or the system's error number.
int follow_links(std::filesystem::path& target) {
  constexpr int most_links = 40;  // as Linux has it
  std::error_code error;
  for (int links = 0; std::filesystem::is_symlink(target, error); ++links) {
    if (links == most_links) return ELOOP;
    const std::filesystem::path next = std::filesystem::read_symlink(target, error);
    if (error) return error.value();
    target = target.parent_path() / next;  // an absolute link replaces the whole path
  }
  return 0;
}

// The system tells the mask only by changing it, so threads that ask take turns.
mode_t current_umask() {
  static std::mutex one_at_a_time;
  const std::scoped_lock lock(one_at_a_time);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return mask;
}

Result<Done> write_in_place(const std::string& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error(ErrorCode::cannot_write, path, errno);
  if (const int number = write_all(file.get(), content)) return system_error(ErrorCode::cannot_write, path, number);
  if (!file.close()) return system_error(ErrorCode::cannot_write, path, errno);
  return Done{};
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return system_error(ErrorCode::cannot_open, path, errno);
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return system_error(ErrorCode::cannot_open, path, errno);
  if (S_ISDIR(status.st_mode)) return file_error(ErrorCode::is_directory, path, {});
  const Error too_large = file_error(ErrorCode::too_large, path, std::to_string(largest_file >> 20));
  if (S_ISREG(status.st_mode) && static_cast<size_t>(status.st_size) > largest_file) return too_large;
  std::string content;
  size_t length = 0;
  for (;;) {
    const size_t expected = static_cast<size_t>(std::max<off_t>(status.st_size, 0)) + 1;
    content.resize(std::max(expected, length + (length >> 1) + 4096));
    const ssize_t got = ::read(file.get(), content.data() + length, content.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(ErrorCode::cannot_open, path, errno);
    if (got == 0) break;
    length += static_cast<size_t>(got);
    if (length > largest_file) return too_large;
  }
  content.resize(length);
  return content;
}

Result<Done> write_file(const std::string& path, std::string_view content, Existing existing) {
  std::filesystem::path target(path);
  if (const int number = follow_links(target)) return system_error(ErrorCode::cannot_write, path, number);
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return file_error(ErrorCode::is_directory, path, {});
  if (exists && !S_ISREG(status.st_mode)) return write_in_place(path, content);
  if (exists && existing == Existing::refuse) return file_error(ErrorCode::target_exists, path, {});
  if (exists && ::access(target.c_str(), W_OK) != 0) return system_error(ErrorCode::cannot_write, path, errno);

  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  std::string temporary = (folder / ".canvasbook-XXXXXX").string();
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return system_error(ErrorCode::cannot_write, path, errno);
  const auto give_up = [&](int number) {
    ::unlink(temporary.c_str());
    return system_error(ErrorCode::cannot_write, path, number);
  };
  if (const int number = write_all(file.get(), content)) return give_up(number);
  if (::fchmod(file.get(), exists ? (status.st_mode & 07777) : (0666 & ~current_umask())) != 0) return give_up(errno);
  if (::fsync(file.get()) != 0) return give_up(errno);
  if (!file.close()) return give_up(errno);
  // link() refuses an existing target in the same step in which it creates it, so a file that appeared meanwhile is
  // safe.
  if (existing == Existing::refuse) {
    if (::link(temporary.c_str(), target.c_str()) == 0) {
      ::unlink(temporary.c_str());
    } else if (errno == EEXIST) {
      ::unlink(temporary.c_str());
      return file_error(ErrorCode::target_exists, path, {});
    } else if (::rename(temporary.c_str(), target.c_str()) != 0) {  // a file system without hard links
      return give_up(errno);
    }
  } else if (::rename(temporary.c_str(), target.c_str()) != 0) {
    return give_up(errno);
  }
  Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0 || ::fsync(directory.get()) != 0) {
    // Some file systems cannot flush a folder and say so with EINVAL; the file itself is safe.
    if (errno != EINVAL && errno != ENOTSUP && errno != EACCES)
      return system_error(ErrorCode::cannot_write, path, errno);
  }
  return Done{};
}

}  // namespace canvasbook
