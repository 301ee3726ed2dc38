#include "model/file/file.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "model/base/checksum.h"
#include "model/file/descriptor.h"
#include "model/file/file_rights.h"
#include "model/file/temporary_file.h"

namespace canvasbook {

namespace {

Error file_error(ErrorCode code, const std::string& path, std::string detail) {
  return Error{code, path, 0, 0, {}, std::move(detail)};
}

Error folder_error(const std::filesystem::path& folder, int number) {
  std::error_code ignored;
  const auto named = folder == "." ? std::filesystem::current_path(ignored) : folder;
  return system_error(ErrorCode::folder_refuses, named.string(), number);
}

// The error of writing; one that every file of the folder would meet is told of the folder.
Error write_error(const std::string& path, const std::filesystem::path& folder, int number) {
  if (number == ENOSPC || number == EDQUOT) return folder_error(folder, number);
  return system_error(ErrorCode::cannot_write, path, number);
}

Error create_error(const std::string& path, const std::filesystem::path& folder, int number) {
  for (const int reason : {EACCES, EPERM, EROFS, ENOENT, ENOTDIR}) {
    if (number == reason) return folder_error(folder, number);
  }
  return write_error(path, folder, number);
}

// What else than a file or a folder it is; see ErrorCode::not_a_file.
const char* kind_name(mode_t mode) { return S_ISFIFO(mode) ? "pipe" : S_ISSOCK(mode) ? "socket" : "device"; }

FileStamp stamp_of(const struct stat& status, std::uint64_t content) {
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
          std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec, content};
}

// Waits until a descriptor can be read or written; returns whether it can.
bool wait_for(int descriptor, short event, int milliseconds) {
  pollfd waiting{descriptor, event, 0};
  int ready = 0;
  do {
    ready = ::poll(&waiting, 1, milliseconds);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
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

// Whether a path means an open file of this process.
bool means_descriptor(const std::string& path) {
  const std::string plain = std::filesystem::path(path).lexically_normal().string();
  return plain == "/dev/stdin" || plain == "/dev/stdout" || plain == "/dev/stderr" || plain.starts_with("/dev/fd/") ||
         plain.starts_with("/proc/self/fd/");
}

// A pipe that another program of the same command line stands behind ends with it, so that one can wait.
bool is_handed_over(const std::string& path, int descriptor) {
  struct statfs system {};
  return means_descriptor(path) || (::fstatfs(descriptor, &system) == 0 && system.f_type == PIPEFS_MAGIC);
}

Error too_large(const std::string& path) {
  return file_error(ErrorCode::too_large, path, std::to_string(largest_file >> 20));
}

// Reads into `content`, whose size is a guess. A pipe with a limit gives an end where nobody stands at its other end,
// and nothing where somebody does who is silent.
std::optional<Error> read_to_end(int file, const std::string& path, bool has_limit, std::string& content) {
  size_t length = 0;
  for (int patience = longest_absence;; patience = longest_wait) {
    const bool is_silent = has_limit && !wait_for(file, POLLIN, patience);
    content.resize(std::max(content.size(), length + (length >> 1) + 4096));
    const ssize_t got = ::read(file, content.data() + length, content.size() - length);
    const bool gives_nothing = got < 0 && errno == EAGAIN;
    if (is_silent && (got == 0 || (gives_nothing && patience == longest_wait))) {
      return file_error(ErrorCode::not_a_file, path, "silent_pipe");
    }
    if (got < 0 && (errno == EINTR || (has_limit && gives_nothing))) continue;
    if (got < 0) return system_error(ErrorCode::cannot_open, path, errno);
    if (got == 0) break;
    length += static_cast<size_t>(got);
    if (length > largest_file) return too_large(path);
  }
  content.resize(length);
  return std::nullopt;
}

// Opens a pipe for writing once somebody reads from it, or a device. Returns 0, or the system's error number.
int open_stream(const std::string& path, Descriptor& file) {
  constexpr int between_tries = 20;  // milliseconds
  for (int waited = 0;; waited += between_tries) {
    file = Descriptor(::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (file.is_open()) return 0;
    if (errno != ENXIO || waited >= longest_absence) return errno;
    std::this_thread::sleep_for(std::chrono::milliseconds(between_tries));
  }
}

Result<WrittenFile> write_stream(const std::string& path, mode_t mode, std::string_view content) {
  const bool is_pipe = S_ISFIFO(mode);
  if (S_ISSOCK(mode)) return file_error(ErrorCode::not_a_file, path, kind_name(mode));
  const auto fail = [&](int number) {
    if (is_pipe && (number == ENXIO || number == EAGAIN)) return file_error(ErrorCode::not_a_file, path, "unread_pipe");
    return system_error(ErrorCode::cannot_write, path, number);
  };
  Descriptor file(-1);
  if (const int number = open_stream(path, file)) return fail(number);
  if (is_pipe && is_handed_over(path, file.get())) ::fcntl(file.get(), F_SETFL, O_WRONLY);
  if (const int number = write_all(file.get(), content)) return fail(number);
  if (!file.close()) return fail(errno);
  return WrittenFile{};
}

// Whether what stands at the target may be replaced, by its content as it is now.
std::optional<Error> content_problem(const std::string& path, const std::string& target, const FileStamp& known) {
  auto found = read_stamped_file(target);
  if (found && found->stamp.content == known.content) return std::nullopt;
  if (found) return file_error(ErrorCode::target_changed, path, {});
  found.error().file = path;
  return found.error();
}

// Gives the temporary file the target's name, which nothing has yet: link() refuses an existing target in the same step
// in which it creates it. Returns 0, or the system's error number.
int put_in_free_place(TemporaryFile& temporary, const std::string& target) {
  if (::link(temporary.path().c_str(), target.c_str()) == 0) return 0;
  if (errno == EEXIST || ::access(target.c_str(), F_OK) == 0) return EEXIST;
  if (::rename(temporary.path().c_str(), target.c_str()) != 0) return errno;  // a file system without hard links
  temporary.forget_path();
  return 0;
}

int put_in_place(TemporaryFile& temporary, const std::string& target) {
  if (::rename(temporary.path().c_str(), target.c_str()) != 0) return errno;
  temporary.forget_path();
  return 0;
}

std::optional<Error> flush_folder(const std::string& path, const std::string& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.is_open() && ::fsync(directory.get()) == 0) return std::nullopt;
  // Some file systems cannot flush a folder and say so with EINVAL; the file itself is safe.
  if (errno == EINVAL || errno == ENOTSUP || errno == EACCES) return std::nullopt;
  return system_error(ErrorCode::not_confirmed, path, errno);
}

}  // namespace

Error system_error(ErrorCode code, const std::string& path, int number) {
  if (number == EISDIR) return file_error(ErrorCode::is_directory, path, {});
  return file_error(code, path, std::to_string(number));
}

int write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN && wait_for(descriptor, POLLOUT, longest_wait)) continue;
    if (written < 0) return errno;
    content.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

Result<StampedText> read_stamped_file(const std::string& path, Pipes pipes) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  struct stat status {};
  if (!file.is_open()) {
    const int number = errno;
    const bool is_socket = number == ENXIO && ::stat(path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode);
    return is_socket ? file_error(ErrorCode::not_a_file, path, kind_name(status.st_mode))
                     : system_error(ErrorCode::cannot_open, path, number);
  }
  if (::fstat(file.get(), &status) != 0) return system_error(ErrorCode::cannot_open, path, errno);
  if (S_ISDIR(status.st_mode)) return file_error(ErrorCode::is_directory, path, {});
  const bool is_pipe = S_ISFIFO(status.st_mode);
  if (!S_ISREG(status.st_mode) && !(is_pipe && pipes == Pipes::read)) {
    return file_error(ErrorCode::not_a_file, path, kind_name(status.st_mode));
  }
  const bool has_limit = is_pipe && !is_handed_over(path, file.get());
  if (is_pipe && !has_limit) ::fcntl(file.get(), F_SETFL, O_RDONLY);
  if (S_ISREG(status.st_mode) && static_cast<size_t>(status.st_size) > largest_file) return too_large(path);
  std::string content(static_cast<size_t>(std::max<off_t>(status.st_size, 0)) + 1, '\0');
  if (const auto problem = read_to_end(file.get(), path, has_limit, content)) return *problem;
  const FileStamp stamp = stamp_of(status, checksum(content));
  return StampedText{std::move(content), stamp};
}

