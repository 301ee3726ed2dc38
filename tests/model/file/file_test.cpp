#include "model/file/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "model/base/catalog.h"
#include "tests/samples.h"

namespace canvasbook::file_test {

namespace {

namespace fs = std::filesystem;
using samples::bytes_of;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;

template <class T>
ErrorCode code_of(const Result<T>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

unsigned mode_of(const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()); }

}  // namespace

TEST_CASE("what was written reads back byte for byte") {
  const TemporaryFolder folder;
  std::string content("zero \0 byte, CRLF \r\n, \xFF and ёж", 32);
  for (int i = 0; i < 15; ++i) content += content;
  REQUIRE(write_file(folder.file("f"), content));
  const auto read = read_file(folder.file("f"));
  REQUIRE(read);
  CHECK((*read == content));
  CHECK(folder.entries() == 1);
}

TEST_CASE("an empty file is read as empty and can be written") {
  const TemporaryFolder folder;
  REQUIRE(write_file(folder.file("f"), ""));
  const auto read = read_file(folder.file("f"));
  REQUIRE(read);
  CHECK(read->empty());
}

TEST_CASE("a file whose size the system does not tell is read whole") {
  const auto read = read_file("/proc/self/status");
  REQUIRE(read);
  CHECK(read->find("Name:") != std::string::npos);
}

TEST_CASE("a missing file is an error with the path and a reason worded in both languages") {
  const TemporaryFolder folder;
  const std::string path = folder.file("missing");
  const auto read = read_file(path);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::cannot_open);
  CHECK(read.error().file == path);
  CHECK(Catalog::of(Language::en).error(read.error()).find("no such file or folder") != std::string::npos);
  CHECK(Catalog::of(Language::ru).error(read.error()).find("нет") != std::string::npos);
}

TEST_CASE("a folder is told apart from a file, in reading and in writing") {
  const TemporaryFolder folder;
  const auto read = read_file(folder.path().string());
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::is_directory);
  CHECK(code_of(write_file(folder.path().string(), "x")) == ErrorCode::is_directory);
  CHECK(code_of(write_file(folder.path().string() + "/", "x")) == ErrorCode::is_directory);
  CHECK(code_of(write_file(folder.path().string(), "x", {.existing = Existing::refuse})) == ErrorCode::is_directory);
  CHECK(folder.entries() == 0);
}

TEST_CASE("a file over the limit is refused before it is read") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "");
  fs::resize_file(folder.file("f"), largest_file + 1);  // takes no room on the disk
  const auto read = read_file(folder.file("f"));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::too_large);
  CHECK(read.error().detail == "256");
}

TEST_CASE("a file that may not be read is an error") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "secret");
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder.file("f"), fs::perms::none);
  const OrdinaryUser user;
  const auto read = read_file(folder.file("f"));
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::cannot_open);
  CHECK(read.error().detail == std::to_string(EACCES));
}

TEST_CASE("an existing file is replaced, and nothing else is left in the folder") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "a long old content");
  REQUIRE(write_file(folder.file("f"), "new"));
  CHECK(bytes_of(folder.file("f")) == "new");
  CHECK(folder.entries() == 1);
}

TEST_CASE("an existing file is kept when replacing is refused") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  const auto written = write_file(folder.file("f"), "new", {.existing = Existing::refuse});
  CHECK(code_of(written) == ErrorCode::target_exists);
  CHECK(written.error().file == folder.file("f"));
  CHECK(bytes_of(folder.file("f")) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a new file is written when replacing is refused") {
  const TemporaryFolder folder;
  REQUIRE(write_file(folder.file("f"), "new", {.existing = Existing::refuse}));
  CHECK(bytes_of(folder.file("f")) == "new");
  CHECK(folder.entries() == 1);
}

TEST_CASE("replacing a file keeps its permissions") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  for (const unsigned mode : {0600u, 0640u, 0664u, 0755u}) {
    fs::permissions(folder.file("f"), fs::perms(mode));
    REQUIRE(write_file(folder.file("f"), "new"));
    CHECK(mode_of(folder.file("f")) == mode);
  }
}

TEST_CASE("a new file has the permissions that the user's mask gives to new files") {
  const TemporaryFolder folder;
  const mode_t mask = ::umask(0027);
  const auto written = write_file(folder.file("f"), "new");
  const auto refusing = write_file(folder.file("g"), "new", {.existing = Existing::refuse});
  ::umask(mask);
  REQUIRE(written);
  REQUIRE(refusing);
  CHECK(mode_of(folder.file("f")) == 0640);
  CHECK(mode_of(folder.file("g")) == 0640);
}

