#include "editor/session/workbook_on_disk.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cerrno>

#include "model/file/file.h"
#include "tests/samples.h"

namespace canvasbook::workbook_on_disk_test {

namespace {

namespace fs = std::filesystem;
using samples::bytes_of;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;

FileStamp stamp(const std::string& path) {
  const auto result = stamp_of(path);
  REQUIRE(result);
  return *result;
}

DiskCheck check(const std::string& path, const FileStamp& known) {
  const auto result = check_on_disk(path, known);
  REQUIRE(result);
  return *result;
}

void set_time(const std::string& path, time_t seconds) {
  const timespec times[2] = {{seconds, 0}, {seconds, 5}};
  REQUIRE(::utimensat(AT_FDCWD, path.c_str(), times, 0) == 0);
}

WorkbookLock::Attempt attempt(const std::string& folder, const std::string& path) {
  auto result = WorkbookLock::try_lock(folder, path);
  REQUIRE(result);
  return std::move(*result);
}

}  // namespace

TEST_CASE("a file that nobody touched has not changed") {
  const TemporaryFolder folder;
  put_bytes(folder.file("w"), "text");
  const FileStamp known = stamp(folder.file("w"));
  const DiskCheck result = check(folder.file("w"), known);
  CHECK(result.change == FileChange::none);
  CHECK(result.now == known);
}

TEST_CASE("a file with another content has changed, however it was written") {
  const TemporaryFolder folder;
  const std::string path = folder.file("w");
  put_bytes(path, "text");
  set_time(path, 1000);
  FileStamp known = stamp(path);
  put_bytes(path, "TEXT");  // in place, of the same length
  CHECK(check(path, known).change == FileChange::changed);
  known = stamp(path);
  REQUIRE(write_file(path, "TExt"));  // by another file under the same name
  set_time(path, 1000);
  const DiskCheck result = check(path, known);
  CHECK(result.change == FileChange::changed);
  CHECK(result.now == stamp(path));
}

TEST_CASE("a file that was only touched or copied over itself is told from one that changed") {
  const TemporaryFolder folder;
  const std::string path = folder.file("w");
  put_bytes(path, "text");
  const FileStamp known = stamp(path);
  set_time(path, 1000);
  const DiskCheck touched = check(path, known);
  CHECK(touched.change == FileChange::touched);
  CHECK(check(path, touched.now).change == FileChange::none);
  REQUIRE(write_file(path, "text"));
  CHECK(check(path, touched.now).change == FileChange::touched);
}

TEST_CASE("a file that was removed or moved away is gone, and may come back") {
  const TemporaryFolder folder;
  const std::string path = folder.file("w");
  put_bytes(path, "text");
  const FileStamp known = stamp(path);
  fs::rename(path, folder.file("elsewhere"));
  const DiskCheck result = check(path, known);
  CHECK(result.change == FileChange::gone);
  CHECK(result.now == known);
  fs::rename(folder.file("elsewhere"), path);
  CHECK(check(path, known).change == FileChange::none);
}

TEST_CASE("a change in the moment between writing a file and looking at it is noticed") {
  const TemporaryFolder folder;
  const std::string path = folder.file("w");
  const auto written = write_file(path, "mine");
  REQUIRE(written);
  CHECK(check(path, written->stamp).change == FileChange::none);
  REQUIRE(write_file(path, "theirs"));
  CHECK(check(path, written->stamp).change == FileChange::changed);
}

TEST_CASE("a file that cannot be looked at is an error and no change") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("share"));
  put_bytes(folder.file("share/w"), "text");
  const FileStamp known = stamp(folder.file("share/w"));
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder.file("share"), fs::perms::none);
  const OrdinaryUser user;
  const auto result = check_on_disk(folder.file("share/w"), known);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::cannot_open);
  CHECK(result.error().detail == std::to_string(EACCES));
}

TEST_CASE("the second window on a file learns which process has it open, and gets it when that one closes it") {
  const TemporaryFolder folder;
  const std::string state = folder.path().string();
  {
    const auto first = attempt(state, "/some/where.canvasbook");
    REQUIRE(first.lock);
    const auto second = attempt(state, "/some/where.canvasbook");
    CHECK_FALSE(second.lock);
    CHECK(second.owner == ::getpid());
    CHECK(attempt(state, "/some/other.canvasbook").lock);
  }
  CHECK(folder.entries() == 0);
  CHECK(attempt(state, "/some/where.canvasbook").lock);
}

