#include "editor/session/saving.h"

#include <doctest/doctest.h>

#include "tests/programs.h"
#include "tests/samples.h"

namespace canvasbook::saving_test {

using samples::TemporaryFolder;

TEST_CASE("a workbook is written beside the window, with the day of the change and the stamp of what was written") {
  const TemporaryFolder folder;
  const std::string file = folder.file("book.canvasbook");
  std::atomic<int> woken = 0;
  Saving saving({samples::sound_workbook(), {2026, 11, 21}, file}, true, [&] { ++woken; });
  const auto saved = saving.wait();
  REQUIRE(saved);
  CHECK(saving.is_done());
  CHECK(woken == 1);
  const auto loaded = load_stamped_workbook(file);
  REQUIRE(loaded);
  CHECK(loaded->stamp == saved->stamp);
  CHECK(loaded->workbook.modified == Date{2026, 11, 21});
  CHECK(loaded->workbook.documents == samples::sound_workbook().documents);
}

TEST_CASE("without a thread a save is done at once, and ending waits for one that is under way") {
  const TemporaryFolder folder;
  const Saving at_once({samples::sound_workbook(), {}, folder.file("a.canvasbook")}, false, {});
  CHECK(at_once.is_done());
  { const Saving beside({samples::sound_workbook(), {}, folder.file("b.canvasbook")}, true, {}); }
  CHECK(load_workbook(folder.file("b.canvasbook")));
  CHECK(folder.entries() == 2);
}

TEST_CASE("a version beside the file takes the next free name and never another's place") {
  const TemporaryFolder folder;
  samples::put_bytes(folder.file("book.canvasbook"), "theirs");
  samples::put_bytes(folder.file("book 2.canvasbook"), "theirs too");
  const auto saved = carry_out({samples::sound_workbook(), {}, folder.file("book.canvasbook"), true});
  REQUIRE(saved);
  CHECK(saved->file == folder.file("book 3.canvasbook"));
  CHECK(samples::bytes_of(folder.file("book.canvasbook")) == "theirs");
  CHECK(samples::bytes_of(folder.file("book 2.canvasbook")) == "theirs too");
}

TEST_CASE("a copy of a copy counts on, but a number in the name of a file that is no copy belongs to it") {
  const TemporaryFolder folder;
  const auto copy_of = [&](const char* name) {
    const auto saved = carry_out({samples::sound_workbook(), {}, folder.file(name), true});
    REQUIRE(saved);
    return saved->file;
  };
  samples::put_bytes(folder.file("book.canvasbook"), "");
  CHECK(copy_of("book.canvasbook") == folder.file("book 2.canvasbook"));
  CHECK(copy_of("book 2.canvasbook") == folder.file("book 3.canvasbook"));
  CHECK(copy_of("book 2.canvasbook") == folder.file("book 4.canvasbook"));
  CHECK(copy_of("plan 2026.canvasbook") == folder.file("plan 2026 2.canvasbook"));
  CHECK(copy_of("book 1.canvasbook") == folder.file("book 1 2.canvasbook"));
  CHECK(copy_of("book two.canvasbook") == folder.file("book two 2.canvasbook"));
}

}  // namespace canvasbook::saving_test
