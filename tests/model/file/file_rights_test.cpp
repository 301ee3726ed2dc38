#include "model/file/file_rights.h"

#include <doctest/doctest.h>
#include <sys/xattr.h>

#include <cstdint>

#include "model/file/file.h"
#include "tests/samples.h"

namespace canvasbook::file_rights_test {

namespace {

using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;

constexpr const char* access_list = "system.posix_acl_access";
constexpr std::uint32_t nobody = 65534;
constexpr std::uint32_t somebody = 1234;

// An access list as the system takes it: the owner reads and writes, one user more reads, the group reads nothing.
std::string list_for(std::uint32_t user) {
  struct Entry {
    std::uint16_t tag;
    std::uint16_t rights;
    std::uint32_t id;
  };
  constexpr std::uint32_t none = 0xFFFFFFFF;
  const std::uint32_t version = 2;
  const Entry entries[] = {{1, 6, none}, {2, 4, user}, {4, 0, none}, {16, 4, none}, {32, 0, none}};
  std::string bytes(reinterpret_cast<const char*>(&version), sizeof version);
  return bytes.append(reinterpret_cast<const char*>(entries), sizeof entries);
}

std::string attribute(const std::string& path, const char* name) {
  char value[256];
  const ssize_t length = ::getxattr(path.c_str(), name, value, sizeof value);
  return length < 0 ? std::string() : std::string(value, static_cast<size_t>(length));
}

// False where the file system of the test has none.
bool set_attribute(const std::string& path, const char* name, const std::string& value) {
  return ::setxattr(path.c_str(), name, value.data(), value.size(), 0) == 0;
}

struct stat status_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status;
}

// For what only root or another file system can show.
void say_untested() { MESSAGE("not tested here: it takes root, and a file system with attributes"); }

}  // namespace

TEST_CASE("replacing a file keeps its access list, and lets in nobody whom the list keeps out") {
  const TemporaryFolder folder;
  const std::string file = folder.file("f");
  put_bytes(file, "old");
  if (!set_attribute(file, access_list, list_for(somebody))) return say_untested();
  REQUIRE(write_file(file, "new"));
  CHECK(attribute(file, access_list) == list_for(somebody));
  CHECK((status_of(file).st_mode & 0777) == 0640);  // the group's bits are the list's mask
}

TEST_CASE("replacing a file keeps additional attributes") {
  const TemporaryFolder folder;
  const std::string file = folder.file("f");
  put_bytes(file, "old");
  if (!set_attribute(file, "user.origin", "the office")) return say_untested();
  REQUIRE(write_file(file, "new"));
  CHECK(attribute(file, "user.origin") == "the office");
}

TEST_CASE("a list that a folder gives to its new files does not come upon a file that had none") {
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  std::filesystem::permissions(folder.file("f"), std::filesystem::perms(0640));
  if (!set_attribute(folder.path().string(), "system.posix_acl_default", list_for(somebody))) return say_untested();
  REQUIRE(write_file(folder.file("f"), "new"));
  CHECK(attribute(folder.file("f"), access_list).empty());
  CHECK((status_of(folder.file("f")).st_mode & 0777) == 0640);
  REQUIRE(write_file(folder.file("g"), "new"));
  CHECK_FALSE(attribute(folder.file("g"), access_list).empty());
}

TEST_CASE("root keeps owner and group of the file that it replaces") {
  if (::geteuid() != 0) return say_untested();
  const TemporaryFolder folder;
  put_bytes(folder.file("f"), "old");
  REQUIRE(::chown(folder.file("f").c_str(), nobody, somebody) == 0);
  REQUIRE(write_file(folder.file("f"), "new"));
  CHECK(status_of(folder.file("f")).st_uid == nobody);
  CHECK(status_of(folder.file("f")).st_gid == somebody);
}

TEST_CASE("an owner or a group that cannot be kept is told before, and nobody gets in by it") {
  const TemporaryFolder folder;
  const std::string file = folder.file("f");
  put_bytes(file, "old");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0777));
  std::filesystem::permissions(file, std::filesystem::perms(0666));
  if (::geteuid() != 0 || ::chown(file.c_str(), somebody, somebody) != 0) return say_untested();
  {
    const OrdinaryUser user;
    const auto refused = write_file(file, "new");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::would_lose);
    CHECK(refused.error().detail.starts_with("owner"));
    CHECK(samples::bytes_of(file) == "old");
  }
  CHECK(folder.entries() == 1);
}

}  // namespace canvasbook::file_rights_test