Result<std::string> read_file(const std::string& path, Pipes pipes) {
  auto read = read_stamped_file(path, pipes);
  if (!read) return read.error();
  return std::move(read->text);
}

Result<WrittenFile> write_file(const std::string& path, std::string_view content, const WriteOptions& options) {
  if (path.empty()) return system_error(ErrorCode::cannot_write, path, ENOENT);
  std::filesystem::path target(path);
  if (const int number = follow_links(target)) return system_error(ErrorCode::cannot_write, path, number);
  const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
  clear_left_temporary_files(folder.string());  // before counting names: a left one may be a second name of the target
  struct stat status {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return file_error(ErrorCode::is_directory, path, {});
  if (exists && !S_ISREG(status.st_mode)) return file_error(ErrorCode::not_a_file, path, kind_name(status.st_mode));
  if (exists && options.existing == Existing::refuse) return file_error(ErrorCode::target_exists, path, {});
  if (exists && ::access(target.c_str(), W_OK) != 0) return system_error(ErrorCode::cannot_write, path, errno);

  TemporaryFile temporary(folder.string(), exists ? 0600 : 0666);
  if (!temporary.is_open()) return create_error(path, folder, errno);
  std::string lost;
  if (exists) {
    lost = take_over_rights(target.string(), status, temporary.descriptor());
    if (status.st_nlink > 1) lost += lost.empty() ? "links" : ",links";
    if (!lost.empty() && options.losses == Losses::refuse) return file_error(ErrorCode::would_lose, path, lost);
  }
  if (const int number = write_all(temporary.descriptor(), content)) return write_error(path, folder, number);
  if (::fsync(temporary.descriptor()) != 0) return write_error(path, folder, errno);
  if (::fstat(temporary.descriptor(), &status) != 0) return write_error(path, folder, errno);

  const bool is_still_there = exists && ::access(target.c_str(), F_OK) == 0;
  if (is_still_there && options.existing == Existing::known) {
    if (auto problem = content_problem(path, target.string(), options.known)) return *problem;
  }
  const bool needs_free_place = !is_still_there && options.existing != Existing::replace;
  const int number =
      needs_free_place ? put_in_free_place(temporary, target.string()) : put_in_place(temporary, target.string());
  if (number == EEXIST && needs_free_place) {
    const bool refused = options.existing == Existing::refuse;
    return file_error(refused ? ErrorCode::target_exists : ErrorCode::target_changed, path, {});
  }
  if (number != 0) return create_error(path, folder, number);
  WrittenFile written{stamp_of(status, checksum(content)), {}, flush_folder(path, folder.string())};
  if (!lost.empty()) written.lost = file_error(ErrorCode::has_lost, path, lost);
  return written;
}

Result<WrittenFile> write_output(const std::string& path, std::string_view content, const WriteOptions& options) {
  struct stat status {};
  const bool is_stream = ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
  return is_stream ? write_stream(path, status.st_mode, content) : write_file(path, content, options);
}

bool means_standard_output(const std::string& path) {
  if (path == "-") return true;
  const std::string plain = std::filesystem::path(path).lexically_normal().string();
  for (const char* name : {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    if (plain == name) return true;
  }
  return false;
}

}  // namespace canvasbook
