#include "interposed_calls.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <optional>
#include <string_view>

namespace failing_calls {

namespace {

std::optional<Plan> plan;
int counted = 0;
bool is_truce = false;

struct KindRow {
  const char* name;
  int error;
};
constexpr KindRow rows[kinds] = {{"write", ENOSPC}, {"fsync", EIO},     {"rename", EACCES}, {"open", EMFILE},
                                 {"mkdir", ENOSPC}, {"flock", ENOLCK},  {"link", EPERM},    {"ftruncate", EIO},
                                 {"close", EIO},    {"unlink", EACCES}, {"fchmod", EPERM},  {"mkostemp", ENOSPC},
                                 {"read", EIO}};

bool is_inside(std::string_view path) { return path.starts_with(plan->folder); }

bool is_inside(int file) {
  char name[32];
  char path[4096];
  std::snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  const long length = ::syscall(SYS_readlink, name, path, sizeof path);
  return length > 0 && is_inside(std::string_view(path, static_cast<size_t>(length)));
}

enum class Fate { done, failed, halved };

template <class File>
Fate fate_of(Kind kind, File file) {
  if (!plan || is_truce || plan->kind != kind || ::syscall(SYS_gettid) != ::getpid()) return Fate::done;
  const int before = errno;
  const bool counts = is_inside(file);
  errno = before;
  if (!counts) return Fate::done;
  ++counted;
  const bool is_half = plan->mode == Mode::half || plan->mode == Mode::half_then_none;
  if (counted == plan->nth && is_half) return Fate::halved;
  const bool goes_on = plan->mode == Mode::from_then_on || plan->mode == Mode::half_then_none;
  if (counted < plan->nth || (counted > plan->nth && !goes_on)) return Fate::done;
  errno = rows[static_cast<int>(kind)].error;
  return Fate::failed;
}

template <class File>
bool fails(Kind kind, File file) {
  return fate_of(kind, file) == Fate::failed;
}

}  // namespace

const char* name_of(Kind kind) { return rows[static_cast<int>(kind)].name; }

const char* name_of(Mode mode) {
  constexpr const char* names[] = {"once", "from then on", "half", "half, then none"};
  return names[static_cast<int>(mode)];
}

void arm(Plan next) {
  plan = std::move(next);
  counted = 0;
}

void disarm() { plan.reset(); }

int calls() { return counted; }

Truce::Truce() { is_truce = true; }
Truce::~Truce() { is_truce = false; }

}  // namespace failing_calls

using failing_calls::Kind;

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  const auto fate = failing_calls::fate_of(Kind::write, file);
  if (fate == failing_calls::Fate::failed) return -1;
  if (fate == failing_calls::Fate::halved) count = (count + 1) / 2;
  return ::syscall(SYS_write, file, bytes, count);
}

ssize_t read(int file, void* bytes, size_t count) {
  const auto fate = failing_calls::fate_of(Kind::read, file);
  if (fate == failing_calls::Fate::failed) return -1;
  if (fate == failing_calls::Fate::halved) count = (count + 1) / 2;
  return ::syscall(SYS_read, file, bytes, count);
}

int fsync(int file) {
  return failing_calls::fails(Kind::fsync, file) ? -1 : static_cast<int>(::syscall(SYS_fsync, file));
}

int rename(const char* from, const char* to) noexcept {
  return failing_calls::fails(Kind::rename, to) ? -1 : static_cast<int>(::syscall(SYS_rename, from, to));
}

int open(const char* path, int flags, ...) {
  mode_t mode = 0;
  if ((flags & (O_CREAT | O_TMPFILE)) != 0) {
    va_list arguments;
    va_start(arguments, flags);
    mode = va_arg(arguments, mode_t);
    va_end(arguments);
  }
  return failing_calls::fails(Kind::open, path) ? -1
                                                : static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int mkdir(const char* path, mode_t mode) noexcept {
  return failing_calls::fails(Kind::mkdir, path) ? -1 : static_cast<int>(::syscall(SYS_mkdir, path, mode));
}

int flock(int file, int operation) noexcept {
  return failing_calls::fails(Kind::flock, file) ? -1 : static_cast<int>(::syscall(SYS_flock, file, operation));
}

int link(const char* from, const char* to) noexcept {
  return failing_calls::fails(Kind::link, to) ? -1 : static_cast<int>(::syscall(SYS_link, from, to));
}

int ftruncate(int file, off_t size) noexcept {
  return failing_calls::fails(Kind::ftruncate, file) ? -1 : static_cast<int>(::syscall(SYS_ftruncate, file, size));
}

// The file is closed all the same, as the system does.
int close(int file) {
  const bool failed = failing_calls::fails(Kind::close, file);
  const int number = errno;
  const int done = static_cast<int>(::syscall(SYS_close, file));
  if (!failed) return done;
  errno = number;
  return -1;
}

int unlink(const char* path) noexcept {
  return failing_calls::fails(Kind::unlink, path) ? -1 : static_cast<int>(::syscall(SYS_unlink, path));
}

int fchmod(int file, mode_t mode) noexcept {
  return failing_calls::fails(Kind::fchmod, file) ? -1 : static_cast<int>(::syscall(SYS_fchmod, file, mode));
}

int mkostemp(char* pattern, int flags) {
  if (failing_calls::fails(Kind::mkostemp, static_cast<const char*>(pattern))) return -1;
  static const auto next = reinterpret_cast<int (*)(char*, int)>(::dlsym(RTLD_NEXT, "mkostemp"));
  return next(pattern, flags);
}
}