TEST_CASE("a symbolic link is followed: the file it leads to changes and the link stays") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "real");
  put_bytes(folder.path() / "real/target", "old");
  fs::create_symlink("real/target", folder.file("link"));
  REQUIRE(write_file(folder.file("link"), "new"));
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(bytes_of(folder.path() / "real/target") == "new");
  CHECK(folder.entries() == 2);
  const auto read = read_file(folder.file("link"));
  REQUIRE(read);
  CHECK(*read == "new");
}

TEST_CASE("a link to a link is followed to its end") {
  const TemporaryFolder folder;
  put_bytes(folder.file("target"), "old");
  fs::create_symlink("target", folder.file("inner"));
  fs::create_symlink("inner", folder.file("outer"));
  REQUIRE(write_file(folder.file("outer"), "new"));
  CHECK(fs::is_symlink(folder.file("outer")));
  CHECK(fs::is_symlink(folder.file("inner")));
  CHECK(bytes_of(folder.file("target")) == "new");
}

TEST_CASE("a link to a file that does not exist yet is followed: the file is made where the link points") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "real");
  fs::create_symlink("real/later", folder.file("link"));
  REQUIRE(write_file(folder.file("link"), "new"));
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(fs::exists(folder.path() / "real/later"));
  CHECK(bytes_of(folder.path() / "real/later") == "new");
}

TEST_CASE("a link that leads in a circle is an error that says so and leaves everything as it was") {
  const TemporaryFolder folder;
  fs::create_symlink("b", folder.file("a"));
  fs::create_symlink("a", folder.file("b"));
  const auto written = write_file(folder.file("a"), "new");
  CHECK(code_of(written) == ErrorCode::cannot_write);
  CHECK(written.error().detail == std::to_string(ELOOP));
  CHECK(fs::is_symlink(folder.file("a")));
  CHECK(folder.entries() == 2);
  const auto read = read_file(folder.file("a"));
  REQUIRE_FALSE(read);
  CHECK(read.error().detail == std::to_string(ELOOP));
}

TEST_CASE("a folder that does not exist cannot be written to") {
  const TemporaryFolder folder;
  const auto written = write_file(folder.file("nowhere/f"), "x");
  CHECK(code_of(written) == ErrorCode::folder_refuses);
  CHECK(written.error().file == folder.file("nowhere"));
  CHECK(written.error().detail == std::to_string(ENOENT));
  CHECK(code_of(write_file("", "x")) == ErrorCode::cannot_write);
  CHECK(folder.entries() == 0);
}

TEST_CASE("a path through a file cannot be written to") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  CHECK(code_of(write_file(folder.file("f/g"), "x")) == ErrorCode::folder_refuses);
  CHECK(bytes_of(folder.file("f")) == "old");
}

TEST_CASE("a name that is too long is an error") {
  const TemporaryFolder folder;
  const auto written = write_file(folder.file(std::string(300, 'n')), "x");
  CHECK(code_of(written) == ErrorCode::cannot_write);
  CHECK(written.error().detail == std::to_string(ENAMETOOLONG));
  CHECK(folder.entries() == 0);
}

TEST_CASE("a full disk is an error") {
  const auto written = write_output("/dev/full", "content");
  CHECK(code_of(written) == ErrorCode::cannot_write);
  CHECK(written.error().detail == std::to_string(ENOSPC));
  CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a pipe is written in place, even where replacing a file is refused") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  const int reader = ::open(folder.file("pipe").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  REQUIRE(reader >= 0);
  const bool written = write_output(folder.file("pipe"), "content", {.existing = Existing::refuse}).has_value();
  char received[16] = {};
  const auto count = ::read(reader, received, sizeof received);
  ::close(reader);
  CHECK(written);
  CHECK(count == 7);
  CHECK(std::string(received) == "content");
  CHECK(fs::is_fifo(folder.file("pipe")));
  CHECK(folder.entries() == 1);
}

TEST_CASE("in a read-only folder a file stays as it was") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  fs::permissions(folder.file("f"), fs::perms(0666));
  fs::permissions(folder.path(), fs::perms(0555));
  {
    const OrdinaryUser user;
    CHECK(code_of(write_file(folder.file("f"), "new")) == ErrorCode::folder_refuses);
    CHECK(code_of(write_file(folder.file("g"), "new")) == ErrorCode::folder_refuses);
  }
  CHECK(bytes_of(folder.file("f")) == "old");
  CHECK(folder.entries() == 1);
  fs::permissions(folder.path(), fs::perms(0755));
}