TEST_CASE("two paths to one file are one file") {
  const TemporaryFolder folder;
  const std::string state = folder.path().string();
  fs::create_directory(folder.file("real"));
  put_bytes(folder.file("real/w"), "text");
  fs::create_directory_symlink("real", folder.file("link"));
  const auto first = attempt(state, folder.file("real/w"));
  REQUIRE(first.lock);
  for (const char* path : {"link/w", "real/../real/w", "link/./w"}) CHECK_FALSE(attempt(state, folder.file(path)).lock);
  CHECK(attempt(state, folder.file("link/new")).lock);
  CHECK(bytes_of(folder.file("real/w")) == "text");
}

TEST_CASE("a lock that is moved into another variable is held until that one ends") {
  const TemporaryFolder folder;
  const std::string state = folder.path().string();
  auto first = attempt(state, "/a");
  auto other = attempt(state, "/b");
  REQUIRE(first.lock);
  REQUIRE(other.lock);
  *other.lock = std::move(*first.lock);  // gives up /b
  first.lock.reset();
  CHECK_FALSE(attempt(state, "/a").lock);
  CHECK(attempt(state, "/b").lock);
  other.lock.reset();
  CHECK(attempt(state, "/a").lock);
}

TEST_CASE("a process that is killed leaves no lock behind") {
  const TemporaryFolder folder;
  const std::string state = folder.path().string();
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto lock = WorkbookLock::try_lock(state, "/a");
    const char answer = lock && lock->lock ? 'y' : 'n';
    if (::write(ready[1], &answer, 1) == 1) ::pause();
    ::_exit(1);
  }
  ::close(ready[1]);
  char answer = 0;
  CHECK(::read(ready[0], &answer, 1) == 1);
  CHECK(answer == 'y');
  const auto taken = attempt(state, "/a");
  CHECK_FALSE(taken.lock);
  CHECK(taken.owner == child);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  CHECK(attempt(state, "/a").lock);
}

TEST_CASE("a folder that takes no lock is an error") {
  const TemporaryFolder folder;
  const auto result = WorkbookLock::try_lock(folder.file("nowhere"), "/a");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::cannot_write);
  CHECK(result.error().detail == std::to_string(ENOENT));
}

TEST_CASE("two names of one file are one file, until a save puts another into the place of one of them") {
  const TemporaryFolder folder;
  const TemporaryFolder state;
  put_bytes(folder.file("a"), "text");
  fs::create_hard_link(folder.file("a"), folder.file("b"));
  const std::string locks = state.path().string();
  const FileStamp former = stamp(folder.file("a"));
  auto first = WorkbookLock::try_lock(locks, folder.file("a"), former);
  REQUIRE(first);
  REQUIRE(first->lock);
  const auto second = WorkbookLock::try_lock(locks, folder.file("b"), former);
  REQUIRE(second);
  CHECK_FALSE(second->lock);
  CHECK(second->owner == ::getpid());
  const auto written = write_file(folder.file("a"), "new", {.losses = Losses::accept});
  REQUIRE(written);
  first->lock->follow(written->stamp);
  CHECK(WorkbookLock::try_lock(locks, folder.file("b"), former)->lock);
  fs::create_hard_link(folder.file("a"), folder.file("c"));
  CHECK_FALSE(WorkbookLock::try_lock(locks, folder.file("c"), written->stamp)->lock);
  first->lock.reset();
  CHECK(state.entries() == 0);
}

TEST_CASE("a process that ended is known, also one whose parent has not asked for it yet") {
  CHECK_FALSE(is_process_ending(::getpid()));
  CHECK_FALSE(is_process_ending(0));  // nobody said who it is
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  siginfo_t ended{};
  REQUIRE(::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT) == 0);
  CHECK(is_process_ending(child));
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  CHECK(is_process_ending(child));
}

TEST_CASE("a lock follows no link that somebody has put into its place") {
  const TemporaryFolder folder;
  const TemporaryFolder state;
  REQUIRE(attempt(state.path().string(), folder.file("a")).lock);
  std::string name;
  {
    const auto held = attempt(state.path().string(), folder.file("a"));
    name = fs::directory_iterator(state.path())->path().string();
  }
  put_bytes(folder.file("precious"), "precious");
  fs::create_symlink(folder.file("precious"), name);
  CHECK_FALSE(WorkbookLock::try_lock(state.path().string(), folder.file("a")));
  CHECK(bytes_of(folder.file("precious")) == "precious");
}

}  // namespace canvasbook::workbook_on_disk_test
