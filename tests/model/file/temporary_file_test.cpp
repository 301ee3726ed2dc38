#include "model/file/temporary_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "model/file/file.h"
#include "tests/samples.h"

namespace canvasbook::temporary_file_test {

using samples::bytes_of;
using samples::put_bytes;
using samples::TemporaryFolder;

TEST_CASE("a temporary file is gone with its owner, unless it has got another name") {
  const TemporaryFolder folder;
  {
    const TemporaryFile file(folder.path().string(), 0600);
    REQUIRE(file.is_open());
    CHECK(folder.entries() == 1);
  }
  CHECK(folder.entries() == 0);
  {
    TemporaryFile file(folder.path().string(), 0600);
    std::filesystem::rename(file.path(), folder.file("f"));
    file.forget_path();
  }
  CHECK(std::filesystem::exists(folder.file("f")));
}

TEST_CASE("a temporary file in a folder that is not there says why") {
  const TemporaryFolder folder;
  const TemporaryFile file(folder.file("nowhere"), 0600);
  CHECK_FALSE(file.is_open());
  CHECK(errno == ENOENT);
}

TEST_CASE("what a killed process left while it wrote is cleared away by the next save in the folder") {
  const TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    const TemporaryFile file(folder.path().string(), 0600);
    ::raise(SIGKILL);
  }
  ::waitpid(child, nullptr, 0);
  REQUIRE(folder.entries() == 1);
  REQUIRE(write_file(folder.file("f"), "content"));
  CHECK(folder.entries() == 1);
  CHECK(bytes_of(folder.file("f")) == "content");
}

TEST_CASE("what is being written, or bears another name, or is no file of ours is not cleared away") {
  const TemporaryFolder folder;
  const TemporaryFile writing(folder.path().string(), 0600);
  for (const char* name : {".canvasbook-abcde", ".canvasbook-abcdefg", ".canvasbook-abc.ef", "canvasbook-abcdef"}) {
    put_bytes(folder.file(name), "kept");
  }
  put_bytes(folder.file("target"), "kept");
  std::filesystem::create_symlink("target", folder.file(".canvasbook-linked"));
  std::filesystem::create_directory(folder.file(".canvasbook-folder"));
  REQUIRE(::mkfifo(folder.file(".canvasbook-piped1").c_str(), 0600) == 0);
  const size_t before = folder.entries();
  clear_left_temporary_files(folder.path().string());
  CHECK(folder.entries() == before);
  put_bytes(folder.file(".canvasbook-abcdef"), "left");
  clear_left_temporary_files(folder.path().string());
  CHECK(folder.entries() == before);
}

}  // namespace canvasbook::temporary_file_test