TEST_CASE("a read-only file is not replaced behind its owner's back") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  fs::permissions(folder.file("f"), fs::perms(0444));
  fs::permissions(folder.path(), fs::perms(0777));
  {
    const OrdinaryUser user;
    const auto written = write_file(folder.file("f"), "new");
    CHECK(code_of(written) == ErrorCode::cannot_write);
    CHECK(written.error().detail == std::to_string(EACCES));
  }
  CHECK(bytes_of(folder.file("f")) == "old");
  CHECK(folder.entries() == 1);
}

TEST_CASE("the stamp that writing returns is the one that reading the file returns") {
  const TemporaryFolder folder;
  for (const char* content : {"first", "second"}) {
    const auto written = write_file(folder.file("f"), content);
    REQUIRE(written);
    CHECK_FALSE(written->unconfirmed);
    const auto read = read_stamped_file(folder.file("f"));
    REQUIRE(read);
    CHECK(read->stamp == written->stamp);
  }
}

TEST_CASE("only the content that is known is replaced, even where another has the same size and time") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "known");
  const auto known = read_stamped_file(folder.file("f"));
  REQUIRE(known);
  const timespec times[2] = {{1000, 0}, {1000, 0}};
  REQUIRE(::utimensat(AT_FDCWD, folder.file("f").c_str(), times, 0) == 0);
  REQUIRE(write_file(folder.file("f"), "mine!", {Existing::known, known->stamp}));  // touched, but the same
  const auto mine = read_stamped_file(folder.file("f"));
  REQUIRE(mine);
  put_bytes(folder.file("f"), "other");
  const timespec former[2] = {{0, UTIME_OMIT},
                              {mine->stamp.modified / 1'000'000'000, mine->stamp.modified % 1'000'000'000}};
  REQUIRE(::utimensat(AT_FDCWD, folder.file("f").c_str(), former, 0) == 0);
  const auto written = write_file(folder.file("f"), "new", {Existing::known, mine->stamp});
  CHECK(code_of(written) == ErrorCode::target_changed);
  CHECK(bytes_of(folder.file("f")) == "other");
  CHECK(folder.entries() == 1);
  fs::remove(folder.file("f"));
  CHECK(write_file(folder.file("f"), "new", {Existing::known, mine->stamp}));  // nothing is lost by it
}

TEST_CASE("what stands there although nothing is known of it is not replaced") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "theirs");
  CHECK(code_of(write_file(folder.file("f"), "new", {.existing = Existing::known})) == ErrorCode::target_changed);
  CHECK(bytes_of(folder.file("f")) == "theirs");
}

TEST_CASE("a file with a second name is not torn from it unless that is accepted") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  fs::create_hard_link(folder.file("f"), folder.file("g"));
  const auto refused = write_file(folder.file("f"), "new");
  CHECK(code_of(refused) == ErrorCode::would_lose);
  CHECK(refused.error().detail == "links");
  CHECK(Catalog::of(Language::ru).error(refused.error()).find("жёсткими ссылками") != std::string::npos);
  CHECK(bytes_of(folder.file("f")) == "old");
  CHECK(folder.entries() == 2);
  const auto written = write_file(folder.file("f"), "new", {.losses = Losses::accept});
  REQUIRE(written);
  REQUIRE(written->lost);  // it is told what that came to
  CHECK(written->lost->code == ErrorCode::has_lost);
  CHECK(written->lost->detail == "links");
  CHECK(bytes_of(folder.file("f")) == "new");
  CHECK(bytes_of(folder.file("g")) == "old");
  CHECK(write_file(folder.file("f"), "newer"));
}

TEST_CASE("a pipe, a device or a socket in the place of a file is told at once and never waited for") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  const auto kind_of = [](const std::string& path) {
    const auto read = read_file(path);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::not_a_file);
    const auto written = write_file(path, "x");
    CHECK(code_of(written) == ErrorCode::not_a_file);
    CHECK(written.error().detail == read.error().detail);
    return read.error().detail;
  };
  CHECK(kind_of(folder.file("pipe")) == "pipe");
  CHECK(kind_of("/dev/zero") == "device");
}

TEST_CASE("a pipe that may be read is, also where its writer is slow") {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  REQUIRE(::write(ends[1], "content", 7) == 7);
  ::close(ends[1]);
  const auto read = read_file("/proc/self/fd/" + std::to_string(ends[0]), Pipes::read);
  ::close(ends[0]);
  REQUIRE(read);
  CHECK(*read == "content");
}

TEST_CASE("several names mean the standard output") {
  for (const char* name : {"-", "/dev/stdout", "/dev//stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
    CHECK(means_standard_output(name));
  }
  for (const char* name : {"", "stdout", "/dev/stderr", "/dev/fd/11"}) CHECK_FALSE(means_standard_output(name));
}

}  // namespace canvasbook::file_test
