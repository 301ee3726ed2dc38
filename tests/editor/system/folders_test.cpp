#include "editor/system/folders.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cerrno>
#include <map>

#include "tests/samples.h"

namespace canvasbook::folders_test {

namespace {

namespace fs = std::filesystem;
using samples::OrdinaryUser;
using samples::put_bytes;
using samples::TemporaryFolder;

Result<Folders> folders_with(const std::map<std::string, std::string>& variables) {
  return find_folders([&](const char* name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  });
}

unsigned mode_of(const fs::path& path) { return static_cast<unsigned>(fs::status(path).permissions()); }

}  // namespace

TEST_CASE("an absolute path is short, and still leads to the same file") {
  const samples::TemporaryFolder folder;
  const std::string plain = folder.file("book");
  samples::put_bytes(plain, "");
  std::filesystem::create_directories(folder.file("beside"));
  CHECK(absolute_path(folder.file("./beside/../book")) == plain);
  CHECK(absolute_path({}).empty());
  CHECK(absolute_path("book").starts_with('/'));
  std::filesystem::create_directories(folder.file("there/inner"));
  std::filesystem::create_directory_symlink(folder.file("there/inner"), folder.file("link"));
  samples::put_bytes(folder.file("there/book"), "");
  const std::string behind = folder.file("link/../book");
  CHECK(std::filesystem::equivalent(absolute_path(behind), folder.file("there/book")));
}

TEST_CASE("without further variables, the folders are below the user's home") {
  const auto folders = folders_with({{"HOME", "/home/anna"}});
  REQUIRE(folders);
  CHECK(folders->config == "/home/anna/.config/canvasbook");
  CHECK(folders->state == "/home/anna/.local/state/canvasbook");
  CHECK(folders->data == "/home/anna/.local/share/canvasbook");
}

TEST_CASE("each folder of the XDG specification can be set alone") {
  const Folders at_home = folders_with({{"HOME", "/home/anna"}}).value();
  auto folders = folders_with({{"HOME", "/home/anna"}, {"XDG_CONFIG_HOME", "/c/"}}).value();
  CHECK(folders.config == "/c/canvasbook");
  CHECK(folders.state == at_home.state);
  folders = folders_with({{"HOME", "/home/anna"}, {"XDG_STATE_HOME", "/s"}}).value();
  CHECK(folders.state == "/s/canvasbook");
  CHECK(folders.data == at_home.data);
  folders = folders_with({{"HOME", "/home/anna"}, {"XDG_DATA_HOME", "/"}}).value();
  CHECK(folders.data == "/canvasbook");
  CHECK(folders.config == at_home.config);
}

TEST_CASE("a variable that is empty or a relative path is ignored, as the specification says") {
  const Folders at_home = folders_with({{"HOME", "/home/anna"}}).value();
  for (const char* value : {"", "config", "./config", "~/config"}) {
    CAPTURE(value);
    const auto folders = folders_with(
        {{"HOME", "/home/anna"}, {"XDG_CONFIG_HOME", value}, {"XDG_STATE_HOME", value}, {"XDG_DATA_HOME", value}});
    REQUIRE(folders);
    CHECK(*folders == at_home);
  }
}

TEST_CASE("without a home the folders must be set, and what is missing is named") {
  const auto set = folders_with({{"XDG_CONFIG_HOME", "/c"}, {"XDG_STATE_HOME", "/s"}, {"XDG_DATA_HOME", "/d"}});
  REQUIRE(set);
  CHECK(*set == Folders{"/c/canvasbook", "/s/canvasbook", "/d/canvasbook"});
  for (const auto& home : std::vector<std::map<std::string, std::string>>{{}, {{"HOME", ""}}, {{"HOME", "anna"}}}) {
    auto variables = home;
    variables["XDG_CONFIG_HOME"] = "/c";
    const auto folders = folders_with(variables);
    REQUIRE_FALSE(folders);
    CHECK(folders.error().code == ErrorCode::cannot_open);
    CHECK(folders.error().file == "~/.local/state");
  }
}

TEST_CASE("a created folder and those above it are the user's alone") {
  const TemporaryFolder folder;
  const mode_t mask = ::umask(0);
  const auto created = create_folder(folder.file("a/b//c/"));
  ::umask(mask);
  REQUIRE(created);
  CHECK(mode_of(folder.path() / "a") == 0700);
  CHECK(mode_of(folder.path() / "a/b") == 0700);
  CHECK(mode_of(folder.path() / "a/b/c") == 0700);
}

TEST_CASE("a folder that exists is left as it is") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("a"));
  fs::permissions(folder.file("a"), fs::perms(0755));
  put_bytes(folder.file("a/f"), "x");
  REQUIRE(create_folder(folder.file("a")));
  CHECK(mode_of(folder.path() / "a") == 0755);
  CHECK(fs::exists(folder.file("a/f")));
}

TEST_CASE("a folder cannot be created where a file is in the way, and the error names the file") {
  const TemporaryFolder folder;
  put_bytes(folder.file("a"), "x");
  for (const char* path : {"a", "a/b/c"}) {
    const auto created = create_folder(folder.file(path));
    REQUIRE_FALSE(created);
    CHECK(created.error().code == ErrorCode::cannot_write);
    CHECK(created.error().file == folder.file("a"));
    CHECK(created.error().detail == std::to_string(ENOTDIR));
  }
}

TEST_CASE("a folder cannot be created where the user may not write") {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms(0555));
  const OrdinaryUser user;
  const auto created = create_folder(folder.file("a"));
  REQUIRE_FALSE(created);
  CHECK(created.error().detail == std::to_string(EACCES));
}

TEST_CASE("dictionaries are looked for in the user's folder first, then in those of the system") {
  using List = std::vector<std::string>;
  const auto folders = [](const std::map<std::string, std::string>& variables) {
    return dictionary_folders([&](const char* name) -> std::optional<std::string> {
      const auto found = variables.find(name);
      if (found == variables.end()) return std::nullopt;
      return found->second;
    });
  };
  CHECK(folders({}) == List{"/usr/local/share/hunspell", "/usr/share/hunspell"});
  CHECK(folders({{"HOME", "/home/anna"}}).front() == "/home/anna/.local/share/hunspell");
  CHECK(folders({{"HOME", "/home/anna"}, {"XDG_DATA_HOME", "/d/"}, {"XDG_DATA_DIRS", "/a/::relative:/b"}}) ==
        List{"/d/hunspell", "/a/hunspell", "/b/hunspell", "/usr/share/hunspell"});
}

TEST_CASE("a folder that others can write, or that belongs to somebody else, is not private") {
  const TemporaryFolder folder;
  REQUIRE(create_private_folder(folder.file("a/b")));
  for (const unsigned mode : {0777u, 0720u, 0702u, 01777u}) {
    fs::permissions(folder.file("a/b"), fs::perms(mode));
    const auto refused = create_private_folder(folder.file("a/b"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::folder_not_private);
    CHECK(refused.error().file == folder.file("a/b"));
  }
  fs::permissions(folder.file("a/b"), fs::perms(0755));
  CHECK(create_private_folder(folder.file("a/b")));
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(folder.file("a"), fs::perms(0755));
  const OrdinaryUser user;
  CHECK_FALSE(create_private_folder(folder.file("a/b")));
}

}  // namespace canvasbook::folders_test
